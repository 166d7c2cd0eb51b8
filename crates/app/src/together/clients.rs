// SPDX-License-Identifier: Apache-2.0
//! What others have shown, each in a store of its own on this device, and a card for each that says what
//! is new without opening any of it.

use super::snag::Snag;
use crate::{
    app::App,
    book::{Book, hex},
    platform::{clock, relay::Origin, store::DeviceStore},
    seat::Seat,
    session::{Trouble, new_thing, random, reading},
};
use kindhold_care::{Entry, EntryKind, Offering};
use kindhold_vault::{
    Batch, Damage, Opened, Store as _,
    together::{Offer, Received, Shared},
    wire::{AccessId, Day},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where the cards lie in the seat's own store. Nothing on them is secret: the stores beside it say as much.
const CARDS: &str = "caseload";

/// What is known of somebody's store without opening it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Card {
    /// Records that are here.
    pub(super) records: u64,
    /// Records that were here at the last look.
    pub(super) seen: u64,
    /// When that was: milliseconds since 1970; 0 for never.
    pub(super) looked_ms: i64,
    /// The last day on which it holds; 0 for no end.
    pub(super) until: Day,
    /// It was taken back, or its time is over.
    pub(super) ended: bool,
    /// What was shown, by its streams.
    pub(super) shows: Vec<String>,
}

/// The cards by the names of what was shown.
pub(super) type Cards = BTreeMap<String, Card>;

fn store_name(id: &str) -> String {
    format!("{}-of-{id}", Seat::here().store())
}

async fn store_of(id: AccessId) -> Result<DeviceStore, Snag> {
    let store = DeviceStore::open(&store_name(&hex(&id.0))).await;
    Ok(store.map_err(Trouble::from)?)
}

/// All cards as they were last kept.
pub(super) async fn cards() -> Cards {
    let Ok(store) = DeviceStore::here().await else {
        return Cards::default();
    };
    let held = store.meta(CARDS).await.ok().flatten();
    held.and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default()
}

/// Changes one card; another window's changes of others stay.
pub(super) async fn change_card(id: AccessId, work: impl Fn(&mut Card)) -> Result<(), Snag> {
    let store = DeviceStore::here().await.map_err(Trouble::from)?;
    for _ in 0..8 {
        let held = store.meta(CARDS).await.map_err(Trouble::from)?;
        let mut cards: Cards = held
            .as_deref()
            .and_then(|bytes| serde_json::from_slice(bytes).ok())
            .unwrap_or_default();
        work(cards.entry(hex(&id.0)).or_default());
        let bytes = serde_json::to_vec(&cards).map_err(|_| Trouble::NotKept)?;
        let batch = Batch {
            expect_meta: vec![(CARDS.into(), held)],
            meta: vec![(CARDS.into(), Some(bytes))],
            ..Batch::default()
        };
        match store.commit(&batch).await {
            Err(kindhold_vault::StoreError::Conflict) => {}
            done => return Ok(done.map_err(Trouble::from)?),
        }
    }
    Err(Trouble::NotKept.into())
}

/// Erases the copies of everything that was shown; the cards say which there are.
pub(crate) async fn erase_copies() {
    for id in cards().await.into_keys() {
        if let Ok(store) = DeviceStore::open(&store_name(&id)).await {
            let _ = store.erase().await;
        }
    }
}

/// Fetches what is new of somebody's, without opening it.
///
/// # Errors
/// [`Snag`]; [`Snag::Ended`] is on the card then.
pub(super) async fn fetch(received: &Received) -> Result<(), Snag> {
    let mut shared = Shared::closed(store_of(received.id).await?, received.clone());
    let done = shared.refresh(&Origin::here()).await.map_err(Snag::from);
    let (records, until) = (shared.count(), shared.until());
    let shows: Vec<String> = shared.streams().into_iter().map(str::to_owned).collect();
    change_card(received.id, |card| match done {
        Ok(_) => {
            (card.records, card.until, card.ended) = (records, until, false);
            card.shows.clone_from(&shows);
        }
        Err(Snag::Ended) => card.ended = true,
        Err(_) => {}
    })
    .await?;
    done.map(drop)
}

/// Somebody's shown things, opened.
pub(super) struct Client {
    shared: Shared<DeviceStore>,
    id: AccessId,
    /// What can be read.
    pub(super) book: Book,
    /// Something of it is not as it was written.
    pub(super) damaged: bool,
}

impl Client {
    /// Opens what is here of it.
    ///
    /// # Errors
    /// [`Snag`].
    pub(super) async fn open(received: &Received) -> Result<Self, Snag> {
        let store = store_of(received.id).await?;
        let (shared, contents) = Shared::open(store, received.clone()).await?;
        let mut client = Self {
            shared,
            id: received.id,
            book: Book::default(),
            damaged: false,
        };
        client.take(&contents.opened, &contents.damage);
        Ok(client)
    }

    fn take(&mut self, opened: &[Opened], damage: &[Damage]) {
        let mut book = Book::default();
        reading::read(opened).news.put_into(&mut book);
        self.book = book;
        self.damaged = !damage.is_empty();
    }

    /// Fetches what is new; `true` when there was anything.
    ///
    /// # Errors
    /// [`Snag`].
    pub(super) async fn refresh(&mut self) -> Result<bool, Snag> {
        let report = match self.shared.refresh(&Origin::here()).await {
            Ok(report) => report,
            Err(e) => {
                let snag = e.into();
                if snag == Snag::Ended {
                    change_card(self.id, |card| card.ended = true).await?;
                }
                return Err(snag);
            }
        };
        if report.pulled > 0 {
            self.read().await?;
        }
        if report.suspicions.is_empty() {
            Ok(report.pulled > 0)
        } else {
            Err(Snag::Untrue)
        }
    }

    async fn read(&mut self) -> Result<(), Snag> {
        let contents = self.shared.read().await?;
        self.take(&contents.opened, &contents.damage);
        Ok(())
    }

    /// Remembers that everything that is here was looked at.
    ///
    /// # Errors
    /// [`Snag`].
    pub(super) async fn looked(&self) -> Result<(), Snag> {
        let (records, until) = (self.shared.count(), self.shared.until());
        let now = clock::now().unix_ms;
        change_card(self.id, |card| {
            (card.records, card.seen, card.looked_ms) = (records, records, now);
            card.until = until;
        })
        .await
    }

    /// Offers something. When this returns `Ok`, it lies at the server.
    ///
    /// # Errors
    /// [`Snag`]; the same again is safe.
    pub(super) async fn offer(&mut self, offering: Offering) -> Result<(), Snag> {
        let now = clock::now();
        let body =
            minicbor_serde::to_vec(Entry::Offering(offering)).map_err(|_| Trouble::NotKept)?;
        let offer = Offer {
            kind: EntryKind::Offering.code(),
            thing: new_thing(),
            wall_ms: now.unix_ms,
            offset_min: now.offset_min,
            body: &body,
        };
        self.shared
            .offer(&Origin::here(), &offer, &mut random())
            .await?;
        self.read().await
    }

    /// The last day on which it holds; 0 for no end.
    pub(super) fn until(&self) -> Day {
        self.shared.until()
    }

    /// Erases the copy on this device.
    pub(super) async fn erase(id: AccessId) {
        if let Ok(store) = store_of(id).await {
            let _ = store.erase().await;
        }
    }
}

/// What somebody has shown, by its name.
pub(super) fn received(app: App, id: AccessId) -> Option<Received> {
    let all = app.circle.member.read();
    let mut all = all.as_ref()?.account.received.iter();
    all.find(|r| r.id == id).cloned()
}
