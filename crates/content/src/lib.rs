// SPDX-License-Identifier: Apache-2.0
//! Reads and checks the content folder: practices, pages, crisis lines and interface strings.
//!
//! Content is data with a schema (`content/README.md`). An author adds a practice, a language or a
//! crisis line without touching Rust, and [`check`](check()) says in plain words what is wrong.
//!
//! Without the feature `check` only types are left: the compiled strings, articles and steps as the
//! browser reads them.

pub mod article;
pub mod block;
pub mod bundle;
pub mod catalogue;
pub mod marks;
pub mod programme;
pub mod search;

pub use self::{
    article::{Article, Collection, Shelf},
    block::{Block, Door, Saying, Section, TextUnit},
    programme::Step,
};

#[cfg(feature = "check")]
mod check;
#[cfg(feature = "check")]
mod fluent;
#[cfg(feature = "check")]
mod happens;
#[cfg(feature = "check")]
mod languages;
#[cfg(feature = "check")]
mod library;
#[cfg(feature = "check")]
mod load;
#[cfg(feature = "check")]
mod merge;
#[cfg(feature = "check")]
mod pack;
#[cfg(feature = "check")]
mod page;
#[cfg(feature = "check")]
mod plural;
#[cfg(feature = "check")]
mod problem;
#[cfg(feature = "check")]
mod reading;
#[cfg(feature = "check")]
mod safe;
#[cfg(feature = "check")]
mod skeleton;

#[cfg(feature = "check")]
pub use self::{
    check::{CheckOptions, Freshness, LIMIT_DAYS, Report, check, dial, freshness},
    happens::Happens,
    languages::{Scope, Tongue},
    library::{Country, Finder, Language, Library, Settings, StringFile},
    load::load,
    merge::Coverage,
    pack::{Pack, PackError, age, pack},
    page::{Page, Reading},
    plural::Plurals,
    problem::{Problem, Severity},
    reading::reading_age,
    safe::{Finding, Rule, SafeWords},
    skeleton::write_skeleton,
};
#[cfg(feature = "check")]
pub use jiff::civil::Date;
