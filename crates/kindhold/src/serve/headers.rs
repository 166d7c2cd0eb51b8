// SPDX-License-Identifier: Apache-2.0
//! What every answer tells the browser not to do.

use axum::http::{HeaderMap, HeaderValue, header};

/// For what has no policy of its own.
const NOTHING: &str =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What a phone can do and none of our pages ever asks for.
const UNUSED: &str = "accelerometer=(), autoplay=(), browsing-topics=(), \
    camera=(), display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), \
    gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), local-fonts=(), \
    magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), serial=(), usb=(), \
    xr-spatial-tracking=()";

const ALWAYS: [(&str, &str); 9] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("permissions-policy", UNUSED),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    // For browsers that do not know `frame-ancestors`.
    ("x-frame-options", "DENY"),
    // Pages link to crisis lines: not even their names are looked up before somebody taps.
    ("x-dns-prefetch-control", "off"),
    ("x-permitted-cross-domain-policies", "none"),
];

/// Adds them.
pub(crate) fn guard(headers: &mut HeaderMap, policy: Option<&'static str>) {
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let policy = HeaderValue::from_static(policy.unwrap_or(NOTHING));
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
}
