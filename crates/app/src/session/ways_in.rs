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

/// Opens with the passkey.
///
/// # Errors
/// [`Trouble`].
pub(crate) async fn unlock_with_passkey() -> Result<Opened, Trouble> {
    let store = DeviceStore::here().await?;
    let id = store.meta(PASSKEY).await?.ok_or(Trouble::Passkey)?;
    let secret = passkey::derive(&id, random().make())
        .await
        .map_err(|_| Trouble::Passkey)?;
    let secret = PasskeySecret::new(secret);
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

impl Session {
    /// Sets the passcode, or takes it away together with the passkey.
    ///
    /// # Errors
    /// [`Trouble`]: the lock is as it was.
    pub(crate) async fn set_passcode(&self, passcode: Option<&str>) -> Result<(), Trouble> {
        page::pause(30).await;
        let vault = self.vault.lock().await;
        let secret = vault
            .store()
            .device_secret()
            .await?
            .ok_or(Trouble::KeysGone)?;
        let cost = calibrate();
        let changed = vault.change_slots(|amk, slots| {
            match passcode {
                Some(code) => {
                    slots.put(Slot::for_passcode(amk, code, &secret, cost, &mut random())?);
                    slots.remove(SlotKind::Device);
                }
                None => {
                    slots.put(Slot::for_device(amk, &secret, &mut random()));
                    slots.remove(SlotKind::Passcode);
                    slots.remove(SlotKind::Passkey);
                }
            }
            Ok(())
        });
        changed.await?;
        self.has_lock.set(passcode.is_some());
        Ok(())
    }

    /// Makes a passkey and lets it open the vault beside the passcode.
    ///
    /// # Errors
    /// [`Trouble`]: the lock is as it was.
    pub(crate) async fn add_passkey(&self) -> Result<(), Trouble> {
        let made = passkey::make(&passkey_name(), random().make())
            .await
            .map_err(|_| Trouble::Passkey)?;
        let secret = PasskeySecret::new(made.secret);
        let vault = self.vault.lock().await;
        let batch = Batch {
            meta: vec![(PASSKEY.into(), Some(made.id))],
            ..Batch::default()
        };
        vault.store().commit(&batch).await?;
        let changed = vault.change_slots(|amk, slots| {
            slots.put(Slot::for_passkey(amk, &secret, &mut random()));
            Ok(())
        });
        Ok(changed.await?)
    }

    /// Lets the passkey open the vault no longer.
    ///
    /// # Errors
    /// [`Trouble`]: the lock is as it was.
    pub(crate) async fn remove_passkey(&self) -> Result<(), Trouble> {
        let vault = self.vault.lock().await;
        let changed = vault.change_slots(|_, slots| {
            slots.remove(SlotKind::Passkey);
            Ok(())
        });
        changed.await?;
        let batch = Batch {
            meta: vec![(PASSKEY.into(), None)],
            ..Batch::default()
        };
        Ok(vault.store().commit(&batch).await?)
    }
}
