// SPDX-License-Identifier: Apache-2.0
use super::{id, octets};
use crate::{Relay, fault::Fault};
use axum::{
    extract::{Path, State as Is},
    http::StatusCode,
    response::Response,
};
use kindhold_vault::wire::Refusal;

/// The vault behind a door.
pub(super) async fn door(
    Is(relay): Is<Relay>,
    Path(locator): Path<String>,
) -> Result<Response, Fault> {
    let vault = relay.0.store.door(id(&locator)?).await?;
    let vault = vault.ok_or(Refusal::NotThere)?;
    Ok(octets(StatusCode::OK, vault.0.to_vec()))
}
