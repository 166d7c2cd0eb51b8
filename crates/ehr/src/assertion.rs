// SPDX-License-Identifier: Apache-2.0
//! The signed assertion (RFC 7523, as SMART narrows it): who asks, for whom it is, good for five minutes, once.

use crate::Key;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::rand::{SecureRandom as _, SystemRandom};
use serde_json::json;

/// SMART allows no more than five minutes; clocks differ a little.
const SECONDS: u64 = 240;

/// Makes one. None when the system has no randomness to give.
pub(crate) fn made(key: &Key, client_id: &str, audience: &str, now: u64) -> Option<String> {
    let mut once = [0; 24];
    SystemRandom::new().fill(&mut once).ok()?;
    let header = json!({ "alg": key.algorithm(), "kid": key.id(), "typ": "JWT" });
    let claims = json!({
        "iss": client_id,
        "sub": client_id,
        "aud": audience,
        "exp": now + SECONDS,
        "jti": URL_SAFE_NO_PAD.encode(once),
    });
    let part = |value: &serde_json::Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", part(&header), part(&claims));
    let signature = key.sign(signed.as_bytes())?;
    Some(format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature)))
}
