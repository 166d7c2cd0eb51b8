// SPDX-License-Identifier: Apache-2.0
//! Measures a relay against the limits of the machine it runs on, in one run:
//!
//!     cargo xtask bench relay
//!
//! It drives the real program over plain HTTP: 200 vaults, 16 connections, records in their smallest
//! bucket; on SQLite, then on a PostgreSQL cluster of its own. The limits are what the databases themselves
//! insert with the same durability: SQLite on one connection, PostgreSQL on 16, 100 rows of the same bytes to
//! a commit; and, since the relay puts a push into one row, the same bytes as one row. Only ratios within one
//! run mean anything.

#![expect(
    clippy::disallowed_methods,
    reason = "a benchmark reads the clock: that is what it is for"
)]

#[path = "../tests/relay/client.rs"]
mod client;
#[path = "../tests/relay/places.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod places;

use client::Http;
use kindhold_relay::Place as Where;
use kindhold_vault::{
    DeviceId, Head, Lane, MemoryStore, Place, SignedHead, SigningSecret, Store, VaultId,
    conformance::{self, Seeded},
    together::Request,
    wire::{Access, AccessId, Challenge, CreateVault, Login, Pull, Push, Role, Scan, Token, Want},
};
use pollster::block_on;
use sqlx::{
    ConnectOptions, Connection,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};
