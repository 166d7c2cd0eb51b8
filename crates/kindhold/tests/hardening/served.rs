// SPDX-License-Identifier: Apache-2.0
//! What is served here, and the folder of its relay.

use crate::server::Server;
use kindhold::{serve::Limits, site::File};
use kindhold_relay::{Place, Setup};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The policy of each page here.
pub(crate) const PAGE_POLICY: &str = "default-src 'none'; style-src 'self'";

const fn file(path: &'static str, plain: &'static [u8], policy: Option<&'static str>) -> File {
    File {
        path,
        content_type: if policy.is_some() {
            "text/html; charset=utf-8"
        } else {
            "image/png"
        },
        policy,
        hash: "abc",
        plain,
        brotli: None,
    }
}

static FILES: [File; 5] = [
    file("/", b"<h1>start</h1>", Some(PAGE_POLICY)),
    file("/404.html", b"<h1>not here</h1>", Some(PAGE_POLICY)),
    file("/app/", b"<h1>app</h1>", Some(PAGE_POLICY)),
    file("/en/right-now/", b"<h1>right now</h1>", Some(PAGE_POLICY)),
    file("/icon.png", b"\x89PNG", None),
];

/// A folder that goes with its owner.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let unique = format!("kindhold-hardening-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(unique);
        let _ = fs::remove_dir_all(&path);
        make_private(&path);
        Self(path)
    }

    pub(crate) fn place(&self) -> Place {
        Place::Folder(self.0.clone())
    }

    /// Writes over the database, as a broken disk would.
    pub(crate) fn spoil(&self) {
        for path in below(&self.0).filter(|path| path.is_file()) {
            let size = fs::metadata(&path).expect("it is there").len();
            let noise = vec![0x5a; usize::try_from(size).expect("small")];
            fs::write(path, noise).expect("written");
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The folder around everything is not under test.
fn make_private(path: &Path) {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).expect("a folder");
}

/// Everything in a folder and its folders.
pub(crate) fn below(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let mut found = Vec::new();
    let mut left = vec![folder.to_path_buf()];
    while let Some(next) = left.pop() {
        for entry in fs::read_dir(next).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                left.push(path.clone());
            }
            found.push(path);
        }
    }
    found.into_iter()
}

/// A small site, and a relay beside it.
pub(crate) fn served(setup: Setup, limits: Limits) -> Server {
    Server::start(&FILES, Some(setup), limits)
}
