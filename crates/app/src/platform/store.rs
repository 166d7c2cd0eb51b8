// SPDX-License-Identifier: Apache-2.0
//! The vault's store in IndexedDB. New records lie one by one (a write-ahead that is quick to add
//! to); those of a lane are folded into chunks (quick to read). Heads, records and meta change
//! in one transaction, so that two windows cannot both write the next record.

use super::{
    device_key,
    idb::{Db, IdbError, Tx, answer, delete, turn_page},
};
use crate::seat::Seat;
use js_sys::{Array, Uint8Array};
use kindhold_vault::{
    Batch, DeviceId, DeviceSecret, Head, Lane, Place, Record, RecordId, Store, StoreError, StreamId,
};
use std::{cell::RefCell, collections::BTreeMap, fmt::Write, rc::Rc};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CryptoKey, IdbKeyRange, IdbObjectStore};

const VERSION: u32 = 1;
const META: &str = "meta";
const KEYS: &str = "keys";
const HEADS: &str = "heads";
const LOG: &str = "log";
const CHUNKS: &str = "chunks";
const DATA: [&str; 4] = [META, HEADS, LOG, CHUNKS];
/// The device's own key, in `KEYS`.
const DEVICE: &str = "device";
/// A chunk holds at most so many bytes, or one record: Chromium keeps values over 64 KiB in files of
/// their own, which are slower to read.
const CHUNK: usize = 64_000;
/// So many records of a lane at once go to chunks and not one by one. Only sync brings that many.
#[cfg(feature = "together")]
const MANY: usize = 32;

/// The store on this device.
pub(crate) struct DeviceStore {
    db: RefCell<Rc<Db>>,
    name: String,
}

impl From<IdbError> for StoreError {
    fn from(e: IdbError) -> Self {
        match e {
            IdbError::Unavailable => Self::Unavailable,
            IdbError::Full => Self::Full,
            IdbError::Newer => Self::Newer,
            IdbError::Failed(name) => Self::Failed(name),
        }
    }
}

impl DeviceStore {
    /// Opens it, and makes it when it is not there.
    ///
    /// # Errors
    /// [`StoreError`].
    pub(crate) async fn open(name: &str) -> Result<Self, StoreError> {
        let db = Db::open(name, VERSION, &[META, KEYS, HEADS, LOG, CHUNKS]).await?;
        Ok(Self {
            db: RefCell::new(Rc::new(db)),
            name: name.to_owned(),
        })
    }

    fn db(&self) -> Rc<Db> {
        self.db.borrow().clone()
    }

    /// Opens it once more: the browser lets go of a store that a full disk has stopped, and does not come
    /// back to it by itself. One that was erased meanwhile is not made again.
    async fn open_again(&self) -> Result<(), StoreError> {
        self.db().close();
        let db = Db::open(&self.name, VERSION, &[]).await?;
        let _ = turn_page().await;
        self.db.replace(Rc::new(db));
        Ok(())
    }

    async fn try_to_commit(&self, batch: &Batch) -> Result<(), StoreError> {
        let db = self.db();
        let tx = db.begin(&DATA, true)?;
        if !is_as_expected(&tx, batch).await? {
            tx.abort();
            return Err(StoreError::Conflict);
        }
        if let Err(e) = apply(&tx, batch).await {
            tx.abort();
            return Err(e.into());
        }
        Ok(tx.done().await?)
    }

    /// Opens the vault of this page's seat, and makes its store when it is not there.
    ///
    /// # Errors
    /// [`StoreError`].
    pub(crate) async fn here() -> Result<Self, StoreError> {
        Self::open(Seat::here().store()).await
    }

