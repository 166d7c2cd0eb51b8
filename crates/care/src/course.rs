// SPDX-License-Identifier: Apache-2.0
//! How it went over weeks, for a conversation: counts and questions. No score, no level, no rank; days
//! without an entry say nothing.

use crate::{Ending, Episode, Feeling, Function, Helped, MomentKind, PracticeId, System};
use std::collections::{BTreeMap, BTreeSet};

/// The newest days that a question looks at.
const NOW_DAYS: i64 = 14;
/// The days before those that it holds them against.
const BEFORE_DAYS: i64 = 28;
/// Fewer urges than these say nothing about strength.
const FEWEST: u32 = 3;
/// Tenths by which the mean strength has to have risen.
const RISE: u32 = 15;

/// Seven days.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Week {
    /// Its first day, in days since 1970-01-01 on the person's wall.
    pub first_day: i64,
    /// Urges that were written down.
    pub urges: u32,
    /// What they were for; one urge can be for several things.
    pub functions: BTreeMap<Function, u32>,
}

/// The newest weeks up to a day, oldest first, those without urges too; none when there never was one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Course {
    /// The weeks; the last one ends with the day.
    pub weeks: Vec<Week>,
}

impl Course {
    /// Counts the newest so many weeks up to `today` (days since 1970-01-01).
    #[must_use]
    pub fn of(episodes: &[&Episode], today: i64, count: usize) -> Self {
        let urges: Vec<_> = episodes.iter().filter(|e| is_urge(e)).collect();
        if urges.is_empty() {
            return Self::default();
        }
        let mut weeks: Vec<Week> = (0..count)
            .map(|n| Week {
                first_day: today - 7 * (count - n) as i64 + 1,
                ..Week::default()
            })
            .collect();
        for urge in urges {
            let day = urge.moment.at.local_day();
            let Some(week) = weeks
                .iter_mut()
                .find(|w| (w.first_day..w.first_day + 7).contains(&day))
            else {
                continue;
            };
            week.urges += 1;
            for function in &urge.moment.functions {
                *week.functions.entry(*function).or_default() += 1;
            }
        }
        Self { weeks }
    }
}

/// How often feelings of each system were written down. A picture to talk about, no measurement: which
/// feeling belongs where differs from person to person (Gilbert 2009).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SystemCount {
    /// Alarm and protection.
    pub threat: u32,
    /// Wanting and doing.
    pub drive: u32,
    /// Rest, warmth and connection.
    pub soothing: u32,
    /// Far away: numb, empty, tired.
    pub away: u32,
}

impl SystemCount {
    /// Counts feelings.
    pub fn of(feelings: impl IntoIterator<Item = Feeling>) -> Self {
        let mut count = Self::default();
        for feeling in feelings {
            match feeling.system() {
                Some(System::Threat) => count.threat += 1,
                Some(System::Drive) => count.drive += 1,
                Some(System::Soothing) => count.soothing += 1,
                None if feeling == Feeling::DontKnow => {}
                None => count.away += 1,
            }
        }
        count
    }

    /// All of them together.
    #[must_use]
    pub const fn total(self) -> u32 {
        self.threat + self.drive + self.soothing + self.away
    }
}

/// Something to ask about, with the counts behind it. Feedback to counsellors helps where it points to
/// those who are not on track (`clinical.md`, 14); it is a question to the two of them, and no label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Self-injury was said to hold off something worse.
    HoldsOff {
        /// How often in the newest 14 days.
        times: u32,
    },
    /// Urges have been stronger.
    Stronger {
        /// Mean strength of the 28 days before, in tenths (0 to 100).
        before: u32,
        /// Mean strength of the newest 14 days, in tenths (0 to 100).
        now: u32,
        /// Urges with a strength in the 28 days before.
        of_before: u32,
        /// Urges with a strength in the newest 14 days.
        of_now: u32,
    },
    /// Urges have come more often.
    MoreOften {
        /// In the 28 days before.
        before: u32,
        /// In the newest 14 days.
        now: u32,
    },
    /// Practices were said to make it worse, twice or more.
    MadeWorse {
        /// Which ones.
        practices: Vec<PracticeId>,
        /// How often in the newest 14 days.
        times: u32,
    },
    /// Whatever was tried did not help, four times or more.
    NothingHelped {
        /// How many tries in the newest 14 days.
        times: u32,
    },
}

