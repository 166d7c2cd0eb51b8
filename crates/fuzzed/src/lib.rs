// SPDX-License-Identifier: Apache-2.0
//! What holds for every parser, whatever bytes come.
//!
//! A [`Law`] takes any bytes. It panics when something does not hold that has to; it tells whether anything was read
//! at all, so that a corpus that never gets past a first check is noticed. `fuzz/` looks for bytes that break a law;
//! `tests/replay.rs` tries those that were kept. `docs/security/fuzzing.md` says what each of them covers.

mod age;
mod care;
mod choice;
mod clinic;
mod content;
mod measure;
mod paper;
mod pieces;
mod relay;
mod signpost;
mod site;
mod store;
mod sync;
mod vault;
mod wire;

pub use age::{age_file, age_header, age_key, age_payload};
pub use care::{carried, entries, export};
pub use choice::{choose_line, log, plan};
pub use clinic::{clinic_answers, clinic_key};
pub use content::{FILES as CONTENT_FILES, content_files, packs, safe_words};
pub use measure::{bundle, dossier, fhirpath, questionnaire, questionnaire_pack, research};
pub use paper::report;
pub use relay::relay_requests;
pub use signpost::{signpost, signpost_line};
pub use site::{questions, site_requests};
pub use store::opened_store;
pub use sync::relay_answers;
pub use vault::{header, insides, keyring, payload, records, slots};
pub use wire::{invitation, wire};

/// Holds for any bytes. The answer: whether something was read from them.
pub type Law = fn(&[u8]) -> bool;

/// Every law by its name, which is also that of its target and of its corpus.
pub const LAWS: &[(&str, Law)] = &[
    ("age_file", age_file),
    ("age_header", age_header),
    ("age_key", age_key),
    ("age_payload", age_payload),
    ("bundle", bundle),
    ("carried", carried),
    ("choose_line", choose_line),
    ("clinic_answers", clinic_answers),
    ("clinic_key", clinic_key),
    ("content_files", content_files),
    ("dossier", dossier),
    ("entries", entries),
    ("export", export),
    ("fhirpath", fhirpath),
    ("header", header),
    ("insides", insides),
    ("invitation", invitation),
    ("keyring", keyring),
    ("log", log),
    ("opened_store", opened_store),
    ("packs", packs),
    ("payload", payload),
    ("plan", plan),
    ("questionnaire", questionnaire),
    ("questionnaire_pack", questionnaire_pack),
    ("questions", questions),
    ("records", records),
    ("relay_answers", relay_answers),
    ("relay_requests", relay_requests),
    ("report", report),
    ("research", research),
    ("safe_words", safe_words),
    ("signpost", signpost),
    ("signpost_line", signpost_line),
    ("site_requests", site_requests),
    ("slots", slots),
    ("wire", wire),
];
