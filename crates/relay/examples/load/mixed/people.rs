// SPDX-License-Identifier: Apache-2.0
//! Threads of honest people, and of those who wait for news.

use super::{Stage, line::Line, person::Person};
use kindhold_vault::{Random, conformance::Seeded, together::Request};
use std::{
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError, atomic::Ordering},
    thread::{self, Scope},
    time::Duration,
};

/// Signed-in questions of a few people.
#[derive(Default)]
pub(crate) struct Waiting(Mutex<Vec<Request>>);

/// So many are kept, and so many wait at a time.
const KEPT: usize = 64;
const WAITERS: u64 = 8;

impl Waiting {
    pub(crate) fn offer(&self, request: Request) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= KEPT {
            all.remove(0);
        }
        all.push(request);
    }

    fn pick(&self, n: u64) -> Option<Request> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let len = all.len() as u64;
        (len > 0).then(|| all[(n % len) as usize].clone())
    }
}

pub(crate) fn pick(random: &mut Seeded, of: u64) -> u64 {
    u64::from_be_bytes(random.make()) % of
}

/// Sleeps in short pieces, so that the end is noticed.
pub(crate) fn rest(stage: &Stage, time: Duration) {
    let piece = Duration::from_millis(200);
    let mut left = time;
    while !left.is_zero() && !stage.over.load(Ordering::Relaxed) {
        thread::sleep(left.min(piece));
        left = left.saturating_sub(piece);
    }
}

/// Lets people of one thread live until it is over; then compares all their ledgers.
pub(crate) fn work(stage: &Stage, address: SocketAddr, seed: u64, people: usize, pause: Duration) {
    let mut random = Seeded(seed * 7919);
    let mut made = 0_u64;
    let mut new = |random: &mut Seeded| {
        made += 1;
        let from = format!("10.{seed}.{}.{}", made / 250, made % 250 + 1);
        let line = Line::new(address, from, Arc::clone(&stage.toll));
        Person::new(line, Seeded(pick(random, u64::MAX) | 1))
    };
    let mut all: Vec<Person> = (0..people).map(|_| new(&mut random)).collect();
    let mut lives = 0;
    while !stage.over.load(Ordering::Relaxed) {
        let at = pick(&mut random, all.len() as u64) as usize;
        all[at].act(stage);
        if all[at].has_left() {
            all[at] = new(&mut random);
        }
        let now = stage.lives.load(Ordering::Relaxed);
        if now != lives {
            lives = now;
            let at = (seed + now) as usize % all.len();
            all[at].compare(stage);
        }
        let pause = pause.as_millis() as u64;
        rest(
            stage,
            Duration::from_millis(pause / 2 + pick(&mut random, pause + 1)),
        );
    }
    for person in &mut all {
        person.compare(stage);
    }
}

/// Devices that wait for news, as phones in a pocket do.
pub(crate) fn wait_for_news<'s>(scope: &'s Scope<'s, '_>, stage: &'s Stage, address: SocketAddr) {
    for seed in 1..=WAITERS {
        scope.spawn(move || {
            let from = format!("10.200.0.{seed}");
            let line = Line::new(address, from, Arc::clone(&stage.toll));
            let mut random = Seeded(seed * 31);
            let mut etag = None;
            while !stage.over.load(Ordering::Relaxed) {
                rest(stage, Duration::from_millis(500));
                let Some(mut asked) = stage.waiting.pick(pick(&mut random, 1000)) else {
                    continue;
                };
                asked.path = "state?wait=10".into();
                asked.etag = etag.take();
                let Ok(answer) = line.ask(&asked) else {
                    continue;
                };
                etag = answer.etag;
                asked.etag = etag.clone();
                if line.ask(&asked).is_ok() {
                    stage.toll.count("waits for news");
                }
            }
        });
    }
}
