// SPDX-License-Identifier: Apache-2.0
//! The hour: half of it with kills, half of it one life.

use crate::{
    Order,
    mixed::{self, Outcome, Plan, Program},
    places::Cluster,
};
use kindhold_relay::Place;
use std::{error::Error, fmt::Write as _, fs, time::Duration};

/// Own memory may grow by so much in an hour, at the upper end of the interval, and still be called flat: KiB.
const FLAT: f64 = 4096.0;

pub(crate) fn run(order: &Order, minutes: u64) -> Result<(), Box<dyn Error>> {
    let mut cluster = order.postgres.then(|| {
        let mut cluster = Cluster::new("hour");
        cluster.start(&["max_connections=100"]);
        cluster
    });
    let place = match &cluster {
        Some(cluster) => cluster.place(),
        None => Place::Folder(order.folder.join("data")),
    };
    let log = order.folder.join("server.log");
    let mut program = Program::new(&order.program, place, log);
    let part = |of: u64| Duration::from_secs(minutes * 60 * of / 100);
    let plan = Plan {
        time: part(100),
        kills_end: part(50),
        kill_every: part(6),
        database_at: order.postgres.then(|| part(75)),
        workers: 6,
        people: 12,
        pause: Duration::from_millis(700),
        look: Duration::from_secs(5),
    };
    let outcome = mixed::run(&plan, &mut program, || {
        if let Some(cluster) = &mut cluster {
            cluster.kill();
            cluster.start(&["max_connections=100"]);
        }
    });
    let told = told(&outcome, &program);
    println!("{told}");
    fs::write(order.folder.join("outcome.txt"), &told)?;
    fs::write(order.folder.join("samples.csv"), table(&outcome))?;
    let faults = outcome.toll.faults();
    if outcome.toll.counted("records confirmed") == 0 {
        return Err("nothing was confirmed, so nothing is proven".into());
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(format!("{} things happened that must not", faults.len()).into())
    }
}

fn table(outcome: &Outcome) -> String {
    let mut out = "second,own_kib,resident_kib,files,threads,wal,data,log,last_life\n".to_owned();
    for (at, s, last) in &outcome.samples {
        let _ = writeln!(
            out,
            "{at:.0},{},{},{},{},{},{},{},{}",
            s.own,
            s.resident,
            s.files,
            s.threads,
            s.wal,
            s.data,
            s.log,
            u8::from(*last)
        );
    }
    out
}

fn told(outcome: &Outcome, program: &Program) -> String {
    let mut out = outcome.toll.told();
    let _ = writeln!(out, "\nkills -9 of the server: {}", outcome.kills);
    let starts: Vec<u128> = program.starts.iter().map(Duration::as_millis).collect();
    let _ = writeln!(out, "starts took (ms): {starts:?}");
    let last = || outcome.samples.iter().filter(|(_, _, last)| *last);
    // The first minutes of a life fill its caches.
    let begun = last().next().map_or(0.0, |(at, _, _)| *at);
    let whole = last().next_back().map_or(0.0, |(at, _, _)| at - begun);
    let warm: Vec<_> = last()
        .filter(|(at, _, _)| at - begun > whole / 6.0)
        .collect();
    let grows = |of: fn(&mixed::Sample) -> u64| {
        let pairs: Vec<(f64, f64)> = warm.iter().map(|(at, s, _)| (*at, of(s) as f64)).collect();
        mixed::slope(&pairs)
    };
    let mut line = |name: &str, of: fn(&mixed::Sample) -> u64| {
        let all = || outcome.samples.iter().map(|(_, s, _)| of(s));
        let slope = grows(of).map_or("too short to tell".to_owned(), |s| {
            format!(
                "{:+.1} ± {:.1} an hour ({} min)",
                s.an_hour, s.give_or_take, s.minutes
            )
        });
        let (first, end) = (warm.first(), warm.last());
        let at = |w: Option<&&(f64, mixed::Sample, bool)>| w.map_or(0, |(_, s, _)| of(s));
        let most = all().max().unwrap_or(0);
        let (first, end) = (at(first), at(end));
        let _ = writeln!(
            out,
            "{name:<24} {first:>10} → {end:>10}   at most {most:>10}   {slope}"
        );
    };
    line("own memory (KiB)", |s| s.own);
    line("resident memory (KiB)", |s| s.resident);
    line("open files", |s| s.files);
    line("threads", |s| s.threads);
    line("write-ahead log (B)", |s| s.wal);
    line("database (B)", |s| s.data);
    line("what it said (B)", |s| s.log);
    if let Some(slope) = grows(|s| s.own) {
        let is_flat = slope.an_hour + slope.give_or_take < FLAT;
        let most = FLAT / 1024.0;
        let _ = writeln!(out, "memory is flat (under {most} MiB an hour): {is_flat}");
    }
    let faults = outcome.toll.faults();
    let _ = writeln!(out, "\nthings that must not happen: {}", faults.len());
    for fault in faults.iter().take(40) {
        let _ = writeln!(out, "  {fault}");
    }
    out
}
