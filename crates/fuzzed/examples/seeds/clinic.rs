// SPDX-License-Identifier: Apache-2.0
//! What clinics and studies hand out; all of it is made up.

use crate::Seeds;
use kindhold_measure::pack::{Terms, make};
use serde_json::{Value, json};

pub(super) fn seeds(seeds: &Seeds) {
    for whole in [garden(), written()] {
        seeds.put("questionnaire", whole.to_string());
        for key in ["", "phq-9", "who-5"] {
            let terms = Terms {
                licence: "CC BY 4.0".into(),
                copyright: "nobody".into(),
                key: key.into(),
            };
            if let Ok(pack) = make(&whole.to_string(), &terms) {
                seeds.put("questionnaire_pack", pack);
            }
        }
        seeds.put("questionnaire_pack", whole.to_string());
    }
    expressions(seeds);
    studies(seeds);
    answers(seeds);
}

fn option(value: i64) -> Value {
    json!({"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": value}],
        "valueCoding": {"system": "urn:made-up", "code": format!("c{value}"), "display": format!("rain {value}")}})
}

/// Two beds and a sum.
fn garden() -> Value {
    let options: Vec<Value> = (0..4).map(option).collect();
    json!({"resourceType": "Questionnaire", "url": "urn:made-up:garden", "version": "1", "title": "The garden",
        "status": "active", "copyright": "nobody", "language": "en", "item": [
        {"linkId": "g", "type": "group", "text": "Lately", "item": [
            {"linkId": "a", "type": "choice", "text": "How wet?", "answerOption": options,
                "_text": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": [
                    {"url": "lang", "valueCode": "fr"}, {"url": "content", "valueString": "Quelle pluie ?"}]}]}},
            {"linkId": "b", "type": "choice", "text": "How dry?", "answerOption": options,
                "enableWhen": [{"question": "a", "operator": "exists", "answerBoolean": true}]}]},
        {"linkId": "t", "type": "decimal", "text": "All", "extension": [{
            "url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
            "valueExpression": {"language": "text/fhirpath",
                "expression": "%resource.descendants().where(linkId in ('a' | 'b')).answer.value.ordinal().sum()"}}]}]})
}

