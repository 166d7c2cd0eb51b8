// SPDX-License-Identifier: Apache-2.0
use super::{AgeError, base64};

/// Columns of a full line of a body; a shorter line ends it.
const COLUMNS: usize = 64;

/// One way into a file: its kind and what it needs, then the wrapped file key.
///
/// <https://c2sp.org/age#recipient-stanza>
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stanza {
    /// The kind comes first; never empty.
    pub(super) args: Vec<String>,
    pub(super) body: Vec<u8>,
}

impl Stanza {
    /// What every stanza's first line begins with.
    pub(super) const MARK: &'static [u8] = b"-> ";

    /// What kind of way in it is.
    pub(super) fn kind(&self) -> &str {
        self.args.first().map_or("", String::as_str)
    }

    /// Reads one, from its first line on.
    pub(super) fn read(lines: &mut Lines<'_>) -> Result<Self, AgeError> {
        let args = lines
            .next()?
            .strip_prefix(Self::MARK)
            .ok_or(AgeError::Header)?;
        let args = args
            .split(|b| *b == b' ')
            .map(argument)
            .collect::<Option<_>>();
        let args = args.ok_or(AgeError::Header)?;
        let mut body = Vec::new();
        loop {
            let line = lines.next()?;
            if line.len() > COLUMNS {
                return Err(AgeError::Header);
            }
            body.extend(base64::decode(line).ok_or(AgeError::Header)?);
            if line.len() < COLUMNS {
                return Ok(Self { args, body });
            }
        }
    }

    /// Writes it, lines and all.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(Self::MARK);
        out.extend_from_slice(self.args.join(" ").as_bytes());
        out.push(b'\n');
        let body = base64::encode(&self.body);
        let mut lines = body.as_bytes().chunks_exact(COLUMNS);
        for full in &mut lines {
            out.extend_from_slice(full);
            out.push(b'\n');
        }
        out.extend_from_slice(lines.remainder());
        out.push(b'\n');
    }
}

/// One or more visible characters of ASCII.
fn argument(bytes: &[u8]) -> Option<String> {
    let sound = !bytes.is_empty() && bytes.iter().all(u8::is_ascii_graphic);
    sound.then(|| bytes.iter().copied().map(char::from).collect())
}

/// The lines of a header, each ended by a line feed and nothing else.
pub(super) struct Lines<'a>(pub(super) &'a [u8]);

impl<'a> Lines<'a> {
    /// The next line without its end. [`AgeError::Cut`] when the end is missing.
    pub(super) fn next(&mut self) -> Result<&'a [u8], AgeError> {
        let end = self
            .0
            .iter()
            .position(|b| *b == b'\n')
            .ok_or(AgeError::Cut)?;
        let (line, rest) = (&self.0[..end], &self.0[end + 1..]);
        self.0 = rest;
        Ok(line)
    }
}

#[cfg(test)]
mod tests {
    use super::{Lines, Stanza};

    #[test]
    fn a_body_of_full_lines_ends_with_an_empty_one() {
        for len in [0, 1, 47, 48, 49, 96, 97] {
            let stanza = Stanza {
                args: vec!["x".into(), "y".into()],
                body: vec![7; len],
            };
            let mut out = Vec::new();
            stanza.write(&mut out);
            assert_eq!(out.iter().filter(|b| **b == b'\n').count(), 2 + len / 48);
            let mut lines = Lines(&out);
            assert_eq!(Stanza::read(&mut lines), Ok(stanza));
            assert_eq!(lines.0, b"");
        }
    }
}
