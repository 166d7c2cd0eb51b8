// SPDX-License-Identifier: Apache-2.0
//! A passphrase as the way in: scrypt (RFC 7914) makes each guess cost time and memory.
//!
//! <https://c2sp.org/age#the-scrypt-recipient-type>

use super::{AgeError, FileKey, base64, stanza::Stanza};
use crate::Random;
use ::scrypt::Params;
use zeroize::Zeroizing;

/// The kind of the stanza.
pub(super) const KIND: &str = "scrypt";
const LABEL: &[u8] = b"age-encryption.org/v1/scrypt";
const SALT: usize = 16;

/// The most work that is done for a passphrase, as a power of two: 1 GiB of memory. A file that asks
/// for more was not written by us and would stop a phone.
pub const MOST_WORK: u8 = 20;

/// Wraps the file key with a passphrase.
pub(super) fn wrap(
    key: &FileKey,
    passphrase: &str,
    log_n: u8,
    random: &mut impl Random,
) -> Result<Stanza, AgeError> {
    if passphrase.is_empty() || log_n == 0 {
        return Err(AgeError::Unprotected);
    }
    let salt: [u8; SALT] = random.make();
    let body = key.wrap(&*derive(passphrase, &salt, log_n)?);
    Ok(Stanza {
        args: vec![KIND.into(), base64::encode(&salt), log_n.to_string()],
        body,
    })
}

/// Unwraps the file key.
pub(super) fn unwrap(stanza: &Stanza, passphrase: &str) -> Result<FileKey, AgeError> {
    let [_, salt, work] = stanza.args.as_slice() else {
        return Err(AgeError::Header);
    };
    let salt: [u8; SALT] = base64::decode_array(salt.as_bytes()).ok_or(AgeError::Header)?;
    FileKey::check_wrapped(&stanza.body)?;
    FileKey::unwrap(&*derive(passphrase, &salt, log_n(work)?)?, &stanza.body)
}

/// Digits alone, the first of them not zero.
fn log_n(work: &str) -> Result<u8, AgeError> {
    if work.starts_with('0') || !work.bytes().all(|b| b.is_ascii_digit()) {
        return Err(AgeError::Header);
    }
    work.parse().map_err(|_| AgeError::TooHard(u8::MAX))
}

fn derive(passphrase: &str, salt: &[u8; SALT], log_n: u8) -> Result<Zeroizing<[u8; 32]>, AgeError> {
    const BLOCK: u32 = 8;
    if log_n > MOST_WORK {
        return Err(AgeError::TooHard(log_n));
    }
    // The library takes its memory without asking, and running out there would end the program.
    Vec::<u8>::new()
        .try_reserve_exact((128 * BLOCK as usize) << log_n)
        .map_err(|_| AgeError::Memory)?;
    let params = Params::new(log_n, BLOCK, 1).map_err(|_| AgeError::TooHard(log_n))?;
    let mut key = Zeroizing::new([0; 32]);
    ::scrypt::scrypt(
        passphrase.as_bytes(),
        &[LABEL, salt].concat(),
        &params,
        key.as_mut_slice(),
    )
    .expect("32 bytes are a length that scrypt gives");
    Ok(key)
}
