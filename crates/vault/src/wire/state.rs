// SPDX-License-Identifier: Apache-2.0
use super::{AccessId, WireError, put_bytes, put_list, take_bytes, take_list, whole};
use crate::{DeviceId, Head, Lane, StreamId};

/// What a relay says it has for whoever asks. Nothing of it is believed without a signature.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// Version of the account.
    pub account: u64,
    /// Lanes that may be read, and how far they have come.
    pub lanes: Vec<LaneState>,
    /// The newest signed head of each writer.
    pub heads: Vec<Vec<u8>>,
    /// Grants of this vault, for its devices; for a grant, itself alone.
    pub grants: Vec<GrantState>,
}

/// How far a lane has come at a relay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LaneState {
    /// The lane.
    pub lane: Lane,
    /// The first index that may be read here: 0, but for a grant that holds from a later epoch on.
    pub first: u64,
    /// Its head.
    pub head: Head,
}

/// A grant at a relay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GrantState {
    /// Its name.
    pub id: AccessId,
    /// The version of its sealed keys.
    pub version: u64,
}

impl State {
    /// The bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = self.account.to_be_bytes().to_vec();
        put_list(&mut out, &self.lanes, |out, l| {
            out.extend_from_slice(l.lane.stream.as_bytes());
            out.extend_from_slice(l.lane.device.as_bytes());
            out.extend_from_slice(&l.first.to_be_bytes());
            out.extend_from_slice(&l.head.next.to_be_bytes());
            out.extend_from_slice(&l.head.hash);
        });
        put_list(&mut out, &self.heads, |out, head| put_bytes(out, head));
        put_list(&mut out, &self.grants, |out, grant| {
            out.extend_from_slice(&grant.id.0);
            out.extend_from_slice(&grant.version.to_be_bytes());
        });
        out
    }

    /// Reads it.
    ///
    /// # Errors
    /// [`WireError`].
    pub fn parse(bytes: &[u8]) -> Result<Self, WireError> {
        whole(bytes, |r| {
            Some(Self {
                account: r.u64()?,
                lanes: take_list(r, |r| {
                    let lane = Lane {
                        stream: StreamId(r.array()?),
                        device: DeviceId(r.array()?),
                    };
                    Some(LaneState {
                        lane,
                        first: r.u64()?,
                        head: Head {
                            next: r.u64()?,
                            hash: r.array()?,
                        },
                    })
                })?,
                heads: take_list(r, |r| take_bytes(r).map(<[u8]>::to_vec))?,
                grants: take_list(r, |r| {
                    Some(GrantState {
                        id: AccessId(r.array()?),
                        version: r.u64()?,
                    })
                })?,
            })
        })
    }
}
