// SPDX-License-Identifier: Apache-2.0
//! What every screen can reach: the way through, what is kept, the episode under way.

use crate::{
    book::{Book, Version},
    nav::{Nav, Screen, Thing},
    platform::{clock, page},
    session::{self, News, Session, Trouble},
    words::t,
};
use kindhold_care::{
    Attempt, Ending, Entry, Episode, Function, Moment, MomentKind, PracticeId, Strength,
};
use kindhold_choice::{FixedOrder, Situation};
use leptos::{prelude::*, task::spawn_local};
use std::rc::Rc;

/// How long the check of the chains waits for what a person does first.
const CHECK_AFTER_MS: i32 = 1000;

/// What stands between the person and what they keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Gate {
    /// Still looking.
    Opening,
    /// First time here.
    Welcome,
    /// A passcode or passkey is asked for.
    Locked,
    /// Open.
    Open,
    /// This window cannot keep anything, for the reason given; everything else works.
    NothingKept(String),
}

/// The app. Copied freely; everything in it is a signal.
#[derive(Clone, Copy)]
pub(crate) struct App {
    /// Where the person is.
    pub(crate) nav: Nav,
    /// Whether what they keep is open.
    pub(crate) gate: RwSignal<Gate>,
    /// What they keep.
    pub(crate) book: RwSignal<Book>,
    /// The episode under way, with its name in the vault.
    pub(crate) under_way: RwSignal<Option<(Thing, Episode)>>,
    /// Where a practice stands: which one, whether its short form, which step. So that a look at the
    /// plan does not begin it again.
    pub(crate) at_step: RwSignal<Option<(PracticeId, bool, usize)>>,
    /// One sentence on what happened, until the next screen.
    pub(crate) notice: RwSignal<Option<String>>,
    /// What was just written reads like somebody who may want to die. In memory alone, until somebody
    /// goes on.
    pub(crate) signpost: RwSignal<bool>,
    /// Other devices and other people.
    pub(crate) circle: crate::together::Circle,
    session: StoredValue<Option<Rc<Session>>, LocalStorage>,
    /// How many things are on their way to the disk.
    writing: StoredValue<u32>,
}

/// The app, from anywhere in it.
pub(crate) fn app() -> App {
    expect_context()
}

impl App {
    /// An app with nothing open.
    pub(crate) fn new() -> Self {
        Self {
            nav: Nav::new(),
            gate: RwSignal::new(Gate::Opening),
            book: RwSignal::default(),
            under_way: RwSignal::new(None),
            at_step: RwSignal::new(None),
            notice: RwSignal::new(None),
            signpost: RwSignal::new(false),
            circle: crate::together::Circle::new(),
            session: StoredValue::new_local(None),
            writing: StoredValue::new(0),
        }
    }

    /// The open vault.
    pub(crate) fn session(self) -> Option<Rc<Session>> {
        self.session.get_value()
    }

    /// Takes an opened vault and shows what is in it.
    pub(crate) fn enter(self, session: Session, book: Book, notice: Option<String>) {
        self.session.set_value(Some(Rc::new(session)));
        self.book.set(book);
        if notice.is_none() {
            spawn_local(self.check());
        }
        self.notice.set(notice);
        self.gate.set(Gate::Open);
        crate::together::entered(self);
    }

    /// Checks what opening leaves out. What it finds is said at home, not in the middle of an urge.
    async fn check(self) {
        page::pause(CHECK_AFTER_MS).await;
        // Locked or erased meanwhile: looking would make an empty database.
        if self.session().is_none() {
            return;
        }
        let Some(sentence) = session::check().await else {
            return;
        };
        while untrack(|| self.nav.now()) != Screen::Home {
            page::pause(CHECK_AFTER_MS).await;
        }
        self.notice.set(Some(sentence));
    }