use std::{
    collections::BTreeMap,
    fs,
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

const VAULTS: usize = 200;
const CONNECTIONS: usize = 16;
const RECORDS: u64 = 2000;
const BATCH: u64 = 100;
const LIMIT: Duration = Duration::from_secs(3);

/// A vault whose records are sealed beforehand.
struct Load {
    vault: VaultId,
    device: DeviceId,
    secret: SigningSecret,
    lane: Lane,
    records: Vec<u8>,
    /// Where each record begins, and its end; and the head after it.
    cuts: Vec<usize>,
    heads: Vec<Head>,
}

fn load(seed: u64) -> Load {
    let mut random = Seeded(seed);
    let made = conformance::sample_vault(MemoryStore::default(), &mut random);
    let vault = block_on(made).expect("made");
    block_on(conformance::fill(&vault, RECORDS + BATCH, 300, &mut random)).expect("filled");
    let heads = block_on(vault.store().heads()).expect("read");
    let lane = *heads.keys().next().expect("a lane");
    let from = Place { lane, index: 0 };
    let records = block_on(vault.store().records(from, usize::MAX)).expect("read");
    let (mut cuts, mut heads) = (vec![0], vec![Head::default()]);
    for record in Scan(&records).flatten() {
        cuts.push(cuts.last().copied().unwrap_or_default() + record.bytes.len());
        heads.push(Head {
            next: record.header.index + 1,
            hash: record.id().expect("sound").0,
        });
    }
    let first = Scan(&records).flatten().next().expect("a record");
    Load {
        vault: first.header.vault,
        device: lane.device,
        secret: SigningSecret::new([seed as u8; 32]),
        lane,
        records,
        cuts,
        heads,
    }
}

impl Load {
    fn push(&self, from: u64, to: u64) -> Vec<u8> {
        let head = SignedHead {
            vault: self.vault,
            writer: self.device,
            counter: to,
            account: 1,
            lanes: BTreeMap::from([(self.lane.stream, self.heads[to as usize])]),
            seen: BTreeMap::new(),
        };
        let head = head.sign(&self.secret);
        Push {
            account: 1,
            heads: vec![&head],
            records: &self.records[self.cuts[from as usize]..self.cuts[to as usize]],
        }
        .to_bytes()
    }

    fn pull(&self, from: u64) -> Vec<u8> {
        let lane = self.lane;
        let wants = vec![Want { lane, from }];
        Pull { wants }.to_bytes()
    }

    fn create(&self) -> Vec<u8> {
        let access = Access {
            id: AccessId(self.device.0),
            key: self.secret.verify_key(),
            role: Role::Device,
        };
        CreateVault {
            invite: String::new(),
            vault: self.vault,
            access: vec![access],
            version: 1,
            account: vec![7; 600],
            devices: vec![7; 200],
        }
        .to_bytes()
    }
}

fn request(path: &str, token: Option<Token>, body: Vec<u8>) -> Request {
    Request {
        method: "POST",
        path: path.to_owned(),
        token,
        etag: None,
        body,
    }
}

fn sign_in(line: &Http, host: &str, load: &Load) -> Token {
    let made = line
        .ask(&request("vaults", None, load.create()))
        .expect("made");
    assert!(made.status < 300, "{made:?}");
    let challenge = line
        .ask(&request("challenge", None, Vec::new()))
        .expect("given");
    let challenge = Challenge(challenge.body.try_into().expect("40 bytes"));
    let id = AccessId(load.device.0);
    let login = Login::sign(host, load.vault, id, challenge, &load.secret);
    let answer = line
        .ask(&request("session", None, login.to_bytes()))
        .expect("signed in");
    Token(answer.body[..64].try_into().expect("64 bytes"))
}

/// What a round of requests took.
struct Round {
    seconds: f64,
    times: Vec<f64>,
    failed: usize,
    cpu: f64,
    bytes: usize,
}

impl Round {
    fn a_second(&self) -> f64 {
        self.times.len() as f64 / self.seconds
    }

    fn percentile(&self, part: f64) -> f64 {
        let at = ((self.times.len() - 1) as f64 * part) as usize;
        self.times[at] * 1000.0
    }
}

/// Sends requests on all connections, each the next one as soon as it can.
fn round(server: &Server, requests: &Arc<Vec<Request>>) -> Round {
    let (next, failed, bytes) = (
        AtomicUsize::new(0),
        AtomicUsize::new(0),
        AtomicUsize::new(0),
    );
    let cpu = server.cpu();
    let begun = Instant::now();
    let mut times: Vec<f64> = thread::scope(|scope| {
        let workers: Vec<_> = (0..CONNECTIONS)
            .map(|_| {
                scope.spawn(|| {
                    let line = Http::new(server.address);
                    let mut times = Vec::new();
                    while let Some(request) = requests.get(next.fetch_add(1, Ordering::Relaxed)) {
                        let begun = Instant::now();
                        match line.ask(request) {
                            Ok(answer) if answer.status < 300 => {
                                bytes.fetch_add(answer.body.len(), Ordering::Relaxed);
                            }
                            _ => {
                                failed.fetch_add(1, Ordering::Relaxed);
                            }
                        }
                        times.push(begun.elapsed().as_secs_f64());
                    }
                    times
                })
            })
            .collect();
        workers
            .into_iter()
            .flat_map(|w| w.join().expect("no panic"))
            .collect()
    });
    let seconds = begun.elapsed().as_secs_f64();
    times.sort_by(f64::total_cmp);
    Round {
        seconds,
        times,
        failed: failed.into_inner(),
        cpu: server.cpu() - cpu,
        bytes: bytes.into_inner(),
    }
}

/// The real program.
struct Server {
    child: Child,
    address: SocketAddr,
}

impl Server {
    fn start(program: &str, place: &Where) -> Self {
        let mut command = Command::new(program);
        command.args(["serve", "--no-limits", "--addr", "127.0.0.1:0"]);
        match place {
            Where::Folder(folder) => command.arg("--data").arg(folder),
            Where::Postgres(url) => command.args(["--database-url", url]),
        };
        let mut child = command
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut line = String::new();
        let out = child.stdout.take().expect("a pipe");
        BufReader::new(out)
            .read_line(&mut line)
            .expect("it says where it is");
        let address = line
            .split("http://")
            .nth(1)
            .and_then(|l| l.split('/').next());
        let address = address.and_then(|a| a.parse().ok()).expect("an address");
        Self { child, address }
    }

    fn proc(&self, file: &str) -> String {
        fs::read_to_string(format!("/proc/{}/{file}", self.child.id())).unwrap_or_default()
    }

    /// Seconds of CPU so far.
    fn cpu(&self) -> f64 {
        let stat = self.proc("stat");
        let fields: Vec<&str> = stat
            .rsplit(") ")
            .next()
            .unwrap_or_default()
            .split(' ')
            .collect();
        let ticks = |n: usize| {
            fields
                .get(n)
                .and_then(|f| f.parse::<f64>().ok())
                .unwrap_or(0.0)
        };
        (ticks(11) + ticks(12)) / 100.0
    }

    /// Resident memory in MiB: now, and at its highest.
    fn memory(&self) -> (f64, f64) {
        let status = self.proc("status");
        let field = |name: &str| {
            let line = status.lines().find(|l| l.starts_with(name));
            let number = line.and_then(|l| l.split_whitespace().nth(1));
            number.and_then(|n| n.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
        };
        (field("VmRSS"), field("VmHWM"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Records a second that SQLite itself inserts: so many rows to a durable commit, so many records to a row.
async fn sqlite_limit(folder: &Path, load: &Load, rows: usize, in_row: usize) -> f64 {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).expect("a folder");
    let mut conn = SqliteConnectOptions::new()
        .filename(folder.join("limit.sqlite"))
        .create_if_missing(true)
        .page_size(8192)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .connect()
        .await
        .expect("it opens");
    let table = "CREATE TABLE record (vault BLOB, stream BLOB, device BLOB, idx INTEGER, \
                 bytes BLOB, PRIMARY KEY (vault, stream, device, idx))";
    sqlx::query(table).execute(&mut conn).await.expect("made");
    let begun = Instant::now();
    let mut done = 0_usize;
    while begun.elapsed() < LIMIT {
        let mut tx = conn.begin().await.expect("begun");
        for _ in 0..rows {
            let at = done % RECORDS as usize;
            let vault = another(load.vault, done / RECORDS as usize);
            sqlx::query("INSERT INTO record VALUES ($1, $2, $3, $4, $5)")
                .bind(&vault[..])
                .bind(&load.lane.stream.0[..])
                .bind(&load.lane.device.0[..])
                .bind(at as i64)
                .bind(&load.records[load.cuts[at]..load.cuts[at + in_row]])
                .execute(&mut *tx)
                .await
                .expect("inserted");
            done += in_row;
        }
        tx.commit().await.expect("on the disk");
    }
    done as f64 / begun.elapsed().as_secs_f64()
}

/// Records a second that PostgreSQL itself inserts on as many connections, 100 rows in one statement to a
/// durable commit.
async fn postgres_limit(url: &str, load: &Load) -> f64 {
    let pool = sqlx::postgres::PgPoolOptions::new()
        .max_connections(CONNECTIONS as u32)
        .connect(url)
        .await
        .expect("it opens");
    let table = "CREATE TABLE IF NOT EXISTS limit_record (vault BYTEA, stream BYTEA, device BYTEA, \
                 idx BIGINT, bytes BYTEA, PRIMARY KEY (vault, stream, device, idx))";
    sqlx::query(table).execute(&pool).await.expect("made");
    let rows: Vec<&[u8]> = (0..BATCH as usize)
        .map(|n| &load.records[load.cuts[n]..load.cuts[n + 1]])
        .collect();
    let (next, begun) = (AtomicUsize::new(0), Instant::now());
    let worker = || async {
        let mut done = 0;
        while begun.elapsed() < LIMIT {
            let vault = another(load.vault, next.fetch_add(1, Ordering::Relaxed));
            let indexes: Vec<i64> = (0..BATCH as i64).collect();
            sqlx::query(
                "INSERT INTO limit_record SELECT $1, $2, $3, * FROM unnest($4::bigint[], $5::bytea[])",
            )
            .bind(&vault[..])
            .bind(&load.lane.stream.0[..])
            .bind(&load.lane.device.0[..])
            .bind(&indexes)
            .bind(&rows)
            .execute(&pool)
            .await
            .expect("inserted");
            done += BATCH;
        }
        done
    };
    let all = futures_util::future::join_all((0..CONNECTIONS).map(|_| worker())).await;
    let done: u64 = all.into_iter().sum();
    let rate = done as f64 / begun.elapsed().as_secs_f64();
    sqlx::query("DROP TABLE limit_record")
        .execute(&pool)
        .await
        .expect("gone");
    rate
}

fn another(vault: VaultId, n: usize) -> [u8; 16] {
    let mut vault = vault.0;
    vault[..8].copy_from_slice(&(n as u64).to_be_bytes());
    vault
}

fn size(folder: &Path) -> u64 {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    files
        .filter_map(|f| f.metadata().ok())
        .map(|m| m.len())
        .sum()
}

fn say(name: &str, round: &Round, records: f64) {
    println!(
        "{name:<28} {:>8.0} requests/s {:>9.0} records/s   p50 {:>6.1} ms  p99 {:>6.1} ms   \
         CPU {:.4} s per 1,000   failed {}",
        round.a_second(),
        round.a_second() * records,
        round.percentile(0.5),
        round.percentile(0.99),
        round.cpu / (round.times.len() as f64 * records) * 1000.0,
        round.failed
    );
}

fn main() {
    let program = std::env::args().nth(1).expect("the program to measure");
    let base = std::env::temp_dir().join(format!("kindhold-bench-{}", std::process::id()));
    println!(
        "Sealing {} records for each of {VAULTS} vaults …",
        RECORDS + BATCH
    );
    let loads: Vec<Load> = (1..=VAULTS as u64).map(load).collect();

    let limit = |rows, in_row| {
        let folder = base.join("limit");
        block_on_tokio(sqlite_limit(&folder, &loads[0], rows, in_row))
    };
    let (row, run) = (limit(BATCH as usize, 1), limit(1, BATCH as usize));
    let data = base.join("relay");
    let place = Where::Folder(data.clone());
    let uploads = measure("SQLite", &program, &place, &loads, &|| size(&data));
    let row = f64::midpoint(row, limit(BATCH as usize, 1));
    let run = f64::midpoint(run, limit(1, BATCH as usize));
    println!("SQLite itself, 100 rows to a commit        {row:>8.0} records/s");
    println!("SQLite itself, 100 records in a row        {run:>8.0} records/s");
    println!(
        "uploads / 100 rows to a commit             {:>8.2} (goal: at least 0.60)",
        uploads / row
    );
    println!(
        "uploads / 100 records in a row             {:>8.2}",
        uploads / run
    );

    let mut cluster = places::Cluster::new("bench");
    cluster.start(&["max_connections=100", "shared_buffers=64MB"]);
    let place = cluster.place();
    let Where::Postgres(url) = &place else { return };
    let before = block_on_tokio(postgres_limit(url, &loads[0]));
    let empty = sql_size(&cluster);
    let grown = || sql_size(&cluster).saturating_sub(empty);
    let uploads = measure("PostgreSQL", &program, &place, &loads, &grown);
    let limit = f64::midpoint(before, block_on_tokio(postgres_limit(url, &loads[0])));
    println!("PostgreSQL itself, 100 rows to a commit    {limit:>8.0} records/s");
    println!(
        "uploads / 100 rows to a commit             {:>8.2}",
        uploads / limit
    );
    let _ = fs::remove_dir_all(&base);
}

fn sql_size(cluster: &places::Cluster) -> u64 {
    let size = cluster.sql("SELECT pg_database_size('postgres')");
    size.parse().unwrap_or_default()
}

/// Measures the program on a database. Returns how many records a second it took in pushes of 100.
fn measure(
    name: &str,
    program: &str,
    place: &Where,
    loads: &[Load],
    on_disk: &dyn Fn() -> u64,
) -> f64 {
    let server = Server::start(program, place);
    thread::sleep(Duration::from_millis(500));
    let at_rest = server.memory().0;
    let host = server.address.to_string();
    let line = Http::new(server.address);
    let tokens: Vec<Token> = loads.iter().map(|l| sign_in(&line, &host, l)).collect();
    let all = || loads.iter().zip(&tokens);
    let mut uploads = Vec::new();
    for from in (0..RECORDS).step_by(BATCH as usize) {
        let push = |(l, t): (&Load, &Token)| request("push", Some(*t), l.push(from, from + BATCH));
        uploads.extend(all().map(push));
    }
    let uploads = round(&server, &Arc::new(uploads));
    let on_disk = on_disk();
    let stored: usize = loads.iter().map(|l| l.cuts[RECORDS as usize]).sum();
    let newest = all().map(|(l, t)| request("pull", Some(*t), l.pull(RECORDS - BATCH)));
    let newest = round(&server, &times(10, &newest.collect::<Vec<_>>()));
    let whole = all().map(|(l, t)| request("pull", Some(*t), l.pull(0)));
    let whole = round(&server, &times(2, &whole.collect::<Vec<_>>()));
    let mut singles = Vec::new();
    for n in RECORDS..RECORDS + 20 {
        singles.extend(all().map(|(l, t)| request("push", Some(*t), l.push(n, n + 1))));
    }
    let singles = round(&server, &Arc::new(singles));
    let peak = server.memory().1;

    println!("\n{name}");
    say("uploads of 100 records", &uploads, BATCH as f64);
    say("pulls of the newest 100", &newest, BATCH as f64);
    say("pulls of 2,000", &whole, RECORDS as f64);
    say("uploads of one record", &singles, 1.0);
    let disk = on_disk as f64 / stored as f64;
    let failed = uploads.failed + newest.failed + whole.failed + singles.failed;
    let pulled = whole.bytes as f64 / (stored * 2) as f64;
    println!("bytes on disk / stored byte                {disk:>8.3} (goal: at most 1.2)");
    println!(
        "memory at rest, at its highest (MiB)       {at_rest:>8.1} {peak:.1} (goals: 25, 100)"
    );
    println!("failed requests                            {failed:>8}");
    println!("bytes pulled / asked for                   {pulled:>8.3}");
    uploads.a_second() * BATCH as f64
}

fn times(n: usize, requests: &[Request]) -> Arc<Vec<Request>> {
    Arc::new((0..n).flat_map(|_| requests.iter().cloned()).collect())
}

fn block_on_tokio<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(work)
}
