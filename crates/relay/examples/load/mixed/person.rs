// SPDX-License-Identifier: Apache-2.0
//! Somebody with a phone, perhaps a second device and somebody to show things to; and a ledger of what the
//! relay has confirmed.

use super::{Stage, line::Line, people::pick};
use kindhold_vault::{
    Draft, MemoryStore, Random, ThingId, Vault, VaultError,
    conformance::{self, Seeded},
    together::{RelayError, Report, Seat, Shared, SharedError, Showing, SyncError},
    wire::{AccessId, Refusal},
};
use pollster::block_on;
use std::{collections::BTreeSet, thread, time::Duration};

type Device = Vault<MemoryStore>;

/// Things, by what is known of them.
#[derive(Default)]
struct Ledger {
    kept: BTreeSet<ThingId>,
    /// Deleted, and the relay knows.
    gone: BTreeSet<ThingId>,
    deleting: Vec<ThingId>,
}

/// A device with what it wrote since the relay last confirmed.
struct Own {
    device: Device,
    waiting: Vec<ThingId>,
}

struct Counsellor {
    shared: Shared<MemoryStore>,
    grant: AccessId,
    /// Taken back; what the relay did of it is not known yet.
    ending: bool,
}

pub(crate) struct Person {
    line: Line,
    random: Seeded,
    phone: Own,
    other: Option<Own>,
    counsellors: Vec<Counsellor>,
    ledger: Ledger,
    written: u64,
    left: bool,
}

/// Whether a person would simply try again later.
fn passes(e: &RelayError) -> bool {
    matches!(
        e,
        RelayError::Unreachable(_)
            | RelayError::Refused(Refusal::Busy | Refusal::Slower | Refusal::Broken)
    )
}

/// What a thing says, and how much: so that a changed byte shows.
fn body(thing: ThingId) -> Vec<u8> {
    let long = usize::from(thing.0[0]) * 4 + 40;
    thing.0.iter().copied().cycle().take(long).collect()
}

impl Person {
    pub(crate) fn new(line: Line, mut random: Seeded) -> Self {
        let made = conformance::sample_vault(MemoryStore::default(), &mut random);
        Self {
            line,
            phone: Own::new(block_on(made).expect("a vault in memory")),
            random,
            other: None,
            counsellors: Vec::new(),
            ledger: Ledger::default(),
            written: 0,
            left: false,
        }
    }

    pub(crate) const fn has_left(&self) -> bool {
        self.left
    }

    /// Does one thing of those that people do.
    pub(crate) fn act(&mut self, stage: &Stage) {
        let Self {
            phone,
            random,
            line,
            ..
        } = self;
        let brought = phone.device.bring_to_relay(line, "", "phone", 0, random);
        let brought = block_on(brought);
        if !self.went(stage, "bring", brought) {
            return;
        }
        stage.toll.count("things that people did");
        match pick(&mut self.random, 100) {
            0..55 => self.write_and_sync(stage),
            55..72 => self.other_device(stage),
            72..78 => self.show(stage),
            78..88 => self.counsellor_reads(stage),
            88..93 => self.take_back(stage),
            93..97 => self.delete(stage),
            97..99 => self.offer_to_wait(stage),
            _ => self.leave(stage),
        }
    }

    /// Notes what should not have happened. Whether it went well.
    fn went<T>(&self, stage: &Stage, what: &str, done: Result<T, SyncError>) -> bool {
        match done {
            Ok(_) => true,
            Err(SyncError::Relay(e)) if passes(&e) => false,
            Err(e) => {
                stage.toll.fault(format!("{what}: {e:?}"));
                false
            }
        }
    }

    fn write_and_sync(&mut self, stage: &Stage) {
        for _ in 0..=pick(&mut self.random, 3) {
            self.written += 1;
            let n = self.written;
            self.phone.write(n, &mut self.random);
        }
        self.sync_phone(stage);
    }

    fn sync_phone(&mut self, stage: &Stage) -> bool {
        let deleting = self.ledger.deleting.clone();
        let done = self
            .phone
            .sync(&self.line, &mut self.random, &mut self.ledger, stage);
        let went = self.went(stage, "sync", done);
        if went {
            self.ledger.gone.extend(deleting);
            self.ledger.deleting.clear();
        }
        went
    }

    fn other_device(&mut self, stage: &Stage) {
        if self.other.is_none() {
            let Some(device) = self.join(stage) else {
                return;
            };
            self.other = Some(Own::new(device));
        }
        let Some(mut other) = self.other.take() else {
            return;
        };
        self.written += 1;
        other.write(self.written, &mut self.random);
        let done = other.sync(&self.line, &mut self.random, &mut self.ledger, stage);
        self.went(stage, "sync of the other device", done);
        self.other = Some(other);
    }

