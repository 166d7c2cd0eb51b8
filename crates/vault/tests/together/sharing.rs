// SPDX-License-Identifier: Apache-2.0
//! Showing something to a counsellor: the invitation, what they see, what they write back, and taking it
//! back.

use crate::world::{Device, Line, Slow, first_device, next_device, run};
use kindhold_vault::{
    ThingId,
    conformance::{self, ModelRelay, Seeded},
    together::{Invitation, InviteError, Offer, Received, Seat, Shared, SharedError, Showing},
};
use std::collections::BTreeSet;

/// A person with two devices, and a counsellor who has one and keeps nothing at the relay.
struct Room {
    relay: ModelRelay,
    line: Line,
    person: Device,
    tablet: Device,
    counsellor: Device,
    random: Seeded,
}

impl Room {
    fn new() -> Self {
        let relay = ModelRelay::default();
        let line = Line::new(&relay, &[]);
        let (person, words) = first_device(&relay, 1);
        let tablet = next_device(&line, &words, 2).expect("it joins");
        let mut random = Seeded(99);
        let store = Slow::default();
        let mut vault = run(conformance::sample_vault(store.clone(), &mut random)).expect("made");
        run(vault.become_member("office", 0, &mut random)).expect("a member");
        let counsellor = Device {
            store,
            vault: Some(vault),
            random: Seeded(3),
            skew: 0,
        };
        Self {
            relay,
            line,
            person,
            tablet,
            counsellor,
            random,
        }
    }

    fn sync(&mut self) {
        for turn in 0..3 {
            let device = if turn == 1 {
                &mut self.tablet
            } else {
                &mut self.person
            };
            let mut random = device.random.clone();
            let report = run(device.open().sync(&self.line, &mut random)).expect("it syncs");
            assert_eq!(report.suspicions, []);
            device.random = random;
        }
    }

    fn invite(&mut self) -> Invitation {
        let vault = self.counsellor.open();
        run(vault.invite(Seat::Counsellor, "Dr Reed", 5, &mut self.random)).expect("invited")
    }

    /// From the invitation to the counsellor's first look.
    fn share(&mut self, showing: &Showing<'_>) -> (Received, Shared<Slow>) {
        let invitation = self.invite();
        let carried = Invitation::parse(&invitation.to_bytes()).expect("it is one");
        let vault = self.person.open();
        let given = run(vault.show(&self.line, &carried, showing, &mut self.random));
        let given = given.expect("it is shown");
        let answers = run(self.counsellor.open().answers(&self.line, 6)).expect("asked");
        assert_eq!(answers.len(), 1);
        assert_eq!(answers[0].words, given.words, "both see the same words");
        let received = answers[0].received.clone().expect("it is sound");
        let mailbox = answers[0].mailbox;
        let accepted = self.counsellor.open();
        run(accepted.accept(&self.line, mailbox, &received, &mut self.random)).expect("accepted");
        self.sync();
        let store = Slow::default();
        let (mut shared, _) = run(Shared::open(store, received.clone())).expect("it opens");
        assert_eq!(look(&mut shared, &self.line), Ok(()));
        (received, shared)
    }
}

fn look(shared: &mut Shared<Slow>, line: &Line) -> Result<(), SharedError> {
    let report = run(shared.refresh(line))?;
    assert_eq!(report.suspicions, []);
    Ok(())
}

fn bodies(shared: &mut Shared<Slow>) -> Vec<Vec<u8>> {
    let contents = run(shared.read()).expect("it is read");
    assert_eq!(contents.damage, []);
    let all = contents.opened.into_iter().filter(|o| !o.tombstone);
    all.map(|o| o.body).collect()
}

const FROM_NOW: Showing<'_> = Showing {
    streams: &["diary"],
    with_the_past: false,
    until: 0,
    their_name: "Dr Reed",
    own_name: "Sam",
    now_ms: 5,
};

#[test]
fn a_counsellor_sees_what_was_shown_from_then_on_and_nothing_else() {
    let mut room = Room::new();
    room.person.write(2, 10, b"before").expect("written");
    room.sync();
    let (_, mut shared) = room.share(&FROM_NOW);
    assert_eq!(bodies(&mut shared), Vec::<Vec<u8>>::new());
    room.person
        .write(2, 20, b"from the phone")
        .expect("written");
    room.tablet
        .write(4, 30, b"from the tablet")
        .expect("written");
    room.person.write(1, 40, b"private").expect("written");
    room.sync();
    look(&mut shared, &room.line).expect("it is refreshed");
    let expected = [b"from the phone".to_vec(), b"from the tablet".to_vec()];
    assert_eq!(bodies(&mut shared), expected);
    assert_eq!(shared.streams(), ["diary"]);
}

