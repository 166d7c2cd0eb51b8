// SPDX-License-Identifier: Apache-2.0
//! The format (`docs/format.md`) against frozen vectors: today's code reads what was written once, and
//! given the same randomness writes the same bytes.
//!
//! A test that fails here means that vaults which people have would open differently, or not at all.
//! The vectors are right; the code is to be changed back.

mod chain;
mod export;
mod header;
mod keyring;
mod make;
mod padding;
mod payload;
mod reader;
mod record;
mod slots;
mod together;
mod tools;
