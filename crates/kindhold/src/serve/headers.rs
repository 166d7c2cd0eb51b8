// SPDX-License-Identifier: Apache-2.0
//! What every answer tells the browser not to do.

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::Response,
};

/// For what has no policy of its own.
const NOTHING: &str =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What a phone can do and none of our pages ever asks for.
const UNUSED: &str = "accelerometer=(), autoplay=(), browsing-topics=(), \
    camera=(), display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), \
    gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), local-fonts=(), \
    magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), serial=(), usb=(), \
    xr-spatial-tracking=()";

const ALWAYS: [(&str, &str); 10] = [
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
    // Browsers take this from HTTPS alone: whoever came safely once comes safely for a year (RFC 6797).
    (
        "strict-transport-security",
        "max-age=31536000; includeSubDomains",
    ),
];

/// Adds them.
pub(crate) fn guard(headers: &mut HeaderMap, policy: Option<&'static str>) {
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let policy = HeaderValue::from_static(policy.unwrap_or(NOTHING));
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
}

/// Stands before everything that is answered, also by the relay and by routes that refuse by themselves:
/// no answer leaves without a policy or into a cache unless it says so.
pub(super) async fn watch(request: Request, next: Next) -> Response {
    let mut response = if is_meddling(&request) {
        let mut refusal = Response::new(Body::empty());
        *refusal.status_mut() = StatusCode::FORBIDDEN;
        refusal
    } else {
        next.run(request).await
    };
    let headers = response.headers_mut();
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        guard(headers, None);
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// Whether a page of somebody else’s site makes a browser change something here (Fetch Metadata). Ours never
/// asks from elsewhere; what is no browser says nothing.
fn is_meddling(request: &Request) -> bool {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let from = request.headers().get("sec-fetch-site");
    !reads && from.is_some_and(|site| site != "same-origin" && site != "none")
}
