// SPDX-License-Identifier: Apache-2.0
//! The site that this program holds.

/// One file of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct File {
    /// Its path, from `/`; a page's ends in `/`.
    pub path: &'static str,
    /// For the header of that name.
    pub content_type: &'static str,
    /// Its own Content-Security-Policy. Without one, it may do nothing.
    pub policy: Option<&'static str>,
    /// SHA-256 of its bytes, in hexadecimal.
    pub hash: &'static str,
    /// Its bytes.
    pub plain: &'static [u8],
    /// Its bytes after brotli, where that is shorter.
    pub brotli: Option<&'static [u8]>,
}

/// Every file, found by its path alone: nothing on the disk is ever looked at.
#[derive(Debug, Clone, Copy)]
pub struct Site(&'static [File]);

impl Site {
    /// Files in the order of their paths.
    #[must_use]
    pub const fn new(files: &'static [File]) -> Self {
        Self(files)
    }

    /// The site that was built into this program; empty when none was.
    #[must_use]
    pub const fn built_in() -> Self {
        include!(concat!(env!("OUT_DIR"), "/site.rs"))
    }

    /// Whether there is nothing to serve.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Files whose path begins so.
    pub fn below(&self, path: &'static str) -> impl Iterator<Item = &'static File> {
        self.0
            .iter()
            .filter(move |file| file.path.starts_with(path))
    }

    /// The file at a path.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&'static File> {
        let at = self.0.binary_search_by(|file| file.path.cmp(path)).ok()?;
        self.0.get(at)
    }
}
