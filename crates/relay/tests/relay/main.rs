// SPDX-License-Identifier: Apache-2.0
//! The relay over plain HTTP, on each database.

mod http;
mod places;
mod refusals;
mod rules;
mod story;
