// SPDX-License-Identifier: Apache-2.0
//! Simulated people, and the policies that are tried with them. Nothing here is an estimate of what helps anybody: it
//! shows how a way of choosing behaves when people are as assumed. `docs/choice.md` has the assumptions.
//!
//! Pure and seeded: the same seed gives the same numbers on every machine.

mod effect;
mod figures;
mod life;
mod parameters;
mod person;
mod policy;
mod sample;
mod seeds;
mod sums;
#[cfg(test)]
mod tests;
mod urge;
mod world;

pub use effect::{Past, effect};
pub use figures::{Bin, Curve, Figures, Group, Interval, Row, figures};
pub use life::{Foretold, Life};
pub use parameters::{PARAMETERS, Parameter};
pub use person::{Kinds, Person};
pub use policy::Policy;
pub use sample::{Lived, Setup, live};
pub use urge::Urge;
pub use world::World;
