// SPDX-License-Identifier: Apache-2.0
//! Devices whose every step can be their last, and a relay behind a bad line.

use kindhold_vault::{
    Batch, Draft, Head, Lane, MemoryStore, Opened, Place, Store, StoreError, ThingId, Vault,
    conformance::{self, ModelRelay, Seeded},
    together::{Relay, Request, Response, SyncError, Unreachable},
};
use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet},
    future::Future,
    pin::{Pin, pin},
    rc::Rc,
    task::{Context, Poll, Waker},
};

/// Gives way once: here somebody else may go on, and here a crash can come.
pub(crate) fn step() -> impl Future<Output = ()> {
    let mut gave = false;
    std::future::poll_fn(move |_| {
        if gave {
            Poll::Ready(())
        } else {
            gave = true;
            Poll::Pending
        }
    })
}

/// A store in which every operation is two steps.
#[derive(Debug, Clone, Default)]
pub(crate) struct Slow(pub(crate) MemoryStore);

impl Store for Slow {
    async fn meta(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        step().await;
        self.0.meta(name).await
    }
    async fn load(&self, run: &mut dyn FnMut(&[u8])) -> Result<BTreeMap<Lane, Head>, StoreError> {
        step().await;
        self.0.load(run).await
    }
    async fn heads(&self) -> Result<BTreeMap<Lane, Head>, StoreError> {
        step().await;
        self.0.heads().await
    }
    async fn records(&self, from: Place, most: usize) -> Result<Vec<u8>, StoreError> {
        step().await;
        self.0.records(from, most).await
    }
    async fn commit(&self, batch: &Batch) -> Result<(), StoreError> {
        step().await;
        let done = self.0.commit(batch).await;
        step().await;
        done
    }
    async fn fold(&self) -> Result<(), StoreError> {
        Ok(())
    }
    async fn erase(&self) -> Result<(), StoreError> {
        self.0.erase().await
    }
}

/// What happens to the messages of one sync, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Arrives,
    /// The relay never hears it.
    Lost,
    /// The relay does it, and nobody hears the answer.
    AnswerLost,
    /// The relay hears it twice.
    Twice,
}

/// A line to a relay.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) relay: ModelRelay,
    pub(crate) fates: Rc<RefCell<Vec<Fate>>>,
    pub(crate) sent: Rc<Cell<usize>>,
}

impl Line {
    pub(crate) fn new(relay: &ModelRelay, fates: &[Fate]) -> Self {
        Self {
            relay: relay.clone(),
            fates: Rc::new(RefCell::new(fates.iter().rev().copied().collect())),
            sent: Rc::default(),
        }
    }
}

impl Relay for Line {
    fn host(&self) -> &str {
        "relay.example"
    }

    async fn send(&self, request: Request) -> Result<Response, Unreachable> {
        self.sent.set(self.sent.get() + 1);
        let fate = self.fates.borrow_mut().pop().unwrap_or(Fate::Arrives);
        step().await;
        if fate == Fate::Lost {
            return Err(Unreachable);
        }
        let answer = self.relay.answer(self.host(), &request);
        step().await;
        if fate == Fate::Twice {
            return Ok(self.relay.answer(self.host(), &request));
        }
        if fate == Fate::AnswerLost {
            return Err(Unreachable);
        }
        Ok(answer)
    }
}

/// Runs a future for at most so many steps. `None`: it did not get to its end, and is gone.
pub(crate) fn run_for<T>(steps: usize, future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..steps {
        if let Poll::Ready(done) = future.as_mut().poll(&mut context) {
            return Some(done);
        }
    }
    None
}

/// Runs a future to its end.
pub(crate) fn run<T>(future: impl Future<Output = T>) -> T {
    run_for(1_000_000, future).expect("it comes to an end")
}

