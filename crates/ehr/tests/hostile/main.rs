// SPDX-License-Identifier: Apache-2.0
//! Servers that mean no good, or are not well.

mod answers;
mod odd;
mod server;
mod way;
