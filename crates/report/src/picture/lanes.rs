// SPDX-License-Identifier: Apache-2.0
use super::course::Field;
use crate::{
    Course,
    face::{Weight, measure},
};

/// Lines of words above the field for what divides the time; the table has all.
const LANES: usize = 4;
/// Events, from the last, for whose words a place is looked for.
const NAMED: usize = 40;

/// Where the words of an event stand.
#[derive(Clone, Copy)]
pub(super) struct Lane {
    /// How many lines down.
    pub(super) lane: usize,
    /// How wide they may be.
    pub(super) width: f32,
    /// They stand before the line instead of after it.
    pub(super) leftwards: bool,
}

impl Course {
    /// Where the words for what divides the time stand, so that none runs into another or through a later line;
    /// `None` for one that finds no room.
    pub(super) fn lanes(&self, field: &Field, size: f32) -> Vec<Option<Lane>> {
        let mut taken: Vec<Vec<(f32, f32)>> = vec![Vec::new(); LANES];
        let mut found = Vec::new();
        // From the last to the first: a line goes down from its words, past the lanes below them.
        for (n, event) in self.divided().into_iter().rev().enumerate() {
            let x = field.x(event.day.number);
            let wide = measure(event.label.trim(), Weight::Regular, size);
            let leftwards = x + 4.0 + wide > field.right && x - field.left > field.right - x;
            let room = match leftwards {
                true => x - 4.0 - field.left,
                false => field.right - x - 4.0,
            };
            let width = wide.min(room);
            let span = match leftwards {
                true => (x - 6.0 - width, x + 2.0),
                false => (x - 2.0, x + 6.0 + width),
            };
            let free = |lane: &Vec<(f32, f32)>| lane.iter().all(|t| span.1 <= t.0 || t.1 <= span.0);
            let stands = |n: &usize| {
                free(&taken[*n])
                    && taken[n + 1..]
                        .iter()
                        .all(|l| l.iter().all(|t| x < t.0 || t.1 < x))
            };
            let lane = (0..LANES)
                .rev()
                .find(stands)
                .filter(|_| width > 2.0 * size && n < NAMED);
            if let Some(n) = lane {
                taken[n].push(span);
                for lane in &mut taken[n + 1..] {
                    lane.push((x - 2.0, x + 2.0));
                }
            }
            found.push(lane.map(|lane| Lane {
                lane,
                width,
                leftwards,
            }));
        }
        // The lanes that nobody took are above: they go.
        let unused = found
            .iter()
            .flatten()
            .map(|l| l.lane)
            .min()
            .unwrap_or_default();
        found.iter_mut().flatten().for_each(|l| l.lane -= unused);
        found.reverse();
        found
    }
}