    fn join(&mut self, stage: &Stage) -> Option<Device> {
        let door = self.phone.device.member()?.account.secret.door();
        let store = MemoryStore::default();
        let joined = block_on(conformance::sample_join(
            store,
            &self.line,
            &door,
            &mut self.random,
        ));
        match joined {
            Ok(device) => Some(device),
            Err(e) => {
                self.went::<()>(stage, "join", Err(e));
                None
            }
        }
    }

    fn show(&mut self, stage: &Stage) {
        let made = conformance::sample_vault(MemoryStore::default(), &mut self.random);
        let mut office = block_on(made).expect("a vault in memory");
        block_on(office.become_member("office", 0, &mut self.random)).expect("a member");
        let invited = office.invite(Seat::Counsellor, "Dr Reed", 0, &mut self.random);
        let invitation = block_on(invited).expect("invited");
        let showing = Showing {
            streams: &["diary"],
            with_the_past: true,
            until: 0,
            their_name: "Dr Reed",
            own_name: "Sam",
            now_ms: 0,
        };
        let Self {
            phone,
            line,
            random,
            ..
        } = self;
        let given = block_on(phone.device.show(line, &invitation, &showing, random));
        let given = match given {
            Ok(given) => given,
            Err(e) => {
                // The next sync, or the next showing, brings the rest.
                self.went::<()>(stage, "show", Err(e));
                return;
            }
        };
        let Ok(answers) = block_on(office.answers(&self.line, 0)) else {
            return;
        };
        let received = answers.first().and_then(|a| a.received.clone().ok());
        let Some(received) = received.filter(|_| answers[0].words == given.words) else {
            stage.toll.fault("an answer was not what was sent".into());
            return;
        };
        let mailbox = answers[0].mailbox;
        let accepted = office.accept(&self.line, mailbox, &received, &mut self.random);
        let accepted = block_on(accepted);
        if !self.went(stage, "accept", accepted) {
            return;
        }
        let shared = block_on(Shared::open(MemoryStore::default(), received));
        self.counsellors.push(Counsellor {
            shared: shared.expect("it opens").0,
            grant: given.id,
            ending: false,
        });
        stage.toll.count("showings");
    }

    fn counsellor_reads(&mut self, stage: &Stage) {
        let Some(counsellor) = self.counsellors.last_mut() else {
            return;
        };
        let before = self.ledger.kept.clone();
        match block_on(counsellor.shared.refresh(&self.line)) {
            Ok(report) if report.suspicions.is_empty() => {
                stage.toll.count("reads of what was shown");
                let read = block_on(counsellor.shared.read()).expect("it is in memory");
                let there: BTreeSet<ThingId> = read.opened.iter().map(|o| o.thing).collect();
                let missing = before.difference(&there).count();
                if missing > 0 && !counsellor.ending {
                    stage
                        .toll
                        .fault(format!("{missing} records were not shown"));
                }
            }
            Ok(report) => stage.toll.fault(format!("shown: {:?}", report.suspicions)),
            Err(SharedError::Relay(e)) if passes(&e) => {}
            Err(SharedError::Ended) if counsellor.ending => {}
            Err(e) => stage.toll.fault(format!("refresh: {e:?}")),
        }
    }

    fn take_back(&mut self, stage: &Stage) {
        let Some(mut counsellor) = self.counsellors.pop() else {
            return;
        };
        counsellor.ending = true;
        let Self {
            phone,
            line,
            random,
            ..
        } = self;
        let taken = block_on(phone.device.take_back(line, counsellor.grant, 1, random));
        if !self.went(stage, "take back", taken) {
            self.counsellors.push(counsellor);
            return;
        }
        stage.toll.count("showings taken back");
        for _ in 0..50 {
            match block_on(counsellor.shared.refresh(&self.line)) {
                Err(SharedError::Ended) => return,
                Err(SharedError::Relay(e)) if passes(&e) => {
                    thread::sleep(Duration::from_millis(300));
                }
                other => {
                    stage
                        .toll
                        .fault(format!("read after it was taken back: {other:?}"));
                    return;
                }
            }
        }
    }

    fn delete(&mut self, stage: &Stage) {
        let Some(thing) = self.ledger.kept.iter().next().copied() else {
            return;
        };
        let deleted = block_on(self.phone.device.delete(thing, 1 << 40, &mut self.random));
        match deleted {
            // It came from the other device and is not here yet.
            Err(VaultError::None) | Ok(_) => {}
            Err(e) => stage.toll.fault(format!("delete: {e:?}")),
        }
        if self.phone.device.is_deleted(thing) {
            self.ledger.kept.remove(&thing);
            self.ledger.deleting.push(thing);
        }
        self.sync_phone(stage);
    }

