// SPDX-License-Identifier: Apache-2.0
//! Anything at all.

use crate::server::{METADATA, POST, Reply, SMART, Server, TOKEN, json_of, key};
use kindhold_ehr::{Key, KeyError};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

fn tree() -> impl Strategy<Value = Value> {
    let names = select(vec![
        "resourceType",
        "type",
        "entry",
        "response",
        "status",
        "location",
        "rest",
        "token_endpoint",
        "access_token",
        "token_type",
        "error",
        "issue",
        "fhirVersion",
        "interaction",
        "resource",
    ]);
    let words = select(vec![
        "Bundle",
        "transaction-response",
        "201",
        "4.0.1",
        "server",
        "",
        "\u{0}",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<i64>().prop_map(Value::from),
        words.prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, move |inner| {
        let map = proptest::collection::btree_map(names.clone(), inner.clone(), 0..4);
        prop_oneof![
            proptest::collection::vec(inner, 0..4).prop_map(Value::from),
            map.prop_map(|all| json!(all)),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_a_server_says_is_an_error_and_no_panic(
        step in select(vec![SMART, METADATA, TOKEN, POST]),
        said in prop_oneof![
            tree().prop_map(|t| json_of(&t)),
            proptest::collection::vec(any::<u8>(), 0..200).prop_map(Reply::Bytes),
        ],
    ) {
        let server = Server::but(move |_, asked, _| (asked.line == step).then(|| said.clone()));
        let error = server.send().expect_err("this is no good answer").to_string();
        prop_assert!(error.len() < 1500, "{}", error);
    }

    #[test]
    fn no_file_is_taken_for_a_key_that_is_none(
        file in prop_oneof![
            proptest::collection::vec(any::<u8>(), 0..300),
            tree().prop_map(|t| t.to_string().into_bytes()),
            "-----BEGIN (RSA )?PRIVATE KEY-----\n[A-Za-z0-9+/=\n]{0,200}\n-----END (RSA )?PRIVATE KEY-----"
                .prop_map(String::into_bytes),
        ],
    ) {
        prop_assert!(Key::read(&file, Some("k")).is_err());
    }
}

#[test]
fn each_thing_that_is_wrong_with_a_key_has_its_own_next_step() {
    let ec = b"-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----";
    assert_eq!(Key::read(ec, Some("k")).err(), Some(KeyError::Form));
    let locked =
        b"-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----";
    assert_eq!(Key::read(locked, Some("k")).err(), Some(KeyError::Form));
    assert_eq!(Key::read(b"", Some("k")).err(), Some(KeyError::NoKey));
    let public = br#"{"kty":"EC","crv":"P-384","x":"AA","y":"AA"}"#;
    assert_eq!(Key::read(public, Some("k")).err(), Some(KeyError::NoKey));
    let other = br#"{"kty":"EC","crv":"P-256","x":"AA","y":"AA","d":"AA"}"#;
    assert_eq!(Key::read(other, Some("k")).err(), Some(KeyError::Kind));
    assert_eq!(
        format!("{:?}", key()),
        "Key(ES384)",
        "nothing of it is shown"
    );
}
