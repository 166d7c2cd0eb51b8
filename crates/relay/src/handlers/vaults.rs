// SPDX-License-Identifier: Apache-2.0
use super::{body, holder};
use crate::{
    Relay,
    fault::Fault,
    rate::Peer,
    store::{Done, Op},
};
use axum::{
    Extension,
    body::Body,
    extract::State as Is,
    http::{HeaderMap, StatusCode},
};
use kindhold_vault::wire::{CreateVault, Refusal};

/// A vault's first message.
pub(super) async fn create(
    Is(relay): Is<Relay>,
    peer: Option<Extension<Peer>>,
    sent: Body,
) -> Result<StatusCode, Fault> {
    if !relay.0.rate.may_make(peer.map(|p| p.0), relay.now()) {
        return Err(Refusal::Slower.into());
    }
    let new = CreateVault::parse(&body(&relay, sent, relay.0.setup.limits.account).await?)?;
    let (vault, today) = (new.vault, relay.today());
    Ok(
        match relay.change(vault, Op::Create { new, today }).await? {
            Done::Made => StatusCode::CREATED,
            Done::Already => StatusCode::OK,
        },
    )
}

/// The end of a vault: no row of it is left.
pub(super) async fn delete(Is(relay): Is<Relay>, headers: HeaderMap) -> Result<StatusCode, Fault> {
    let by = holder(&relay, &headers)?;
    match relay.change(by.vault, Op::DeleteVault { by }).await {
        Ok(_) => Ok(StatusCode::NO_CONTENT),
        // It is gone already, with everybody who could sign in.
        Err(Fault::Refused(Refusal::NotYou))
            if matches!(
                relay.0.store.account(by.vault).await,
                Err(Fault::Refused(_))
            ) =>
        {
            Ok(StatusCode::NO_CONTENT)
        }
        Err(fault) => Err(fault),
    }
}
