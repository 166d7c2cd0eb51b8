// SPDX-License-Identifier: Apache-2.0
//! Where things go, and how long they may take.

use crate::server::{METADATA, POST, Reply, SMART, Server, TOKEN, json_of, options};
use kindhold_ehr::{Receipt, SendError, send, send_now};
use serde_json::json;
use std::num::NonZeroUsize;
use std::time::{Duration, Instant};

const STEPS: [&str; 4] = [SMART, METADATA, TOKEN, POST];

#[test]
fn a_server_that_is_well_takes_it_in_and_a_token_without_expiry_is_used() {
    let server = Server::good();
    assert_eq!(server.send(), Ok(Receipt::Sent { made: 2, kept: 0 }));
    let asked = server.asked();
    let lines: Vec<&str> = asked.iter().map(|a| a.line.as_str()).collect();
    assert_eq!(lines, STEPS);
    assert!(
        asked[3].head.contains("authorization: Bearer t"),
        "{}",
        asked[3].head
    );
    assert!(
        asked[3]
            .head
            .contains("content-type: application/fhir+json")
    );
}

#[tokio::test]
async fn it_can_be_waited_for_without_standing_still() {
    let server = Server::good();
    let sent = send(options(&format!("{}/fhir", server.address))).await;
    assert_eq!(sent, Ok(Receipt::Sent { made: 2, kept: 0 }));
}

#[test]
fn no_redirect_is_followed_at_any_step() {
    for step in STEPS {
        let elsewhere = Server::good();
        let to = format!("{}/fhir", elsewhere.address);
        let target = to.clone();
        let server =
            Server::but(move |_, asked, _| (asked.line == step).then(|| Reply::To(target.clone())));
        let error = server.send().expect_err("it leads elsewhere");
        assert!(
            matches!(&error, SendError::Redirect { to: said, .. } if *said == to),
            "{error}"
        );
        assert_eq!(elsewhere.asked().len(), 0, "{step}");
    }
}

#[test]
fn an_answer_without_end_is_not_read_to_the_end() {
    for step in STEPS {
        let server = Server::but(move |_, asked, _| (asked.line == step).then_some(Reply::Endless));
        let mut options = options(&format!("{}/fhir", server.address));
        options.patience = Duration::from_secs(60);
        let error = send_now(&options).expect_err("there is no end");
        match step {
            POST => assert!(matches!(error, SendError::Unsure { .. }), "{error}"),
            _ => assert!(
                matches!(error, SendError::TooMuch { .. }),
                "{step}: {error}"
            ),
        }
    }
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "how long it took is what is asked"
)]
fn nobody_is_waited_for_longer_than_was_said() {
    for step in STEPS {
        for reply in [Reply::Silent, Reply::Drip] {
            let answer = reply.clone();
            let server =
                Server::but(move |_, asked, _| (asked.line == step).then(|| answer.clone()));
            let mut options = options(&format!("{}/fhir", server.address));
            options.patience = Duration::from_millis(700);
            let begun = Instant::now();
            let error = send_now(&options).expect_err("it does not answer");
            match step {
                POST => assert!(matches!(error, SendError::Unsure { .. }), "{error}"),
                _ => assert!(
                    matches!(error, SendError::Slow { .. }),
                    "{step} {reply:?}: {error}"
                ),
            }
            assert!(begun.elapsed() < Duration::from_secs(6), "{step} {reply:?}");
        }
    }
}

#[test]
fn a_token_that_ended_early_is_asked_for_once_more_and_no_oftener() {
    let server = Server::but(|_, asked, times| {
        (asked.line == POST && times == 0).then(|| Reply::Of(401, "text/plain", String::new()))
    });
    assert_eq!(server.send(), Ok(Receipt::Sent { made: 2, kept: 0 }));
    assert_eq!((server.count(TOKEN), server.count(POST)), (2, 2));
    let tokens: Vec<_> = server
        .asked()
        .into_iter()
        .filter(|a| a.line == TOKEN)
        .collect();
    assert_ne!(tokens[0].body, tokens[1].body, "an assertion is good once");

    let never = Server::but(|_, asked, _| {
        (asked.line == POST).then(|| Reply::Of(401, "text/plain", String::new()))
    });
    assert!(matches!(
        never.send(),
        Err(SendError::Refused { status: 401, .. })
    ));
    assert_eq!((never.count(TOKEN), never.count(POST)), (2, 2));
}

#[test]
fn nothing_is_asked_of_a_token_address_that_is_open_on_the_way() {
    for at in [
        "http://a.example/token",
        "ftp://127.0.0.1/token",
        "/token",
        "https://u:p@a.example/",
    ] {
        let server = Server::but(move |_, asked, _| {
            (asked.line == SMART).then(|| json_of(&json!({"token_endpoint": at})))
        });
        let error = server.send().expect_err("it is not spoken to");
        let is_address = matches!(error, SendError::NotSecret(_) | SendError::Address(_));
        assert!(is_address, "{at}: {error}");
        assert_eq!(server.asked().len(), 1);
    }
}

#[test]
fn a_dry_run_speaks_to_nobody_and_says_everything() {
    let server = Server::good();
    let mut options = options(&format!("{}/fhir", server.address));
    options.dry_run = true;
    let receipt = send_now(&options).expect("nothing can go wrong");
    let text = receipt.to_string();
    assert!(
        text.contains("urn:uuid:1") && text.contains(&server.address),
        "{text}"
    );
    assert_eq!(server.asked().len(), 0);
}

#[test]
fn what_was_taken_in_before_it_failed_is_said() {
    let server = Server::but(|_, asked, times| {
        (asked.line == POST && times == 1).then(|| Reply::Of(503, "text/plain", String::new()))
    });
    let mut options = options(&format!("{}/fhir", server.address));
    options.at_once = NonZeroUsize::new(1);
    let error = send_now(&options).expect_err("it is busy");
    let busy = Box::new(SendError::Busy { status: 503 });
    assert_eq!(
        error,
        SendError::Partly {
            taken: 1,
            of: 2,
            why: busy
        }
    );
}

#[test]
fn a_server_that_is_not_there_is_said_so() {
    let error = send_now(&options("http://127.0.0.1:9/fhir")).expect_err("nobody is there");
    assert!(matches!(error, SendError::Unreachable { .. }), "{error}");
}