impl Question {
    /// What to ask about on a day, the most urgent to talk about first.
    #[must_use]
    pub fn of(episodes: &[&Episode], today: i64) -> Vec<Self> {
        let age = |e: &&&Episode| today - e.moment.at.local_day();
        let urges = || episodes.iter().filter(|e| is_urge(e));
        let now: Vec<_> = urges()
            .filter(|e| (0..NOW_DAYS).contains(&age(e)))
            .collect();
        let ago = NOW_DAYS..NOW_DAYS + BEFORE_DAYS;
        let before: Vec<_> = urges().filter(|e| ago.contains(&age(e))).collect();
        let mut all = Vec::new();
        let holds = |e: &&&&Episode| e.moment.functions.contains(&Function::HoldOff);
        let times = now.iter().filter(holds).count() as u32;
        if times > 0 {
            all.push(Self::HoldsOff { times });
        }
        if let (Some((b, of_before)), Some((n, of_now))) = (mean(&before), mean(&now))
            && of_before >= FEWEST
            && of_now >= FEWEST
            && n >= b + RISE
        {
            all.push(Self::Stronger {
                before: b,
                now: n,
                of_before,
                of_now,
            });
        }
        let (b, n) = (before.len() as u32, now.len() as u32);
        // Three halves of the rate before, which had twice as many days.
        if b >= 2 && n >= FEWEST && 4 * n >= 3 * b {
            all.push(Self::MoreOften { before: b, now: n });
        }
        let recent = episodes.iter().filter(|e| (0..NOW_DAYS).contains(&age(e)));
        let tries: Vec<_> = recent.flat_map(|e| &e.attempts).collect();
        let worse: Vec<_> = tries
            .iter()
            .filter(|a| a.helped == Some(Helped::Worse) || a.ending == Some(Ending::Worse))
            .collect();
        if worse.len() >= 2 {
            let practices: BTreeSet<_> = worse.iter().map(|a| a.practice.clone()).collect();
            all.push(Self::MadeWorse {
                practices: practices.into_iter().collect(),
                times: worse.len() as u32,
            });
        }
        let said: Vec<_> = tries.iter().filter_map(|a| a.helped).collect();
        if said.len() >= 4 && said.iter().all(|h| matches!(h, Helped::No | Helped::Worse)) {
            all.push(Self::NothingHelped {
                times: said.len() as u32,
            });
        }
        all
    }
}

fn is_urge(episode: &Episode) -> bool {
    episode.moment.kind != MomentKind::CheckIn
}

