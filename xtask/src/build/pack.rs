// SPDX-License-Identifier: Apache-2.0
//! Compression, done once for the same bytes; and the site as it lies on the disk.

use super::offline::hash;
use crate::workspace;
use anyhow::{Context as _, Result};
use kindhold_pages::SiteFile;
use serde::Serialize;
use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

/// A file and what it is when it travels.
pub(crate) struct Packed {
    /// The file.
    pub(crate) file: SiteFile,
    /// SHA-256 of its bytes.
    pub(crate) hash: String,
    /// Brotli at its best.
    pub(crate) brotli: Vec<u8>,
}

/// Compresses every file; what was compressed before is taken from the store in the target folder.
pub(crate) fn pack(files: Vec<SiteFile>) -> Result<Vec<Packed>> {
    let store = workspace::target().join("brotli");
    fs::create_dir_all(&store)?;
    files
        .into_iter()
        .map(|file| {
            let hash = hash(&file.bytes);
            let brotli = compressed(&file.bytes, &store.join(&hash))?;
            Ok(Packed { file, hash, brotli })
        })
        .collect()
}

fn compressed(bytes: &[u8], kept: &Path) -> Result<Vec<u8>> {
    if let Ok(brotli) = fs::read(kept) {
        return Ok(brotli);
    }
    let brotli = squeezed(bytes)?;
    // Whole or not at all, should somebody stop us here.
    let half = kept.with_extension("half");
    fs::write(&half, &brotli)?;
    fs::rename(&half, kept)?;
    Ok(brotli)
}

fn squeezed(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    packer.write_all(bytes)?;
    Ok(packer.into_inner())
}

/// What bytes weigh when they travel.
pub(crate) fn weight(bytes: &[u8]) -> Result<usize> {
    Ok(squeezed(bytes)?.len())
}

/// What the program that serves is told about a file.
#[derive(Serialize)]
struct Entry<'a> {
    path: &'a str,
    /// From the folder of the index.
    file: String,
    /// Absent where compressing gains nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    brotli: Option<String>,
    content_type: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    csp: Option<&'a str>,
    hash: &'a str,
}

/// Lays the site out in the target folder: as it is served, and compressed beside it. Answers with
/// the path of its index.
pub(crate) fn write(files: &[Packed]) -> Result<PathBuf> {
    let folder = workspace::target().join("site");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let mut index = Vec::new();
    for packed in files {
        let SiteFile {
            path,
            bytes,
            content_type,
            csp,
        } = &packed.file;
        let name = format!(
            "{path}{}",
            if path.ends_with('/') {
                "index.html"
            } else {
                ""
            }
        );
        put(&folder, &format!("public{name}"), bytes)?;
        let gains = packed.brotli.len() < bytes.len();
        let brotli = format!("brotli{name}.br");
        if gains {
            put(&folder, &brotli, &packed.brotli)?;
        }
        index.push(Entry {
            path,
            file: format!("public{name}"),
            brotli: gains.then_some(brotli),
            content_type,
            csp: csp.as_deref(),
            hash: &packed.hash,
        });
    }
    let path = folder.join("index.json");
    put(
        &folder,
        "index.json",
        serde_json::to_string_pretty(&index)?.as_bytes(),
    )?;
    Ok(path)
}

fn put(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let path = folder.join(name);
    let parent = path.parent().context("a file lies in a folder")?;
    fs::create_dir_all(parent)?;
    fs::write(&path, bytes).with_context(|| format!("{} could not be written", path.display()))
}
