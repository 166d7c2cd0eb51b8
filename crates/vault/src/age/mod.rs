// SPDX-License-Identifier: Apache-2.0
//! age files, version 1 (<https://c2sp.org/age>): what an export is, so that a tool which nobody here
//! wrote opens it. With a passphrase or with a key; why this is written here stands in
//! `docs/adr/0001-age-of-our-own.md`.
//!
//! A file is opened whole or not at all. Any bytes are safe to hand in.

mod armor;
mod base64;
mod bech32;
mod error;
mod file_key;
mod header;
mod scrypt;
mod stanza;
mod stream;
mod x25519;

pub use error::AgeError;
pub use scrypt::MOST_WORK;
pub use x25519::{Identity, Recipient};

use crate::Random;
use file_key::FileKey;
use header::Header;
use stanza::Stanza;

/// Seals with a passphrase. `log_n` is the work of a guess, as a power of two (RFC 7914); each step
/// doubles time and memory, and 15 takes 32 MiB.
///
/// # Errors
/// [`AgeError::Unprotected`] for an empty passphrase or no work; [`AgeError::TooHard`] above
/// [`MOST_WORK`]; [`AgeError::Memory`].
pub fn seal_with_passphrase(
    plain: &[u8],
    passphrase: &str,
    log_n: u8,
    random: &mut impl Random,
) -> Result<Vec<u8>, AgeError> {
    let key = FileKey::make(random);
    let stanza = scrypt::wrap(&key, passphrase, log_n, random)?;
    Ok(seal(plain, &[stanza], &key, random))
}

/// Opens with a passphrase, binary or armored.
///
/// # Errors
/// [`AgeError`].
pub fn open_with_passphrase(file: &[u8], passphrase: &str) -> Result<Vec<u8>, AgeError> {
    open(file, |stanzas| match stanzas {
        [stanza] if stanza.kind() == scrypt::KIND => scrypt::unwrap(stanza, passphrase),
        _ => Err(AgeError::WantsKey),
    })
}

/// Seals to one or more recipients; any of them can open it.
///
/// # Errors
/// [`AgeError::Unprotected`] for none.
pub fn seal_to(
    plain: &[u8],
    recipients: &[Recipient],
    random: &mut impl Random,
) -> Result<Vec<u8>, AgeError> {
    if recipients.is_empty() {
        return Err(AgeError::Unprotected);
    }
    let key = FileKey::make(random);
    let stanzas: Vec<_> = recipients.iter().map(|r| r.wrap(&key, random)).collect();
    Ok(seal(plain, &stanzas, &key, random))
}

/// Opens with a key, binary or armored.
///
/// # Errors
/// [`AgeError`].
pub fn open_with_identity(file: &[u8], identity: &Identity) -> Result<Vec<u8>, AgeError> {
    open(file, |stanzas| {
        if stanzas.iter().any(|s| s.kind() == scrypt::KIND) {
            return Err(AgeError::WantsPassphrase);
        }
        let ours = stanzas.iter().filter(|s| s.kind() == x25519::KIND);
        ours.map(|s| identity.unwrap(s))
            .find(|key| !matches!(key, Err(AgeError::NoMatch)))
            .unwrap_or(Err(AgeError::NoMatch))
    })
}

fn seal(plain: &[u8], stanzas: &[Stanza], key: &FileKey, random: &mut impl Random) -> Vec<u8> {
    let mut out = Header::write(stanzas, key);
    stream::seal(plain, key, random, &mut out);
    out
}

fn open(
    file: &[u8],
    unwrap: impl FnOnce(&[Stanza]) -> Result<FileKey, AgeError>,
) -> Result<Vec<u8>, AgeError> {
    let file = armor::remove(file)?;
    let (header, payload) = Header::read(&file)?;
    let key = unwrap(&header.stanzas)?;
    header.check(&key)?;
    stream::open(payload, &key)
}
