// SPDX-License-Identifier: Apache-2.0
//! The files of the site.

use super::{bundle::Bundle, offline, shell};
use crate::workspace;
use anyhow::{Context as _, Result, bail};
use kindhold_content::{Date, load, pack};
use kindhold_pages::{SiteFile, render};
use std::fs;

/// The policy of the app's own page. Its pieces are drawn through the policy `default`, which
/// `boot.js` makes and which lets only harmless ones pass.
const APP_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; connect-src 'self'; img-src 'self' data:; manifest-src 'self'; \
    worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types kindhold default";

/// A worker may fetch from its own server and do nothing else.
const WORKER_POLICY: &str = "default-src 'none'; connect-src 'self'";

/// The policy of a page that does nothing.
const NOTHING: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'none'; require-trusted-types-for 'script'";

/// The pages that the app starts in: the person's, the counsellor's, the supporter's.
pub(crate) const SEATS: [&str; 3] = ["/app/", "/counsellor/", "/supporter/"];

const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";
const JSON: &str = "application/json";

/// Everything to serve, by path.
pub(crate) fn gather(bundles: [Bundle; 3], day: Date) -> Result<Vec<SiteFile>> {
    let library = load(&workspace::root().join("content")).published();
    if let Some(fault) = library.faults.first() {
        bail!(
            "The content cannot be read. First of {}: {fault}",
            library.faults.len()
        );
    }
    let mut files = render(&library, day).files;
    for tag in library.languages.keys() {
        for (name, bytes) in pack(&library, tag)?.0 {
            files.push(file(&format!("/data/{tag}/{name}.json"), bytes, JSON, None));
        }
    }
    let page = shell::page(&source("crates/app/web/index.html")?, &library)?;
    for seat in SEATS {
        files.push(file(
            seat,
            page.clone().into_bytes(),
            HTML,
            Some(APP_POLICY),
        ));
        files.push(file(
            &format!("{seat}locked.html"),
            shell::way_back(seat).into_bytes(),
            HTML,
            Some(NOTHING),
        ));
    }
    files.push(file(
        "/app/boot.js",
        script("boot.js")?.into_bytes(),
        SCRIPT,
        None,
    ));
    let base = source("crates/pages/style/base.css")?;
    let app = source("crates/app/style/app.css")?;
    let together = source("crates/app/style/together.css")?;
    let slower = source("crates/app/style/slower.css")?;
    files.push(file("/app/app.css", style(&(base + &app)), STYLE, None));
    files.push(file(
        "/app/together.css",
        style(&(together + &slower)),
        STYLE,
        None,
    ));
    for Bundle { name, wasm, script } in bundles {
        let path = |ending| format!("/app/{name}{ending}");
        files.push(file(&path(".js"), script, SCRIPT, None));
        files.push(file(&path("_bg.wasm"), wasm, "application/wasm", None));
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    for tag in library.settings.safe_words.keys() {
        let words = source(&format!("content/checks/safe-words.{tag}.toml"))?;
        let path = format!("/.safe-words/{tag}");
        files.push(file(
            &path,
            words.into_bytes(),
            "text/plain; charset=utf-8",
            None,
        ));
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let languages: Vec<&str> = library.languages.keys().map(String::as_str).collect();
    // What is for the program alone begins with a dot: no browser gets it.
    let served: Vec<SiteFile> = files
        .iter()
        .filter(|file| !file.path.starts_with("/."))
        .cloned()
        .collect();
    let worker = offline::worker(&script("sw.js")?, &served, &languages)?;
    files.push(file(
        "/sw.js",
        worker.into_bytes(),
        SCRIPT,
        Some(WORKER_POLICY),
    ));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn file(path: &str, bytes: Vec<u8>, content_type: &'static str, csp: Option<&str>) -> SiteFile {
    SiteFile {
        path: path.to_owned(),
        bytes,
        content_type,
        csp: csp.map(str::to_owned),
    }
}

fn source(path: &str) -> Result<String> {
    fs::read_to_string(workspace::root().join(path)).with_context(|| format!("{path} is missing"))
}

/// A script without indentation and lines that are only a comment. Ours have no text over lines.
fn script(name: &str) -> Result<String> {
    let script = source(&format!("crates/app/web/{name}"))?;
    let lines: Vec<&str> = script
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("/**"))
        .filter(|line| !line.starts_with("//") || line.contains("SPDX"))
        .collect();
    Ok(lines.join("\n") + "\n")
}

/// A style without indentation.
fn style(style: &str) -> Vec<u8> {
    let lines: Vec<&str> = style
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    (lines.join("\n") + "\n").into_bytes()
}
