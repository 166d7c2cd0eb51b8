// SPDX-License-Identifier: Apache-2.0
//! The process that is looked at: this test program once more, with one of the tests below.

use crate::memory;
use hkdf::Hkdf;
use kindhold_vault::{
    AccountKey, Amk, BoxSecret, DeviceSecret, Draft, GrantKey, MemoryStore, PasscodeCost, Random,
    SigningSecret, Slot, ThingId, Vault, conformance::Seeded,
};
use sha2::Sha256;
use std::{
    io::{BufRead as _, BufReader, Write as _},
    process::{ChildStdin, ChildStdout, Command, Stdio},
};
use zeroize::Zeroizing;

/// So many bytes of each eight of a key are its mark.
pub(crate) const MARK: usize = 6;
/// Where the child is told the mark, turned over: it must not lie in its memory as it is.
const TOLD: &str = "KINDHOLD_WIPED";

/// The key that comes as number `n`.
pub(crate) fn key(mark: &[u8; MARK], n: u8) -> [u8; 32] {
    core::array::from_fn(|at| byte(n, at, |m| mark[m]))
}

fn byte(n: u8, at: usize, mark: impl Fn(usize) -> u8) -> u8 {
    match at % 8 {
        m if m < MARK => mark(m),
        6 => n,
        _ => (at / 8) as u8,
    }
}

/// Another process of this program.
pub(crate) struct Child {
    process: std::process::Child,
    says: BufReader<ChildStdout>,
    hears: ChildStdin,
}

impl Child {
    pub(crate) fn start(what: &str, mark: &[u8; MARK]) -> Self {
        let told: String = mark.iter().map(|b| format!("{:02x}", !b)).collect();
        let mut process = Command::new(std::env::current_exe().expect("this program"))
            .args([
                &format!("child::{what}"),
                "--exact",
                "--ignored",
                "--nocapture",
            ])
            .env(TOLD, told)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts once more");
        let says = BufReader::new(process.stdout.take().expect("it is a pipe"));
        let hears = process.stdin.take().expect("it is a pipe");
        Self {
            process,
            says,
            hears,
        }
    }

    /// Waits until it says so.
    pub(crate) fn until(&mut self, words: &str) {
        let mut line = String::new();
        while line.trim() != format!("now {words}") {
            line.clear();
            let read = self.says.read_line(&mut line).expect("it can be heard");
            assert_ne!(read, 0, "it ended before: {words}");
        }
    }

    pub(crate) fn go_on(&mut self) {
        self.hears.write_all(b"\n").expect("it listens");
    }

    pub(crate) fn places(&self, needle: &[u8]) -> Vec<String> {
        memory::places(self.process.id(), needle)
    }

    pub(crate) fn has(&self, needle: &[u8]) -> bool {
        !self.places(needle).is_empty()
    }

    pub(crate) fn end(mut self) {
        self.go_on();
        assert!(self.process.wait().expect("it ends").success());
    }
}

/// Says where it is, and waits.
fn now(words: &str) {
    println!("now {words}");
    let mut line = String::new();
    std::io::stdin()
        .read_line(&mut line)
        .expect("somebody is there");
}

/// Draws marked keys; names and nonces come from a seed.
fn draws() -> impl Random {
    let told = std::env::var(TOLD).expect("the mark is told");
    let turned: Vec<u8> = (0..MARK)
        .map(|n| u8::from_str_radix(&told[2 * n..2 * n + 2], 16).expect("hexadecimal"))
        .collect();
    let (mut keys, mut others) = (0, Seeded(5));
    move |bytes: &mut [u8]| {
        if bytes.len() == 32 {
            for (at, into) in bytes.iter_mut().enumerate() {
                *into = byte(keys, at, |m| !turned[m]);
            }
            keys += 1;
        } else {
            others.fill(bytes);
        }
    }
}

const PASSCODE: &str = "a quiet red bicycle";

#[inline(never)]
fn made(store: &MemoryStore, random: &mut impl Random, then: impl FnOnce()) {
    let device = DeviceSecret::new([7; 32]);
    let mut own = Seeded(6);
    let way_in =
        |amk: &Amk| Slot::for_passcode(amk, PASSCODE, &device, PasscodeCost::FLOOR, &mut own);
    let vault = Vault::create(store.clone(), &["private", "diary"], way_in, random);
    let mut vault = pollster::block_on(vault).expect("it is made");
    write(&mut vault, random);
    let member = vault.become_member("phone", 0, random);
    pollster::block_on(member).expect("it has keys for others");
    then();
}

#[inline(never)]
fn opened(store: &MemoryStore, random: &mut impl Random, then: impl FnOnce()) {
    let device = DeviceSecret::new([7; 32]);
    let vault = Vault::unlock(store.clone(), |slots| {
        slots.open_with_passcode(PASSCODE, &device)
    });
    let (mut vault, contents) = pollster::block_on(vault).expect("it opens");
    assert_eq!(contents.opened.len(), 1);
    write(&mut vault, random);
    then();
}

fn write(vault: &mut Vault<MemoryStore>, random: &mut impl Random) {
    let draft = Draft {
        stream: "diary",
        kind: 1,
        thing: ThingId(random.make()),
        wall_ms: 0,
        offset_min: 0,
        written: None,
        body: b"The heron came back.",
    };
    pollster::block_on(vault.append(draft, random)).expect("it is written");
}

#[test]
#[ignore = "another test starts it in a process of its own"]
fn a_vault_is_made_opened_and_dropped() {
    let (store, mut random) = (MemoryStore::default(), draws());
    made(&store, &mut random, || now("made"));
    now("made and dropped");
    opened(&store, &mut random, || now("opened"));
    now("opened and dropped");
}

#[inline(never)]
fn shared(random: &mut impl Random, then: impl FnOnce()) {
    let signs = SigningSecret::make(random);
    let signature = signs.sign(b"label", b"message");
    assert!(signs.verify_key().verify(b"label", b"message", &signature));
    let opens = BoxSecret::make(random);
    assert_ne!(opens.key().0, [0; 32]);
    let keys = (AccountKey::make(random), GrantKey::make(random));
    let mut key = Zeroizing::new([0; 32]);
    random.fill(key.as_mut_slice());
    let extracted = Box::new(Hkdf::<Sha256>::new(
        Some(b"kindhold/v1/epoch"),
        key.as_slice(),
    ));
    then();
    drop((keys, extracted));
}

#[test]
#[ignore = "another test starts it in a process of its own"]
fn secrets_of_sharing_are_made_used_and_dropped() {
    let mut random = draws();
    shared(&mut random, || now("made"));
    now("made and dropped");
}
