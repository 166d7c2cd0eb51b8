// SPDX-License-Identifier: Apache-2.0
use super::{body, holder, octets};
use crate::{Relay, fault::Fault, store::Op};
use axum::{
    body::Body,
    extract::State as Is,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use kindhold_vault::wire::{AccountUpdate, Refusal};

/// The sealed account and the list of devices.
pub(super) async fn get(Is(relay): Is<Relay>, headers: HeaderMap) -> Result<Response, Fault> {
    let by = holder(&relay, &headers)?;
    if relay.0.store.granted(by).await?.scope().is_some() {
        return Err(Refusal::NotAllowed.into());
    }
    let account = relay.0.store.account(by.vault).await?;
    Ok(octets(StatusCode::OK, account.to_bytes()))
}

/// Compare and swap.
pub(super) async fn put(
    Is(relay): Is<Relay>,
    headers: HeaderMap,
    sent: Body,
) -> Result<StatusCode, Fault> {
    let by = holder(&relay, &headers)?;
    let update = body(&relay, sent, relay.0.setup.limits.account).await?;
    let update = AccountUpdate::parse(&update)?;
    relay
        .change(by.vault, Op::PutAccount { by, update })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The list of devices, for anybody who signed in.
pub(super) async fn devices(Is(relay): Is<Relay>, headers: HeaderMap) -> Result<Response, Fault> {
    let by = holder(&relay, &headers)?;
    relay.0.store.granted(by).await?;
    let account = relay.0.store.account(by.vault).await?;
    Ok(octets(StatusCode::OK, account.devices))
}

/// The sealed keys of whoever holds a grant.
pub(super) async fn grant(Is(relay): Is<Relay>, headers: HeaderMap) -> Result<Response, Fault> {
    let by = holder(&relay, &headers)?;
    let who = relay.0.store.granted(by).await?;
    let scope = who.scope().ok_or(Refusal::NotAllowed)?;
    let mut out = scope.version.to_be_bytes().to_vec();
    out.extend_from_slice(&scope.sealed);
    Ok(octets(StatusCode::OK, out))
}
