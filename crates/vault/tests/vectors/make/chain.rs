// SPDX-License-Identifier: Apache-2.0
use super::Samples;
use crate::{
    chain::gives_whole,
    tools::{hex, int, list, read, unhex},
};
use kindhold_vault::{
    DeviceSecret, Draft, MemoryStore, Opened, Place, Slot, Store, ThingId, Vault,
    conformance::{self, Seeded},
};
use pollster::block_on;
use serde_json::{Map, Value, json};

const DEVICE: [u8; 32] = [0xd1; 32];
const STREAMS: [&str; 6] = ["private", "diary", "urges", "practice", "measures", "plan"];

fn unlock(store: &MemoryStore) -> Vault<MemoryStore> {
    let device = DeviceSecret::new(DEVICE);
    let opened = block_on(Vault::unlock(store.clone(), |s| {
        s.open_with_device(&device)
    }));
    opened.expect("it opens").0
}

fn create(seed: u64) -> (MemoryStore, Vault<MemoryStore>) {
    let store = MemoryStore::default();
    let (device, mut random) = (DeviceSecret::new(DEVICE), Seeded(seed));
    let slot = |amk: &_| Ok(Slot::for_device(amk, &device, &mut Seeded(seed + 1)));
    let vault = block_on(Vault::create(store.clone(), &STREAMS, slot, &mut random));
    (store, vault.expect("it is made"))
}

/// Writes a frozen entry; the randomness is made from its minute.
fn write(vault: &mut Vault<MemoryStore>, at: (&str, u8, u8), entry: &str) -> Opened {
    let (stream, thing, minute) = at;
    let entries = read("entries.json");
    let case = list(&entries["cases"]).iter().find(|c| c["name"] == entry);
    let gives = &case.expect("an entry")["gives"];
    let draft = Draft {
        stream,
        kind: int(&gives["code"]),
        thing: ThingId([thing; 16]),
        wall_ms: 1_751_407_200_000 + i64::from(minute) * 60_000,
        offset_min: 60,
        written: None,
        body: &unhex(&gives["cbor"]),
    };
    block_on(vault.append(draft, &mut Seeded(1000 + u64::from(minute)))).expect("it is written")
}

/// Records by the names that the cases call them.
#[derive(Default)]
struct Named(Map<String, Value>);

impl Named {
    fn put(&mut self, name: &str, bytes: &[u8]) {
        self.0.insert(name.to_owned(), hex(bytes).into());
    }

    fn get(&self, name: &str) -> Vec<u8> {
        unhex(&self.0[name])
    }

    /// A record of the name, as it lies in a store.
    fn take(&mut self, name: &str, store: &MemoryStore, at: Place) {
        store.tamper(at, |record| {
            self.put(name, &record.to_bytes());
            Some(record)
        });
    }
}

fn heads(store: &MemoryStore) -> Value {
    let (heads, _) = block_on(conformance::snapshot(store)).expect("memory");
    let all = heads.into_iter().map(|(lane, head)| {
        json!({
            "stream": hex(&lane.stream.0),
            "device": hex(&lane.device.0),
            "next": head.next,
            "hash": hex(&head.hash),
        })
    });
    all.collect()
}

/// A vault as somebody may have it: two versions of a day and of a plan, a word that was deleted.
struct Story {
    store: MemoryStore,
    vault: Vault<MemoryStore>,
    /// The heads after the third record.
    older: Value,
    /// The first place of the diary.
    diary: Place,
}

fn story(named: &mut Named) -> Story {
    let (store, mut vault) = create(1);
    let mut put = |name: &str, at, entry| {
        let place = write(&mut vault, at, entry).place;
        named.take(name, &store, place);
        place
    };
    let diary = put("diary 0", ("diary", 1, 0), "diary, nothing said");
    put("diary 1", ("diary", 2, 1), "diary");
    put("plan 0", ("plan", 3, 2), "plan, empty");
    let older = heads(&store);
    let word = put("word 0", ("private", 4, 3), "word, friend");
    put("plan 1", ("plan", 3, 4), "plan");
    put("diary 2", ("diary", 1, 5), "diary");
    let mut random = Seeded(1009);
    let deleted = vault.delete(ThingId([4; 16]), 1_751_407_560_000, &mut random);
    block_on(deleted).expect("it is deleted");
    named.take("word 0 purged", &store, word);
    named.take("word 1, its tombstone", &store, Place { index: 1, ..word });
    Story {
        store,
        vault,
        older,
        diary,
    }
}

/// Records that somebody changed.
fn damaged(named: &mut Named, store: &MemoryStore, diary: Place) {
    const FRONT: usize = 1 + 98 + 24;
    let (zero, one) = (named.get("diary 0"), named.get("diary 1"));
    let change = |bytes: &[u8], at: usize| {
        let mut bytes = bytes.to_vec();
        bytes[at] ^= 2;
        bytes
    };
    named.put("diary 1, a bit of its body changed", &change(&one, 400));
    named.put("diary 1 of a later version", &change(&one, 1));
    named.put(
        "diary 0 with another body",
        &[&zero[..FRONT], &one[FRONT..]].concat(),
    );
    named.put(
        "diary 1 with another body",
        &[&one[..FRONT], &zero[FRONT..]].concat(),
    );
    named.put("no record", b"\x01\x01\x01");
    let copy = store.copy();
    let at = Place { index: 1, ..diary };
    copy.tamper(at, |record| Some(record.purged()));
    named.take("diary 1 purged", &copy, at);
}

