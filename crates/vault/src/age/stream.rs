// SPDX-License-Identifier: Apache-2.0
//! The payload: chunks of 64 KiB, each sealed under its number and whether it is the last, so that none
//! can be dropped, doubled or moved (STREAM, <https://eprint.iacr.org/2015/189>).
//!
//! <https://c2sp.org/age#payload>

use super::{AgeError, FileKey};
use crate::Random;
use chacha20poly1305::{
    ChaCha20Poly1305, Nonce,
    aead::{Aead, AeadInOut, KeyInit},
};
use zeroize::Zeroizing;

const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;
/// The random front of a payload, from which its key derives.
const SALT: usize = 16;

/// Seals a payload.
pub(super) fn seal(plain: &[u8], key: &FileKey, random: &mut impl Random, out: &mut Vec<u8>) {
    let salt: [u8; SALT] = random.make();
    let cipher = cipher(key, &salt);
    let chunks = plain.len().div_ceil(CHUNK).max(1);
    out.reserve_exact(SALT + plain.len() + chunks * TAG);
    out.extend_from_slice(&salt);
    for number in 0..chunks {
        let from = number * CHUNK;
        let chunk = &plain[from..plain.len().min(from + CHUNK)];
        let start = out.len();
        out.extend_from_slice(chunk);
        let last = number + 1 == chunks;
        let tag = cipher
            .encrypt_inout_detached(&nonce(number, last), b"", (&mut out[start..]).into())
            .expect("a chunk is below the cipher's limit");
        out.extend_from_slice(&tag);
    }
}

/// Opens a payload, whole or not at all.
pub(super) fn open(payload: &[u8], key: &FileKey) -> Result<Vec<u8>, AgeError> {
    let (salt, sealed) = payload.split_at_checked(SALT).ok_or(AgeError::Cut)?;
    let cipher = cipher(key, salt);
    let chunks = sealed.len().div_ceil(CHUNK + TAG);
    if chunks == 0 {
        return Err(AgeError::Cut);
    }
    // Its full size from the start: growing would leave copies behind.
    let mut plain = Zeroizing::new(Vec::with_capacity(sealed.len()));
    for (number, chunk) in sealed.chunks(CHUNK + TAG).enumerate() {
        plain.extend_from_slice(&open_chunk(&cipher, number, number + 1 == chunks, chunk)?);
    }
    Ok(core::mem::take(&mut *plain))
}

fn open_chunk(
    cipher: &ChaCha20Poly1305,
    number: usize,
    last: bool,
    chunk: &[u8],
) -> Result<Zeroizing<Vec<u8>>, AgeError> {
    if chunk.len() < TAG {
        return Err(AgeError::Cut);
    }
    let open_as = |last| {
        cipher
            .decrypt(&nonce(number, last), chunk)
            .map(Zeroizing::new)
    };
    let Ok(plain) = open_as(last) else {
        let cut = last && open_as(false).is_ok();
        return Err(if cut {
            AgeError::Cut
        } else {
            AgeError::Damaged
        });
    };
    if plain.is_empty() && number > 0 {
        return Err(AgeError::Damaged);
    }
    Ok(plain)
}

fn cipher(key: &FileKey, salt: &[u8]) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new((&*key.derive(salt, b"payload")).into())
}

/// Eleven bytes of the chunk's number, the most significant first, and whether it is the last.
fn nonce(number: usize, last: bool) -> Nonce {
    let mut nonce = [0; 12];
    nonce[3..11].copy_from_slice(&(number as u64).to_be_bytes());
    nonce[11] = u8::from(last);
    Nonce::from(nonce)
}
