// SPDX-License-Identifier: Apache-2.0
use crate::{
    DeviceId, Lane,
    bytes::{put_bytes, put_list, take_bytes, take_list, whole},
};

/// What was last met.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// The sealed keys.
    pub(super) keys: Vec<u8>,
    /// The signed list of devices.
    pub(super) devices: Vec<u8>,
    /// The newest signed head of each writer.
    pub(super) heads: Vec<Vec<u8>>,
    /// Lanes that begin in their middle here.
    pub(super) begins: Vec<Lane>,
}

impl Known {
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut out = vec![1];
        put_bytes(&mut out, &self.keys);
        put_bytes(&mut out, &self.devices);
        put_list(&mut out, &self.heads, |out, head| put_bytes(out, head));
        put_list(&mut out, &self.begins, |out, lane| {
            out.extend_from_slice(lane.stream.as_bytes());
            out.extend_from_slice(lane.device.as_bytes());
        });
        out
    }

    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        whole(bytes, |r| {
            if r.u8()? != 1 {
                return None;
            }
            Some(Self {
                keys: take_bytes(r)?.to_vec(),
                devices: take_bytes(r)?.to_vec(),
                heads: take_list(r, |r| take_bytes(r).map(<[u8]>::to_vec))?,
                begins: take_list(r, |r| {
                    let stream = crate::StreamId(r.array()?);
                    let device = DeviceId(r.array()?);
                    Some(Lane { stream, device })
                })?,
            })
        })
    }
}
