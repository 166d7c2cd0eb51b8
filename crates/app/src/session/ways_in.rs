// SPDX-License-Identifier: Apache-2.0
//! Passcode and passkey: opening with them, setting them, taking them away.

use super::{Opened, Session, Trouble, random};
use crate::{
    platform::{clock, page, passkey, prefs, prefs::Pref, store::DeviceStore},
    words::t,
};
use kindhold_vault::{
    Amk, Batch, DeviceSecret, PasscodeCost, PasskeySecret, Random, Slot, SlotKind, Store, Vault,
};

/// Where the name of the passkey lies in the store. Not secret.
const PASSKEY: &str = "passkey";
/// What one try of the passcode may take on this device, in milliseconds.
const PATIENCE_MS: f64 = 600.0;

/// As dear a passcode as this device can check in about half a second; the floor on a slow one.
pub(super) fn calibrate() -> PasscodeCost {
    let floor = PasscodeCost::FLOOR;
    let (amk, device) = (Amk::make(&mut random()), DeviceSecret::new([0; 32]));
    let began = clock::ticks();
    let _ = Slot::for_passcode(&amk, "calibrate", &device, floor, &mut random());
    let took = (clock::ticks() - began).max(1.0);
    let times = (PATIENCE_MS / took).clamp(1.0, 4.0) as u32;
    PasscodeCost {
        memory_kib: floor.memory_kib * times.min(3),
        passes: floor.passes + times / 4,
    }
}

async fn has(kind: SlotKind) -> bool {
    let Ok(store) = DeviceStore::here().await else {
        return false;
    };
    Vault::slots(&store)
        .await
        .ok()
        .flatten()
        .is_some_and(|slots| slots.has(kind))
}

/// Whether a passcode opens it.
pub(crate) async fn has_passcode() -> bool {
    has(SlotKind::Passcode).await
}

/// Whether a passkey opens it.
pub(crate) async fn has_passkey() -> bool {
    has(SlotKind::Passkey).await
}

/// Opens with a passcode. A wrong one changes nothing.
///
/// # Errors
/// [`Trouble`].
pub(crate) async fn unlock_with_passcode(passcode: &str) -> Result<Opened, Trouble> {
    page::pause(30).await;
    let store = DeviceStore::here().await?;
    let secret = store.device_secret().await?.ok_or(Trouble::KeysGone)?;
    let opened = Vault::unlock(store, |slots| slots.open_with_passcode(passcode, &secret)).await;
    Ok(Opened::new(opened?, true))
}

/// What the passkey derives, once the device has asked for it.
async fn passkey_secret(store: &DeviceStore) -> Result<PasskeySecret, Trouble> {
    let id = store.meta(PASSKEY).await?.ok_or(Trouble::Passkey)?;
    let secret = passkey::derive(&id, random().make()).await;
    Ok(PasskeySecret::new(secret.map_err(|_| Trouble::Passkey)?))
}

/// Opens with the passkey.
///
/// # Errors
/// [`Trouble`].
pub(crate) async fn unlock_with_passkey() -> Result<Opened, Trouble> {
    let store = DeviceStore::here().await?;
    let secret = passkey_secret(&store).await?;
    let opened = Vault::unlock(store, |slots| slots.open_with_passkey(&secret)).await;
    let opened = opened.map_err(|e| match e.into() {
        Trouble::WrongPasscode => Trouble::Passkey,
        other => other,
    })?;
    Ok(Opened::new(opened, true))
}

/// Under which name a passkey shows in the device's own list.
pub(crate) fn passkey_name() -> String {
    t(if prefs::is_on(Pref::Plain) {
        "settings-plain-1"
    } else {
        "settings-plain-default"
    })
}

/// What is done to the lock.
pub(crate) enum LockChange {
    /// This passcode from now on.
    Passcode(String),
    /// None any more, and no passkey either.
    NoPasscode,
    /// A passkey beside the passcode.
    Passkey,
    NoPasskey,
}

impl LockChange {
    /// What is said once it is done.
    pub(crate) const fn words(&self) -> &'static str {
        match self {
            Self::Passcode(_) => "passcode-is-set",
            Self::NoPasscode => "passcode-is-gone",
            Self::Passkey => "passkey-is-set",
            Self::NoPasskey => "passkey-is-gone",
        }
    }
}

impl Session {
    /// Changes the lock, for somebody who shows that they can open it: an app that lies open is not enough. `now` is the
    /// passcode that there is; with nothing in it the passkey is asked for, where there is one.
    ///
    /// # Errors
    /// [`Trouble`]: the lock is as it was.
    pub(crate) async fn change_lock(&self, now: &str, change: &LockChange) -> Result<(), Trouble> {
        page::pause(30).await;
        let vault = self.vault.lock().await;
        let store = vault.store();
        let device = store.device_secret().await?.ok_or(Trouble::KeysGone)?;
        let slots = Vault::slots(store).await?.ok_or(Trouble::KeysGone)?;
        if now.is_empty() && slots.has(SlotKind::Passkey) {
            slots.open_with_passkey(&passkey_secret(store).await?)?;
        } else if slots.has(SlotKind::Passcode) {
            slots.open_with_passcode(now, &device)?;
        }
        let mut passkey = None;
        if let LockChange::Passkey = change {
            let made = passkey::make(&passkey_name(), random().make()).await;
            let made = made.map_err(|_| Trouble::Passkey)?;
            passkey = Some(PasskeySecret::new(made.secret));
            store.commit(&named(Some(made.id))).await?;
        }
        let changed = vault.change_slots(|amk, slots| {
            let random = &mut random();
            match (change, &passkey) {
                (LockChange::Passcode(code), _) => {
                    slots.put(Slot::for_passcode(amk, code, &device, calibrate(), random)?);
                    slots.remove(SlotKind::Device);
                }
                (LockChange::NoPasscode, _) => {
                    slots.put(Slot::for_device(amk, &device, random));
                    slots.remove(SlotKind::Passcode);
                    slots.remove(SlotKind::Passkey);
                }
                (_, Some(secret)) => slots.put(Slot::for_passkey(amk, secret, random)),
                (_, None) => slots.remove(SlotKind::Passkey),
            }
            Ok(())
        });
        changed.await?;
        if passkey.is_none() && !matches!(change, LockChange::Passcode(_)) {
            store.commit(&named(None)).await?;
        }
        self.has_lock.set(!matches!(change, LockChange::NoPasscode));
        Ok(())
    }
}

/// Under which name the device knows the passkey.
fn named(id: Option<Vec<u8>>) -> Batch {
    Batch {
        meta: vec![(PASSKEY.into(), id)],
        ..Batch::default()
    }
}
