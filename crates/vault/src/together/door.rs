// SPDX-License-Identifier: Apache-2.0
//! Ways into a vault from a new device: high-entropy secrets alone, never something memorised.

use super::words::is_apart;
use crate::{
    AccountKey, PasskeySecret, Random, SigningSecret,
    hazmat::{self, NONCE, label},
    wire::{Access, AccessId, Locator, Role},
};
use bip39::{Language, Mnemonic};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// `S`: 16 random bytes, made when the vault is first brought to a relay. Shown as 12 words (BIP-39) or
/// in a QR code for the next device. A relay never sees it.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct AccountSecret([u8; 16]);

/// Why words are not an account secret. Nothing was asked or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WordsError {
    /// Not twelve.
    #[error("there are {0} words, not 12")]
    Count(usize),
    /// One is not in the list, counted from 0.
    #[error("word {0} is not in the list")]
    Unknown(usize),
    /// Each is in the list, but they do not belong together: one is wrong or two are swapped.
    #[error("the words do not fit together")]
    Checksum,
}

impl core::fmt::Debug for AccountSecret {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("AccountSecret(…)")
    }
}

impl AccountSecret {
    /// Makes a new one. It is drawn again until none of its words is one that nobody should meet here by
    /// chance, which leaves it 125 bits.
    pub fn make(random: &mut impl Random) -> Self {
        loop {
            let secret = Self(random.make());
            if !secret.words().iter().any(|word| is_apart(word)) {
                return secret;
            }
        }
    }

    /// Takes the bytes, as a QR code carries them.
    #[must_use]
    pub const fn new(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The bytes, for a QR code on the screen of the person alone.
    #[must_use]
    pub const fn reveal(&self) -> &[u8; 16] {
        &self.0
    }

    /// The 12 words, in the English list of BIP-39.
    ///
    /// # Panics
    /// Never: 16 bytes are one of the lengths that the list has words for.
    #[must_use]
    pub fn words(&self) -> Vec<&'static str> {
        let mnemonic = Mnemonic::from_entropy_in(Language::English, &self.0);
        mnemonic.expect("16 bytes make 12 words").words().collect()
    }

    /// Reads words as a person types them: any case, any space between them.
    ///
    /// # Errors
    /// [`WordsError`].
    pub fn from_words(typed: &str) -> Result<Self, WordsError> {
        let typed = Zeroizing::new(typed.trim().to_lowercase());
        let count = typed.split_whitespace().count();
        if count != 12 {
            return Err(WordsError::Count(count));
        }
        let mnemonic =
            Mnemonic::parse_in_normalized(Language::English, &typed).map_err(|e| match e {
                bip39::Error::UnknownWord(at) => WordsError::Unknown(at),
                _ => WordsError::Checksum,
            })?;
        let (bytes, _) = mnemonic.to_entropy_array();
        let (front, _) = bytes.split_first_chunk().ok_or(WordsError::Checksum)?;
        Ok(Self(*front))
    }

    /// The door that these words open.
    #[must_use]
    pub fn door(&self) -> Door {
        Door::derive(label::DOOR_WORDS, &self.0)
    }
}

/// A way in at a relay: where it is found, who signs in there, and what opens the account behind it.
#[derive(Debug, Clone)]
pub struct Door {
    /// Where the relay keeps it.
    pub locator: Locator,
    /// Signs in at it.
    pub secret: SigningSecret,
    pub(crate) key: Zeroizing<[u8; 32]>,
}

impl Door {
    /// The door that a passkey opens. `secret` comes from a PRF input of its own, not the one of this
    /// device's lock.
    #[must_use]
    pub fn of_passkey(secret: &PasskeySecret) -> Self {
        Self::derive(label::DOOR_PASSKEY, secret.expose())
    }

    fn derive(label: &[u8], secret: &[u8]) -> Self {
        let part = |what: &[u8]| hazmat::derive(label, secret, what);
        let mut locator = [0; 16];
        locator.copy_from_slice(&part(b"locator")[..16]);
        Self {
            locator: Locator(locator),
            secret: SigningSecret::new(*part(b"sign")),
            key: part(b"wrap"),
        }
    }

    /// What a relay is told of it.
    #[must_use]
    pub fn access(&self) -> Access {
        Access {
            id: AccessId(self.locator.0),
            key: self.secret.verify_key(),
            role: Role::Door,
        }
    }

    /// The account key, wrapped for this door.
    pub(crate) fn wrap(&self, key: &AccountKey, random: &mut impl Random) -> Vec<u8> {
        let nonce: [u8; NONCE] = random.make();
        let mut out = nonce.to_vec();
        out.extend_from_slice(&hazmat::seal(
            &self.key,
            &nonce,
            &self.locator.0,
            key.expose(),
        ));
        out
    }

    pub(crate) fn unwrap(&self, wrapped: &[u8]) -> Option<AccountKey> {
        let (nonce, sealed) = wrapped.split_first_chunk::<NONCE>()?;
        let opened = hazmat::open(&self.key, nonce, &self.locator.0, sealed)?;
        let opened = Zeroizing::new(opened);
        Some(AccountKey::new(opened.as_slice().try_into().ok()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_give_back_the_secret_however_they_are_typed(bytes in any::<[u8; 16]>()) {
            let secret = AccountSecret::new(bytes);
            let words = secret.words();
            prop_assert_eq!(words.len(), 12);
            let typed = format!("  {}\n", words.join(" \t").to_uppercase());
            prop_assert_eq!(AccountSecret::from_words(&typed), Ok(secret));
        }

        #[test]
        fn any_typed_text_is_answered_without_a_panic(typed in ".{0,200}") {
            let _ = AccountSecret::from_words(&typed);
        }
    }

    #[test]
    fn wrong_words_say_what_is_wrong() {
        assert_eq!(AccountSecret::from_words("kind"), Err(WordsError::Count(1)));
        let mut words = AccountSecret::new([7; 16]).words();
        words[3] = "kindhold";
        assert_eq!(
            AccountSecret::from_words(&words.join(" ")),
            Err(WordsError::Unknown(3))
        );
        assert_eq!(
            AccountSecret::from_words(&["abandon"; 12].join(" ")),
            Err(WordsError::Checksum)
        );
    }

    #[test]
    fn the_words_are_those_of_the_standard() {
        // BIP-39's own first test vector
        let words = [["abandon"; 11].join(" "), "about".to_owned()].join(" ");
        assert_eq!(AccountSecret::new([0; 16]).words().join(" "), words);
    }
}
