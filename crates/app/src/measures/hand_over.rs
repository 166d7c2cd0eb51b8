// SPDX-License-Identifier: Apache-2.0
//! One way for a file to leave, and one sentence on whether it did.

use crate::{
    platform::{clock, file},
    words::{t, t_with},
};

/// Hands a file of today over, under a name with this ending.
///
/// # Errors
/// A sentence: it was not made, or could not be saved.
pub(super) fn hand_over(ending: &str, made: Result<Vec<u8>, String>) -> Result<(), String> {
    let day = clock::iso_day(clock::now());
    let name = t_with("report-file", &[("day", day.into())]) + ending;
    file::save(&name, &made?).map_err(|_| t("report-not-saved"))
}

/// What came of it.
pub(super) fn told(done: Result<(), String>) -> String {
    done.map_or_else(|why| why, |()| t("report-saved"))
}
