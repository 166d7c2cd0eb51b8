// SPDX-License-Identifier: Apache-2.0
//! What the program `kindhold` does: serves the site, opens exports, checks content.

pub mod choose;
pub mod clinic;
pub mod content;
pub mod evaluate;
pub mod lines;
pub mod moderate;
pub mod open;
mod questions;
pub mod relay;
pub mod serve;
pub mod signpost;
pub mod simulate;
pub mod site;