/// Runs two futures, a step of this and a step of that, as the turns say.
pub(crate) fn run_both<A, B>(
    turns: u64,
    a: impl Future<Output = A>,
    b: impl Future<Output = B>,
) -> (A, B) {
    let (mut a, mut b) = (pin!(a), pin!(b));
    let (mut done_a, mut done_b) = (None, None);
    let mut context = Context::from_waker(Waker::noop());
    for n in 0..1_000_000_u32 {
        let turn = turns.rotate_right(n) & 1 == 0;
        if (turn || done_b.is_some()) && done_a.is_none() {
            if let Poll::Ready(done) = Pin::new(&mut a).poll(&mut context) {
                done_a = Some(done);
            }
        } else if done_b.is_none()
            && let Poll::Ready(done) = Pin::new(&mut b).poll(&mut context)
        {
            done_b = Some(done);
        }
        if done_a.is_some() && done_b.is_some() {
            break;
        }
    }
    (done_a.expect("a ends"), done_b.expect("b ends"))
}

/// A device: what lies on its disk, and what runs until the next crash.
pub(crate) struct Device {
    pub(crate) store: Slow,
    pub(crate) vault: Option<Vault<Slow>>,
    pub(crate) random: Seeded,
    /// How wrong its clock goes, in milliseconds.
    pub(crate) skew: i64,
}

impl Device {
    pub(crate) fn open(&mut self) -> &mut Vault<Slow> {
        let store = self.store.clone();
        self.vault
            .get_or_insert_with(|| run(conformance::reopen(store)).expect("it opens").0)
    }

    /// A copy of it as a copied profile has it.
    pub(crate) fn copy(&self, seed: u64) -> Self {
        Self {
            store: Slow(self.store.0.copy()),
            vault: None,
            random: Seeded(seed),
            skew: self.skew,
        }
    }

    pub(crate) fn crash(&mut self) {
        self.vault = None;
    }

    pub(crate) fn write(&mut self, thing: u8, now: i64, body: &[u8]) -> Result<(), ()> {
        let mut random = self.random.clone();
        let wall_ms = now + self.skew;
        let draft = Draft {
            stream: if thing.is_multiple_of(2) {
                "diary"
            } else {
                "private"
            },
            kind: 1,
            thing: ThingId([thing; 16]),
            wall_ms,
            offset_min: 0,
            written: None,
            body,
        };
        let done = run(self.open().append(draft, &mut random));
        self.random = random;
        done.map(drop).map_err(drop)
    }

    pub(crate) fn delete(&mut self, thing: u8, now: i64) {
        let mut random = self.random.clone();
        let done = run(self.open().delete(ThingId([thing; 16]), now, &mut random));
        self.random = random;
        done.expect("it is deleted");
    }

    /// Everything it shows: versions of things that were not deleted.
    pub(crate) fn shows(&mut self) -> BTreeSet<(ThingId, i64, u32, Vec<u8>)> {
        let store = self.store.clone();
        let contents = run(conformance::reopen(store)).expect("it opens").1;
        assert_eq!(contents.damage, [], "a device’s own store is whole");
        let buried = contents.opened.iter().filter(|o| o.tombstone);
        let buried: BTreeSet<ThingId> = buried.map(|o| o.thing).collect();
        let versions = contents.opened.into_iter();
        versions
            .filter(|o| !buried.contains(&o.thing))
            .map(|o: Opened| (o.thing, o.time.ms, o.time.counter, o.body))
            .collect()
    }
}

/// A device whose vault lies at a relay, and its 12 words.
pub(crate) fn first_device(relay: &ModelRelay, seed: u64) -> (Device, String) {
    let mut random = Seeded(seed);
    let store = Slow::default();
    let mut vault = run(conformance::sample_vault(store.clone(), &mut random)).expect("made");
    let line = Line::new(relay, &[]);
    run(vault.bring_to_relay(&line, "", "phone", 0, &mut random)).expect("it is there");
    let words = vault.member().expect("a member").account.secret.words();
    let device = Device {
        store,
        vault: Some(vault),
        random,
        skew: 0,
    };
    (device, words.join(" "))
}

/// One more device, by the words.
pub(crate) fn next_device(line: &Line, words: &str, seed: u64) -> Result<Device, SyncError> {
    let mut random = Seeded(seed);
    let store = Slow::default();
    let secret = kindhold_vault::together::AccountSecret::from_words(words).expect("words");
    let vault = run(conformance::sample_join(
        store.clone(),
        line,
        &secret.door(),
        &mut random,
    ))?;
    Ok(Device {
        store,
        vault: Some(vault),
        random,
        skew: 0,
    })
}
