// SPDX-License-Identifier: Apache-2.0
//! What a hostile relay can try, and what answers it. None of it is believed, and none of it loses what is
//! on a device: each attack is followed by an honest day, on which everything arrives.
//!
//! The same table stands in `docs/threat-model.md`.

use crate::world::{Device, Line, Slow, first_device, next_device, run};
use kindhold_vault::{
    DeviceId, Record, Records, SignedHead, SigningSecret, Store, StreamId, VaultId,
    conformance::{self, ModelRelay, Seeded},
    together::{
        AccountError, AccountSecret, DeviceListError, Invitation, InviteError, Relay, RelayError,
        Report, Request, Response, Seat, Shared, SharedError, Showing, Suspicion, SyncError,
        Unreachable,
    },
    wire::{Refusal, State, StoredAccount},
};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// A relay that changes answers on their way out.
struct Hostile<F> {
    line: Line,
    change: F,
}

impl<F: Fn(&Request, &mut Response)> Relay for Hostile<F> {
    fn host(&self) -> &str {
        self.line.host()
    }

    async fn send(&self, request: Request) -> Result<Response, Unreachable> {
        let mut response = self.line.send(request.clone()).await?;
        (self.change)(&request, &mut response);
        Ok(response)
    }
}

/// A phone that wrote and synced, and a tablet that has yet to hear of it.
struct Scene {
    vault: VaultId,
    relay: ModelRelay,
    phone: Device,
    tablet: Device,
    words: String,
}

impl Scene {
    fn new() -> Self {
        let relay = ModelRelay::default();
        let (phone, words) = first_device(&relay, 1);
        let tablet = next_device(&Line::new(&relay, &[]), &words, 2).expect("it joins");
        let vault = relay.vaults()[0];
        let mut scene = Self {
            vault,
            relay,
            phone,
            tablet,
            words,
        };
        for n in 0..6 {
            scene
                .phone
                .write(2 * n, i64::from(n), b"kind words")
                .expect("written");
        }
        scene.phone_syncs();
        scene
    }

    fn phone_syncs(&mut self) {
        let line = Line::new(&self.relay, &[]);
        let mut random = self.phone.random.clone();
        run(self.phone.open().sync(&line, &mut random)).expect("the phone syncs");
        self.phone.random = random;
    }

    /// The tablet syncs with a relay that changes its answers.
    fn attack(&mut self, change: impl Fn(&Request, &mut Response)) -> Result<Report, SyncError> {
        let line = Line::new(&self.relay, &[]);
        let hostile = Hostile { line, change };
        let mut random = self.tablet.random.clone();
        let done = run(self.tablet.open().sync(&hostile, &mut random));
        self.tablet.random = random;
        done
    }

    /// The relay is honest again; everything arrives.
    fn honest_day(&mut self) {
        for _ in 0..2 {
            self.attack(|_, _| {}).expect("the tablet syncs");
            self.phone_syncs();
        }
        let report = self.attack(|_, _| {}).expect("the tablet syncs");
        assert_eq!(report.suspicions, [], "an honest relay is not suspected");
        let shown = self.phone.shows();
        assert!(!shown.is_empty());
        assert_eq!(self.tablet.shows(), shown, "everything arrives");
    }

    fn phone_id(&mut self) -> DeviceId {
        let account = &self.phone.open().member().expect("a member").account;
        let first = account.devices.iter().find(|(_, d)| d.name == "phone");
        *first.expect("it is there").0
    }
}

/// Changes the records in answers to `pull`.
fn pulls(work: impl Fn(&mut Vec<Record>)) -> impl Fn(&Request, &mut Response) {
    move |request, response| {
        if request.path == "pull" {
            let mut records: Vec<Record> = Records(&response.body).flatten().collect();
            work(&mut records);
            response.body = records.iter().flat_map(Record::to_bytes).collect();
        }
    }
}

/// Changes answers to `state`.
fn states(work: impl Fn(&mut State)) -> impl Fn(&Request, &mut Response) {
    move |request, response| {
        if request.path == "state" {
            let mut state = State::parse(&response.body).expect("a state");
            work(&mut state);
            response.body = state.to_bytes();
        }
    }
}

