// SPDX-License-Identifier: Apache-2.0
use super::{Name, octets};
use crate::{Relay, fault::Fault};
use axum::{extract::State as Is, http::StatusCode, response::Response};
use kindhold_vault::wire::Refusal;

/// The vault behind a door.
pub(super) async fn door(Is(relay): Is<Relay>, Name(locator): Name) -> Result<Response, Fault> {
    let vault = relay.0.store.door(locator).await?;
    let vault = vault.ok_or(Refusal::NotThere)?;
    Ok(octets(StatusCode::OK, vault.0.to_vec()))
}
