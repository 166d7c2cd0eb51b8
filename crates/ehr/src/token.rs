// SPDX-License-Identifier: Apache-2.0
//! A token for a signed assertion (`client_credentials`).

use crate::discovery::Smart;
use crate::error::line;
use crate::http::{Answer, Http};
use crate::{Send, SendError, assertion};
use serde::Deserialize;
use std::time::{SystemTime, UNIX_EPOCH};

/// A token, used once and let go of: how long it would hold does not matter.
pub(crate) struct Token(String);

impl Token {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

#[derive(Deserialize)]
struct Given {
    access_token: String,
    token_type: String,
}

#[derive(Deserialize)]
struct Refused {
    error: String,
    #[serde(default)]
    error_description: String,
}

pub(crate) fn ask(http: &Http, smart: &Smart, options: &Send) -> Result<Token, SendError> {
    let assertion = assertion::made(&options.key, &options.client_id, &smart.audience, now());
    let assertion = assertion.ok_or(SendError::Stopped)?;
    let form = form_urlencoded::Serializer::new(String::new())
        .append_pair("grant_type", "client_credentials")
        .append_pair("scope", &options.scope)
        .append_pair(
            "client_assertion_type",
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        )
        .append_pair("client_assertion", &assertion)
        .finish();
    let answer = http.form(&smart.token, &form)?;
    if answer.status == 200 {
        given(&answer)
    } else {
        Err(refused(&answer, &options.scope))
    }
}

/// Seconds since 1970-01-01, for how long an assertion is good.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the edge that reads the clock"
)]
fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| since.as_secs())
}

fn given(answer: &Answer) -> Result<Token, SendError> {
    let odd = |why: &str| SendError::Token {
        why: why.to_owned(),
    };
    let json = answer.json().ok_or_else(|| odd("its answer is no JSON"))?;
    let given: Given = serde_json::from_value(json).map_err(|_| odd("its answer holds none"))?;
    if !given.token_type.eq_ignore_ascii_case("bearer") {
        return Err(odd("its token is of another kind than Bearer"));
    }
    // RFC 6750: visible characters alone, so that nothing else gets into a header.
    let is_plain = given.access_token.bytes().all(|b| b.is_ascii_graphic());
    if given.access_token.is_empty() || !is_plain {
        return Err(odd("its token is none"));
    }
    Ok(Token(given.access_token))
}

fn refused(answer: &Answer, scope: &str) -> SendError {
    let status = answer.status;
    if status == 429 || status >= 500 {
        return SendError::Busy { status };
    }
    let read = answer
        .json()
        .and_then(|json| serde_json::from_value(json).ok());
    let Some(Refused {
        error,
        error_description,
    }) = read
    else {
        return SendError::Token {
            why: format!("it answers {status}"),
        };
    };
    let why = line(&format!("{error} {error_description}"));
    match error.as_str() {
        "invalid_client" | "unauthorized_client" | "invalid_grant" => SendError::WrongKey { why },
        "invalid_scope" => SendError::Scope {
            scope: line(scope),
            why,
        },
        _ => SendError::Token { why },
    }
}