/// Changes answers to `account`.
fn accounts(work: impl Fn(&mut StoredAccount)) -> impl Fn(&Request, &mut Response) {
    move |request, response| {
        if request.path == "account" && request.method == "GET" {
            let mut account = StoredAccount::parse(&response.body).expect("an account");
            work(&mut account);
            response.body = account.to_bytes();
        }
    }
}

fn suspicions(synced: Result<Report, SyncError>) -> Vec<Suspicion> {
    synced.expect("the rest is synced").suspicions
}

#[test]
fn records_that_are_swapped_are_refused() {
    let mut scene = Scene::new();
    let phone = scene.phone_id();
    let found = scene.attack(pulls(|records| {
        if records.len() > 3 {
            records.swap(1, 2);
        }
    }));
    assert_eq!(suspicions(found), [Suspicion::Forged(phone)]);
    assert!(
        scene.tablet.shows().is_empty(),
        "nothing of the lane is taken"
    );
    scene.honest_day();
}

#[test]
fn content_under_another_header_is_refused() {
    let mut scene = Scene::new();
    let phone = scene.phone_id();
    let found = scene.attack(|request, response| {
        if request.path != "pull" {
            return;
        }
        let records: Vec<Record> = Records(&response.body).flatten().collect();
        let (one, two) = (records[0].to_bytes(), records[1].to_bytes());
        // The header of the first with the sealed content of the second.
        let mut mixed = one[..99].to_vec();
        mixed.extend_from_slice(&two[99..]);
        let rest = records[1..].iter().flat_map(Record::to_bytes);
        response.body = mixed.into_iter().chain(rest).collect();
    });
    assert_eq!(suspicions(found), [Suspicion::Forged(phone)]);
    scene.honest_day();
}

#[test]
fn records_of_another_vault_are_refused() {
    let mut scene = Scene::new();
    let phone = scene.phone_id();
    let (mut other, _) = first_device(&scene.relay, 50);
    other.write(2, 1, b"somebody else").expect("written");
    let heads = run(other.store.heads()).expect("read");
    let at = kindhold_vault::Place {
        lane: *heads.keys().next().expect("a lane"),
        index: 0,
    };
    let theirs = run(other.store.records(at, 0)).expect("read");
    let found = scene.attack(move |request, response| {
        if request.path == "pull" {
            response.body = theirs.clone();
        }
    });
    assert_eq!(suspicions(found), [Suspicion::Forged(phone)]);
    scene.honest_day();
}

#[test]
fn records_that_are_dropped_are_missed() {
    let mut scene = Scene::new();
    let found = suspicions(scene.attack(pulls(Vec::clear)));
    assert!(
        matches!(
            found[..],
            [Suspicion::Withheld {
                have: 0,
                vouched: 6,
                ..
            }]
        ),
        "{found:?}"
    );
    scene.honest_day();
}

#[test]
fn a_lane_that_is_cut_short_is_missed() {
    let mut scene = Scene::new();
    let found = suspicions(scene.attack(states(|state| {
        for lane in &mut state.lanes {
            lane.head.next = 3;
        }
    })));
    assert!(
        matches!(
            found[..],
            [Suspicion::Withheld {
                have: 3,
                vouched: 6,
                ..
            }]
        ),
        "{found:?}"
    );
    scene.honest_day();
}

#[test]
fn a_version_vector_that_promises_too_much_brings_nothing_unsigned() {
    let mut scene = Scene::new();
    let found = scene.attack(states(|state| {
        for lane in &mut state.lanes {
            lane.head.next = u64::MAX;
        }
    }));
    assert_eq!(suspicions(found), []);
    assert_eq!(scene.tablet.shows().len(), 6);
    scene.honest_day();
}

#[test]
fn an_older_history_is_noticed_and_put_right() {
    let mut scene = Scene::new();
    let backup = scene.relay.backup();
    scene.phone.write(2, 10, b"later").expect("written");
    scene.phone_syncs();
    scene.attack(|_, _| {}).expect("the tablet syncs");
    scene.relay.restore(&backup);
    let found = suspicions(scene.attack(|_, _| {}));
    assert_eq!(found, [Suspicion::RolledBack]);
    scene.honest_day();
    assert_eq!(scene.relay.with(scene.vault, |held| held.records.len()), 7);
}

