// SPDX-License-Identifier: Apache-2.0
//! How it is going: questionnaires, pictures over time, pages to show, files for clinics and research. None of it
//! is in the app that a person loads first (ADR 0016).

mod add;
mod alert;
mod answering;
mod case;
mod change;
mod course;
mod done;
mod dossier;
mod hand_over;
mod home;
mod kept;
mod patterns;
mod pictures;
mod records;
mod report;
mod research;
mod shelf;
mod trial;

pub(crate) use add::{AddFile, Offered};
pub(crate) use course::{Answered, Courses, newest_lines, question_of};
pub(crate) use home::any_due;
pub(crate) use pictures::Patterns;
pub(crate) use shelf::{EVERY, every_word, offerable, title_of_pack};

use crate::{app::app, nav::Screen, nav::Thing, together::Room};
use leptos::prelude::*;

/// A place of this part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// What there is.
    Home,
    /// A questionnaire, one question a screen: a response that is there, or a new one to this checksum.
    Answering(Thing, &'static str),
    /// Afterwards.
    Done(Thing),
    /// Pictures over time.
    Pictures,
    /// A page to show or to keep.
    Report,
    /// A file for a clinic.
    Records,
    /// Taking part in research.
    Research,
}

/// Goes to a place.
pub(crate) fn go(place: Place) {
    app().go(Screen::Together(Room::Measures(place)));
}

/// Draws a place.
pub(crate) fn show(place: Place) -> AnyView {
    match place {
        Place::Home => view! { <home::Home /> }.into_any(),
        Place::Answering(thing, checksum) => {
            view! { <answering::Answering thing=thing checksum=checksum /> }.into_any()
        }
        Place::Done(thing) => view! { <done::Done thing=thing /> }.into_any(),
        Place::Pictures => view! { <pictures::Own /> }.into_any(),
        Place::Report => view! { <report::Make /> }.into_any(),
        Place::Records => view! { <records::Records /> }.into_any(),
        Place::Research => view! { <research::Research /> }.into_any(),
    }
}