    /// The device's secret, from a key that never leaves the browser; `None` when there is no key.
    ///
    /// # Errors
    /// [`StoreError`].
    pub(crate) async fn device_secret(&self) -> Result<Option<DeviceSecret>, StoreError> {
        let tx = self.db().begin(&[KEYS], false)?;
        let key = answer(
            &tx.store(KEYS)?
                .get(&DEVICE.into())
                .map_err(IdbError::from)?,
        )
        .await?;
        if key.is_undefined() {
            return Ok(None);
        }
        let key: CryptoKey = key.unchecked_into();
        let secret = device_key::derive_secret(&key)
            .await
            .map_err(IdbError::from)?;
        Ok(Some(DeviceSecret::new(secret)))
    }

    /// The device's secret; makes the key when there is none. Two windows at once end with one key.
    ///
    /// # Errors
    /// [`StoreError`].
    pub(crate) async fn make_device_secret(&self) -> Result<DeviceSecret, StoreError> {
        if let Some(secret) = self.device_secret().await? {
            return Ok(secret);
        }
        let key = device_key::make().await.map_err(IdbError::from)?;
        let tx = self.db().begin(&[KEYS], true)?;
        let _ = tx
            .store(KEYS)?
            .add_with_key(&key, &DEVICE.into())
            .map_err(IdbError::from)?;
        // Refused when another window was quicker: then its key is the one.
        let added = tx.done().await;
        match self.device_secret().await? {
            Some(secret) => Ok(secret),
            None => Err(added
                .err()
                .map_or(StoreError::Unavailable, StoreError::from)),
        }
    }
}

fn lane_key(lane: Lane) -> String {
    let mut key = String::with_capacity(64);
    for b in lane.stream.0.iter().chain(&lane.device.0) {
        let _ = write!(key, "{b:02x}");
    }
    key
}

fn lane_of(key: &str) -> Option<Lane> {
    let byte = |n: usize| u8::from_str_radix(key.get(2 * n..2 * n + 2)?, 16).ok();
    let part = |from: usize| {
        let mut id = [0; 16];
        for (n, b) in id.iter_mut().enumerate() {
            *b = byte(from + n)?;
        }
        Some(id)
    };
    Some(Lane {
        stream: StreamId(part(0)?),
        device: DeviceId(part(16)?),
    })
}

fn place_key(at: Place) -> String {
    format!("{}:{:016x}", lane_key(at.lane), at.index)
}

/// Whether a place is the one after another.
#[cfg(feature = "together")]
fn is_next(key: &str, next: &str) -> bool {
    let index = |key: &str| u64::from_str_radix(key.split(':').nth(1)?, 16).ok();
    index(key).and_then(|i| i.checked_add(1)) == index(next)
}

fn head_bytes(head: &Head) -> Uint8Array {
    let mut bytes = head.next.to_be_bytes().to_vec();
    bytes.extend_from_slice(&head.hash);
    Uint8Array::from(&bytes[..])
}

fn head_of(bytes: &[u8]) -> Option<Head> {
    let (next, hash) = bytes.split_first_chunk::<8>()?;
    Some(Head {
        next: u64::from_be_bytes(*next),
        hash: hash.try_into().ok()?,
    })
}

fn bytes_of(value: &JsValue) -> Option<Vec<u8>> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}

async fn get(store: &IdbObjectStore, key: &str) -> Result<Option<Vec<u8>>, IdbError> {
    Ok(bytes_of(&answer(&store.get(&key.into())?).await?))
}

/// Hands over everything in an object store by key and value, in order. So many are asked for at a
/// time, and all times at once: the browser then reads the next ones while these are looked at.
async fn each(
    store: &IdbObjectStore,
    at_a_time: usize,
    mut take: impl FnMut(&str, &[u8]),
) -> Result<(), IdbError> {
    let keys: Array = answer(&store.get_all_keys()?).await?.unchecked_into();
    let keys = keys.to_vec();
    let mut asked = Vec::new();
    for keys in keys.chunks(at_a_time) {
        let range = IdbKeyRange::bound(&keys[0], &keys[keys.len() - 1])?;
        asked.push((keys, answer(&store.get_all_with_key(&range)?)));
    }
    for (keys, values) in asked {
        let values: Array = values.await?.unchecked_into();
        for (key, value) in keys.iter().zip(values.iter()) {
            if let (Some(key), Some(value)) = (key.as_string(), bytes_of(&value)) {
                take(&key, &value);
            }
        }
    }
    Ok(())
}

