// SPDX-License-Identifier: Apache-2.0
use super::{holder, octets};
use crate::{Relay, fault::Fault};
use axum::{
    extract::{RawQuery, State as Is},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use kindhold_vault::wire::Refusal;
use sha2::{Digest, Sha256};
use std::time::Duration;

/// Waits at most so long for news.
const LONGEST: u64 = 55;
/// News that came through another server of the same database are looked for this often.
const LOOK: Duration = Duration::from_secs(2);

/// What there is; waits for news if asked to.
pub(super) async fn state(
    Is(relay): Is<Relay>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let by = holder(&relay, &headers)?;
    let mut left = Duration::from_secs(wait(query.as_deref())?);
    let known = headers.get(header::IF_NONE_MATCH).cloned();
    let mut news = relay.news(by.vault);
    loop {
        news.mark_unchanged();
        let state = relay.0.store.state(by).await?.to_bytes();
        let etag = etag(&state);
        if known.as_ref() != Some(&etag) {
            let mut response = octets(StatusCode::OK, state);
            response.headers_mut().insert(header::ETAG, etag);
            return Ok(response);
        }
        if left.is_zero() {
            return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, etag)]).into_response());
        }
        let pause = left.min(LOOK);
        let _ = tokio::time::timeout(pause, news.changed()).await;
        left = left.saturating_sub(pause);
    }
}

/// Seconds to wait, from `wait=…`: digits alone, at most [`LONGEST`], and not twice.
pub(super) fn wait(query: Option<&str>) -> Result<u64, Fault> {
    let pairs = query.unwrap_or_default().split('&');
    let mut waits = pairs.filter_map(|pair| match pair.split_once('=') {
        Some(("wait", seconds)) => Some(seconds),
        None if pair == "wait" => Some(""),
        _ => None,
    });
    let Some(seconds) = waits.next() else {
        return Ok(0);
    };
    let is_number = !seconds.is_empty() && seconds.bytes().all(|b| b.is_ascii_digit());
    let seconds = seconds.parse().ok().filter(|s| is_number && *s <= LONGEST);
    let is_one = waits.next().is_none();
    Ok(seconds.filter(|_| is_one).ok_or(Refusal::Malformed)?)
}

fn etag(state: &[u8]) -> HeaderValue {
    use std::fmt::Write;
    let mut tag = String::from("\"");
    for b in &Sha256::digest(state)[..16] {
        let _ = write!(tag, "{b:02x}");
    }
    tag.push('"');
    HeaderValue::from_str(&tag).unwrap_or(HeaderValue::from_static("\"\""))
}
