// SPDX-License-Identifier: Apache-2.0
//! What lies in a device's store.

use crate::pieces::fixed;
use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload as Sealed},
};
use hkdf::Hkdf;
use kindhold_vault::{Amk, Header, Keyring, Payload, Records, Slots, conformance::inside};
use sha2::Sha256;

/// A chunk of records: what is read is written back as it was, and a name outlives the content.
pub fn records(bytes: &[u8]) -> bool {
    let mut again = Vec::new();
    for record in Records(bytes).flatten() {
        record.write(&mut again);
        assert_eq!(record.purged().id(), record.id());
    }
    assert!(bytes.starts_with(&again));
    !again.is_empty()
}

/// The front of a record: what is read is written back as it was.
pub fn header(bytes: &[u8]) -> bool {
    let Ok(header) = Header::parse(bytes) else {
        return false;
    };
    assert!(bytes.starts_with(&header.to_bytes()));
    true
}

/// The inside of a record: what is read means the same when it is written and read again.
pub fn payload(bytes: &[u8]) -> bool {
    let Ok(payload) = Payload::parse(bytes) else {
        return false;
    };
    assert_eq!(Payload::parse(&payload.to_bytes()), Ok(payload));
    true
}

/// The ways into a vault: what is read is written back as it was.
pub fn slots(bytes: &[u8]) -> bool {
    let Ok(slots) = Slots::parse(bytes) else {
        return false;
    };
    assert_eq!(slots.to_bytes(), bytes);
    true
}

const MASTER: [u8; 32] = [7; 32];

/// Any bytes sealed under a front, with the key that a label derives.
fn sealed(front: &[u8], label: &[u8], inside: &[u8]) -> Vec<u8> {
    let mut key = [0; 32];
    let hkdf = Hkdf::<Sha256>::new(Some(label), &MASTER);
    hkdf.expand(b"", &mut key).expect("one block");
    let payload = Sealed {
        msg: inside,
        aad: front,
    };
    let sealed = XChaCha20Poly1305::new(&key.into()).encrypt(&XNonce::default(), payload);
    let sealed = sealed.expect("a short message");
    [front, &[0; 24], &sealed].concat()
}

/// A keyring as it is stored, and any bytes sealed as the inside of one: what opens is sealed and opens again.
pub fn keyring(bytes: &[u8]) -> bool {
    let amk = Amk::new(MASTER);
    assert!(Keyring::open(bytes, &amk).is_err());
    let front = [b"KHKR\x01".as_slice(), &amk.id().0].concat();
    let file = sealed(&front, b"kindhold/v1/keyring", bytes);
    let Ok(keyring) = Keyring::open(&file, &amk) else {
        return false;
    };
    assert!(Keyring::open(&keyring.seal(&amk, &mut fixed), &amk).is_ok());
    true
}

/// What lies inside what is sealed for oneself and for others: what a device knows of the whole, an account, the keys
/// of a grant, what was met of somebody else's vault. What is read, and written, is read again as the same.
pub fn insides(bytes: &[u8]) -> bool {
    let Some((kind, bytes)) = bytes.split_first() else {
        return false;
    };
    let read = match kind % 4 {
        0 => inside::member,
        1 => inside::account,
        2 => inside::grant_keys,
        _ => inside::known,
    };
    let Some(once) = read(bytes) else {
        return false;
    };
    assert_eq!(read(&once).as_ref(), Some(&once));
    true
}