#[test]
fn with_the_past_the_counsellor_sees_all_of_it() {
    let mut room = Room::new();
    for n in 0..20 {
        room.person.write(2, n, &[b'x', n as u8]).expect("written");
    }
    room.sync();
    let with_the_past = true;
    let (_, mut shared) = room.share(&Showing {
        with_the_past,
        ..FROM_NOW
    });
    assert_eq!(bodies(&mut shared).len(), 20);
}

#[test]
fn what_was_written_offline_before_a_revocation_is_not_readable_after_it() {
    let mut room = Room::new();
    let (received, mut shared) = room.share(&FROM_NOW);
    // The tablet has no network when the phone takes it back.
    room.tablet.write(2, 50, b"offline").expect("written");
    let taken = run(room
        .person
        .open()
        .take_back(&room.line, received.id, 60, &mut room.random));
    taken.expect("it is taken back");
    room.person.write(2, 70, b"after").expect("written");
    room.sync();
    assert_eq!(look(&mut shared, &room.line), Err(SharedError::Ended));
    // Even with every byte that lies at the relay, the old keys open nothing of it.
    let old = conformance::grant_keys(&shared);
    let vault = received.vault;
    room.relay.with(vault, |held| {
        for (place, record) in &held.records {
            let opened = conformance::opens_with(record, vault, &old);
            assert!(
                !opened,
                "a record that was written after it opens: {place:?}"
            );
        }
    });
}

#[test]
fn a_deleted_entry_is_emptied_at_the_counsellor_too() {
    let mut room = Room::new();
    let (_, mut shared) = room.share(&FROM_NOW);
    room.person.write(2, 20, b"too much").expect("written");
    room.person.write(4, 21, b"stays").expect("written");
    room.sync();
    look(&mut shared, &room.line).expect("it is refreshed");
    assert_eq!(bodies(&mut shared).len(), 2);
    room.tablet.delete(2, 30);
    room.sync();
    look(&mut shared, &room.line).expect("it is refreshed");
    assert_eq!(bodies(&mut shared), [b"stays".to_vec()]);
    let run_of = run(conformance::snapshot(shared.store())).expect("read").1;
    let sealed = run_of
        .iter()
        .flat_map(|r| kindhold_vault::Records(r))
        .flatten();
    let left = sealed.filter(|r| !r.is_purged()).count();
    assert_eq!(left, 2, "the other entry and the tombstone");
}

#[test]
fn an_offer_arrives_on_every_device_and_nowhere_else() {
    let mut room = Room::new();
    let (received, mut shared) = room.share(&FROM_NOW);
    let offer = |thing: u8, body: &'static [u8]| Offer {
        kind: 9,
        thing: ThingId([thing; 16]),
        wall_ms: 100,
        offset_min: 0,
        body,
    };
    for (n, body) in [(50, &b"a practice"[..]), (51, b"a message")] {
        run(shared.offer(&room.line, &offer(n, body), &mut room.random)).expect("it is offered");
    }
    room.sync();
    for device in [&mut room.person, &mut room.tablet] {
        let shown = device.shows();
        let bodies: BTreeSet<_> = shown.iter().map(|(_, _, _, b)| b.as_slice()).collect();
        assert_eq!(bodies, [&b"a practice"[..], b"a message"].into());
    }
    let grants = &room
        .tablet
        .open()
        .member()
        .expect("a member")
        .account
        .grants;
    assert_eq!(grants.len(), 1);
    assert_eq!(
        (grants[0].id, grants[0].name.as_str()),
        (received.id, "Dr Reed")
    );
}

#[test]
fn it_ends_with_its_last_day() {
    let mut room = Room::new();
    let (_, mut shared) = room.share(&Showing {
        until: 20_000,
        ..FROM_NOW
    });
    room.relay.set_today(20_000);
    assert_eq!(look(&mut shared, &room.line), Ok(()));
    room.relay.set_today(20_001);
    assert_eq!(look(&mut shared, &room.line), Err(SharedError::Ended));
}

