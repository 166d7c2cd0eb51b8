// SPDX-License-Identifier: Apache-2.0
use crate::{
    Amk, AmkId, DeviceSecret, PasskeySecret, Random,
    bytes::Reader,
    hazmat::{self, NONCE, TAG, label},
};
use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::Zeroizing;

/// What opens a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SlotKind {
    /// The device alone: no passcode.
    Device,
    /// A passcode joined with the device.
    Passcode,
    /// A passkey.
    Passkey,
}

/// How hard a passcode is to guess: Argon2id (RFC 9106). Never below [`PasscodeCost::FLOOR`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasscodeCost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
}

impl PasscodeCost {
    /// 19 MiB and two passes (OWASP, Password Storage Cheat Sheet).
    pub const FLOOR: Self = Self {
        memory_kib: 19 * 1024,
        passes: 2,
    };
    /// 1 GiB and 64 passes: more was not written by us and would stop a phone.
    const CEILING: Self = Self {
        memory_kib: 1024 * 1024,
        passes: 64,
    };

    const fn is_sound(self) -> bool {
        self.memory_kib >= Self::FLOOR.memory_kib
            && self.passes >= Self::FLOOR.passes
            && self.memory_kib <= Self::CEILING.memory_kib
            && self.passes <= Self::CEILING.passes
    }
}

/// The master key, wrapped for one way in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    kind: SlotKind,
    cost: PasscodeCost,
    salt: [u8; 16],
    amk: AmkId,
    nonce: [u8; NONCE],
    wrapped: [u8; 32 + TAG],
}

/// Why a slot does not open. Nothing has been written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SlotError {
    /// The passcode, the passkey or the device is another one.
    #[error("that does not open it")]
    Wrong,
    /// These bytes are not slots.
    #[error("these bytes are not slots")]
    NotOne,
    /// Written by a newer version.
    #[error("version {0} of slots is not known here")]
    Version(u8),
    /// The cost is below the floor or above what can be: somebody changed it.
    #[error("the cost of the passcode was changed")]
    Cost,
    /// There is no slot of that kind.
    #[error("there is no such way in")]
    Missing,
    /// The device has not enough memory for the passcode's cost.
    #[error("there is not enough memory to check the passcode")]
    Memory,
}

const NO_COST: PasscodeCost = PasscodeCost {
    memory_kib: 0,
    passes: 0,
};

impl Slot {
    const LEN: usize = 1 + 4 + 4 + 16 + 16 + NONCE + 32 + TAG;

    /// A slot that opens with the device alone.
    pub fn for_device(amk: &Amk, device: &DeviceSecret, random: &mut impl Random) -> Self {
        Self::wrap(SlotKind::Device, NO_COST, amk, random, |salt| {
            hazmat::derive(salt, device.expose(), label::SLOT_DEVICE)
        })
    }

    /// A slot that opens with a passcode on this device.
    ///
    /// # Errors
    /// [`SlotError::Cost`] below the floor; [`SlotError::Memory`].
    pub fn for_passcode(
        amk: &Amk,
        passcode: &str,
        device: &DeviceSecret,
        cost: PasscodeCost,
        random: &mut impl Random,
    ) -> Result<Self, SlotError> {
        if !cost.is_sound() {
            return Err(SlotError::Cost);
        }
        let mut key = Err(SlotError::Memory);
        let slot = Self::wrap(SlotKind::Passcode, cost, amk, random, |salt| {
            key = passcode_key(passcode, device, cost, salt);
            key.clone().unwrap_or_default()
        });
        key.map(|_| slot)
    }

    /// A slot that opens with a passkey.
    pub fn for_passkey(amk: &Amk, passkey: &PasskeySecret, random: &mut impl Random) -> Self {
        Self::wrap(SlotKind::Passkey, NO_COST, amk, random, |salt| {
            hazmat::derive(salt, passkey.expose(), label::SLOT_PASSKEY)
        })
    }

    fn wrap(
        kind: SlotKind,
        cost: PasscodeCost,
        amk: &Amk,
        random: &mut impl Random,
        key: impl FnOnce(&[u8; 16]) -> Zeroizing<[u8; 32]>,
    ) -> Self {
        let salt = random.make();
        let nonce = random.make();
        let mut slot = Self {
            kind,
            cost,
            salt,
            amk: amk.id(),
            nonce,
            wrapped: [0; 48],
        };
        let sealed = hazmat::seal(&key(&salt), &nonce, &slot.front(), amk.expose());
        slot.wrapped.copy_from_slice(&sealed);
        slot
    }

    /// What opens it.
    #[must_use]
    pub const fn kind(&self) -> SlotKind {
        self.kind
    }

    fn open(&self, key: &Zeroizing<[u8; 32]>) -> Result<Amk, SlotError> {
        let opened = hazmat::open(key, &self.nonce, &self.front(), &self.wrapped)
            .map(Zeroizing::new)
            .ok_or(SlotError::Wrong)?;
        let amk = Amk::read(&opened).ok_or(SlotError::Wrong)?;
        if amk.id() == self.amk {
            Ok(amk)
        } else {
            Err(SlotError::Wrong)
        }
    }

