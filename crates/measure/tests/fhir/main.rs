// SPDX-License-Identifier: Apache-2.0
//! Laws of FHIR out and back.

mod any;
mod back;
mod hostile;
mod left_out;
mod nested;
