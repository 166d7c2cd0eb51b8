// SPDX-License-Identifier: Apache-2.0
//! What many vaults cost: the same program on a full database and on one with a hundred vaults, turn by turn in
//! the same run, so that a busy machine is busy for both.

use crate::{
    Order, fill, life,
    mixed::{Line, Program, Toll},
    places::{Cluster, Folder},
};
use kindhold_relay::Place;
use kindhold_vault::{
    Draft, Random, ThingId,
    conformance::{ModelRelay, Seeded},
    together::{self, Request, Response, Unreachable},
};
use pollster::block_on;
use std::{
    error::Error,
    fmt::Write as _,
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

/// Vaults of the small database.
const FEW: u64 = 100;
/// Turns each database has, how many people come in a turn, and how often each.
const TURNS: u64 = 6;
const CALLERS: u64 = 4;
const VAULTS_A_TURN: u64 = 4;
const SYNCS: u64 = 12;

/// The reference relay under the real one's name: to live a life again without touching the real one.
struct Again(ModelRelay);

impl together::Relay for Again {
    fn host(&self) -> &str {
        "relay.example"
    }

    async fn send(&self, request: Request) -> Result<Response, Unreachable> {
        Ok(self.0.answer("relay.example", &request))
    }
}

/// A database with its program.
struct Side {
    vaults: u64,
    place: Place,
    program: Program,
    address: SocketAddr,
    toll: Arc<Toll>,
}

pub(crate) fn run(order: &Order, vaults: u64) -> Result<(), Box<dyn Error>> {
    let cluster = order.postgres.then(|| {
        let mut cluster = Cluster::new("full");
        cluster.start(&["max_connections=100", "shared_buffers=256MB"]);
        cluster.sql("CREATE DATABASE few");
        cluster.sql("CREATE DATABASE many");
        cluster
    });
    let place = |name: &str| match &cluster {
        Some(cluster) => cluster.place_of(name),
        None => Place::Folder(order.folder.join(name)),
    };
    let mut out = String::new();
    let (few, many) = (place("few"), place("many"));
    fill::fill(&few, FEW)?;
    let filled = fill::fill(&many, vaults)?;
    let secs = filled.took.as_secs_f64();
    writeln!(
        out,
        "{vaults} vaults, {} records, filled in {secs:.0} s",
        filled.records
    )?;
    writeln!(out, "rows: {:?}", filled.rows)?;
    let bytes = disk(&many, cluster.as_ref());
    let each = bytes as f64 / vaults as f64;
    let stored = bytes as f64 / filled.records as f64;
    writeln!(
        out,
        "on disk: {bytes} B, {each:.0} a vault, {stored:.0} a record"
    )?;
    let mut sides = [
        side(order, "few", few, FEW)?,
        side(order, "many", many, vaults)?,
    ];
    for turn in 0..TURNS {
        for side in &sides {
            visit(side, turn)?;
        }
    }
    for side in &mut sides {
        tell(side, &mut out)?;
    }
    writeln!(out, "p50 of many / p50 of few, p99 of many / p99 of few:")?;
    for (route, p50, p99) in sides[1].toll.beside(&sides[0].toll) {
        writeln!(out, "  {route:<12} {p50:>6.2} {p99:>6.2}")?;
    }
    looked_after(order, &mut sides[1], cluster.as_ref(), &mut out)?;
    println!("{out}");
    fs::write(order.folder.join("full.txt"), &out)?;
    Ok(())
}

fn side(order: &Order, name: &str, place: Place, vaults: u64) -> Result<Side, Box<dyn Error>> {
    let log = order.folder.join(format!("{name}.log"));
    let mut program = Program::new(&order.program, place.clone(), log);
    program.public_host = Some("relay.example");
    let address = program.start();
    Ok(Side {
        vaults,
        place,
        program,
        address,
        toll: Arc::new(Toll::new()),
    })
}

/// Lets some of a database's own people come back.
fn visit(side: &Side, turn: u64) -> Result<(), Box<dyn Error>> {
    let done = thread::scope(|scope| {
        let callers: Vec<_> = (0..CALLERS)
            .map(|caller| {
                scope.spawn(move || {
                    for n in 0..VAULTS_A_TURN {
                        let at = (turn * CALLERS + caller) * VAULTS_A_TURN + n;
                        // Nobody twice: a device that comes back as it was before has forked.
                        let number = at * (side.vaults / (TURNS * CALLERS * VAULTS_A_TURN));
                        call(side, number, at).map_err(|e| format!("vault {number}: {e}"))?;
                    }
                    Ok::<(), String>(())
                })
            })
            .collect();
        let done: Result<Vec<()>, _> = callers
            .into_iter()
            .map(|c| c.join().map_err(|_| "a panic".to_owned())?)
            .collect();
        done
    });
    done?;
    Ok(())
}

/// One person comes back, writes and syncs a few times, opens a door, and leaves a message.
fn call(side: &Side, number: u64, at: u64) -> Result<(), Box<dyn Error>> {
    let mut life = life::live(number, &Again(ModelRelay::default()))?;
    let from = format!("10.{}.{}.1", at / 250, at % 250);
    let line = Line::new(side.address, from, Arc::clone(&side.toll)).under("relay.example");
    let mut random = Seeded(at + 77);
    for n in 0..SYNCS {
        let draft = Draft {
            stream: "diary",
            kind: 1,
            thing: ThingId(random.make()),
            wall_ms: (1 << 40) + n as i64,
            offset_min: 60,
            written: None,
            body: &[7; 200],
        };
        block_on(life.phone.append(draft, &mut life.random))?;
        let report = block_on(life.phone.sync(&line, &mut life.random))?;
        if !report.suspicions.is_empty() {
            return Err(format!("{:?}", report.suspicions).into());
        }
    }
    // A whole vault as a new device pulls it.
    let door = life
        .phone
        .member()
        .ok_or("no member")?
        .account
        .secret
        .door();
    let store = kindhold_vault::MemoryStore::default();
    let joined = kindhold_vault::conformance::sample_join(store, &line, &door, &mut random);
    let mut fresh = block_on(joined)?;
    let report = block_on(fresh.sync(&line, &mut random))?;
    if (report.pulled as u64) < life.records {
        return Err(format!("{} of {} records", report.pulled, life.records).into());
    }
    let id: [u8; 16] = random.make();
    let id: String = id.iter().map(|b| format!("{b:02x}")).collect();
    for method in ["PUT", "GET", "DELETE"] {
        line.ask(&Request {
            method,
            path: format!("mailboxes/{id}"),
            token: None,
            etag: None,
            body: vec![1; if method == "PUT" { 900 } else { 0 }],
        })?;
    }
    let new = life::live(1 << 40 | side.vaults << 20 | at, &line)?;
    drop(new);
    Ok(())
}

fn tell(side: &mut Side, out: &mut String) -> Result<(), Box<dyn Error>> {
    let sample = side.program.sample();
    let faults = side.toll.faults();
    writeln!(out, "\n{} vaults\n{}", side.vaults, side.toll.told())?;
    writeln!(
        out,
        "memory after it: {} KiB own, {} KiB resident; open files {}; write-ahead log {} B; faults {faults:?}",
        sample.own, sample.resident, sample.files, sample.wal
    )?;
    side.program.kill();
    for _ in 0..5 {
        side.program.start();
        thread::sleep(Duration::from_millis(500));
        let rest = side.program.sample();
        writeln!(
            out,
            "started after a kill in {:?}; memory at rest {} KiB own, {} KiB resident",
            side.program.starts.last().unwrap_or(&Duration::ZERO),
            rest.own,
            rest.resident
        )?;
        side.program.kill();
    }
    side.program.start();
    Ok(())
}

/// Backup while it serves, restore, doctor, sweep.
fn looked_after(
    order: &Order,
    side: &mut Side,
    cluster: Option<&Cluster>,
    out: &mut String,
) -> Result<(), Box<dyn Error>> {
    match (&side.place, cluster) {
        (Place::Folder(data), _) => {
            let (copy, back) = (order.folder.join("copy"), order.folder.join("back"));
            let steps: [(&str, Vec<&Path>); 3] = [
                ("backup", vec![data, &copy]),
                ("restore", vec![&copy, &back]),
                ("doctor", vec![&back]),
            ];
            for (step, args) in steps {
                let mut command = Command::new(&order.program);
                command.arg(step).args(args);
                timed(step, &mut command, out)?;
            }
            writeln!(out, "the copy: {} B", fs::metadata(&copy)?.len())?;
            fs::remove_file(&copy)?;
            fs::remove_dir_all(&back)?;
        }
        (Place::Postgres(_), Some(cluster)) => {
            // Where PostgreSQL's own user may write.
            let folder = Folder::new("dump");
            Command::new("chmod").arg("777").arg(&folder.0).status()?;
            let dump: PathBuf = folder.0.join("dump");
            let host = cluster.data();
            let host = host.parent().ok_or("a folder")?;
            let mut save = cluster.command("pg_dump");
            save.args(["-U", "kindhold", "-Fc", "-d", "many", "-h"])
                .arg(host);
            timed("pg_dump", save.arg("-f").arg(&dump), out)?;
            writeln!(out, "the dump: {} B", fs::metadata(&dump)?.len())?;
            cluster.sql("CREATE DATABASE back");
            let mut back = cluster.command("pg_restore");
            back.args(["-U", "kindhold", "-d", "back", "-h"]).arg(host);
            timed("pg_restore", back.arg(&dump), out)?;
        }
        (Place::Postgres(_), None) => {}
    }
    side.program.kill();
    let [first, then] = fill::sweep(&side.place)?;
    writeln!(out, "sweep: {first:.1?}; with nothing to do {then:.1?}")?;
    Ok(())
}

fn timed(name: &str, command: &mut Command, out: &mut String) -> Result<(), Box<dyn Error>> {
    let begun = Instant::now();
    let done = command.output()?;
    let took = begun.elapsed().as_secs_f64();
    if !done.status.success() {
        return Err(String::from_utf8_lossy(&done.stderr).into_owned().into());
    }
    writeln!(out, "{name}: {took:.1} s")?;
    Ok(())
}

fn disk(place: &Place, cluster: Option<&Cluster>) -> u64 {
    match (place, cluster) {
        (Place::Folder(folder), _) => {
            let files = fs::read_dir(folder).into_iter().flatten().flatten();
            let sizes = files.filter_map(|f| f.metadata().ok()).map(|m| m.len());
            sizes.sum()
        }
        (_, Some(cluster)) => {
            let size = cluster.sql("SELECT pg_database_size('many')");
            size.parse().unwrap_or(0)
        }
        _ => 0,
    }
}