    fn offer_to_wait(&mut self, stage: &Stage) {
        let waiting = block_on(conformance::waiting(&self.phone.device, &self.line));
        if let Ok(waiting) = waiting {
            stage.waiting.offer(waiting);
        }
    }

    /// Takes everything away from the relay; then the words open nothing.
    fn leave(&mut self, stage: &Stage) {
        let Some(door) = self.phone.device.member().map(|m| m.account.secret.door()) else {
            return;
        };
        let left = block_on(self.phone.device.leave_relay(&self.line, &mut self.random));
        if !self.went(stage, "leave", left) {
            return;
        }
        stage.toll.count("vaults deleted");
        self.left = true;
        let store = MemoryStore::default();
        if block_on(conformance::sample_join(
            store,
            &self.line,
            &door,
            &mut self.random,
        ))
        .is_ok()
        {
            stage.toll.fault("a deleted vault was opened".into());
        }
    }

    /// Looks with a fresh device whether everything is there that was confirmed, and nothing that is gone.
    pub(crate) fn compare(&mut self, stage: &Stage) {
        if self.phone.device.member().is_none() || self.left {
            return;
        }
        for _ in 0..100 {
            let Self {
                phone,
                line,
                random,
                ..
            } = self;
            let brought = block_on(phone.device.bring_to_relay(line, "", "phone", 0, random));
            if self.went(stage, "bring", brought) && self.sync_phone(stage) && self.look(stage) {
                return;
            }
            thread::sleep(Duration::from_millis(300));
        }
        stage.toll.fault("a ledger could not be compared".into());
    }

    fn look(&mut self, stage: &Stage) -> bool {
        let Some(mut fresh) = self.join(stage) else {
            return false;
        };
        let synced: Result<Report, _> = block_on(fresh.sync(&self.line, &mut self.random));
        let Ok(report) = synced else {
            return self.went(stage, "sync of a fresh device", synced);
        };
        if !report.suspicions.is_empty() {
            stage
                .toll
                .fault(format!("fresh device: {:?}", report.suspicions));
        }
        let reopened = block_on(conformance::reopen(fresh.store().clone()));
        let contents = reopened.expect("it is in memory").1;
        let there = contents.opened.iter().filter(|o| !o.tombstone);
        let sound = there.clone().filter(|o| o.body == body(o.thing));
        let sound: BTreeSet<ThingId> = sound.map(|o| o.thing).collect();
        if sound.len() != there.count() || !contents.damage.is_empty() {
            stage.toll.fault("a record is not as it was written".into());
        }
        let missing = self.ledger.kept.difference(&sound).count();
        let back = self.ledger.gone.intersection(&sound).count();
        if missing + back > 0 {
            let of = self.ledger.kept.len();
            stage.toll.fault(format!(
                "{missing} of {of} confirmed are lost, {back} deleted are back"
            ));
        }
        stage.toll.count("ledgers compared");
        stage.toll.add(
            "confirmed records found again",
            self.ledger.kept.len() as u64,
        );
        let id = fresh.device();
        let removed = self
            .phone
            .device
            .remove_device(&self.line, id, &mut self.random);
        let removed = block_on(removed);
        self.went(stage, "remove a device", removed);
        true
    }
}

impl Own {
    fn new(device: Device) -> Self {
        Self {
            device,
            waiting: Vec::new(),
        }
    }

    fn write(&mut self, n: u64, random: &mut Seeded) {
        let mut thing: [u8; 16] = random.make();
        thing[8..].copy_from_slice(&n.to_be_bytes());
        let thing = ThingId(thing);
        let draft = Draft {
            stream: "diary",
            kind: 1,
            thing,
            wall_ms: n as i64,
            offset_min: 0,
            written: None,
            body: &body(thing),
        };
        block_on(self.device.append(draft, random)).expect("written in memory");
        self.waiting.push(thing);
    }

    fn sync(
        &mut self,
        line: &Line,
        random: &mut Seeded,
        ledger: &mut Ledger,
        stage: &Stage,
    ) -> Result<(), SyncError> {
        let report = block_on(self.device.sync(line, random))?;
        if !report.suspicions.is_empty() {
            stage.toll.fault(format!("sync: {:?}", report.suspicions));
        }
        stage.toll.count("syncs");
        stage
            .toll
            .add("records confirmed", self.waiting.len() as u64);
        ledger.kept.extend(self.waiting.drain(..));
        Ok(())
    }
}
