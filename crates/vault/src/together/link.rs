// SPDX-License-Identifier: Apache-2.0
use crate::{
    SigningSecret, VaultId,
    wire::{AccessId, Challenge, Login, Refusal, Token},
};
use core::cell::Cell;

/// A request to a relay, as HTTP carries it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `POST`, `PUT` or `DELETE`.
    pub method: &'static str,
    /// Behind `/relay/v1/`.
    pub path: String,
    /// For the header `authorization`.
    pub token: Option<Token>,
    /// For the header `if-none-match`.
    pub etag: Option<String>,
    /// The body.
    pub body: Vec<u8>,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The header `kindhold-refusal`.
    pub refusal: Option<String>,
    /// The header `etag`.
    pub etag: Option<String>,
    /// The body.
    pub body: Vec<u8>,
}

/// No answer came: no network, or no relay. Whether the request took effect cannot be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the relay cannot be reached")]
pub struct Unreachable;

/// The way to a relay: it carries requests there and answers back, and that is all. As with
/// [`Store`](crate::Store), this crate does no I/O of its own.
#[allow(
    async_fn_in_trait,
    reason = "a relay belongs to one thread: the browser's"
)]
pub trait Relay {
    /// The authority of its address, as the header `host` has it.
    fn host(&self) -> &str;

    /// Carries a request there.
    ///
    /// # Errors
    /// [`Unreachable`].
    async fn send(&self, request: Request) -> Result<Response, Unreachable>;
}

/// Why a relay did not do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RelayError {
    /// No answer came.
    #[error(transparent)]
    Unreachable(#[from] Unreachable),
    /// It said why not.
    #[error("the relay refuses: {0}")]
    Refused(Refusal),
    /// Its answer is none: this is no relay, or it lies.
    #[error("the relay's answer makes no sense")]
    Nonsense,
}

impl From<crate::wire::WireError> for RelayError {
    fn from(_: crate::wire::WireError) -> Self {
        Self::Nonsense
    }
}

/// Somebody who signs in at a relay. The token is kept for as long as this lives.
pub(crate) struct Link<'a, R> {
    relay: &'a R,
    vault: VaultId,
    id: AccessId,
    secret: &'a SigningSecret,
    token: Cell<Option<Token>>,
}

impl<'a, R: Relay> Link<'a, R> {
    pub(crate) const fn new(
        relay: &'a R,
        vault: VaultId,
        id: AccessId,
        secret: &'a SigningSecret,
    ) -> Self {
        Self {
            relay,
            vault,
            id,
            secret,
            token: Cell::new(None),
        }
    }

    /// Asks for something, signed in. An old token is replaced once.
    pub(crate) async fn ask(
        &self,
        method: &'static str,
        path: &str,
        body: Vec<u8>,
    ) -> Result<Vec<u8>, RelayError> {
        for _ in 0..2 {
            let token = match self.token.get() {
                Some(token) => token,
                None => self.sign_in().await?,
            };
            match send(self.relay, method, path, Some(token), body.clone()).await {
                Err(RelayError::Refused(Refusal::SignIn)) => self.token.set(None),
                done => return done,
            }
        }
        Err(RelayError::Refused(Refusal::SignIn))
    }

    /// Signs in, for questions that are asked elsewhere.
    pub(crate) async fn sign_in(&self) -> Result<Token, RelayError> {
        let challenge = send(self.relay, "POST", "challenge", None, Vec::new()).await?;
        let challenge = Challenge(exactly(&challenge)?);
        let host = self.relay.host();
        let login = Login::sign(host, self.vault, self.id, challenge, self.secret);
        let answer = send(self.relay, "POST", "session", None, login.to_bytes()).await?;
        let (token, _) = answer.split_at_checked(64).ok_or(RelayError::Nonsense)?;
        let token = Token(exactly(token)?);
        self.token.set(Some(token));
        Ok(token)
    }
}

/// Asks for something that anybody may ask for.
pub(crate) async fn send(
    relay: &impl Relay,
    method: &'static str,
    path: &str,
    token: Option<Token>,
    body: Vec<u8>,
) -> Result<Vec<u8>, RelayError> {
    let request = Request {
        method,
        path: path.to_owned(),
        token,
        etag: None,
        body,
    };
    let response = relay.send(request).await?;
    if (200..300).contains(&response.status) {
        return Ok(response.body);
    }
    let code = response.refusal.as_deref();
    let refusal = code.and_then(Refusal::from_code);
    Err(refusal.map_or(RelayError::Nonsense, RelayError::Refused))
}

pub(crate) fn exactly<const N: usize>(bytes: &[u8]) -> Result<[u8; N], RelayError> {
    bytes.try_into().map_err(|_| RelayError::Nonsense)
}
