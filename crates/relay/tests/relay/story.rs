// SPDX-License-Identifier: Apache-2.0
//! One story over the whole protocol, told to each database: two devices, a counsellor, and in the end no
//! row left.

use crate::{
    http::{Http, Server, TODAY},
    places::{Folder, shared_cluster},
};
use kindhold_relay::{Place, Setup};
use kindhold_vault::{
    Draft, MemoryStore, ThingId, Vault,
    conformance::{self, Seeded},
    together::{AccountSecret, Offer, Seat, Shared, SharedError, Showing, SyncError, Unreachable},
};
use pollster::block_on;

/// A sentence that must never be found where a relay keeps things.
const CANARY: &str = "the heron stood in the rain and nobody minded";

type Device = Vault<MemoryStore>;

fn first(line: &Http, random: &mut Seeded) -> Device {
    let mut vault =
        block_on(conformance::sample_vault(MemoryStore::default(), random)).expect("made");
    block_on(vault.bring_to_relay(line, "", CANARY, 0, random)).expect("it is there");
    vault
}

fn words(device: &Device) -> String {
    device
        .member()
        .expect("a member")
        .account
        .secret
        .words()
        .join(" ")
}

fn write(device: &mut Device, stream: &str, thing: u8, body: &[u8], random: &mut Seeded) {
    let draft = Draft {
        stream,
        kind: 1,
        thing: ThingId([thing; 16]),
        wall_ms: i64::from(thing),
        offset_min: 0,
        written: None,
        body,
    };
    block_on(device.append(draft, random)).expect("written");
}

fn sync(device: &mut Device, line: &Http, random: &mut Seeded) {
    let report = block_on(device.sync(line, random)).expect("it syncs");
    assert_eq!(report.suspicions, []);
}

fn shows(device: &Device) -> Vec<Vec<u8>> {
    let contents = block_on(conformance::reopen(device.store().clone()))
        .expect("it opens")
        .1;
    assert_eq!(contents.damage, []);
    let mut all: Vec<_> = contents
        .opened
        .into_iter()
        .filter(|o| !o.tombstone)
        .map(|o| o.body)
        .collect();
    all.sort();
    all
}

