// SPDX-License-Identifier: Apache-2.0
//! The vectors of the format's own authors: what must open opens, and what must not is refused for the
//! reason that they give. See `vectors/age/cctv/README.md`.

use kindhold_vault::age::{AgeError, Identity, open_with_identity, open_with_passphrase};
use sha2::{Digest, Sha256};
use std::{fs, path::Path};

struct Vector {
    name: String,
    expect: String,
    payload: Option<String>,
    identities: Vec<Identity>,
    passphrases: Vec<String>,
    file: Vec<u8>,
}

impl Vector {
    fn read(path: &Path) -> Self {
        let bytes = fs::read(path).expect("a vector can be read");
        let end = bytes.windows(2).position(|w| w == b"\n\n");
        let end = end.expect("an empty line ends the front of a vector");
        let front = std::str::from_utf8(&bytes[..end]).expect("the front is text");
        let mut vector = Self {
            name: path
                .file_name()
                .expect("a file has a name")
                .to_string_lossy()
                .into_owned(),
            expect: String::new(),
            payload: None,
            identities: Vec::new(),
            passphrases: Vec::new(),
            file: bytes[end + 2..].to_vec(),
        };
        for line in front.lines() {
            let (key, value) = line
                .split_once(": ")
                .expect("each line has a key and a value");
            match key {
                "expect" => vector.expect = value.into(),
                "payload" => vector.payload = Some(value.into()),
                "identity" => vector.identities.push(value.parse().expect("an identity")),
                "passphrase" => vector.passphrases.push(value.into()),
                "compressed" => vector.inflate(value),
                other => {
                    let no_matter = matches!(other, "armored" | "file key" | "comment");
                    assert!(no_matter, "{}: {other} is not known here", vector.name);
                }
            }
        }
        vector
    }

    fn inflate(&mut self, how: &str) {
        assert_eq!(how, "zlib", "{}", self.name);
        let file = miniz_oxide::inflate::decompress_to_vec_zlib(&self.file);
        self.file = file.expect("the vector is compressed as it says");
    }

    /// What the first way in that fits gives; that of the last when none does.
    fn open(&self) -> Result<Vec<u8>, AgeError> {
        let keys = self
            .identities
            .iter()
            .map(|i| open_with_identity(&self.file, i));
        let words = self
            .passphrases
            .iter()
            .map(|p| open_with_passphrase(&self.file, p));
        let mut result = Err(AgeError::NoMatch);
        for opened in keys.chain(words) {
            result = opened;
            if result != Err(AgeError::NoMatch) {
                break;
            }
        }
        result
    }
}

/// Whether an error is of the kind that the vector names.
fn is_of_kind(expect: &str, error: AgeError) -> bool {
    use AgeError::{Armor, Cut, Damaged, Header, NoMatch, NotAge, TooHard, Version, WantsKey};
    match expect {
        "header failure" => matches!(error, NotAge | Version | Header | Cut | TooHard(_)),
        "no match" => matches!(error, NoMatch | WantsKey),
        "HMAC failure" => error == Damaged,
        "payload failure" => matches!(error, Damaged | Cut),
        "armor failure" => matches!(error, Armor | NotAge),
        _ => false,
    }
}

#[test]
fn every_vector_opens_or_is_refused_as_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/age/cctv");
    let files = fs::read_dir(folder).expect("the vectors are there");
    let paths = files.map(|f| f.expect("a folder can be read").path());
    let vectors: Vec<_> = paths
        .filter(|p| p.extension().is_none())
        .map(|p| Vector::read(&p))
        .collect();
    assert_eq!(vectors.len(), 124);
    for mut vector in vectors {
        // One of them names no key: any will do to see that the header is refused.
        if vector.identities.is_empty() && vector.passphrases.is_empty() {
            vector.passphrases.push("any".into());
        }
        match vector.open() {
            Ok(plain) => {
                assert_eq!(vector.expect, "success", "{}", vector.name);
                let hash: String = Sha256::digest(&plain)
                    .iter()
                    .map(|b| format!("{b:02x}"))
                    .collect();
                assert_eq!(Some(hash), vector.payload, "{}", vector.name);
            }
            Err(error) => {
                assert!(
                    is_of_kind(&vector.expect, error),
                    "{}: {error:?}",
                    vector.name
                );
            }
        }
    }
}
