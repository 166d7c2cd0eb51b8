// SPDX-License-Identifier: Apache-2.0
//! What the server can do: its `CapabilityStatement`.

use crate::http::Http;
use crate::{SendError, address};
use kindhold_measure::fhir::Keyed;
use serde_json::Value;
use url::Url;

pub(crate) struct Capability {
    /// How it is to know what it has got already.
    pub(crate) keyed: Keyed,
}

/// Reads the statement: R4 (4.0), transactions, and one of the two ways of sending something twice.
pub(crate) fn of(http: &Http, base: &Url) -> Result<Capability, SendError> {
    let not = |why: &str| SendError::NotR4 {
        at: base.to_string(),
        why: why.to_owned(),
    };
    let answer = http.get(&address::below(base, "metadata"), "application/fhir+json")?;
    if answer.status != 200 {
        return Err(not(&format!(
            "its capability statement answers {}",
            answer.status
        )));
    }
    let all = answer
        .json()
        .ok_or_else(|| not("its capability statement is no JSON"))?;
    if all["resourceType"] != "CapabilityStatement" {
        return Err(not("it has no capability statement"));
    }
    let version = all["fhirVersion"].as_str().unwrap_or_default();
    if !version.starts_with("4.0") {
        return Err(not("it speaks another version of FHIR than R4"));
    }
    let rest = all["rest"]
        .as_array()
        .and_then(|all| all.iter().find(|r| r["mode"] == "server"));
    let rest = rest.ok_or_else(|| not("it says nothing of what it can do"))?;
    let takes = list(rest, "interaction")
        .iter()
        .any(|i| i["code"] == "transaction");
    if !takes {
        return Err(not("it takes no transactions"));
    }
    let keyed = keyed(list(rest, "resource"));
    let keyed = keyed.ok_or_else(|| not("what is sent twice would be there twice"))?;
    Ok(Capability { keyed })
}

fn list<'a>(of: &'a Value, name: &str) -> &'a [Value] {
    of[name].as_array().map_or(&[], Vec::as_slice)
}

/// Ids where every kind that is sent takes them, else identifiers.
fn keyed(resources: &[Value]) -> Option<Keyed> {
    let kinds = [
        "CarePlan",
        "Consent",
        "Observation",
        "Procedure",
        "QuestionnaireResponse",
    ];
    let all = |what: &str| {
        kinds.iter().all(|kind| {
            let one = resources.iter().find(|r| r["type"] == *kind);
            one.is_some_and(|one| one[what] == true)
        })
    };
    if all("conditionalUpdate") {
        Some(Keyed::Identifier)
    } else if all("updateCreate") {
        Some(Keyed::Id)
    } else {
        None
    }
}
