// SPDX-License-Identifier: Apache-2.0
//! Fills a database through the relay's own routes, without a network between: many clients at a time, each
//! with the code that a device runs.

use crate::life;
use axum::{Router, body::Body, http};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use kindhold_relay::{Limits, Place, Relay, Setup, router};
use kindhold_vault::together::{self, Request, Response, Unreachable};
use std::{
    error::Error,
    sync::{
        Mutex,
        atomic::{AtomicU32, AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};
use tokio::runtime::{Handle, Runtime};
use tower_service::Service;

/// The day of the oldest vault, and in how many months they were all made.
const FIRST_DAY: u32 = 18_800;
const MONTHS: u64 = 60;
/// Clients at a time.
const CLIENTS: u64 = 24;

static TODAY: AtomicU32 = AtomicU32::new(FIRST_DAY);

fn now() -> u64 {
    u64::from(TODAY.load(Ordering::Relaxed)) * 86_400
}

/// What is in it now.
pub(crate) struct Filled {
    pub(crate) took: Duration,
    pub(crate) records: u64,
    pub(crate) rows: Vec<(&'static str, u64)>,
}

#[derive(Clone)]
struct Inside {
    router: Router,
    runtime: Handle,
}

impl together::Relay for Inside {
    fn host(&self) -> &str {
        "relay.example"
    }

    async fn send(&self, request: Request) -> Result<Response, Unreachable> {
        self.runtime
            .block_on(self.ask(request))
            .map_err(|_| Unreachable)
    }
}

impl Inside {
    async fn ask(&self, request: Request) -> Result<Response, Box<dyn Error>> {
        let mut sent = http::Request::builder()
            .method(request.method)
            .uri(format!("/relay/v1/{}", request.path))
            .header("host", "relay.example");
        if let Some(token) = request.token {
            let token = BASE64_URL_SAFE_NO_PAD.encode(token.0);
            sent = sent.header("authorization", format!("Bearer {token}"));
        }
        let sent = sent.body(Body::from(request.body))?;
        let answer = self.router.clone().call(sent).await?;
        let header = |name: &str| {
            let value = answer.headers().get(name).and_then(|v| v.to_str().ok());
            value.map(str::to_owned)
        };
        let (refusal, etag) = (header("kindhold-refusal"), header("etag"));
        Ok(Response {
            status: answer.status().as_u16(),
            refusal,
            etag,
            body: axum::body::to_bytes(answer.into_body(), 64 << 20)
                .await?
                .to_vec(),
        })
    }
}

/// Puts so many vaults into a database that holds none.
pub(crate) fn fill(place: &Place, vaults: u64) -> Result<Filled, Box<dyn Error>> {
    let runtime = Runtime::new()?;
    let mut setup = Setup::new(place.clone());
    setup.limits = Limits::without_rates();
    let relay = runtime.block_on(Relay::open(setup, now))?;
    let inside = Inside {
        router: router(relay.clone()),
        runtime: runtime.handle().clone(),
    };
    let mut records = 0;
    let begun = Instant::now();
    for month in 0..MONTHS {
        // Between months alone: a day that began between a question and its answer would be long.
        TODAY.store(FIRST_DAY + 30 * month as u32, Ordering::Relaxed);
        records += month_of(
            &inside,
            month * vaults / MONTHS,
            (month + 1) * vaults / MONTHS,
        )?;
        let took = begun.elapsed().as_secs_f64();
        eprintln!("month {month} of {MONTHS}, {took:.0} s");
    }
    Ok(Filled {
        took: begun.elapsed(),
        records,
        rows: runtime.block_on(relay.count())?,
    })
}

/// The vaults that were made in a month. Returns how many records they have.
fn month_of(inside: &Inside, first: u64, end: u64) -> Result<u64, Box<dyn Error>> {
    let (next, records) = (AtomicU64::new(first), AtomicU64::new(0));
    let failed = Mutex::new(None);
    thread::scope(|scope| {
        for _ in 0..CLIENTS {
            scope.spawn(|| {
                let inside = inside.clone();
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    if n >= end {
                        return;
                    }
                    match life::live(n, &inside) {
                        Ok(life) => drop(records.fetch_add(life.records, Ordering::Relaxed)),
                        Err(e) => {
                            *failed.lock().expect("no panic") = Some(format!("{n}: {e}"));
                            return;
                        }
                    }
                }
            });
        }
    });
    match failed.into_inner()? {
        Some(fault) => Err(fault.into()),
        None => Ok(records.into_inner()),
    }
}

/// Throws away what is too old, on a day after all of them. Returns how long that took, the first time and when
/// there is nothing left to do.
pub(crate) fn sweep(place: &Place) -> Result<[Duration; 2], Box<dyn Error>> {
    let runtime = Runtime::new()?;
    TODAY.store(FIRST_DAY + 30 * MONTHS as u32 + 100, Ordering::Relaxed);
    let relay = runtime.block_on(Relay::open(Setup::new(place.clone()), now))?;
    let mut took = [Duration::ZERO; 2];
    for time in &mut took {
        let begun = Instant::now();
        runtime.block_on(relay.sweep())?;
        *time = begun.elapsed();
    }
    Ok(took)
}
