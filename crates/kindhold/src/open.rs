// SPDX-License-Identifier: Apache-2.0
//! Opening an export without the app: the readable inside of a copy somebody saved.

use kindhold_vault::age::{self, AgeError};
use std::{
    fs,
    io::{self, BufRead as _, IsTerminal as _},
    path::{Path, PathBuf},
};

/// Why an export was not opened. Each says what to do next.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The file cannot be read.
    #[error("{} cannot be read ({why}). Is the path right?", path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        why: io::Error,
    },
    /// No passphrase was given.
    #[error(
        "No passphrase came in ({0}). Type it when asked, or pass it as one line on the standard input."
    )]
    Passphrase(io::Error),
    /// The passphrase does not fit.
    #[error("That is not this file's passphrase. Check each character and try again.")]
    WrongPassphrase,
    /// Not a file of age, or not whole.
    #[error("This file cannot be opened: {0}. If there is another copy, try that one.")]
    Damaged(AgeError),
    /// What is inside is not text.
    #[error("The inside of this file is not an export of Kindhold.")]
    NotOurs,
}

/// Opens an export with its passphrase; answers with the JSON that `docs/format.md` describes.
///
/// # Errors
/// [`OpenError`].
pub fn open(path: &Path, passphrase: &str) -> Result<String, OpenError> {
    let file = fs::read(path).map_err(|why| OpenError::File {
        path: path.to_owned(),
        why,
    })?;
    let inside = age::open_with_passphrase(&file, passphrase.trim()).map_err(|e| match e {
        AgeError::NoMatch => OpenError::WrongPassphrase,
        e => OpenError::Damaged(e),
    })?;
    let json: serde_json::Value =
        serde_json::from_slice(&inside).map_err(|_| OpenError::NotOurs)?;
    if json["format"] != "kindhold-export" {
        return Err(OpenError::NotOurs);
    }
    String::from_utf8(inside).map_err(|_| OpenError::NotOurs)
}

/// Asks for a passphrase on the terminal, unseen; without a terminal, takes the first line that comes.
///
/// # Errors
/// [`OpenError::Passphrase`].
pub fn ask() -> Result<String, OpenError> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        return rpassword::prompt_password("Passphrase: ").map_err(OpenError::Passphrase);
    }
    let mut line = String::new();
    stdin
        .lock()
        .read_line(&mut line)
        .map_err(OpenError::Passphrase)?;
    Ok(line)
}
