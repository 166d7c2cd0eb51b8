// SPDX-License-Identifier: Apache-2.0
//! The worker that keeps the site on the device, told which files make up this version.

use anyhow::{Result, ensure};
use kindhold_pages::SiteFile;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

const FILES: &str = "const FILES = {};";
const LANGUAGES: &str = "const LANGUAGES = [];";
const VERSION: &str = "const VERSION = \"\";";

/// SHA-256 in hexadecimal.
pub(crate) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Puts the list of files, the languages and the name of their version into the worker's script.
pub(crate) fn worker(script: &str, files: &[SiteFile], languages: &[&str]) -> Result<String> {
    ensure!(
        [FILES, LANGUAGES, VERSION]
            .iter()
            .all(|place| script.contains(place)),
        "sw.js has lost its places"
    );
    let languages = serde_json::to_string(languages)?;
    let list: BTreeMap<&str, String> = files
        .iter()
        .map(|file| (file.path.as_str(), hash(&file.bytes)))
        .collect();
    let list = serde_json::to_string(&list)?;
    // Headers are kept with the files, so they are part of the version too.
    let headers: Vec<_> = files
        .iter()
        .map(|file| (file.content_type, &file.csp))
        .collect();
    let all = format!(
        "{script}{list}{languages}{}",
        serde_json::to_string(&headers)?
    );
    let version: String = hash(all.as_bytes()).chars().take(16).collect();
    Ok(script
        .replace(FILES, &format!("const FILES = {list};"))
        .replace(LANGUAGES, &format!("const LANGUAGES = {languages};"))
        .replace(VERSION, &format!("const VERSION = \"{version}\";")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(text: &str, csp: &str) -> Vec<SiteFile> {
        vec![SiteFile {
            path: "/a/".into(),
            bytes: text.into(),
            content_type: "text/html",
            csp: Some(csp.to_owned()),
        }]
    }

    #[test]
    fn a_version_is_named_by_all_that_is_kept() {
        let script = format!("{FILES}\n{VERSION}\n{LANGUAGES}\n");
        let made = |script: &str, text, csp| {
            worker(script, &files(text, csp), &["en", "fr-CA"]).expect("it is made")
        };
        let first = made(&script, "one", "x");
        assert!(first.contains(&hash(b"one")) && first.contains("\"/a/\""));
        let version = |worker: &str| worker.lines().nth(1).map(str::to_owned);
        assert_eq!(first, made(&script, "one", "x"));
        assert_ne!(version(&first), version(&made(&script, "two", "x")));
        assert_ne!(version(&first), version(&made(&script, "one", "y")));
        assert_ne!(
            version(&first),
            version(&made(&format!("{script}//"), "one", "x"))
        );
    }

    #[test]
    fn a_worker_without_places_stops_the_build() {
        assert!(worker("const FILES = [];", &files("one", "x"), &[]).is_err());
    }
}
