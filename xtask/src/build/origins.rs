// SPDX-License-Identifier: Apache-2.0
//! No byte goes to any origin but our own: what is shipped does not even name one.

use super::site::SEATS;
use anyhow::{Result, bail};
use kindhold_pages::SiteFile;

/// Names that are never fetched: XML namespaces, and the systems by which health records name their codes (FHIR R4,
/// 4.2.0.1.1). The policy of every page lets the browser connect to nobody but us in any case.
const NAMESPACES: [&str; 6] = [
    "http://www.w3.org/",
    "http://hl7.org/fhir/",
    "http://terminology.hl7.org/",
    "http://loinc.org",
    "http://unitsofmeasure.org",
    "http://snomed.info/sct",
];

/// Pages and data may name the addresses of crisis lines and sources, which a person opens or not;
/// `crates/pages` tests that pages load nothing. Everything that runs or styles names no origin.
pub(crate) fn check(files: &[SiteFile]) -> Result<()> {
    let mut found = Vec::new();
    for file in files.iter().filter(|file| runs(file)) {
        found.extend(
            foreign(&file.bytes)
                .into_iter()
                .map(|url| format!("{}: {url}", file.path)),
        );
    }
    if !found.is_empty() {
        bail!("The site names foreign origins:\n{}", found.join("\n"));
    }
    Ok(())
}

fn runs(file: &SiteFile) -> bool {
    let kinds = [
        "text/javascript",
        "text/css",
        "application/wasm",
        "application/manifest",
        "image/svg",
    ];
    SEATS.contains(&file.path.as_str())
        || kinds.iter().any(|kind| file.content_type.starts_with(kind))
}

/// Every address with a scheme that a browser would connect to.
fn foreign(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let mut found = Vec::new();
    for (at, _) in text.match_indices("://") {
        let scheme = text[..at]
            .rsplit(|c: char| !c.is_ascii_alphanumeric())
            .next()
            .unwrap_or("");
        let scheme = ["https", "http", "wss", "ws", "ftp"]
            .into_iter()
            .find(|s| scheme.ends_with(s));
        let Some(scheme) = scheme else { continue };
        let rest: String = text[at..]
            .chars()
            .take_while(|c| c.is_ascii_graphic() && !"\"'`<>()".contains(*c))
            .take(80)
            .collect();
        let url = format!("{scheme}{rest}");
        if !NAMESPACES
            .iter()
            .any(|namespace| url.starts_with(namespace))
        {
            found.push(url);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_are_found_in_text_and_in_modules() {
        assert_eq!(
            foreign(b"fetch(\"https://example.org/x\")"),
            ["https://example.org/x"]
        );
        assert_eq!(
            foreign(b"\0\xff\x01panicwss://a.example/\0"),
            ["wss://a.example/"]
        );
        assert_eq!(
            foreign(b"xmlns=\"http://www.w3.org/2000/svg\" blob://x a://b"),
            [""; 0]
        );
    }

    #[test]
    fn what_runs_may_name_none() {
        let file = |path: &str, content_type| SiteFile {
            path: path.into(),
            bytes: b"https://example.org".to_vec(),
            content_type,
            csp: None,
        };
        assert!(check(&[file("/a.js", "text/javascript")]).is_err());
        assert!(check(&[file("/app/", "text/html")]).is_err());
        assert!(check(&[file("/en/lines/gb/", "text/html")]).is_ok());
    }
}
