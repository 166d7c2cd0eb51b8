// SPDX-License-Identifier: Apache-2.0
//! A client of a counsellor, for the benchmark of the seats: answers an invitation with a vault of so many
//! records, four versions to an episode, over three years. `client ADDRESS LINK NAME RECORDS`

#[path = "../tests/relay/client.rs"]
mod client;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use client::Http;
use kindhold_care::{
    Attempt, Ending, Entry, Episode, Feeling, Function, Helped, Moment, MomentKind, PracticeId,
    Strength, When,
};
use kindhold_vault::{
    Draft, MemoryStore, Slot, ThingId, Vault,
    conformance::Seeded,
    together::{Invitation, Showing},
};
use pollster::block_on;
use std::{env, time::SystemTime};

/// Practices that every content has had from its first day.
const PRACTICES: [&str; 4] = [
    "one-kind-answer",
    "lean-like-a-boat",
    "room-for-your-back",
    "a-real-voice",
];

/// How an episode stands after so many answers.
fn episode(n: u64, answers: usize, at: i64) -> Episode {
    let pick = |of: u64| (n.wrapping_mul(2_654_435_761) >> 7) % of;
    let strength = |s: u64| Strength::new(s as u8).ok();
    let practice = PRACTICES[pick(4) as usize];
    let at = When {
        unix_ms: at,
        offset_min: 60,
    };
    let attempt = |practice: PracticeId| Attempt {
        practice,
        at,
        ending: (answers > 2).then_some(Ending::Whole),
        helped: (answers > 3).then_some(Helped::ALL[pick(3) as usize]),
    };
    let tried = (answers > 1)
        .then(|| PracticeId::new(practice).ok())
        .flatten();
    Episode {
        moment: Moment {
            at,
            kind: MomentKind::Urge,
            strength: strength(3 + pick(8)),
            functions: vec![Function::ALL[pick(6) as usize]],
            not_sure: false,
            feelings: vec![Feeling::ALL[pick(18) as usize]],
        },
        offered: Vec::new(),
        draws: Vec::new(),
        attempts: tried.into_iter().map(attempt).collect(),
        with_someone: false,
        after: (answers > 3).then(|| strength(pick(7))).flatten(),
    }
}

#[expect(clippy::disallowed_methods, reason = "a client has a clock")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = env::args().skip(1).collect();
    let [address, link, name, records] = words.as_slice() else {
        return Err("client ADDRESS LINK NAME RECORDS".into());
    };
    let (address, records): (_, u64) = (address.parse()?, records.parse()?);
    let link = link.rsplit('=').next().unwrap_or_default();
    let invitation = Invitation::parse(
        &BASE64_URL_SAFE_NO_PAD
            .decode(link)
            .map_err(|e| e.to_string())?,
    )?;
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?;
    let now = i64::try_from(now.as_millis())?;
    let seed = name
        .bytes()
        .fold(now as u64, |s, b| s.wrapping_mul(31) + u64::from(b));
    let mut random = Seeded(seed);
    let way_in = |amk: &_| {
        let device = kindhold_vault::DeviceSecret::new([7; 32]);
        Ok(Slot::for_device(amk, &device, &mut Seeded(seed + 1)))
    };
    let store = MemoryStore::default();
    let created = Vault::create(store, &["urges", "plan"], way_in, &mut random);
    let mut vault = block_on(created)?;
    let span = 3 * 365 * When::DAY_MS;
    let episodes = records.div_ceil(4).max(1);
    for block in (0..records).collect::<Vec<_>>().chunks(1000) {
        let made = block.iter().map(|n| {
            let (which, answers) = (n / 4, (n % 4) as usize + 1);
            let at = now - span + span / episodes as i64 * which as i64;
            let mut thing = [0; 16];
            thing[..8].copy_from_slice(&which.to_be_bytes());
            let entry = Entry::Episode(episode(which, answers, at));
            let body = minicbor_serde::to_vec(&entry).map_err(|e| e.to_string())?;
            Ok((ThingId(thing), at + 1000 * answers as i64, body))
        });
        let made: Vec<_> = made.collect::<Result<_, String>>()?;
        let drafts: Vec<_> = made
            .iter()
            .map(|(thing, wall_ms, body)| Draft {
                stream: "urges",
                kind: 1,
                thing: *thing,
                wall_ms: *wall_ms,
                offset_min: 60,
                written: None,
                body,
            })
            .collect();
        block_on(vault.append_all(&drafts, &mut random))?;
    }
    let relay = Http::new(address);
    block_on(vault.bring_to_relay(&relay, "", "phone", now, &mut random))?;
    block_on(vault.sync(&relay, &mut random))?;
    let showing = Showing {
        streams: &["urges", "plan"],
        with_the_past: true,
        until: 0,
        their_name: "Dr Reed",
        own_name: name,
        now_ms: now,
    };
    let given = block_on(vault.show(&relay, &invitation, &showing, &mut random))?;
    block_on(vault.sync(&relay, &mut random))?;
    println!("{}", given.words.join(" "));
    Ok(())
}
