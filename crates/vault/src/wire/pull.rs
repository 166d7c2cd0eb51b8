// SPDX-License-Identifier: Apache-2.0
use super::{WireError, put_list, take_list, whole};
use crate::{DeviceId, Index, Lane, StreamId};

/// Asks for records.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pull {
    /// From where in which lanes. The answer is in this order, and may end early: ask again for the rest.
    pub wants: Vec<Want>,
}

/// The records of a lane from an index on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Want {
    /// The lane.
    pub lane: Lane,
    /// The first index that is wanted.
    pub from: Index,
}

impl Pull {
    /// The bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        put_list(&mut out, &self.wants, |out, want| {
            out.extend_from_slice(want.lane.stream.as_bytes());
            out.extend_from_slice(want.lane.device.as_bytes());
            out.extend_from_slice(&want.from.to_be_bytes());
        });
        out
    }

    /// Reads it.
    ///
    /// # Errors
    /// [`WireError`].
    pub fn parse(bytes: &[u8]) -> Result<Self, WireError> {
        whole(bytes, |r| {
            let wants = take_list(r, |r| {
                let lane = Lane {
                    stream: StreamId(r.array()?),
                    device: DeviceId(r.array()?),
                };
                Some(Want {
                    lane,
                    from: r.u64()?,
                })
            })?;
            Some(Self { wants })
        })
    }
}
