// SPDX-License-Identifier: Apache-2.0
//! A life with the app, without its screens: the same session, store, clock and relay as theirs, called
//! by name from a test in the browser. The vault is the one of the page's seat.

use super::{Answer, say};
use crate::{
    book::{hex, thing_of},
    platform::{clock, relay::Origin, store::DeviceStore},
    session::{self, LockChange, Opened, STREAMS, Session, Start, Trouble, random},
};
use kindhold_care::Entry;
use kindhold_vault::{Store, Vault, check_chains, together::AccountSecret};
use serde::Serialize;
use std::{cell::RefCell, rc::Rc, sync::Once};
use wasm_bindgen::prelude::*;

thread_local! {
    static STARTED: Once = const { Once::new() };
    static OPEN: RefCell<Option<Rc<Session>>> = const { RefCell::new(None) };
}

fn troubled(trouble: Trouble) -> JsError {
    JsError::new(&format!("{trouble:?}"))
}

fn open() -> Result<Rc<Session>, JsError> {
    OPEN.with_borrow(Clone::clone)
        .ok_or_else(|| JsError::new("nothing is open"))
}

fn hold(opened: Opened) -> JsValue {
    let many = opened.book.versions().count();
    OPEN.set(Some(Rc::new(opened.session)));
    (many as f64).into()
}

/// Sets up what runs tasks, as the app's own mounting does.
fn mount() {
    console_error_panic_hook::set_once();
    STARTED.with(|started| started.call_once(|| leptos::mount::mount_to_body(|| ())));
}

async fn unlock(passcode: Option<String>) -> Result<Opened, JsError> {
    mount();
    match session::start().await {
        Start::Open(opened) => Ok(opened),
        Start::NothingKept(trouble) => Err(troubled(trouble)),
        Start::Fresh => Err(JsError::new("there is nothing here")),
        Start::ThrownAway => Err(JsError::new("it was thrown away")),
        Start::Locked => {
            let code = passcode.ok_or_else(|| JsError::new("it is locked"))?;
            session::unlock_with_passcode(&code).await.map_err(troubled)
        }
    }
}

/// Makes a vault, with a passcode or without, and holds it open.
#[wasm_bindgen]
pub async fn life_begin(passcode: Option<String>) -> Answer {
    mount();
    let opened = session::create(passcode.as_deref()).await;
    opened.map(hold).map_err(troubled)
}

/// Opens the vault as the app does. Answers with `[milliseconds, versions of things]`.
#[wasm_bindgen]
pub async fn life_open(passcode: Option<String>) -> Answer {
    let began = clock::ticks();
    let opened = unlock(passcode).await?;
    let took = clock::ticks() - began;
    Ok(js_sys::Array::of2(&took.into(), &hold(opened)).into())
}

/// How long the passcode alone takes here, in milliseconds, without anything being read.
#[wasm_bindgen]
pub async fn life_passcode_alone(passcode: String) -> Answer {
    let store = DeviceStore::here().await.map_err(say)?;
    let secret = store.device_secret().await.map_err(say)?;
    let secret = secret.ok_or_else(|| JsError::new("there is no device key"))?;
    let slots = Vault::slots(&store).await.map_err(say)?;
    let slots = slots.ok_or_else(|| JsError::new("there is no vault"))?;
    let began = clock::ticks();
    slots.open_with_passcode(&passcode, &secret).map_err(say)?;
    Ok((clock::ticks() - began).into())
}

/// Writes a version of a thing. Answers once it is confirmed, with `[milliseconds, counter]` of its time.
#[wasm_bindgen]
pub async fn life_keep(thing: String, entry: String) -> Answer {
    let thing = thing_of(&thing).ok_or_else(|| JsError::new("no name of a thing"))?;
    let entry: Entry = serde_json::from_str(&entry).map_err(say)?;
    let written = open()?.write(thing, &entry).await.map_err(troubled)?;
    let (ms, counter) = (written.when.unix_ms as f64, f64::from(written.counter));
    Ok(js_sys::Array::of2(&ms.into(), &counter.into()).into())
}

/// Deletes a thing. Answers once it is confirmed.
#[wasm_bindgen]
pub async fn life_delete(thing: String) -> Answer {
    let thing = thing_of(&thing).ok_or_else(|| JsError::new("no name of a thing"))?;
    let deleted = open()?.delete(thing).await;
    deleted.map(|()| JsValue::TRUE).map_err(troubled)
}

/// Sets the passcode, or takes it away. `now`: the one that there is, if there is one.
#[wasm_bindgen]
pub async fn life_set_passcode(now: String, passcode: Option<String>) -> Answer {
    let change = passcode.map_or(LockChange::NoPasscode, LockChange::Passcode);
    let set = open()?.change_lock(&now, &change).await;
    set.map(|()| JsValue::TRUE).map_err(troubled)
}

