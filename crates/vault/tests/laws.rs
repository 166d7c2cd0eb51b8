// SPDX-License-Identifier: Apache-2.0
//! Laws of the vault: any damage is noticed, nothing opens with a wrong key, no bytes make a parser
//! panic, nothing that was confirmed is lost.

use kindhold_vault::{
    Amk, Batch, Contents, Damage, DeviceSecret, Draft, Fault, Head, Header, Keyring, Lane,
    MemoryStore, Opened, PasscodeCost, Payload, Place, Record, Records, Slot, SlotError, SlotKind,
    Slots, Store, StoreError, ThingId, Vault, VaultError, check_chains,
    conformance::{self, Seeded},
};
use pollster::block_on;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn draft<'a>(thing: u8, wall_ms: i64, body: &'a [u8]) -> Draft<'a> {
    let thing = ThingId([thing; 16]);
    Draft {
        stream: "diary",
        kind: 1,
        thing,
        wall_ms,
        offset_min: 60,
        written: None,
        body,
    }
}

fn filled(n: u8, random: &mut Seeded) -> (MemoryStore, Vault<MemoryStore>, Vec<Opened>) {
    let store = MemoryStore::default();
    let mut vault = block_on(conformance::sample_vault(store.clone(), random)).expect("it is made");
    let written = (0..n)
        .map(|i| block_on(vault.append(draft(i, i64::from(i), &[i; 40]), random)).expect("written"))
        .collect();
    (store, vault, written)
}

fn contents(store: impl Store) -> Contents {
    block_on(conformance::reopen(store)).expect("it opens").1
}

/// Opens a store twice: record by record, where each is hashed to name it, and as one run, where a
/// record is believed about the one before it. With the chains checked, both find the same.
fn reopen(store: &MemoryStore) -> Contents {
    let single = contents(store.clone());
    let folded = contents(OneRun(vec![store.clone()]));
    let mut damage = block_on(check_chains(store)).expect("it is read");
    damage.extend(&folded.damage);
    damage.sort_unstable();
    damage.dedup();
    assert_eq!(damage, single.damage);
    assert_eq!(folded.opened, single.opened);
    single
}

