// SPDX-License-Identifier: Apache-2.0
//! PostgreSQL's primary dies under load, and a standby takes over; or one of two servers does. What was
//! confirmed is there.

use crate::{
    http::Server,
    places::{Cluster, shared_cluster},
};
use kindhold_relay::{Place, Setup};
use kindhold_vault::{
    Draft, MemoryStore, ThingId,
    conformance::{self, Seeded},
    together::{AccountSecret, Relay},
};
use pollster::block_on;
use std::{
    fs,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

/// A device that writes and syncs until it is told to stop. Returns how many records the relay had
/// confirmed by then, and the words.
fn writer(relay: impl Relay, seed: u64, stop: &AtomicBool) -> (usize, AccountSecret, Seeded) {
    let mut random = Seeded(seed);
    let store = MemoryStore::default();
    let mut vault = block_on(conformance::sample_vault(store, &mut random)).expect("made");
    let mut confirmed = 0;
    let mut is_there = false;
    for n in 0_u64.. {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        if !is_there {
            let brought = vault.bring_to_relay(&relay, "", "phone", 0, &mut random);
            is_there = block_on(brought).is_ok();
            continue;
        }
        let mut thing = [0; 16];
        thing[..8].copy_from_slice(&n.to_be_bytes());
        let draft = Draft {
            stream: "diary",
            kind: 1,
            thing: ThingId(thing),
            wall_ms: n as i64,
            offset_min: 0,
            written: None,
            body: b"kind words",
        };
        block_on(vault.append(draft, &mut random)).expect("written");
        match block_on(vault.sync(&relay, &mut random)) {
            Ok(report) => confirmed += report.pushed,
            Err(_) => thread::sleep(Duration::from_millis(20)),
        }
    }
    let words = vault.member().expect("a member").account.secret.clone();
    (confirmed, words, random)
}

/// What a new device finds at a relay, by the words.
fn found(relay: &impl Relay, words: &AccountSecret, random: &mut Seeded) -> usize {
    let door = words.door();
    let joined = conformance::sample_join(MemoryStore::default(), relay, &door, random);
    let mut other = block_on(joined).expect("it joins");
    let report = block_on(other.sync(relay, random)).expect("it syncs");
    assert_eq!(report.suspicions, []);
    report.pulled
}

/// Waits for something, for ten seconds at most.
fn until(holds: impl Fn() -> bool) {
    let came = (0..200).any(|_| {
        thread::sleep(Duration::from_millis(50));
        holds()
    });
    assert!(came, "it did not come");
}

#[test]
fn what_was_confirmed_survives_the_death_of_the_primary() {
    let mut primary = Cluster::new("primary");
    let hba = primary.data().join("pg_hba.conf");
    let mut allowed = fs::read_to_string(&hba).expect("read");
    allowed.push_str("\nlocal replication all trust\n");
    fs::write(&hba, allowed).expect("written");
    primary.start(&[]);
    let mut standby = primary.standby("standby");
    standby.start(&[]);
    // Only once somebody follows can anything wait for them. Settings on the command line of a server would
    // stand above these for ever.
    primary.sql("ALTER SYSTEM SET synchronous_standby_names = '*'");
    primary.sql("SELECT pg_reload_conf()");
    until(|| primary.sql("SELECT string_agg(sync_state, ',') FROM pg_stat_replication") == "sync");
    assert_eq!(primary.sql("SHOW synchronous_commit"), "on");
    assert_eq!(primary.sql("SHOW synchronous_standby_names"), "*");
    let server = Server::start(Setup::new(primary.place()));
    let stop = Arc::new(AtomicBool::new(false));
    let writers: Vec<_> = (1..=3_u64)
        .map(|seed| {
            let (line, stop) = (server.line(), Arc::clone(&stop));
            thread::spawn(move || writer(line, seed, &stop))
        })
        .collect();
    thread::sleep(Duration::from_secs(2));
    primary.kill();
    stop.store(true, Ordering::Relaxed);
    let done: Vec<_> = writers
        .into_iter()
        .map(|w| w.join().expect("no panic"))
        .collect();
    standby.promote();
    let after = Server::start(Setup::new(standby.place()));
    let mut all = 0;
    for (confirmed, words, mut random) in done {
        let there = found(&after.line(), &words, &mut random);
        assert!(
            there >= confirmed,
            "{there} of {confirmed} confirmed records are there"
        );
        all += confirmed;
    }
    assert!(all > 20, "too little was written to mean anything: {all}");
}

#[test]
fn two_servers_on_one_database_and_one_is_gone() {
    let place: Place = shared_cluster("two_servers");
    let (one, other) = (
        Server::start(Setup::new(place.clone())),
        Server::start(Setup::new(place)),
    );
    let stop = Arc::new(AtomicBool::new(false));
    let lines = [one.line(), other.line()];
    let writers: Vec<_> = (1..=4_u64)
        .map(|seed| {
            let stop = Arc::clone(&stop);
            let line = Either {
                lines: lines.clone(),
                now: (seed as usize % 2).into(),
            };
            thread::spawn(move || writer(line, seed, &stop))
        })
        .collect();
    thread::sleep(Duration::from_millis(800));
    drop(one);
    thread::sleep(Duration::from_millis(800));
    stop.store(true, Ordering::Relaxed);
    for writer in writers {
        let (confirmed, words, mut random) = writer.join().expect("no panic");
        let there = found(&name(&other), &words, &mut random);
        assert!(
            there >= confirmed,
            "{there} of {confirmed} confirmed records are there"
        );
        assert!(confirmed > 5, "it went on at the other: {confirmed}");
    }
}

fn name(server: &Server) -> Either {
    Either {
        lines: [server.line(), server.line()],
        now: 0.into(),
    }
}

/// A client that goes to the other server when one does not answer. Both have one name.
struct Either {
    lines: [crate::http::Http; 2],
    now: std::sync::atomic::AtomicUsize,
}

impl Relay for Either {
    fn host(&self) -> &str {
        "relay.example"
    }

    async fn send(
        &self,
        request: kindhold_vault::together::Request,
    ) -> Result<kindhold_vault::together::Response, kindhold_vault::together::Unreachable> {
        let at = self.now.load(Ordering::Relaxed);
        let answer = self.lines[at].ask_as(&request, Some("relay.example"));
        if answer.is_err() {
            self.now.store(1 - at, Ordering::Relaxed);
        }
        answer
    }
}
