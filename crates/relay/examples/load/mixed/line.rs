// SPDX-License-Identifier: Apache-2.0
//! A person's way to the relay, as through a proxy that names their address. Each request has a connection of
//! its own: whatever is not answered while the server is up is the server's fault.

use super::Toll;
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use kindhold_vault::together::{self, Request, Response, Unreachable};
use std::{
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

#[derive(Clone)]
pub(crate) struct Line {
    agent: ureq::Agent,
    address: SocketAddr,
    host: String,
    from: String,
    toll: Arc<Toll>,
}

impl Line {
    pub(crate) fn new(address: SocketAddr, from: String, toll: Arc<Toll>) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_idle_connections(0)
            .timeout_global(Some(Duration::from_secs(90)));
        Self {
            agent: config.build().into(),
            address,
            host: address.to_string(),
            from,
            toll,
        }
    }

    /// The same, where the server has a name.
    pub(crate) fn under(self, host: &str) -> Self {
        let host = host.to_owned();
        Self { host, ..self }
    }

    pub(crate) fn ask(&self, request: &Request) -> Result<Response, Unreachable> {
        let began = Instant::now();
        let answer = self.send_once(request);
        let status = answer.as_ref().map_or(0, |a| a.status);
        self.toll.answered(&request.path, status, began);
        answer
    }

    fn send_once(&self, request: &Request) -> Result<Response, Unreachable> {
        let uri = format!("http://{}/relay/v1/{}", self.address, request.path);
        let mut sent = ureq::http::Request::builder()
            .method(request.method)
            .uri(uri)
            .header("x-forwarded-for", &self.from)
            .header("connection", "close");
        if let Some(token) = request.token {
            let token = BASE64_URL_SAFE_NO_PAD.encode(token.0);
            sent = sent.header("authorization", format!("Bearer {token}"));
        }
        if let Some(etag) = &request.etag {
            sent = sent.header("if-none-match", etag);
        }
        let sent = sent.body(request.body.clone()).map_err(|_| Unreachable)?;
        let mut answer = self.agent.run(sent).map_err(|_| Unreachable)?;
        let header = |name: &str| {
            let value = answer.headers().get(name).and_then(|v| v.to_str().ok());
            value.map(str::to_owned)
        };
        let (refusal, etag) = (header("kindhold-refusal"), header("etag"));
        let status = answer.status().as_u16();
        let body = answer.body_mut().with_config().limit(64 << 20);
        Ok(Response {
            status,
            refusal,
            etag,
            body: body.read_to_vec().map_err(|_| Unreachable)?,
        })
    }
}

impl together::Relay for Line {
    fn host(&self) -> &str {
        &self.host
    }

    async fn send(&self, request: Request) -> Result<Response, Unreachable> {
        self.ask(&request)
    }
}
