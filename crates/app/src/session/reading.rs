// SPDX-License-Identifier: Apache-2.0
use crate::{
    book::{Book, Version},
    nav::Thing,
    words::{t, t_with},
};
use kindhold_care::{Entry, When};
use kindhold_vault::{Damage, Opened};
use std::collections::BTreeSet;

/// What records say: versions of things, and things that were deleted.
#[derive(Debug, Default)]
pub(crate) struct News {
    versions: Vec<(Thing, Version)>,
    deleted: BTreeSet<Thing>,
    #[cfg(feature = "together")]
    offerings: Vec<(Thing, crate::book::FromGuest)>,
}

/// What was read, and how much of it could not be.
pub(crate) struct Read {
    /// What could.
    pub(crate) news: News,
    /// Entries that opened but are of a kind or form not known here.
    pub(crate) unreadable: usize,
}

impl News {
    /// Puts it into a book. What was deleted stays deleted, in whatever order it is heard of.
    pub(crate) fn put_into(self, book: &mut Book) {
        for (thing, version) in self.versions {
            book.put(thing, version);
        }
        for thing in &self.deleted {
            book.remove(thing);
        }
        #[cfg(feature = "together")]
        for (thing, offering) in self.offerings {
            book.put_offering(thing, offering);
        }
    }

    /// Of what a guest wrote offerings alone are read.
    #[cfg(feature = "together")]
    fn take_offering(&mut self, record: &Opened) {
        let entry = minicbor_serde::from_slice::<Entry>(&record.body);
        if let Ok(Entry::Offering(offering)) = entry {
            let from = record.place.lane.device.0;
            let offering = crate::book::FromGuest { from, offering };
            self.offerings.push((record.thing, offering));
        }
    }
}

/// Reads records as entries.
pub(crate) fn read(records: &[Opened]) -> Read {
    let mut read = Read {
        news: News::default(),
        unreadable: 0,
    };
    for record in records {
        if record.by_guest {
            #[cfg(feature = "together")]
            read.news.take_offering(record);
            continue;
        }
        if record.tombstone {
            read.news.deleted.insert(record.thing);
            continue;
        }
        match minicbor_serde::from_slice::<Entry>(&record.body) {
            Ok(entry) => {
                let written = When {
                    unix_ms: record.time.ms,
                    offset_min: record.offset_min,
                };
                read.news.versions.push((
                    record.thing,
                    Version {
                        written,
                        counter: record.time.counter,
                        entry,
                    },
                ));
            }
            Err(_) => read.unreadable += 1,
        }
    }
    read
}

/// One sentence on what is not as it was written; `None` when all is well.
pub(super) fn notice(damage: &[Damage], unreadable: usize) -> Option<String> {
    let lost = damage
        .iter()
        .filter(|d| !matches!(d, Damage::Fork(_) | Damage::Chain(_)))
        .count();
    match lost + unreadable {
        0 if damage.is_empty() => None,
        0 => Some(t("notice-two-histories")),
        n => Some(t_with("notice-damaged", &[("n", (n as u32).into())])),
    }
}
