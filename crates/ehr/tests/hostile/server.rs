// SPDX-License-Identifier: Apache-2.0
//! A small HTTP server that answers as a test says, and remembers what it was asked.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use kindhold_ehr::{Key, Receipt, Send, SendError, send_now};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair};
use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What was asked.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    /// `POST /fhir`
    pub(crate) line: String,
    pub(crate) head: String,
    pub(crate) body: String,
}

/// What is answered.
#[derive(Debug, Clone)]
pub(crate) enum Reply {
    /// A status, a content type, a body.
    Of(u16, &'static str, String),
    /// A redirect to an address.
    To(String),
    /// A body without end.
    Endless,
    /// Nothing, for a while.
    Silent,
    /// A byte now and then.
    Drip,
    /// Just these bytes.
    Bytes(Vec<u8>),
}

pub(crate) fn json_of(body: &Value) -> Reply {
    Reply::Of(200, "application/fhir+json", body.to_string())
}

type Answers = dyn Fn(&str, &Asked, usize) -> Option<Reply> + Sync + std::marker::Send;

pub(crate) struct Server {
    pub(crate) address: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Server {
    /// Starts one that answers as a good one does, but where `other` says something else. It is given its own
    /// address, what was asked, and how often that was asked before.
    pub(crate) fn but(
        other: impl Fn(&str, &Asked, usize) -> Option<Reply> + Sync + std::marker::Send + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let address = format!("http://127.0.0.1:{port}");
        let asked = Arc::new(Mutex::new(Vec::new()));
        let other: Arc<Answers> = Arc::new(other);
        let (base, log) = (address.clone(), Arc::clone(&asked));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (base, log, other) = (base.clone(), Arc::clone(&log), Arc::clone(&other));
                thread::spawn(move || serve(stream, &base, &log, &*other));
            }
        });
        Self { address, asked }
    }

    /// One that is well.
    pub(crate) fn good() -> Self {
        Self::but(|_, _, _| None)
    }

    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked
            .lock()
            .expect("no test panics while it holds this")
            .clone()
    }

    /// How often something was asked.
    pub(crate) fn count(&self, line: &str) -> usize {
        self.asked().iter().filter(|a| a.line == line).count()
    }

    /// Sends two resources to it.
    pub(crate) fn send(&self) -> Result<Receipt, SendError> {
        send_now(&options(&format!("{}/fhir", self.address)))
    }
}

pub(crate) fn options(base: &str) -> Send {
    Send {
        base: base.to_owned(),
        client_id: "kindhold".into(),
        key: key(),
        scope: "system/*.cu".into(),
        bundle: Box::new(|_| bundle()),
        at_once: None,
        roots: None,
        patience: Duration::from_secs(2),
        dry_run: false,
    }
}

pub(crate) fn bundle() -> Value {
    let entry = |n: u8| {
        json!({"fullUrl": format!("urn:uuid:{n}"), "resource": {"resourceType": "Observation"},
            "request": {"method": "PUT", "url": "Observation?identifier=x"}})
    };
    json!({"resourceType": "Bundle", "type": "transaction", "entry": [entry(1), entry(2)]})
}

/// A new key, as PEM.
pub(crate) fn key() -> Key {
    let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P384_SHA384_FIXED_SIGNING, &SystemRandom::new());
    let inner = STANDARD.encode(made.expect("randomness").as_ref());
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{inner}\n-----END PRIVATE KEY-----\n");
    Key::read(pem.as_bytes(), Some("k1")).expect("a key")
}

fn serve(stream: TcpStream, base: &str, log: &Mutex<Vec<Asked>>, other: &Answers) {
    let mut reader = BufReader::new(&stream);
    while let Some(asked) = read(&mut reader) {
        let times = {
            let mut log = log.lock().expect("no test panics while it holds this");
            let times = log.iter().filter(|a: &&Asked| a.line == asked.line).count();
            log.push(asked.clone());
            times
        };
        let reply = other(base, &asked, times).unwrap_or_else(|| good(base, &asked));
        if write(&stream, reply).is_none() {
            return;
        }
    }
}

