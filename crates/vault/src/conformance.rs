// SPDX-License-Identifier: Apache-2.0
//! The suite that every store runs, and a vault full of records for benchmarks.

pub mod inside;
mod lanes;
mod relay;

pub use relay::{Held, ModelRelay};

use crate::{
    Amk, Batch, Contents, Damage, Draft, Head, Header, Keyring, Lane, Payload, Place, Random,
    Record, Slot, SlotError, Slots, Store, StoreError, Stream, ThingId, Time, Vault, VaultError,
    VaultId, contents,
    together::{self, Door, Relay, Shared, SyncError},
};
use std::collections::BTreeMap;

/// What one test of the suite found.
pub type Outcome = (&'static str, Result<(), String>);

/// Randomness that is the same each time; for tests alone.
#[derive(Debug, Clone)]
pub struct Seeded(pub u64);

impl Random for Seeded {
    fn fill(&mut self, bytes: &mut [u8]) {
        for b in bytes {
            // xorshift64* (Vigna 2016): any spread of bits will do here
            self.0 ^= self.0 >> 12;
            self.0 ^= self.0 << 25;
            self.0 ^= self.0 >> 27;
            *b = (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 56) as u8;
        }
    }
}

/// Runs the suite. `open` opens the store of a name: the same name, the same store.
pub async fn run<S: Store>(open: impl AsyncFn(&str) -> S) -> Vec<Outcome> {
    vec![
        ("a new store is empty", is_empty(&open("empty").await).await),
        (
            "meta is set, read and taken away",
            meta(&open("meta").await).await,
        ),
        (
            "what was committed is there in another window",
            kept(&open, "kept").await,
        ),
        (
            "a batch with an old head writes nothing",
            stale(&open, "stale").await,
        ),
        (
            "a batch with an old meta writes nothing",
            stale_meta(&open("swap").await).await,
        ),
        ("two windows lose nothing", windows(&open, "windows").await),
        (
            "a deleted thing leaves no content",
            deleted(&open, "deleted").await,
        ),
        (
            "any part of a lane can be read",
            lanes::parts(open("parts").await).await,
        ),
        (
            "a lane that is set back goes on from there",
            lanes::set_back(&open, "set-back").await,
        ),
        (
            "many at once and one by one take turns",
            lanes::turns(&open, "turns").await,
        ),
        ("folding changes nothing", folded(&open, "folded").await),
        ("erasing leaves nothing", erased(&open, "erased").await),
    ]
}

/// A vault with a slot of the device, as the app makes one.
///
/// # Errors
/// The store's.
pub async fn sample_vault<S: Store>(store: S, random: &mut Seeded) -> Result<Vault<S>, VaultError> {
    Vault::create(store, &["private", "diary"], slot, random).await
}

/// Joins a vault that lies at a relay, with the way in that [`reopen`] opens.
///
/// # Errors
/// Those of [`Vault::join`].
pub async fn sample_join<S: Store>(
    store: S,
    relay: &impl Relay,
    door: &Door,
    random: &mut Seeded,
) -> Result<Vault<S>, SyncError> {
    let mut own = random.clone();
    let way_in = move |amk: &Amk| Ok(Slot::for_device(amk, &device(), &mut own));
    Vault::join(store, relay, door, "another", 0, way_in, random).await
}

/// A device's question for its state, signed in: to be asked again by whoever waits.
///
/// # Errors
/// Those of a sync.
pub async fn waiting<S: Store>(
    vault: &Vault<S>,
    relay: &impl Relay,
) -> Result<together::Request, SyncError> {
    vault.state_request(relay).await
}

/// The keys that a grant gave, as somebody keeps them who was shut out since.
pub fn grant_keys<S: Store>(shared: &Shared<S>) -> Vec<Stream> {
    shared.known_streams()
}

/// Whether a record opens with some keys.
#[must_use]
pub fn opens_with(record: &Record, vault: VaultId, streams: &[Stream]) -> bool {
    let keyring = Keyring {
        vault,
        device: record.place().lane.device,
        streams: streams.to_vec(),
    };
    contents::Reading::new(Some(&keyring))
        .look_into(record)
        .is_ok()
}

/// Opens what [`sample_vault`] made.
///
/// # Errors
/// The store's.
pub async fn reopen<S: Store>(store: S) -> Result<(Vault<S>, Contents), VaultError> {
    Vault::unlock(store, |slots: &Slots| slots.open_with_device(&device())).await
}

/// Fills a sample vault with `n` records of about `size` bytes, a thousand to a batch.
///
/// # Errors
/// The store's.
pub async fn fill<S: Store>(
    vault: &Vault<S>,
    n: u64,
    size: usize,
    random: &mut Seeded,
) -> Result<(), VaultError> {
    let mut all = vault.sample_records(n, size, random)?;
    let mut head = Head::default();
    while !all.is_empty() {
        let rest = all.split_off(all.len().min(1000));
        let Some(last) = all.last() else { break };
        let (place, id) = (last.place(), last.id());
        let batch = Batch {
            expect_heads: vec![(place.lane, head)],
            append: all,
            ..Batch::default()
        };
        vault.store().commit(&batch).await?;
        head = Head {
            next: place.index + 1,
            hash: id.0,
        };
        all = rest;
    }
    Ok(())
}

/// Decrypts records that are in memory, and nothing else: the reference for a benchmark of opening a
/// vault. Returns how many opened.
pub fn decrypt<S: Store>(vault: &Vault<S>, runs: &[Vec<u8>]) -> usize {
    contents::decrypt(vault.keyring(), runs)
}

/// Everything in a store at one moment: the head of each lane, and runs of stored records.
///
/// # Errors
/// The store's.
pub async fn snapshot<S: Store>(
    store: &S,
) -> Result<(BTreeMap<Lane, Head>, Vec<Vec<u8>>), StoreError> {
    let mut runs = Vec::new();
    let heads = store.load(&mut |run| runs.push(run.to_vec())).await?;
    Ok((heads, runs))
}

fn device() -> crate::DeviceSecret {
    crate::DeviceSecret::new([7; 32])
}

fn slot(amk: &Amk) -> Result<Slot, SlotError> {
    Ok(Slot::for_device(amk, &device(), &mut Seeded(3)))
}

type Test = Result<(), String>;

fn say(e: impl std::fmt::Display) -> String {
    e.to_string()
}

fn holds(so: bool, what: &str) -> Test {
    if so { Ok(()) } else { Err(what.to_owned()) }
}

const fn draft(n: u8, body: &[u8]) -> Draft<'_> {
    draft_of(ThingId([n; 16]), body)
}