    /// Drops keys and everything read; the page starts again in another process, so that nothing stays in memory.
    ///
    /// What is just being written is written first.
    pub(crate) fn lock(self) {
        spawn_local(async move {
            for _ in 0..100 {
                page::pause(20).await;
                if self.writing.get_value() == 0 {
                    break;
                }
            }
            self.forget();
            page::start_apart();
        });
    }

    /// Drops keys and everything read.
    pub(crate) fn forget(self) {
        self.session.set_value(None);
        self.book.set(Book::default());
        self.under_way.set(None);
        self.signpost.set(false);
        self.circle.forget();
    }

    /// Writes a thing. When this returns `Ok` it is durable; only then may a screen say "kept".
    /// With nothing open (locked, or a window that keeps nothing) it is held until the page closes.
    ///
    /// # Errors
    /// [`Trouble`]: nothing was written, and what is on the screen stays there.
    async fn keep(
        self,
        session: Option<Rc<Session>>,
        thing: Thing,
        entry: Entry,
    ) -> Result<(), Trouble> {
        let (written, counter, news) = match session {
            Some(session) => {
                let written = session.write(thing, &entry).await?;
                self.circle.ring();
                (written.when, written.counter, written.news)
            }
            None => (clock::now(), 0, News::default()),
        };
        self.book.update(|b| {
            news.put_into(b);
            b.put(
                thing,
                Version {
                    written,
                    counter,
                    entry,
                },
            );
        });
        Ok(())
    }

    /// Those versions that are not here yet.
    pub(crate) fn book_has_not(self, versions: Vec<(Thing, Version)>) -> Vec<(Thing, Version)> {
        self.book.with_untracked(|b| {
            versions
                .into_iter()
                .filter(|(thing, version)| !b.has(thing, version))
                .collect()
        })
    }

    /// Shows versions that have been written.
    pub(crate) fn put_all(self, versions: Vec<(Thing, Version)>) {
        self.book.update(|b| {
            for (thing, version) in versions {
                b.put(thing, version);
            }
        });
    }

    /// Deletes a thing with every version of it.
    ///
    /// # Errors
    /// [`Trouble`]: it is still there.
    pub(crate) async fn delete(self, thing: Thing) -> Result<(), Trouble> {
        if let Some(session) = self.session() {
            session.delete(thing).await?;
            self.circle.ring();
        }
        self.book.update(|b| b.remove(&thing));
        Ok(())
    }

    /// Writes a thing, then does something, or says in one sentence why it was not written.
    pub(crate) fn keep_then(self, thing: Thing, entry: Entry, then: impl FnOnce() + 'static) {
        // Taken now: a lock that comes in the next moment must not take these words away.
        let session = self.session();
        self.writing.update_value(|n| *n += 1);
        spawn_local(async move {
            let kept = self.keep(session, thing, entry).await;
            self.writing.update_value(|n| *n -= 1);
            match kept {
                Ok(()) => then(),
                Err(trouble) => self.say(trouble.words()),
            }
        });
    }

    /// Deletes a thing, then does something, or says why not.
    pub(crate) fn delete_then(self, thing: Thing, then: impl FnOnce() + 'static) {
        spawn_local(async move {
            match self.delete(thing).await {
                Ok(()) => then(),
                Err(trouble) => self.say(trouble.words()),
            }
        });
    }

    /// Shows one sentence at the top of the screen.
    pub(crate) fn say(self, sentence: String) {
        self.notice.set(Some(sentence));
        page::after_drawing(|| page::focus("#notice"));
    }

    /// A name for something new.
    pub(crate) fn new_thing(self) -> Thing {
        crate::session::new_thing()
    }

    /// Goes to a screen; the last notice goes away.
    pub(crate) fn go(self, screen: Screen) {
        self.notice.set(None);
        self.signpost.set(false);
        self.nav.go(screen);
    }