fn read(from: &mut BufReader<&TcpStream>) -> Option<Asked> {
    let mut head = String::new();
    loop {
        let mut line = String::new();
        if from.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if line.trim().is_empty() {
            break;
        }
        head.push_str(&line.to_ascii_lowercase().replace("bearer ", "Bearer "));
        if head.len() == line.len() {
            head = line;
        }
    }
    let length = head
        .lines()
        .find_map(|l| l.strip_prefix("content-length: "));
    let mut body = vec![0; length.and_then(|l| l.trim().parse().ok()).unwrap_or(0)];
    from.read_exact(&mut body).ok()?;
    let mut words = head.split_whitespace();
    Some(Asked {
        line: format!("{} {}", words.next()?, words.next()?),
        body: String::from_utf8(body).ok()?,
        head,
    })
}

fn write(mut to: &TcpStream, reply: Reply) -> Option<()> {
    match reply {
        Reply::Of(status, kind, body) => {
            let length = body.len();
            let all = format!(
                "HTTP/1.1 {status} X\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\n\r\n{body}"
            );
            to.write_all(all.as_bytes()).ok()
        }
        Reply::To(address) => {
            let all = format!("HTTP/1.1 307 X\r\nlocation: {address}\r\ncontent-length: 0\r\n\r\n");
            to.write_all(all.as_bytes()).ok()
        }
        Reply::Endless => {
            to.write_all(b"HTTP/1.1 200 X\r\ncontent-type: application/json\r\n\r\n")
                .ok()?;
            loop {
                to.write_all(&[b' '; 65_536]).ok()?;
            }
        }
        Reply::Silent => {
            thread::sleep(Duration::from_secs(20));
            None
        }
        Reply::Drip => {
            to.write_all(b"HTTP/1.1 200 X\r\ncontent-type: application/json\r\n\r\n")
                .ok()?;
            loop {
                to.write_all(b" ").ok()?;
                thread::sleep(Duration::from_millis(200));
            }
        }
        Reply::Bytes(bytes) => {
            to.write_all(&bytes).ok()?;
            None
        }
    }
}

pub(crate) const SMART: &str = "GET /fhir/.well-known/smart-configuration";
pub(crate) const METADATA: &str = "GET /fhir/metadata";
pub(crate) const TOKEN: &str = "POST /token";
pub(crate) const POST: &str = "POST /fhir";

pub(crate) fn capability() -> Value {
    let kinds = [
        "CarePlan",
        "Consent",
        "Observation",
        "Procedure",
        "QuestionnaireResponse",
    ];
    let resources = kinds.map(|kind| json!({"type": kind, "conditionalUpdate": true}));
    json!({"resourceType": "CapabilityStatement", "fhirVersion": "4.0.1", "rest": [{
        "mode": "server", "interaction": [{"code": "transaction"}], "resource": resources,
    }]})
}

pub(crate) fn taken_in(status: &str, count: usize) -> Value {
    let entries = vec![json!({"response": {"status": status, "location": "Observation/1"}}); count];
    json!({"resourceType": "Bundle", "type": "transaction-response", "entry": entries})
}

fn good(base: &str, asked: &Asked) -> Reply {
    match asked.line.as_str() {
        SMART => json_of(&json!({"token_endpoint": format!("{base}/token")})),
        METADATA => json_of(&capability()),
        // No expiry, and no scope: both may be left out.
        TOKEN => json_of(&json!({"access_token": "t", "token_type": "Bearer"})),
        POST => {
            let sent: Value = serde_json::from_str(&asked.body).unwrap_or_default();
            let count = sent["entry"].as_array().map_or(0, Vec::len);
            json_of(&taken_in("201 Created", count))
        }
        _ => Reply::Of(404, "text/plain", String::new()),
    }
}
