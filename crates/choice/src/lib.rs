// SPDX-License-Identifier: Apache-2.0
//! Which three practices to offer at an urge.
//!
//! A safety filter first, then an order. People, the plan and crisis lines are not practices: they
//! are on every screen of the urge path, and nothing in this crate can withhold or vary them.
//! [`FixedOrder`] is the order that stands without any learning; [`offer::Learner`] takes its place where
//! somebody turned learning on.

#[cfg(feature = "evaluate")]
pub mod evaluate;
mod filter;
mod fixed;
mod history;
pub mod learn;
pub mod offer;
pub mod person;
#[cfg(feature = "simulate")]
pub mod simulate;
mod situation;
#[cfg(feature = "evaluate")]
pub mod trial;

pub use filter::{Excluded, is_safe_now};
pub use fixed::FixedOrder;
pub use history::{History, Record};
pub use situation::Situation;

/// How many practices are offered at once.
pub const SLATE: usize = 3;
