// SPDX-License-Identifier: Apache-2.0
//! Laws of age files: they come back whole, any change is noticed, nothing else opens them, and no
//! bytes make it panic.

use kindhold_vault::age::{
    AgeError, Identity, MOST_WORK, Recipient, open_with_identity, open_with_passphrase, seal_to,
    seal_with_passphrase,
};
use proptest::prelude::*;

/// Different enough bytes, the same in each run.
fn seeded(mut seed: u64) -> impl FnMut(&mut [u8]) {
    move |bytes| {
        for byte in bytes {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            *byte = (seed >> 33) as u8;
        }
    }
}

fn identity(seed: u64) -> Identity {
    Identity::make(&mut seeded(seed))
}

/// A small file that [`identity`] 1 opens.
fn with_key(plain: &[u8]) -> Vec<u8> {
    seal_to(plain, &[identity(1).to_recipient()], &mut seeded(9)).expect("it seals")
}

/// A small file that the word opens.
fn with_word(plain: &[u8]) -> Vec<u8> {
    seal_with_passphrase(plain, "word", 1, &mut seeded(9)).expect("it seals")
}

/// Bytes of a length that falls on, before or after the end of a chunk as often as not.
fn plain() -> impl Strategy<Value = Vec<u8>> {
    let near = |n: usize| n.saturating_sub(2)..n + 3;
    let len = prop_oneof![0..600_usize, near(65_536), near(131_072)];
    (len, any::<u8>()).prop_map(|(len, first)| {
        (0..len)
            .map(|i| (i as u8).wrapping_mul(7).wrapping_add(first))
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_passphrase_opens_what_it_sealed(
        plain in plain(), word in "\\PC{1,40}", log_n in 1..5_u8, seed: u64,
    ) {
        let sealed = seal_with_passphrase(&plain, &word, log_n, &mut seeded(seed))?;
        prop_assert!(open_with_passphrase(&sealed, &word)? == plain);
    }

    #[test]
    fn each_recipient_opens_and_nobody_else(plain in plain(), seed: u64, many in 1..5_u64) {
        let all: Vec<_> = (0..many).map(|i| identity(seed ^ i)).collect();
        let to: Vec<_> = all.iter().map(Identity::to_recipient).collect();
        let sealed = seal_to(&plain, &to, &mut seeded(seed))?;
        for one in &all {
            prop_assert!(open_with_identity(&sealed, one)? == plain);
        }
        let other = identity(seed ^ many);
        prop_assert_eq!(open_with_identity(&sealed, &other), Err(AgeError::NoMatch));
    }

    #[test]
    fn any_bytes_are_safe(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(open_with_passphrase(&bytes, "word").is_err());
        prop_assert!(open_with_identity(&bytes, &identity(1)).is_err());
    }

    #[test]
    fn any_header_is_safe(text in "(-> (X25519|scrypt|x) [!-~]{0,50} ?[0-9]{0,2}\n[A-Za-z0-9+/]{0,70}\n|--- [!-~]{0,45}\n|[ -~]{0,9}\n){0,6}") {
        let file = format!("age-encryption.org/v1\n{text}");
        prop_assert!(open_with_identity(file.as_bytes(), &identity(1)).is_err());
    }

    #[test]
    fn any_armor_is_safe(text in "([A-Za-z0-9+/=]{0,66}\r?\n){0,5}") {
        let file = format!(
            "-----BEGIN AGE ENCRYPTED FILE-----\n{text}-----END AGE ENCRYPTED FILE-----\n"
        );
        prop_assert!(open_with_passphrase(file.as_bytes(), "word").is_err());
    }

    #[test]
    fn a_key_comes_back_as_it_was_spelt(seed: u64) {
        let identity = identity(seed);
        let again: Identity = identity.expose().parse()?;
        prop_assert_eq!(again.expose(), identity.expose());
        let recipient = identity.to_recipient();
        prop_assert_eq!(recipient.to_string().parse::<Recipient>()?, recipient);
        prop_assert_eq!(recipient.to_string().to_uppercase().parse::<Recipient>()?, recipient);
    }

    #[test]
    fn a_slip_in_a_key_is_noticed(seed: u64, at in 0..62_usize, with in "[0-9a-z]") {
        let text = identity(seed).to_recipient().to_string();
        let mut slipped = text.clone();
        slipped.replace_range(at..=at, &with);
        if slipped != text {
            prop_assert_eq!(slipped.parse::<Recipient>(), Err(AgeError::Key));
        }
    }
}

#[test]
fn every_single_bit_that_changes_is_noticed() {
    let plain = b"a small thing";
    let (by_key, by_word) = (with_key(plain), with_word(plain));
    assert!(open_with_identity(&by_key, &identity(1)).is_ok());
    assert!(open_with_passphrase(&by_word, "word").is_ok());
    for bit in 0..by_key.len() * 8 {
        let mut changed = by_key.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(
            open_with_identity(&changed, &identity(1)).is_err(),
            "bit {bit}"
        );
    }
    for bit in 0..by_word.len() * 8 {
        let mut changed = by_word.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(open_with_passphrase(&changed, "word").is_err(), "bit {bit}");
    }
}

#[test]
fn every_shorter_file_is_refused() {
    let (by_key, by_word) = (with_key(b"a small thing"), with_word(b"a small thing"));
    for len in 0..by_key.len() {
        assert!(
            open_with_identity(&by_key[..len], &identity(1)).is_err(),
            "{len} bytes"
        );
    }
    for len in 0..by_word.len() {
        assert!(
            open_with_passphrase(&by_word[..len], "word").is_err(),
            "{len} bytes"
        );
    }
}

/// The front of a file (header and nonce) and the chunks after it.
fn in_chunks(file: &[u8], plain: usize) -> (Vec<u8>, Vec<Vec<u8>>) {
    let sealed = plain + plain.div_ceil(65_536) * 16;
    let (front, rest) = file.split_at(file.len() - sealed);
    (
        front.to_vec(),
        rest.chunks(65_536 + 16).map(<[u8]>::to_vec).collect(),
    )
}

#[test]
fn chunks_cannot_be_cut_off_dropped_doubled_swapped_or_added() {
    let plain = vec![5; 65_536 * 3];
    let (front, chunks) = in_chunks(&with_key(&plain), plain.len());
    let open = |order: &[usize]| {
        let body = order.iter().flat_map(|i| chunks[*i].clone());
        open_with_identity(&[front.clone(), body.collect()].concat(), &identity(1))
    };
    assert!(open(&[0, 1, 2]) == Ok(plain));
    for cut in [&[][..], &[0], &[0, 1]] {
        assert_eq!(open(cut), Err(AgeError::Cut), "{cut:?}");
    }
    for changed in [
        &[1, 2][..],
        &[0, 2],
        &[2],
        &[0, 0, 1, 2],
        &[1, 0, 2],
        &[0, 1, 2, 2],
        &[0, 1, 2, 0],
    ] {
        assert_eq!(open(changed), Err(AgeError::Damaged), "{changed:?}");
    }
}

#[test]
fn each_reason_has_its_name() {
    let (by_key, by_word) = (with_key(b"x"), with_word(b"x"));
    let last = |file: &[u8]| {
        let mut file = file.to_vec();
        *file.last_mut().expect("it is not empty") ^= 1;
        file
    };
    let word = |file: &[u8]| open_with_passphrase(file, "word");
    assert_eq!(word(b""), Err(AgeError::NotAge));
    assert_eq!(word(b"PK\x03\x04"), Err(AgeError::NotAge));
    assert_eq!(
        word(b"age-encryption.org/v2\nanything"),
        Err(AgeError::Version)
    );
    assert_eq!(word(b"age-encryp"), Err(AgeError::Cut));
    assert_eq!(
        word(b"age-encryption.org/v1\nhello\n"),
        Err(AgeError::Header)
    );
    assert_eq!(word(&by_key), Err(AgeError::WantsKey));
    assert_eq!(word(&last(&by_word)), Err(AgeError::Damaged));
    assert_eq!(
        open_with_passphrase(&by_word, "words"),
        Err(AgeError::NoMatch)
    );
    let wants = Err(AgeError::WantsPassphrase);
    assert_eq!(open_with_identity(&by_word, &identity(1)), wants);
    assert_eq!(
        open_with_identity(&by_key, &identity(2)),
        Err(AgeError::NoMatch)
    );
}

#[test]
fn more_work_than_a_phone_can_bear_is_refused_at_once() {
    let easy = String::from_utf8_lossy(&with_word(b"")[..60]).into_owned();
    let salt = easy.split(' ').nth(2).expect("a salt").to_owned();
    for (asked, told) in [
        ("21", 21),
        ("63", 63),
        ("255", 255),
        ("99999999999999999999", 255),
    ] {
        let file = format!(
            "age-encryption.org/v1\n-> scrypt {salt} {asked}\n{}\n--- {}\n",
            "A".repeat(43),
            "A".repeat(43)
        );
        let opened = open_with_passphrase(file.as_bytes(), "word");
        assert_eq!(opened, Err(AgeError::TooHard(told)));
    }
    let sealed = seal_with_passphrase(b"", "word", MOST_WORK + 1, &mut seeded(1));
    assert_eq!(sealed, Err(AgeError::TooHard(MOST_WORK + 1)));
}

#[test]
fn a_file_that_protects_nothing_is_not_made() {
    let unprotected = Err(AgeError::Unprotected);
    assert_eq!(
        seal_with_passphrase(b"x", "", 10, &mut seeded(1)),
        unprotected
    );
    assert_eq!(
        seal_with_passphrase(b"x", "word", 0, &mut seeded(1)),
        unprotected
    );
    assert_eq!(seal_to(b"x", &[], &mut seeded(1)), unprotected);
}

#[test]
fn a_secret_is_not_told_by_accident() {
    let identity = identity(1);
    assert_eq!(format!("{identity:?}"), "Identity(…)");
}
