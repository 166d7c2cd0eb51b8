// SPDX-License-Identifier: Apache-2.0
use crate::{
    Epoch, Head, Header, Index, Keyring, Lane, Payload, Place, Record, RecordError, RecordId,
    Records, Store, StoreError, StreamId, ThingId, Time, hazmat, keys::Sealer,
};
use std::collections::{BTreeMap, BTreeSet};

/// A record that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// Its name.
    pub id: RecordId,
    /// Where it stands.
    pub place: Place,
    /// The epoch of the stream that it is sealed in.
    pub epoch: Epoch,
    /// Written back by somebody who was shown something, into their own inbox; the lane's device is
    /// their grant. What they name are things of their own, whatever they call them.
    pub by_guest: bool,
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
    pub(crate) fn new(keyring: &Keyring, record: &Record, id: RecordId, payload: Payload) -> Self {
        let place = record.place();
        let opened = Self {
            id,
            place,
            epoch: record.header().epoch,
            by_guest: keyring.is_guest(place.lane),
            kind: payload.kind,
            thing: payload.thing,
            time: payload.time,
            offset_min: payload.offset_min,
            supersedes: payload.supersedes,
            tombstone: payload.tombstone,
            body: payload.body,
        };
        if opened.by_guest {
            opened.of_guest()
        } else {
            opened
        }
    }

    /// A guest can neither delete nor change what is not theirs: their things have names of their own,
    /// and what they say it supersedes is not believed.
    fn of_guest(mut self) -> Self {
        let name = hazmat::sha256(&[GUEST, &self.place.lane.device.0, &self.thing.0]);
        self.thing.0.copy_from_slice(&name[..16]);
        self.supersedes.clear();
        self
    }
}

const GUEST: &[u8] = b"kindhold/v1/guest-thing";

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

/// Decrypts every record of some runs and drops it: no chains, no order, nothing kept. Returns how
/// many opened.
#[cfg(feature = "conformance")]
pub(crate) fn decrypt(keyring: &Keyring, runs: &[Vec<u8>]) -> usize {
    let mut reading = Reading::new(Some(keyring));
    let records = runs.iter().flat_map(|run| Records(run)).flatten();
    records
        .filter(|record| reading.open(record).is_some())
        .count()
}

/// Hashes every record in a store and checks the chains. No key is needed, and nothing is opened.
///
/// [`Vault::unlock`](crate::Vault::unlock) and [`Vault::read`](crate::Vault::read) leave this out,
/// for it takes about as long as decrypting: where a record opens, they believe what it says of the
/// one before it. So a swap of two records that the same device sealed for one place, which takes a
/// fork to have both, is noticed here alone.
///
/// # Errors
/// [`StoreError`].
pub async fn check_chains(store: &impl Store) -> Result<Vec<Damage>, StoreError> {
    let mut reading = Reading::new(None);
    let heads = store.load(&mut |run| reading.run(run)).await?;
    Ok(reading.end(&heads).damage)
}

/// Opens what a store hands over, record by record. Without a keyring it checks the chains instead.
pub(crate) struct Reading<'a> {
    keyring: Option<&'a Keyring>,
    sealers: BTreeMap<(StreamId, Epoch), Option<Sealer>>,
    chains: Vec<(Lane, Vec<Link>)>,
    opened: Vec<Opened>,
    damage: BTreeSet<Damage>,
}

/// A record in its chain; `previous` is what it says the one before it is called.
struct Link {
    index: Index,
    id: RecordId,
    previous: [u8; 32],
}

impl<'a> Reading<'a> {
    pub(crate) const fn new(keyring: Option<&'a Keyring>) -> Self {
        Self {
            keyring,
            sealers: BTreeMap::new(),
            chains: Vec::new(),
            opened: Vec::new(),
            damage: BTreeSet::new(),
        }
    }

    /// Reads a run of records.
    pub(crate) fn run(&mut self, run: &[u8]) {
        let mut before: Option<(Record, Option<Payload>)> = None;
        for record in Records(run) {
            let Ok(record) = record else {
                self.damage.insert(Damage::Bytes);
                break;
            };
            let payload = self.open(&record);
            if let Some((held, inside)) = before {
                let said = payload.is_some() && record.follows(&held);
                let id = if said {
                    RecordId(record.header().previous)
                } else {
                    held.id()
                };
                self.take(&held, id, inside);
            }
            before = Some((record, payload));
        }
        if let Some((held, inside)) = before {
            self.take(&held, held.id(), inside);
        }
    }

