// SPDX-License-Identifier: Apache-2.0
use crate::{Batch, Head, Lane, Place, Record, Store, StoreError};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

/// The reference store: in memory, and gone with the last handle. Clones are windows on the same
/// store.
#[derive(Debug, Clone, Default)]
pub struct MemoryStore(Rc<Inside>);

#[derive(Debug, Default)]
struct Inside {
    state: RefCell<State>,
    fault: Cell<Option<Fault>>,
}

#[derive(Debug, Clone, Default)]
struct State {
    meta: BTreeMap<String, Vec<u8>>,
    heads: BTreeMap<Lane, Head>,
    records: BTreeMap<Place, Record>,
}

/// What goes wrong at the next commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// There is no room.
    Full,
    /// It stops before anything was written.
    Before,
    /// It is written, but the answer is lost, as when the process is killed right after.
    After,
}

impl MemoryStore {
    /// Lets the next commit fail.
    pub fn fail_next(&self, fault: Fault) {
        self.0.fault.set(Some(fault));
    }

    /// How many records lie in it, with and without content.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.state.borrow().records.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Changes the stored bytes of one record behind the vault's back; `None` takes it out.
    pub fn tamper(&self, at: Place, work: impl FnOnce(Record) -> Option<Record>) {
        let mut state = self.0.state.borrow_mut();
        if let Some(record) = state.records.remove(&at)
            && let Some(changed) = work(record)
        {
            state.records.insert(at, changed);
        }
    }

    /// The same content in a store of its own, as a copied profile has it.
    #[must_use]
    pub fn copy(&self) -> Self {
        let inside = Inside {
            state: self.0.state.clone(),
            fault: Cell::new(None),
        };
        Self(Rc::new(inside))
    }
}

impl State {
    fn is_as_expected(&self, batch: &Batch) -> bool {
        let head = |lane| self.heads.get(lane).copied().unwrap_or_default();
        batch
            .expect_heads
            .iter()
            .all(|(lane, expected)| head(lane) == *expected)
            && batch
                .expect_meta
                .iter()
                .all(|(name, value)| self.meta.get(name) == value.as_ref())
    }

    fn apply(&mut self, batch: &Batch) {
        for (lane, head) in &batch.set_heads {
            self.records
                .retain(|at, _| at.lane != *lane || at.index < head.next);
            self.heads.insert(*lane, *head);
        }
        for record in &batch.append {
            let at = record.place();
            self.heads.insert(
                at.lane,
                Head {
                    next: at.index + 1,
                    hash: record.id().0,
                },
            );
            self.records.insert(at, record.clone());
        }
        for (at, id) in &batch.purge {
            if let Some(record) = self.records.get_mut(at).filter(|r| r.id() == *id) {
                *record = record.purged();
            }
        }
        for (name, value) in &batch.meta {
            match value {
                Some(value) => self.meta.insert(name.clone(), value.clone()),
                None => self.meta.remove(name),
            };
        }
    }
}

impl Store for MemoryStore {
    async fn meta(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.0.state.borrow().meta.get(name).cloned())
    }

    async fn load(&self, run: &mut dyn FnMut(&[u8])) -> Result<BTreeMap<Lane, Head>, StoreError> {
        let state = self.0.state.borrow();
        for record in state.records.values() {
            run(&record.to_bytes());
        }
        Ok(state.heads.clone())
    }

    async fn heads(&self) -> Result<BTreeMap<Lane, Head>, StoreError> {
        Ok(self.0.state.borrow().heads.clone())
    }

    async fn records(&self, from: Place, most: usize) -> Result<Vec<u8>, StoreError> {
        let state = self.0.state.borrow();
        let (mut out, mut next) = (Vec::new(), from);
        while let Some(record) = state.records.get(&next).filter(|_| out.len() <= most) {
            record.write(&mut out);
            next.index += 1;
        }
        Ok(out)
    }

    async fn commit(&self, batch: &Batch) -> Result<(), StoreError> {
        let mut state = self.0.state.borrow_mut();
        if !state.is_as_expected(batch) {
            return Err(StoreError::Conflict);
        }
        match self.0.fault.take() {
            Some(Fault::Full) => Err(StoreError::Full),
            Some(Fault::Before) => Err(StoreError::Failed("before".into())),
            Some(Fault::After) => {
                state.apply(batch);
                Err(StoreError::Failed("after".into()))
            }
            None => {
                state.apply(batch);
                Ok(())
            }
        }
    }

    async fn fold(&self) -> Result<(), StoreError> {
        Ok(())
    }

    async fn erase(&self) -> Result<(), StoreError> {
        *self.0.state.borrow_mut() = State::default();
        Ok(())
    }
}
