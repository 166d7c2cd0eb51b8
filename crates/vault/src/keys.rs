// SPDX-License-Identifier: Apache-2.0
use crate::{
    Header, Random,
    hazmat::{self, label},
    secret::Secret,
};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

macro_rules! secret {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone)]
        pub struct $name(Secret);

        impl $name {
            /// Takes the bytes.
            #[must_use]
            pub fn new(bytes: [u8; 32]) -> Self {
                Self(Secret::take(bytes))
            }

            pub(crate) fn expose(&self) -> &[u8; 32] {
                self.0.expose()
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    };
}

secret!(
    /// The account's master key. It wraps the keyring and never touches content.
    Amk
);
secret!(
    /// The key of one epoch of a stream. Records are sealed under keys derived from it.
    EpochKey
);
secret!(
    /// What the device's non-extractable key derives; it joins every passcode.
    DeviceSecret
);
secret!(
    /// What a passkey's PRF derives (WebAuthn level 3, `prf` extension).
    PasskeySecret
);

secret!(
    /// Shared by all devices of a person; it wraps the account at the relay, and nothing else. Each
    /// device keeps it sealed under a master key of its own.
    AccountKey
);
secret!(
    /// Shared with whoever holds a grant; it wraps the keys of that grant, and nothing else.
    GrantKey
);

/// Which master key something was wrapped with: a wrong key is noticed before anything is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AmkId(pub [u8; 16]);

impl Amk {
    /// Makes a new one.
    pub fn make(random: &mut impl Random) -> Self {
        Self(Secret::make(random))
    }

    /// Reads one from where it lies.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        Secret::read(bytes).map(Self)
    }

    /// Its name; tells nothing about it.
    #[must_use]
    pub fn id(&self) -> AmkId {
        let long = hazmat::derive(label::AMK_ID, self.expose(), b"");
        let mut id = [0; 16];
        id.copy_from_slice(&long[..16]);
        AmkId(id)
    }

    pub(crate) fn derive_member_key(&self) -> Zeroizing<[u8; 32]> {
        hazmat::derive(label::MEMBER, self.expose(), b"")
    }

    pub(crate) fn derive_keyring_key(&self) -> Zeroizing<[u8; 32]> {
        hazmat::derive(label::KEYRING, self.expose(), b"")
    }
}

impl AccountKey {
    /// Makes a new one.
    pub fn make(random: &mut impl Random) -> Self {
        Self(Secret::make(random))
    }

    /// Its name; tells nothing about it.
    pub(crate) fn id(&self) -> [u8; 16] {
        let long = hazmat::derive(label::ACCOUNT_KEY_ID, self.expose(), b"");
        let mut id = [0; 16];
        id.copy_from_slice(&long[..16]);
        id
    }

    pub(crate) fn derive_account_key(&self) -> Zeroizing<[u8; 32]> {
        hazmat::derive(label::ACCOUNT, self.expose(), b"")
    }
}

impl GrantKey {
    /// Makes a new one.
    pub fn make(random: &mut impl Random) -> Self {
        Self(Secret::make(random))
    }

    pub(crate) fn derive_grant_key(&self) -> Zeroizing<[u8; 32]> {
        hazmat::derive(label::GRANT, self.expose(), b"")
    }
}

impl EpochKey {
    /// Makes a new one.
    pub fn make(random: &mut impl Random) -> Self {
        Self(Secret::make(random))
    }

    /// Reads one from where it lies.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        Secret::read(bytes).map(Self)
    }

    /// The extracted form, made once for all records of the epoch.
    pub(crate) fn derive_sealer(&self) -> Sealer {
        Sealer(Hkdf::new(Some(label::EPOCH), self.expose()))
    }
}

/// An epoch key after HKDF's first step, made once for all records of the epoch.
#[derive(Clone)]
pub(crate) struct Sealer(Hkdf<Sha256>);

impl Sealer {
    /// The key of one record, by the ids in its header.
    pub(crate) fn derive_record_key(&self, header: &Header) -> Zeroizing<[u8; 32]> {
        hazmat::expand(
            &self.0,
            &[
                label::RECORD,
                header.vault.as_bytes(),
                header.stream.as_bytes(),
                header.device.as_bytes(),
                &header.index.to_be_bytes(),
                &header.epoch.to_be_bytes(),
            ],
        )
    }
}
