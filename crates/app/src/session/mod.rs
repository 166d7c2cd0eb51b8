// SPDX-License-Identifier: Apache-2.0
//! Between the screens and the vault: opening, writing, locking, moving.

pub(crate) mod portable;
pub(crate) mod reading;
mod transcode;
mod trouble;
mod ways_in;

pub(crate) use trouble::Trouble;
#[cfg(feature = "together")]
pub(crate) use ways_in::passkey_name;
pub(crate) use ways_in::{
    LockChange, has_passcode, has_passkey, unlock_with_passcode, unlock_with_passkey,
};

use crate::{
    book::{Book, Version},
    nav::Thing,
    platform::{clock, idb::turn_page, page, prefs, prefs::Pref, store::DeviceStore},
    words::t,
};
use futures_util::lock::Mutex;
use kindhold_care::{Entry, When, WordKind};
use kindhold_vault::{
    Amk, DeviceSecret, Draft, Random, Slot, SlotError, SlotKind, Store, ThingId, Time, Vault,
    VaultError, check_chains,
};
use leptos::task::spawn_local;
use std::{cell::Cell, rc::Rc};

/// The streams of a vault, as `docs/format.md` names them.
pub(crate) const STREAMS: [&str; 9] = [
    "private",
    "diary",
    "urges",
    "practice",
    "measures",
    "plan",
    "letters",
    "help",
    "programme",
];
/// After so many writes, and at each opening, single records are folded into chunks.
const FOLD_EVERY: u32 = 128;

/// What was found at the start.
pub(crate) enum Start {
    /// Nothing is kept here yet.
    Fresh,
    /// Something was kept here once and the browser has thrown it away.
    ThrownAway,
    /// A passcode or a passkey is asked for.
    Locked,
    /// Open without either.
    Open(Opened),
    /// This window cannot keep anything.
    NothingKept(Trouble),
}

/// An opened vault, what is in it, and one sentence if something is not as it should be.
pub(crate) struct Opened {
    /// The way to write.
    pub(crate) session: Session,
    /// What is kept.
    pub(crate) book: Book,
    /// What happened, if anything did.
    pub(crate) notice: Option<String>,
}

/// A vault in this browser.
pub(crate) type Held = Vault<DeviceStore>;

/// An open vault. Writes of one window go one after the other.
pub(crate) struct Session {
    vault: Rc<Mutex<Held>>,
    has_lock: Cell<bool>,
    writes: Cell<u32>,
    /// The vault once more, for what waits for the server.
    #[cfg(feature = "together")]
    pub(crate) hand: Mutex<Option<Box<Held>>>,
}

/// What was written, and what other windows had written before.
pub(crate) struct Written {
    /// When.
    pub(crate) when: When,
    /// Tells apart what was written at the same time.
    pub(crate) counter: u32,
    /// Versions and deletions that this window had not seen.
    pub(crate) news: reading::News,
}

pub(crate) use reading::News;

/// The browser's own randomness.
pub(crate) fn random() -> impl Random {
    |bytes: &mut [u8]| getrandom::fill(bytes).expect("a browser that runs this has randomness")
}

/// A name for something new.
pub(crate) fn new_thing() -> Thing {
    ThingId(random().make())
}

/// Looks what is here.
pub(crate) async fn start() -> Start {
    // Nobody waits for it.
    spawn_local(async {
        let _ = turn_page().await;
    });
    match look().await {
        Ok(start) => start,
        Err(trouble) => Start::NothingKept(trouble),
    }
}

async fn look() -> Result<Start, Trouble> {
    let store = DeviceStore::here().await?;
    let Some(slots) = Vault::slots(&store).await? else {
        let was_here = prefs::is_on(Pref::Welcomed);
        return Ok(if was_here {
            Start::ThrownAway
        } else {
            Start::Fresh
        });
    };
    if slots.has(SlotKind::Passcode) {
        return Ok(Start::Locked);
    }
    let secret = store.device_secret().await?.ok_or(Trouble::KeysGone)?;
    let opened = Vault::unlock(store, |slots| slots.open_with_device(&secret)).await;
    Ok(Start::Open(Opened::new(opened?, false)))
}

