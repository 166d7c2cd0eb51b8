// SPDX-License-Identifier: Apache-2.0
//! What goes on between this device and others: one at a time, on a vault of its own beside the one that
//! saves, so that no save ever waits for a network.

use super::{
    clients::Cards,
    snag::{Snag, noticed},
};
use crate::{
    app::App,
    platform::{clock, page, relay::Origin},
    session::{Held, random},
};
use futures_channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures_util::{StreamExt as _, future::select};
use kindhold_care::When;
use kindhold_vault::{
    together::{Invitation, Member, Relay as _, Request, SyncError},
    wire::{AccessId, MailboxId},
};
use leptos::{prelude::*, task::spawn_local};
use std::{pin::pin, rc::Rc};

/// What is written in one go goes there in one go, in milliseconds.
const GATHER_MS: i32 = 1200;
/// How long to wait after a failure; three times as long each time, in milliseconds.
const AGAIN_MS: i32 = 4000;
/// The longest of these waits.
const LONGEST_MS: i32 = 300_000;
/// How long the relay may hold a question for news, in seconds.
const WAIT: &str = "state?wait=50";

/// How things stand with the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Line {
    /// Not asked yet.
    Quiet,
    /// Under way.
    Busy,
    /// Everything was there and here.
    Done(When),
    /// It did not work.
    Snag(Snag),
}

/// Other devices and other people. Copied freely; everything in it is a signal.
#[derive(Clone, Copy)]
pub(crate) struct Circle {
    /// What this device knows of others; `None` before there were any.
    pub(crate) member: RwSignal<Option<Rc<Member>>, LocalStorage>,
    /// How things stand.
    pub(crate) line: RwSignal<Line>,
    /// What was noticed in the last sync, in sentences.
    pub(crate) noticed: RwSignal<Vec<String>>,
    /// An invitation to answer, from a link.
    pub(crate) invitation: RwSignal<Option<Invitation>, LocalStorage>,
    /// What is known of those who show something, as it was last read; `None` before it was.
    pub(super) cards: RwSignal<Option<Cards>>,
    /// What the address asked for.
    pub(super) asked: RwSignal<String>,
    bell: StoredValue<Option<UnboundedSender<()>>>,
}

impl Circle {
    /// With nobody in it.
    pub(crate) fn new() -> Self {
        Self {
            member: RwSignal::new_local(None),
            line: RwSignal::new(Line::Quiet),
            noticed: RwSignal::new(Vec::new()),
            invitation: RwSignal::new_local(None),
            cards: RwSignal::new(None),
            asked: RwSignal::new(String::new()),
            bell: StoredValue::new(None),
        }
    }

    /// Shows a member where anything about it has changed that a screen shows: a screen drawn anew loses
    /// what was being asked on it.
    fn take(self, member: Option<Member>) {
        let same = self
            .member
            .with_untracked(|held| held.as_deref().map(Look::of) == member.as_ref().map(Look::of));
        if !same {
            self.member.set(member.map(Rc::new));
        }
    }

    /// Drops keys.
    pub(crate) fn forget(self) {
        self.member.set(None);
        self.invitation.set(None);
        self.cards.set(None);
        self.asked.set(String::new());
        self.bell.set_value(None);
    }

    /// There is something to bring or to fetch.
    pub(crate) fn ring(self) {
        self.bell.with_value(|bell| {
            if let Some(bell) = bell {
                let _ = bell.unbounded_send(());
            }
        });
    }

    /// Whether the vault lies at the server.
    pub(crate) fn is_at_a_relay(self) -> bool {
        self.member
            .with(|m| m.as_ref().is_some_and(|m| m.is_at_a_relay()))
    }

    /// What this device knows of others, looked at.
    pub(crate) fn with<T>(self, look: impl FnOnce(&Member) -> T) -> Option<T> {
        self.member.with(|m| m.as_deref().map(look))
    }
}

impl App {
    /// Begins once the vault is open: looks who is there, then brings and fetches for as long as it is.
    pub(super) fn begin_together(self) {
        let (sender, receiver) = unbounded();
        self.circle.bell.set_value(Some(sender));
        let ring = move |_: web_sys::Event| self.circle.ring();
        page::on_window("online", ring);
        page::on_window("visibilitychange", ring);
        spawn_local(async move {
            if self.act(async |_, _| Ok(())).await.is_ok() {
                self.keep_on(receiver).await;
            }
        });
    }