    fn front(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(Self::LEN);
        out.push(match self.kind {
            SlotKind::Device => 1,
            SlotKind::Passcode => 2,
            SlotKind::Passkey => 3,
        });
        out.extend_from_slice(&self.cost.memory_kib.to_be_bytes());
        out.extend_from_slice(&self.cost.passes.to_be_bytes());
        out.extend_from_slice(&self.salt);
        out.extend_from_slice(&self.amk.0);
        out
    }

    fn read(r: &mut Reader<'_>) -> Option<Self> {
        let kind = match r.u8()? {
            1 => SlotKind::Device,
            2 => SlotKind::Passcode,
            3 => SlotKind::Passkey,
            _ => return None,
        };
        Some(Self {
            kind,
            cost: PasscodeCost {
                memory_kib: r.u32()?,
                passes: r.u32()?,
            },
            salt: r.array()?,
            amk: AmkId(r.array()?),
            nonce: r.array()?,
            wrapped: r.array()?,
        })
    }
}

fn passcode_key(
    passcode: &str,
    device: &DeviceSecret,
    cost: PasscodeCost,
    salt: &[u8; 16],
) -> Result<Zeroizing<[u8; 32]>, SlotError> {
    let params = Params::new(cost.memory_kib, cost.passes, 1, Some(32));
    let params = params.map_err(|_| SlotError::Cost)?;
    let mut joined = Zeroizing::new([0; 64]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passcode.as_bytes(), salt, &mut joined[..32])
        .map_err(|_| SlotError::Memory)?;
    joined[32..].copy_from_slice(device.expose());
    Ok(hazmat::derive(
        salt,
        joined.as_slice(),
        label::SLOT_PASSCODE,
    ))
}

/// All ways into a vault on this device.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Slots(Vec<Slot>);

impl Slots {
    const MAGIC: &'static [u8; 4] = b"KHSL";
    const VERSION: u8 = 1;

    /// Puts a slot in the place of the one of its kind.
    pub fn put(&mut self, slot: Slot) {
        self.remove(slot.kind);
        self.0.push(slot);
    }

    /// Takes a way in away.
    pub fn remove(&mut self, kind: SlotKind) {
        self.0.retain(|s| s.kind != kind);
    }

    /// Whether there is a way in of that kind.
    #[must_use]
    pub fn has(&self, kind: SlotKind) -> bool {
        self.0.iter().any(|s| s.kind == kind)
    }

    /// Whether there is no way in at all.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Opens with the device alone.
    ///
    /// # Errors
    /// [`SlotError`].
    pub fn open_with_device(&self, device: &DeviceSecret) -> Result<Amk, SlotError> {
        let slot = self.get(SlotKind::Device)?;
        slot.open(&hazmat::derive(
            &slot.salt,
            device.expose(),
            label::SLOT_DEVICE,
        ))
    }

    /// Opens with a passcode on this device.
    ///
    /// # Errors
    /// [`SlotError`].
    pub fn open_with_passcode(
        &self,
        passcode: &str,
        device: &DeviceSecret,
    ) -> Result<Amk, SlotError> {
        let slot = self.get(SlotKind::Passcode)?;
        if !slot.cost.is_sound() {
            return Err(SlotError::Cost);
        }
        slot.open(&passcode_key(passcode, device, slot.cost, &slot.salt)?)
    }

    /// Opens with a passkey.
    ///
    /// # Errors
    /// [`SlotError`].
    pub fn open_with_passkey(&self, passkey: &PasskeySecret) -> Result<Amk, SlotError> {
        let slot = self.get(SlotKind::Passkey)?;
        slot.open(&hazmat::derive(
            &slot.salt,
            passkey.expose(),
            label::SLOT_PASSKEY,
        ))
    }

    fn get(&self, kind: SlotKind) -> Result<&Slot, SlotError> {
        self.0
            .iter()
            .find(|s| s.kind == kind)
            .ok_or(SlotError::Missing)
    }

    /// The bytes as they are stored.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Self::MAGIC.to_vec();
        out.push(Self::VERSION);
        for slot in &self.0 {
            out.extend_from_slice(&slot.front());
            out.extend_from_slice(&slot.nonce);
            out.extend_from_slice(&slot.wrapped);
        }
        out
    }

    /// Reads slots.
    ///
    /// # Errors
    /// [`SlotError`]; any bytes are safe to hand in.
    pub fn parse(bytes: &[u8]) -> Result<Self, SlotError> {
        let mut r = Reader(bytes);
        if r.take(4) != Some(Self::MAGIC) {
            return Err(SlotError::NotOne);
        }
        let version = r.u8().ok_or(SlotError::NotOne)?;
        if version != Self::VERSION {
            return Err(SlotError::Version(version));
        }
        let mut slots = Vec::new();
        while !r.0.is_empty() {
            slots.push(Slot::read(&mut r).ok_or(SlotError::NotOne)?);
        }
        Ok(Self(slots))
    }
}