/// What two windows on two copies of the store wrote in one place, and a record of another vault.
fn elsewhere(named: &mut Named, story: &mut Story) -> Value {
    let copy = story.store.copy();
    let mut there = unlock(&copy);
    let at = write(&mut there, ("diary", 5, 21), "diary, nothing said").place;
    named.take("diary 3 there", &copy, at);
    write(&mut story.vault, ("diary", 5, 20), "diary, nothing said");
    named.take("diary 3 here", &story.store, at);
    let (other, mut vault) = create(7);
    let at = write(&mut vault, ("diary", 6, 22), "diary, nothing said").place;
    named.take("another vault’s", &other, at);
    heads(&story.store)
}

/// The cases, by the runs that are found.
fn cases(all: &Value, older: &Value, forked: &Value, diary: Place) -> Samples {
    let rest = json!(["word 0 purged", "word 1, its tombstone", "plan 0", "plan 1"]);
    let with = |runs: Value| json!([runs, rest]);
    let case = |runs: Value| json!({ "runs": runs, "heads": all });
    let is_diary = |head: &&Value| head["stream"] == hex(&diary.lane.stream.0);
    let of_others: Vec<_> = list(all).iter().filter(|h| !is_diary(h)).collect();
    let mut behind: Vec<_> = list(all).to_vec();
    let was = list(older).iter().find(is_diary).expect("the diary");
    for head in behind.iter_mut().filter(|h| is_diary(&&**h)) {
        head.clone_from(was);
    }
    let whole = json!(["diary 0", "diary 1", "diary 2"]);
    let no_diary = json!({ "runs": with(whole.clone()), "heads": of_others });
    let shorter = json!({ "runs": with(whole.clone()), "heads": behind });
    let fork = json!([
        "diary 0",
        "diary 1",
        "diary 2",
        "diary 3 there",
        "diary 3 here"
    ]);
    let fork = json!({ "runs": with(fork), "heads": forked });
    let earlier = json!([["diary 0", "diary 1", "plan 0"]]);
    let earlier = json!({ "runs": earlier, "heads": older });
    let changed = json!(["diary 0", "diary 1, a bit of its body changed", "diary 2"]);
    let swapped = json!([
        "diary 0 with another body",
        "diary 1 with another body",
        "diary 2"
    ]);
    let later = json!(["diary 0", "diary 1 of a later version", "diary 2"]);
    let purged = json!(["diary 0", "diary 1 purged", "diary 2"]);
    let twice = json!([whole, rest, ["diary 1"], ["diary 2", "diary 0"]]);
    vec![
        ("whole", case(with(whole.clone()))),
        ("in other runs, some records twice", case(twice)),
        (
            "the first is missing",
            case(with(json!(["diary 1", "diary 2"]))),
        ),
        (
            "one between is missing",
            case(with(json!(["diary 0", "diary 2"]))),
        ),
        (
            "the last is missing",
            case(with(json!(["diary 0", "diary 1"]))),
        ),
        ("a whole lane is missing", case(json!([rest]))),
        ("a bit was changed", case(with(changed))),
        ("two bodies were swapped", case(with(swapped))),
        (
            "bytes that are no record",
            case(json!([whole, rest, ["no record"]])),
        ),
        ("a record of a later version", case(with(later))),
        (
            "another vault’s record",
            case(json!([whole, rest, ["another vault’s"]])),
        ),
        ("two records in one place", fork),
        ("a head behind its lane", shorter),
        ("a lane without its head", no_diary),
        ("purged by somebody else: not noticed", case(with(purged))),
        ("an earlier copy of the whole store: not noticed", earlier),
    ]
}

/// The front of the file, and its cases.
pub(super) fn samples(mut front: Value) -> (Value, Samples) {
    let mut named = Named::default();
    let mut story = story(&mut named);
    damaged(&mut named, &story.store, story.diary);
    let all = heads(&story.store);
    let meta = |name: &str| {
        block_on(story.store.meta(name))
            .expect("memory")
            .expect("meta")
    };
    let (slots, keyring) = (hex(&meta("slots")), hex(&meta("keyring")));
    let forked = elsewhere(&mut named, &mut story);
    front["shared"] = json!({
        "device": hex(&DEVICE),
        "slots": slots,
        "keyring": keyring,
        "records": named.0,
    });
    let cases = cases(&all, &story.older, &forked, story.diary);
    let mut whole = cases[0].1.clone();
    let shared = front["shared"].as_object().expect("an object").clone();
    whole.as_object_mut().expect("an object").extend(shared);
    front["opened"] = gives_whole(&whole).into();
    (front, cases)
}
