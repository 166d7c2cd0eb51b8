// SPDX-License-Identifier: Apache-2.0
//! From the frozen vectors: age files, records, keyrings, slots, messages.

use crate::{Seeds, all, file};
use kindhold_vault::{
    MemoryStore, Vault,
    age::{Identity, seal_to},
    conformance::{self, ModelRelay, Seeded, inside},
    together::{Relay, Request, Response, Unreachable},
};
use pollster::block_on;
use serde_json::Value;

fn fixed(bytes: &mut [u8]) {
    bytes.fill(7);
}

pub(super) fn seeds(seeds: &Seeds) {
    age(seeds);
    vectors(seeds);
    insides(seeds);
    for words in [
        "drift mad key media debate jazz quality list frame teach refuse ladder",
        "drift mad key",
    ] {
        seeds.put("invitation", words);
    }
    changes(seeds);
}

fn age(seeds: &Seeds) {
    for file in all("crates/vault/vectors/age/cctv")
        .into_iter()
        .chain(all("crates/vault/vectors/age"))
    {
        if let Some(header) = file.strip_prefix(b"age-encryption.org/v1\n") {
            seeds.put("age_header", header);
        }
        seeds.put("age_file", file);
    }
    let ours = Identity::make(&mut fixed);
    seeds.put("age_key", ours.to_recipient().to_string());
    seeds.put("age_key", &**ours.expose());
    let front = seal_to(b"", &[ours.to_recipient()], &mut fixed)
        .expect("it seals")
        .len()
        - 32;
    for inside in [&b""[..], b"a line\n", &[1; 70_000]] {
        let sealed = seal_to(inside, &[ours.to_recipient()], &mut fixed).expect("it seals");
        seeds.put("age_payload", &sealed[front..]);
        seeds.put("age_file", &sealed);
    }
}

/// Every text of a vector that is hexadecimal and longer than an id.
fn hex(value: &Value, found: &mut Vec<Vec<u8>>) {
    match value {
        Value::String(text) if text.len() > 64 && text.len() % 2 == 0 => {
            let pairs = text.as_bytes().chunks(2);
            let bytes =
                pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
            found.extend(bytes.collect::<Option<Vec<u8>>>());
        }
        Value::Array(all) => all.iter().for_each(|one| hex(one, found)),
        Value::Object(all) => all.values().for_each(|one| hex(one, found)),
        _ => {}
    }
}

fn of(name: &str) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let text = file(&format!("crates/vault/vectors/{name}.json"));
    hex(
        &serde_json::from_slice(&text).unwrap_or_default(),
        &mut found,
    );
    found
}

fn vectors(seeds: &Seeds) {
    for (target, name) in [
        ("records", "record"),
        ("records", "chain"),
        ("header", "header"),
        ("payload", "payload"),
        ("keyring", "keyring"),
        ("slots", "slots"),
        ("entries", "entries"),
        ("carried", "entries"),
        ("invitation", "together"),
    ] {
        of(name).iter().for_each(|bytes| seeds.put(target, bytes));
    }
    for kind in 0..10 {
        for bytes in of("together").iter().chain(of("record").iter().take(2)) {
            seeds.put("wire", [&[kind], bytes.as_slice()].concat());
        }
    }
    // The inside of a keyring: vault, device, streams.
    seeds.put(
        "keyring",
        b"\x83\x50aaaaaaaaaaaaaaaa\x50bbbbbbbbbbbbbbbb\x80",
    );
}

/// What a relay is asked and answers, heard on the way.
struct Heard<'a>(&'a ModelRelay, &'a Seeds);