/// A way into a new vault: with a passcode, or by this device alone.
pub(crate) fn way_in(
    amk: &Amk,
    passcode: Option<&str>,
    secret: &DeviceSecret,
) -> Result<Slot, SlotError> {
    match passcode {
        Some(code) => {
            let cost = ways_in::calibrate();
            Slot::for_passcode(amk, code, secret, cost, &mut random())
        }
        None => Ok(Slot::for_device(amk, secret, &mut random())),
    }
}

/// Makes a vault, with a passcode or without.
///
/// # Errors
/// [`Trouble`]: there is none.
pub(crate) async fn create(passcode: Option<&str>) -> Result<Opened, Trouble> {
    page::pause(30).await;
    let store = DeviceStore::here().await?;
    let secret = store.make_device_secret().await?;
    let mut random = random();
    let way_in = |amk: &_| way_in(amk, passcode, &secret);
    match Vault::create(store, &STREAMS, way_in, &mut random).await {
        Ok(vault) => {
            prefs::set(Pref::Welcomed, "1");
            Ok(Opened::new(
                (vault, kindhold_vault::Contents::default()),
                passcode.is_some(),
            ))
        }
        // Another window was quicker: this one opens what that one made, if it may.
        Err(VaultError::Already) => match look().await? {
            Start::Open(opened) => Ok(opened),
            _ => Err(Trouble::OtherWindow),
        },
        Err(e) => Err(e.into()),
    }
}

/// Checks the chains of what is kept, which opening leaves out. One sentence when they are not whole.
pub(crate) async fn check() -> Option<String> {
    // A handle of its own: no write waits for this.
    let store = DeviceStore::here().await.ok()?;
    let damage = check_chains(&store).await.ok()?;
    reading::notice(&damage, 0)
}

/// Erases everything on this device, also what is not private.
///
/// # Errors
/// [`Trouble`]: it is still there.
pub(crate) async fn erase() -> Result<(), Trouble> {
    crate::together::erase_copies().await;
    let store = DeviceStore::here().await?;
    store.erase().await?;
    prefs::clear();
    Ok(())
}

impl Opened {
    pub(crate) fn new((vault, contents): (Held, kindhold_vault::Contents), has_lock: bool) -> Self {
        let read = reading::read(&contents.opened);
        let mut book = Book::default();
        read.news.put_into(&mut book);
        let notice = reading::notice(&contents.damage, read.unreadable);
        let vault = Rc::new(Mutex::new(vault));
        let session = Session {
            vault,
            has_lock: Cell::new(has_lock),
            writes: Cell::new(FOLD_EVERY / 2),
            #[cfg(feature = "together")]
            hand: Mutex::new(None),
        };
        Self {
            session,
            book,
            notice,
        }
    }
}

/// The stream that an entry belongs in.
pub(crate) fn stream_for(entry: &Entry) -> &'static str {
    match entry {
        Entry::Episode(_) => "urges",
        Entry::Plan(_) => "plan",
        Entry::Diary(_) => "diary",
        Entry::Hidden(_) => "practice",
        Entry::Letter(_) => "letters",
        Entry::Keepsake(_) => "programme",
        #[cfg(feature = "together")]
        Entry::Pack(_) | Entry::Response(_) | Entry::Cadence(_) => "measures",
        #[cfg(feature = "together")]
        Entry::Phase(phase) if phase.about.is_empty() => "measures",
        #[cfg(not(feature = "together"))]
        Entry::Carried(kind, _) if kind.code() < kindhold_care::EntryKind::Consent.code() => {
            "measures"
        }
        Entry::Word(word) if word.kind == WordKind::Help => "help",
        _ => "private",
    }
}

/// The stream that an entry lies in. What an older vault has no stream for lies in `private`.
fn stream_of(vault: &Held, entry: &Entry) -> &'static str {
    let stream = stream_for(entry);
    if vault.stream_id(stream).is_some() {
        stream
    } else {
        "private"
    }
}

