// SPDX-License-Identifier: Apache-2.0
//! What was learnt, as a file: `weights.bin`.
//!
//! Little-endian: `KHSP`, version (u32), seed (u64), hash of the sentences that were learnt from (u64),
//! their number (u32), a step for each family of marks (f32), the sentence's base (f32), what each
//! [part](crate::judge::Parts) of a text counts for (f32), the sum from which the plan is shown (f32),
//! then one signed byte for each weight.

use crate::{
    judge::PARTS,
    mark::{FAMILIES, SIZE},
};
use std::sync::OnceLock;

const MAGIC: &[u8; 4] = b"KHSP";
const VERSION: u32 = 1;

/// What was learnt.
#[derive(Clone, Debug)]
pub(crate) struct Weights<'a> {
    #[cfg_attr(not(feature = "evaluate"), expect(dead_code))]
    pub(crate) seed: u64,
    #[cfg_attr(not(feature = "evaluate"), expect(dead_code))]
    pub(crate) sentences: u64,
    #[cfg_attr(not(feature = "evaluate"), expect(dead_code))]
    pub(crate) number: u32,
    /// What one step of a weight is worth, for each family.
    pub(crate) steps: [f32; FAMILIES],
    /// What a sentence begins with.
    pub(crate) base: f32,
    /// What each part of a text counts for.
    pub(crate) parts: [f32; PARTS],
    /// The sum from which the plan is shown.
    pub(crate) threshold: f32,
    /// One signed byte for each weight.
    pub(crate) table: &'a [u8],
}

/// The weights that the app has.
pub(crate) fn ours() -> &'static Weights<'static> {
    static BYTES: &[u8] = include_bytes!("../weights.bin");
    static WEIGHTS: OnceLock<Weights<'static>> = OnceLock::new();
    WEIGHTS
        .get_or_init(|| Weights::read(BYTES).expect("the weights were written by our own learning"))
}

impl<'a> Weights<'a> {
    /// Reads a file; `None` if it is not one.
    pub(crate) fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut rest = bytes.strip_prefix(MAGIC)?;
        (u32::from_le_bytes(*take(&mut rest)?) == VERSION).then_some(())?;
        let seed = u64::from_le_bytes(*take(&mut rest)?);
        let sentences = u64::from_le_bytes(*take(&mut rest)?);
        let number = u32::from_le_bytes(*take(&mut rest)?);
        let mut float = || take(&mut rest).map(|bytes| f32::from_le_bytes(*bytes));
        let mut steps = [0.0; FAMILIES];
        for step in &mut steps {
            *step = float()?;
        }
        let base = float()?;
        let mut parts = [0.0; PARTS];
        for part in &mut parts {
            *part = float()?;
        }
        let threshold = float()?;
        (rest.len() == SIZE).then_some(())?;
        Some(Self {
            seed,
            sentences,
            number,
            steps,
            base,
            parts,
            threshold,
            table: rest,
        })
    }

    /// The file.
    #[cfg(feature = "evaluate")]
    pub(crate) fn write(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend(self.seed.to_le_bytes());
        bytes.extend(self.sentences.to_le_bytes());
        bytes.extend(self.number.to_le_bytes());
        let floats = self.steps.iter().chain([&self.base]).chain(&self.parts);
        for float in floats.chain([&self.threshold]) {
            bytes.extend(float.to_le_bytes());
        }
        bytes.extend(self.table);
        bytes
    }
}

fn take<'a, const N: usize>(rest: &mut &'a [u8]) -> Option<&'a [u8; N]> {
    let (first, others) = rest.split_first_chunk()?;
    *rest = others;
    Some(first)
}
