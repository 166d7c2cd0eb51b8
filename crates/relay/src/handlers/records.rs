// SPDX-License-Identifier: Apache-2.0
use super::{body, holder};
use crate::{
    Relay,
    fault::Fault,
    store::{Granted, Holder, Op, lanes::from_index},
};
use axum::{
    body::Body,
    extract::State as Is,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use bytes::Bytes;
use futures_util::stream;
use kindhold_vault::wire::{Pull, Want};
use std::collections::VecDeque;

/// Records and heads; when this answers, they are on the disk.
pub(super) async fn push(
    Is(relay): Is<Relay>,
    headers: HeaderMap,
    sent: Body,
) -> Result<StatusCode, Fault> {
    let by = holder(&relay, &headers)?;
    let body = body(&relay, sent, relay.0.setup.limits.push).await?;
    let bytes = body.len();
    relay.change(by.vault, Op::Push { by, body }).await?;
    relay.0.metrics.took(bytes);
    Ok(StatusCode::NO_CONTENT)
}

/// Records that lose their content.
pub(super) async fn purge(
    Is(relay): Is<Relay>,
    headers: HeaderMap,
    sent: Body,
) -> Result<StatusCode, Fault> {
    let by = holder(&relay, &headers)?;
    let body = body(&relay, sent, relay.0.setup.limits.push).await?;
    relay.change(by.vault, Op::Purge { by, body }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Records, row by row as they come from the database.
pub(super) async fn pull(
    Is(relay): Is<Relay>,
    headers: HeaderMap,
    sent: Body,
) -> Result<Response, Fault> {
    let by = holder(&relay, &headers)?;
    let pull = Pull::parse(&body(&relay, sent, 1 << 20).await?)?;
    let who = relay.0.store.granted(by).await?;
    let pulling = Pulling {
        left: relay.0.setup.limits.pull,
        relay,
        by,
        who,
        wants: pull.wants.into(),
        rows: VecDeque::new(),
        at: None,
    };
    let rows = stream::unfold(Some(pulling), |pulling| async {
        let mut pulling = pulling?;
        match pulling.next().await {
            Ok(Some(bytes)) => Some((Ok(bytes), Some(pulling))),
            Ok(None) => None,
            // The answer breaks off, and the client asks again for the rest.
            Err(fault) => Some((Err(fault), None)),
        }
    });
    let mut response = Response::new(Body::from_stream(rows));
    let headers = response.headers_mut();
    let octets = HeaderValue::from_static("application/octet-stream");
    headers.insert(header::CONTENT_TYPE, octets);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// An answer on its way.
struct Pulling {
    relay: Relay,
    by: Holder,
    who: Granted,
    wants: VecDeque<Want>,
    rows: VecDeque<(i64, Vec<u8>)>,
    /// The lane that is under way, and the row that came last.
    at: Option<(Want, i64)>,
    left: usize,
}

impl Pulling {
    async fn next(&mut self) -> Result<Option<Bytes>, Fault> {
        while self.left > 0 {
            if let Some((first, bytes)) = self.rows.pop_front() {
                self.at = self.at.map(|(want, _)| (want, first));
                self.left = self.left.saturating_sub(bytes.len());
                if bytes.is_empty() {
                    continue;
                }
                self.relay.0.metrics.gave(bytes.len());
                return Ok(Some(bytes.into()));
            }
            let store = &self.relay.0.store;
            if let Some((want, last)) = self.at {
                let rows = store.segments_after(self.by.vault, want.lane, last).await?;
                if rows.is_empty() {
                    self.at = None;
                }
                self.rows = rows.into();
                continue;
            }
            let Some(want) = self.wants.pop_front() else {
                return Ok(None);
            };
            let first = store.first(self.by.vault, want.lane, &self.who).await?;
            let Some(first) = first else { continue };
            let from = want.from.max(first);
            if let Some((first, row)) = store.segment(self.by.vault, want.lane, from).await? {
                let rest = from_index(&row, from)?.to_vec();
                self.at = Some((want, first));
                self.rows.push_back((first, rest));
            }
        }
        Ok(None)
    }
}
