// SPDX-License-Identifier: Apache-2.0
//! The relay: keeps ciphertext for vaults and lets their devices, and those to whom something was shown,
//! find it. It knows no password, no name, no address and no kind of entry.
//!
//! The wire is in `docs/format.md`, "The relay".

mod fault;
mod files;
mod handlers;
mod invite;
mod keep;
mod limits;
pub mod log;
mod metrics;
pub mod questions;
mod rate;
mod store;
mod token;

pub use fault::Fault;
pub use handlers::router;
pub use invite::make as make_code;
pub use keep::{KeepError, backup, doctor, restore};
pub use limits::Limits;
pub use rate::Peer;
pub use store::Place;

use kindhold_vault::{VaultId, wire::Day};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};
use store::{Done, Op, Store};
use tokio::sync::watch;

/// How a relay is set up.
#[derive(Debug, Clone)]
pub struct Setup {
    /// Where the data lies.
    pub place: Place,
    /// What one client or vault may take.
    pub limits: Limits,
    /// Whether making a vault takes an operator's invite code.
    pub wants_invite: bool,
    /// Whether readers may leave questions under articles.
    pub questions: bool,
    /// The authority that devices sign in to; the header `host` when there is none.
    pub host: Option<String>,
}

impl Setup {
    /// A relay for a place, with everything else as it usually is.
    #[must_use]
    pub fn new(place: Place) -> Self {
        Self {
            place,
            limits: Limits::default(),
            wants_invite: false,
            questions: false,
            host: None,
        }
    }
}

/// A clock: seconds since 1970-01-01T00:00:00Z.
pub type Now = fn() -> u64;

/// A running relay. Clones are the same one.
#[derive(Clone)]
pub struct Relay(Arc<Inside>);

struct Inside {
    store: Store,
    mint: token::Mint,
    setup: Setup,
    now: Now,
    rate: rate::Rate,
    metrics: metrics::Metrics,
    news: Mutex<BTreeMap<VaultId, watch::Sender<()>>>,
}

impl Relay {
    /// Opens the database and makes what is missing in it.
    ///
    /// # Errors
    /// [`Fault::Database`].
    pub async fn open(setup: Setup, now: Now) -> Result<Self, Fault> {
        let store = Store::open(&setup.place, setup.limits, setup.wants_invite).await?;
        store.know_form().await?;
        let secret = store.secret(random()).await?;
        let rate = rate::Rate::new(&setup.limits);
        Ok(Self(Arc::new(Inside {
            store,
            mint: token::Mint::new(secret),
            setup,
            now,
            rate,
            metrics: metrics::Metrics::default(),
            news: Mutex::default(),
        })))
    }

    /// Counts of what happened so far, as Prometheus reads them: by route and status, of nobody.
    #[must_use]
    pub fn metrics(&self) -> String {
        self.0.metrics.text()
    }

    /// How many rows each table has.
    ///
    /// # Errors
    /// [`Fault::Database`].
    pub async fn count(&self) -> Result<Vec<(&'static str, u64)>, Fault> {
        self.0.store.count().await
    }

    /// Lets so many vaults be made with a code.
    ///
    /// # Errors
    /// [`Fault::Database`].
    pub async fn add_invite(&self, code: &str, uses: u32) -> Result<(), Fault> {
        self.0.store.add_invite(code, uses).await
    }

    /// Whether one more request may come from there.
    #[must_use]
    pub fn may_ask(&self, peer: Option<Peer>) -> bool {
        self.0.rate.may_ask(peer, self.now())
    }

    /// Throws away messages that nobody fetched, and questions that nobody looked at, in time.
    ///
    /// # Errors
    /// [`Fault::Database`].
    pub async fn sweep(&self) -> Result<(), Fault> {
        let days = self.0.setup.limits.mailbox_days;
        let before = self.today().saturating_sub(days);
        self.0.store.apply(Op::SweepMailboxes { before }).await?;
        let days = self.0.setup.limits.question_days;
        let before = self.today().saturating_sub(days);
        self.0.store.apply(Op::SweepQuestions { before }).await?;
        Ok(())
    }

    fn now(&self) -> u64 {
        (self.0.now)()
    }

    fn today(&self) -> Day {
        Day::try_from(self.now() / 86_400).unwrap_or(Day::MAX)
    }

    /// Does something to a vault, and wakes whoever waits for news of it.
    async fn change(&self, vault: VaultId, op: Op) -> Result<Done, Fault> {
        let done = self.0.store.apply(op).await?;
        let news = self.0.news.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(waiting) = news.get(&vault) {
            let _ = waiting.send(());
        }
        Ok(done)
    }

    /// Waits for news of a vault that come through this server.
    fn news(&self, vault: VaultId) -> watch::Receiver<()> {
        let mut news = self.0.news.lock().unwrap_or_else(PoisonError::into_inner);
        news.retain(|_, waiting| waiting.receiver_count() > 0);
        let sender = news.entry(vault).or_insert_with(|| watch::channel(()).0);
        sender.subscribe()
    }
}

fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("an operating system has randomness");
    bytes
}
