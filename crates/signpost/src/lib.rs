// SPDX-License-Identifier: Apache-2.0
//! Words that ask for help: whether a text reads like someone who may want to die.
//!
//! The app then shows the person's own plan and people, and goes on as if nothing had been: nothing is
//! stored, shared or held back. It is a signpost, not a prediction: it knows the words, not the
//! person, and it will miss people. In the app it is a yes or a no ([`shows`]); the number behind it
//! exists only with the feature `evaluate`, for whoever wants to know how often it is wrong.
//!
//! A text becomes [sentences of folded words](read), each word with a [sense](sense) where our lists
//! know one and with what [reaches](reach) it (a negation, another person, a time that is past). Their
//! [marks](mark) are weighed with [numbers learnt](weights) from sentences of our own, and the
//! sentences are [put together](judge) so that length says nothing.

mod judge;
mod letter;
mod mark;
mod number;
mod reach;
mod read;
mod sense;
mod sentence;
mod tongue;
mod weights;
mod whole;

#[cfg(feature = "evaluate")]
mod because;
#[cfg(feature = "evaluate")]
pub mod learn;

#[cfg(feature = "evaluate")]
pub use because::{Because, Look, look};

/// Whether a text reads like someone who may want to die. Any text is fine; of a very long one only
/// the first 200,000 characters are read.
#[must_use]
pub fn shows(text: &str) -> bool {
    let weights = weights::ours();
    judge::judge(text, weights).sum >= weights.threshold
}
