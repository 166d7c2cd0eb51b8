// SPDX-License-Identifier: Apache-2.0
//! What devices and whoever is shown something exchange, frozen as it once lay at a relay.

use super::tools::{array, hex, int, read, text, unhex};
use kindhold_vault::{
    DeviceId, Draft, MemoryStore, SignedHead, ThingId, VaultId, VerifyKey,
    conformance::{self, ModelRelay, Seeded},
    together::{
        AccountSecret, DeviceList, Invitation, Relay, Request, Response, Seat, Showing, Unreachable,
    },
};
use pollster::block_on;
use serde_json::{Value, json};

struct Line(ModelRelay);

impl Relay for Line {
    fn host(&self) -> &str {
        "relay.example"
    }

    async fn send(&self, request: Request) -> Result<Response, Unreachable> {
        Ok(self.0.answer(self.host(), &request))
    }
}

/// A phone that shows its diary to a counsellor, and everything that lies at the relay then.
pub(crate) fn sample() -> Value {
    let mut random = Seeded(20_261_124);
    let relay = ModelRelay::default();
    let line = Line(relay.clone());
    let made = conformance::sample_vault(MemoryStore::default(), &mut random);
    let mut phone = block_on(made).expect("made");
    block_on(phone.bring_to_relay(&line, "", "phone", 1000, &mut random)).expect("there");
    let draft = Draft {
        stream: "diary",
        kind: 3,
        thing: ThingId([7; 16]),
        wall_ms: 2000,
        offset_min: 60,
        written: None,
        body: b"kind words",
    };
    block_on(phone.append(draft, &mut random)).expect("written");
    block_on(phone.sync(&line, &mut random)).expect("synced");
    let made = conformance::sample_vault(MemoryStore::default(), &mut random);
    let mut counsellor = block_on(made).expect("made");
    block_on(counsellor.become_member("office", 0, &mut random)).expect("a member");
    let invited = counsellor.invite(Seat::Counsellor, "Dr Reed", 3000, &mut random);
    let invitation = block_on(invited).expect("invited");
    let showing = Showing {
        streams: &["diary"],
        with_the_past: true,
        until: 20_800,
        their_name: "Dr Reed",
        own_name: "Sam",
        now_ms: 4000,
    };
    block_on(phone.show(&line, &invitation, &showing, &mut random)).expect("shown");
    let member = phone.member().expect("a member");
    let pending = &counsellor.member().expect("a member").pending[0];
    let path = format!("mailboxes/{}", hex(&invitation.mailbox.0));
    let asked = Request {
        method: "GET",
        path,
        token: None,
        etag: None,
        body: Vec::new(),
    };
    let answer = block_on(line.send(asked)).expect("an answer").body;
    let device = *member.account.devices.keys().next().expect("one");
    let vault = member.account.vault;
    let (account, devices, head, sealed) = relay.with(vault, |held| {
        let grants = held.access.values().filter_map(|a| match &a.role {
            kindhold_vault::wire::Role::Grant(scope) => Some(scope.sealed.clone()),
            _ => None,
        });
        let sealed: Vec<_> = grants.collect();
        let head = held.heads.values().next().expect("one").clone();
        (
            held.account.account.clone(),
            held.account.devices.clone(),
            head,
            sealed,
        )
    });
    json!({
        "words": member.account.secret.words().join(" "),
        "vault": hex(&vault.0),
        "device": hex(&device.0),
        "box_secret": hex(&conformance::box_secret(member)),
        "account": hex(&account),
        "devices": hex(&devices),
        "head": hex(&head),
        "invitation": hex(&invitation.to_bytes()),
        "invite_secret": hex(&conformance::invite_secret(pending)),
        "answer": hex(&answer),
        "grant_keys": hex(&sealed[0]),
    })
}

/// What is in it.
pub(crate) fn gives(given: &Value) -> Value {
    let secret = AccountSecret::from_words(text(&given["words"])).expect("words");
    let door = secret.door();
    let vault = VaultId(array(&given["vault"]));
    let device = DeviceId(array(&given["device"]));
    let sealed = unhex(&given["account"]);
    let account = conformance::account_by_words(&sealed, &secret).expect("it opens");
    let boxed = array(&given["box_secret"]);
    let by_device = conformance::account_by_device(&sealed, device, boxed).expect("it opens");
    assert_eq!(by_device.revision, account.revision);
    let identity = account.identity.verify_key();
    let list = DeviceList::open(&unhex(&given["devices"]), vault, &identity).expect("signed");
    let key: VerifyKey = list.devices[&device].key;
    let head = SignedHead::open(&unhex(&given["head"]), &key).expect("signed");
    let invitation = Invitation::parse(&unhex(&given["invitation"])).expect("an invitation");
    let made = conformance::pending(&unhex(&given["invitation"]), array(&given["invite_secret"]));
    let answer = unhex(&given["answer"]);
    let received = made.expect("one").receive(&answer, 0).expect("it opens");
    let keys = conformance::keys_of_grant(&unhex(&given["grant_keys"]), &received);
    let keys = keys.expect("they open");
    let streams = |streams: &[kindhold_vault::Stream]| -> Value {
        let one = |s: &kindhold_vault::Stream| {
            let keys = conformance::epoch_keys(s);
            json!({
                "id": hex(&s.id.0),
                "name": s.name,
                "first": s.first,
                "epochs": keys.iter().map(|k| hex(k)).collect::<Vec<_>>(),
            })
        };
        streams.iter().map(one).collect()
    };
    let lanes = head.lanes.iter().map(|(stream, head)| {
        json!({ "stream": hex(&stream.0), "next": head.next, "hash": hex(&head.hash) })
    });
    json!({
        "secret": hex(secret.reveal()),
        "door": { "locator": hex(&door.locator.0), "key": hex(&door.secret.verify_key().0) },
        "account": {
            "vault": hex(&account.vault.0),
            "revision": account.revision,
            "identity": hex(&identity.0),
            "devices": account.devices.iter().map(|(id, d)| json!({
                "id": hex(&id.0), "key": hex(&d.key.0), "boxes": hex(&d.boxes.0),
                "name": d.name, "added_ms": d.added_ms,
            })).collect::<Vec<_>>(),
            "streams": streams(&account.streams),
            "grants": account.grants.iter().map(|g| json!({
                "id": hex(&g.id.0), "name": g.name, "since_ms": g.since_ms, "until": g.until,
                "inbox": hex(&g.inbox.0), "version": g.version,
            })).collect::<Vec<_>>(),
        },
        "head": {
            "writer": hex(&head.writer.0), "counter": head.counter, "account": head.account,
            "lanes": lanes.collect::<Vec<_>>(), "seen": head.seen.len(),
        },
        "answer": {
            "grant": hex(&received.id.0), "vault": hex(&received.vault.0),
            "access": hex(&received.access.verify_key().0), "name": received.name,
            "grant_key": hex(&conformance::grant_key(&received)),
            "identity": hex(&received.identity.0),
            "words": invitation.words(&answer),
        },
        "grant_keys": {
            "version": keys.version, "until": keys.until,
            "streams": streams(&keys.streams), "inbox": streams(std::slice::from_ref(&keys.inbox)),
        },
    })
}

#[test]
fn what_was_exchanged_is_read_as_frozen() {
    let file = read("together.json");
    assert_eq!(gives(&file["exchange"]), file["gives"]);
    assert_eq!(int::<u64>(&file["gives"]["head"]["counter"]), 1);
}
