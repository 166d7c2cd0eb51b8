// SPDX-License-Identifier: Apache-2.0
//! Writes what each target begins with, from vectors, content and samples: `cargo run -p kindhold-fuzzed --example seeds
//! -- FOLDER`.

#[path = "seeds/clinic.rs"]
mod clinic;
#[path = "seeds/person.rs"]
mod person;
#[path = "seeds/vault.rs"]
mod vault;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Where seeds go, a folder for each target.
struct Seeds(PathBuf);

impl Seeds {
    fn put(&self, target: &str, bytes: impl AsRef<[u8]>) {
        self.try_put(target, bytes.as_ref())
            .expect("a seed can be written");
    }

    fn try_put(&self, target: &str, bytes: &[u8]) -> io::Result<()> {
        let folder = self.0.join(target);
        fs::create_dir_all(&folder)?;
        let next = fs::read_dir(&folder)?.count();
        fs::write(folder.join(format!("{next:04}")), bytes)
    }
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// A file of the repository.
fn file(path: &str) -> Vec<u8> {
    fs::read(root().join(path)).unwrap_or_else(|why| {
        eprintln!("{path}: {why}");
        Vec::new()
    })
}

/// Every file in a folder of the repository.
fn all(folder: &str) -> Vec<Vec<u8>> {
    let Ok(entries) = fs::read_dir(root().join(folder)) else {
        eprintln!("{folder} is not there");
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries
        .flatten()
        .map(|e| e.path())
        .filter(|p| p.is_file())
        .collect();
    paths.sort();
    paths
        .iter()
        .filter_map(|path| fs::read(path).ok())
        .collect()
}

fn main() {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("Name a folder.");
        return;
    };
    let seeds = Seeds(folder.into());
    vault::seeds(&seeds);
    person::seeds(&seeds);
    clinic::seeds(&seeds);
}
