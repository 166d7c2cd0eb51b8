// SPDX-License-Identifier: Apache-2.0
//! FHIRPath, as far as questionnaires use it to score: <https://hl7.org/fhirpath/N1/>, and `answers()`,
//! `ordinal()` and `weight()` of Structured Data Capture.
//!
//! What is not there is an error that names it and where it stands, never an empty answer: a scoring that was only
//! half understood would look like a low score. Bounded: [`MOST_BYTES`] of text, [`MOST_DEEP`] of nesting,
//! [`MOST_STEPS`] of work.

mod call;
mod collection;
mod decimal;
mod evaluate;
mod moment;
mod node;
mod operator;
mod parse;
mod text;
mod token;
mod tree;
mod weight;

pub use decimal::Decimal;
pub use evaluate::{Surroundings, evaluate};
pub use moment::Moment;
pub use node::{Node, Thing};
pub use parse::parse;
pub use tree::Expression;
pub use weight::Weights;

/// An expression longer than this is not read.
pub const MOST_BYTES: usize = 20_000;
/// Parentheses and calls within each other, at most.
pub const MOST_DEEP: usize = 60;
/// Work that one evaluation may do: about one step for each thing that is looked at.
pub const MOST_STEPS: usize = 400_000;

/// Why an expression gave nothing that can be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PathError {
    /// It is not FHIRPath.
    #[error("the expression cannot be read at character {at}: {what}")]
    Syntax {
        /// Characters before it.
        at: usize,
        /// What is wrong there.
        what: &'static str,
    },
    /// A part of FHIRPath that is not there yet.
    #[error("“{what}” is not supported (character {at})")]
    Unsupported {
        /// The function, variable or operator.
        what: String,
        /// Characters before it.
        at: usize,
    },
    /// Too long, too deeply nested or too much work.
    #[error("the expression is too long, too deeply nested or asks for too much work")]
    TooMuch,
    /// One thing was wanted where there are several.
    #[error("“{0}” wants one value and there are several")]
    NotOne(&'static str),
    /// Two kinds that do not go together.
    #[error("“{0}” cannot be done with values of these kinds")]
    Kinds(&'static str),
    /// A number beyond 38 digits.
    #[error("a number in the expression is too large")]
    TooLarge,
}