impl Relay for Heard<'_> {
    fn host(&self) -> &str {
        "relay.example"
    }

    async fn send(&self, request: Request) -> Result<Response, Unreachable> {
        let answer = self.0.answer("relay.example", &request);
        let (asked, answered) = match (request.method, request.path.as_str()) {
            ("GET", "state") => (None, Some(0)),
            ("POST", "pull") => (Some(1), Some(9)),
            ("POST", "push") => (Some(2), None),
            ("POST", "vaults") => (Some(3), None),
            ("PUT", "account") => (Some(4), None),
            ("GET", "account") => (None, Some(5)),
            ("POST", "session") => (Some(6), None),
            _ => (None, None),
        };
        for (kind, bytes) in [(asked, &request.body), (answered, &answer.body)] {
            if let Some(kind) = kind {
                self.1.put("wire", [&[kind], bytes.as_slice()].concat());
            }
        }
        // The same to a relay, from somebody who has signed in: route, who, length, body.
        let route = [
            "info",
            "challenge",
            "session",
            "vaults",
            "doors",
            "state",
            "push",
            "purge",
            "pull",
        ]
        .iter()
        .position(|path| *path == request.path);
        if let Some(route) = route {
            let many = u16::try_from(request.body.len())
                .unwrap_or(u16::MAX)
                .to_le_bytes();
            let front = [u8::try_from(route).unwrap_or(0), 0, many[0], many[1]];
            self.1
                .put("relay_requests", [&front, request.body.as_slice()].concat());
        }
        Ok(answer)
    }
}

fn insides(seeds: &Seeds) {
    let (relay, mut random) = (ModelRelay::default(), Seeded(1));
    let heard = Heard(&relay, seeds);
    let made = conformance::sample_vault(MemoryStore::default(), &mut random);
    let mut vault: Vault<MemoryStore> = block_on(made).expect("it is made");
    block_on(vault.bring_to_relay(&heard, "", "phone", 0, &mut random)).expect("it is there");
    for n in 0..3 {
        let draft = kindhold_vault::Draft {
            stream: "diary",
            kind: 1,
            thing: kindhold_vault::ThingId([n; 16]),
            wall_ms: 0,
            offset_min: 0,
            written: None,
            body: b"some words",
        };
        block_on(vault.append(draft, &mut random)).expect("it is written");
    }
    block_on(vault.sync(&heard, &mut random)).expect("it syncs");
    let member = vault.member().expect("a member");
    let door = member.account.secret.door();
    block_on(conformance::sample_join(
        MemoryStore::default(),
        &heard,
        &door,
        &mut random,
    ))
    .expect("it joins");
    seeds.put(
        "insides",
        [&[0], inside::of_member(member).as_slice()].concat(),
    );
    seeds.put(
        "insides",
        [&[1], inside::of_account(&member.account).as_slice()].concat(),
    );
    let stream = [
        &[1; 16],
        b"\0\0\0\x05diary".as_slice(),
        &[0, 0, 0, 0, 0, 0, 0, 1],
        &[2; 32],
    ]
    .concat();
    let keys = [
        &[3; 16],
        [0; 8].as_slice(),
        &[0; 4],
        &[0, 0, 0, 1],
        &stream,
        &stream,
        &[4; 64],
    ]
    .concat();
    seeds.put("insides", [&[2], keys.as_slice()].concat());
    let known = [
        &[1],
        b"\0\0\0\x02ke\0\0\0\x02de\0\0\0\x01\0\0\0\x02he\0\0\0\x01".as_slice(),
        &[9; 32],
    ]
    .concat();
    seeds.put("insides", [&[3], known.as_slice()].concat());
}

/// Changes of a store, and of answers.
fn changes(seeds: &Seeds) {
    seeds.put("opened_store", [0, 2, 200, 0, 1]);
    seeds.put("opened_store", [1, 3, 2, 4]);
    for bytes in of("record") {
        let many = u16::try_from(bytes.len()).unwrap_or(u16::MAX).to_le_bytes();
        seeds.put(
            "opened_store",
            [&[3, 0, many[0], many[1]], bytes.as_slice()].concat(),
        );
    }
    for kind in 0..7 {
        for at in 0..8 {
            let mut changes = [0, 0, 0, 0].repeat(at);
            changes.extend([kind, 9, 0, 4, 1, 2, 3, 4]);
            seeds.put("relay_answers", changes);
        }
    }
}
