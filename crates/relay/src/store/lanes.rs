// SPDX-License-Identifier: Apache-2.0
//! What a push holds, before any database is asked: records cut into runs of one lane and epoch.

use crate::fault::Fault;
use kindhold_vault::{
    DeviceId, Header, Lane, VaultId,
    wire::{Refusal, Scan, Scanned},
};

/// A row of records holds about so many bytes.
const SEGMENT: usize = 64 * 1024;

/// Records of one lane that follow one another.
pub(crate) struct Run<'a> {
    pub(crate) lane: Lane,
    pub(crate) records: Vec<Scanned<'a>>,
}

impl<'a> Run<'a> {
    /// The index of the first.
    pub(crate) fn first(&self) -> u64 {
        self.records.first().map_or(0, |r| r.header.index)
    }

    /// Cuts new records into rows: each of one epoch and not too long.
    pub(crate) fn rows(records: &[Scanned<'a>]) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        for record in records {
            let epoch = record.header.epoch;
            match rows.last_mut() {
                Some(row)
                    if row.epoch == epoch && row.bytes.len() + record.bytes.len() <= SEGMENT =>
                {
                    row.bytes.extend_from_slice(record.bytes);
                }
                _ => {
                    let mut bytes = Vec::with_capacity(record.bytes.len().min(SEGMENT));
                    bytes.extend_from_slice(record.bytes);
                    rows.push(Row {
                        first: record.header.index,
                        epoch,
                        bytes,
                    });
                }
            }
        }
        rows
    }
}

/// A row of records.
pub(crate) struct Row {
    pub(crate) first: u64,
    pub(crate) epoch: u32,
    pub(crate) bytes: Vec<u8>,
}

/// Cuts the records of a push into runs. `only` is the one lane that a grant may write.
pub(crate) fn runs<'a>(
    bytes: &'a [u8],
    vault: VaultId,
    only: Option<Lane>,
) -> Result<Vec<Run<'a>>, Fault> {
    let mut runs: Vec<Run<'a>> = Vec::new();
    for record in Scan(bytes) {
        let record = record.map_err(|_| Refusal::Malformed)?;
        let header = record.header;
        let lane = Lane {
            stream: header.stream,
            device: header.device,
        };
        if header.vault != vault || header.index >= i64::MAX as u64 {
            return Err(Refusal::Malformed.into());
        }
        if only.is_some_and(|only| only != lane) {
            return Err(Refusal::NotAllowed.into());
        }
        let is_new = runs.last().is_none_or(|run| run.lane != lane);
        if is_new && runs.iter().any(|run| run.lane == lane) {
            return Err(Refusal::Malformed.into());
        }
        if is_new {
            let records = Vec::new();
            runs.push(Run { lane, records });
        }
        if let Some(run) = runs.last_mut() {
            let last = run.records.last().map(|r| r.header);
            let follows =
                |last: Header| last.index + 1 == header.index && last.epoch <= header.epoch;
            if !last.is_none_or(follows) {
                return Err(Refusal::Malformed.into());
            }
            run.records.push(record);
        }
    }
    Ok(runs)
}

/// Whether each record names the one before it. Whoever pulls them looks again; but what was spoilt on its way
/// here must not lie in a lane for ever.
pub(crate) fn is_chain(records: &[Scanned<'_>]) -> Result<bool, Fault> {
    for pair in records.windows(2) {
        if let [before, after] = pair {
            let id = before.id().map_err(|_| Refusal::Malformed)?;
            if after.header.previous != id.0 {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// Records of a row from an index on.
pub(crate) fn from_index(row: &[u8], index: u64) -> Result<&[u8], Fault> {
    let mut at = 0;
    for record in Scan(row) {
        let record = record.map_err(|_| Fault::Damaged)?;
        if record.header.index >= index {
            break;
        }
        at += record.bytes.len();
    }
    row.get(at..).ok_or(Fault::Damaged)
}

/// The lane that a grant may write.
pub(crate) const fn lane_of(stream: kindhold_vault::StreamId, id: [u8; 16]) -> Lane {
    Lane {
        stream,
        device: DeviceId(id),
    }
}