async fn heads(tx: &Tx) -> Result<BTreeMap<Lane, Head>, IdbError> {
    let mut heads = BTreeMap::new();
    each(&tx.store(HEADS)?, 1000, |key, head| {
        heads.extend(lane_of(key).zip(head_of(head)));
    })
    .await?;
    Ok(heads)
}

/// Goes on with a lane: takes those records of a run that come next, until `most` bytes are passed.
fn take_on(run: &[u8], next: &mut u64, most: usize, out: &mut Vec<u8>) {
    let mut rest = run;
    while !rest.is_empty() && out.len() <= most {
        let before = rest;
        match Record::take(&mut rest) {
            Ok(record) if record.place().index == *next => {
                out.extend_from_slice(&before[..before.len() - rest.len()]);
                *next += 1;
            }
            _ => break,
        }
    }
}

fn put(store: &IdbObjectStore, key: &str, bytes: &[u8]) -> Result<(), IdbError> {
    store.put_with_key(&Uint8Array::from(bytes), &key.into())?;
    Ok(())
}

async fn is_as_expected(tx: &Tx, batch: &Batch) -> Result<bool, IdbError> {
    let heads = tx.store(HEADS)?;
    for (lane, expected) in &batch.expect_heads {
        let held = get(&heads, &lane_key(*lane))
            .await?
            .and_then(|b| head_of(&b));
        if held.unwrap_or_default() != *expected {
            return Ok(false);
        }
    }
    let meta = tx.store(META)?;
    for (name, expected) in &batch.expect_meta {
        if get(&meta, name).await? != *expected {
            return Ok(false);
        }
    }
    Ok(true)
}

async fn apply(tx: &Tx, batch: &Batch) -> Result<(), IdbError> {
    let log = tx.store(LOG)?;
    let mut heads = BTreeMap::new();
    for (lane, head) in &batch.set_heads {
        cut(tx, *lane, head.next).await?;
        heads.insert(*lane, *head);
    }
    for records in batch
        .append
        .chunk_by(|a, b| a.place().lane == b.place().lane)
    {
        #[cfg(feature = "together")]
        let records_one_by_one = if records.len() < MANY {
            records
        } else {
            put_chunks(&tx.store(CHUNKS)?, records)?;
            &[]
        };
        #[cfg(not(feature = "together"))]
        let records_one_by_one = records;
        for record in records_one_by_one {
            put(&log, &place_key(record.place()), &record.to_bytes())?;
        }
        if let Some(last) = records.last() {
            let (at, hash) = (last.place(), last.id().0);
            let next = at.index + 1;
            heads.insert(at.lane, Head { next, hash });
        }
    }
    for (lane, head) in heads {
        tx.store(HEADS)?
            .put_with_key(&head_bytes(&head), &lane_key(lane).into())?;
    }
    for (at, id) in &batch.purge {
        purge(tx, *at, *id).await?;
    }
    let meta = tx.store(META)?;
    for (name, value) in &batch.meta {
        match value {
            Some(value) => put(&meta, name, value)?,
            None => drop(meta.delete(&name.into())?),
        }
    }
    Ok(())
}

/// Writes records of a lane that follow one another as chunks at once.
#[cfg(feature = "together")]
fn put_chunks(chunks: &IdbObjectStore, records: &[Record]) -> Result<(), IdbError> {
    let (mut first, mut bytes) = (None, Vec::new());
    for record in records {
        let more = record.to_bytes();
        if bytes.len() + more.len() > CHUNK
            && let Some(key) = first.take()
        {
            put(chunks, &place_key(key), &bytes)?;
            bytes.clear();
        }
        first.get_or_insert(record.place());
        bytes.extend_from_slice(&more);
    }
    match first {
        Some(key) => put(chunks, &place_key(key), &bytes),
        None => Ok(()),
    }
}

