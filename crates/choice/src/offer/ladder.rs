// SPDX-License-Identifier: Apache-2.0
use super::Lesson;
use kindhold_care::{Kindness, Practice};

const RUNGS: [Kindness; 4] = [
    Kindness::None,
    Kindness::Outward,
    Kindness::Received,
    Kindness::Own,
];
/// Where everybody begins: kindness outward is the easiest (clinical.md, finding 7).
const FIRST: usize = 1;
/// How often kindness has to have gone well on a rung before the next one opens.
const WELL: u32 = 2;
/// From this reward on it went well: "it helped a bit", also when the urge stayed as it was.
const WENT_WELL: f64 = 0.3;

/// How much kindness a practice may ask for now. It rises by one rung when practices of the highest open rung went well
/// twice; it falls below the rung of a practice at once when that practice made it worse. (From the ground, where
/// no kindness is asked for, anything that went well twice opens outward kindness again.)
#[must_use]
pub fn rung(practices: &[Practice], lessons: &[Lesson]) -> Kindness {
    let mut open = FIRST;
    let mut well = 0;
    for lesson in lessons {
        let Some(practice) = practices.iter().find(|p| p.id == lesson.practice) else {
            continue;
        };
        let at = RUNGS
            .iter()
            .position(|k| *k == practice.kindness)
            .unwrap_or_default();
        if lesson.worse {
            open = open.min(at.saturating_sub(1));
            well = 0;
        } else if lesson.reward >= WENT_WELL && at >= open {
            well += 1;
        }
        if well >= WELL && open + 1 < RUNGS.len() {
            open += 1;
            well = 0;
        }
    }
    RUNGS[open]
}
