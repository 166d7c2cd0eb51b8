// SPDX-License-Identifier: Apache-2.0
//! How heavy a page may be when it travels.

use crate::{Site, SiteFile};
use std::io::Write as _;

/// The pages that have to arrive in the first 14 kB of a connection.
const FIRST: usize = 14_000;
const OTHER: usize = 20_000;
const SCRIPT: usize = 1_200;

/// A page's weight against what it may weigh.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Size {
    /// The page's path.
    pub path: String,
    /// Bytes after brotli, for a page together with `/page.js`. Measured at a quicker quality than what is
    /// served, so it travels a little lighter.
    pub bytes: usize,
    /// The most it may weigh.
    pub limit: usize,
}

impl Size {
    /// Whether it keeps to its budget.
    #[must_use]
    pub const fn fits(&self) -> bool {
        self.bytes <= self.limit
    }
}

/// Every page's weight, and that of the script.
#[must_use]
pub fn budgets(site: &Site) -> Vec<Size> {
    let script = site.file("/page.js").map_or(0, weight);
    let mut sizes = vec![Size {
        path: "/page.js".into(),
        bytes: script,
        limit: SCRIPT,
    }];
    for file in &site.files {
        if !file.content_type.starts_with("text/html") {
            continue;
        }
        let first = file.path.ends_with("/right-now/") || file.path.ends_with("/lines/");
        sizes.push(Size {
            path: file.path.clone(),
            bytes: weight(file) + script,
            limit: if first { FIRST } else { OTHER },
        });
    }
    sizes
}

fn weight(file: &SiteFile) -> usize {
    let mut packed = brotli::CompressorWriter::new(Vec::new(), 4096, 9, 22);
    // Writing into a Vec does not fail.
    let _ = packed.write_all(&file.bytes);
    packed.into_inner().len()
}
