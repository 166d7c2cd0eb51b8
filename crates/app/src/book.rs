// SPDX-License-Identifier: Apache-2.0
//! Everything the person keeps, as it stands now, read from the vault's entries.

use crate::nav::Thing;
#[cfg(feature = "together")]
use kindhold_care::Keepsake;
use kindhold_care::{
    DiaryEntry, Entry, Episode, Letter, OwnWord, Plan, PracticeId, When, WordKind,
};
use kindhold_choice::History;
use kindhold_vault::{ThingId, Time};
use std::{collections::BTreeMap, fmt::Write};

/// From here on count versions whose clock was ahead, when a copy brings them in under another time.
pub(crate) const DATED_ANEW: u32 = 1 << 31;

/// One version of a thing, as it was written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Version {
    /// When it was written.
    pub(crate) written: When,
    /// Tells apart what was written while the clock stood still or went back.
    pub(crate) counter: u32,
    /// What was written.
    pub(crate) entry: Entry,
}

impl Version {
    /// Where it stands among the others.
    pub(crate) const fn time(&self) -> Time {
        Time {
            ms: self.written.unix_ms,
            counter: self.counter,
        }
    }
}

/// All things by name, each with its versions, oldest first. The last one shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Book {
    things: BTreeMap<Thing, Vec<Version>>,
    /// What others offered, each in its newest form.
    #[cfg(feature = "together")]
    offerings: BTreeMap<Thing, FromGuest>,
}

/// What somebody who was shown something has offered.
#[cfg(feature = "together")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FromGuest {
    /// Their grant.
    pub(crate) from: [u8; 16],
    /// What.
    pub(crate) offering: kindhold_care::Offering,
}

impl Book {
    /// Takes a version in. Versions of a thing stay in the order in which they were written; the
    /// same version twice is one.
    pub(crate) fn put(&mut self, thing: Thing, version: Version) {
        let versions = self.things.entry(thing).or_default();
        if versions.contains(&version) {
            return;
        }
        let at = versions.partition_point(|v| v.time() <= version.time());
        versions.insert(at, version);
    }

    /// Takes a thing out with all its versions.
    pub(crate) fn remove(&mut self, thing: &Thing) {
        self.things.remove(thing);
    }

    /// How a thing stands now.
    pub(crate) fn get(&self, thing: &Thing) -> Option<&Entry> {
        Some(&self.things.get(thing)?.last()?.entry)
    }

    /// Every thing with every version, for an export.
    pub(crate) fn versions(&self) -> impl Iterator<Item = (&Thing, &Version)> {
        self.things
            .iter()
            .flat_map(|(t, vs)| vs.iter().map(move |v| (t, v)))
    }

    /// Those things alone whose newest version is so, with all their versions.
    #[cfg(feature = "together")]
    pub(crate) fn only(&self, is_so: impl Fn(&Entry) -> bool) -> Self {
        let shows = |vs: &Vec<Version>| vs.last().is_some_and(|v| is_so(&v.entry));
        let things = self.things.iter().filter(|(_, vs)| shows(vs));
        Self {
            things: things.map(|(t, vs)| (*t, vs.clone())).collect(),
            offerings: BTreeMap::new(),
        }
    }

    /// Takes in what somebody offered. Called in the order of writing.
    #[cfg(feature = "together")]
    pub(crate) fn put_offering(&mut self, thing: Thing, offering: FromGuest) {
        self.offerings.insert(thing, offering);
    }

    /// What others offered and was not put aside, newest first.
    #[cfg(feature = "together")]
    pub(crate) fn offerings(&self) -> Vec<(Thing, FromGuest)> {
        let aside: Vec<&str> = self
            .current()
            .filter_map(|(_, v)| match &v.entry {
                Entry::Aside(aside) => Some(aside.offering.as_str()),
                _ => None,
            })
            .collect();
        let all = self.offerings.iter();
        let left = all.filter(|(thing, _)| !aside.contains(&hex(&thing.0).as_str()));
        let left = left.map(|(thing, o)| (*thing, o.clone())).collect();
        let mut left = by_time(left, |(_, o): &(Thing, FromGuest)| o.offering.at);
        left.reverse();
        left
    }

    /// A counsellor's notes on somebody, newest first.
    #[cfg(feature = "together")]
    pub(crate) fn notes(&self, about: &str) -> Vec<(Thing, kindhold_care::Note)> {
        let notes = self.current().filter_map(|(t, v)| match &v.entry {
            Entry::Note(note) if note.about == about => Some((t, note.clone())),
            _ => None,
        });
        let mut all = by_time(notes.collect(), |(_, n): &(Thing, kindhold_care::Note)| {
            n.at
        });
        all.reverse();
        all
    }

    /// Whether exactly this version is here already. One that was dated anew is known by its words.
    pub(crate) fn has(&self, thing: &Thing, version: &Version) -> bool {
        let is_it = |v: &Version| {
            v.entry == version.entry
                && (version.counter >= DATED_ANEW || v.time() == version.time())
        };
        self.things
            .get(thing)
            .is_some_and(|vs| vs.iter().any(is_it))
    }

    /// Every thing in its newest version.
    pub(crate) fn current(&self) -> impl Iterator<Item = (Thing, &Version)> {
        self.things
            .iter()
            .filter_map(|(t, vs)| Some((*t, vs.last()?)))
    }

    /// Episodes, oldest first.
    pub(crate) fn episodes(&self) -> Vec<&Episode> {
        let all: Vec<&Episode> = self
            .current()
            .filter_map(|(_, v)| match &v.entry {
                Entry::Episode(e) => Some(e),
                _ => None,
            })
            .collect();
        by_time(all, |e| e.moment.at)
    }