/// A store that was copied after two records; here two more were written, in the copy one.
fn forked() -> (MemoryStore, MemoryStore, Opened) {
    let mut random = Seeded(1);
    let (store, mut vault, _) = filled(2, &mut random);
    let copy = store.copy();
    let (mut other, _) = block_on(conformance::reopen(copy.clone())).expect("it opens");
    for n in 0..2 {
        block_on(vault.append(draft(7, 0, &[n]), &mut random)).expect("written");
    }
    let there = block_on(other.append(draft(8, 0, b"there"), &mut random)).expect("written");
    (store, copy, there)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_changed_bit_of_a_record_is_noticed(seed in 1u64.., at in 0u64..6, bit in any::<prop::sample::Index>()) {
        let (store, _, written) = filled(6, &mut Seeded(seed));
        let place = Place { index: at, ..written[0].place };
        let mut changed = None;
        store.tamper(place, |record| {
            let mut bytes = record.to_bytes();
            let bit = bit.index(bytes.len() * 8);
            bytes[bit / 8] ^= 1 << (bit % 8);
            changed = Record::take(&mut &bytes[..]).ok().filter(|r| r.place() == place);
            changed.clone()
        });
        let contents = reopen(&store);
        prop_assert!(!contents.damage.is_empty());
        prop_assert!(contents.opened.iter().all(|o| written.contains(o)), "a changed record opened");
        prop_assert!(contents.opened.len() >= 5, "what is whole must be read");
    }

    #[test]
    fn a_record_taken_out_is_noticed_wherever_it_stood(at in 0u64..6) {
        let (store, _, written) = filled(6, &mut Seeded(11));
        store.tamper(Place { index: at, ..written[0].place }, |_| None);
        let contents = reopen(&store);
        let missing = Damage::Missing(Place { index: at, ..written[0].place });
        prop_assert!(contents.damage.contains(&missing));
        prop_assert_eq!(contents.opened.len(), 5);
    }

    #[test]
    fn two_bodies_swapped_are_both_refused(a in 0u64..6, b in 0u64..6) {
        prop_assume!(a != b);
        let (store, _, written) = filled(6, &mut Seeded(5));
        let place = |index| Place { index, ..written[0].place };
        let body = |at| {
            let mut bytes = Vec::new();
            store.tamper(place(at), |r| { bytes = r.to_bytes(); Some(r) });
            bytes
        };
        let (of_a, of_b) = (body(a), body(b));
        let front = 1 + Header::LEN;
        let swap = |front_of: &[u8], body_of: &[u8]| {
            let bytes = [&front_of[..front], &body_of[front..]].concat();
            Record::take(&mut &bytes[..]).ok()
        };
        store.tamper(place(a), |_| swap(&of_a, &of_b));
        store.tamper(place(b), |_| swap(&of_b, &of_a));
        let contents = reopen(&store);
        prop_assert_eq!(contents.opened.len(), 4);
        prop_assert!(contents.damage.contains(&Damage::Sealed(place(a))));
        prop_assert!(contents.damage.contains(&Damage::Sealed(place(b))));
    }

    #[test]
    fn whatever_fails_at_whatever_write_nothing_confirmed_is_lost(
        faults in prop::collection::vec(prop::option::of(0u8..3), 1..20),
    ) {
        let mut random = Seeded(9);
        let (store, mut vault, _) = filled(0, &mut random);
        let mut confirmed = Vec::new();
        for (n, fault) in faults.iter().enumerate() {
            match fault {
                Some(0) => store.fail_next(Fault::Full),
                Some(1) => store.fail_next(Fault::Before),
                Some(_) => store.fail_next(Fault::After),
                None => {}
            }
            if let Ok(opened) = block_on(vault.append(draft(n as u8, 0, &[n as u8]), &mut random)) {
                confirmed.push(opened);
            }
        }
        let contents = reopen(&store);
        prop_assert_eq!(&contents.damage, &[]);
        prop_assert!(confirmed.iter().all(|c| contents.opened.contains(c)));
    }

    #[test]
    fn a_clock_that_jumps_never_changes_which_version_shows(walls in prop::collection::vec(0i64..1000, 2..12)) {
        let mut random = Seeded(2);
        let (store, mut vault, _) = filled(0, &mut random);
        for (n, wall) in walls.iter().enumerate() {
            block_on(vault.append(draft(1, *wall, &[n as u8]), &mut random)).unwrap();
        }
        let last = reopen(&store).opened.pop().unwrap();
        prop_assert_eq!(last.body, vec![walls.len() as u8 - 1]);
    }

    #[test]
    fn no_bytes_make_a_parser_panic(bytes in prop::collection::vec(any::<u8>(), 0..700)) {
        let _ = Header::parse(&bytes);
        let _ = Payload::parse(&bytes);
        let _ = Slots::parse(&bytes);
        let _ = Keyring::open(&bytes, &Amk::new([1; 32]));
        prop_assert!(Records(&bytes).count() <= bytes.len());
    }

    #[test]
    fn a_front_that_is_right_with_any_tail_does_not_panic_either(tail in prop::collection::vec(any::<u8>(), 0..700)) {
        let (store, _, _) = filled(1, &mut Seeded(4));
        let run = block_on(conformance::snapshot(&store)).unwrap().1.remove(0);
        let bytes = [&run[..50], &tail].concat();
        let _ = Record::take(&mut &bytes[..]);
        let slots = [b"KHSL\x01".as_slice(), &tail].concat();
        let _ = Slots::parse(&slots);
    }
}

#[test]
fn a_wrong_way_in_writes_nothing() {
    let (store, _, _) = filled(3, &mut Seeded(1));
    let before = block_on(conformance::snapshot(&store)).unwrap();
    let other = DeviceSecret::new([8; 32]);
    let refused = block_on(Vault::unlock(store.clone(), |s| s.open_with_device(&other)));
    assert_eq!(refused.err(), Some(VaultError::Slot(SlotError::Wrong)));
    assert_eq!(block_on(conformance::snapshot(&store)).unwrap(), before);
}

#[test]
fn a_keyring_of_another_vault_does_not_open() {
    let mut random = Seeded(1);
    let (one, two) = (Amk::make(&mut random), Amk::make(&mut random));
    let sealed = Keyring::make(&["a"], &mut random).seal(&one, &mut random);
    assert!(Keyring::open(&sealed, &one).is_ok());
    assert!(Keyring::open(&sealed, &two).is_err());
    for bit in 0..sealed.len() * 8 {
        let mut changed = sealed.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(Keyring::open(&changed, &one).is_err(), "bit {bit}");
    }
}