    /// Does something with the vault and the server, one after the other; then the open app hears of it.
    ///
    /// # Errors
    /// [`Snag`].
    pub(super) async fn act<T>(
        self,
        work: impl AsyncFnOnce(&mut Held, &Origin) -> Result<T, SyncError>,
    ) -> Result<T, Snag> {
        let session = self.session().ok_or(Snag::Later)?;
        let mut hand = session.hand.lock().await;
        let vault = match &mut *hand {
            Some(vault) => {
                vault.catch_up().await?;
                vault
            }
            none => none.insert(Box::new(session.beside().await?)),
        };
        let done = work(vault, &Origin::here()).await;
        let member = vault.member().cloned();
        drop(hand);
        if self.session().is_some() {
            self.circle.take(member);
        }
        let news = session.hear().await?;
        self.book.update(|book| news.put_into(book));
        Ok(done?)
    }

    /// Brings and fetches everything.
    async fn sync(self) -> Result<(), Snag> {
        let report = self
            .act(async |vault, relay| {
                let report = vault.sync(relay, &mut random()).await?;
                vault.deliver(relay, &mut random()).await?;
                Ok(report)
            })
            .await?;
        self.circle.noticed.set(noticed(&report.suspicions));
        Ok(())
    }

    async fn keep_on(self, mut bell: UnboundedReceiver<()>) {
        let mut again = AGAIN_MS;
        let mut news = News::default();
        while self.session().is_some() {
            if !untrack(|| self.circle.is_at_a_relay()) {
                if bell.next().await.is_none() {
                    return;
                }
                continue;
            }
            self.circle.line.set(Line::Busy);
            match self.sync().await {
                Ok(()) => {
                    again = AGAIN_MS;
                    self.circle.line.set(Line::Done(clock::now()));
                    let _ = select(pin!(bell.next()), pin!(news.come(self))).await;
                    page::pause(GATHER_MS).await;
                }
                Err(snag) => {
                    self.circle.line.set(Line::Snag(snag));
                    let _ = select(pin!(bell.next()), pin!(page::pause(again))).await;
                    again = (again * 3).min(LONGEST_MS);
                }
            }
            while bell.try_recv().is_ok() {}
        }
    }
}

/// What screens show of a member.
#[derive(PartialEq)]
struct Look {
    revision: u64,
    is_at_a_relay: bool,
    waiting: Vec<MailboxId>,
    undelivered: usize,
    received: Vec<(AccessId, String)>,
    words: [u8; 16],
}

impl Look {
    fn of(member: &Member) -> Self {
        let account = &member.account;
        let received = account.received.iter().map(|r| (r.id, r.name.clone()));
        Self {
            revision: account.revision,
            is_at_a_relay: member.is_at_a_relay(),
            waiting: member
                .pending
                .iter()
                .map(|p| p.invitation.mailbox)
                .collect(),
            undelivered: account.grants.iter().filter(|g| g.letter.is_some()).count(),
            received: received.collect(),
            words: *account.secret.reveal(),
        }
    }
}

/// Waiting for what other devices bring.
#[derive(Default)]
struct News {
    question: Option<Request>,
    etag: Option<String>,
}

impl News {
    /// Comes back once there is something new at the server. Asks nothing while nobody looks.
    async fn come(&mut self, app: App) {
        loop {
            if page::is_out_of_sight() {
                page::pause(5000).await;
                continue;
            }
            if self.question.is_none() {
                let asked = app.act(async |vault, relay| vault.state_request(relay).await);
                self.question = asked.await.ok().map(|question| Request {
                    path: WAIT.to_owned(),
                    ..question
                });
            }
            let Some(question) = self.question.clone() else {
                page::pause(AGAIN_MS).await;
                continue;
            };
            let asked = Request {
                etag: self.etag.clone(),
                ..question
            };
            match Origin::here().send(asked).await {
                Ok(answer) if answer.status == 304 => {}
                Ok(answer) if answer.status == 200 => {
                    self.etag = answer.etag;
                    return;
                }
                Ok(_) => {
                    self.question = None;
                    page::pause(AGAIN_MS).await;
                }
                Err(_) => {
                    page::pause(AGAIN_MS).await;
                    return;
                }
            }
        }
    }
}