fn body_of(entry: &Entry) -> Result<Vec<u8>, Trouble> {
    minicbor_serde::to_vec(entry).map_err(|_| Trouble::NotKept)
}

impl Session {
    /// Whether a passcode or passkey must be given after a lock.
    pub(crate) fn has_lock(&self) -> bool {
        self.has_lock.get()
    }

    /// Writes a version of a thing. When this returns `Ok`, it has reached the disk.
    ///
    /// # Errors
    /// [`Trouble`]: nothing was written.
    pub(crate) async fn write(&self, thing: Thing, entry: &Entry) -> Result<Written, Trouble> {
        let now = clock::now();
        let body = body_of(entry)?;
        let mut vault = self.vault.lock().await;
        let draft = Draft {
            stream: stream_of(&vault, entry),
            kind: entry.kind().code(),
            thing,
            wall_ms: now.unix_ms,
            offset_min: now.offset_min,
            written: None,
            body: &body,
        };
        let opened = vault.append(draft, &mut random()).await?;
        let when = When {
            unix_ms: opened.time.ms,
            offset_min: now.offset_min,
        };
        let news = reading::read(&vault.take_news()).news;
        drop(vault);
        self.fold_now_and_then();
        Ok(Written {
            when,
            counter: opened.time.counter,
            news,
        })
    }

    /// Writes versions that come from elsewhere, all of them or none. Those of things that were
    /// deleted here are passed over.
    ///
    /// # Errors
    /// [`Trouble`]: nothing was written.
    pub(crate) async fn take_in(
        &self,
        versions: Vec<(Thing, Version)>,
    ) -> Result<Vec<(Thing, Version)>, Trouble> {
        let mut vault = self.vault.lock().await;
        let kept: Vec<_> = versions
            .into_iter()
            .filter(|(t, _)| !vault.is_deleted(*t))
            .collect();
        let bodies: Result<Vec<_>, _> = kept.iter().map(|(_, v)| body_of(&v.entry)).collect();
        let bodies = bodies?;
        let drafts: Vec<_> = kept
            .iter()
            .zip(&bodies)
            .map(|((thing, v), body)| Draft {
                stream: stream_of(&vault, &v.entry),
                kind: v.entry.kind().code(),
                thing: *thing,
                wall_ms: v.written.unix_ms,
                offset_min: v.written.offset_min,
                written: Some(Time {
                    ms: v.written.unix_ms,
                    counter: v.counter,
                }),
                body,
            })
            .collect();
        vault.append_all(&drafts, &mut random()).await?;
        drop(vault);
        self.writes.set(FOLD_EVERY);
        self.fold_now_and_then();
        Ok(kept)
    }

    /// Deletes a thing with all its versions.
    ///
    /// # Errors
    /// [`Trouble`]: it is still there.
    pub(crate) async fn delete(&self, thing: Thing) -> Result<(), Trouble> {
        let mut vault = self.vault.lock().await;
        Ok(vault
            .delete(thing, clock::now().unix_ms, &mut random())
            .await?)
    }

    /// Takes note of what another window or a sync wrote.
    #[cfg(feature = "together")]
    pub(crate) async fn hear(&self) -> Result<News, Trouble> {
        let mut vault = self.vault.lock().await;
        Ok(reading::read(&vault.catch_up().await?).news)
    }

    /// The same vault once more: whoever waits for a relay must not keep a save waiting.
    #[cfg(feature = "together")]
    pub(crate) async fn beside(&self) -> Result<Held, Trouble> {
        let store = DeviceStore::here().await?;
        Ok(self.vault.lock().await.beside(store).await?)
    }

    fn fold_now_and_then(&self) {
        self.writes.set(self.writes.get() + 1);
        if self.writes.get() < FOLD_EVERY {
            return;
        }
        self.writes.set(0);
        let vault = self.vault.clone();
        // Not done is not lost: it is tried again after the next writes.
        spawn_local(async move {
            let _ = vault.lock().await.store().fold().await;
        });
    }
}

/// The sentence for a store that the browser has emptied.
pub(crate) fn thrown_away() -> String {
    t("trouble-thrown-away")
}
