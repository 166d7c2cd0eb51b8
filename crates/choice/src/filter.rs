// SPDX-License-Identifier: Apache-2.0
use crate::{History, Situation};
use kindhold_care::{Caution, Eyes, Kindness, Practice, Skill};

/// Why a practice is left out of the offers. It stays in the list of all practices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Excluded {
    /// The person hid it.
    Hidden,
    /// The person's newest word on it was "worse".
    MadeWorse,
    /// It looks inward, and the person is numb or far away (clinical.md, finding 7).
    Numb,
    /// It needs thinking, and the urge is at 8 or above.
    TooStrong,
    /// Kindness to oneself comes after kindness outward and received (the ladder), unless the
    /// person has said that such a practice helped.
    Ladder,
}

/// The deterministic filter that stands before every order and every learning.
///
/// # Errors
/// The first reason for leaving the practice out.
pub fn is_safe_now(
    practice: &Practice,
    situation: &Situation,
    history: &History,
) -> Result<(), Excluded> {
    if history.is_hidden(&practice.id) {
        return Err(Excluded::Hidden);
    }
    let said = history.of(&practice.id);
    if said.last_was_worse {
        return Err(Excluded::MadeWorse);
    }
    let inward = practice.cautions.contains(&Caution::NotWhenNumb)
        || practice.eyes != Eyes::Open
        || practice.skills.contains(&Skill::Imagery);
    if situation.is_numb() && inward {
        return Err(Excluded::Numb);
    }
    if situation.is_strongest() && practice.cautions.contains(&Caution::NotWhenStrongest) {
        return Err(Excluded::TooStrong);
    }
    if practice.kindness == Kindness::Own && situation.is_strongest() && said.lot + said.bit == 0 {
        return Err(Excluded::Ladder);
    }
    Ok(())
}
