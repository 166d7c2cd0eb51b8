// SPDX-License-Identifier: Apache-2.0
//! What servers say.

use crate::server::{METADATA, POST, Reply, SMART, Server, TOKEN, capability, json_of, taken_in};
use kindhold_ehr::SendError;
use serde_json::{Value, json};

fn with(step: &'static str, reply: Reply) -> SendError {
    let server = Server::but(move |_, asked, _| (asked.line == step).then(|| reply.clone()));
    server.send().expect_err("this is no good answer")
}

#[test]
fn a_page_in_place_of_an_answer_is_no_answer() {
    let page = || {
        Reply::Of(
            200,
            "text/html",
            "{\"token_endpoint\":\"https://a.example\"}".into(),
        )
    };
    assert!(matches!(with(SMART, page()), SendError::NotSmart { .. }));
    assert!(matches!(with(METADATA, page()), SendError::NotR4 { .. }));
    assert!(matches!(with(TOKEN, page()), SendError::Token { .. }));
    assert!(matches!(with(POST, page()), SendError::Unsure { .. }));
}

#[test]
fn a_server_that_cannot_take_it_is_sent_nothing() {
    let change = |place: &str, value: Value| {
        let mut all = capability();
        *all.pointer_mut(place).expect("a place") = value;
        with(METADATA, json_of(&all)).to_string()
    };
    assert!(change("/fhirVersion", json!("5.0.0")).contains("another version"));
    assert!(change("/fhirVersion", json!(4)).contains("another version"));
    assert!(change("/rest/0/interaction", json!([{"code": "batch"}])).contains("no transactions"));
    assert!(change("/rest/0/resource/2", json!({})).contains("twice"));
    assert!(change("/rest", json!(null)).contains("nothing of what it can do"));
    let smart = |all: Value| with(SMART, json_of(&all)).to_string();
    let token = "http://127.0.0.1:1/token";
    let kinds = "token_endpoint_auth_signing_alg_values_supported";
    assert!(
        smart(json!({"token_endpoint": token, kinds: ["RS384"]}))
            .contains("Make a key of that kind")
    );
    let grants = json!({"token_endpoint": token, "grant_types_supported": ["authorization_code"]});
    assert!(smart(grants).contains("no client_credentials"));
    assert!(smart(json!({})).contains("no address for tokens"));
}

#[test]
fn why_there_is_no_token_is_told_with_a_next_step() {
    let error = |status, body: Value| {
        with(
            TOKEN,
            Reply::Of(status, "application/json", body.to_string()),
        )
    };
    let refused = |why: &str| json!({"error": why, "error_description": "so\u{7} it\nis"});
    let wrong = error(401, refused("invalid_client"));
    assert_eq!(
        wrong,
        SendError::WrongKey {
            why: "invalid_client so it is".into()
        }
    );
    assert!(wrong.to_string().contains("public half"));
    assert!(matches!(
        error(400, refused("invalid_scope")),
        SendError::Scope { .. }
    ));
    assert!(matches!(
        error(400, refused("else")),
        SendError::Token { .. }
    ));
    assert!(matches!(error(400, json!([])), SendError::Token { .. }));
    assert!(matches!(
        error(503, json!([])),
        SendError::Busy { status: 503 }
    ));
    let odd = [
        json!({}),
        json!({"access_token": "t"}),
        json!({"access_token": "", "token_type": "bearer"}),
        json!({"access_token": "t\r\nx-other: 1", "token_type": "bearer"}),
        json!({"access_token": 7, "token_type": "bearer"}),
        json!({"access_token": "t", "token_type": "mac"}),
    ];
    for odd in odd {
        assert!(
            matches!(error(200, odd.clone()), SendError::Token { .. }),
            "{odd}"
        );
    }
}

#[test]
fn what_the_server_says_of_a_refusal_is_shown_as_one_line() {
    let issue = json!({"severity": "error", "code": "invalid", "expression": ["Observation.code"],
        "diagnostics": format!("\u{1b}[31mmissing\n{}", "x".repeat(5000))});
    let outcome = json!({"resourceType": "OperationOutcome", "issue": [issue]});
    let error = with(
        POST,
        Reply::Of(422, "application/fhir+json", outcome.to_string()),
    );
    let text = error.to_string();
    assert!(
        matches!(error, SendError::Refused { status: 422, .. }),
        "{text}"
    );
    assert!(
        text.contains("(422): Observation.code: [31mmissing xxx"),
        "{text}"
    );
    assert!(
        text.chars().count() <= 345 && !text.contains(char::is_control),
        "{text}"
    );
    let bare = with(POST, Reply::Of(413, "text/html", "<h1>".into())).to_string();
    assert!(bare.contains("Send fewer things at once"), "{bare}");
}

#[test]
fn an_answer_that_does_not_say_that_all_was_taken_in_is_not_taken_for_one_that_does() {
    let answers = [
        taken_in("201", 1),
        taken_in("400 Bad Request", 2),
        taken_in("", 2),
        taken_in("é1", 2),
        json!({"resourceType": "Bundle", "type": "batch-response"}),
        json!([]),
    ];
    for answer in answers {
        assert!(
            matches!(with(POST, json_of(&answer)), SendError::Unsure { .. }),
            "{answer}"
        );
    }
}
