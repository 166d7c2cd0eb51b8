// SPDX-License-Identifier: Apache-2.0
//! Reading questionnaires: made-up ones, broken ones and hostile ones.

mod alert;
mod enable;
mod hostile;
mod made;
mod pack;
mod reading;
mod weekly;