#[test]
fn a_device_whose_view_is_held_back_hears_of_it_from_another() {
    let mut scene = Scene::new();
    // The tablet has seen the phone's records; a third device is shown the tablet's alone.
    scene.attack(|_, _| {}).expect("the tablet syncs");
    scene
        .tablet
        .write(1, 20, b"of the tablet")
        .expect("written");
    scene.attack(|_, _| {}).expect("the tablet syncs");
    let phone = scene.phone_id();
    let line = Line::new(&scene.relay, &[]);
    scene.tablet = next_device(&line, &scene.words, 3).expect("it joins");
    let found = suspicions(scene.attack(states(move |state| {
        state.lanes.retain(|l| l.lane.device != phone);
        let other =
            |bytes: &Vec<u8>| SignedHead::read_unchecked(bytes).is_ok_and(|h| h.writer != phone);
        state.heads.retain(other);
    })));
    assert!(
        matches!(
            found[..],
            [Suspicion::Withheld {
                have: 0,
                vouched: 6,
                ..
            }]
        ),
        "{found:?}"
    );
    scene.honest_day();
}

#[test]
fn a_head_by_a_stranger_is_not_believed() {
    let mut scene = Scene::new();
    let vault = scene.vault;
    let stranger = DeviceId([9; 16]);
    let found = scene.attack(states(move |state| {
        let head = SignedHead {
            vault,
            writer: stranger,
            counter: 1,
            account: 1,
            lanes: BTreeMap::new(),
            seen: BTreeMap::new(),
        };
        state.heads.push(head.sign(&SigningSecret::new([1; 32])));
    }));
    assert_eq!(suspicions(found), [Suspicion::Stranger(stranger)]);
    scene.honest_day();
}

#[test]
fn a_head_that_its_writer_did_not_sign_is_not_believed() {
    let mut scene = Scene::new();
    let phone = scene.phone_id();
    let found = scene.attack(states(|state| {
        for head in &mut state.heads {
            let mut other = SignedHead::read_unchecked(head).expect("a head");
            other
                .lanes
                .insert(StreamId([1; 16]), kindhold_vault::Head::default());
            *head = other.sign(&SigningSecret::new([1; 32]));
        }
    }));
    assert_eq!(suspicions(found), [Suspicion::Forged(phone)]);
    scene.honest_day();
}

#[test]
fn content_that_nobody_deleted_is_not_taken_for_deleted() {
    let mut scene = Scene::new();
    let found = suspicions(scene.attack(pulls(|records| {
        for record in records {
            *record = record.purged();
        }
    })));
    assert!(matches!(found[..], [Suspicion::Emptied(_)]), "{found:?}");
}

#[test]
fn a_list_of_devices_with_another_key_is_refused() {
    let mut scene = Scene::new();
    another_device_joins(&mut scene);
    let found = scene.attack(accounts(|account| account.devices[40] ^= 1));
    assert_eq!(found, Err(SyncError::Devices(DeviceListError::Signature)));
    scene.honest_day();
}

#[test]
fn an_account_that_was_changed_is_refused() {
    let mut scene = Scene::new();
    another_device_joins(&mut scene);
    let found = scene.attack(accounts(|account| {
        let last = account.account.len() - 1;
        account.account[last] ^= 1;
    }));
    assert_eq!(found, Err(SyncError::Account(AccountError::Changed)));
    scene.honest_day();
}

#[test]
fn an_account_of_somebody_else_is_refused() {
    let mut scene = Scene::new();
    another_device_joins(&mut scene);
    let relay = ModelRelay::default();
    first_device(&relay, 60);
    let theirs = relay.with(relay.vaults()[0], |held| held.account.clone());
    let found = scene.attack(accounts(|account| *account = theirs.clone()));
    assert_eq!(
        found,
        Err(SyncError::Removed),
        "it is not sealed for this device"
    );
    scene.honest_day();
}

#[test]
fn an_older_account_is_not_gone_back_to() {
    let mut scene = Scene::new();
    let old = scene.relay.with(scene.vault, |held| held.account.clone());
    another_device_joins(&mut scene);
    scene.attack(|_, _| {}).expect("the tablet syncs");
    let known = scene
        .tablet
        .open()
        .member()
        .expect("a member")
        .account
        .devices
        .len();
    let version = old.version;
    let found = scene.attack(|request, response| {
        states(|state| state.account = version)(request, response);
        accounts(|account| *account = old.clone())(request, response);
        if request.method == "PUT" {
            // It says that it took the newer one, and goes on showing the old.
            *response = Response {
                status: 200,
                ..Response::default()
            };
        }
    });
    assert_eq!(found, Err(SyncError::OlderAccount));
    let account = &scene.tablet.open().member().expect("a member").account;
    assert!(account.devices.len() >= known, "nobody is forgotten");
    scene.honest_day();
}

