// SPDX-License-Identifier: Apache-2.0
//! The primitives that the vault and age files stand on, against vectors that nobody here wrote:
//! Project Wycheproof's (`vectors/wycheproof/`) and those in the specifications themselves.

use argon2::{Algorithm, Argon2, AssociatedData, ParamsBuilder, Version};
use chacha20poly1305::{
    ChaCha20Poly1305, XChaCha20Poly1305,
    aead::{Aead, KeyInit, Payload},
};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use scrypt::{Params, scrypt};
use serde_json::Value;
use sha2::Sha256;
use x25519_dalek::{X25519_BASEPOINT_BYTES, x25519};

fn unhex(text: &str) -> Vec<u8> {
    let digits = text.as_bytes().chunks(2);
    digits
        .map(|d| u8::from_str_radix(&String::from_utf8_lossy(d), 16).expect("hexadecimal digits"))
        .collect()
}

fn array<const N: usize>(text: &str) -> [u8; N] {
    unhex(text).try_into().expect("as many bytes as asked for")
}

/// One test of Wycheproof's.
struct Test<'a>(&'a Value, &'a Value);

impl Test<'_> {
    fn bytes(&self, name: &str) -> Vec<u8> {
        unhex(self.0[name].as_str().expect("a field of text"))
    }

    fn number(&self, name: &str) -> usize {
        let of_group = || self.1[name].as_u64();
        let number = self.0[name].as_u64().or_else(of_group);
        usize::try_from(number.expect("a field of a number")).expect("a small number")
    }

    fn is_valid(&self) -> bool {
        self.0["result"] != "invalid"
    }
}

/// Runs a file of Wycheproof's and checks that no test was lost on the way.
fn wycheproof(json: &str, run: impl Fn(&Test<'_>) -> bool) {
    let file: Value = serde_json::from_str(json).expect("Wycheproof's files are JSON");
    let groups = file["testGroups"].as_array().expect("groups of tests");
    let mut ran = 0;
    for group in groups {
        for test in group["tests"].as_array().expect("tests in a group") {
            assert!(run(&Test(test, group)), "{test}");
            ran += 1;
        }
    }
    assert_eq!(file["numberOfTests"], ran);
}

/// Seals and opens as the test says, and refuses what it calls invalid.
fn aead<C: Aead + KeyInit>(test: &Test<'_>) -> bool {
    let (msg, aad) = (test.bytes("msg"), test.bytes("aad"));
    let sealed = [test.bytes("ct"), test.bytes("tag")].concat();
    let cipher = C::new_from_slice(&test.bytes("key")).expect("a key of 32 bytes");
    let nonce = test.bytes("iv");
    let Ok(nonce) = nonce.as_slice().try_into() else {
        return !test.is_valid();
    };
    let opened = cipher.decrypt(
        nonce,
        Payload {
            msg: &sealed,
            aad: &aad,
        },
    );
    if !test.is_valid() {
        return opened.is_err();
    }
    cipher.encrypt(
        nonce,
        Payload {
            msg: &msg,
            aad: &aad,
        },
    ) == Ok(sealed)
        && opened == Ok(msg)
}

#[test]
fn xchacha20_poly1305_as_wycheproof_has_it() {
    let json = include_str!("../vectors/wycheproof/xchacha20_poly1305_test.json");
    wycheproof(json, aead::<XChaCha20Poly1305>);
}

#[test]
fn chacha20_poly1305_as_wycheproof_has_it() {
    let json = include_str!("../vectors/wycheproof/chacha20_poly1305_test.json");
    wycheproof(json, aead::<ChaCha20Poly1305>);
}

#[test]
fn hkdf_sha_256_as_wycheproof_has_it() {
    let json = include_str!("../vectors/wycheproof/hkdf_sha256_test.json");
    wycheproof(json, |test| {
        let hkdf = Hkdf::<Sha256>::new(Some(&test.bytes("salt")), &test.bytes("ikm"));
        let mut okm = vec![0; test.number("size")];
        let expanded = hkdf.expand(&test.bytes("info"), &mut okm);
        if test.is_valid() {
            expanded.is_ok() && okm == test.bytes("okm")
        } else {
            expanded.is_err()
        }
    });
}

#[test]
fn hmac_sha_256_as_wycheproof_has_it() {
    let json = include_str!("../vectors/wycheproof/hmac_sha256_test.json");
    wycheproof(json, |test| {
        let mac = Hmac::<Sha256>::new_from_slice(&test.bytes("key")).expect("any key will do");
        let mac = mac.chain_update(test.bytes("msg"));
        assert_eq!(test.number("tagSize") / 8, test.bytes("tag").len());
        mac.verify_truncated_left(&test.bytes("tag")).is_ok() == test.is_valid()
    });
}

#[test]
fn x25519_as_wycheproof_has_it() {
    let json = include_str!("../vectors/wycheproof/x25519_test.json");
    wycheproof(json, |test| {
        let secret = test.bytes("private").try_into().expect("32 bytes");
        let public = test.bytes("public").try_into().expect("32 bytes");
        x25519(secret, public).as_slice() == test.bytes("shared")
    });
}

/// draft-irtf-cfrg-xchacha-03, appendix A.3.1.
#[test]
fn xchacha20_poly1305_as_its_draft_has_it() {
    let key: [u8; 32] = core::array::from_fn(|i| 0x80 + i as u8);
    let nonce: [u8; 24] = core::array::from_fn(|i| 0x40 + i as u8);
    let msg = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for \
                the future, sunscreen would be it.";
    let aad = unhex("50515253c0c1c2c3c4c5c6c7");
    let sealed =
        XChaCha20Poly1305::new(&key.into()).encrypt(&nonce.into(), Payload { msg, aad: &aad });
    let expected = "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa\
                    6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c\
                    1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52ec0875\
                    924c1c7987947deafd8780acf49";
    assert_eq!(sealed, Ok(unhex(expected)));
}

/// RFC 5869, appendix A.1 to A.3.
#[test]
fn hkdf_sha_256_as_its_rfc_has_it() {
    let counting = |from: u8, to: u8| (from..=to).collect::<Vec<u8>>();
    let cases = [
        (
            (vec![0x0b; 22], counting(0, 0x0c), counting(0xf0, 0xf9)),
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
        ),
        (
            (
                counting(0, 0x4f),
                counting(0x60, 0xaf),
                counting(0xb0, 0xff),
            ),
            "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb\
             41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87",
        ),
        (
            (vec![0x0b; 22], vec![], vec![]),
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
        ),
    ];
    for ((ikm, salt, info), okm) in cases {
        let mut out = vec![0; okm.len() / 2];
        let expanded = Hkdf::<Sha256>::new(Some(&salt), &ikm).expand(&info, &mut out);
        assert!(expanded.is_ok());
        assert_eq!(out, unhex(okm));
    }
}

/// RFC 9106, section 5.3: with a secret and associated data, four lanes.
#[test]
fn argon2id_as_its_rfc_has_it() {
    let params = ParamsBuilder::new()
        .m_cost(32)
        .t_cost(3)
        .p_cost(4)
        .data(AssociatedData::new(&[4; 12]).expect("twelve bytes are few enough"))
        .build()
        .expect("the parameters of the example");
    let argon2 = Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params);
    let mut tag = [0; 32];
    let argon2 = argon2.expect("a short secret");
    assert!(
        argon2
            .hash_password_into(&[1; 32], &[2; 16], &mut tag)
            .is_ok()
    );
    let expected = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659";
    assert_eq!(tag, array(expected));
}

