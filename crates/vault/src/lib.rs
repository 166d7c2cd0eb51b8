// SPDX-License-Identifier: Apache-2.0
//! The vault on a device: immutable records, sealed and chained; keys in slots; a store that is handed
//! in. No I/O, no clock and no randomness but what it is given, and no knowledge of what is kept.
//!
//! The bytes are in `docs/format.md`; frozen vectors in `vectors/`.

#![cfg_attr(
    not(feature = "together"),
    expect(dead_code, reason = "small helpers that sharing alone uses")
)]

pub mod age;
#[cfg(feature = "together")]
mod boxes;
mod bytes;
#[cfg(feature = "conformance")]
pub mod conformance;
mod contents;
mod hazmat;
mod header;
mod ids;
mod keyring;
mod keys;
mod memory;
mod padding;
mod payload;
mod random;
mod record;
mod secret;
#[cfg(feature = "together")]
mod sign;
#[cfg(feature = "together")]
mod signed_head;
mod slot;
mod store;
mod time;
#[cfg(feature = "together")]
pub mod together;
mod vault;
#[cfg(feature = "together")]
pub mod wire;
mod writing;

#[cfg(feature = "together")]
pub use boxes::{BoxKey, BoxSecret, Psk};
pub use contents::{Contents, Damage, Opened, check_chains};
pub use header::{Header, HeaderError};
pub use ids::{DeviceId, Epoch, Index, RecordId, StreamId, ThingId, VaultId};
pub use keyring::{Keyring, KeyringError, Stream};
pub use keys::{AccountKey, Amk, AmkId, DeviceSecret, EpochKey, GrantKey, PasskeySecret};
pub use memory::{Fault, MemoryStore};
pub use padding::padded_len;
pub use payload::{Payload, PayloadError};
pub use random::Random;
pub use record::{Record, RecordError, Records};
#[cfg(feature = "together")]
pub use sign::{SIGNATURE, SigningSecret, VerifyKey};
#[cfg(feature = "together")]
pub use signed_head::{SignedHead, SignedHeadError};
pub use slot::{PasscodeCost, Slot, SlotError, SlotKind, Slots};
pub use store::{Batch, Head, Lane, Place, Store, StoreError};
pub use time::{Clock, Time};
pub use vault::{Draft, Vault, VaultError};
