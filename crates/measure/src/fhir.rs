// SPDX-License-Identifier: Apache-2.0
//! What was picked, as FHIR R4 resources, and back to the very same entries.
//!
//! Out: [`bundle`] writes a `Bundle` of plain R4 resources, to be kept as a file or sent to a clinic's system.
//! Back: [`entries`] reads such a bundle, also after another system has kept it. What FHIR has an element for
//! stands in that element and is read from there; for the rest there are extensions under
//! `urn:kindhold:extension:`. Nothing here interprets: no `interpretation`, no range that is called normal, no
//! risk. `docs/fhir.md` says which thing becomes which resource.
//!
//! Source: HL7 FHIR R4, 4.0.1 (<http://hl7.org/fhir/R4/>).

mod answer;
mod bundle;
mod code;
mod consent;
mod diary;
mod episode;
mod moment;
mod nest;
mod plan;
mod programme;
mod questionnaire;
mod read;
mod response;
mod score;
mod sending;
mod text;
mod with;
mod writer;

pub use bundle::bundle;
pub use read::{Damaged, Found, ReadError, entries};
pub use sending::sending;
pub use with::{Form, Keyed, Questionnaires, With};
