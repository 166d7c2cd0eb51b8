// SPDX-License-Identifier: Apache-2.0
//! Writes a made-up document as a page and as a PDF: `cargo run -p kindhold-report --example sample -- FOLDER`.

#[path = "../tests/sample/mod.rs"]
mod sample;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::path::PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| ".".into()));
    let document = sample::full();
    std::fs::write(
        folder.join("sample.html"),
        kindhold_report::to_html(&document),
    )?;
    std::fs::write(
        folder.join("sample.pdf"),
        kindhold_report::to_pdf(&document)?,
    )?;
    Ok(())
}