const fn draft_of(thing: ThingId, body: &[u8]) -> Draft<'_> {
    Draft {
        stream: "diary",
        kind: 1,
        thing,
        wall_ms: 0,
        offset_min: 0,
        written: None,
        body,
    }
}

async fn is_empty<S: Store>(store: &S) -> Test {
    let (heads, runs) = snapshot(store).await.map_err(say)?;
    holds(heads.is_empty() && runs.is_empty(), "there are records")?;
    holds(
        store.meta("slots").await.map_err(say)?.is_none(),
        "there is meta",
    )
}

async fn meta<S: Store>(store: &S) -> Test {
    let set = |value| Batch {
        meta: vec![("m".into(), value)],
        ..Batch::default()
    };
    store.commit(&set(Some(vec![1, 2]))).await.map_err(say)?;
    holds(
        store.meta("m").await.map_err(say)? == Some(vec![1, 2]),
        "not what was set",
    )?;
    store.commit(&set(None)).await.map_err(say)?;
    holds(
        store.meta("m").await.map_err(say)?.is_none(),
        "not taken away",
    )
}

async fn kept<S: Store>(open: &impl AsyncFn(&str) -> S, name: &str) -> Test {
    let mut random = Seeded(1);
    let mut vault = sample_vault(open(name).await, &mut random)
        .await
        .map_err(say)?;
    for n in 0..5 {
        vault
            .append(draft(n, &[n]), &mut random)
            .await
            .map_err(say)?;
    }
    let (_, contents) = reopen(open(name).await).await.map_err(say)?;
    let bodies: Vec<_> = contents.opened.iter().map(|o| o.body.clone()).collect();
    holds(bodies == [[0], [1], [2], [3], [4]], "other bodies")?;
    holds(contents.damage.is_empty(), "damage where there is none")
}

async fn stale<S: Store>(open: &impl AsyncFn(&str) -> S, name: &str) -> Test {
    let mut random = Seeded(1);
    let vault = sample_vault(open(name).await, &mut random)
        .await
        .map_err(say)?;
    fill(&vault, 3, 40, &mut random).await.map_err(say)?;
    let before = snapshot(vault.store()).await.map_err(say)?;
    let extra = vault.sample_records(4, 40, &mut random).map_err(say)?;
    let lane = extra[3].place().lane;
    let batch = Batch {
        expect_heads: vec![(lane, Head::default())],
        append: extra[3..].to_vec(),
        meta: vec![("m".into(), Some(vec![1]))],
        purge: vec![(Place { lane, index: 0 }, crate::RecordId([0; 32]))],
        ..Batch::default()
    };
    let refused = vault.store().commit(&batch).await;
    holds(refused == Err(StoreError::Conflict), "it was not refused")?;
    holds(
        snapshot(vault.store()).await.map_err(say)? == before,
        "something was written",
    )?;
    holds(
        vault.store().meta("m").await.map_err(say)?.is_none(),
        "meta was written",
    )
}

