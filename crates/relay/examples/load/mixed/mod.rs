// SPDX-License-Identifier: Apache-2.0
//! Mixed load with faults on the real program: people who write, read, show and take back; others who are slow or
//! hostile; and a server that is killed again and again. What was confirmed stands in ledgers, and is looked for.

mod hostile;
mod line;
mod people;
mod person;
mod program;
mod slope;
mod toll;

pub(crate) use line::Line;
pub(crate) use program::{Program, Sample};
pub(crate) use slope::slope;
pub(crate) use toll::Toll;

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// How long, how much, and what goes wrong meanwhile.
pub(crate) struct Plan {
    /// All of it.
    pub(crate) time: Duration,
    /// Kills stop after so long: what follows is one life, in which memory is watched.
    pub(crate) kills_end: Duration,
    /// Between two kills.
    pub(crate) kill_every: Duration,
    /// When the database is restarted, if it is a server.
    pub(crate) database_at: Option<Duration>,
    /// Threads of honest people, and how many people each has.
    pub(crate) workers: u64,
    pub(crate) people: usize,
    /// Between two things that the people of one thread do.
    pub(crate) pause: Duration,
    /// Between two looks at the server.
    pub(crate) look: Duration,
}

/// What became of it.
pub(crate) struct Outcome {
    pub(crate) toll: Arc<Toll>,
    /// Seconds, and how the server was; and whether it was the last life.
    pub(crate) samples: Vec<(f64, Sample, bool)>,
    pub(crate) kills: u64,
}

/// Shared by all threads.
pub(crate) struct Stage {
    pub(crate) toll: Arc<Toll>,
    pub(crate) over: AtomicBool,
    /// How often the server has come back: each time some ledgers are compared.
    pub(crate) lives: AtomicU64,
    /// Signed-in questions, for those who wait.
    pub(crate) waiting: people::Waiting,
}

/// Ends the load when whoever leads it is done, also by a panic: nobody else would.
struct Over<'a>(&'a AtomicBool);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Runs it. `restart` restarts the database.
pub(crate) fn run(plan: &Plan, program: &mut Program, mut restart: impl FnMut()) -> Outcome {
    let address = program.start();
    let stage = Stage {
        toll: Arc::new(Toll::new()),
        over: AtomicBool::new(false),
        lives: AtomicU64::new(0),
        waiting: people::Waiting::default(),
    };
    let (mut samples, mut kills) = (Vec::new(), 0);
    thread::scope(|scope| {
        let _over = Over(&stage.over);
        for seed in 1..=plan.workers {
            let stage = &stage;
            scope.spawn(move || people::work(stage, address, seed, plan.people, plan.pause));
        }
        people::wait_for_news(scope, &stage, address);
        hostile::all(scope, &stage, address);
        let begun = Instant::now();
        let (mut next_kill, mut database_at) = (plan.kill_every, plan.database_at);
        while begun.elapsed() < plan.time {
            thread::sleep(plan.look);
            let now = begun.elapsed();
            if now >= next_kill && now < plan.kills_end {
                stage.toll.down();
                program.kill();
                program.start();
                stage.toll.up();
                stage.lives.fetch_add(1, Ordering::Relaxed);
                (kills, next_kill) = (kills + 1, now + plan.kill_every);
            }
            if database_at.is_some_and(|at| now >= at) {
                database_at = None;
                stage.toll.down();
                restart();
                stage.toll.up();
                stage.lives.fetch_add(1, Ordering::Relaxed);
            }
            let is_last = now > plan.kills_end;
            samples.push((now.as_secs_f64(), program.sample(), is_last));
        }
    });
    Outcome {
        toll: stage.toll,
        samples,
        kills,
    }
}
