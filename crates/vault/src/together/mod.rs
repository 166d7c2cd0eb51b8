// SPDX-License-Identifier: Apache-2.0
//! One person's vault on several devices, and shared with people they choose. A relay between them sees
//! ciphertext and is believed in nothing.

mod accept;
mod account;
mod change;
mod compare;
mod devices;
mod door;
mod fork;
mod grant;
mod invite;
mod link;
mod meet;
mod member;
mod pull;
mod push;
mod settle;
mod share;
mod shared;
mod sync;
mod words;

pub use accept::Answered;
#[cfg(feature = "conformance")]
pub(crate) use account::Opener;
pub use account::{Account, AccountError, Device};
pub use devices::{Card, DeviceList, DeviceListError};
pub use door::{AccountSecret, Door, WordsError};
pub use grant::{Grant, GrantError, GrantKeys, Received, Seat};
pub use invite::{Invitation, InviteError, Pending};
pub use link::{Relay, RelayError, Request, Response, Unreachable};
pub use member::{Member, MemberError};
pub use share::{Given, Showing};
#[cfg(feature = "conformance")]
pub(crate) use shared::known_again;
pub use shared::{Offer, Shared, SharedError};
pub use sync::{Report, Suspicion, SyncError};
