// SPDX-License-Identifier: Apache-2.0
//! A client that speaks HTTP as any would.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use kindhold_vault::together::{self, Request, Response, Unreachable};
use std::net::SocketAddr;

/// A line to a relay.
#[derive(Clone)]
pub(crate) struct Http {
    agent: ureq::Agent,
    address: SocketAddr,
    host: String,
}

impl Http {
    pub(crate) fn new(address: SocketAddr) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(std::time::Duration::from_secs(60)));
        Self {
            agent: config.build().into(),
            address,
            host: address.to_string(),
        }
    }

    pub(crate) fn ask(&self, request: &Request) -> Result<Response, Unreachable> {
        self.ask_as(request, None)
    }

    /// Asks under a name that several servers share.
    pub(crate) fn ask_as(
        &self,
        request: &Request,
        host: Option<&str>,
    ) -> Result<Response, Unreachable> {
        let uri = format!("http://{}/relay/v1/{}", self.address, request.path);
        let mut sent = ureq::http::Request::builder()
            .method(request.method)
            .uri(uri);
        if let Some(token) = request.token {
            let token = BASE64_URL_SAFE_NO_PAD.encode(token.0);
            sent = sent.header("authorization", format!("Bearer {token}"));
        }
        if let Some(host) = host {
            sent = sent.header("host", host);
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