/// All keys of a lane from an index on.
fn from_on(at: Place) -> Result<IdbKeyRange, IdbError> {
    let last = Place {
        index: u64::MAX,
        ..at
    };
    Ok(IdbKeyRange::bound(
        &place_key(at).into(),
        &place_key(last).into(),
    )?)
}

/// The chunk in which a place lies, if it lies in one: its key.
async fn chunk_of(chunks: &IdbObjectStore, at: Place) -> Result<Option<String>, IdbError> {
    let first = place_key(Place { index: 0, ..at });
    let range = IdbKeyRange::bound(&first.into(), &place_key(at).into())?;
    let keys: Array = answer(&chunks.get_all_keys_with_key(&range)?)
        .await?
        .unchecked_into();
    Ok(keys.pop().as_string())
}

/// Takes the records of a lane away from an index on.
async fn cut(tx: &Tx, lane: Lane, index: u64) -> Result<(), IdbError> {
    let at = Place { lane, index };
    let (log, chunks) = (tx.store(LOG)?, tx.store(CHUNKS)?);
    if let Some(key) = chunk_of(&chunks, at).await?
        && let Some(bytes) = get(&chunks, &key).await?
    {
        let left = part(&bytes, |i| i < index);
        if left.is_empty() {
            drop(chunks.delete(&key.into())?);
        } else {
            put(&chunks, &key, left)?;
        }
    }
    drop(chunks.delete(&from_on(at)?.into())?);
    drop(log.delete(&from_on(at)?.into())?);
    Ok(())
}

/// The records at the front of a run whose index is so.
fn part(run: &[u8], is_so: impl Fn(u64) -> bool) -> &[u8] {
    let mut rest = run;
    loop {
        let before = rest.len();
        match Record::take(&mut rest) {
            Ok(record) if is_so(record.place().index) => {}
            _ => return &run[..run.len() - before],
        }
    }
}

/// Takes the content out of a record, wherever it lies.
async fn purge(tx: &Tx, at: Place, id: RecordId) -> Result<(), IdbError> {
    let (log, key) = (tx.store(LOG)?, place_key(at));
    if let Some(bytes) = get(&log, &key).await? {
        return put(&log, &key, &without_content(&bytes, at, id));
    }
    let chunks = tx.store(CHUNKS)?;
    let Some(key) = chunk_of(&chunks, at).await? else {
        return Ok(());
    };
    match get(&chunks, &key).await? {
        Some(bytes) => put(&chunks, &key, &without_content(&bytes, at, id)),
        None => Ok(()),
    }
}

fn without_content(run: &[u8], at: Place, id: RecordId) -> Vec<u8> {
    let mut out = Vec::with_capacity(run.len());
    let mut rest = run;
    while !rest.is_empty() {
        let before = rest;
        match Record::take(&mut rest) {
            Ok(record) if record.place() == at && record.id() == id => {
                record.purged().write(&mut out)
            }
            Ok(_) => out.extend_from_slice(&before[..before.len() - rest.len()]),
            Err(_) => {
                out.extend_from_slice(before);
                break;
            }
        }
    }
    out
}

impl Store for DeviceStore {
    async fn meta(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let tx = self.db().begin(&[META], false)?;
        Ok(get(&tx.store(META)?, name).await?)
    }

    async fn load(&self, run: &mut dyn FnMut(&[u8])) -> Result<BTreeMap<Lane, Head>, StoreError> {
        let tx = self.db().begin(&[HEADS, LOG, CHUNKS], false)?;
        let heads = heads(&tx).await?;
        each(&tx.store(CHUNKS)?, 4, |_, bytes| run(bytes)).await?;
        each(&tx.store(LOG)?, 400, |_, bytes| run(bytes)).await?;
        Ok(heads)
    }

