// SPDX-License-Identifier: Apache-2.0
use super::{
    AgeError, FileKey, base64, scrypt,
    stanza::{Lines, Stanza},
};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// What every version of age begins with.
const NAME: &[u8] = b"age-encryption.org/";
/// The only version read and written here.
const V1: &[u8] = b"age-encryption.org/v1";
/// What the last line begins with.
const END: &[u8] = b"---";
/// More ways in are not read: each costs work before anything can be checked, and the format itself
/// sets no bound.
const MOST_STANZAS: usize = 128;

/// The front of a file in text: who can open it, and a code that shows any change.
///
/// <https://c2sp.org/age#header>
#[derive(Debug)]
pub(super) struct Header<'a> {
    /// The ways in; at least one.
    pub(super) stanzas: Vec<Stanza>,
    /// Everything that the code covers.
    covered: &'a [u8],
    mac: [u8; 32],
}

impl<'a> Header<'a> {
    /// Reads it off the front of a file; the rest is the payload.
    pub(super) fn read(file: &'a [u8]) -> Result<(Self, &'a [u8]), AgeError> {
        let mut lines = Lines(file);
        version(&mut lines)?;
        let mut stanzas = Vec::new();
        while !lines.0.starts_with(END) {
            if !lines.0.starts_with(Stanza::MARK) {
                let cut = lines.0.len() < END.len()
                    && (END.starts_with(lines.0) || Stanza::MARK.starts_with(lines.0));
                return Err(if cut { AgeError::Cut } else { AgeError::Header });
            }
            if stanzas.len() == MOST_STANZAS {
                return Err(AgeError::Header);
            }
            stanzas.push(Stanza::read(&mut lines)?);
        }
        let covered = &file[..file.len() - lines.0.len() + END.len()];
        let mac = lines
            .next()?
            .strip_prefix(b"--- ")
            .and_then(base64::decode_array);
        let header = Self {
            stanzas,
            covered,
            mac: mac.ok_or(AgeError::Header)?,
        };
        header.check_company()?;
        Ok((header, lines.0))
    }

    /// A passphrase stands alone, for whoever knows it takes the file as written by somebody who does.
    fn check_company(&self) -> Result<(), AgeError> {
        let sound = match self.stanzas.as_slice() {
            [] => false,
            [_] => true,
            many => many.iter().all(|s| s.kind() != scrypt::KIND),
        };
        if sound { Ok(()) } else { Err(AgeError::Header) }
    }

    /// Whether the header is as the one wrote it who made the key.
    pub(super) fn check(&self, key: &FileKey) -> Result<(), AgeError> {
        mac(key, self.covered)
            .verify_slice(&self.mac)
            .map_err(|_| AgeError::Damaged)
    }

    /// Writes one.
    pub(super) fn write(stanzas: &[Stanza], key: &FileKey) -> Vec<u8> {
        let mut out = V1.to_vec();
        out.push(b'\n');
        for stanza in stanzas {
            stanza.write(&mut out);
        }
        out.extend_from_slice(END);
        let mac = mac(key, &out).finalize().into_bytes();
        out.push(b' ');
        out.extend_from_slice(base64::encode(&mac).as_bytes());
        out.push(b'\n');
        out
    }
}

fn version(lines: &mut Lines<'_>) -> Result<(), AgeError> {
    if !lines.0.starts_with(NAME) {
        let cut = !lines.0.is_empty() && NAME.starts_with(lines.0);
        return Err(if cut { AgeError::Cut } else { AgeError::NotAge });
    }
    match lines.next()? {
        V1 => Ok(()),
        other if other.len() > NAME.len() && other.iter().all(u8::is_ascii_graphic) => {
            Err(AgeError::Version)
        }
        _ => Err(AgeError::Header),
    }
}

fn mac(key: &FileKey, covered: &[u8]) -> Hmac<Sha256> {
    let key = key.derive(b"", b"header");
    let mut mac = Hmac::new_from_slice(key.as_slice()).expect("HMAC takes a key of any length");
    mac.update(covered);
    mac
}
