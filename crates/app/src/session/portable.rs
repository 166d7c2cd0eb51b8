// SPDX-License-Identifier: Apache-2.0
//! One encrypted file out, one in: age v1 around JSON, as `docs/format.md` says.

use super::{
    Trouble, body_of, random,
    transcode::{Tree, of_body, to_body},
};
use crate::{
    app::App,
    book::{Book, DATED_ANEW, Version, by_time, hex, thing_of},
    nav::Thing,
    platform::clock,
};
use kindhold_care::{Entry, When};
use kindhold_vault::{Random, age};
use serde::{Deserialize, Serialize};

const FORMAT: &str = "kindhold-export";
const VERSION: u32 = 1;
/// scrypt's work as a power of two: 32 MiB; the passphrase that we make needs no more.
const WORK: u8 = 15;
/// Letters and digits that nobody mistakes for one another: 30.
const LETTERS: &[u8; 30] = b"abcdefghjkmnpqrstuvwxyz2345679";
/// How far ahead of this device's clock another device's may have been, in milliseconds: a day. What is
/// dated later comes in as dated so: it would stand before everything written here for as long.
const AHEAD_MS: i64 = 86_400_000;

/// The inside of an export.
#[derive(Serialize, Deserialize)]
struct Export {
    format: String,
    version: u32,
    exported_at: When,
    entries: Vec<Line>,
}

/// One version of one thing.
#[derive(Serialize, Deserialize)]
struct Line {
    thing: String,
    written: When,
    #[serde(default)]
    counter: u32,
    entry: Tree,
}

/// What is read before anything else.
#[derive(Deserialize)]
struct Front {
    format: String,
    version: u32,
}

/// A passphrase of five groups of four: 98 bits.
pub(crate) fn make_passphrase() -> String {
    let mut random = random();
    let mut out = String::new();
    while out.len() < 24 {
        let [byte]: [u8; 1] = random.make();
        if byte >= 240 {
            continue; // so that each letter is as likely as any other
        }
        out.push(char::from(LETTERS[usize::from(byte) % LETTERS.len()]));
        if out.len() % 5 == 4 && out.len() < 24 {
            out.push('-');
        }
    }
    out
}

/// Seals everything with a passphrase.
///
/// # Errors
/// [`Trouble::NotKept`] when the device has no memory for it.
pub(crate) fn seal(book: &Book, passphrase: &str) -> Result<Vec<u8>, Trouble> {
    let entries = book.versions();
    // What was put aside means nothing without what was offered.
    #[cfg(feature = "together")]
    let entries = entries.filter(|(_, v)| !matches!(v.entry, Entry::Aside(_)));
    let entries = entries.map(|(thing, v)| {
        Ok(Line {
            thing: hex(&thing.0),
            written: v.written,
            counter: v.counter,
            entry: of_body(&body_of(&v.entry)?).ok_or(Trouble::NotKept)?,
        })
    });
    let export = Export {
        format: FORMAT.into(),
        version: VERSION,
        exported_at: clock::now(),
        entries: entries.collect::<Result<_, Trouble>>()?,
    };
    let json = serde_json::to_vec(&export).map_err(|_| Trouble::NotKept)?;
    let sealed = age::seal_with_passphrase(&json, passphrase.trim(), WORK, &mut random());
    sealed.map_err(|_| Trouble::NotKept)
}

/// Takes a file into what is here; returns how many entries were new. All of it or nothing.
///
/// # Errors
/// [`Trouble`]: nothing was changed.
pub(crate) async fn take_in(app: App, file: &[u8], passphrase: &str) -> Result<u32, Trouble> {
    let json = age::open_with_passphrase(file, passphrase.trim())?;
    let fresh = app.book_has_not(read(&json)?);
    if fresh.is_empty() {
        return Ok(0);
    }
    let taken = match app.session() {
        Some(session) => session.take_in(fresh).await?,
        None => fresh,
    };
    let many = taken.len() as u32;
    app.put_all(taken);
    Ok(many)
}

fn read(json: &[u8]) -> Result<Vec<(Thing, Version)>, Trouble> {
    let front: Front = serde_json::from_slice(json).map_err(|_| Trouble::FileNotOurs)?;
    if front.format != FORMAT {
        return Err(Trouble::FileNotOurs);
    }
    if front.version > VERSION {
        return Err(Trouble::FileNewer);
    }
    let export: Export = serde_json::from_slice(json).map_err(|_| Trouble::FileDamaged)?;
    let latest = clock::now().unix_ms + AHEAD_MS;
    let mut anew = DATED_ANEW;
    let lines = export.entries.into_iter().map(|line| {
        let (mut written, mut counter) = (line.written, line.counter);
        let fits = written.unix_ms >= 0 && written.offset_min.abs() <= 1440;
        let thing = thing_of(&line.thing).filter(|_| fits)?;
        let body = to_body(&line.entry)?;
        let entry: Entry = minicbor_serde::from_slice(&body).ok()?;
        if written.unix_ms > latest {
            // In the order of the file: oldest first within a thing.
            (written.unix_ms, counter) = (latest, anew);
            anew += 1;
        }
        Some((
            thing,
            Version {
                written,
                counter,
                entry,
            },
        ))
    });
    let versions = lines
        .collect::<Option<Vec<_>>>()
        .ok_or(Trouble::FileDamaged)?;
    Ok(by_time(versions, |(_, v)| v.written))
}
