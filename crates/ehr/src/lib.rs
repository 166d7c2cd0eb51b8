// SPDX-License-Identifier: Apache-2.0
//! Sends a bundle to a clinic's system, when the person wants that: SMART backend services, then one FHIR R4
//! transaction, all of it or nothing.
//!
//! In order: what the server says of itself ([`Send::base`]`/.well-known/smart-configuration`, `/metadata`), a
//! signed assertion, a token, the transaction. Only over HTTPS unless the address is this machine's own; no
//! redirect is followed; every answer has a limit in size and time. What goes wrong is told in a sentence with a
//! next step.
//!
//! Sources: SMART App Launch 2.2, "Backend Services" and "Client Authentication: Asymmetric"
//! (<https://hl7.org/fhir/smart-app-launch/STU2.2/backend-services.html>), RFC 7523, HL7 FHIR R4, 4.0.1.

mod address;
mod assertion;
mod capability;
mod discovery;
mod error;
mod http;
mod key;
mod options;
mod parts;
mod receipt;
mod token;
mod transaction;

use serde_json::Value;

pub use error::SendError;
pub use key::{Key, KeyError};
pub use options::Send;
pub use receipt::Receipt;

/// Sends, or says what would be sent.
///
/// # Errors
/// [`SendError`] says at which step, and what to do next. After an error nothing was taken in, but for
/// [`SendError::Unsure`] and [`SendError::Partly`]; sending again doubles nothing either way.
pub async fn send(options: Send) -> Result<Receipt, SendError> {
    let done = tokio::task::spawn_blocking(move || send_now(&options));
    done.await.unwrap_or(Err(SendError::Stopped))
}

/// The same, waiting.
///
/// # Errors
/// As [`send`].
pub fn send_now(options: &Send) -> Result<Receipt, SendError> {
    let base = address::checked(&options.base)?;
    if options.dry_run {
        return Ok(receipt::dry(&base, options));
    }
    let http = http::Http::new(&base, options)?;
    let smart = discovery::smart(&http, &base, options.key.algorithm())?;
    let capability = capability::of(&http, &base)?;
    let bundle = (options.bundle)(capability.keyed);
    let token = token::ask(&http, &smart, options)?;
    let mut sender = Sender {
        http,
        base,
        smart,
        options,
        token,
    };
    let mut parts = parts::Parts::new(bundle, options.at_once);
    while let Some(part) = parts.next() {
        let done = sender
            .post(&part)
            .and_then(|answer| transaction::done(&answer, &part));
        let done = done.and_then(|done| parts.done(&part, &done));
        done.map_err(|error| parts.partly(error))?;
    }
    Ok(parts.receipt())
}

/// Someone who has signed in.
struct Sender<'a> {
    http: http::Http,
    base: url::Url,
    smart: discovery::Smart,
    options: &'a Send,
    token: token::Token,
}

impl Sender<'_> {
    fn post(&mut self, part: &Value) -> Result<http::Answer, SendError> {
        let answer = transaction::post(&self.http, &self.base, part, &self.token)?;
        if answer.status != 401 {
            return Ok(answer);
        }
        // A token can end early. Nothing was taken in.
        self.token = token::ask(&self.http, &self.smart, self.options)?;
        transaction::post(&self.http, &self.base, part, &self.token)
    }
}
