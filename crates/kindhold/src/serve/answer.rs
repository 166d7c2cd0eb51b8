// SPDX-License-Identifier: Apache-2.0
//! From a request to its answer. No clock, no disk, no log.

use super::headers::guard;
use crate::site::{File, Site};
use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, header},
};

/// The page for addresses that do not exist; it has the doors to help.
const MISSING: &str = "/404.html";

/// Answers one request.
pub(super) fn answer<B>(site: Site, request: &Request<B>) -> Response<Body> {
    if request.method() != Method::GET && request.method() != Method::HEAD {
        let mut refusal = bare(StatusCode::METHOD_NOT_ALLOWED);
        refusal
            .headers_mut()
            .insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return refusal;
    }
    let path = request.uri().path();
    // What begins with a dot is for this program alone.
    let is_private = path.starts_with("/.");
    if path != MISSING
        && !is_private
        && let Some(file) = site.file(path)
    {
        return with_file(file, request.headers(), StatusCode::OK);
    }
    if let Some(page) = site.file(&format!("{path}/")) {
        let mut moved = bare(StatusCode::PERMANENT_REDIRECT);
        moved
            .headers_mut()
            .insert(header::LOCATION, HeaderValue::from_static(page.path));
        return moved;
    }
    site.file(MISSING).map_or_else(
        || bare(StatusCode::NOT_FOUND),
        |file| with_file(file, request.headers(), StatusCode::NOT_FOUND),
    )
}

fn bare(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    guard(response.headers_mut(), None);
    response
}

fn with_file(file: &'static File, asked: &HeaderMap, status: StatusCode) -> Response<Body> {
    let brotli = file.brotli.filter(|_| takes_brotli(asked));
    let tag = tag(file, brotli.is_some());
    let mut response = bare(status);
    let headers = response.headers_mut();
    guard(headers, file.policy);
    if is_apart(file.path) {
        headers.remove("cross-origin-embedder-policy");
    }
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static(caching(file)),
    );
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    if status == StatusCode::OK && has_it(asked, &tag) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return response;
    }
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(file.content_type),
    );
    if brotli.is_some() {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    *response.body_mut() = Body::from(brotli.unwrap_or(file.plain));
    response
}

/// What a browser may not run in the app's process, because it is not isolated as the app is. A lock and
/// leaving lead through such pages, and the worker would keep the process alive: so the process in which something
/// was open ends, and its memory with it.
fn is_apart(path: &str) -> bool {
    matches!(path, "/sw.js" | "/measures/") || path.ends_with("/locked.html")
}

/// The app's pages must not come back from a cache after somebody left it in a hurry; everything
/// else is asked for anew and answered with "not modified".
fn caching(file: &File) -> &'static str {
    if matches!(file.path, "/app/" | "/counsellor/" | "/supporter/") {
        "no-store"
    } else {
        "no-cache"
    }
}

/// Two encodings of a file are two things, so each has its own tag.
fn tag(file: &File, brotli: bool) -> String {
    format!("\"{}{}\"", file.hash, if brotli { "-br" } else { "" })
}

/// `If-None-Match`, RFC 9110, 13.1.2.
fn has_it(asked: &HeaderMap, tag: &str) -> bool {
    values(asked, header::IF_NONE_MATCH)
        .any(|value| value == "*" || value.strip_prefix("W/").unwrap_or(value) == tag)
}

/// `Accept-Encoding`, RFC 9110, 12.5.3. `*` alone does not get brotli: who wants it says so.
fn takes_brotli(asked: &HeaderMap) -> bool {
    values(asked, header::ACCEPT_ENCODING).any(|value| {
        let mut parts = value.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default();
        let refused = parts.any(|part| {
            part.strip_prefix("q=")
                .is_some_and(|q| q.parse::<f32>().is_ok_and(|q| q <= 0.0))
        });
        name.eq_ignore_ascii_case("br") && !refused
    })
}

fn values(headers: &HeaderMap, name: header::HeaderName) -> impl Iterator<Item = &str> {
    let lines = headers.get_all(name).into_iter();
    lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .map(str::trim)
}
