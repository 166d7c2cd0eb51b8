// SPDX-License-Identifier: Apache-2.0
//! Scores: by the published scoring, by the file's own calculation, and when there is none.

#[path = "../questionnaire/made.rs"]
mod made;

mod keyed;
mod own;
mod shape;