/// One item of each kind, and a set of values.
fn written() -> Value {
    json!({"resourceType": "Questionnaire", "title": "Beds", "status": "draft", "item": [
        {"linkId": "1", "type": "boolean", "text": "Open?"}, {"linkId": "2", "type": "integer", "text": "How many?",
            "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 0}]},
        {"linkId": "3", "type": "decimal", "text": "How long?"}, {"linkId": "4", "type": "date", "text": "When?"},
        {"linkId": "5", "type": "text", "text": "Else?", "maxLength": 40}, {"linkId": "6", "type": "display", "text": "Thanks"},
        {"linkId": "7", "type": "open-choice", "text": "Which?", "answerValueSet": "#s", "repeats": true,
            "enableWhen": [{"question": "2", "operator": ">", "answerInteger": 1}], "enableBehavior": "any"}],
        "contained": [{"resourceType": "ValueSet", "id": "s", "compose": {"include": [
            {"system": "urn:made-up", "concept": [{"code": "x", "display": "X"}, {"code": "y"}]}]}}]})
}

fn expressions(seeds: &Seeds) {
    for expression in [
        "%resource.item.answer.value.sum()",
        "descendants().where(linkId in ('a' | 'c')).answer.value.sum()",
        "descendants().answer.value.aggregate($this + $total, 0)",
        "iif(item.exists(), item.first().linkId, 'x').substring(0, 1).upper() & 'b'",
        "(1 + 2) * 3.5 div 2 mod 2 > 1 and true implies {}",
        "@2026-11-25 + 3 days < @2026-12-01T10:00:00Z",
        "item.select(linkId).distinct().count() ~ 4",
        "%resource.repeat(item).answer.value.ofType(Coding).code.join(',')",
        "'a\\u0041'.matches('a.*') or 4 'kg' = 4 'kg'",
        "item[0].item.all(answer.value is integer) xor false",
        "%resource.item.answer.value.ordinal().avg().round(2)",
    ] {
        seeds.put("fhirpath", expression);
    }
}

fn studies(seeds: &Seeds) {
    let plan = json!({"format": "kindhold-trial", "version": 1, "study": "kindness-first",
        "title": "Does kindness help more?", "run_by": "A made-up university", "contact": "study@example.org",
        "first_day": "2027-01-11", "last_day": "2027-06-30", "even": 0.5,
        "treatment": {"kindness": ["received", "own"]}, "outcome": "change",
        "moderators": ["strength", "function:punish-self"], "controls": ["strength", "night", "number"],
        "level": 0.95, "smallest": 12});
    seeds.put("plan", plan.to_string());
    let lines = [
        json!({"op": "start", "person": "p", "seed": 7, "arms": ["a", "b", "c"], "features": ["x"], "slate": 2, "clip": [0.1, 0.8]}),
        json!({"op": "choose", "person": "p", "decision": 0, "context": {"x": 0.2}, "available": ["a", "b"]}),
        json!({"op": "outcome", "person": "p", "decision": 0, "arm": "a", "reward": 0.5}),
        json!({"op": "choose", "person": "p", "decision": 1, "context": {"x": null}}),
        json!({"op": "outcome", "person": "p", "decision": 1, "reward": null, "worse": true}),
    ];
    let lines: Vec<String> = lines.iter().map(Value::to_string).collect();
    seeds.put("choose_line", lines.join("\n"));
    let from: Vec<Value> = (0..12)
        .map(|n| json!({"person": n % 3, "context": {"x": n}, "arm": (["a", "b"][n % 2]), "reward": n % 4}))
        .collect();
    seeds.put(
        "choose_line",
        json!({"op": "prior", "from": from}).to_string(),
    );
    let rows = (0..8).map(|n| format!("p{},{},{},0.5,{n}\n", n % 2, ["a", "b"][n % 2], n % 3));
    seeds.put(
        "log",
        [
            "person,arm,reward,propensity,x\n".to_owned(),
            rows.collect(),
        ]
        .concat(),
    );
    let rows = (0..8).map(|n| {
        json!({"person": n % 2, "arm": "a", "reward": n % 3, "propensity": {"a": 0.5, "b": 0.5},
        "available": ["a", "b"], "slate": ["a"], "context": {"x": n}})
    });
    let rows: Vec<String> = rows.map(|row| row.to_string()).collect();
    seeds.put("log", rows.join("\n"));
}

fn answers(seeds: &Seeds) {
    let smart = json!({"token_endpoint": "http://127.0.0.1:1/token", "grant_types_supported": ["client_credentials"]});
    let token = json!({"access_token": "t", "token_type": "Bearer", "expires_in": 300, "scope": "system/*.cu"});
    let done = json!({"resourceType": "Bundle", "type": "transaction-response", "entry": [
        {"response": {"status": "200", "location": "Observation/1/_history/2", "outcome": {"issue": [{"code": "x"}]}}}]});
    let error = json!({"resourceType": "OperationOutcome", "issue": [
        {"severity": "error", "code": "invalid", "diagnostics": "no", "expression": ["Bundle.entry[0]"]}]});
    let capability = json!({"resourceType": "CapabilityStatement", "fhirVersion": "4.0.1", "rest": [{"mode": "server",
        "interaction": [{"code": "transaction"}], "resource": [{"type": "Observation", "updateCreate": true}]}]});
    for (step, said) in [
        (0_u8, &smart),
        (1, &capability),
        (2, &token),
        (3, &done),
        (3, &error),
        (2, &json!({"error": "invalid_client"})),
    ] {
        for form in [1_u8, 130, 195] {
            seeds.put(
                "clinic_answers",
                [&[step, form], said.to_string().as_bytes()].concat(),
            );
        }
    }
    let raw = b"HTTP/1.1 307 X\r\nlocation: http://example.org/\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n";
    seeds.put("clinic_answers", [&[1, 0], raw.as_slice()].concat());
    // The private half is 1, so the public one is the curve's own generator: a key that nobody would use.
    let one = json!({"kty": "EC", "crv": "P-384", "kid": "k", "alg": "ES384", "d": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",
        "x": "qofKIr6LBTeOscce8yCtdG4dO2KLp5uYWfdB4IJUKjhVAvJdv1UpbDpUXjhydgq3",
        "y": "NhfeSpYmLG9dnpi_kpLcKfj0Hb0omhR86doxE7XwuMAKYLHOHX6BnXpDHXyQ6g5f"});
    seeds.put("clinic_key", one.to_string());
    let key = "-----BEGIN PRIVATE KEY-----\nMIG2AgEAMBAGByqGSM49AgEGBSuBBAAiBIGeMIGbAgEBBDA=\n-----END PRIVATE KEY-----\n";
    seeds.put("clinic_key", key);
    seeds.put("clinic_key", json!({"keys": [{"kty": "EC", "crv": "P-384", "kid": "k", "x": "AA", "y": "AA", "d": "AA", "alg": "ES384"},
        {"kty": "RSA", "n": "AQAB", "e": "AQAB", "d": "AQ", "p": "AQ", "q": "AQ", "dp": "AQ", "dq": "AQ", "qi": "AQ"}]}).to_string());
}