fn another_device_joins(scene: &mut Scene) {
    let line = Line::new(&scene.relay, &[]);
    next_device(&line, &scene.words, 4).expect("it joins");
}

#[test]
fn a_relay_that_always_says_that_it_has_moved_is_left() {
    let mut scene = Scene::new();
    scene.tablet.write(1, 1, b"words").expect("written");
    let (relay, before) = (scene.relay.clone(), scene.relay.backup());
    let found = scene.attack(move |request, response| {
        if request.path == "push" {
            relay.restore(&before);
            response.status = 409;
            response.refusal = Some(Refusal::Moved.code().into());
        }
    });
    assert_eq!(found, Err(SyncError::Busy));
    scene.honest_day();
}

#[test]
fn an_answer_without_end_is_not_read_to_its_end() {
    let mut scene = Scene::new();
    let found = scene.attack(|request, response| {
        if request.path == "pull" {
            let once = response.body.clone();
            response.body.extend(once.repeat(200));
        }
        if request.path == "state" {
            let mut long = response.body[..8].to_vec();
            long.extend_from_slice(&[0xff; 4]);
            response.body = long;
        }
    });
    assert_eq!(found, Err(SyncError::Relay(RelayError::Nonsense)));
    scene.honest_day();
}

#[test]
fn a_door_that_leads_elsewhere_writes_nothing() {
    let scene = Scene::new();
    let (other, other_words) = first_device(&scene.relay, 70);
    let _ = other;
    let wrong = AccountSecret::new([3; 16]).door();
    let store = Slow::default();
    let line = Line::new(&scene.relay, &[]);
    let before = scene.relay.bytes();
    let joined = run(conformance::sample_join(
        store.clone(),
        &line,
        &wrong,
        &mut Seeded(8),
    ));
    let refused = joined.err();
    assert_eq!(
        refused,
        Some(SyncError::Relay(RelayError::Refused(Refusal::NotThere))),
        "wrong words find no door"
    );
    // The relay sends somebody with the right words to somebody else's vault.
    let right = AccountSecret::from_words(&other_words)
        .expect("words")
        .door();
    let elsewhere = scene.vault;
    let hostile = Hostile {
        line,
        change: move |request: &Request, response: &mut Response| {
            if request.path.starts_with("doors/") {
                response.body = elsewhere.as_bytes().to_vec();
            }
        },
    };
    let joined = run(conformance::sample_join(
        store.clone(),
        &hostile,
        &right,
        &mut Seeded(8),
    ));
    assert!(joined.is_err());
    assert!(store.0.is_empty(), "nothing was written here");
    assert_eq!(
        run(store.meta("slots")),
        Ok(None),
        "nothing was written here"
    );
    assert_eq!(scene.relay.bytes(), before, "nothing was written there");
}

/// A counsellor who was shown the diary, and the person's 12 words.
fn shown(scene: &mut Scene) -> Shared<Slow> {
    let mut random = Seeded(5);
    let line = Line::new(&scene.relay, &[]);
    let mut counsellor =
        run(conformance::sample_vault(Slow::default(), &mut random)).expect("made");
    run(counsellor.become_member("office", 0, &mut random)).expect("a member");
    let invitation = run(counsellor.invite(Seat::Counsellor, "Dr Reed", 0, &mut random));
    let invitation = invitation.expect("invited");
    let showing = Showing {
        streams: &["diary"],
        with_the_past: true,
        until: 0,
        their_name: "Dr Reed",
        own_name: "Sam",
        now_ms: 0,
    };
    let shown = scene
        .phone
        .open()
        .show(&line, &invitation, &showing, &mut random);
    run(shown).expect("it is shown");
    let answers = run(counsellor.answers(&line, 0)).expect("asked");
    let received = answers[0].received.clone().expect("it is sound");
    run(Shared::open(Slow::default(), received))
        .expect("it opens")
        .0
}

