// SPDX-License-Identifier: Apache-2.0
//! The real program as a relay: killed in the middle of its work, and started again.

#[path = "../../relay/tests/relay/client.rs"]
mod client;

use client::Http;
use kindhold_vault::{
    Draft, MemoryStore, ThingId,
    conformance::{self, Seeded},
    together::AccountSecret,
};
use pollster::block_on;
use std::{
    fs,
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

/// The program, serving a folder.
struct Program {
    child: Child,
    address: SocketAddr,
}

impl Program {
    fn start(data: &Path, addr: &str) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_kindhold"))
            .args(["serve", "--addr", addr, "--data"])
            .arg(data)
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
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

    /// SIGKILL: no farewell.
    fn kill(&mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("gone");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn folder(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("kindhold-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&path);
    path
}

/// Writes and syncs until the relay is gone, and counts along in `all`. Returns how many records it had confirmed.
fn write_until_gone(line: &Http, seed: u64, all: &AtomicUsize) -> (usize, AccountSecret) {
    let mut random = Seeded(seed);
    let made = conformance::sample_vault(MemoryStore::default(), &mut random);
    let mut vault = block_on(made).expect("made");
    let brought = vault.bring_to_relay(line, "", "phone", 0, &mut random);
    block_on(brought).expect("it is there");
    let words = vault.member().expect("a member").account.secret.clone();
    let mut confirmed = 0;
    for n in 0_u64.. {
        let mut thing = [0; 16];
        thing[..8].copy_from_slice(&n.to_be_bytes());
        let draft = Draft {
            stream: "diary",
            kind: 1,
            thing: ThingId(thing),
            wall_ms: 0,
            offset_min: 0,
            written: None,
            body: b"kind words",
        };
        block_on(vault.append(draft, &mut random)).expect("written");
        match block_on(vault.sync(line, &mut random)) {
            Ok(report) => {
                confirmed += report.pushed;
                all.fetch_add(report.pushed, Ordering::Relaxed);
            }
            Err(_) => break,
        }
    }
    (confirmed, words)
}

#[test]
fn what_was_confirmed_survives_kill_9() {
    let data = folder("killed");
    let mut program = Program::start(&data, "127.0.0.1:0");
    let address = program.address;
    let count = Arc::new(AtomicUsize::new(0));
    let writers: Vec<_> = (1..=3)
        .map(|seed| {
            let count = Arc::clone(&count);
            thread::spawn(move || write_until_gone(&Http::new(address), seed, &count))
        })
        .collect();
    // Until enough is written to mean something, on however busy a machine, and then a little longer.
    for _ in 0..600 {
        if count.load(Ordering::Relaxed) > 40 {
            break;
        }
        thread::sleep(Duration::from_millis(50));
    }
    thread::sleep(Duration::from_millis(100));
    program.kill();
    let done = writers.into_iter().map(|w| w.join().expect("no panic"));
    let done: Vec<_> = done.collect();
    let again = Program::start(&data, "127.0.0.1:0");
    let line = Http::new(again.address);
    let mut all = 0;
    for (n, (confirmed, words)) in done.into_iter().enumerate() {
        let mut random = Seeded(100 + n as u64);
        let door = words.door();
        let joined = conformance::sample_join(MemoryStore::default(), &line, &door, &mut random);
        let mut other = block_on(joined).expect("it joins");
        let report = block_on(other.sync(&line, &mut random)).expect("it syncs");
        assert_eq!(report.suspicions, []);
        let there = report.pulled;
        assert!(
            there >= confirmed,
            "{there} of {confirmed} confirmed records are there"
        );
        all += confirmed;
    }
    assert!(all > 20, "too little was written to mean anything: {all}");
    let _ = fs::remove_dir_all(&data);
}

fn told(args: &[&Path]) -> (bool, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_kindhold"))
        .args(args)
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    (
        done.status.success(),
        said + &String::from_utf8_lossy(&done.stderr),
    )
}

#[test]
fn a_backup_taken_under_load_is_restored_and_the_devices_bring_the_rest() {
    let (data, other) = (folder("backup"), folder("restored"));
    let copy = data.with_extension("copy");
    let _ = fs::remove_file(&copy);
    let mut program = Program::start(&data, "127.0.0.1:0");
    let address = program.address;
    let count = AtomicUsize::new(0);
    let writer = thread::spawn(move || write_until_gone(&Http::new(address), 5, &count));
    thread::sleep(Duration::from_millis(400));
    let (done, said) = told(&[Path::new("backup"), &data, &copy]);
    assert!(done, "{said}");
    thread::sleep(Duration::from_millis(300));
    program.kill();
    let (confirmed, words) = writer.join().expect("no panic");
    assert!(told(&[Path::new("doctor"), &data]).0);
    let (done, said) = told(&[Path::new("restore"), &copy, &other]);
    assert!(done, "{said}");
    let (again, said) = told(&[Path::new("restore"), &copy, &other]);
    assert!(!again && said.contains("there already"), "{said}");
    assert!(told(&[Path::new("doctor"), &other]).0);
    let restored = Program::start(&other, "127.0.0.1:0");
    let line = Http::new(restored.address);
    let mut random = Seeded(9);
    let door = words.door();
    let joined = conformance::sample_join(MemoryStore::default(), &line, &door, &mut random);
    let mut device = block_on(joined).expect("it joins");
    let report = block_on(device.sync(&line, &mut random)).expect("it syncs");
    assert!(report.pulled > 0 && report.pulled <= confirmed);
    for path in [&data, &other] {
        let _ = fs::remove_dir_all(path);
    }
    let _ = fs::remove_file(&copy);
}

#[test]
fn a_damaged_database_is_said_to_be_so_in_a_sentence() {
    let data = folder("damaged");
    let none = told(&[Path::new("doctor"), &data]);
    assert!(
        !none.0 && none.1.contains("There is no relay"),
        "{}",
        none.1
    );
    fs::create_dir_all(&data).expect("a folder");
    fs::write(data.join("relay.sqlite"), b"not a database at all").expect("written");
    let (sound, said) = told(&[Path::new("doctor"), &data]);
    assert!(!sound && said.contains("damaged"), "{said}");
    let _ = fs::remove_dir_all(&data);
}
