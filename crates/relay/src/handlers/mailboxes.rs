// SPDX-License-Identifier: Apache-2.0
use super::{Name, body, octets, state::wait};
use crate::{
    Relay,
    fault::Fault,
    store::{Done, Op},
};
use axum::{
    body::Body,
    extract::{RawQuery, State as Is},
    http::StatusCode,
    response::Response,
};
use kindhold_vault::wire::Refusal;
use std::time::Duration;

/// Puts a message where nothing lies yet.
pub(super) async fn put(
    Is(relay): Is<Relay>,
    Name(id): Name,
    sent: Body,
) -> Result<StatusCode, Fault> {
    let op = Op::PutMailbox {
        id,
        message: body(&relay, sent, relay.0.setup.limits.mailbox).await?,
        today: relay.today(),
    };
    Ok(match relay.0.store.apply(op).await? {
        Done::Made => StatusCode::CREATED,
        Done::Already => StatusCode::OK,
    })
}

/// The message; waits for it if asked to.
pub(super) async fn get(
    Is(relay): Is<Relay>,
    Name(id): Name,
    RawQuery(query): RawQuery,
) -> Result<Response, Fault> {
    for second in 0..=wait(query.as_deref())? {
        if second > 0 {
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        if let Some(message) = relay.0.store.mailbox(id).await? {
            return Ok(octets(StatusCode::OK, message));
        }
    }
    Err(Refusal::NotThere.into())
}

/// The end of a message.
pub(super) async fn delete(Is(relay): Is<Relay>, Name(id): Name) -> Result<StatusCode, Fault> {
    relay.0.store.apply(Op::DeleteMailbox { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}