/// The reference implementation's test with our shape: one lane, two passes, 64 MiB
/// (<https://github.com/P-H-C/phc-winner-argon2>, `src/test.c`).
#[test]
fn argon2id_as_the_reference_implementation_has_it() {
    let params = argon2::Params::new(65_536, 2, 1, Some(32)).expect("sound parameters");
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let mut tag = [0; 32];
    assert!(
        argon2
            .hash_password_into(b"password", b"somesalt", &mut tag)
            .is_ok()
    );
    let expected = "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7";
    assert_eq!(tag, array(expected));
}

/// RFC 7914, section 12. Its last example takes 1 GiB and is left out.
#[test]
fn scrypt_as_its_rfc_has_it() {
    let cases = [
        (
            ("", "", 4, 1, 1),
            "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a\
             753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906",
        ),
        (
            ("password", "NaCl", 10, 8, 16),
            "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff1\
             09279d9830dac727afb94a83ee6d8360cbdfa2cc0640",
        ),
        (
            ("pleaseletmein", "SodiumChloride", 14, 8, 1),
            "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d4\
             9705242a9af9e61e85dc0d651e40dfcf017b45575887",
        ),
    ];
    for ((password, salt, log_n, r, p), expected) in cases {
        let params = Params::new(log_n, r, p).expect("the parameters of the example");
        let mut key = [0; 64];
        assert!(scrypt(password.as_bytes(), salt.as_bytes(), &params, &mut key).is_ok());
        assert_eq!(key, array(expected));
    }
}

/// RFC 7748, section 5.2: two examples, then one after another up to a thousand.
#[test]
fn x25519_as_its_rfc_has_it() {
    for (scalar, point, expected) in [
        (
            "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4",
            "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c",
            "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552",
        ),
        (
            "4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d",
            "e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493",
            "95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957",
        ),
    ] {
        assert_eq!(x25519(array(scalar), array(point)), array(expected));
    }
    let (mut scalar, mut point) = (X25519_BASEPOINT_BYTES, X25519_BASEPOINT_BYTES);
    for turn in 1..=1000 {
        (scalar, point) = (x25519(scalar, point), scalar);
        if turn == 1 {
            let once = "422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079";
            assert_eq!(scalar, array(once));
        }
    }
    let thousand = "684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51";
    assert_eq!(scalar, array(thousand));
}