fn story(place: &Place) -> Server {
    let server = Server::start(Setup::new(place.clone()));
    let line = server.line();
    let mut random = Seeded(7);

    // Two devices, each with something of its own.
    let mut phone = first(&line, &mut random);
    block_on(phone.bring_to_relay(&line, "", "phone", 0, &mut random)).expect("twice is once");
    for n in 0..150 {
        write(
            &mut phone,
            "diary",
            n,
            format!("{CANARY} {n}").as_bytes(),
            &mut random,
        );
    }
    sync(&mut phone, &line, &mut random);
    let secret = AccountSecret::from_words(&words(&phone)).expect("words");
    let (store, door) = (MemoryStore::default(), secret.door());
    let joined = conformance::sample_join(store, &line, &door, &mut random);
    let mut tablet = block_on(joined).expect("it joins");
    sync(&mut tablet, &line, &mut random);
    write(&mut tablet, "diary", 200, b"from the tablet", &mut random);
    block_on(tablet.delete(ThingId([3; 16]), 500, &mut random)).expect("deleted");
    sync(&mut tablet, &line, &mut random);
    sync(&mut phone, &line, &mut random);
    assert_eq!(shows(&phone), shows(&tablet));
    assert_eq!(shows(&phone).len(), 150);

    // A counsellor is shown the diary from now on, for a week.
    let mut counsellor = block_on(conformance::sample_vault(
        MemoryStore::default(),
        &mut random,
    ))
    .expect("made");
    block_on(counsellor.become_member("office", 0, &mut random)).expect("a member");
    let invited = counsellor.invite(Seat::Counsellor, "Dr Reed", 0, &mut random);
    let invitation = block_on(invited).expect("invited");
    let showing = Showing {
        streams: &["diary"],
        with_the_past: false,
        until: TODAY + 7,
        their_name: "Dr Reed",
        own_name: "Sam",
        now_ms: 0,
    };
    let shown = phone.show(&line, &invitation, &showing, &mut random);
    let given = block_on(shown).expect("it is shown");
    let answers = block_on(counsellor.answers(&line, 0)).expect("asked");
    assert_eq!(answers[0].words, given.words);
    let received = answers[0].received.clone().expect("sound");
    let accepted = counsellor.accept(&line, answers[0].mailbox, &received, &mut random);
    block_on(accepted).expect("accepted");
    let mut shared = block_on(Shared::open(MemoryStore::default(), received))
        .expect("opens")
        .0;
    write(&mut phone, "diary", 201, b"seen", &mut random);
    write(&mut phone, "private", 202, b"not seen", &mut random);
    sync(&mut phone, &line, &mut random);
    let report = block_on(shared.refresh(&line)).expect("refreshed");
    assert_eq!((report.pulled, report.suspicions), (1, Vec::new()));
    let offer = Offer {
        kind: 9,
        thing: ThingId([203; 16]),
        wall_ms: 900,
        offset_min: 0,
        body: b"try this",
    };
    block_on(shared.offer(&line, &offer, &mut random)).expect("offered");
    sync(&mut phone, &line, &mut random);
    sync(&mut tablet, &line, &mut random);
    assert!(shows(&tablet).contains(&b"try this".to_vec()));

    // It is taken back.
    block_on(phone.take_back(&line, given.id, 1000, &mut random)).expect("taken back");
    assert_eq!(block_on(shared.refresh(&line)), Err(SharedError::Ended));

    // The tablet is lost; its words open nothing any more.
    let account = &tablet.member().expect("a member").account;
    let lost = account
        .active()
        .find(|(_, d)| d.name == "another")
        .map(|(id, _)| *id);
    let removed = phone.remove_device(&line, lost.expect("the tablet"), &mut random);
    block_on(removed).expect("removed");
    assert_eq!(
        block_on(tablet.sync(&line, &mut random)),
        Err(SyncError::Removed)
    );
    let late = conformance::sample_join(MemoryStore::default(), &line, &door, &mut random);
    assert!(block_on(late).is_err(), "old words open no door");
    write(&mut phone, "diary", 204, b"after", &mut random);
    sync(&mut phone, &line, &mut random);

    // Deleted, there is no row of it left.
    let before = server.count();
    assert!(
        before
            .iter()
            .any(|(table, rows)| *table == "segment" && *rows > 0)
    );
    block_on(phone.leave_relay(&line, &mut random)).expect("it is gone");
    for (table, rows) in server.count() {
        // The relay's own: its secret, and the form of its data.
        let own = if table == "setting" { 2 } else { 0 };
        assert_eq!(rows, own, "rows left in {table}");
    }
    assert_eq!(shows(&phone).len(), 154, "what is on the device stays");
    server
}

#[test]
fn the_story_on_sqlite() {
    let folder = Folder::new("story");
    let _server = story(&folder.place());
    for file in std::fs::read_dir(&folder.0).expect("a folder").flatten() {
        let bytes = std::fs::read(file.path()).expect("a file");
        let found = bytes.windows(CANARY.len()).any(|w| w == CANARY.as_bytes());
        assert!(!found, "the sentence lies in {:?}", file.path());
    }
}

#[test]
fn the_story_on_postgresql() {
    let place = shared_cluster("story");
    let _server = story(&place);
}

#[test]
fn somebody_who_waits_hears_at_once_what_comes() {
    let folder = Folder::new("wait");
    let server = Server::start(Setup::new(folder.place()));
    let line = server.line();
    let mut random = Seeded(7);
    let mut phone = first(&line, &mut random);
    sync(&mut phone, &line, &mut random);
    write(&mut phone, "diary", 1, b"words", &mut random);
    let waiting = block_on(conformance::waiting(&phone, &line)).expect("signed in");
    let other = line.clone();
    let heard = std::thread::spawn(move || {
        let first = other.ask(&waiting)?;
        assert_eq!(first.status, 200);
        let again = kindhold_vault::together::Request {
            path: "state?wait=50".into(),
            etag: first.etag,
            ..waiting
        };
        other.ask(&again)
    });
    std::thread::sleep(std::time::Duration::from_millis(300));
    sync(&mut phone, &line, &mut random);
    let heard: Result<_, Unreachable> = heard.join().expect("no panic");
    assert_eq!(heard.expect("an answer").status, 200);
}
