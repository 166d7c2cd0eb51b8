// SPDX-License-Identifier: Apache-2.0
//! The slower work: the programme with what a person keeps of it, and things to read. None of it is in
//! the app that a person loads first (ADR 0016).

mod article;
mod blocks;
mod credits;
mod drawn;
mod fields;
mod files;
mod form;
mod library;
mod part;
mod prefill;
mod programme;
mod systems;

use crate::{app::app, nav::Screen, together::Room};
use kindhold_content::Collection;
use leptos::prelude::*;

pub(crate) use drawn::Kept;
pub(crate) use files::{Load, Loaded, programme as programme_file, step_of};

use crate::nav::Thing;

/// A place of this part. Names come from the content, which lives as long as the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// The list of a collection.
    Collection(Collection),
    /// Something to read.
    Article(Collection, &'static str),
    /// Every step.
    Programme,
    /// A step with its parts.
    Step(&'static str),
    /// A part of a step.
    Part(&'static str, &'static str),
    /// Something of one's own, being written: a new one, or one that is there.
    Write(&'static str, &'static str, Option<Thing>),
}

/// The title of a step; its id while the programme is not here, or when it has no such step.
pub(crate) fn step_title(id: &str) -> String {
    let file = programme_file().get_untracked().here();
    let step = file.and_then(|file| step_of(file, id));
    step.map_or_else(|| id.to_owned(), |step| step.title.clone())
}

/// Goes to a place.
pub(crate) fn go(place: Place) {
    app().go(Screen::Together(Room::Slower(place)));
}

/// Draws a place.
pub(crate) fn show(place: Place) -> AnyView {
    match place {
        Place::Collection(collection) => {
            view! { <library::Shelves collection=collection /> }.into_any()
        }
        Place::Article(collection, id) => {
            view! { <article::Reading collection=collection id=id /> }.into_any()
        }
        Place::Programme => view! { <programme::Steps /> }.into_any(),
        Place::Step(step) => view! { <programme::StepView step=step /> }.into_any(),
        Place::Part(step, part) => view! { <part::PartView step=step part=part /> }.into_any(),
        Place::Write(step, part, thing) => {
            view! { <form::Form step=step part=part thing=thing /> }.into_any()
        }
    }
}
