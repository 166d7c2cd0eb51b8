// SPDX-License-Identifier: Apache-2.0
//! Builds the web app and the pages, serves them, runs every check.
fn main() {}
