// SPDX-License-Identifier: Apache-2.0
use super::{YES_NO, at, feelings, functions, id, time};
use crate::dossier::{Dossier, chance};
use crate::table::cell::Cell;
use crate::table::column::{Column, Table};
use crate::table::key;
use kindhold_care::{Helped, Reason};

pub(super) fn episodes(dossier: &Dossier<'_>) -> Table {
    let columns = vec![
        id("episode", "its name"),
        at("when it was written down"),
        Column::new("kind", "code", "why").values(key::all(&key::MOMENTS)),
        Column::new("strength", "whole", "how strong the urge was at first").range("steps", "0-10"),
        Column::new("functions", "codes", "what self-injury would have done").values(functions()),
        Column::new("not_sure", "yes-no", "\"not sure\" was chosen for it").values(YES_NO),
        Column::new("feelings", "codes", "what was felt").values(feelings()),
        Column::new("with_someone", "yes-no", "being with someone was chosen").values(YES_NO),
        Column::new("after", "whole", "how strong the urge was at the end").range("steps", "0-10"),
        Column::new("attempts", "whole", "how many practices were tried").range("tries", "0-"),
    ];
    let rows = dossier.episodes.iter().map(|kept| {
        let (moment, episode) = (&kept.entry.moment, kept.entry);
        vec![
            Cell::text(kept.id.as_str()),
            time(moment.at),
            Cell::text(key::of(&key::MOMENTS, &moment.kind)),
            Cell::maybe(moment.strength.map(|s| s.get())),
            Cell::names(moment.functions.iter().map(|f| f.key())),
            Cell::yes(moment.not_sure),
            Cell::names(moment.feelings.iter().map(|f| f.key())),
            Cell::yes(episode.with_someone),
            Cell::maybe(episode.after.map(|s| s.get())),
            Cell::whole(episode.attempts.len()),
        ]
    });
    Table::new("episodes", columns, rows.collect())
}

pub(super) fn offers(dossier: &Dossier<'_>) -> Table {
    let columns = vec![
        id("episode", "the episode that it belongs to"),
        Column::new("place", "whole", "its place among what was offered").range("place", "1-"),
        Column::new("practice", "code", "what was offered"),
        Column::new("because", "code", "why").values(key::REASONS),
        Column::new("function", "code", "what it fits, where that is why").values(functions()),
        Column::new(
            "chance",
            "number",
            "with which chance it was offered; empty where the order was fixed and chance had no part",
        )
        .range("share", "0-1"),
    ];
    let rows = dossier.episodes.iter().flat_map(|kept| {
        (1_i32..).zip(&kept.entry.offered).map(|(place, offer)| {
            let function = match offer.reason {
                Reason::Fits(function) => Cell::text(function.key()),
                _ => Cell::Empty,
            };
            vec![
                Cell::text(kept.id.as_str()),
                Cell::whole(place),
                Cell::text(offer.practice.as_str()),
                Cell::text(key::reason(offer.reason)),
                function,
                Cell::maybe(chance(kept.entry, &offer.practice)),
            ]
        })
    });
    Table::new("offers", columns, rows.collect())
}

pub(super) fn attempts(dossier: &Dossier<'_>) -> Table {
    let said = Helped::ALL.into_iter().map(Helped::key);
    let columns = vec![
        id("episode", "the episode that it belongs to"),
        Column::new("place", "whole", "its place among what was tried").range("place", "1-"),
        at("when it began"),
        Column::new("practice", "code", "what was tried"),
        Column::new("ending", "code", "how it ended").values(key::all(&key::ENDINGS)),
        Column::new("helped", "code", "what was said of it").values(said),
    ];
    let rows = dossier.episodes.iter().flat_map(|kept| {
        (1_i32..).zip(&kept.entry.attempts).map(|(place, attempt)| {
            let ending = attempt.ending.map(|e| key::of(&key::ENDINGS, &e));
            vec![
                Cell::text(kept.id.as_str()),
                Cell::whole(place),
                time(attempt.at),
                Cell::text(attempt.practice.as_str()),
                ending.map_or(Cell::Empty, Cell::text),
                attempt.helped.map_or(Cell::Empty, |h| Cell::text(h.key())),
            ]
        })
    });
    Table::new("attempts", columns, rows.collect())
}
