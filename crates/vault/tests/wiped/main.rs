// SPDX-License-Identifier: Apache-2.0
//! Keys leave the memory of a process when what holds them is dropped: another process looks.

#![cfg(target_os = "linux")]

mod child;
mod memory;

use child::{Child, MARK};
use hkdf::Hkdf;
use sha2::Sha256;

/// The keys that are drawn, in their order: two streams', the master key.
const MASTER: u8 = 2;

fn derived(label: &[u8], key: &[u8]) -> [u8; 32] {
    let mut out = [0; 32];
    Hkdf::<Sha256>::new(Some(label), key)
        .expand(b"", &mut out)
        .expect("32 bytes are one block");
    out
}

#[test]
fn an_open_vault_has_keys_in_memory_and_a_dropped_one_has_none() {
    let mark: [u8; MARK] = rand();
    let keyring = derived(b"kindhold/v1/keyring", &child::key(&mark, MASTER));
    let mut child = Child::start("a_vault_is_made_opened_and_dropped", &mark);
    child.until("made");
    assert!(child.has(&mark), "the search finds what is there");
    child.go_on();
    child.until("made and dropped");
    assert_eq!(child.places(&mark), [""; 0], "after making");
    child.go_on();
    child.until("opened");
    assert!(child.has(&mark), "the search finds what is there");
    child.go_on();
    child.until("opened and dropped");
    assert_eq!(child.places(&mark), [""; 0], "after opening");
    assert_eq!(
        child.places(&keyring),
        [""; 0],
        "what the master key derives"
    );
    child.end();
}

#[test]
fn keys_for_other_devices_and_people_are_wiped_as_well() {
    let mark: [u8; MARK] = rand();
    let mut child = Child::start("secrets_of_sharing_are_made_used_and_dropped", &mark);
    child.until("made");
    assert!(child.has(&mark), "the search finds what is there");
    child.go_on();
    child.until("made and dropped");
    assert_eq!(child.places(&mark), [""; 0]);
    child.end();
}

/// Randomness of the system, which is not in the workspace's tests otherwise.
fn rand<const N: usize>() -> [u8; N] {
    use std::io::Read as _;
    let mut bytes = [0; N];
    let mut source = std::fs::File::open("/dev/urandom").expect("it is there");
    source.read_exact(&mut bytes).expect("it never ends");
    bytes
}