    /// What was opened, in the order in which it was written, without a look at the chains.
    pub(crate) fn opened(mut self) -> Vec<Opened> {
        self.opened.sort_unstable_by_key(|o| (o.time, o.id));
        self.opened
    }

    /// Checks every chain against its head, and puts what was opened in order.
    pub(crate) fn end(mut self, heads: &BTreeMap<Lane, Head>) -> Contents {
        for lane in heads.keys() {
            self.chain(*lane);
        }
        for (lane, links) in &self.chains {
            let head = heads.get(lane).copied().unwrap_or_default();
            self.damage.extend(damage(*lane, links, head));
        }
        self.opened.sort_unstable_by_key(|o| (o.time, o.id));
        Contents {
            opened: self.opened,
            damage: self.damage.into_iter().collect(),
        }
    }

    /// What is inside; `None` when that cannot be known.
    fn open(&mut self, record: &Record) -> Option<Payload> {
        self.keyring?;
        let failed = match self.look_into(record) {
            Ok(payload) => return Some(payload),
            Err(RecordError::Purged) => return None,
            Err(RecordError::Foreign) => Damage::Foreign(record.place()),
            Err(_) => Damage::Sealed(record.place()),
        };
        self.damage.insert(failed);
        None
    }

    /// What is inside a record.
    pub(crate) fn look_into(&mut self, record: &Record) -> Result<Payload, RecordError> {
        let header = record.header();
        let keyring = self.keyring.filter(|k| k.vault == header.vault);
        let keyring = keyring.ok_or(RecordError::Foreign)?;
        let sealer = self.sealer(keyring, header).ok_or(RecordError::Foreign)?;
        record.open(sealer)
    }

    fn sealer(&mut self, keyring: &Keyring, header: &Header) -> Option<&Sealer> {
        self.sealers
            .entry((header.stream, header.epoch))
            .or_insert_with(|| Some(keyring.key(header.stream, header.epoch)?.derive_sealer()))
            .as_ref()
    }

    /// Puts a record in its chain.
    fn take(&mut self, record: &Record, id: RecordId, payload: Option<Payload>) {
        let (place, previous) = (record.place(), record.header().previous);
        let chain = self.chain(place.lane);
        match chain.binary_search_by_key(&place.index, |link| link.index) {
            Ok(held) if chain[held].id == id => return,
            Ok(_) => {
                self.damage.insert(Damage::Fork(place));
            }
            Err(at) => {
                let index = place.index;
                chain.insert(
                    at,
                    Link {
                        index,
                        id,
                        previous,
                    },
                );
            }
        }
        let opened = payload.zip(self.keyring);
        let opened = opened.map(|(payload, keyring)| Opened::new(keyring, record, id, payload));
        self.opened.extend(opened);
    }

    /// The chain of a lane. Stores hand over lane by lane: it is nearly always the newest.
    fn chain(&mut self, lane: Lane) -> &mut Vec<Link> {
        let known = self.chains.iter().rposition(|(l, _)| *l == lane);
        let at = known.unwrap_or_else(|| {
            self.chains.push((lane, Vec::new()));
            self.chains.len() - 1
        });
        &mut self.chains[at].1
    }
}

/// Where a chain is not whole.
fn damage(lane: Lane, links: &[Link], head: Head) -> Vec<Damage> {
    let place = |index| Place { lane, index };
    let (mut next, mut hash) = (0, [0; 32]);
    let mut damage = Vec::new();
    for link in links {
        if link.index > next {
            damage.push(Damage::Missing(place(next)));
        } else if link.previous != hash {
            damage.push(Damage::Chain(place(link.index)));
        }
        (next, hash) = (link.index.saturating_add(1), link.id.0);
    }
    if next < head.next {
        damage.push(Damage::Missing(place(next)));
    } else if next > head.next || hash != head.hash {
        damage.push(Damage::Chain(place(head.next)));
    }
    damage
}
