// SPDX-License-Identifier: Apache-2.0
//! What was learnt, as a file: `weights.bin`.
//!
//! Little-endian: `KHSP`, version (u32), seed (u64), hash of the sentences that were learnt from (u64),
//! their number (u32), a step for each family of marks (f32), the sentence's base (f32), what each
//! [part](crate::judge::Parts) of a text counts for (f32), the sum from which the plan is shown, what a
//! sentence weighs that is enough by itself (f32),
//! then one signed byte for each weight. Then of whole texts: the number of runs (u32), what one step is worth, where it begins
//! (f32), the runs' keys (three bytes each, ascending), and one signed byte for each.

use crate::{
    judge::PARTS,
    mark::{FAMILIES, SIZE},
    whole::KEY,
};
use std::sync::OnceLock;

const MAGIC: &[u8; 4] = b"KHSP";
const VERSION: u32 = 2;

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
    /// What a sentence weighs that is enough by itself.
    pub(crate) plain: f32,
    /// One signed byte for each weight.
    pub(crate) table: &'a [u8],
    /// What one step of a run's weight is worth.
    pub(crate) whole_step: f32,
    /// What a whole text begins with.
    pub(crate) whole_base: f32,
    /// The keys of runs, ascending.
    pub(crate) keys: &'a [u8],
    /// One signed byte for each run.
    pub(crate) runs: &'a [u8],
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
        let plain = float()?;
        let (table, mut rest) = rest.split_at_checked(SIZE)?;
        let count = u32::from_le_bytes(*take(&mut rest)?) as usize;
        let whole_step = f32::from_le_bytes(*take(&mut rest)?);
        let whole_base = f32::from_le_bytes(*take(&mut rest)?);
        let (keys, runs) = rest.split_at_checked(count.checked_mul(KEY)?)?;
        (runs.len() == count).then_some(())?;
        Some(Self {
            seed,
            sentences,
            number,
            steps,
            base,
            parts,
            threshold,
            plain,
            table,
            whole_step,
            whole_base,
            keys,
            runs,
        })
    }

    /// The weight of a run in steps; `None` when it is none of those that were kept.
    pub(crate) fn step_of(&self, key: u32) -> Option<i8> {
        let (mut low, mut high) = (0, self.runs.len());
        while low < high {
            let middle = low.midpoint(high);
            let [a, b, c] = *self.keys.get(middle * KEY..)?.first_chunk()?;
            let found = u32::from_le_bytes([a, b, c, 0]);
            match found.cmp(&key) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => {
                    return Some(i8::from_le_bytes([*self.runs.get(middle)?]));
                }
            }
        }
        None
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
        for float in floats.chain([&self.threshold, &self.plain]) {
            bytes.extend(float.to_le_bytes());
        }
        bytes.extend(self.table);
        bytes.extend((self.runs.len() as u32).to_le_bytes());
        bytes.extend(self.whole_step.to_le_bytes());
        bytes.extend(self.whole_base.to_le_bytes());
        bytes.extend(self.keys);
        bytes.extend(self.runs);
        bytes
    }
}

fn take<'a, const N: usize>(rest: &mut &'a [u8]) -> Option<&'a [u8; N]> {
    let (first, others) = rest.split_first_chunk()?;
    *rest = others;
    Some(first)
}
