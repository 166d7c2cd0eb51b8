// SPDX-License-Identifier: Apache-2.0
//! Sessions and permissions as a security review asks for them (docs/security/asvs.md), on the relay itself.

mod tls;

use crate::{
    http::{Http, Server, TODAY},
    places::Folder,
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use kindhold_relay::Setup;
use kindhold_vault::{
    Random, SigningSecret, StreamId, VaultId,
    conformance::Seeded,
    together::Request,
    wire::{
        Access, AccessId, AccountUpdate, Challenge, Change, CreateVault, Login, Pull, Push, Role,
        Scope, Token,
    },
};

fn request(method: &'static str, path: &str, token: Option<Token>, body: &[u8]) -> Request {
    Request {
        method,
        path: path.to_owned(),
        token,
        etag: None,
        body: body.to_vec(),
    }
}

/// The refusal, or nothing where it was done.
fn refused(line: &Http, request: &Request) -> Option<String> {
    let answer = line.ask(request).expect("an answer");
    assert_eq!(answer.refusal.is_some(), answer.status >= 400);
    answer.refusal
}

/// Somebody who may sign in to a vault.
struct Key {
    vault: VaultId,
    id: AccessId,
    secret: SigningSecret,
}

impl Key {
    fn make(vault: VaultId, random: &mut Seeded) -> Self {
        Self {
            vault,
            id: AccessId(random.make()),
            secret: SigningSecret::make(random),
        }
    }

    fn access(&self, role: Role) -> Access {
        Access {
            id: self.id,
            key: self.secret.verify_key(),
            role,
        }
    }

    fn login(&self, host: &str, challenge: Challenge) -> Vec<u8> {
        Login::sign(host, self.vault, self.id, challenge, &self.secret).to_bytes()
    }

    fn sign_in(&self, line: &Http, host: &str) -> Token {
        let login = self.login(host, challenge(line));
        let answer = line.ask(&request("POST", "session", None, &login));
        let body = answer.expect("an answer").body;
        Token(body[..64].try_into().expect("a token"))
    }
}

fn challenge(line: &Http) -> Challenge {
    let answer = line.ask(&request("POST", "challenge", None, b""));
    let body = answer.expect("an answer").body;
    Challenge(body.try_into().expect("forty bytes"))
}

/// A vault with one device, and a grant that it gave: one stream may be read. Its account has version 2.
fn vault(line: &Http, host: &str, random: &mut Seeded) -> (Key, Key) {
    let id = VaultId(random.make());
    let (device, grant) = (Key::make(id, random), Key::make(id, random));
    let create = CreateVault {
        invite: String::new(),
        vault: id,
        access: vec![device.access(Role::Device)],
        version: 1,
        account: vec![7],
        devices: vec![8],
    };
    let made = request("POST", "vaults", None, &create.to_bytes());
    assert_eq!(refused(line, &made), None);
    let scope = Scope {
        until: TODAY,
        read: vec![(StreamId([1; 16]), 1)],
        inbox: Some(StreamId([2; 16])),
        version: 1,
        sealed: b"sealed".to_vec(),
    };
    let change = Change::Put(grant.access(Role::Grant(scope)));
    let token = Some(device.sign_in(line, host));
    let given = request("PUT", "account", token, &update(1, change));
    assert_eq!(refused(line, &given), None);
    (device, grant)
}

/// One change of who may sign in, in place of an account of this version.
fn update(expected: u64, change: Change) -> Vec<u8> {
    AccountUpdate {
        expected,
        version: expected + 1,
        account: vec![7],
        devices: vec![8],
        changes: vec![change],
    }
    .to_bytes()
}

/// An empty push: allowed to whoever may write.
fn push(account: u64) -> Vec<u8> {
    Push {
        account,
        heads: vec![],
        records: &[],
    }
    .to_bytes()
}

#[test]
fn a_session_is_for_its_host_its_challenge_its_key_and_its_vault_alone() {
    let folder = Folder::new("sessions");
    let server = Server::start(Setup::new(folder.place()));
    let (line, mut random) = (server.line(), Seeded(31));
    let host = server.address.to_string();
    let (device, _) = vault(&line, &host, &mut random);
    let (other, _) = vault(&line, &host, &mut random);
    let session = |login: &[u8]| refused(&line, &request("POST", "session", None, login));

    let fresh = challenge(&line);
    assert_eq!(session(&device.login(&host, fresh)), None);
    let not_you = Some("not-you".to_owned());
    assert_eq!(session(&device.login("elsewhere.example", fresh)), not_you);
    assert_eq!(session(&device.login(&host, Challenge([9; 40]))), not_you);
    let mut older = fresh;
    older.0[7] ^= 1;
    assert_eq!(session(&device.login(&host, older)), not_you);
    let stolen = Key {
        secret: SigningSecret::make(&mut random),
        ..device
    };
    assert_eq!(session(&stolen.login(&host, fresh)), not_you);
    let elsewhere = Key {
        vault: other.vault,
        ..stolen
    };
    assert_eq!(session(&elsewhere.login(&host, fresh)), not_you);
    let nobody = Key::make(VaultId([0; 16]), &mut random);
    assert_eq!(session(&nobody.login(&host, fresh)), not_you);
}

#[test]
fn every_session_has_a_token_of_its_own_that_travels_in_its_header_alone() {
    let folder = Folder::new("header");
    let server = Server::start(Setup::new(folder.place()));
    let (line, mut random) = (server.line(), Seeded(32));
    let host = server.address.to_string();
    let (device, _) = vault(&line, &host, &mut random);
    let (one, two) = (device.sign_in(&line, &host), device.sign_in(&line, &host));
    assert!(one != two);
    let text = BASE64_URL_SAFE_NO_PAD.encode(one.0);
    for path in [
        format!("state?token={text}"),
        format!("state?access_token={text}"),
        format!("state?authorization=Bearer%20{text}"),
    ] {
        let said = refused(&line, &request("GET", &path, None, b""));
        assert_eq!(said.as_deref(), Some("sign-in"), "{path}");
    }
    for place in ["cookie", "x-authorization", "proxy-authorization"] {
        let sent = ureq::get(format!("http://{host}/relay/v1/state"))
            .header(place, format!("Bearer {text}"))
            .config()
            .http_status_as_error(false)
            .build();
        assert_eq!(sent.call().expect("an answer").status(), 401, "{place}");
    }
    assert_eq!(
        refused(&line, &request("GET", "state", Some(one), b"")),
        None
    );
}

#[test]
fn what_a_grant_may_not_do_is_refused_on_every_route() {
    let folder = Folder::new("grant");
    let server = Server::start(Setup::new(folder.place()));
    let (line, mut random) = (server.line(), Seeded(33));
    let host = server.address.to_string();
    let (device, grant) = vault(&line, &host, &mut random);
    let token = Some(grant.sign_in(&line, &host));
    let more = update(2, Change::Put(grant.access(Role::Device)));
    for (method, path, body) in [
        ("GET", "account", &b""[..]),
        ("PUT", "account", &more),
        ("DELETE", "vault", b""),
    ] {
        let said = refused(&line, &request(method, path, token, body));
        assert_eq!(said.as_deref(), Some("not-allowed"), "{method} {path}");
    }
    for path in ["state", "devices", "grant"] {
        let said = refused(&line, &request("GET", path, token, b""));
        assert_eq!(said, None, "{path}");
    }
    let own = Some(device.sign_in(&line, &host));
    let said = refused(&line, &request("GET", "grant", own, b""));
    assert_eq!(
        said.as_deref(),
        Some("not-allowed"),
        "a device has no grant"
    );
    let account = line.ask(&request("GET", "account", own, b""));
    let account = account.expect("an answer").body;
    assert_eq!(account[..8], 2_u64.to_be_bytes(), "nothing was changed");
}

#[test]
fn a_token_is_worth_nothing_once_its_access_or_its_vault_is_gone() {
    let folder = Folder::new("taken-back");
    let server = Server::start(Setup::new(folder.place()));
    let (line, mut random) = (server.line(), Seeded(34));
    let host = server.address.to_string();
    let (device, grant) = vault(&line, &host, &mut random);
    let (own, theirs) = (
        Some(device.sign_in(&line, &host)),
        Some(grant.sign_in(&line, &host)),
    );
    let reads = |token| {
        let wants = Pull { wants: vec![] }.to_bytes();
        [
            refused(&line, &request("GET", "state", token, b"")),
            refused(&line, &request("GET", "devices", token, b"")),
            refused(&line, &request("POST", "pull", token, &wants)),
        ]
    };
    let not_you = [(); 3].map(|()| Some("not-you".to_owned()));
    assert_eq!(reads(theirs), [None, None, None]);
    let taken = request("PUT", "account", own, &update(2, Change::Drop(grant.id)));
    assert_eq!(refused(&line, &taken), None);
    assert_eq!(reads(theirs), not_you, "at once, with the old token");
    assert_eq!(reads(own), [None, None, None]);
    let push = |token| refused(&line, &request("POST", "push", token, &push(3)));
    assert_eq!(push(theirs).as_deref(), Some("not-you"));
    assert_eq!(push(own), None);

    assert_eq!(refused(&line, &request("DELETE", "vault", own, b"")), None);
    assert_ne!(reads(own)[0], None);
    let login = device.login(&host, challenge(&line));
    let again = refused(&line, &request("POST", "session", None, &login));
    assert_eq!(again.as_deref(), Some("not-you"));
}

#[test]
fn a_token_of_one_relay_opens_no_other() {
    let (here, there) = (Folder::new("one-relay"), Folder::new("other-relay"));
    let (one, other) = (
        Server::start(Setup::new(here.place())),
        Server::start(Setup::new(there.place())),
    );
    let hosts = [one.address.to_string(), other.address.to_string()];
    let (device, _) = vault(&one.line(), &hosts[0], &mut Seeded(35));
    let (same, _) = vault(&other.line(), &hosts[1], &mut Seeded(35));
    assert_eq!(device.vault, same.vault);
    let token = device.sign_in(&one.line(), &hosts[0]);
    let state = request("GET", "state", Some(token), b"");
    assert_eq!(refused(&one.line(), &state), None);
    assert_eq!(refused(&other.line(), &state).as_deref(), Some("sign-in"));
}
