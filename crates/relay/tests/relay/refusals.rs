// SPDX-License-Identifier: Apache-2.0
//! Whatever comes is answered; nothing that comes makes the relay fail.

use crate::{
    http::{Http, Server},
    places::{Folder, shared_cluster},
};
use kindhold_relay::{Limits, Setup};
use kindhold_vault::together::Request;
use proptest::prelude::*;

fn request(method: &'static str, path: &str, body: &[u8]) -> Request {
    Request {
        method,
        path: path.to_owned(),
        token: None,
        etag: None,
        body: body.to_vec(),
    }
}

const ROUTES: &[(&str, &str)] = &[
    ("GET", "info"),
    ("GET", "openapi.json"),
    ("POST", "challenge"),
    ("POST", "session"),
    ("POST", "vaults"),
    ("DELETE", "vault"),
    ("GET", "doors/00000000000000000000000000000000"),
    ("GET", "state"),
    ("POST", "push"),
    ("POST", "purge"),
    ("POST", "pull"),
    ("GET", "account"),
    ("PUT", "account"),
    ("GET", "devices"),
    ("GET", "grant"),
    ("GET", "mailboxes/00000000000000000000000000000000"),
    ("PUT", "mailboxes/00000000000000000000000000000001"),
    ("DELETE", "mailboxes/00000000000000000000000000000000"),
    ("GET", "mailboxes/nonsense"),
    ("GET", "nonsense"),
    ("POST", "info"),
];

fn refused(line: &Http, request: &Request) -> Option<String> {
    line.ask(request).expect("an answer").refusal
}

#[test]
fn without_a_token_nothing_of_a_vault_is_given() {
    let folder = Folder::new("token");
    let server = Server::start(Setup::new(folder.place()));
    let line = server.line();
    for path in ["state", "account", "devices", "grant"] {
        let refusal = refused(&line, &request("GET", path, &[]));
        assert_eq!(refusal.as_deref(), Some("sign-in"), "{path}");
    }
    for path in ["push", "purge", "pull"] {
        let refusal = refused(&line, &request("POST", path, &[]));
        assert_eq!(refusal.as_deref(), Some("sign-in"), "{path}");
    }
}

#[test]
fn what_is_too_large_or_too_often_is_turned_away() {
    let folder = Folder::new("limits");
    let mut setup = Setup::new(folder.place());
    setup.limits = Limits {
        mailbox: 100,
        ..Limits::default()
    };
    setup.wants_invite = true;
    let server = Server::start(setup);
    let line = server.line();
    let box_ = "mailboxes/0000000000000000000000000000000a";
    let large = refused(&line, &request("PUT", box_, &[1; 101]));
    assert_eq!(large.as_deref(), Some("too-large"));
    assert_eq!(refused(&line, &request("PUT", box_, &[1; 100])), None);
    assert_eq!(
        refused(&line, &request("PUT", box_, &[1; 100])),
        None,
        "the same is once"
    );
    let other = refused(&line, &request("PUT", box_, &[2; 100]));
    assert_eq!(other.as_deref(), Some("taken"));
    let create = kindhold_vault::wire::CreateVault {
        invite: "blue kettle".into(),
        vault: kindhold_vault::VaultId([5; 16]),
        access: Vec::new(),
        version: 1,
        account: vec![1],
        devices: vec![2],
    };
    let create = request("POST", "vaults", &create.to_bytes());
    assert_eq!(refused(&line, &create).as_deref(), Some("invite"));
    server
        .run(server.relay.add_invite("blue kettle", 1))
        .expect("added");
    assert_eq!(refused(&line, &create), None);
    assert_eq!(refused(&line, &create), None, "the same is once");
}

#[test]
fn any_bytes_to_any_route_are_answered() {
    let folder = Folder::new("bytes");
    let on_sqlite = Server::start(Setup::new(folder.place()));
    let on_postgres = Server::start(Setup::new(shared_cluster("bytes")));
    let bodies = prop::collection::vec(any::<u8>(), 0..400);
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(40));
    let told = runner.run(
        &(bodies, any::<[u8; 64]>(), any::<bool>()),
        |(body, token, with)| {
            for server in [&on_sqlite, &on_postgres] {
                for (method, path) in ROUTES {
                    let mut asked = request(method, path, &body);
                    asked.token = with.then_some(kindhold_vault::wire::Token(token));
                    let answer = server.line().ask(&asked).expect("an answer");
                    prop_assert!(answer.status < 500, "{method} {path}: {}", answer.status);
                }
            }
            Ok(())
        },
    );
    assert!(told.is_ok(), "{told:?}");
}

#[test]
fn every_route_stands_in_the_document_and_nothing_else_does() {
    let document: serde_json::Value =
        serde_json::from_str(include_str!("../../src/openapi.json")).expect("JSON");
    let paths = document["paths"].as_object().expect("paths");
    let mut written: Vec<String> = Vec::new();
    for (path, methods) in paths {
        for method in methods.as_object().expect("methods").keys() {
            written.push(format!("{} {path}", method.to_uppercase()));
        }
    }
    written.sort();
    let source = include_str!("../../src/handlers/mod.rs");
    let mut served = Vec::new();
    let source: String = source.split_whitespace().collect();
    for route in source.split(".route(").skip(1) {
        let path = route.split('"').nth(1).expect("a path");
        let end = route.find(".route(").unwrap_or(route.len());
        for method in ["get", "put", "post", "delete"] {
            if route[..end].contains(&format!("{method}(")) && path != "/healthz" {
                served.push(format!("{} {path}", method.to_uppercase()));
            }
        }
    }
    served.sort();
    assert_eq!(written, served);
}

#[test]
fn metrics_count_routes_and_name_nobody() {
    let folder = Folder::new("metrics");
    let server = Server::start(Setup::new(folder.place()));
    let line = server.line();
    let secret = "mailboxes/00000000000000000000000000c0ffee";
    line.ask(&request("GET", secret, &[])).expect("an answer");
    line.ask(&request("GET", "state", &[])).expect("an answer");
    let text = server.relay.metrics();
    assert!(
        text.contains("route=\"/relay/v1/mailboxes/{id}\",status=\"404\"} 1"),
        "{text}"
    );
    assert!(text.contains("status=\"401\"} 1"), "{text}");
    assert!(
        !text.contains("c0ffee") && !text.contains("127.0.0.1"),
        "{text}"
    );
}
