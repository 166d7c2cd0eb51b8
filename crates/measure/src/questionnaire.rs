// SPDX-License-Identifier: Apache-2.0
//! Reading a FHIR R4 `Questionnaire`, <https://hl7.org/fhir/R4/questionnaire.html>.

mod choices;
mod enable;
mod extension;
mod finding;
mod form;
mod items;
mod json;
mod language;
mod read;
mod response;

pub(crate) use choices::{choice_weights, weight_extension};
pub use finding::{Finding, Severity};
pub use form::Form;
pub use json::{canonical, checksum};
pub(crate) use read::{Beside, read, value};
pub use read::{MOST_BYTES, ReadError, Reading};
