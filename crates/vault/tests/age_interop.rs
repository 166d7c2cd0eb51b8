// SPDX-License-Identifier: Apache-2.0
//! Files go both ways between this module and `age`, the program of the format's author. That is what
//! an export promises: a tool which nobody here wrote opens it.

use kindhold_vault::age::{
    Identity, open_with_identity, open_with_passphrase, seal_to, seal_with_passphrase,
};
use std::{
    env, fs,
    io::Write,
    path::PathBuf,
    process::{self, Command, Stdio},
};

const NEEDED: &str =
    "this test needs the program age: `apt-get install age`, or `brew install age`";
const PASSPHRASE: &str = "three owls in an açaí tree";

/// A folder that goes when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn make(name: &str) -> Self {
        let path = env::temp_dir().join(format!("kindhold-age-{}-{name}", process::id()));
        fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        fs::write(self.0.join(name), bytes).expect("a file for the test");
    }

    fn get(&self, name: &str) -> Vec<u8> {
        fs::read(self.0.join(name)).expect("age wrote a file")
    }

    /// Runs age here and gives what it writes.
    fn age(&self, args: &[&str]) -> Vec<u8> {
        let ran = Command::new("age")
            .args(args)
            .current_dir(&self.0)
            .output()
            .expect(NEEDED);
        assert!(
            ran.status.success(),
            "{}",
            String::from_utf8_lossy(&ran.stderr)
        );
        ran.stdout
    }

    /// Runs age on a terminal, which it reads passphrases from, and types them.
    fn age_typing(&self, command: &str, lines: &str) {
        assert!(
            Command::new("age").arg("--version").output().is_ok(),
            "{NEEDED}"
        );
        let ran = Command::new("script")
            .args(["--quiet", "--return", "--command", command, "/dev/null"])
            .current_dir(&self.0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn();
        let mut ran = ran.expect("this test needs the program script, of Debian's bsdutils");
        let mut keyboard = ran.stdin.take().expect("standard input is a pipe");
        keyboard
            .write_all(lines.as_bytes())
            .expect("age reads what is typed");
        drop(keyboard);
        let ran = ran.wait_with_output().expect("age ends");
        assert!(
            ran.status.success(),
            "{}",
            String::from_utf8_lossy(&ran.stdout)
        );
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

/// Different enough bytes, the same in each run.
fn seeded(mut seed: u64) -> impl FnMut(&mut [u8]) {
    move |bytes| {
        for byte in bytes {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            *byte = (seed >> 33) as u8;
        }
    }
}

/// Nothing, something, one chunk whole, and a bit more than two.
fn contents() -> [Vec<u8>; 4] {
    [0, 100, 65_536, 131_073].map(|len| (0..len).map(|i| (i % 251) as u8).collect())
}

#[test]
fn age_opens_what_is_sealed_here_to_a_key() {
    let folder = Folder::make("to-key");
    let identity = Identity::make(&mut seeded(1));
    folder.put("key", identity.expose().as_bytes());
    for plain in contents() {
        let sealed = seal_to(&plain, &[identity.to_recipient()], &mut seeded(2));
        folder.put("sealed.age", &sealed.expect("it seals"));
        assert!(folder.age(&["-d", "-i", "key", "sealed.age"]) == plain);
    }
}

#[test]
fn what_age_seals_to_a_key_opens_here() {
    let folder = Folder::make("from-key");
    let identity = Identity::make(&mut seeded(3));
    let recipient = identity.to_recipient().to_string();
    for plain in contents() {
        folder.put("plain", &plain);
        folder.age(&["-r", &recipient, "-o", "sealed.age", "plain"]);
        folder.age(&["-a", "-r", &recipient, "-o", "sealed.txt", "plain"]);
        for name in ["sealed.age", "sealed.txt"] {
            assert!(open_with_identity(&folder.get(name), &identity) == Ok(plain.clone()));
        }
    }
}

#[test]
fn a_key_that_age_made_is_read_and_spelt_as_age_does() {
    let made = Command::new("age-keygen").output().expect(NEEDED);
    let text = String::from_utf8(made.stdout).expect("age-keygen writes text");
    let spelt = |mark| text.split_whitespace().find(|w: &&str| w.starts_with(mark));
    let (secret, public) = (spelt("AGE-SECRET-KEY-1"), spelt("age1"));
    let identity: Identity = secret.and_then(|s| s.parse().ok()).expect("a key of age");
    assert_eq!(Some(identity.expose().as_str()), secret);
    assert_eq!(Some(identity.to_recipient().to_string().as_str()), public);
}

#[test]
fn age_opens_what_is_sealed_here_with_a_passphrase() {
    let folder = Folder::make("with-passphrase");
    let plain = b"kept".repeat(30_000);
    let sealed = seal_with_passphrase(&plain, PASSPHRASE, 10, &mut seeded(4));
    folder.put("sealed.age", &sealed.expect("it seals"));
    folder.age_typing("age -d -o plain sealed.age", &format!("{PASSPHRASE}\n"));
    assert!(folder.get("plain") == plain);
}

#[test]
fn what_age_seals_with_a_passphrase_opens_here() {
    let folder = Folder::make("from-passphrase");
    folder.put("plain", b"kept");
    let twice = format!("{PASSPHRASE}\n{PASSPHRASE}\n");
    folder.age_typing("age -p -o sealed.age plain", &twice);
    folder.age_typing("age -p -a -o sealed.txt plain", &twice);
    for name in ["sealed.age", "sealed.txt"] {
        assert_eq!(
            open_with_passphrase(&folder.get(name), PASSPHRASE),
            Ok(b"kept".to_vec())
        );
    }
}
