// SPDX-License-Identifier: Apache-2.0
//! A client that speaks HTTP as any would, and the clock that the relays under test read.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use kindhold_relay::{Relay, Setup, router};
use kindhold_vault::together::{self, Request, Response, Unreachable};
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

/// A line to a relay.
#[derive(Clone)]
pub(crate) struct Http {
    agent: ureq::Agent,
    address: SocketAddr,
    host: String,
}

impl Http {
    pub(crate) fn new(address: SocketAddr) -> Self {
        let config = ureq::Agent::config_builder().http_status_as_error(false);
        Self {
            agent: config.build().into(),
            address,
            host: address.to_string(),
        }
    }

    pub(crate) fn ask(&self, request: &Request) -> Result<Response, Unreachable> {
        let uri = format!("http://{}/relay/v1/{}", self.address, request.path);
        let mut sent = ureq::http::Request::builder()
            .method(request.method)
            .uri(uri);
        if let Some(token) = request.token {
            let token = BASE64_URL_SAFE_NO_PAD.encode(token.0);
            sent = sent.header("authorization", format!("Bearer {token}"));
        }
        if let Some(etag) = &request.etag {
            sent = sent.header("if-none-match", etag);
        }
        let sent = sent.body(request.body.clone()).expect("a request");
        let mut answer = self.agent.run(sent).map_err(|_| Unreachable)?;
        let header = |name: &str| {
            let value = answer.headers().get(name).and_then(|v| v.to_str().ok());
            value.map(str::to_owned)
        };
        let (refusal, etag) = (header("kindhold-refusal"), header("etag"));
        let status = answer.status().as_u16();
        let body = answer
            .body_mut()
            .with_config()
            .limit(64 << 20)
            .read_to_vec();
        Ok(Response {
            status,
            refusal,
            etag,
            body: body.map_err(|_| Unreachable)?,
        })
    }
}

impl together::Relay for Http {
    fn host(&self) -> &str {
        &self.host
    }

    async fn send(&self, request: Request) -> Result<Response, Unreachable> {
        self.ask(&request)
    }
}