    async fn heads(&self) -> Result<BTreeMap<Lane, Head>, StoreError> {
        let tx = self.db().begin(&[HEADS], false)?;
        Ok(heads(&tx).await?)
    }

    async fn records(&self, from: Place, most: usize) -> Result<Vec<u8>, StoreError> {
        let tx = self.db().begin(&[LOG, CHUNKS], false)?;
        let (log, chunks) = (tx.store(LOG)?, tx.store(CHUNKS)?);
        let (mut out, mut next) = (Vec::new(), from.index);
        if let Some(key) = chunk_of(&chunks, from).await?
            && let Some(bytes) = get(&chunks, &key).await?
        {
            let passed = part(&bytes, |i| i < next).len();
            take_on(&bytes[passed..], &mut next, most, &mut out);
        }
        // Chunks and single records may take turns.
        loop {
            let before = next;
            for store in [&chunks, &log] {
                let index = next;
                let range = from_on(Place { index, ..from })?;
                let keys = store.get_all_keys_with_key(&range);
                let keys: Array = answer(&keys.map_err(IdbError::from)?)
                    .await?
                    .unchecked_into();
                for key in keys.iter().filter_map(|k| k.as_string()) {
                    if out.len() > most {
                        return Ok(out);
                    }
                    let held = next;
                    if let Some(bytes) = get(store, &key).await? {
                        take_on(&bytes, &mut next, most, &mut out);
                    }
                    if next == held {
                        break;
                    }
                }
            }
            if next == before {
                return Ok(out);
            }
        }
    }

    async fn commit(&self, batch: &Batch) -> Result<(), StoreError> {
        let mut again = false;
        loop {
            let done = self.try_to_commit(batch).await;
            if again || !matches!(done, Err(StoreError::Failed(_))) {
                return done;
            }
            again = true;
            self.open_again().await?;
        }
    }

    async fn fold(&self) -> Result<(), StoreError> {
        let tx = self.db().begin(&[LOG, CHUNKS], true)?;
        let (log, chunks) = (tx.store(LOG)?, tx.store(CHUNKS)?);
        let mut lanes = BTreeMap::<String, Vec<(String, Vec<u8>)>>::new();
        each(&log, 400, |key, bytes| {
            let lane = key.split(':').next().unwrap_or_default().to_owned();
            let records = lanes.entry(lane).or_default();
            records.push((key.to_owned(), bytes.to_vec()));
        })
        .await?;
        for records in lanes.values() {
            let (mut run, mut bytes) = (Vec::new(), Vec::new());
            for (key, record) in records {
                let is_full = bytes.len() + record.len() > CHUNK && !bytes.is_empty();
                if is_full {
                    put(&chunks, run[0], &bytes)?;
                    for key in run.drain(..) {
                        log.delete(&key.into()).map_err(IdbError::from)?;
                    }
                    bytes.clear();
                }
                // A chunk between them: what lies before it stays as it is.
                #[cfg(feature = "together")]
                if run.last().is_some_and(|last| !is_next(last, key)) {
                    run.clear();
                    bytes.clear();
                }
                run.push(key);
                bytes.extend_from_slice(record);
            }
        }
        Ok(tx.done().await?)
    }

    async fn erase(&self) -> Result<(), StoreError> {
        // Emptied first: a forgotten window may hold up the deletion of the database itself.
        let tx = self.db().begin(&[META, KEYS, HEADS, LOG, CHUNKS], true)?;
        for name in [META, KEYS, HEADS, LOG, CHUNKS] {
            tx.store(name)?.clear().map_err(IdbError::from)?;
        }
        tx.done().await?;
        self.db().close();
        Ok(delete(&self.name)?)
    }
}
