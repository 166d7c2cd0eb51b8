// SPDX-License-Identifier: Apache-2.0
//! One person's vault on several devices, and shared with people they choose. A relay between them sees
//! ciphertext and is believed in nothing.

mod account;
mod devices;
mod door;
mod grant;
mod invite;

pub use account::{Account, AccountError, Device};
pub use devices::{Card, DeviceList, DeviceListError};
pub use door::{AccountSecret, Door, WordsError};
pub use grant::{Grant, GrantError, GrantKeys, Received, Seat};
pub use invite::{Invitation, InviteError, Pending};