    /// Begins an episode. Nothing is written before the person has said or done something.
    pub(crate) fn begin(self, kind: MomentKind) {
        let moment = Moment {
            at: clock::now(),
            kind,
            strength: None,
            functions: Vec::new(),
            not_sure: false,
            feelings: Vec::new(),
        };
        let episode = Episode {
            moment,
            offered: Vec::new(),
            draws: Vec::new(),
            attempts: Vec::new(),
            with_someone: false,
            after: None,
        };
        self.under_way.set(Some((self.new_thing(), episode)));
    }

    /// Changes the episode under way, and writes it.
    pub(crate) fn change(self, work: impl FnOnce(&mut Episode)) {
        if self.under_way.with_untracked(Option::is_none) {
            self.begin(MomentKind::CheckIn);
        }
        self.under_way.update(|u| {
            if let Some((_, episode)) = u {
                work(episode);
            }
        });
        if let Some((thing, episode)) = self.under_way.get_untracked() {
            self.keep_then(thing, Entry::Episode(episode), || {});
        }
    }

    /// What is known of the episode under way.
    pub(crate) fn situation(self) -> Situation {
        self.under_way.with(|u| {
            u.as_ref()
                .map(|(_, e)| Situation::from(&e.moment))
                .unwrap_or_default()
        })
    }

    /// Whether the plan and people come first now.
    pub(crate) fn is_holding_off(self) -> bool {
        self.situation().functions.contains(&Function::HoldOff)
    }

    /// Chooses three and writes down that they were offered. Those tried in this episode are left out while there are
    /// others.
    pub(crate) fn offer(self) -> Vec<kindhold_care::Offer> {
        let tried: Vec<PracticeId> = self.under_way.with_untracked(|u| {
            let attempts = u.iter().flat_map(|(_, e)| &e.attempts);
            attempts.map(|a| a.practice.clone()).collect()
        });
        let (offers, draw) = crate::together::choose(self, &tried);
        self.change(|e| {
            e.offered.clone_from(&offers);
            e.draws.extend(draw);
        });
        offers
    }

    /// The order that stands without learning.
    pub(crate) fn in_fixed_order(self, tried: &[PracticeId]) -> Vec<kindhold_care::Offer> {
        let fresh: Vec<_> = crate::content::practices()
            .iter()
            .filter(|p| !tried.contains(&p.id))
            .cloned()
            .collect();
        let situation = untrack(|| self.situation());
        let history = self.book.with_untracked(Book::history);
        FixedOrder.choose(&situation, &fresh, &history)
    }

    /// Starts a practice and writes down that it began.
    pub(crate) fn start(self, practice: PracticeId) {
        let attempt = Attempt {
            practice: practice.clone(),
            at: clock::now(),
            ending: None,
            helped: None,
        };
        self.change(|e| e.attempts.push(attempt));
        self.at_step.set(None);
        self.go(Screen::Player(practice));
    }

    /// Writes down how the last practice ended.
    pub(crate) fn end(self, ending: Ending) {
        self.change(|e| {
            if let Some(last) = e.attempts.last_mut() {
                last.ending = Some(ending);
            }
        });
    }

    /// Writes down how strong it is.
    pub(crate) fn set_strength(self, strength: Strength) {
        self.change(|e| e.moment.strength = Some(strength));
    }

    /// Ends the episode and goes home, or back to the part of the programme that it was begun from.
    pub(crate) fn finish(self) {
        self.under_way.set(None);
        self.notice.set(None);
        if self
            .nav
            .below()
            .is_some_and(|s| crate::together::is_slower(&s))
        {
            self.nav.back();
        } else {
            self.nav.home();
        }
    }

    /// A friend-voice line of the person's own, or one of ours.
    pub(crate) fn kind_line(self) -> String {
        let own = self
            .book
            .with(|b| b.own_words(kindhold_care::WordKind::Friend));
        let pick = (clock::now().unix_ms / 1000) as usize;
        match own.len() {
            0 => t("kind-line"),
            n => own[pick % n].1.clone(),
        }
    }
}
