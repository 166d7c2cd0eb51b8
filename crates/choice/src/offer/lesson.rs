// SPDX-License-Identifier: Apache-2.0
use crate::Situation;
use kindhold_care::{Attempt, Ending, Episode, Helped, PracticeId, When};

/// A change of this many points in how strong the urge is counts as a whole "it helped a lot". In a trial of other
/// urges one compassion exercise lowered them by 1.45 on 1 to 10 (van Baal 2023).
const WHOLE_CHANGE: f64 = 4.0;
/// How much a rating weighs against the change of the urge, where both were said.
const RATING: f64 = 0.75;
/// How much a change alone says, against a rating: much else may have changed it.
const CHANGE_ALONE: f64 = 0.4;

/// One go at a practice that the person has said something about.
#[derive(Debug, Clone, PartialEq)]
pub struct Lesson {
    /// What it was tried in.
    pub situation: Situation,
    /// What was tried.
    pub practice: PracticeId,
    /// How it went, from -1 (worse) to 1 (a lot).
    pub reward: f64,
    /// How much that says, above 0 and up to 1.
    pub weight: f64,
    /// The person's own word was "worse".
    pub worse: bool,
}

/// So many of the newest are learnt from: what is older has faded, and an old phone has to choose at once.
const NEWEST: usize = 400;

/// Reads episodes, oldest first, from `since` on; at most the newest 400 goes. A go of which nothing was said is no lesson: not answering is not a
/// "no". Whether self-injury happened, and how long the app was open, are not looked at.
pub fn lessons<'a>(episodes: impl IntoIterator<Item = &'a Episode>, since: When) -> Vec<Lesson> {
    let recent = episodes.into_iter().filter(|e| e.moment.at >= since);
    let mut lessons: Vec<Lesson> = recent.flat_map(of_episode).collect();
    lessons.drain(..lessons.len().saturating_sub(NEWEST));
    lessons
}

fn of_episode(episode: &Episode) -> impl Iterator<Item = Lesson> + '_ {
    let situation = Situation::from(&episode.moment);
    let change = change(episode);
    let last = episode.attempts.len();
    episode
        .attempts
        .iter()
        .enumerate()
        .filter_map(move |(n, attempt)| {
            // How strong it was at the end says most about the last go.
            let change = change.filter(|_| n + 1 == last);
            let (reward, weight) = match (rating(attempt), change) {
                (Some(rating), Some(change)) if rating > -1.0 => {
                    (RATING * rating + (1.0 - RATING) * change, 1.0)
                }
                (Some(rating), _) => (rating, 1.0),
                (None, Some(change)) => (change, CHANGE_ALONE),
                (None, None) => return None,
            };
            Some(Lesson {
                situation: situation.clone(),
                practice: attempt.practice.clone(),
                reward,
                weight,
                worse: rating(attempt) == Some(-1.0),
            })
        })
}

/// The person's own word, -1 to 1.
fn rating(attempt: &Attempt) -> Option<f64> {
    if attempt.ending == Some(Ending::Worse) {
        return Some(-1.0);
    }
    Some(match attempt.helped? {
        Helped::Worse => -1.0,
        Helped::No => 0.0,
        Helped::Bit => 0.5,
        Helped::Lot => 1.0,
    })
}

/// How far the urge fell, -1 to 1; `None` when it was not said twice.
fn change(episode: &Episode) -> Option<f64> {
    let before = f64::from(episode.moment.strength?.get());
    let after = f64::from(episode.after?.get());
    Some(((before - after) / WHOLE_CHANGE).clamp(-1.0, 1.0))
}
