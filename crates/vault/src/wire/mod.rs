// SPDX-License-Identifier: Apache-2.0
//! What travels between a device and a relay: bytes alone, the same types at both ends. The routes
//! and every byte are in `docs/format.md`, "The relay".
//!
//! Whatever is read here comes from a stranger. Any bytes are safe to hand in.

mod account;
mod create;
mod pull;
mod push;
mod refusal;
mod scan;
mod session;
mod state;

pub use account::{AccountUpdate, Change, StoredAccount};
pub use create::CreateVault;
pub use pull::{Pull, Want};
pub use push::Push;
pub use refusal::Refusal;
pub use scan::{Scan, Scanned};
pub use session::{Challenge, Login, Token};
pub use state::{GrantState, LaneState, State};

use crate::{
    StreamId, VerifyKey,
    bytes::{MOST, Reader, put_bytes, put_list, take_bytes, take_list},
};

/// A name that signs in to a vault: a device, a door or a grant; random, but for a door's, which is its
/// locator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccessId(pub [u8; 16]);

/// A sealed message that waits for somebody who knows its random name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MailboxId(pub [u8; 16]);

/// Where a door is found: derived from the 12 words or from a passkey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locator(pub [u8; 16]);

/// A day, counted from 1970-01-01 (UTC); 0 stands for "no end".
pub type Day = u32;

/// What somebody who signs in may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// A device of the person: everything.
    Device,
    /// A door: everything, like a device; it writes no records of its own.
    Door,
    /// Somebody to whom something was shown: reads these streams, writes into its inbox.
    Grant(Scope),
}

/// How far a grant reaches.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scope {
    /// The last day on which it holds; 0 for no end.
    pub until: Day,
    /// Streams that may be read, each from an epoch on.
    pub read: Vec<(StreamId, u32)>,
    /// The stream into which it may write, in a lane under the grant's own id; it may read it too.
    pub inbox: Option<StreamId>,
    /// How often [`Scope::sealed`] was replaced.
    pub version: u64,
    /// The keys of the grant, sealed for whoever holds it.
    pub sealed: Vec<u8>,
}

/// Somebody who may sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    /// Its name.
    pub id: AccessId,
    /// It signs in with the other half of this.
    pub key: VerifyKey,
    /// What it may do.
    pub role: Role,
}

/// Bytes from the other side are not what they should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the message is not as the format says")]
pub struct WireError;

impl Access {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.id.0);
        out.extend_from_slice(&self.key.0);
        match &self.role {
            Role::Device => out.push(1),
            Role::Door => out.push(2),
            Role::Grant(scope) => {
                out.push(3);
                scope.write(out);
            }
        }
    }

    fn read(r: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            id: AccessId(r.array()?),
            key: VerifyKey(r.array()?),
            role: match r.u8()? {
                1 => Role::Device,
                2 => Role::Door,
                3 => Role::Grant(Scope::read(r)?),
                _ => return None,
            },
        })
    }
}

impl Scope {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.until.to_be_bytes());
        put_list(out, &self.read, |out, (stream, epoch)| {
            out.extend_from_slice(stream.as_bytes());
            out.extend_from_slice(&epoch.to_be_bytes());
        });
        match &self.inbox {
            None => out.push(0),
            Some(stream) => {
                out.push(1);
                out.extend_from_slice(stream.as_bytes());
            }
        }
        out.extend_from_slice(&self.version.to_be_bytes());
        put_bytes(out, &self.sealed);
    }

    fn read(r: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            until: r.u32()?,
            read: take_list(r, |r| Some((StreamId(r.array()?), r.u32()?)))?,
            inbox: match r.u8()? {
                0 => None,
                1 => Some(StreamId(r.array()?)),
                _ => return None,
            },
            version: r.u64()?,
            sealed: take_bytes(r)?.to_vec(),
        })
    }
}

/// Reads all of it, or nothing.
fn whole<T>(bytes: &[u8], read: impl Fn(&mut Reader<'_>) -> Option<T>) -> Result<T, WireError> {
    crate::bytes::whole(bytes, read).ok_or(WireError)
}
