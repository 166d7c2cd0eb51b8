// SPDX-License-Identifier: Apache-2.0
//! The text form that survives e-mail and chat: strict PEM (RFC 7468, figure 3). Read, never written.
//!
//! <https://c2sp.org/age#ascii-armor>

use super::{AgeError, base64};
use std::borrow::Cow;

const BEGIN: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";
const END: &[u8] = b"-----END AGE ENCRYPTED FILE-----";
const COLUMNS: usize = 64;

/// The binary form of a file in either form. Space may stand around the text form, never within.
pub(super) fn remove(file: &[u8]) -> Result<Cow<'_, [u8]>, AgeError> {
    let text = file.trim_ascii();
    if !text.starts_with(BEGIN) {
        return Ok(Cow::Borrowed(file));
    }
    let mut lines = text
        .split(|b| *b == b'\n')
        .map(|l| l.strip_suffix(b"\r").unwrap_or(l));
    if lines.next() != Some(BEGIN) || lines.next_back() != Some(END) {
        return Err(AgeError::Armor);
    }
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let mut lines = lines.peekable();
    while let Some(line) = lines.next() {
        let bytes = if lines.peek().is_some() {
            full(line)
        } else {
            last(line)
        };
        out.extend(bytes.ok_or(AgeError::Armor)?);
    }
    Ok(Cow::Owned(out))
}

fn full(line: &[u8]) -> Option<Vec<u8>> {
    if line.len() == COLUMNS {
        base64::decode(line)
    } else {
        None
    }
}

/// The last line may be shorter, and is filled up with `=` to a multiple of four.
fn last(line: &[u8]) -> Option<Vec<u8>> {
    if line.is_empty() || line.len() > COLUMNS || !line.len().is_multiple_of(4) {
        return None;
    }
    let text = line
        .strip_suffix(b"==")
        .or_else(|| line.strip_suffix(b"="))
        .unwrap_or(line);
    base64::decode(text)
}
