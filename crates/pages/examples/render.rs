// SPDX-License-Identifier: Apache-2.0
//! `cargo run -p kindhold-pages --example render -- DIR [DAY]`: writes every static page below a
//! folder, to be looked at through any file server. Prints what each weighs.

use kindhold_content::{Date, load};
use kindhold_pages::{budgets, render};
use std::{error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let to = Path::new(words.first().ok_or("Say a folder to write into.")?);
    let day = words.get(1).map_or("2026-11-23", String::as_str);
    let today: Date = day.parse()?;
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let site = render(&load(&content), today);
    for file in &site.files {
        let mut path = to.join(file.path.trim_start_matches('/'));
        if file.path.ends_with('/') {
            path.push("index.html");
        }
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, &file.bytes)?;
    }
    for size in budgets(&site) {
        println!("{:>6} of {:>6}  {}", size.bytes, size.limit, size.path);
    }
    Ok(())
}
