// SPDX-License-Identifier: Apache-2.0
//! How programs sign in: the server's `.well-known/smart-configuration`.

use crate::error::line;
use crate::http::Http;
use crate::{SendError, address};
use serde_json::Value;
use url::Url;

/// What the server says of signing in.
pub(crate) struct Smart {
    /// Where a token is to be had, as the server writes it: that is the assertion's audience.
    pub(crate) audience: String,
    /// The same, to be spoken to.
    pub(crate) token: Url,
}

pub(crate) fn smart(http: &Http, base: &Url, algorithm: &str) -> Result<Smart, SendError> {
    let url = address::below(base, ".well-known/smart-configuration");
    let not = |why: &str| SendError::NotSmart {
        at: base.to_string(),
        why: why.to_owned(),
    };
    let answer = http.get(&url, "application/json")?;
    if answer.status != 200 {
        return Err(not(&format!("its configuration answers {}", answer.status)));
    }
    let all = answer
        .json()
        .ok_or_else(|| not("its configuration is no JSON"))?;
    let audience = all.get("token_endpoint").and_then(Value::as_str);
    let audience = audience.ok_or_else(|| not("no address for tokens"))?;
    // A list that is there has to hold what is needed; one that is not there says nothing.
    let lacks = |list: &str, what: &str| {
        let list = all.get(list).and_then(Value::as_array);
        list.is_some_and(|list| !list.iter().any(|one| one == what))
    };
    if lacks("grant_types_supported", "client_credentials") {
        return Err(not("it has no client_credentials"));
    }
    if lacks("token_endpoint_auth_methods_supported", "private_key_jwt") {
        return Err(not("it has no private_key_jwt"));
    }
    let algorithms = "token_endpoint_auth_signing_alg_values_supported";
    if lacks(algorithms, algorithm) {
        let theirs: Vec<&str> = all[algorithms]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        return Err(SendError::Algorithm {
            ours: algorithm.to_owned(),
            theirs: line(&theirs.join(", ")),
        });
    }
    let token = address::checked(audience)?;
    // This machine's own addresses are for servers on this machine: nobody else may lead there.
    if address::is_loopback(&token) && !address::is_loopback(base) {
        return Err(SendError::NotSecret(line(audience)));
    }
    Ok(Smart {
        audience: audience.to_owned(),
        token,
    })
}
