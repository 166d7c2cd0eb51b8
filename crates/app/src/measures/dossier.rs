// SPDX-License-Identifier: Apache-2.0
//! What leaves the device as a file for somebody else, and comes back: picked here, written by `kindhold-measure`.

use super::{course::scale_name, shelf};
use crate::{
    app::App,
    book::{Book, Version, hex, thing_of},
    nav::Thing,
    platform::clock,
    session::random,
    words::t,
};
use kindhold_care::{Consent, Entry};
use kindhold_measure::{
    dossier::{Answered, Dossier, Kept, ScoreRow},
    fhir::{self, Questionnaires},
    research, table,
};
use kindhold_vault::{Random as _, age};
use leptos::prelude::*;

/// scrypt's work as a power of two, as for a saved copy.
const WORK: u8 = 15;

/// What goes into a file.
pub(super) struct With {
    /// `measures`, `urges`, `plan`, `programme`.
    pub(super) parts: Vec<&'static str>,
    /// The person's own words go along.
    pub(super) words: bool,
}

/// Picks what is asked for and hands it over.
fn picked<T>(
    book: &Book,
    wants: impl Fn(&Entry) -> bool,
    make: impl FnOnce(&Dossier<'_>) -> T,
) -> T {
    let current: Vec<(Thing, &Version)> = book.current().filter(|(_, v)| wants(&v.entry)).collect();
    let mut dossier = Dossier::new(hex(&random().make::<16>()), clock::now());
    for (thing, version) in &current {
        let id = hex(&thing.0);
        match &version.entry {
            Entry::Episode(e) => dossier.episodes.push(Kept::new(id, e)),
            Entry::Plan(p) => dossier.plan = Some(Kept::new(id, p)),
            Entry::Diary(d) => dossier.diary.push(Kept::new(id, d)),
            Entry::Keepsake(k) => dossier.keepsakes.push(Kept::new(id, k)),
            Entry::Pack(p) => dossier.packs.push(Kept::new(id, p)),
            Entry::Cadence(c) => dossier.cadences.push(Kept::new(id, c)),
            Entry::Phase(p) => dossier.phases.push(Kept::new(id, p)),
            Entry::Consent(c) => dossier.consents.push(Kept::new(id, c)),
            Entry::Response(response) => {
                let instrument = shelf::for_response(book, response);
                let scores = instrument.map(|i| {
                    let scores = i.scores(&response.answers);
                    let rows = scores.iter().map(|score| ScoreRow {
                        name: scale_name(i, &score.scale),
                        ..ScoreRow::from(score)
                    });
                    rows.collect()
                });
                dossier.responses.push(Answered {
                    id,
                    response,
                    instrument,
                    scores: scores.unwrap_or_default(),
                });
            }
            _ => {}
        }
    }
    dossier.episodes.sort_by_key(|k| k.entry.moment.at);
    dossier.diary.sort_by_key(|k| k.entry.at);
    dossier.keepsakes.sort_by_key(|k| k.entry.at);
    dossier.responses.sort_by_key(|a| a.response.at);
    make(&dossier)
}

fn wants(with: &With, entry: &Entry) -> bool {
    let part = match entry {
        Entry::Episode(_) => "urges",
        Entry::Plan(_) => "plan",
        Entry::Keepsake(_) => "programme",
        Entry::Pack(_) | Entry::Response(_) | Entry::Cadence(_) | Entry::Phase(_) => "measures",
        _ => return false,
    };
    with.parts.contains(&part)
}

/// A FHIR bundle as JSON.
pub(super) fn fhir(book: &Book, with: &With) -> Result<Vec<u8>, String> {
    let how = fhir::With {
        words: with.words,
        plan: with.parts.contains(&"plan"),
        questionnaires: if with.words {
            Questionnaires::All
        } else {
            Questionnaires::Open
        },
        ..fhir::With::default()
    };
    picked(
        book,
        |e| wants(with, e),
        |dossier| {
            let bundle = fhir::bundle(dossier, &how, &|key| t(key));
            serde_json::to_vec_pretty(&bundle).map_err(|_| t("report-not-saved"))
        },
    )
}

/// Tables, each with its name.
pub(super) fn tables(book: &Book, with: &With) -> Vec<(String, String)> {
    picked(
        book,
        |e| wants(with, e),
        |dossier| table::files(dossier, with.words),
    )
}

/// A study's file; nothing of it was written by the person.
pub(super) fn research(book: &Book, consent: &Consent) -> Result<Vec<u8>, String> {
    picked(
        book,
        |_| true,
        |dossier| {
            let made = research::make(dossier, &consent.study, None);
            made.map(|made| made.file.to_json().into_bytes())
                .map_err(|_| t("report-not-saved"))
        },
    )
}

/// Takes a bundle that was made here back in; how many things were new.
pub(super) async fn back(app: App, bytes: &[u8]) -> Result<u32, String> {
    let bundle: serde_json::Value = serde_json::from_slice(bytes).map_err(|_| t("records-bad"))?;
    let found = fhir::entries(&bundle).map_err(|_| t("records-bad"))?;
    if found.entries.is_empty() || !found.damaged.is_empty() {
        return Err(t("records-bad"));
    }
    let now = clock::now();
    let versions: Vec<(Thing, Version)> = found
        .entries
        .into_iter()
        .filter_map(|(id, entry)| {
            let thing = thing_of(&id)?;
            let is_here = app.book.with_untracked(|b| b.get(&thing).is_some());
            (!is_here).then_some((
                thing,
                Version {
                    written: now,
                    counter: 0,
                    entry,
                },
            ))
        })
        .collect();
    let taken = match app.session() {
        Some(session) => session.take_in(versions).await.map_err(|e| e.words())?,
        None => versions,
    };
    let many = taken.len() as u32;
    app.put_all(taken);
    Ok(many)
}

/// Seals a file with a passphrase, in the open format of a saved copy.
pub(super) fn sealed(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, String> {
    let sealed = age::seal_with_passphrase(bytes, passphrase.trim(), WORK, &mut random());
    sealed.map_err(|_| t("report-not-saved"))
}
