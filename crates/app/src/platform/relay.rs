// SPDX-License-Identifier: Apache-2.0
//! The way to the relay: the server that this page came from, and no other.

use super::{page, window};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use futures_util::future::{Either, select};
use js_sys::{ArrayBuffer, Uint8Array};
use kindhold_vault::together::{Relay, Request, Response, Unreachable};
use std::pin::pin;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, RequestCache, RequestCredentials, RequestInit};

/// How long a request may take, in milliseconds; a question that waits for news takes up to a minute.
const PATIENCE_MS: i32 = 75_000;

/// The server of this page.
pub(crate) struct Origin {
    host: String,
}

impl Origin {
    /// This page's.
    pub(crate) fn here() -> Self {
        Self {
            host: window().location().host().unwrap_or_default(),
        }
    }
}

/// Lets go of a request that nobody waits for any more.
struct Aborting(AbortController);

impl Drop for Aborting {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn fetch(request: Request) -> Result<Response, JsValue> {
    let aborting = Aborting(AbortController::new()?);
    let headers = Headers::new()?;
    if let Some(token) = &request.token {
        let token = BASE64_URL_SAFE_NO_PAD.encode(token.0);
        headers.set("authorization", &format!("Bearer {token}"))?;
    }
    if let Some(etag) = &request.etag {
        headers.set("if-none-match", etag)?;
    }
    let init = RequestInit::new();
    init.set_method(request.method);
    init.set_cache(RequestCache::NoStore);
    init.set_credentials(RequestCredentials::Omit);
    init.set_signal(Some(&aborting.0.signal()));
    if !request.body.is_empty() {
        headers.set("content-type", "application/octet-stream")?;
        init.set_body(&Uint8Array::from(&request.body[..]));
    }
    init.set_headers(&headers);
    let path = format!("/relay/v1/{}", request.path);
    let answer = JsFuture::from(window().fetch_with_str_and_init(&path, &init)).await?;
    let answer: web_sys::Response = answer.dyn_into()?;
    let header = |name| answer.headers().get(name).ok().flatten();
    let body: ArrayBuffer = JsFuture::from(answer.array_buffer()?).await?.dyn_into()?;
    Ok(Response {
        status: answer.status(),
        refusal: header("kindhold-refusal"),
        etag: header("etag"),
        body: Uint8Array::new(&body).to_vec(),
    })
}

impl Relay for Origin {
    fn host(&self) -> &str {
        &self.host
    }

    async fn send(&self, request: Request) -> Result<Response, Unreachable> {
        let (fetching, waiting) = (pin!(fetch(request)), pin!(page::pause(PATIENCE_MS)));
        match select(fetching, waiting).await {
            Either::Left((Ok(response), _)) => Ok(response),
            _ => Err(Unreachable),
        }
    }
}

/// Bytes as a link carries them.
pub(crate) fn to_link(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

/// Bytes out of a link; `None` when it carries none.
pub(crate) fn from_link(text: &str) -> Option<Vec<u8>> {
    BASE64_URL_SAFE_NO_PAD.decode(text.trim()).ok()
}

/// The address of this server, for example `https://kindhold.example`.
pub(crate) fn origin() -> String {
    window().location().origin().unwrap_or_default()
}
