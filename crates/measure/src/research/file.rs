// SPDX-License-Identifier: Apache-2.0
use super::name::{AgeBand, Name, Pseudonym};
use kindhold_care::{Ending, Feeling, Function, Helped, MomentKind, PracticeId, Reason, Strength};
use serde::{Deserialize, Serialize};

const FORMAT: &str = "kindhold-research";
const VERSION: u8 = 1;
/// The largest file that is read, in bytes.
const MOST_BYTES: usize = 16 << 20;
/// Days from 1970-01-01 either way.
const FARTHEST_DAY: i64 = 110_000_000;

/// What one person gives to one study. Every field is a number, a yes or no, or one of a list of names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    format: String,
    version: u8,
    /// The study, as whoever runs it names it.
    pub study: String,
    /// What stands for the person in this study.
    pub person: Pseudonym,
    /// How old, roughly; none when it was not said or was withheld.
    pub age: Option<AgeBand>,
    /// Urges and what followed, in the order of time.
    pub urges: Vec<Urge>,
    /// Questionnaires.
    pub forms: Vec<Form>,
    /// Diary entries, without their words.
    pub days: Vec<Day>,
    /// Parts of the programme that were kept.
    pub parts: Vec<Part>,
    /// When something new began, in the person's view.
    pub phases: Vec<At>,
}

/// A time that was moved. Two of one person are as far apart as they were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct At {
    /// Days since 1970-01-01, moved back by whole weeks: the weekday is the true one.
    pub day: i64,
    /// The hour on the wall clock (0 to 23), or the first of `hours`; none when it was withheld.
    pub hour: Option<u8>,
    /// How exact the hour is: 1, 4 or 24 hours.
    pub hours: u8,
}

/// An urge or a check-in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Urge {
    pub at: At,
    pub kind: MomentKind,
    pub strength: Option<Strength>,
    pub functions: Vec<Function>,
    /// A function was withheld because few people of the group gave it.
    pub withheld: bool,
    pub not_sure: bool,
    pub feelings: Vec<Feeling>,
    pub offered: Vec<Offered>,
    /// Each choice in which chance had a part, in order. The fixed order leaves none; files of before have none.
    #[serde(default)]
    pub draws: Vec<Drawn>,
    pub tries: Vec<Try>,
    pub with_someone: bool,
    pub after: Option<Strength>,
}

/// A practice as it was offered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offered {
    /// Which one; none when it was withheld.
    pub practice: Option<PracticeId>,
    /// Why; none when it was withheld.
    pub why: Option<Reason>,
    /// With which chance it was offered. None where the order was fixed: given what was said and what had helped
    /// before, it was offered with certainty, and there is nothing to weigh by.
    pub chance: Option<f64>,
}

/// A choice in which chance had a part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drawn {
    /// Which rule drew; none when its name has another form.
    pub rule: Option<Name>,
    /// It was drawn evenly, for this study. One that was drawn for another study is not told from one for none.
    pub for_study: bool,
    /// What could have been offered, in the order from which it was drawn.
    pub among: Vec<Among>,
}

/// Something that could have been offered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Among {
    /// Which one; none when it was withheld.
    pub practice: Option<PracticeId>,
    /// Its chance of being among the offers.
    pub chance: f64,
    /// Its place among what was offered, from 1; none when it was not.
    pub place: Option<u8>,
}

/// One go at a practice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Try {
    /// Which one; none when it was withheld.
    pub practice: Option<PracticeId>,
    /// Whole minutes after the urge was written down.
    pub minutes: i64,
    pub ending: Option<Ending>,
    pub helped: Option<Helped>,
}

/// A questionnaire that was answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// When it was begun.
    pub at: At,
    /// Its key (`phq-9`).
    pub form: Name,
    /// Its end was reached.
    pub ended: bool,
    /// Answers by the item's number.
    pub answers: Vec<ItemAnswer>,
    /// Scores.
    pub scores: Vec<FormScore>,
}

