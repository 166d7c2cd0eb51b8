// SPDX-License-Identifier: Apache-2.0
//! One way to do each thing: the parts that every screen is made of.

mod chips;
mod draft;
mod lists;
mod scale;
mod scene;
mod screen;
mod signpost;

pub(crate) use chips::Chips;
pub(crate) use draft::Draft;
pub(crate) use lists::{ContactList, LineList};
pub(crate) use scale::Scale;
pub(crate) use scene::SceneView;
pub(crate) use screen::{Doors, Frame, Question};
pub(crate) use signpost::{Sign, Signpost};
