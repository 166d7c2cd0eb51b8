// SPDX-License-Identifier: Apache-2.0
//! A relay that answers with anything.

use crate::pieces::Pieces;
use kindhold_vault::{
    Draft, MemoryStore, ThingId,
    conformance::{self, ModelRelay, Seeded},
    together::{AccountSecret, Relay, Request, Response, Unreachable},
};
use pollster::block_on;
use std::{cell::RefCell, collections::VecDeque};

const HOST: &str = "relay.example";

/// Answers as the model does, and changes some answers on their way.
struct Line {
    relay: ModelRelay,
    changes: RefCell<VecDeque<Change>>,
    asked: RefCell<u32>,
}

/// What becomes of one answer.
struct Change {
    kind: u8,
    place: u16,
    bytes: Vec<u8>,
}

impl Line {
    fn honest(relay: &ModelRelay) -> Self {
        Self {
            relay: relay.clone(),
            changes: RefCell::default(),
            asked: RefCell::default(),
        }
    }
}

impl Relay for Line {
    fn host(&self) -> &str {
        HOST
    }

    async fn send(&self, request: Request) -> Result<Response, Unreachable> {
        *self.asked.borrow_mut() += 1;
        assert!(*self.asked.borrow() < 500, "it asks without end");
        let mut answer = self.relay.answer(HOST, &request);
        let change = self.changes.borrow_mut().pop_front();
        change.map_or(Ok(()), |change| change.work(&mut answer))?;
        Ok(answer)
    }
}

impl Change {
    fn work(self, answer: &mut Response) -> Result<(), Unreachable> {
        let place = usize::from(self.place) % answer.body.len().max(1);
        match self.kind % 7 {
            0 | 1 => {}
            2 => answer.body = self.bytes,
            3 => answer.body.truncate(place),
            4 => {
                let bytes = answer.body.iter_mut().skip(place);
                bytes.zip(self.bytes).for_each(|(to, by)| *to ^= by);
            }
            5 => {
                answer.body.splice(place..place, self.bytes);
            }
            _ => return Err(Unreachable),
        }
        if self.kind >= 128 {
            answer.status = 200 + 100 * (self.place % 4);
        }
        Ok(())
    }
}

/// A phone that wrote and synced, and a tablet that has yet to hear of it.
struct Scene {
    relay: ModelRelay,
    tablet: MemoryStore,
    bodies: Vec<Vec<u8>>,
}

thread_local! {
    static SCENE: Scene = scene();
}

fn scene() -> Scene {
    let (relay, mut random) = (ModelRelay::default(), Seeded(1));
    let line = Line::honest(&relay);
    let phone = conformance::sample_vault(MemoryStore::default(), &mut random);
    let mut phone = block_on(phone).expect("it is made");
    block_on(phone.bring_to_relay(&line, "", "phone", 0, &mut random)).expect("it is there");
    let words = phone.member().expect("a member").account.secret.words();
    let secret = AccountSecret::from_words(&words.join(" ")).expect("its words");
    let tablet = MemoryStore::default();
    let door = secret.door();
    let joined = conformance::sample_join(tablet.clone(), &line, &door, &mut random);
    block_on(joined).expect("it joins");
    let bodies: Vec<Vec<u8>> = (0..5).map(|n| vec![n; 30]).collect();
    for body in &bodies {
        let draft = Draft {
            stream: "diary",
            kind: 1,
            thing: ThingId([body[0]; 16]),
            wall_ms: body[0].into(),
            offset_min: 0,
            written: None,
            body,
        };
        block_on(phone.append(draft, &mut random)).expect("it is written");
    }
    block_on(phone.sync(&Line::honest(&relay), &mut random)).expect("it syncs");
    Scene {
        relay,
        tablet,
        bodies,
    }
}

/// Answers of a relay, changed one after the other while a device syncs. It comes to an end, nothing of what arrives is
/// made up, and after an honest day everything is there.
pub fn relay_answers(bytes: &[u8]) -> bool {
    SCENE.with(|scene| {
        let mut pieces = Pieces(bytes);
        let mut line = Line::honest(&scene.relay.backup());
        let mut changes = VecDeque::new();
        while !pieces.is_empty() {
            let [kind, low, high, many] = pieces.array();
            let bytes = if kind % 7 > 1 && kind % 7 < 6 {
                pieces.take(many.into()).to_vec()
            } else {
                Vec::new()
            };
            let place = u16::from_le_bytes([low, high]);
            changes.push_back(Change { kind, place, bytes });
        }
        line.changes = RefCell::new(changes);
        let (store, mut random) = (scene.tablet.copy(), Seeded(9));
        let (mut vault, _) = block_on(conformance::reopen(store.clone())).expect("it opens");
        let attacked = block_on(vault.sync(&line, &mut random));
        let (mut vault, contents) =
            block_on(conformance::reopen(store.clone())).expect("it opens again");
        let made_up = |body: &Vec<u8>| !body.is_empty() && !scene.bodies.contains(body);
        assert!(
            !contents.opened.iter().any(|o| made_up(&o.body)),
            "something was made up"
        );
        let honest = Line::honest(&line.relay);
        for _ in 0..3 {
            let _ = block_on(vault.sync(&honest, &mut random));
        }
        let (_, contents) = block_on(conformance::reopen(store)).expect("it opens at last");
        for body in &scene.bodies {
            assert!(
                contents.opened.iter().any(|o| o.body == *body),
                "something never arrives"
            );
        }
        attacked.is_ok()
    })
}
