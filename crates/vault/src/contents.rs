// SPDX-License-Identifier: Apache-2.0
use crate::{
    Epoch, Header, Index, Keyring, Lane, Payload, Place, Record, RecordError, RecordId, Records,
    Snapshot, StreamId, ThingId, Time, keys::Sealer,
};
use std::collections::{BTreeMap, BTreeSet};

/// A record that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// Its name.
    pub id: RecordId,
    /// Where it stands.
    pub place: Place,
    /// What kind of thing, as the caller numbers them; 0 for a tombstone.
    pub kind: u16,
    /// Which thing.
    pub thing: ThingId,
    /// When it was written.
    pub time: Time,
    /// Minutes that the wall clock was ahead of UTC.
    pub offset_min: i16,
    /// Records that it takes the place of.
    pub supersedes: Vec<RecordId>,
    /// The thing was deleted.
    pub tombstone: bool,
    /// What was written.
    pub body: Vec<u8>,
}

impl Opened {
    pub(crate) fn new(record: &Record, id: RecordId, payload: Payload) -> Self {
        Self {
            id,
            place: record.place(),
            kind: payload.kind,
            thing: payload.thing,
            time: payload.time,
            offset_min: payload.offset_min,
            supersedes: payload.supersedes,
            tombstone: payload.tombstone,
            body: payload.body,
        }
    }
}

/// Something in the store is not as it was written. Everything that can still be read is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Damage {
    /// Bytes that are no record.
    Bytes,
    /// A record of another vault, or of a stream or epoch that this keyring does not know.
    Foreign(Place),
    /// A record that does not open, or whose inside is not as the format says.
    Sealed(Place),
    /// Two different records in one place: the store was copied and both went on.
    Fork(Place),
    /// A record that does not follow from the one before it.
    Chain(Place),
    /// A record is missing here.
    Missing(Place),
}

/// Everything that could be read, and everything that could not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contents {
    /// Opened records, in the order in which they were written.
    pub opened: Vec<Opened>,
    /// What was noticed, each once.
    pub damage: Vec<Damage>,
}

/// Opens a snapshot record by record and checks every chain against its head.
pub(crate) fn read(keyring: &Keyring, snapshot: &Snapshot) -> Contents {
    let mut reading = Reading::new(keyring);
    for run in &snapshot.runs {
        reading.run(run);
    }
    reading.chains(snapshot);
    let mut opened = reading.opened;
    opened.sort_by_key(|o| (o.time, o.id));
    Contents {
        opened,
        damage: reading.damage.into_iter().collect(),
    }
}

/// Decrypts every record of a snapshot and drops it: no chains, no order, nothing kept. Returns how
/// many opened.
#[cfg(feature = "conformance")]
pub(crate) fn decrypt(keyring: &Keyring, snapshot: &Snapshot) -> usize {
    let mut reading = Reading::new(keyring);
    let records = snapshot.runs.iter().flat_map(|run| Records(run)).flatten();
    records
        .filter(|record| {
            let sealer = reading.sealer(record.header());
            sealer.is_some_and(|sealer| record.open(sealer).is_ok())
        })
        .count()
}

struct Reading<'a> {
    keyring: &'a Keyring,
    sealers: BTreeMap<(StreamId, Epoch), Option<Sealer>>,
    links: BTreeMap<Place, (RecordId, [u8; 32])>,
    opened: Vec<Opened>,
    damage: BTreeSet<Damage>,
}

impl<'a> Reading<'a> {
    fn new(keyring: &'a Keyring) -> Self {
        Self {
            keyring,
            sealers: BTreeMap::new(),
            links: BTreeMap::new(),
            opened: Vec::new(),
            damage: BTreeSet::new(),
        }
    }

    fn run(&mut self, run: &[u8]) {
        for record in Records(run) {
            match record {
                Ok(record) => self.record(&record),
                Err(_) => {
                    self.damage.insert(Damage::Bytes);
                }
            }
        }
    }

    fn record(&mut self, record: &Record) {
        let (place, id) = (record.place(), record.id());
        match self.links.get(&place) {
            Some((held, _)) if *held == id => return,
            Some(_) => {
                self.damage.insert(Damage::Fork(place));
            }
            None => {
                self.links.insert(place, (id, record.header().previous));
            }
        }
        let Some(sealer) = self.sealer(record.header()) else {
            self.damage.insert(Damage::Foreign(place));
            return;
        };
        match record.open(sealer) {
            Ok(payload) => self.opened.push(Opened::new(record, id, payload)),
            Err(RecordError::Purged) => {}
            Err(_) => {
                self.damage.insert(Damage::Sealed(place));
            }
        }
    }

    fn sealer(&mut self, header: &Header) -> Option<&Sealer> {
        if header.vault != self.keyring.vault {
            return None;
        }
        let keyring = self.keyring;
        self.sealers
            .entry((header.stream, header.epoch))
            .or_insert_with(|| Some(keyring.key(header.stream, header.epoch)?.derive_sealer()))
            .as_ref()
    }

    fn chains(&mut self, snapshot: &Snapshot) {
        let mut expected = BTreeMap::<Lane, (Index, [u8; 32])>::new();
        for (place, (id, previous)) in &self.links {
            let (next, hash) = expected.entry(place.lane).or_default();
            if place.index > *next {
                self.damage.insert(Damage::Missing(Place {
                    lane: place.lane,
                    index: *next,
                }));
            } else if *previous != *hash {
                self.damage.insert(Damage::Chain(*place));
            }
            (*next, *hash) = (place.index + 1, id.0);
        }
        for (lane, head) in &snapshot.heads {
            let (next, hash) = expected.remove(lane).unwrap_or_default();
            let place = |index| Place { lane: *lane, index };
            if next < head.next {
                self.damage.insert(Damage::Missing(place(next)));
            } else if next > head.next || hash != head.hash {
                self.damage.insert(Damage::Chain(place(head.next)));
            }
        }
        for lane in expected.into_keys() {
            self.damage.insert(Damage::Chain(Place { lane, index: 0 }));
        }
    }
}
