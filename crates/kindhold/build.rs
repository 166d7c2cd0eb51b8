// SPDX-License-Identifier: Apache-2.0
//! Takes the built site into the program. `KINDHOLD_SITE` names its index; `cargo xtask build` sets
//! it. Without it the program holds no site and says so when it is asked to serve.

use serde::Deserialize;
use std::{env, error::Error, fmt::Write as _, fs, path::Path};

#[derive(Deserialize)]
struct Entry {
    path: String,
    file: String,
    brotli: Option<String>,
    content_type: String,
    csp: Option<String>,
    hash: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=KINDHOLD_SITE");
    let entries = match env::var("KINDHOLD_SITE") {
        Ok(index) => embedded(Path::new(&index))?,
        Err(_) => String::new(),
    };
    let table = format!("Site::new(&[{entries}])");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("site.rs"), table)?;
    Ok(())
}

/// The table's entries, sorted by path. The index names the hash of every file, so that it changes
/// whenever one of them does.
fn embedded(index: &Path) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", index.display());
    let mut entries: Vec<Entry> = serde_json::from_slice(&fs::read(index)?)?;
    entries.sort_by(|a, b| a.path.cmp(&b.path));
    let folder = index.parent().ok_or("the index lies in a folder")?;
    let bytes = |file: &str| format!("include_bytes!({:?})", folder.join(file));
    let mut table = String::new();
    for entry in &entries {
        let brotli = entry.brotli.as_deref().map(bytes);
        let brotli = brotli.map_or("None".to_owned(), |bytes| format!("Some({bytes})"));
        write!(
            table,
            "File {{ path: {:?}, content_type: {:?}, policy: {:?}, hash: {:?}, plain: {}, brotli: {brotli} }},",
            entry.path,
            entry.content_type,
            entry.csp,
            entry.hash,
            bytes(&entry.file),
        )?;
    }
    Ok(table)
}
