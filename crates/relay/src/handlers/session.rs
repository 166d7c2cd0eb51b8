// SPDX-License-Identifier: Apache-2.0
use super::{body, octets};
use crate::{Relay, fault::Fault, random, token::TOKEN};
use axum::{
    body::Body,
    extract::State as Is,
    http::{HeaderMap, StatusCode, header},
    response::Response,
};
use kindhold_vault::wire::{Login, Refusal};

/// Something to sign.
pub(super) async fn challenge(Is(relay): Is<Relay>) -> Response {
    let challenge = relay.0.mint.challenge(relay.now(), random());
    octets(StatusCode::OK, challenge.0.to_vec())
}

/// A token, for a signature.
pub(super) async fn session(
    Is(relay): Is<Relay>,
    headers: HeaderMap,
    sent: Body,
) -> Result<Response, Fault> {
    let login = Login::parse(&body(&relay, sent, Login::LEN).await?)?;
    let now = relay.now();
    let said = headers.get(header::HOST).and_then(|h| h.to_str().ok());
    let host = relay.0.setup.host.as_deref().or(said).unwrap_or_default();
    let found = relay.0.store.access(login.vault, login.id).await?;
    let (key, _) = found.ok_or(Refusal::NotYou)?;
    if !relay.0.mint.is_fresh(&login.challenge, now) || !login.verify(host, &key) {
        return Err(Refusal::NotYou.into());
    }
    let token = relay.0.mint.token(login.vault, login.id, now, random());
    let mut out = token.0.to_vec();
    out.extend_from_slice(&(TOKEN as u32).to_be_bytes());
    Ok(octets(StatusCode::OK, out))
}
