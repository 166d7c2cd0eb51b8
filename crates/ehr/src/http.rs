// SPDX-License-Identifier: Apache-2.0
//! Requests with limits: no redirect is followed, no answer is read beyond its size, none is waited for longer
//! than was said.

use crate::error::line;
use crate::{Send, SendError, address};
use std::sync::Arc;
use std::time::Duration;
use ureq::tls::{PemItem, RootCerts, TlsConfig, parse_pem};
use ureq::{Agent, Body, Error, Timeout, http::Response};
use url::Url;

/// No answer is longer.
const MOST: u64 = 32 * 1024 * 1024;

/// Speaks to servers.
pub(crate) struct Http(Agent);

/// What a server answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// `application/fhir+json`, without parameters, in small letters.
    pub(crate) kind: String,
    pub(crate) body: Vec<u8>,
}

impl Http {
    pub(crate) fn new(base: &Url, options: &Send) -> Result<Self, SendError> {
        let mut tls = TlsConfig::builder();
        if let Some(pem) = &options.roots {
            tls = tls.root_certs(roots(pem)?);
        }
        let mut config = Agent::config_builder()
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .timeout_global(Some(options.patience))
            .timeout_connect(Some(options.patience.min(Duration::from_secs(20))))
            .user_agent(concat!("Kindhold/", env!("CARGO_PKG_VERSION")))
            .tls_config(tls.build());
        if address::is_loopback(base) {
            config = config.proxy(None);
        }
        Ok(Self(config.build().new_agent()))
    }

    /// Gets JSON.
    pub(crate) fn get(&self, url: &Url, accept: &str) -> Result<Answer, SendError> {
        let asked = self.0.get(url.as_str()).header("accept", accept);
        read(url, asked.call())
    }

    /// Posts a form.
    pub(crate) fn form(&self, url: &Url, form: &str) -> Result<Answer, SendError> {
        let kind = "application/x-www-form-urlencoded";
        let asked = self.0.post(url.as_str()).header("content-type", kind);
        read(url, asked.header("accept", "application/json").send(form))
    }

    /// Posts a FHIR resource with a token.
    pub(crate) fn fhir(&self, url: &Url, token: &str, body: &str) -> Result<Answer, SendError> {
        let kind = "application/fhir+json";
        let asked = self.0.post(url.as_str()).header("content-type", kind);
        let asked = asked.header("accept", kind);
        let asked = asked.header("authorization", format!("Bearer {token}"));
        read(url, asked.send(body))
    }
}

impl Answer {
    /// The body as JSON, when the server says that it is.
    pub(crate) fn json(&self) -> Option<serde_json::Value> {
        let is_json = self.kind == "application/json" || self.kind.ends_with("+json");
        is_json.then(|| serde_json::from_slice(&self.body).ok())?
    }
}

fn roots(pem: &[u8]) -> Result<RootCerts, SendError> {
    let mut all = Vec::new();
    for item in parse_pem(pem) {
        if let PemItem::Certificate(certificate) = item.map_err(|_| SendError::Roots)? {
            all.push(certificate);
        }
    }
    if all.is_empty() {
        return Err(SendError::Roots);
    }
    Ok(RootCerts::Specific(Arc::new(all)))
}

fn read(url: &Url, answer: Result<Response<Body>, Error>) -> Result<Answer, SendError> {
    let at = url.origin().ascii_serialization();
    let mut answer = answer.map_err(|error| failed(&at, &error))?;
    let header = |name: &str| {
        let value = answer.headers().get(name).and_then(|v| v.to_str().ok());
        value.unwrap_or_default().to_owned()
    };
    let status = answer.status().as_u16();
    if (300..400).contains(&status) {
        let to = line(&header("location"));
        return Err(SendError::Redirect { at, to });
    }
    let kind = header("content-type").to_ascii_lowercase();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_owned();
    let body = answer.body_mut().with_config().limit(MOST).read_to_vec();
    let body = body.map_err(|error| failed(&at, &error))?;
    Ok(Answer { status, kind, body })
}

fn failed(at: &str, error: &Error) -> SendError {
    let at = at.to_owned();
    match error {
        Error::BodyExceedsLimit(most) => SendError::TooMuch { at, most: *most },
        Error::Timeout(Timeout::Connect | Timeout::Resolve) => SendError::Unreachable {
            at,
            why: "no connection in time".into(),
        },
        Error::Timeout(_) => SendError::Slow { at },
        Error::Io(io) if io.kind() == std::io::ErrorKind::TimedOut => SendError::Slow { at },
        other => SendError::Unreachable {
            at,
            why: line(&other.to_string()),
        },
    }
}
