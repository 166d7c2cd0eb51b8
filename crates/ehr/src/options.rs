// SPDX-License-Identifier: Apache-2.0
use crate::Key;
use kindhold_measure::fhir::Keyed;
use serde_json::Value;
use std::fmt;
use std::num::NonZeroUsize;
use std::time::Duration;

/// What to send, where, and who says so.
pub struct Send {
    /// The server's FHIR address, `https://clinic.example/fhir`.
    pub base: String,
    /// The name under which the clinic has registered this program.
    pub client_id: String,
    /// The key whose public half the clinic has.
    pub key: Key,
    /// What is asked for, as the clinic says it (`system/*.cu`, `system/Observation.write …`).
    pub scope: String,
    /// Makes the transaction in the form that the server can take. The same form gives the same bundle.
    pub bundle: Box<dyn Fn(Keyed) -> Value + std::marker::Send>,
    /// At most so many resources in one transaction; none for all in one, all or nothing. Some servers take few at
    /// once (Medplum 8). In parts, one part can be there while the next is refused; sending again mends that.
    pub at_once: Option<NonZeroUsize>,
    /// Certificates that are trusted in place of the usual ones, as PEM, where a clinic has its own.
    pub roots: Option<Vec<u8>>,
    /// How long each request may take, the whole of it.
    pub patience: Duration,
    /// Nothing leaves this machine; the receipt says what would be sent.
    pub dry_run: bool,
}

impl Send {
    /// How long a request may take if nothing else is said.
    pub const PATIENCE: Duration = Duration::from_secs(60);
}

impl fmt::Debug for Send {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Send")
            .field("base", &self.base)
            .field("client_id", &self.client_id)
            .field("scope", &self.scope)
            .field("dry_run", &self.dry_run)
            .finish_non_exhaustive()
    }
}
