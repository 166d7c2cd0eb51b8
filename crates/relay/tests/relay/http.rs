// SPDX-License-Identifier: Apache-2.0
//! Relays under test, and the clock that they read.

pub(crate) use crate::client::Http;

use kindhold_relay::{Relay, Setup, router};
use std::{
    net::SocketAddr,
    sync::atomic::{AtomicU64, Ordering},
};
use tokio::{net::TcpListener, runtime::Runtime};

static NOW: AtomicU64 = AtomicU64::new(20_000 * 86_400);

/// The day on which all tests begin.
pub(crate) const TODAY: u32 = 20_000;

fn now() -> u64 {
    NOW.load(Ordering::Relaxed)
}

/// A relay that listens.
pub(crate) struct Server {
    runtime: Runtime,
    pub(crate) relay: Relay,
    pub(crate) address: SocketAddr,
}

impl Server {
    pub(crate) fn start(setup: Setup) -> Self {
        let runtime = Runtime::new().expect("a runtime");
        let (relay, address) = runtime.block_on(async {
            let relay = Relay::open(setup, now).await.expect("the database opens");
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
            let address = listener.local_addr().expect("an address");
            let router = router(relay.clone());
            tokio::spawn(async move { axum::serve(listener, router).await });
            (relay, address)
        });
        Self {
            runtime,
            relay,
            address,
        }
    }

    pub(crate) fn line(&self) -> Http {
        Http::new(self.address)
    }

    pub(crate) fn count(&self) -> Vec<(&'static str, u64)> {
        self.runtime.block_on(self.relay.count()).expect("counted")
    }

    pub(crate) fn run<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }
}
