// SPDX-License-Identifier: Apache-2.0
//! Keys leave the memory of a process when what holds them is dropped: another process looks.

#![cfg(target_os = "linux")]

mod child;
mod memory;

use child::{Child, MARK};
use hkdf::Hkdf;
use sha2::{Sha256, block_api::compress256};

/// The keys that are drawn, in their order: two streams', the master key.
const DIARY: u8 = 1;
const MASTER: u8 = 2;
/// The key that sharing's secrets are followed by, and that is held as HKDF holds it.
const EXTRACTED: u8 = 4;

fn derived(label: &[u8], key: &[u8]) -> [u8; 32] {
    let mut out = [0; 32];
    Hkdf::<Sha256>::new(Some(label), key)
        .expand(b"", &mut out)
        .expect("32 bytes are one block");
    out
}

/// What HKDF holds of an epoch's key between its two steps: the two states of HMAC after their first block.
fn states(key: &[u8]) -> [Vec<u8>; 2] {
    let (first, _) = Hkdf::<Sha256>::extract(Some(b"kindhold/v1/epoch"), key);
    [0x36_u8, 0x5c].map(|pad| {
        let block = core::array::from_fn(|n| pad ^ first.get(n).copied().unwrap_or(0));
        let mut state = [
            0x6a09_e667,
            0xbb67_ae85,
            0x3c6e_f372,
            0xa54f_f53a,
            0x510e_527f,
            0x9b05_688c,
            0x1f83_d9ab,
            0x5be0_cd19,
        ];
        compress256(&mut state, &[block]);
        state
            .iter()
            .flat_map(|word: &u32| word.to_ne_bytes())
            .collect()
    })
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
    for state in states(&child::key(&mark, DIARY)) {
        assert_eq!(child.places(&state), [""; 0], "what HKDF holds of a key");
    }
    child.end();
}

#[test]
fn keys_for_other_devices_and_people_are_wiped_as_well() {
    let mark: [u8; MARK] = rand();
    let mut child = Child::start("secrets_of_sharing_are_made_used_and_dropped", &mark);
    child.until("made");
    assert!(child.has(&mark), "the search finds what is there");
    for state in states(&child::key(&mark, EXTRACTED)) {
        assert!(
            child.has(&state),
            "the search finds what HKDF holds while somebody holds it"
        );
    }
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