/// What one item counts.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemAnswer {
    /// Its number among what is asked, from 1.
    pub item: u16,
    /// What the choice counts; 1 for yes, 0 for no.
    pub value: f64,
}

/// A score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct FormScore {
    pub scale: Name,
    /// None when too much was skipped.
    pub value: Option<f64>,
    pub missing: u32,
    pub of: u32,
    pub prorated: bool,
}

/// A diary entry without its words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Day {
    pub at: At,
    pub feelings: Vec<Feeling>,
    pub urge: Option<Strength>,
}

/// A part of the programme on which something was kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// When it was last written on.
    pub at: At,
    /// The step's id.
    pub step: Name,
    /// The part's id; none when it was withheld.
    pub part: Option<Name>,
}

/// Why a file is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// Over 16 MB.
    #[error("the file is larger than 16 MB: no person's file is")]
    TooLarge,
    /// Not JSON, another format, or something in it that has no place there.
    #[error(
        "this is not a research file of Kindhold, or something was added to it: ask for it anew"
    )]
    Form,
    /// A version of later.
    #[error("the file was made by a newer version: update this program")]
    Version,
    /// A number that cannot be.
    #[error("a number in the file cannot be: ask for it anew")]
    Number,
}

impl File {
    pub(super) fn new(study: &str, person: Pseudonym, age: Option<AgeBand>) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            study: study.to_owned(),
            person,
            age,
            urges: Vec::new(),
            forms: Vec::new(),
            days: Vec::new(),
            parts: Vec::new(),
            phases: Vec::new(),
        }
    }

    /// As JSON text (`kindhold-research`, version 1).
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Reads one back. Strict: a field that has no place makes it fail, so that no words slip in by another program.
    ///
    /// # Errors
    /// [`ReadError`].
    pub fn read(json: &str) -> Result<Self, ReadError> {
        if json.len() > MOST_BYTES {
            return Err(ReadError::TooLarge);
        }
        let head: Head = serde_json::from_str(json).map_err(|_| ReadError::Form)?;
        if head.format != FORMAT {
            return Err(ReadError::Form);
        }
        if head.version != u64::from(VERSION) {
            return Err(ReadError::Version);
        }
        let file: Self = serde_json::from_str(json).map_err(|_| ReadError::Form)?;
        if file.times().all(|at| at.is_sound()) && file.chances_are_sound() {
            Ok(file)
        } else {
            Err(ReadError::Number)
        }
    }

    fn times(&self) -> impl Iterator<Item = &At> {
        let urges = self.urges.iter().map(|u| &u.at);
        let forms = self.forms.iter().map(|f| &f.at);
        let days = self.days.iter().map(|d| &d.at);
        let parts = self.parts.iter().map(|p| &p.at);
        urges
            .chain(forms)
            .chain(days)
            .chain(parts)
            .chain(&self.phases)
    }

    fn chances_are_sound(&self) -> bool {
        let offered = self.urges.iter().flat_map(|u| &u.offered);
        let draws = self.urges.iter().flat_map(|u| &u.draws);
        let among = draws.flat_map(|d| &d.among);
        let places = among.clone().filter_map(|a| a.place);
        let mut chances = offered
            .filter_map(|o| o.chance)
            .chain(among.map(|a| a.chance));
        chances.all(|chance| chance > 0.0 && chance <= 1.0) && places.min() != Some(0)
    }
}

#[derive(Deserialize)]
struct Head {
    format: String,
    version: u64,
}

impl At {
    fn is_sound(self) -> bool {
        let hours = matches!(
            (self.hour, self.hours),
            (Some(0..=23), 1) | (Some(0 | 4 | 8 | 12 | 16 | 20), 4) | (None, 24)
        );
        hours && (-FARTHEST_DAY..=FARTHEST_DAY).contains(&self.day)
    }
}