#[test]
fn an_invitation_is_good_for_one_answer() {
    let mut room = Room::new();
    let invitation = room.invite();
    let (mut other, _) = first_device(&room.relay, 77);
    let first = run(other
        .open()
        .show(&room.line, &invitation, &FROM_NOW, &mut room.random));
    first.expect("it is shown");
    let second = run(room
        .person
        .open()
        .show(&room.line, &invitation, &FROM_NOW, &mut room.random));
    assert!(second.is_err(), "somebody else was quicker");
    let grants = &room
        .person
        .open()
        .member()
        .expect("a member")
        .account
        .grants;
    assert!(
        grants.iter().all(|g| g.ended_ms.is_some()),
        "nothing stays shown"
    );
}

#[test]
fn somebody_without_the_invitation_cannot_answer_it() {
    let mut room = Room::new();
    let invitation = room.invite();
    // Somebody who saw the box key and the mailbox, and not the secret.
    let mut seen = invitation.to_bytes();
    seen[40] ^= 1;
    let seen = Invitation::parse(&seen).expect("it looks like one");
    let (mut other, _) = first_device(&room.relay, 77);
    run(other
        .open()
        .show(&room.line, &seen, &FROM_NOW, &mut room.random))
    .expect("it is put");
    let answers = run(room.counsellor.open().answers(&room.line, 6)).expect("asked");
    assert_eq!(answers[0].received.clone().err(), Some(InviteError::Forged));
}

/// A room in which a plan was written before it was shown, with the past.
fn a_plan_that_was_shown() -> (Room, Received, Shared<Slow>) {
    let mut room = Room::new();
    room.person.write(2, 10, b"my plan").expect("it is written");
    room.sync();
    let (received, shared) = room.share(&Showing {
        with_the_past: true,
        ..FROM_NOW
    });
    (room, received, shared)
}

#[test]
fn a_guest_can_neither_delete_nor_change_what_is_not_theirs() {
    let (mut room, received, mut shared) = a_plan_that_was_shown();
    // The name of the person's own thing, as a guest who read it knows it.
    let own = run(shared.read()).expect("it is read").opened[0].thing;
    let offer = Offer {
        kind: 9,
        thing: own,
        wall_ms: 30,
        offset_min: 0,
        body: b"another plan",
    };
    run(shared.offer(&room.line, &offer, &mut room.random)).expect("it is offered");
    room.sync();
    let contents = run(room.person.open().read()).expect("it is read");
    let (theirs, ours): (Vec<_>, Vec<_>) = contents.opened.iter().partition(|o| o.by_guest);
    assert!(ours.iter().any(|o| o.thing == own && o.body == b"my plan"));
    assert_eq!(theirs.len(), 1);
    assert_ne!(theirs[0].thing, own);
    assert_eq!(theirs[0].place.lane.device.0, received.id.0);
    // The guest knows it under the same name, and the person can delete it for both.
    let guests = run(shared.read()).expect("it is read").opened;
    assert!(guests.iter().any(|o| o.thing == theirs[0].thing));
    let name = theirs[0].thing;
    let mut random = room.random.clone();
    run(room.person.open().delete(name, 40, &mut random)).expect("it is deleted");
    assert!(room.person.open().is_deleted(name));
    assert!(!room.person.open().is_deleted(own));
}

#[test]
fn a_forged_tombstone_of_a_guest_empties_nothing() {
    let (mut room, _, mut shared) = a_plan_that_was_shown();
    let own = run(shared.read()).expect("it is read").opened[0].clone();
    run(conformance::forge_tombstone(
        &mut shared,
        &room.line,
        own.thing,
        own.id,
        &mut room.random,
    ))
    .expect("the relay takes it");
    room.sync();
    assert!(!room.person.open().is_deleted(own.thing));
    // A device that joins afterwards meets the tombstone before the record.
    let words = room
        .person
        .open()
        .member()
        .expect("one")
        .account
        .secret
        .words()
        .join(" ");
    let mut third = next_device(&room.line, &words, 5).expect("it joins");
    let mut random = third.random.clone();
    let report = run(third.open().sync(&room.line, &mut random)).expect("it syncs");
    assert_eq!(report.suspicions, []);
    assert!(
        third
            .shows()
            .iter()
            .any(|(_, _, _, body)| body == b"my plan")
    );
}
