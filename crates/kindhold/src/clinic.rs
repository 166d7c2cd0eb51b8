// SPDX-License-Identifier: Apache-2.0
//! What a clinic or a study does on a command line: looking at questionnaires, sending a record, gathering files.

use crate::relay::Told;
use kindhold_ehr::{Key, Send, send_now};
use kindhold_measure::{
    check, fhir,
    pack::{self, Terms},
    research,
};
use serde_json::Value;
use std::{fs, num::NonZeroUsize, path::Path};

pub use research::LEAST_PEOPLE;

pub(crate) fn read(file: &Path) -> Result<String, String> {
    let bytes = fs::read(file).map_err(|why| {
        let name = file.display();
        format!("{name} cannot be read ({why}). Is the path right?")
    })?;
    String::from_utf8(bytes).map_err(|_| {
        let name = file.display();
        format!("{name} is no text in UTF-8. Save it as that and try again.")
    })
}

/// Writes a file that is not there yet.
pub(crate) fn write(file: &Path, text: &str) -> Result<(), String> {
    let made = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(file);
    made.and_then(|mut to| std::io::Write::write_all(&mut to, text.as_bytes()))
        .map_err(|why| {
            let name = file.display();
            format!("{name} cannot be written ({why}). A file that is there is never written over.")
        })
}

/// What is to be said of a questionnaire, and whether it can be used.
///
/// # Errors
/// A sentence, when the file cannot be read.
pub fn check(file: &Path) -> Result<(String, bool), String> {
    let report = check::check(&read(file)?);
    Ok((report.to_string(), report.usable()))
}

/// Puts a questionnaire into a pack with its licence, copyright line and key.
///
/// # Errors
/// A sentence.
pub fn pack(file: &Path, out: &Path, [licence, copyright, key]: [String; 3]) -> Told {
    let terms = Terms {
        licence,
        copyright,
        key,
    };
    let pack = pack::make(&read(file)?, &terms).map_err(|e| e.to_string())?;
    write(out, &pack)?;
    Ok(format!("{} is a pack for the app.", out.display()))
}

/// What is sent, where, and as whom.
#[derive(Debug)]
pub struct Sending<'a> {
    /// The file that the app saved.
    pub file: &'a Path,
    /// The system's FHIR address.
    pub to: String,
    /// The name under which the clinic has registered this program.
    pub client: String,
    /// The private key's file.
    pub key: &'a Path,
    /// The key's id.
    pub key_id: Option<&'a str>,
    /// What is asked for.
    pub scope: String,
    /// At most so many resources at once.
    pub at_once: Option<NonZeroUsize>,
    /// Certificates to trust.
    pub roots: Option<&'a Path>,
    /// Nothing is sent.
    pub dry_run: bool,
}

/// Sends a file for clinics to a clinic's system.
///
/// # Errors
/// A sentence with a next step.
pub fn send(what: Sending<'_>) -> Told {
    let not_ours = || {
        let name = what.file.display();
        format!(
            "{name} is not a FHIR file that the app saved. Save it anew under “A file for a clinic”."
        )
    };
    let bundle: Value = serde_json::from_str(&read(what.file)?).map_err(|_| not_ours())?;
    fhir::sending(&bundle, fhir::Keyed::Id).ok_or_else(not_ours)?;
    let key = Key::read(read(what.key)?.as_bytes(), what.key_id).map_err(|e| e.to_string())?;
    let roots = what.roots.map(read).transpose()?.map(String::into_bytes);
    let options = Send {
        base: what.to,
        client_id: what.client,
        key,
        scope: what.scope,
        bundle: Box::new(move |keyed| fhir::sending(&bundle, keyed).unwrap_or_default()),
        at_once: what.at_once,
        roots,
        patience: Send::PATIENCE,
        dry_run: what.dry_run,
    };
    let receipt = send_now(&options).map_err(|e| e.to_string())?;
    Ok(receipt.to_string())
}

/// Puts the files of a study's people together.
///
/// # Errors
/// A sentence: too few people, a file that is none.
pub fn gather(files: &[impl AsRef<Path>], out: &Path, least: usize) -> Told {
    let texts: Result<Vec<String>, String> = files.iter().map(|file| read(file.as_ref())).collect();
    let texts = texts?;
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let group = research::gather(&texts, least, research::LEAST_IN_A_CELL);
    let group = group.map_err(|e| e.to_string())?;
    write(out, &group.to_json())?;
    Ok(format!("{} holds the group.", out.display()))
}
