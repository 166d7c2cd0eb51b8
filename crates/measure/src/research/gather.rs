// SPDX-License-Identifier: Apache-2.0
use super::file::{File, ReadError};
use super::group::{Group, coarsen};
use std::collections::BTreeSet;

/// Why files are not put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum GatherError {
    /// One of them is not read.
    #[error("file {place} of those given: {error}")]
    File {
        /// Its place among those given, from 1.
        place: usize,
        /// Why.
        error: ReadError,
    },
    /// Two studies.
    #[error(
        "file {place} of those given belongs to another study than the first: gather each by itself"
    )]
    OtherStudy {
        /// Its place among those given, from 1.
        place: usize,
    },
    /// One person twice.
    #[error(
        "file {place} of those given is of a person who is there already: keep the newer of the two"
    )]
    Twice {
        /// Its place among those given, from 1.
        place: usize,
    },
    /// Too few people.
    #[error(
        "{people} people are too few to be a group, at least {least} are needed: wait for more"
    )]
    TooFew {
        /// How many there are.
        people: usize,
        /// How many are needed.
        least: usize,
    },
}

/// Puts the files of a study together: at least `people` of them ([`super::LEAST_PEOPLE`]), and whatever fewer than
/// `cell` of them have in common ([`super::LEAST_IN_A_CELL`]) is made coarser or left out. The order of the files
/// changes nothing.
///
/// # Errors
/// [`GatherError`], and then nothing is given.
pub fn gather(files: &[&str], people: usize, cell: usize) -> Result<Group, GatherError> {
    let mut read: Vec<File> = Vec::with_capacity(files.len());
    let mut known = BTreeSet::new();
    for (text, place) in files.iter().zip(1..) {
        let file = File::read(text).map_err(|error| GatherError::File { place, error })?;
        if read.first().is_some_and(|first| first.study != file.study) {
            return Err(GatherError::OtherStudy { place });
        }
        if !known.insert(file.person.clone()) {
            return Err(GatherError::Twice { place });
        }
        read.push(file);
    }
    let least = people.max(cell).max(1);
    if read.len() < least {
        return Err(GatherError::TooFew {
            people: read.len(),
            least,
        });
    }
    read.sort_by(|a, b| a.person.cmp(&b.person));
    let coarsened = coarsen(&mut read, cell);
    Ok(Group {
        format: "kindhold-research-group",
        version: 1,
        study: read
            .first()
            .map(|file| file.study.clone())
            .unwrap_or_default(),
        least_in_a_cell: cell,
        coarsened,
        people: read,
    })
}
