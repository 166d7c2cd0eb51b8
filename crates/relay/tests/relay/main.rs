// SPDX-License-Identifier: Apache-2.0
//! The relay over plain HTTP, on each database.

mod asvs;
mod backup;
mod client;
mod http;
mod killed;
mod places;
mod questions;
mod refusals;
mod rules;
mod story;
