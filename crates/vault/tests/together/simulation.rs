// SPDX-License-Identifier: Apache-2.0
//! Any interleaving of writing, syncing, losing messages and crashing ends with the same on every device,
//! and with everything that was ever confirmed.

use crate::world::{Device, Fate, Line, first_device, next_device, run, run_both, run_for};
use kindhold_vault::{
    Draft, ThingId, Time,
    conformance::ModelRelay,
    together::{Report, Suspicion, SyncError},
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone)]
enum Act {
    Write {
        who: usize,
        thing: u8,
    },
    Delete {
        who: usize,
        thing: u8,
    },
    /// The process dies; what is on its disk stays.
    Crash {
        who: usize,
    },
    /// A sync, some of whose messages are lost, and which may die after so many steps.
    Sync {
        who: usize,
        fates: Vec<Fate>,
        dies_after: Option<usize>,
    },
    /// Two sync at once.
    SyncBoth {
        one: usize,
        other: usize,
        turns: u64,
    },
    /// One more device, by the words.
    Join {
        fates: Vec<Fate>,
    },
    /// Another epoch begins in every stream.
    NewWords {
        who: usize,
    },
    /// A clock is set.
    SetClock {
        who: usize,
        skew: i64,
    },
    /// The profile is copied, and both go on.
    Copy {
        who: usize,
    },
    /// The relay loses what came since the last backup.
    Backup,
    Restore,
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        6 => Just(Fate::Arrives),
        1 => Just(Fate::Lost),
        1 => Just(Fate::AnswerLost),
        1 => Just(Fate::Twice),
    ]
}

fn fates() -> impl Strategy<Value = Vec<Fate>> {
    prop::collection::vec(fate(), 0..12)
}

fn act() -> impl Strategy<Value = Act> {
    let who = 0..4_usize;
    prop_oneof![
        8 => (who.clone(), 0..6_u8).prop_map(|(who, thing)| Act::Write { who, thing }),
        1 => (who.clone(), 0..6_u8).prop_map(|(who, thing)| Act::Delete { who, thing }),
        1 => who.clone().prop_map(|who| Act::Crash { who }),
        6 => (who.clone(), fates(), prop::option::of(0..120_usize))
            .prop_map(|(who, fates, dies_after)| Act::Sync { who, fates, dies_after }),
        3 => (who.clone(), 1..4_usize, any::<u64>())
            .prop_map(|(one, by, turns)| Act::SyncBoth { one, other: one + by, turns }),
        1 => fates().prop_map(|fates| Act::Join { fates }),
        1 => (0..2_usize).prop_map(|who| Act::NewWords { who }),
        1 => (who, -100_000_000..100_000_000_i64).prop_map(|(who, skew)| Act::SetClock { who, skew }),
    ]
}

/// As above, with a relay that loses memory and profiles that are copied.
fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        12 => act(),
        1 => (0..4_usize).prop_map(|who| Act::Copy { who }),
        1 => Just(Act::Backup),
        1 => Just(Act::Restore),
    ]
}

struct Story {
    relay: ModelRelay,
    backup: ModelRelay,
    devices: Vec<Device>,
    words: String,
    now: i64,
    confirmed: BTreeMap<ThingId, BTreeSet<Vec<u8>>>,
    deleted: BTreeSet<ThingId>,
    suspicions: Vec<Suspicion>,
}

impl Story {
    fn begin() -> Self {
        let relay = ModelRelay::default();
        let (device, words) = first_device(&relay, 1);
        let second = next_device(&Line::new(&relay, &[]), &words, 2).expect("it joins");
        Self {
            backup: relay.backup(),
            relay,
            devices: vec![device, second],
            words,
            now: 1_000_000_000,
            confirmed: BTreeMap::new(),
            deleted: BTreeSet::new(),
            suspicions: Vec::new(),
        }
    }

    fn note(&mut self, who: usize, synced: Option<Result<Report, SyncError>>) {
        match synced {
            None | Some(Err(SyncError::Relay(_) | SyncError::Busy | SyncError::OlderAccount)) => {}
            Some(Ok(report)) => self.suspicions.extend(report.suspicions),
            Some(Err(SyncError::Removed)) => self.bring_over(who),
            Some(Err(e)) => unreachable!("a sync failed: {e:?}"),
        }
    }

    /// A device that joined after a backup, and was forgotten when the relay was restored and the words
    /// changed: its person saves a copy there and brings it in elsewhere.
    fn bring_over(&mut self, who: usize) {
        self.suspicions.push(Suspicion::RolledBack);
        let mut lost = self.devices.remove(who);
        let other = &mut self.devices[0];
        let there = other.shows();
        let mut random = other.random.clone();
        for version in lost.shows().difference(&there) {
            let (thing, ms, counter, body) = version;
            let (ms, counter) = (*ms, *counter);
            let draft = Draft {
                stream: "private",
                kind: 1,
                thing: *thing,
                wall_ms: 0,
                offset_min: 0,
                written: Some(Time { ms, counter }),
                body,
            };
            let _ = run(other.open().append(draft, &mut random));
        }
        other.random = random;
    }

    fn sync(&mut self, who: usize, fates: &[Fate], steps: usize) {
        let line = Line::new(&self.relay, fates);
        let device = &mut self.devices[who];
        let mut random = device.random.clone();
        let done = run_for(steps, device.open().sync(&line, &mut random));
        device.random = random;
        if done.is_none() {
            device.crash();
        }
        self.note(who, done);
    }

