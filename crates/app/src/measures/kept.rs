// SPDX-License-Identifier: Apache-2.0
//! What a book holds of this part.

use crate::{
    book::{Book, by_time},
    nav::Thing,
};
use kindhold_care::{Consent, Entry, Pack, Phase, Response, When};

impl Book {
    /// Questionnaires that came as files, oldest first.
    pub(crate) fn packs(&self) -> Vec<(Thing, Pack)> {
        let all = self.current().filter_map(|(thing, v)| match &v.entry {
            Entry::Pack(pack) => Some((thing, pack.clone())),
            _ => None,
        });
        by_time(all.collect(), |(_, pack): &(Thing, Pack)| pack.at)
    }

    /// Everything that was answered, oldest first; those with no answer at all are left out.
    pub(crate) fn responses(&self) -> Vec<(Thing, Response)> {
        let all = self.current().filter_map(|(thing, v)| match &v.entry {
            Entry::Response(r) if !r.answers.is_empty() || r.ended => Some((thing, r.clone())),
            _ => None,
        });
        by_time(all.collect(), |(_, r): &(Thing, Response)| r.at)
    }

    /// How often a questionnaire is offered, with the thing that says so; 0 days when nothing was said.
    pub(crate) fn cadence(&self, url: &str) -> (Option<Thing>, u16) {
        let said = self.current().filter_map(|(thing, v)| match &v.entry {
            Entry::Cadence(c) if c.url == url => Some((v.written, thing, c.every_days)),
            _ => None,
        });
        let newest = said.max_by_key(|(written, ..)| *written);
        newest.map_or((None, 0), |(_, thing, days)| (Some(thing), days))
    }

    /// Days on which something new began, oldest first: one's own (`about` empty), or those a counsellor has
    /// marked for somebody.
    pub(crate) fn phases(&self, about: &str) -> Vec<(Thing, Phase)> {
        let all = self.current().filter_map(|(thing, v)| match &v.entry {
            Entry::Phase(p) if p.about == about => Some((thing, p.clone())),
            _ => None,
        });
        by_time(all.collect(), |(_, p): &(Thing, Phase)| p.at)
    }

    /// What was said to studies, oldest first.
    pub(crate) fn consents(&self) -> Vec<(Thing, Consent)> {
        let all = self.current().filter_map(|(thing, v)| match &v.entry {
            Entry::Consent(c) => Some((v.written, thing, c.clone())),
            _ => None,
        });
        let all = by_time(all.collect(), |(written, ..): &(When, Thing, Consent)| {
            *written
        });
        all.into_iter().map(|(_, thing, c)| (thing, c)).collect()
    }

    /// Whether anything was answered.
    pub(crate) fn has_responses(&self) -> bool {
        self.current()
            .any(|(_, v)| matches!(&v.entry, Entry::Response(r) if !r.answers.is_empty()))
    }
}