async fn stale_meta<S: Store>(store: &S) -> Test {
    let batch = Batch {
        expect_meta: vec![("m".into(), Some(vec![9]))],
        meta: vec![("m".into(), Some(vec![1]))],
        ..Batch::default()
    };
    let refused = store.commit(&batch).await;
    holds(refused == Err(StoreError::Conflict), "it was not refused")?;
    holds(
        store.meta("m").await.map_err(say)?.is_none(),
        "meta was written",
    )
}

async fn windows<S: Store>(open: &impl AsyncFn(&str) -> S, name: &str) -> Test {
    let mut random = Seeded(1);
    let mut one = sample_vault(open(name).await, &mut random)
        .await
        .map_err(say)?;
    let (mut two, _) = reopen(open(name).await).await.map_err(say)?;
    for n in 0..10 {
        let window = if n % 2 == 0 { &mut one } else { &mut two };
        window
            .append(draft(n, &[n]), &mut random)
            .await
            .map_err(say)?;
    }
    holds(
        one.take_news().len() == 4,
        "the first window did not hear of the other",
    )?;
    let (_, contents) = reopen(open(name).await).await.map_err(say)?;
    holds(contents.opened.len() == 10, "not all is there")?;
    holds(contents.damage.is_empty(), "the chain is not whole")
}

async fn deleted<S: Store>(open: &impl AsyncFn(&str) -> S, name: &str) -> Test {
    let mut random = Seeded(1);
    let mut vault = sample_vault(open(name).await, &mut random)
        .await
        .map_err(say)?;
    for body in [b"first words", b"other words"] {
        vault
            .append(draft(1, body), &mut random)
            .await
            .map_err(say)?;
        vault
            .append(draft(2, body), &mut random)
            .await
            .map_err(say)?;
    }
    vault.store().fold().await.map_err(say)?;
    vault
        .delete(ThingId([1; 16]), 0, &mut random)
        .await
        .map_err(say)?;
    let (vault, contents) = reopen(open(name).await).await.map_err(say)?;
    let of_it = contents
        .opened
        .iter()
        .filter(|o| o.thing == ThingId([1; 16]));
    holds(
        of_it.clone().all(|o| o.tombstone && o.body.is_empty()),
        "content is left",
    )?;
    holds(of_it.count() == 1, "not one tombstone")?;
    holds(contents.opened.len() == 3, "another thing was touched")?;
    holds(contents.damage.is_empty(), "the chain is not whole")?;
    let (_, runs) = snapshot(vault.store()).await.map_err(say)?;
    let purged = runs
        .iter()
        .flat_map(|r| crate::Records(r))
        .flatten()
        .filter(Record::is_purged);
    let places: BTreeMap<_, _> = purged.map(|r| (r.place(), r.id())).collect();
    holds(places.len() == 2, "the sealed bytes are left")
}

async fn folded<S: Store>(open: &impl AsyncFn(&str) -> S, name: &str) -> Test {
    let mut random = Seeded(1);
    let vault = sample_vault(open(name).await, &mut random)
        .await
        .map_err(say)?;
    fill(&vault, 250, 60, &mut random).await.map_err(say)?;
    let before = reopen(open(name).await).await.map_err(say)?.1;
    vault.store().fold().await.map_err(say)?;
    vault.store().fold().await.map_err(say)?;
    let (mut vault, after) = reopen(open(name).await).await.map_err(say)?;
    holds(
        before.opened.len() == 250 && after == before,
        "folding changed what is there",
    )?;
    vault
        .append(draft(1, &[1]), &mut random)
        .await
        .map_err(say)?;
    let (_, then) = reopen(open(name).await).await.map_err(say)?;
    holds(then.opened.len() == 251, "a record after folding is lost")?;
    holds(
        then.damage == Vec::<Damage>::new(),
        "the chain is not whole",
    )
}