#[test]
fn older_keys_of_a_grant_are_refused() {
    let mut scene = Scene::new();
    let mut shared = shown(&mut scene);
    let line = Line::new(&scene.relay, &[]);
    let old = scene.relay.with(scene.vault, |held| held.access.clone());
    let mut random = Seeded(6);
    let words = scene.phone.open().remove_device(
        &line,
        *scene
            .tablet
            .open()
            .member()
            .expect("a member")
            .account
            .devices
            .keys()
            .next()
            .expect("one"),
        &mut random,
    );
    run(words).expect("it is removed");
    run(shared.refresh(&line)).expect("it is refreshed");
    scene.relay.with(scene.vault, |held| {
        for (id, access) in old {
            held.access.insert(id, access);
        }
    });
    let found = run(shared.refresh(&line));
    assert!(
        matches!(found, Err(SharedError::Grant(_))),
        "old keys are refused: {found:?}"
    );
}

#[test]
fn a_counsellor_does_not_believe_records_that_nobody_signed() {
    let mut scene = Scene::new();
    let phone = scene.phone_id();
    let mut shared = shown(&mut scene);
    let hostile = Hostile {
        line: Line::new(&scene.relay, &[]),
        change: pulls(|records| {
            if records.len() > 3 {
                records.swap(1, 2);
            }
        }),
    };
    let report = run(shared.refresh(&hostile)).expect("the rest is fetched");
    assert_eq!(report.suspicions, [Suspicion::Forged(phone)]);
    let report = run(shared.refresh(&Line::new(&scene.relay, &[]))).expect("fetched");
    assert_eq!((report.pulled, report.suspicions), (6, Vec::new()));
}

#[test]
fn an_answer_in_the_wrong_mailbox_is_refused() {
    let mut random = Seeded(5);
    let mut vault = run(conformance::sample_vault(Slow::default(), &mut random)).expect("made");
    run(vault.become_member("office", 0, &mut random)).expect("a member");
    let one = run(vault.invite(Seat::Counsellor, "", 0, &mut random)).expect("invited");
    let relay = ModelRelay::default();
    let line = Line::new(&relay, &[]);
    let (mut person, _) = first_device(&relay, 7);
    // The key of one invitation with the mailbox of another: what a relay in between would make.
    let mut bytes = one.to_bytes();
    bytes[66] ^= 1;
    let other = Invitation::parse(&bytes).expect("an invitation");
    let showing = Showing {
        streams: &["diary"],
        with_the_past: true,
        until: 0,
        their_name: "",
        own_name: "",
        now_ms: 0,
    };
    run(person.open().show(&line, &other, &showing, &mut random)).expect("it is shown");
    let hostile = Hostile {
        line,
        change: |_: &Request, _: &mut Response| {},
    };
    // It moves the answer over.
    let put = Request {
        method: "GET",
        path: format!("mailboxes/{}", hex(&other.mailbox.0)),
        token: None,
        etag: None,
        body: Vec::new(),
    };
    let answer = run(hostile.send(put.clone())).expect("it is there");
    let moved = Request {
        method: "PUT",
        path: format!("mailboxes/{}", hex(&one.mailbox.0)),
        body: answer.body,
        ..put
    };
    run(hostile.send(moved)).expect("it is put");
    let answers = run(vault.answers(&hostile, 0)).expect("asked");
    assert_eq!(answers[0].received.clone().err(), Some(InviteError::Forged));
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever a relay answers to the nth question: no panic, nothing shown that nobody wrote, nothing
    /// lost.
    #[test]
    fn any_answer_is_survived(at in 0_usize..8, body in prop::collection::vec(any::<u8>(), 0..300), status in prop::sample::select(vec![200_u16, 204, 404, 409, 500]), cut in any::<bool>()) {
        let mut scene = Scene::new();
        let asked = std::cell::Cell::new(0);
        let _ = scene.attack(|_, response| {
            if asked.replace(asked.get() + 1) == at {
                response.status = status;
                if cut {
                    response.body.truncate(body.len());
                } else {
                    response.body.clone_from(&body);
                }
            }
        });
        let honest = scene.phone.shows();
        prop_assert!(scene.tablet.shows().is_subset(&honest));
        scene.honest_day();
    }
}
