// SPDX-License-Identifier: Apache-2.0
use super::Decimal;

/// An expression that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Expression(pub(super) Tree);

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Tree {
    /// `{}`.
    Nothing,
    Boolean(bool),
    Text(String),
    /// `('a' | 'b')`: literal texts, each once.
    Texts(Vec<String>),
    Number(Decimal, bool),
    Moment(String),
    /// A number with a unit.
    Quantity(Decimal, String),
    Variable(String, usize),
    This,
    Index,
    Total,
    /// What is called so in what stands before it, or in `$this`.
    Member(Option<Box<Tree>>, String),
    /// A function.
    Call {
        on: Option<Box<Tree>>,
        name: String,
        with: Vec<Tree>,
        at: usize,
    },
    At(Box<Tree>, Box<Tree>),
    Minus(Box<Tree>),
    Two(&'static str, Box<Tree>, Box<Tree>),
    /// `is` or `as` a type, without its namespace.
    Kind(&'static str, Box<Tree>, String),
}