    fn act(&mut self, n: usize, act: &Act) {
        self.now += 1000;
        let many = self.devices.len();
        match act {
            Act::Write { who, thing } => {
                let body = format!("{n}: kind words").into_bytes();
                let written = self.devices[who % many].write(*thing, self.now, &body);
                if written.is_ok() {
                    let thing = ThingId([*thing; 16]);
                    self.confirmed.entry(thing).or_default().insert(body);
                }
            }
            Act::Delete { who, thing } => {
                let id = ThingId([*thing; 16]);
                let device = &mut self.devices[who % many];
                if device.shows().iter().any(|(shown, ..)| *shown == id) {
                    device.delete(*thing, self.now);
                    self.deleted.insert(id);
                }
            }
            Act::Crash { who } => self.devices[who % many].crash(),
            Act::Sync {
                who,
                fates,
                dies_after,
            } => {
                self.sync(who % many, fates, dies_after.unwrap_or(1_000_000));
            }
            Act::SyncBoth { one, other, turns } => {
                let (one, other) = (one % many, other % many);
                if one != other {
                    self.sync_both(one.min(other), one.max(other), *turns);
                }
            }
            Act::Join { fates } if many < 5 => {
                let line = Line::new(&self.relay, fates);
                if let Ok(device) = next_device(&line, &self.words, 100 + n as u64) {
                    self.devices.push(device);
                }
            }
            Act::NewWords { who } => self.new_words(who % many),
            Act::SetClock { who, skew } => self.devices[who % many].skew = *skew,
            Act::Copy { who } if many < 5 => {
                let copy = self.devices[who % many].copy(200 + n as u64);
                self.devices.push(copy);
            }
            Act::Backup => self.backup = self.relay.backup(),
            Act::Restore => self.relay.restore(&self.backup),
            Act::Join { .. } | Act::Copy { .. } => {}
        }
    }

    fn sync_both(&mut self, one: usize, other: usize, turns: u64) {
        let (left, right) = self.devices.split_at_mut(other);
        let (first, second) = (one, other);
        let (one, other) = (&mut left[one], &mut right[0]);
        let line = Line::new(&self.relay, &[]);
        let (mut r1, mut r2) = (one.random.clone(), other.random.clone());
        let (a, b) = run_both(
            turns,
            one.open().sync(&line, &mut r1),
            other.open().sync(&line, &mut r2),
        );
        (one.random, other.random) = (r1, r2);
        self.note(second, Some(b));
        self.note(first, Some(a));
    }

    fn new_words(&mut self, who: usize) {
        let line = Line::new(&self.relay, &[]);
        let device = &mut self.devices[who];
        let mut random = device.random.clone();
        if let Ok(secret) = run(device.open().new_words(&line, &mut random)) {
            self.words = secret.words().join(" ");
        }
        device.random = random;
    }

    /// The line is good again, and everybody syncs until nothing moves any more.
    fn heal(&mut self) {
        for _ in 0..4 {
            for who in (0..self.devices.len()).rev() {
                self.sync(who, &[], 1_000_000);
            }
        }
        self.suspicions.clear();
        for who in 0..self.devices.len() {
            self.sync(who, &[], 1_000_000);
        }
        assert_eq!(
            self.suspicions,
            [],
            "once all is synced nobody suspects anything"
        );
    }

    fn check(&mut self) {
        let first = self.devices[0].shows();
        for device in &mut self.devices[1..] {
            assert_eq!(device.shows(), first, "every device shows the same");
        }
        for (thing, bodies) in &self.confirmed {
            for body in bodies {
                let is_there = first.iter().any(|(t, _, _, b)| t == thing && b == body);
                assert_ne!(
                    is_there,
                    self.deleted.contains(thing),
                    "what was confirmed is there, what was deleted is not: {body:?}"
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_interleaving_converges_and_loses_nothing(acts in prop::collection::vec(act(), 1..30)) {
        let mut story = Story::begin();
        for (n, act) in acts.iter().enumerate() {
            story.act(n, act);
        }
        prop_assert_eq!(&story.suspicions, &[], "an honest relay is never suspected");
        story.heal();
        story.check();
    }

    #[test]
    fn copied_profiles_and_restored_relays_lose_nothing(acts in prop::collection::vec(any_act(), 1..30)) {
        let mut story = Story::begin();
        for (n, act) in acts.iter().enumerate() {
            story.act(n, act);
        }
        story.heal();
        story.check();
    }
}

#[test]
fn a_crash_at_any_step_of_a_sync_loses_nothing() {
    for dies_after in 0..400 {
        let mut story = Story::begin();
        for n in 0..6_u8 {
            let who = usize::from(n % 2);
            story.act(n.into(), &Act::Write { who, thing: n });
        }
        story.act(6, &Act::Delete { who: 0, thing: 2 });
        story.sync(0, &[], 1_000_000);
        story.act(7, &Act::Write { who: 1, thing: 3 });
        story.sync(1, &[], dies_after);
        let died = story.devices[1].vault.is_none();
        story.act(8, &Act::Write { who: 1, thing: 5 });
        story.heal();
        story.check();
        if !died {
            return;
        }
    }
    unreachable!("a sync takes fewer steps than that");
}
