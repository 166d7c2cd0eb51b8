// SPDX-License-Identifier: Apache-2.0
//! What a clinic's server answers, and the key that a clinic knows.

use crate::pieces::Pieces;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use kindhold_ehr::{Key, Receipt, Send, send_now};
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair},
};
use serde_json::{Value, json};
use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    num::NonZeroUsize,
    sync::{LazyLock, Mutex},
    thread,
    time::Duration,
};

/// A key as a file: it is taken or refused with what to do.
pub fn clinic_key(bytes: &[u8]) -> bool {
    match Key::read(bytes, Some("k")) {
        Ok(key) => {
            assert_eq!(key.id(), "k");
            assert!(matches!(key.algorithm(), "RS384" | "ES384"));
            true
        }
        Err(why) => {
            assert!(!why.to_string().is_empty());
            false
        }
    }
}

/// Which step answers with what.
#[derive(Default)]
struct Said {
    step: u8,
    answer: Vec<u8>,
    asked: u32,
}

static SAID: Mutex<Said> = Mutex::new(Said {
    step: 0,
    answer: Vec::new(),
    asked: 0,
});

static ADDRESS: LazyLock<String> = LazyLock::new(|| {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let _ = serve(&stream);
        }
    });
    format!("http://{address}")
});

static KEY: LazyLock<String> = LazyLock::new(|| {
    let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P384_SHA384_FIXED_SIGNING, &SystemRandom::new());
    let inner = STANDARD.encode(made.expect("randomness").as_ref());
    format!("-----BEGIN PRIVATE KEY-----\n{inner}\n-----END PRIVATE KEY-----\n")
});

/// Answers of a clinic's server, over a real connection: the first byte says at which of the four steps, the second
/// whether the rest is the whole answer or its body. It ends in a receipt or in a sentence of one line, and soon.
pub fn clinic_answers(bytes: &[u8]) -> bool {
    let mut pieces = Pieces(bytes);
    let [step, form] = pieces.array();
    let rest = pieces.0;
    let answer = match form % 4 {
        0 => rest.to_vec(),
        form => {
            let kind = [
                "",
                "application/json",
                "application/fhir+json",
                "text/plain",
            ][usize::from(form)];
            let status = [200, 201, 400, 401][usize::from(form / 64)];
            let front = format!(
                "HTTP/1.1 {status} X\r\ncontent-type: {kind}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n",
                rest.len()
            );
            [front.as_bytes(), rest].concat()
        }
    };
    set(Said {
        step: step % 4,
        answer,
        asked: 0,
    });
    let base = format!("{}/fhir", *ADDRESS);
    let done = send_now(&Send {
        base,
        client_id: "kindhold".into(),
        key: Key::read(KEY.as_bytes(), Some("k1")).expect("our key"),
        scope: "system/*.cu".into(),
        bundle: Box::new(|_| bundle()),
        at_once: NonZeroUsize::new(1 + usize::from(step / 128)),
        roots: None,
        patience: Duration::from_secs(2),
        dry_run: false,
    });
    match done {
        Ok(receipt) => {
            assert!(matches!(receipt, Receipt::Sent { made, kept } if made + kept == 2));
            true
        }
        Err(why) => {
            let told = why.to_string();
            assert!(
                !told.is_empty() && !told.contains(char::is_control),
                "{told:?}"
            );
            step % 4 > 0 && form % 4 > 0
        }
    }
}

fn set(said: Said) {
    *SAID.lock().expect("nothing panics while it holds this") = said;
}

fn bundle() -> Value {
    let entry = |n: u8| {
        json!({"fullUrl": format!("urn:uuid:{n}"), "resource": {"resourceType": "Observation"},
            "request": {"method": "PUT", "url": "Observation?identifier=x"}})
    };
    json!({"resourceType": "Bundle", "type": "transaction", "entry": [entry(1), entry(2)]})
}

/// One connection, until the other side or a changed answer ends it.
fn serve(stream: &TcpStream) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(3)))?;
    let mut reader = BufReader::new(stream);
    while let Some((path, body)) = asked(&mut reader)? {
        let step = match path.as_str() {
            "/fhir/.well-known/smart-configuration" => 0,
            "/fhir/metadata" => 1,
            "/token" => 2,
            _ => 3,
        };
        let changed = {
            let mut said = SAID.lock().expect("nothing panics while it holds this");
            said.asked += 1;
            assert!(said.asked < 100, "it asks without end");
            (said.step == step).then(|| said.answer.clone())
        };
        let mut to = stream;
        if let Some(answer) = changed {
            return to.write_all(&answer);
        }
        let body = good(step, &body).to_string();
        write!(
            to,
            "HTTP/1.1 200 X\r\ncontent-type: application/fhir+json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        )?;
    }
    Ok(())
}

fn asked(from: &mut BufReader<&TcpStream>) -> std::io::Result<Option<(String, Vec<u8>)>> {
    let (mut path, mut length) = (String::new(), 0);
    loop {
        let mut line = String::new();
        if from.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        if line.trim().is_empty() {
            break;
        }
        if path.is_empty() {
            path = line
                .split_whitespace()
                .nth(1)
                .unwrap_or_default()
                .to_owned();
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    let mut body = vec![0; length];
    from.read_exact(&mut body)?;
    Ok(Some((path, body)))
}

fn good(step: u8, sent: &[u8]) -> Value {
    match step {
        0 => json!({"token_endpoint": format!("{}/token", *ADDRESS)}),
        1 => {
            let kinds = [
                "CarePlan",
                "Consent",
                "Observation",
                "Procedure",
                "QuestionnaireResponse",
            ];
            let resources = kinds.map(|kind| json!({"type": kind, "conditionalUpdate": true}));
            json!({"resourceType": "CapabilityStatement", "fhirVersion": "4.0.1", "rest": [{
                "mode": "server", "interaction": [{"code": "transaction"}], "resource": resources}]})
        }
        2 => json!({"access_token": "t", "token_type": "Bearer"}),
        _ => {
            let sent: Value = serde_json::from_slice(sent).unwrap_or_default();
            let many = sent["entry"].as_array().map_or(0, Vec::len);
            let entry = json!({"response": {"status": "201 Created", "location": "Observation/1"}});
            json!({"resourceType": "Bundle", "type": "transaction-response", "entry": vec![entry; many]})
        }
    }
}
