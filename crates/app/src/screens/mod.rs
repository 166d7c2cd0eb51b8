// SPDX-License-Identifier: Apache-2.0
//! The screens, one a file.

mod after;
mod data;
mod diary;
mod doors;
mod erase;
mod helps;
mod home;
mod letters;
mod lock;
mod offers;
mod own_words;
mod people;
mod plan;
mod plan_edit;
mod player;
mod practices;
mod settings;
mod urge;
mod welcome;

pub(crate) use after::After;
pub(crate) use data::Data;
pub(crate) use diary::{Diary, DiaryEdit};
pub(crate) use doors::{Decided, Happened};
pub(crate) use erase::Erase;
pub(crate) use helps::Helps;
pub(crate) use home::Home;
pub(crate) use letters::{LetterEdit, Letters};
pub(crate) use lock::{LockSettings, Locked};
pub(crate) use offers::Offers;
pub(crate) use own_words::Words;
pub(crate) use people::People;
#[cfg(feature = "together")]
pub(crate) use plan::Parts as PlanParts;
pub(crate) use plan::PlanView;
pub(crate) use plan_edit::PlanEdit;
pub(crate) use player::{Grounding, Player};
pub(crate) use practices::Practices;
pub(crate) use settings::Settings;
pub(crate) use urge::{Functions, Urge};
pub(crate) use welcome::Welcome;
#[cfg(feature = "together")]
pub(crate) use welcome::{PasscodeFields, is_passcode_fit, make_vault};
