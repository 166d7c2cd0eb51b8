// SPDX-License-Identifier: Apache-2.0
//! What goes into a file for somebody else: everything that was picked, borrowed, in one place.
//!
//! A [`Dossier`] picks nothing by itself. Whoever fills it leaves out what the person leaves out; whoever reads it
//! (tables, research, FHIR) writes no more than stands in it.

use crate::{Instrument, NoScore, Score};
use kindhold_care::{
    Cadence, Chance, Consent, DiaryEntry, Episode, Keepsake, Pack, Phase, Plan, PracticeId,
    Response, When,
};

/// What was picked to go out, each thing with its name in the vault. Lists are in the order of time.
#[derive(Debug, Clone, Default)]
pub struct Dossier<'a> {
    /// What stands for the person; nobody's name. Not the pseudonym of a study.
    pub pseudonym: String,
    /// When the file is made.
    pub made: When,
    /// Urges and what followed.
    pub episodes: Vec<Kept<'a, Episode>>,
    /// The safety plan, if it goes along.
    pub plan: Option<Kept<'a, Plan>>,
    /// Diary entries.
    pub diary: Vec<Kept<'a, DiaryEntry>>,
    /// Things of one's own from the programme.
    pub keepsakes: Vec<Kept<'a, Keepsake>>,
    /// Questionnaires that are here.
    pub packs: Vec<Kept<'a, Pack>>,
    /// What was answered to them, with what they asked and their scores.
    pub responses: Vec<Answered<'a>>,
    /// How often one is offered.
    pub cadences: Vec<Kept<'a, Cadence>>,
    /// From a day on something is different.
    pub phases: Vec<Kept<'a, Phase>>,
    /// Yes to research, or that it was taken back.
    pub consents: Vec<Kept<'a, Consent>>,
}

/// A thing with its name in the vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept<'a, T> {
    /// Its name, 32 hexadecimal digits.
    pub id: String,
    /// The thing.
    pub entry: &'a T,
}

impl<'a, T> Kept<'a, T> {
    /// A thing under its name.
    #[must_use]
    pub fn new(id: impl Into<String>, entry: &'a T) -> Self {
        Self {
            id: id.into(),
            entry,
        }
    }
}

/// What was answered, once.
#[derive(Debug, Clone)]
pub struct Answered<'a> {
    /// Its name in the vault, 32 hexadecimal digits.
    pub id: String,
    /// The answers.
    pub response: &'a Response,
    /// What was asked; none when the questionnaire is no longer here.
    pub instrument: Option<&'a Instrument>,
    /// Its scores, as they come from the answers today.
    pub scores: Vec<ScoreRow>,
}

/// One score of one response, ready to be written down.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ScoreRow {
    /// Which scale (`total`, `inadequate`).
    pub scale_id: String,
    /// Its name, for people.
    pub name: String,
    /// The score; none when too much was skipped.
    pub value: Option<f64>,
    /// How many items of the scale have no answer.
    pub missing: u32,
    /// How many items the scale has.
    pub of: u32,
    /// Some items were missing and the score was made up from the others.
    pub prorated: bool,
    /// The lowest that there is.
    pub least: f64,
    /// The highest that there is.
    pub most: f64,
    /// Its LOINC code, where one is known.
    pub loinc: Option<String>,
}

impl From<&Score> for ScoreRow {
    fn from(score: &Score) -> Self {
        let scale = &score.scale;
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let (value, missing, of, prorated) = match &score.result {
            Ok(scored) => (
                Some(scored.value),
                scored.missing,
                scored.of,
                scored.prorated,
            ),
            Err(NoScore::Missing { missing, of }) => (None, *missing, *of, false),
            Err(_) => (None, 0, scale.items.len(), false),
        };
        Self {
            scale_id: scale.id.clone(),
            name: scale.name.clone(),
            value,
            missing: count(missing),
            of: count(of),
            prorated,
            least: scale.least,
            most: scale.most,
            loinc: scale.loinc.clone(),
        }
    }
}

impl<'a> Dossier<'a> {
    /// An empty one.
    #[must_use]
    pub fn new(pseudonym: impl Into<String>, made: When) -> Self {
        Self {
            pseudonym: pseudonym.into(),
            made,
            ..Self::default()
        }
    }

    /// The episodes alone.
    #[must_use]
    pub fn just_episodes(&self) -> Vec<&'a Episode> {
        self.episodes.iter().map(|kept| kept.entry).collect()
    }
}

/// The chance with which a practice was offered: that of the last choice in which it was offered, since what was tried is
/// in no later one. `None` where the order was fixed and chance had no part.
#[must_use]
pub(crate) fn chance(episode: &Episode, practice: &PracticeId) -> Option<f64> {
    let mut draws = episode.draws.iter().rev();
    let draw = draws.find(|draw| draw.slate.contains(practice))?;
    draw.chance_of(practice).map(Chance::get)
}

/// The same moment, within what calendars can say: about 270,000 years either way. Records come from files as well.
#[must_use]
pub(crate) fn within_calendar(at: When) -> When {
    const FARTHEST: i64 = 8_640_000_000_000_000;
    When {
        unix_ms: at.unix_ms.clamp(-FARTHEST, FARTHEST),
        ..at
    }
}