async fn erased<S: Store>(open: &impl AsyncFn(&str) -> S, name: &str) -> Test {
    let mut random = Seeded(1);
    let mut vault = sample_vault(open(name).await, &mut random)
        .await
        .map_err(say)?;
    vault
        .append(draft(1, &[1]), &mut random)
        .await
        .map_err(say)?;
    vault.store().erase().await.map_err(say)?;
    drop(vault);
    is_empty(&open(name).await).await
}

impl<S: Store> Vault<S> {
    /// The records that [`fill`] writes: one lane, sealed and chained, from index 0.
    fn sample_records(
        &self,
        n: u64,
        size: usize,
        random: &mut Seeded,
    ) -> Result<Vec<Record>, VaultError> {
        let keyring = self.keyring();
        let stream = keyring.stream("diary").ok_or(VaultError::Stream)?;
        let sealer = stream.epochs[0].derive_sealer();
        let mut previous = [0; 32];
        let mut all = Vec::new();
        for index in 0..n {
            let payload = Payload {
                kind: 1,
                thing: ThingId(random.make()),
                time: Time {
                    ms: index as i64,
                    counter: 0,
                },
                offset_min: 0,
                supersedes: Vec::new(),
                tombstone: false,
                body: vec![b'a'; size],
            };
            let (vault, device) = (keyring.vault, keyring.device);
            let header = Header {
                vault,
                stream: stream.id,
                device,
                index,
                epoch: 0,
                previous,
                padded: 0,
            };
            let record = Record::seal(header, &payload, &sealer, random)?;
            previous = record.id().0;
            all.push(record);
        }
        Ok(all)
    }
}

/// Opens a sealed account with the words of its door.
///
/// # Errors
/// [`AccountError`](together::AccountError).
pub fn account_by_words(
    sealed: &[u8],
    secret: &together::AccountSecret,
) -> Result<together::Account, together::AccountError> {
    let door = secret.door();
    let opened = together::Account::open(sealed, &together::Opener::Door(&door));
    opened.map(|opened| opened.account)
}

/// Opens a sealed account with the box of a device.
///
/// # Errors
/// [`AccountError`](together::AccountError).
pub fn account_by_device(
    sealed: &[u8],
    device: crate::DeviceId,
    secret: [u8; 32],
) -> Result<together::Account, together::AccountError> {
    let secret = crate::BoxSecret::new(secret);
    let opener = together::Opener::Device(device, &secret);
    together::Account::open(sealed, &opener).map(|opened| opened.account)
}

/// Opens the keys of a grant.
///
/// # Errors
/// [`GrantError`](together::GrantError).
pub fn keys_of_grant(
    sealed: &[u8],
    of: &together::Received,
) -> Result<together::GrantKeys, together::GrantError> {
    together::GrantKeys::open(sealed, of, 0)
}

/// The box secret of a device, to be frozen in a vector.
#[must_use]
pub fn box_secret(member: &together::Member) -> [u8; 32] {
    *member.boxes.expose()
}

/// An invitation that was made with a frozen secret.
///
/// # Errors
/// [`InviteError`](together::InviteError).
pub fn pending(
    invitation: &[u8],
    secret: [u8; 32],
) -> Result<together::Pending, together::InviteError> {
    Ok(together::Pending {
        invitation: together::Invitation::parse(invitation)?,
        secret: crate::BoxSecret::new(secret),
        made_ms: 0,
    })
}

/// The secret half of an invitation, to be frozen in a vector.
#[must_use]
pub fn invite_secret(pending: &together::Pending) -> [u8; 32] {
    *pending.secret.expose()
}

/// A key that seals or wraps, to be frozen in a vector.
#[must_use]
pub fn grant_key(received: &together::Received) -> [u8; 32] {
    *received.key.expose()
}

/// The keys of a stream's epochs, to be compared with a vector.
#[must_use]
pub fn epoch_keys(stream: &Stream) -> Vec<[u8; 32]> {
    stream.epochs.iter().map(|key| *key.expose()).collect()
}

/// What a guest with a changed program would bring: a tombstone for somebody else's record.
///
/// # Errors
/// [`SharedError`](crate::together::SharedError).
pub async fn forge_tombstone<S: Store>(
    shared: &mut crate::together::Shared<S>,
    relay: &impl crate::together::Relay,
    thing: ThingId,
    record: crate::RecordId,
    random: &mut impl Random,
) -> Result<(), crate::together::SharedError> {
    let payload = |time| crate::Payload {
        kind: 0,
        thing,
        time,
        offset_min: 0,
        supersedes: vec![record],
        tombstone: true,
        body: Vec::new(),
    };
    shared.bring(relay, 50, &payload, random).await
}
