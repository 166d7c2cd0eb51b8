// SPDX-License-Identifier: Apache-2.0
//! Icons and the two manifests: the product's own name, and a neutral one for a phone that others
//! look at.

use crate::{SiteFile, words::Words};
use serde_json::json;

/// Icons and manifests.
pub(crate) fn files(words: &Words<'_>) -> Vec<SiteFile> {
    let own = words.t("site-name");
    let plain = words.t("site-plain-name");
    let description = words.t("site-short-description");
    let manifest = |name: &str, description: &str, icon: &str, theme: &str| {
        let sized = |size: u16| {
            json!({ "src": format!("/{icon}-{size}.png"), "sizes": format!("{size}x{size}"),
                    "type": "image/png", "purpose": "any maskable" })
        };
        json!({
            "name": name, "short_name": name, "description": description,
            "lang": words.tag(), "dir": words.direction(),
            "id": format!("/app/?as={icon}"), "start_url": "/app/", "scope": "/",
            "display": "standalone", "background_color": "#faf6f0", "theme_color": theme,
            "icons": [
                { "src": format!("/{icon}.svg"), "sizes": "any", "type": "image/svg+xml" },
                sized(192), sized(512),
            ],
        })
        .to_string()
        .into_bytes()
    };
    let file = |path: &str, bytes: Vec<u8>, content_type| SiteFile {
        path: path.into(),
        bytes,
        content_type,
        csp: None,
    };
    const SVG: &str = "image/svg+xml";
    const PNG: &str = "image/png";
    const MANIFEST: &str = "application/manifest+json";
    vec![
        file(
            "/manifest.webmanifest",
            manifest(&own, &description, "icon", "#1f5c58"),
            MANIFEST,
        ),
        file(
            "/manifest-plain.webmanifest",
            manifest(&plain, &plain, "icon-plain", "#5b6570"),
            MANIFEST,
        ),
        file(
            "/icon.svg",
            include_bytes!("../icon/icon.svg").to_vec(),
            SVG,
        ),
        file(
            "/icon-192.png",
            include_bytes!("../icon/icon-192.png").to_vec(),
            PNG,
        ),
        file(
            "/icon-512.png",
            include_bytes!("../icon/icon-512.png").to_vec(),
            PNG,
        ),
        file(
            "/icon-plain.svg",
            include_bytes!("../icon/icon-plain.svg").to_vec(),
            SVG,
        ),
        file(
            "/icon-plain-192.png",
            include_bytes!("../icon/icon-plain-192.png").to_vec(),
            PNG,
        ),
        file(
            "/icon-plain-512.png",
            include_bytes!("../icon/icon-plain-512.png").to_vec(),
            PNG,
        ),
    ]
}
