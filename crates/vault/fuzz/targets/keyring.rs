// SPDX-License-Identifier: Apache-2.0
//! A keyring as it is stored, and any bytes sealed as the inside of one.
#![no_main]

use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};
use hkdf::Hkdf;
use kindhold_vault::{Amk, Keyring};
use libfuzzer_sys::fuzz_target;
use sha2::Sha256;

fuzz_target!(|bytes: &[u8]| {
    let amk = Amk::new([7; 32]);
    assert!(Keyring::open(bytes, &amk).is_err());

    let mut file = b"KHKR\x01".to_vec();
    file.extend_from_slice(&amk.id().0);
    let mut key = [0; 32];
    let hkdf = Hkdf::<Sha256>::new(Some(b"kindhold/v1/keyring"), &[7; 32]);
    hkdf.expand(b"", &mut key).expect("one block");
    let payload = Payload {
        msg: bytes,
        aad: &file,
    };
    let sealed = XChaCha20Poly1305::new(&key.into()).encrypt(&XNonce::default(), payload);
    file.extend_from_slice(&[0; 24]);
    file.extend_from_slice(&sealed.expect("a short message"));
    if let Ok(keyring) = Keyring::open(&file, &amk) {
        let again = keyring.seal(&amk, &mut |b: &mut [u8]| b.fill(1));
        assert!(Keyring::open(&again, &amk).is_ok());
    }
});
