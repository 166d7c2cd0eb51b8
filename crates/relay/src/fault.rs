// SPDX-License-Identifier: Apache-2.0
use crate::log::{Event, Level, log};
use axum::{
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use kindhold_vault::wire::{Refusal, WireError};

/// The header that names a refusal.
pub(crate) const REFUSAL: HeaderName = HeaderName::from_static("kindhold-refusal");

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// The request is refused.
    #[error("refused: {0}")]
    Refused(#[from] Refusal),
    /// The database failed.
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    /// What lies in the database is not what was put there.
    #[error("the database holds something that is not as it was written")]
    Damaged,
    /// The data has a form that this program does not know.
    #[error("a newer kindhold has written this data: start that one, or bring back an older copy")]
    Newer,
}

impl From<WireError> for Fault {
    fn from(_: WireError) -> Self {
        Self::Refused(Refusal::Malformed)
    }
}

impl Fault {
    /// What the client hears. Whatever the database says stays here.
    pub(crate) fn refusal(&self) -> Refusal {
        match self {
            Self::Refused(refusal) => *refusal,
            Self::Database(sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed) => Refusal::Busy,
            _ => Refusal::Broken,
        }
    }

    /// Whether the same again may well succeed at once: another transaction came between (SQLSTATE 40001
    /// and 40P01).
    pub(crate) fn is_passing(&self) -> bool {
        let Self::Database(sqlx::Error::Database(e)) = self else {
            return false;
        };
        matches!(e.code().as_deref(), Some("40001" | "40P01"))
    }
}

/// One sentence on each refusal, for whoever looks at the answer.
const fn sentence(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Malformed => "This is not a message of that route.",
        Refusal::SignIn => "Sign in first.",
        Refusal::NotYou => "The key or the signature is not right, or access was taken back.",
        Refusal::NotAllowed => "This key may not do that.",
        Refusal::Invite => "An invite code is needed, and this one is none or used up.",
        Refusal::NotThere => "There is nothing of that name.",
        Refusal::Method => "That cannot be done with this.",
        Refusal::Taken => "Something else is there already.",
        Refusal::Moved => "The account has changed. Read it, then try again.",
        Refusal::Gap => "Records before these are missing.",
        Refusal::Fork => "Another record is in that place already.",
        Refusal::TooLarge => "This is more than the relay takes at once.",
        Refusal::Slower => "Too much at a time. Wait, then try again.",
        Refusal::Busy => "The relay is busy or stopping. The same again later is safe.",
        Refusal::Full => "This vault holds as much as the relay allows.",
        _ => "The relay failed. The same again later is safe.",
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        if !matches!(self, Self::Refused(_)) {
            // No ids, no addresses: what failed, and that is all.
            log(Level::Error, Event::Fault, Some(&self.to_string()));
        }
        let refusal = self.refusal();
        let status = StatusCode::from_u16(refusal.status());
        let body = serde_json::json!({
            "type": format!("urn:kindhold:refusal:{}", refusal.code()),
            "title": sentence(refusal),
            "status": refusal.status(),
        });
        let mut response = (
            status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
            [
                (
                    header::CONTENT_TYPE,
                    HeaderValue::from_static("application/problem+json"),
                ),
                (REFUSAL, HeaderValue::from_static(refusal.code())),
            ],
            body.to_string(),
        )
            .into_response();
        if refusal == Refusal::SignIn {
            // RFC 9110, 11.6.1. No browser asks anybody for a password because of it.
            let how = HeaderValue::from_static("Bearer");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, how);
        }
        if matches!(refusal, Refusal::Slower | Refusal::Busy) {
            let wait = HeaderValue::from_static("5");
            response.headers_mut().insert(header::RETRY_AFTER, wait);
        }
        response
    }
}