/// Folds single records into chunks, as the app does now and then.
#[wasm_bindgen]
pub async fn life_fold() -> Answer {
    let store = DeviceStore::here().await.map_err(say)?;
    store.fold().await.map_err(say)?;
    Ok(JsValue::TRUE)
}

/// Brings the vault to the relay. Answers with the 12 words.
#[wasm_bindgen]
pub async fn life_share(name: String) -> Answer {
    let mut vault = open()?.beside().await.map_err(troubled)?;
    let (relay, mut random) = (Origin::here(), random());
    let added = vault.add_streams(&STREAMS, &mut random).await;
    added.map_err(say)?;
    let now = clock::now().unix_ms;
    let brought = vault.bring_to_relay(&relay, "", &name, now, &mut random);
    brought.await.map_err(say)?;
    words_of(&vault)
}

fn words_of(vault: &session::Held) -> Answer {
    let member = vault.member();
    let member = member.ok_or_else(|| JsError::new("there is no account"))?;
    Ok(member.account.secret.words().join(" ").into())
}

/// Makes this one more device of the vault that the 12 words lead to, and fetches everything.
#[wasm_bindgen]
pub async fn life_join(words: String, name: String, passcode: Option<String>) -> Answer {
    mount();
    let store = DeviceStore::here().await.map_err(say)?;
    let device = store.make_device_secret().await.map_err(say)?;
    let door = AccountSecret::from_words(&words).map_err(say)?.door();
    let (relay, mut random) = (Origin::here(), random());
    let way_in = |amk: &_| session::way_in(amk, passcode.as_deref(), &device);
    let now = clock::now().unix_ms;
    let joined = Vault::join(store, &relay, &door, &name, now, way_in, &mut random);
    let mut vault = joined.await.map_err(say)?;
    vault.sync(&relay, &mut random).await.map_err(say)?;
    let contents = vault.read().await.map_err(say)?;
    let _ = vault.take_news();
    Ok(hold(Opened::new((vault, contents), passcode.is_some())))
}

/// Brings and fetches everything. Answers with what was noticed, a line each.
#[wasm_bindgen]
pub async fn life_sync() -> Answer {
    let session = open()?;
    let mut hand = session.hand.lock().await;
    let vault = match &mut *hand {
        Some(vault) => {
            vault.catch_up().await.map_err(say)?;
            vault
        }
        none => none.insert(Box::new(session.beside().await.map_err(troubled)?)),
    };
    let report = vault.sync(&Origin::here(), &mut random()).await;
    let report = report.map_err(say)?;
    drop(hand);
    session.hear().await.map_err(troubled)?;
    let noticed = report.suspicions.iter().map(|s| format!("{s:?}"));
    Ok(noticed.collect::<Vec<_>>().join("\n").into())
}

/// Takes every other device of that name out. Answers with the new 12 words.
#[wasm_bindgen]
pub async fn life_take_out(name: String) -> Answer {
    let mut vault = open()?.beside().await.map_err(troubled)?;
    let (relay, mut random, own) = (Origin::here(), random(), vault.device());
    let devices = vault.member().map(|member| {
        let named = member.account.active().filter(|(_, d)| d.name == name);
        named.map(|(id, _)| *id).collect::<Vec<_>>()
    });
    for device in devices.unwrap_or_default() {
        if device != own {
            let removed = vault.remove_device(&relay, device, &mut random);
            removed.await.map_err(say)?;
        }
    }
    words_of(&vault)
}

/// A record, as a test compares it with what it has noted itself.
#[derive(Serialize)]
struct Line {
    thing: String,
    ms: i64,
    counter: u32,
    offset: i16,
    deleted: bool,
    entry: Option<Entry>,
}

/// Everything that is in the vault, read afresh from the store.
#[derive(Serialize)]
struct All {
    lines: Vec<Line>,
    /// Versions that the app would show.
    shown: usize,
    /// What opening and the check of the chains found.
    damage: Vec<String>,
}

/// Reads everything afresh, checks the chains, and answers with it as JSON.
#[wasm_bindgen]
pub async fn life_read() -> Answer {
    let store = DeviceStore::here().await.map_err(say)?;
    let chains = check_chains(&store).await.map_err(say)?;
    let mut vault = open()?.beside().await.map_err(troubled)?;
    let contents = vault.read().await.map_err(say)?;
    let lines = contents.opened.iter().map(|opened| Line {
        thing: hex(&opened.thing.0),
        ms: opened.time.ms,
        counter: opened.time.counter,
        offset: opened.offset_min,
        deleted: opened.tombstone,
        entry: minicbor_serde::from_slice(&opened.body).ok(),
    });
    let lines = lines.collect();
    let damage = contents.damage.iter().chain(&chains);
    let damage = damage.map(|d| format!("{d:?}")).collect();
    let opened = Opened::new((vault, contents), false);
    let shown = opened.book.versions().count();
    let all = All {
        lines,
        shown,
        damage,
    };
    Ok(serde_json::to_string(&all).map_err(say)?.into())
}
