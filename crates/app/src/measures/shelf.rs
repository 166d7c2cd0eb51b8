// SPDX-License-Identifier: Apache-2.0
//! The questionnaires that are here, read once.

use crate::{
    book::Book,
    nav::Thing,
    words::{lang, t, t_with},
};
use kindhold_care::{Pack, Response};
use kindhold_measure::{Instrument, pack, weekly};
use std::{cell::RefCell, collections::BTreeMap};

thread_local! {
    static READ: RefCell<BTreeMap<String, Option<&'static Instrument>>> = const { RefCell::new(BTreeMap::new()) };
}

/// How often a questionnaire can be offered, in days; 0 for only when it is opened.
pub(crate) const EVERY: [u16; 4] = [0, 7, 14, 28];

/// The word for how often.
pub(crate) fn every_word(days: u16) -> String {
    if EVERY.contains(&days) {
        return t(&format!("cadence-{days}"));
    }
    t_with("cadence-other", &[("n", days.into())])
}

/// A questionnaire that is here.
#[derive(Clone, Copy)]
pub(super) struct Here {
    /// What it asks.
    pub(super) instrument: &'static Instrument,
    /// The thing that holds it; none for the one that is built in.
    pub(super) thing: Option<Thing>,
}

impl PartialEq for Here {
    fn eq(&self, other: &Self) -> bool {
        self.thing == other.thing && self.instrument.checksum == other.instrument.checksum
    }
}

/// The weekly check in the language of the screen.
pub(super) fn weekly_check() -> Option<&'static Instrument> {
    read("weekly", || {
        let text = weekly::questionnaire(t, &lang());
        Instrument::read(&text, &lang()).ok().map(|r| r.instrument)
    })
}

/// Reads a questionnaire once and keeps it for as long as the page lives: there are few of them.
fn read(name: &str, make: impl FnOnce() -> Option<Instrument>) -> Option<&'static Instrument> {
    if let Some(held) = READ.with_borrow(|read| read.get(name).copied()) {
        return held;
    }
    let made = make().map(|instrument| &*Box::leak(Box::new(instrument)));
    READ.with_borrow_mut(|read| read.insert(name.to_owned(), made));
    made
}

/// The questionnaire in a pack; `None` when it cannot be read.
pub(super) fn of_pack(held: &Pack) -> Option<&'static Instrument> {
    read(&held.checksum, || {
        let opened = pack::open(&held.pack).ok()?;
        opened.read(&lang()).ok().map(|r| r.instrument)
    })
}

/// What a pack is called.
pub(crate) fn title_of_pack(held: &Pack) -> String {
    of_pack(held).map_or_else(String::new, |i| i.title.clone())
}

/// The pack with a checksum, to be offered to somebody.
pub(crate) fn offerable(book: &Book, checksum: &str) -> Option<String> {
    let mut packs = book.packs().into_iter();
    let (_, held) = packs.find(|(_, p)| p.checksum == checksum)?;
    Some(held.pack)
}

/// Everything that can be answered here: the weekly check, then the newest wording of each that came as a file.
pub(super) fn all(book: &Book) -> Vec<Here> {
    let mut all: Vec<Here> = weekly_check()
        .map(|instrument| Here {
            instrument,
            thing: None,
        })
        .into_iter()
        .collect();
    for (thing, held) in book.packs() {
        if let Some(instrument) = of_pack(&held) {
            all.retain(|here| here.instrument.url != instrument.url);
            all.push(Here {
                instrument,
                thing: Some(thing),
            });
        }
    }
    all
}

/// The questionnaire that a response answers: the very wording where it is here, else another of that name.
pub(super) fn for_response(book: &Book, response: &Response) -> Option<&'static Instrument> {
    let packs = book.packs();
    let exact = packs.iter().find(|(_, p)| p.checksum == response.checksum);
    let same = packs.iter().rev().find(|(_, p)| p.url == response.url);
    if let Some((_, held)) = exact.or(same) {
        return of_pack(held);
    }
    weekly_check().filter(|weekly| weekly.url == response.url)
}

/// The questionnaire with a checksum.
pub(super) fn by_checksum(book: &Book, checksum: &str) -> Option<&'static Instrument> {
    let here = all(book).into_iter().map(|here| here.instrument);
    let mut here = here.filter(|i| i.checksum == checksum);
    here.next().or_else(|| {
        let packs = book.packs();
        let (_, held) = packs.iter().find(|(_, p)| p.checksum == checksum)?;
        of_pack(held)
    })
}
