// SPDX-License-Identifier: Apache-2.0
//! One transaction, and what the server says of it.

use crate::SendError;
use crate::error::line;
use crate::http::{Answer, Http};
use crate::token::Token;
use serde_json::Value;
use url::Url;

pub(crate) fn post(
    http: &Http,
    base: &Url,
    bundle: &Value,
    token: &Token,
) -> Result<Answer, SendError> {
    let sent = http.fhir(base, token.as_str(), &bundle.to_string());
    sent.map_err(|error| match error {
        // It was on its way: nobody here knows how far it came.
        SendError::Slow { .. } => SendError::Unsure {
            why: "it took too long".into(),
        },
        SendError::TooMuch { .. } => SendError::Unsure {
            why: "it has no end".into(),
        },
        other => other,
    })
}

/// What the server did with one resource.
pub(crate) struct Done {
    /// It is new there.
    pub(crate) is_new: bool,
    /// Where it is, as the server says.
    pub(crate) location: Option<String>,
}

/// What came of a part, resource by resource.
pub(crate) fn done(answer: &Answer, part: &Value) -> Result<Vec<Done>, SendError> {
    let status = answer.status;
    if status == 429 || status == 503 {
        return Err(SendError::Busy { status });
    }
    if !(200..300).contains(&status) {
        return Err(SendError::Refused {
            status,
            why: said(answer),
        });
    }
    let unsure = |why: &str| SendError::Unsure {
        why: why.to_owned(),
    };
    let json = answer.json().ok_or_else(|| unsure("it is no JSON"))?;
    if json["resourceType"] != "Bundle" || json["type"] != "transaction-response" {
        return Err(unsure("it is no answer to a transaction"));
    }
    let list = json["entry"].as_array().map_or(&[][..], Vec::as_slice);
    if list.len() != part["entry"].as_array().map_or(0, Vec::len) {
        return Err(unsure("it does not answer to everything that was sent"));
    }
    let one = |entry: &Value| {
        let response = &entry["response"];
        let status = response["status"].as_str().and_then(|s| s.get(..3));
        let location = response["location"].as_str().map(str::to_owned);
        let is_new = match status {
            Some("201") => true,
            Some(other) if other.starts_with('2') || other == "304" => false,
            _ => return Err(unsure("part of it was not taken in")),
        };
        Ok(Done { is_new, location })
    };
    list.iter().map(one).collect()
}

/// The diagnostics of an `OperationOutcome`, or what there is of one.
fn said(answer: &Answer) -> String {
    let json = answer
        .json()
        .filter(|json| json["resourceType"] == "OperationOutcome");
    let Some(json) = json else {
        let next = match answer.status {
            401 | 403 => "this program may not write there. Ask the clinic which scopes it has.",
            404 => {
                "there is nothing at this address. Ask the clinic for the address of its FHIR server."
            }
            413 => "it is more than the server takes at once. Send fewer things at once.",
            _ => {
                "it does not say why. Try with fewer things at once, or ask whoever looks after the server."
            }
        };
        return next.to_owned();
    };
    let issues = json["issue"].as_array().into_iter().flatten().take(5);
    let texts = issues.map(|issue| {
        let place = issue["expression"][0].as_str().unwrap_or_default();
        let text = issue["diagnostics"]
            .as_str()
            .or_else(|| issue["details"]["text"].as_str());
        let text = text.or_else(|| issue["code"].as_str()).unwrap_or_default();
        if place.is_empty() {
            text.to_owned()
        } else {
            format!("{place}: {text}")
        }
    });
    line(&texts.collect::<Vec<_>>().join("; "))
}
