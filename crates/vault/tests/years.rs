// SPDX-License-Identifier: Apache-2.0
//! Ten years in one vault over the reference store: 20,000 records, a clock that is often wrong, and commits
//! that fail or whose answer is lost. The same over IndexedDB, in a browser, is `cargo xtask endure`.

use kindhold_vault::{
    Contents, Draft, Fault, MemoryStore, Random, StoreError, ThingId, Time, Vault, VaultError,
    check_chains,
    conformance::{self, Seeded},
};
use pollster::block_on;
use std::collections::{BTreeMap, BTreeSet};

const YEARS: u64 = 10;
const WRITES_A_YEAR: u64 = 2000;
const DAY_MS: i64 = 86_400_000;

/// What was confirmed, noted beside the vault.
#[derive(Default)]
struct Ledger {
    kept: BTreeMap<[u8; 16], BTreeMap<Time, Vec<u8>>>,
    gone: BTreeSet<[u8; 16]>,
}

struct Person {
    store: MemoryStore,
    vault: Vault<MemoryStore>,
    random: Seeded,
    ledger: Ledger,
    wall_ms: i64,
}

impl Person {
    fn new() -> Self {
        let (store, mut random) = (MemoryStore::default(), Seeded(2036));
        let vault = block_on(conformance::sample_vault(store.clone(), &mut random));
        Self {
            vault: vault.expect("it is made"),
            store,
            random,
            ledger: Ledger::default(),
            wall_ms: 1_480_000_000_000,
        }
    }

    fn below(&mut self, n: u64) -> u64 {
        u64::from_be_bytes(self.random.make()) % n
    }

    /// What the device says of the time: wrong by up to a day one time in ten, by a year one time in 200.
    fn clock(&mut self) -> i64 {
        let wrong = match self.below(200) {
            0 => 365 * DAY_MS,
            1..=20 => DAY_MS * (self.below(101) as i64) / 100,
            _ => 0,
        };
        let back = self.below(2) == 0;
        self.wall_ms + if back { -wrong } else { wrong }
    }

    fn some_thing(&mut self) -> Option<[u8; 16]> {
        let at = self.below(self.ledger.kept.len().max(1) as u64) as usize;
        self.ledger.kept.keys().nth(at).copied()
    }

    /// Writes, changes or deletes something; one commit in some seventy goes wrong.
    fn goes_on(&mut self) {
        self.wall_ms += self.below(2 * 365 * DAY_MS as u64 / WRITES_A_YEAR) as i64;
        let wrong = match self.below(1500) {
            0..10 => Some(Fault::Full),
            10..20 => Some(Fault::Before),
            // Dear: everything is read and compared.
            20 => Some(Fault::After),
            _ => None,
        };
        if let Some(fault) = wrong {
            self.store.fail_next(fault);
        }
        let done = match self.below(100) {
            0..4 => self.delete(),
            4..40 => self.some_thing().map_or(Ok(()), |thing| self.write(thing)),
            _ => {
                let thing = self.random.make();
                self.write(thing)
            }
        };
        let refused = matches!(
            done,
            Err(VaultError::Store(StoreError::Full | StoreError::Failed(_)))
        );
        assert_eq!(wrong.is_some(), refused, "{wrong:?}: {done:?}");
        if wrong == Some(Fault::After) {
            self.is_told_late();
        }
    }

    fn write(&mut self, thing: [u8; 16]) -> Result<(), VaultError> {
        let body = vec![self.below(256) as u8; 20 + self.below(600) as usize];
        let draft = Draft {
            stream: "diary",
            kind: 3,
            thing: ThingId(thing),
            wall_ms: self.clock(),
            offset_min: 60,
            written: None,
            body: &body,
        };
        let opened = block_on(self.vault.append(draft, &mut self.random))?;
        let versions = self.ledger.kept.entry(thing).or_default();
        let before = versions.insert(opened.time, body);
        assert_eq!(before, None, "two versions of one time");
        assert_eq!(
            versions.last_key_value().map(|(time, _)| *time),
            Some(opened.time)
        );
        Ok(())
    }

    fn delete(&mut self) -> Result<(), VaultError> {
        let Some(thing) = self.some_thing() else {
            return Ok(());
        };
        let wall_ms = self.clock();
        block_on(self.vault.delete(ThingId(thing), wall_ms, &mut self.random))?;
        self.ledger.kept.remove(&thing);
        self.ledger.gone.insert(thing);
        Ok(())
    }

    /// The process died after the commit: nobody was told. That one thing may be there; all else is as it was.
    fn is_told_late(&mut self) {
        let contents = self.opens_afresh();
        let there = Ledger::of(&contents);
        let newly_gone = there.gone.difference(&self.ledger.gone).count();
        let before = std::mem::replace(&mut self.ledger, there);
        let is_there = |thing, time| {
            let versions = self.ledger.kept.get(thing);
            versions.is_some_and(|versions| versions.contains_key(time))
        };
        for (thing, versions) in &before.kept {
            let all = versions.keys().all(|time| is_there(thing, time));
            assert!(all || self.ledger.gone.contains(thing), "lost at a kill");
        }
        let more = self.ledger.versions() as i64 - before.versions() as i64;
        assert!(
            newly_gone == 1 && more <= 0 || newly_gone == 0 && more == 1,
            "not one thing"
        );
        assert!(before.gone.is_subset(&self.ledger.gone), "back at a kill");
    }

    fn opens_afresh(&mut self) -> Contents {
        let (vault, contents) =
            block_on(conformance::reopen(self.store.clone())).expect("it opens");
        self.vault = vault;
        contents
    }

    /// Opens afresh and compares everything; answers with how many records there are.
    fn compare(&mut self) -> usize {
        let contents = self.opens_afresh();
        assert_eq!(contents.damage, []);
        assert_eq!(block_on(check_chains(&self.store)), Ok(Vec::new()));
        let there = Ledger::of(&contents);
        assert!(there.kept == self.ledger.kept, "not what was confirmed");
        assert_eq!(there.gone, self.ledger.gone);
        self.store.len()
    }
}

impl Ledger {
    /// What a vault holds, each version once.
    fn of(contents: &Contents) -> Self {
        let mut there = Self::default();
        for opened in &contents.opened {
            if opened.tombstone {
                there.gone.insert(opened.thing.0);
                continue;
            }
            let versions = there.kept.entry(opened.thing.0).or_default();
            let twice = versions.insert(opened.time, opened.body.clone());
            assert_eq!(twice, None, "the same version twice");
        }
        there
    }

    fn versions(&self) -> usize {
        self.kept.values().map(BTreeMap::len).sum()
    }
}

#[test]
fn ten_years_and_twenty_thousand_records_lose_nothing_that_was_confirmed() {
    let mut person = Person::new();
    let mut records = 0;
    for _ in 0..YEARS {
        for _ in 0..WRITES_A_YEAR {
            person.goes_on();
        }
        records = person.compare();
    }
    assert!(records > 19_000, "{records}");
    assert!(person.ledger.gone.len() > 500);
}
