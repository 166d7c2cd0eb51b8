// SPDX-License-Identifier: Apache-2.0
//! A key as the way in: X25519 (RFC 7748) between a key made for this file and the recipient's.
//!
//! <https://c2sp.org/age#the-x25519-recipient-type>

use super::{AgeError, FileKey, base64, bech32, stanza::Stanza};
use crate::{Random, hazmat};
use core::{fmt, str::FromStr};
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

/// The kind of the stanza.
pub(super) const KIND: &str = "X25519";
const LABEL: &[u8] = b"age-encryption.org/v1/X25519";
const RECIPIENT: &str = "age";
const IDENTITY: &str = "age-secret-key-";

/// Somebody whom a file is sealed to: the half of a key that may be shown, spelt `age1…`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Recipient([u8; 32]);

/// The half of a key that opens, spelt `AGE-SECRET-KEY-1…`. Erased when dropped.
#[derive(Clone)]
pub struct Identity(StaticSecret);

impl Recipient {
    /// Wraps the file key for this recipient.
    pub(super) fn wrap(&self, key: &FileKey, random: &mut impl Random) -> Stanza {
        let secret = secret(random);
        let share = PublicKey::from(&secret).to_bytes();
        let shared = secret.diffie_hellman(&PublicKey::from(self.0));
        let body = key.wrap(&derive(&share, self, shared.as_bytes()));
        Stanza {
            args: vec![KIND.into(), base64::encode(&share)],
            body,
        }
    }
}

impl Identity {
    /// Makes a new one.
    pub fn make(random: &mut impl Random) -> Self {
        Self(secret(random))
    }

    /// The half that may be shown.
    #[must_use]
    pub fn to_recipient(&self) -> Recipient {
        Recipient(PublicKey::from(&self.0).to_bytes())
    }

    /// Spells the secret, to be written down or kept in a file.
    #[must_use]
    pub fn expose(&self) -> Zeroizing<String> {
        let mut text = bech32::encode(IDENTITY, self.0.as_bytes());
        text.make_ascii_uppercase();
        text
    }

    /// Unwraps the file key from one stanza of this kind.
    pub(super) fn unwrap(&self, stanza: &Stanza) -> Result<FileKey, AgeError> {
        let [_, share] = stanza.args.as_slice() else {
            return Err(AgeError::Header);
        };
        let share: [u8; 32] = base64::decode_array(share.as_bytes()).ok_or(AgeError::Header)?;
        FileKey::check_wrapped(&stanza.body)?;
        let shared = self.0.diffie_hellman(&PublicKey::from(share));
        if !shared.was_contributory() {
            return Err(AgeError::Header);
        }
        FileKey::unwrap(
            &derive(&share, &self.to_recipient(), shared.as_bytes()),
            &stanza.body,
        )
    }
}

fn secret(random: &mut impl Random) -> StaticSecret {
    let mut bytes = Zeroizing::new([0; 32]);
    random.fill(bytes.as_mut_slice());
    StaticSecret::from(*bytes)
}

fn derive(share: &[u8; 32], recipient: &Recipient, shared: &[u8; 32]) -> Zeroizing<[u8; 32]> {
    hazmat::derive(&[*share, recipient.0].concat(), shared, LABEL)
}

impl FromStr for Recipient {
    type Err = AgeError;

    /// Reads `age1…`. A point that would make every shared secret zero is refused.
    fn from_str(text: &str) -> Result<Self, AgeError> {
        let bytes = bech32::decode(RECIPIENT, text).ok_or(AgeError::Key)?;
        let bytes: [u8; 32] = bytes.as_slice().try_into().map_err(|_| AgeError::Key)?;
        let trial = StaticSecret::from([9; 32]).diffie_hellman(&PublicKey::from(bytes));
        if trial.was_contributory() {
            Ok(Self(bytes))
        } else {
            Err(AgeError::Key)
        }
    }
}

impl FromStr for Identity {
    type Err = AgeError;

    /// Reads `AGE-SECRET-KEY-1…`.
    fn from_str(text: &str) -> Result<Self, AgeError> {
        let bytes = bech32::decode(IDENTITY, text).ok_or(AgeError::Key)?;
        let bytes = <&[u8; 32]>::try_from(bytes.as_slice()).map_err(|_| AgeError::Key)?;
        Ok(Self(StaticSecret::from(*bytes)))
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&bech32::encode(RECIPIENT, &self.0))
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Recipient({self})")
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Identity(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::{AgeError, RECIPIENT, Recipient, bech32};

    /// Points of small order: every shared secret with them is zero (RFC 7748, section 6.1).
    #[test]
    fn a_recipient_that_shares_no_secret_is_refused() {
        let mut least = [0xff; 32];
        (least[0], least[31]) = (0xec, 0x7f);
        let mut one = [0; 32];
        one[0] = 1;
        for point in [[0; 32], one, least] {
            let text = bech32::encode(RECIPIENT, &point);
            assert_eq!(text.parse::<Recipient>(), Err(AgeError::Key));
        }
        let fine = bech32::encode(RECIPIENT, &[9; 32]);
        assert!(fine.parse::<Recipient>().is_ok());
    }
}