    /// The plan and its name; `None` when none was written yet.
    pub(crate) fn plan(&self) -> Option<(Thing, &Plan)> {
        self.current()
            .filter_map(|(t, v)| match &v.entry {
                Entry::Plan(p) => Some((v.written, t, p)),
                _ => None,
            })
            .max_by_key(|(written, ..)| *written)
            .map(|(_, t, p)| (t, p))
    }

    /// Earlier versions of the plan, newest first.
    pub(crate) fn earlier_plans(&self) -> Vec<(When, Plan)> {
        let Some((thing, now)) = self.plan() else {
            return Vec::new();
        };
        let versions = self.things.get(&thing).into_iter().flatten();
        let mut all: Vec<_> = versions
            .filter_map(|v| match &v.entry {
                Entry::Plan(p) if p != now => Some((v.written, p.clone())),
                _ => None,
            })
            .collect();
        all.reverse();
        all
    }

    /// Diary entries, newest first.
    pub(crate) fn diary(&self) -> Vec<(Thing, DiaryEntry)> {
        let mut all: Vec<_> = self
            .current()
            .filter_map(|(t, v)| match &v.entry {
                Entry::Diary(d) => Some((t, d.clone())),
                _ => None,
            })
            .collect();
        all = by_time(all, |(_, d)| d.at);
        all.reverse();
        all
    }

    /// Letters, newest first.
    pub(crate) fn letters(&self) -> Vec<(Thing, Letter)> {
        let mut all: Vec<_> = self
            .current()
            .filter_map(|(t, v)| match &v.entry {
                Entry::Letter(l) => Some((t, l.clone())),
                _ => None,
            })
            .collect();
        all = by_time(all, |(_, l)| l.at);
        all.reverse();
        all
    }

    /// What was kept of a step of the programme, newest first: of one part of it, or of all. Parts in
    /// which somebody has only been are left out.
    #[cfg(feature = "together")]
    pub(crate) fn keepsakes(&self, step: &str, part: Option<&str>) -> Vec<(Thing, Keepsake)> {
        let all = self.current().filter_map(|(t, v)| match &v.entry {
            Entry::Keepsake(k) if k.step == step && part.is_none_or(|p| k.part == p) => {
                (!k.is_empty()).then(|| (t, k.clone()))
            }
            _ => None,
        });
        let mut all = by_time(all.collect(), |(_, k): &(Thing, Keepsake)| k.at);
        all.reverse();
        all
    }

    /// Whether anything of the programme was kept.
    #[cfg(feature = "together")]
    pub(crate) fn has_keepsakes(&self) -> bool {
        self.current()
            .any(|(_, v)| matches!(&v.entry, Entry::Keepsake(k) if !k.is_empty()))
    }

    /// Whether somebody has been in a part of the programme.
    #[cfg(feature = "together")]
    pub(crate) fn has_been(&self, step: &str, part: &str) -> bool {
        self.current().any(
            |(_, v)| matches!(&v.entry, Entry::Keepsake(k) if k.step == step && k.part == part),
        )
    }

    /// Own sentences of one kind, oldest first.
    pub(crate) fn own_words(&self, kind: WordKind) -> Vec<(Thing, String)> {
        let all: Vec<_> = self
            .current()
            .filter_map(|(t, v)| match &v.entry {
                Entry::Word(OwnWord { kind: k, text }) if *k == kind => {
                    Some((v.written, t, text.clone()))
                }
                _ => None,
            })
            .collect();
        by_time(all, |(written, ..)| *written)
            .into_iter()
            .map(|(_, t, text)| (t, text))
            .collect()
    }

    /// Practices hidden for good, each with the thing that says so.
    pub(crate) fn hidden(&self) -> Vec<(Thing, PracticeId)> {
        let mut newest: BTreeMap<&PracticeId, (When, Thing, bool)> = BTreeMap::new();
        for (thing, version) in self.current() {
            if let Entry::Hidden(h) = &version.entry {
                let held = newest
                    .entry(&h.practice)
                    .or_insert((version.written, thing, h.hidden));
                if version.written >= held.0 {
                    *held = (version.written, thing, h.hidden);
                }
            }
        }
        let on = newest.into_iter().filter(|(_, (.., hidden))| *hidden);
        on.map(|(practice, (_, thing, _))| (thing, practice.clone()))
            .collect()
    }

    /// What the choice may look at.
    pub(crate) fn history(&self) -> History {
        History::new(self.episodes(), self.hidden().into_iter().map(|(_, p)| p))
    }
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, b| {
        let _ = write!(out, "{b:02x}");
        out
    })
}

/// A name of 32 hexadecimal digits; `None` when it is none.
pub(crate) fn thing_of(hex: &str) -> Option<Thing> {
    let mut id = [0; 16];
    if hex.len() != 32 || !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    for (n, b) in id.iter_mut().enumerate() {
        *b = u8::from_str_radix(hex.get(2 * n..2 * n + 2)?, 16).ok()?;
    }
    Some(ThingId(id))
}

/// The same things, oldest first; what is of one time stays in its order. One sort of plain numbers
/// serves every kind of thing: each sort of its own would weigh five kilobytes.
pub(crate) fn by_time<T>(things: Vec<T>, at: impl Fn(&T) -> When) -> Vec<T> {
    let mut order: Vec<(i64, usize)> = things
        .iter()
        .enumerate()
        .map(|(n, thing)| (at(thing).unix_ms, n))
        .collect();
    order.sort_unstable();
    let mut things: Vec<Option<T>> = things.into_iter().map(Some).collect();
    order
        .into_iter()
        .filter_map(|(_, n)| things[n].take())
        .collect()
}
