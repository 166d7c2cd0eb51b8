// SPDX-License-Identifier: Apache-2.0
use crate::{
    app::{App, app},
    nav::Thing,
    platform::page,
};
use kindhold_care::Entry;
use leptos::{ev, prelude::*, task::spawn_local};

/// Something being written. It is kept when the person says so, and also when they go elsewhere or
/// the page goes out of sight, so that no word is lost because a button was not tapped.
#[derive(Clone, Copy)]
pub(crate) struct Draft {
    app: App,
    thing: Thing,
    kept: StoredValue<Option<Entry>>,
    read: StoredValue<Box<dyn Fn() -> Entry + Send + Sync>>,
}

impl Draft {
    /// Begins with what is there; `read` says how it stands.
    pub(crate) fn new(thing: Thing, read: impl Fn() -> Entry + Send + Sync + 'static) -> Self {
        let kept = StoredValue::new(Some(read()));
        let draft = Self {
            app: app(),
            thing,
            kept,
            read: StoredValue::new(Box::new(read)),
        };
        on_cleanup(move || draft.keep_quietly());
        let hidden = window_event_listener(ev::visibilitychange, move |_| {
            if page::is_out_of_sight() {
                draft.keep_quietly();
            }
        });
        on_cleanup(move || hidden.remove());
        draft
    }

    /// Keeps it and goes back, or says why it was not kept; the words stay on the screen then.
    pub(crate) fn keep(self) {
        let app = self.app;
        match self.changed() {
            None => app.nav.back(),
            Some(entry) => self.keep_as(entry),
        }
    }

    /// Keeps exactly this and goes back, also when nothing was changed.
    pub(crate) fn keep_as(self, entry: Entry) {
        let app = self.app;
        let draft = self;
        app.keep_then(self.thing, entry.clone(), move || {
            let _ = draft.kept.try_update_value(|k| *k = Some(entry));
            app.nav.back();
        });
    }

    /// Deletes it and goes back.
    pub(crate) fn delete(self) {
        let app = self.app;
        let held = self.kept.get_value();
        self.kept.set_value(None);
        spawn_local(async move {
            match app.delete(self.thing).await {
                Ok(()) => app.nav.back(),
                Err(trouble) => {
                    let _ = self.kept.try_update_value(|k| *k = held);
                    app.say(trouble.words());
                }
            }
        });
    }

    fn changed(self) -> Option<Entry> {
        let now = self.read.try_with_value(|read| read())?;
        let kept = self.kept.try_get_value()??;
        (now != kept).then_some(now)
    }

    fn keep_quietly(self) {
        if let Some(entry) = self.changed() {
            let _ = self.kept.try_update_value(|k| *k = Some(entry.clone()));
            self.app.keep_then(self.thing, entry, || {});
        }
    }
}
