// SPDX-License-Identifier: Apache-2.0
//! Files that were written once and must open for ever. See `vectors/age/README.md`.

use kindhold_vault::age::{
    Identity, open_with_identity, open_with_passphrase, seal_to, seal_with_passphrase,
};

const PLAIN: &[u8] = b"Kept on a Tuesday, opened when it is needed.\n";
const PASSPHRASE: &str = "three owls in an açaí tree";
const IDENTITY: &str = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";

/// Bytes that count up from one in place of random ones.
fn counting() -> impl FnMut(&mut [u8]) {
    let mut next = 0_u8;
    move |bytes| {
        for byte in bytes {
            next = next.wrapping_add(1);
            *byte = next;
        }
    }
}

fn identity() -> Identity {
    IDENTITY.parse().expect("the specification's own example")
}

#[test]
fn files_of_age_1_1_1_open() {
    let by_key = include_bytes!("../vectors/age/key-by-age.age");
    let by_word = include_bytes!("../vectors/age/passphrase-by-age.txt");
    assert_eq!(
        open_with_identity(by_key, &identity()).as_deref(),
        Ok(PLAIN)
    );
    assert_eq!(
        open_with_passphrase(by_word, PASSPHRASE).as_deref(),
        Ok(PLAIN)
    );
}

#[test]
fn files_of_ours_open_and_are_written_as_ever() {
    let by_key = include_bytes!("../vectors/age/key.age");
    let by_word = include_bytes!("../vectors/age/passphrase.age");
    assert_eq!(
        open_with_identity(by_key, &identity()).as_deref(),
        Ok(PLAIN)
    );
    assert_eq!(
        open_with_passphrase(by_word, PASSPHRASE).as_deref(),
        Ok(PLAIN)
    );

    let sealed = seal_to(PLAIN, &[identity().to_recipient()], &mut counting());
    assert_eq!(sealed.as_deref(), Ok(&by_key[..]));
    let sealed = seal_with_passphrase(PLAIN, PASSPHRASE, 10, &mut counting());
    assert_eq!(sealed.as_deref(), Ok(&by_word[..]));
}

#[test]
fn the_examples_of_the_specification_are_spelt_as_there() {
    let recipient = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
    assert_eq!(identity().to_recipient().to_string(), recipient);
    assert_eq!(identity().expose().as_str(), IDENTITY);
}
