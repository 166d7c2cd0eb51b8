// SPDX-License-Identifier: Apache-2.0
//! One file for each thing that is asked for.

mod account;
mod doors;
mod info;
mod mailboxes;
mod records;
mod session;
mod state;
mod vaults;

use crate::{Relay, fault::Fault, rate::Peer, store::Holder};
use axum::{
    Router,
    body::Body,
    extract::{FromRequestParts, MatchedPath, Path, Request, State as Is},
    http::{HeaderMap, StatusCode, header, request::Parts},
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::{delete, get, post},
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use bytes::Bytes;
use kindhold_vault::wire::Refusal;
use std::time::Duration;
use tokio::time::Instant;

/// Everything that a relay answers, under `/relay/v1/`.
pub fn router(relay: Relay) -> Router {
    let routes = Router::new()
        .route("/info", get(info::info))
        .route("/openapi.json", get(info::openapi))
        .route("/challenge", post(session::challenge))
        .route("/session", post(session::session))
        .route("/vaults", post(vaults::create))
        .route("/vault", delete(vaults::delete))
        .route("/doors/{locator}", get(doors::door))
        .route("/state", get(state::state))
        .route("/push", post(records::push))
        .route("/purge", post(records::purge))
        .route("/pull", post(records::pull))
        .route("/account", get(account::get).put(account::put))
        .route("/devices", get(account::devices))
        .route("/grant", get(account::grant))
        .route(
            "/mailboxes/{id}",
            get(mailboxes::get)
                .put(mailboxes::put)
                .delete(mailboxes::delete),
        )
        .fallback(|| async { Fault::from(Refusal::NotThere) })
        .method_not_allowed_fallback(|| async { Fault::from(Refusal::Method) })
        .layer(from_fn_with_state(relay.clone(), limit))
        .route_layer(from_fn_with_state(relay.clone(), count))
        .with_state(relay.clone());
    Router::new()
        .nest("/relay/v1", routes)
        .route("/healthz", get(info::health))
        .with_state(relay)
}

/// Turns away whoever asks too often.
async fn limit(Is(relay): Is<Relay>, request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<Peer>().copied();
    if relay.0.rate.may_ask(peer, relay.now()) {
        next.run(request).await
    } else {
        Fault::from(Refusal::Slower).into_response()
    }
}

/// Counts what is answered, by the route's pattern.
async fn count(Is(relay): Is<Relay>, request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>();
    let route = route.map_or("", MatchedPath::as_str).to_owned();
    let waits = request.uri().query().is_some_and(|q| q.contains("wait="));
    let begun = Instant::now();
    let response = next.run(request).await;
    let took = if waits {
        Duration::ZERO
    } else {
        begun.elapsed()
    };
    let status = response.status().as_u16();
    relay.0.metrics.answered(&route, status, took);
    response
}

/// Reads a body, up to so many bytes and for as long as a body may take.
async fn body(relay: &Relay, body: Body, most: usize) -> Result<Bytes, Fault> {
    let reading = axum::body::to_bytes(body, most);
    match tokio::time::timeout(relay.0.setup.limits.body, reading).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(_)) => Err(Refusal::TooLarge.into()),
        Err(_) => Err(Refusal::Slower.into()),
    }
}

/// Who signed in.
fn holder(relay: &Relay, headers: &HeaderMap) -> Result<Holder, Fault> {
    let token = headers
        .get(header::AUTHORIZATION)
        .and_then(|v| v.to_str().ok());
    let token = token.and_then(|v| v.strip_prefix("Bearer "));
    let token = token.and_then(|v| BASE64_URL_SAFE_NO_PAD.decode(v).ok());
    let held = token.and_then(|t| relay.0.mint.holder(&t, relay.now()));
    let (vault, id) = held.ok_or(Refusal::SignIn)?;
    Ok(Holder {
        vault,
        id,
        today: relay.today(),
    })
}

/// Sixteen bytes that a path names.
struct Name([u8; 16]);

impl<S: Send + Sync> FromRequestParts<S> for Name {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        // What is no text is no name either.
        let path = Path::<String>::from_request_parts(parts, state).await;
        let Path(hex) = path.map_err(|_| Refusal::Malformed)?;
        id(&hex).map(Self)
    }
}

fn id(hex: &str) -> Result<[u8; 16], Fault> {
    let is_hex = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
    if hex.len() != 32 || !hex.bytes().all(is_hex) {
        return Err(Refusal::Malformed.into());
    }
    let mut id = [0; 16];
    for (n, b) in id.iter_mut().enumerate() {
        *b = u8::from_str_radix(&hex[2 * n..2 * n + 2], 16).map_err(|_| Refusal::Malformed)?;
    }
    Ok(id)
}

/// Bytes, as everything but people's answers is sent.
fn octets(status: StatusCode, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (status, headers, bytes).into_response()
}