#[test]
fn a_passcode_opens_on_its_own_device_alone() {
    let mut random = Seeded(1);
    let amk = Amk::make(&mut random);
    let (here, there) = (DeviceSecret::new([1; 32]), DeviceSecret::new([2; 32]));
    let cost = PasscodeCost::FLOOR;
    let mut slots = Slots::default();
    slots.put(Slot::for_passcode(&amk, "a quiet code", &here, cost, &mut random).unwrap());
    let slots = Slots::parse(&slots.to_bytes()).unwrap();
    assert!(slots.has(SlotKind::Passcode) && !slots.has(SlotKind::Device));
    assert_eq!(
        slots
            .open_with_passcode("a quiet code", &here)
            .unwrap()
            .id(),
        amk.id()
    );
    assert_eq!(
        slots.open_with_passcode("a quite code", &here).err(),
        Some(SlotError::Wrong)
    );
    assert_eq!(
        slots.open_with_passcode("a quiet code", &there).err(),
        Some(SlotError::Wrong)
    );
    assert_eq!(
        slots.open_with_device(&here).err(),
        Some(SlotError::Missing)
    );
}

#[test]
fn a_passcode_cheaper_than_the_floor_is_refused_both_ways() {
    let mut random = Seeded(1);
    let (amk, device) = (Amk::make(&mut random), DeviceSecret::new([1; 32]));
    let cheap = PasscodeCost {
        memory_kib: 8,
        passes: 1,
    };
    let made = Slot::for_passcode(&amk, "code", &device, cheap, &mut random);
    assert_eq!(made.err(), Some(SlotError::Cost));
    let mut slots = Slots::default();
    slots.put(Slot::for_passcode(&amk, "code", &device, PasscodeCost::FLOOR, &mut random).unwrap());
    let mut bytes = slots.to_bytes();
    bytes[6..10].copy_from_slice(&8u32.to_be_bytes());
    let slots = Slots::parse(&bytes).unwrap();
    assert_eq!(
        slots.open_with_passcode("code", &device).err(),
        Some(SlotError::Cost)
    );
}

#[test]
fn a_copied_store_that_goes_on_in_two_places_is_a_fork_and_both_are_kept() {
    let (store, copy, there) = forked();
    let contents = contents(OneRun(vec![store, copy]));
    assert!(contents.damage.contains(&Damage::Fork(there.place)));
    assert_eq!(contents.opened.len(), 5);
}

#[test]
fn a_record_swapped_for_its_fork_is_noticed_when_the_chains_are_checked() {
    let (store, copy, there) = forked();
    assert_eq!(block_on(check_chains(&store)), Ok(vec![]));
    let mut swapped = None;
    copy.tamper(there.place, |record| {
        swapped = Some(record.clone());
        Some(record)
    });
    store.tamper(there.place, |_| swapped);
    let behind = Place {
        index: there.place.index + 1,
        ..there.place
    };
    let noticed = Ok(vec![Damage::Chain(behind)]);
    assert_eq!(block_on(check_chains(&store)), noticed);
    assert_eq!(contents(OneRun(vec![store])).damage, []);
}

#[test]
fn a_deleted_thing_does_not_come_back() {
    let mut random = Seeded(1);
    let (store, mut vault, _) = filled(2, &mut random);
    block_on(vault.delete(ThingId([1; 16]), 0, &mut random)).unwrap();
    let again = block_on(vault.append(draft(1, 0, b"again"), &mut random));
    assert_eq!(again.err(), Some(VaultError::Deleted));
    assert_eq!(reopen(&store).opened.len(), 2);
}

/// Stores read as one run, with the heads of the first.
struct OneRun(Vec<MemoryStore>);

impl Store for OneRun {
    async fn meta(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.0[0].meta(name).await
    }
    async fn load(&self, run: &mut dyn FnMut(&[u8])) -> Result<BTreeMap<Lane, Head>, StoreError> {
        let mut all = Vec::new();
        for store in &self.0 {
            store.load(&mut |run| all.extend_from_slice(run)).await?;
        }
        run(&all);
        self.0[0].load(&mut |_| {}).await
    }
    async fn commit(&self, _: &Batch) -> Result<(), StoreError> {
        Err(StoreError::Unavailable)
    }
    async fn fold(&self) -> Result<(), StoreError> {
        Ok(())
    }
    async fn erase(&self) -> Result<(), StoreError> {
        Ok(())
    }
}
