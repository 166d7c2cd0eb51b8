// SPDX-License-Identifier: Apache-2.0
use crate::words::t;
use kindhold_vault::{KeyringError, SlotError, StoreError, VaultError, age::AgeError};

/// What went wrong, as the person is told: one sentence with a next step. Nothing was lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// Another passcode.
    WrongPasscode,
    /// The passkey did not open it, or was sent away.
    Passkey,
    /// No room on the device.
    Full,
    /// The browser did not write it down.
    NotKept,
    /// This window can keep nothing.
    NoStore,
    /// The keys of this browser are gone.
    KeysGone,
    /// Written by a newer version.
    Newer,
    /// Another window changed the lock.
    OtherWindow,
    /// Not a file of ours.
    FileNotOurs,
    /// A file of ours, damaged.
    FileDamaged,
    /// Another passphrase.
    FileWrongPassphrase,
    /// A file of a newer version.
    FileNewer,
    /// A file whose passphrase asks more of this device than it has.
    FileTooHard,
}

impl Trouble {
    /// The sentence.
    pub(crate) fn words(self) -> String {
        t(match self {
            Self::WrongPasscode => "trouble-wrong-passcode",
            Self::Passkey => "trouble-passkey",
            Self::Full => "trouble-full",
            Self::NotKept => "trouble-not-kept",
            Self::NoStore => "trouble-no-store",
            Self::KeysGone => "trouble-keys-gone",
            Self::Newer => "trouble-newer",
            Self::OtherWindow => "trouble-other-tab",
            Self::FileNotOurs => "trouble-file-not-ours",
            Self::FileDamaged => "trouble-file-damaged",
            Self::FileWrongPassphrase => "trouble-file-wrong-passphrase",
            Self::FileNewer => "trouble-file-newer",
            Self::FileTooHard => "trouble-file-too-hard",
        })
    }
}

impl From<StoreError> for Trouble {
    fn from(e: StoreError) -> Self {
        match e {
            StoreError::Full => Self::Full,
            StoreError::Unavailable => Self::NoStore,
            StoreError::Newer => Self::Newer,
            _ => Self::NotKept,
        }
    }
}

impl From<SlotError> for Trouble {
    fn from(e: SlotError) -> Self {
        match e {
            SlotError::Wrong => Self::WrongPasscode,
            SlotError::Missing => Self::OtherWindow,
            SlotError::Version(_) => Self::Newer,
            SlotError::Memory => Self::NotKept,
            _ => Self::KeysGone,
        }
    }
}

impl From<VaultError> for Trouble {
    fn from(e: VaultError) -> Self {
        match e {
            VaultError::Store(e) => e.into(),
            VaultError::Slot(e) => e.into(),
            VaultError::Keyring(KeyringError::Version(_)) => Self::Newer,
            VaultError::Keyring(_) | VaultError::None => Self::KeysGone,
            VaultError::Already => Self::OtherWindow,
            _ => Self::NotKept,
        }
    }
}

impl From<AgeError> for Trouble {
    fn from(e: AgeError) -> Self {
        match e {
            AgeError::NotAge | AgeError::WantsKey => Self::FileNotOurs,
            AgeError::TooHard(_) | AgeError::Memory => Self::FileTooHard,
            AgeError::NoMatch => Self::FileWrongPassphrase,
            AgeError::Version => Self::FileNewer,
            _ => Self::FileDamaged,
        }
    }
}