/// The mean strength in tenths, and of how many.
fn mean(episodes: &[&&Episode]) -> Option<(u32, u32)> {
    let strengths = episodes.iter().filter_map(|e| e.moment.strength);
    let (sum, many) = strengths.fold((0, 0), |(sum, n), s| (sum + u32::from(s.get()), n + 1));
    (many > 0).then(|| (sum * 10 / many, many))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Attempt, Moment, Strength, When};

    const DAY: i64 = 86_400_000;
    const TODAY: i64 = 20_000;

    fn urge(days_ago: i64, strength: u8) -> Episode {
        let at = When {
            unix_ms: (TODAY - days_ago) * DAY + DAY / 2,
            offset_min: 0,
        };
        Episode {
            moment: Moment {
                at,
                kind: MomentKind::Urge,
                strength: Strength::new(strength).ok(),
                functions: vec![Function::PunishSelf],
                not_sure: false,
                feelings: Vec::new(),
            },
            offered: Vec::new(),
            draws: Vec::new(),
            attempts: Vec::new(),
            with_someone: false,
            after: None,
        }
    }

    fn ask(episodes: &[Episode]) -> Vec<Question> {
        Question::of(&episodes.iter().collect::<Vec<_>>(), TODAY)
    }

    #[test]
    fn nothing_written_down_is_no_question() {
        assert_eq!(ask(&[]), []);
        // Silence after many urges is no question either.
        let then: Vec<_> = (15..40).map(|d| urge(d, 8)).collect();
        assert_eq!(ask(&then), []);
    }

    #[test]
    fn stronger_urges_are_a_question_when_there_are_enough_of_them() {
        let mut all: Vec<_> = [16, 20, 24, 28, 32, 36].map(|d| urge(d, 5)).into();
        all.push(urge(1, 8));
        all.push(urge(2, 7));
        assert_eq!(ask(&all), [], "two say nothing");
        all.push(urge(3, 7));
        let stronger = Question::Stronger {
            before: 50,
            now: 73,
            of_before: 6,
            of_now: 3,
        };
        assert_eq!(ask(&all), [stronger]);
    }

    #[test]
    fn more_urges_are_a_question_weaker_ones_are_not() {
        let mut all = vec![urge(20, 5), urge(30, 5), urge(35, 5), urge(40, 5)];
        all.extend([urge(1, 3), urge(5, 3)]);
        assert_eq!(ask(&all), []);
        all.push(urge(9, 3));
        assert_eq!(ask(&all), [Question::MoreOften { before: 4, now: 3 }]);
    }

    #[test]
    fn what_made_it_worse_and_what_never_helped_are_questions() {
        let practice: PracticeId = serde_json::from_str("\"one-kind-answer\"").expect("an id");
        let attempt = |helped| Attempt {
            practice: practice.clone(),
            at: When::default(),
            ending: None,
            helped: Some(helped),
        };
        let mut tried = urge(3, 5);
        tried.attempts = vec![
            attempt(Helped::Worse),
            attempt(Helped::No),
            attempt(Helped::Worse),
        ];
        let worse = Question::MadeWorse {
            practices: vec![practice.clone()],
            times: 2,
        };
        assert_eq!(
            ask(std::slice::from_ref(&tried)),
            std::slice::from_ref(&worse)
        );
        tried.attempts.push(attempt(Helped::No));
        let nothing = Question::NothingHelped { times: 4 };
        assert_eq!(ask(std::slice::from_ref(&tried)), [worse.clone(), nothing]);
        tried.attempts.push(attempt(Helped::Bit));
        assert_eq!(ask(&[tried]), [worse]);
    }

    #[test]
    fn what_holds_off_something_worse_comes_first_however_seldom() {
        let mut once = urge(13, 2);
        once.moment.functions.push(Function::HoldOff);
        assert_eq!(ask(&[once.clone()]), [Question::HoldsOff { times: 1 }]);
        once.moment.at.unix_ms -= DAY;
        assert_eq!(ask(&[once]), []);
    }

    #[test]
    fn weeks_are_counted_back_from_the_day_and_empty_ones_stay() {
        let all = [urge(0, 5), urge(6, 5), urge(7, 5), urge(22, 5), urge(-1, 5)];
        let course = Course::of(&all.iter().collect::<Vec<_>>(), TODAY, 5);
        let urges: Vec<u32> = course.weeks.iter().map(|w| w.urges).collect();
        assert_eq!(urges, [0, 1, 0, 1, 2]);
        assert_eq!(course.weeks[4].first_day, TODAY - 6);
        assert_eq!(course.weeks[4].functions[&Function::PunishSelf], 2);
        assert_eq!(Course::of(&[], TODAY, 12), Course::default());
        let short = Course::of(&all.iter().collect::<Vec<_>>(), TODAY, 2);
        assert_eq!(short.weeks.len(), 2);
    }

    #[test]
    fn feelings_are_counted_by_system_and_not_knowing_is_none() {
        let count = SystemCount::of([
            Feeling::Afraid,
            Feeling::Ashamed,
            Feeling::Calm,
            Feeling::Proud,
            Feeling::Numb,
            Feeling::DontKnow,
        ]);
        let wanted = SystemCount {
            threat: 2,
            drive: 1,
            soothing: 1,
            away: 1,
        };
        assert_eq!(count, wanted);
        assert_eq!(count.total(), 5);
    }
}
