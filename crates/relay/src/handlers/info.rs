// SPDX-License-Identifier: Apache-2.0
use crate::Relay;
use axum::{
    extract::State as Is,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::json;

const OPENAPI: &str = include_str!("../openapi.json");

fn answer(body: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, body).into_response()
}

/// What this relay is and takes.
pub(super) async fn info(Is(relay): Is<Relay>) -> Response {
    let setup = &relay.0.setup;
    let limits = &setup.limits;
    let info = json!({
        "version": 1,
        "invite": setup.wants_invite,
        "limits": {
            "push": limits.push,
            "pull": limits.pull,
            "account": limits.account,
            "mailbox": limits.mailbox,
            "vault": limits.vault,
        },
    });
    answer(info.to_string())
}

/// The routes, as machines read them.
pub(super) async fn openapi() -> Response {
    answer(OPENAPI.to_owned())
}

/// Whether the database answers.
pub(super) async fn health(Is(relay): Is<Relay>) -> Response {
    let looking = relay.0.store.mailbox([0; 16]);
    match tokio::time::timeout(relay.0.setup.limits.work, looking).await {
        Ok(Ok(_)) => "ok".into_response(),
        _ => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database does not answer",
        )
            .into_response(),
    }
}
