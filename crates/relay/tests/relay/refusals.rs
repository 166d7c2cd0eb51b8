// SPDX-License-Identifier: Apache-2.0
//! Whatever comes is answered; nothing that comes makes the relay fail.

use crate::{
    http::{Http, Server},
    places::{Folder, shared_cluster},
};
use kindhold_relay::{Limits, Setup};
use kindhold_vault::{
    Header, Record, SignedHead, SigningSecret,
    together::Request,
    wire::{
        Access, AccessId, AccountUpdate, Challenge, Change, CreateVault, Login, Push, Role, Scope,
    },
};
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

/// A vault with one device, which has signed in.
fn signed_in(line: &Http) -> kindhold_vault::wire::Token {
    let (vault, id) = (kindhold_vault::VaultId([7; 16]), AccessId([8; 16]));
    let secret = SigningSecret::new([9; 32]);
    let device = Access {
        id,
        key: secret.verify_key(),
        role: Role::Device,
    };
    let create = CreateVault {
        invite: String::new(),
        vault,
        access: vec![device],
        version: 1,
        account: vec![1],
        devices: vec![2],
    };
    let asked = |path, body: &[u8]| line.ask(&request("POST", path, body)).expect("an answer");
    assert_eq!(asked("vaults", &create.to_bytes()).status, 201);
    let challenge = asked("challenge", &[]).body;
    let challenge = Challenge(challenge.try_into().expect("40 bytes"));
    let host = kindhold_vault::together::Relay::host(line).to_owned();
    let login = Login::sign(&host, vault, id, challenge, &secret);
    let token = asked("session", &login.to_bytes()).body;
    kindhold_vault::wire::Token(token[..64].try_into().expect("64 bytes"))
}

#[test]
fn nobody_fills_a_vault_with_names_or_with_heads() {
    let folder = Folder::new("beside");
    let mut setup = Setup::new(folder.place());
    setup.limits.beside = 2000;
    let on_sqlite = Server::start(setup.clone());
    setup.place = shared_cluster("beside");
    let on_postgres = Server::start(setup);
    for server in [&on_sqlite, &on_postgres] {
        let line = server.line();
        let token = signed_in(&line);
        let asked = |method, path: &str, body: Vec<u8>| {
            let mut asked = request(method, path, &body);
            asked.token = Some(token);
            line.ask(&asked).expect("an answer")
        };
        let grant = |n: u8| {
            let scope = Scope {
                sealed: vec![n; 500],
                ..Scope::default()
            };
            Change::Put(Access {
                id: AccessId([n; 16]),
                key: SigningSecret::new([n; 32]).verify_key(),
                role: Role::Grant(scope),
            })
        };
        let update = |expected, changes| {
            let update = AccountUpdate {
                expected,
                version: expected + 1,
                account: vec![3],
                devices: vec![4],
                changes,
            };
            asked("PUT", "account", update.to_bytes())
        };
        assert_eq!(update(1, vec![grant(20), grant(21)]).status, 204);
        let full = update(2, vec![grant(22), grant(23)]);
        assert_eq!(full.refusal.as_deref(), Some("full"));
        assert_eq!(
            update(2, vec![Change::Drop(AccessId([20; 16]))]).status,
            204
        );
        let head = |n: u8| {
            let head = SignedHead {
                vault: kindhold_vault::VaultId([7; 16]),
                writer: kindhold_vault::DeviceId([n; 16]),
                counter: 1,
                account: 3,
                lanes: std::collections::BTreeMap::new(),
                seen: std::collections::BTreeMap::new(),
            };
            let head = head.sign(&SigningSecret::new([n; 32]));
            let push = Push {
                account: 3,
                heads: vec![&head],
                records: &[],
            };
            asked("POST", "push", push.to_bytes())
        };
        let refused = (30..60).find_map(|n| head(n).refusal);
        assert_eq!(refused.as_deref(), Some("full"));
    }
}

#[test]
fn a_chain_that_is_broken_within_a_push_is_refused() {
    let folder = Folder::new("chain");
    let server = Server::start(Setup::new(folder.place()));
    let line = server.line();
    let token = signed_in(&line);
    let mut previous = [0; 32];
    let records: Vec<Vec<u8>> = (0..3_u8)
        .map(|index| {
            let header = Header {
                vault: kindhold_vault::VaultId([7; 16]),
                stream: kindhold_vault::StreamId([1; 16]),
                device: kindhold_vault::DeviceId([8; 16]),
                index: index.into(),
                epoch: 0,
                previous,
                padded: 16,
            };
            let form_and_header = [&[1][..], &header.to_bytes()].concat();
            let record = [form_and_header, vec![index; 24 + 16 + 16]].concat();
            let whole = Record::take(&mut &record[..]).expect("a record");
            previous = whole.id().0;
            record
        })
        .collect();
    let push = |records: &[u8]| {
        let push = Push {
            account: 1,
            heads: Vec::new(),
            records,
        };
        let mut asked = request("POST", "push", &push.to_bytes());
        asked.token = Some(token);
        line.ask(&asked).expect("an answer")
    };
    let mut spoilt = records.concat();
    spoilt[records[0].len() + 130] ^= 1;
    assert_eq!(push(&spoilt).refusal.as_deref(), Some("fork"));
    assert_eq!(push(&records.concat()).status, 204);
    let sound = server.run(kindhold_relay::doctor(&folder.0));
    assert_eq!(sound.expect("looked"), Vec::<String>::new());
}

#[test]
fn whatever_is_wrong_with_an_address_is_refused_in_the_same_way() {
    let folder = Folder::new("address");
    let server = Server::start(Setup::new(folder.place()));
    let line = server.line();
    let name = "mailboxes/0000000000000000000000000000000a";
    for (method, path, wanted) in [
        ("GET", "mailboxes/%ff%fe".to_owned(), "malformed"),
        ("GET", "doors/%ff".to_owned(), "malformed"),
        ("GET", format!("{name}?wait=56"), "malformed"),
        ("GET", format!("{name}?wait=%2B1"), "malformed"),
        ("GET", format!("{name}?wait"), "malformed"),
        ("GET", format!("{name}?wait=0&wait=0"), "malformed"),
        ("GET", format!("{name}?waits=no&wait=0"), "not-there"),
        ("POST", name.to_owned(), "method"),
        ("DELETE", "info".to_owned(), "method"),
        ("GET", "nothing".to_owned(), "not-there"),
    ] {
        let refusal = refused(&line, &request(method, &path, &[]));
        assert_eq!(refusal.as_deref(), Some(wanted), "{method} {path}");
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
