// SPDX-License-Identifier: Apache-2.0
//! Sends a bundle from standard input, as `{"id":…,"identifier":…}`: `send BASE CLIENT KEYFILE KID SCOPE AT_ONCE`.

use kindhold_ehr::{Key, Send, send};
use kindhold_measure::fhir::Keyed;
use serde_json::Value;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [base, client_id, key, id, scope, at_once] = &arguments[..] else {
        eprintln!("send BASE CLIENT KEYFILE KID SCOPE AT_ONCE");
        std::process::exit(2);
    };
    let file = std::fs::read(key).expect("the key's file can be read");
    let bundles: Value = serde_json::from_reader(std::io::stdin()).expect("bundles as JSON");
    let key = match Key::read(
        &file,
        Some(id).filter(|id| !id.is_empty()).map(String::as_str),
    ) {
        Ok(key) => key,
        Err(error) => {
            eprintln!("{error}");
            std::process::exit(1);
        }
    };
    let options = Send {
        base: base.clone(),
        client_id: client_id.clone(),
        key,
        scope: scope.clone(),
        bundle: Box::new(move |keyed| match keyed {
            Keyed::Id => bundles["id"].clone(),
            Keyed::Identifier => bundles["identifier"].clone(),
        }),
        at_once: at_once.parse().ok(),
        roots: None,
        patience: Send::PATIENCE,
        dry_run: false,
    };
    match send(options).await {
        Ok(receipt) => println!("{receipt}"),
        Err(error) => {
            eprintln!("{error}");
            std::process::exit(1);
        }
    }
}
