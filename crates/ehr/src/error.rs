// SPDX-License-Identifier: Apache-2.0
use crate::KeyError;

/// Why nothing was sent, with a next step. What a server says of itself is shortened to a line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SendError {
    /// The address cannot be used.
    #[error(
        "{0} is no address of a server. It begins with https:// and ends where the clinic's FHIR server begins."
    )]
    Address(String),
    /// The address is not over HTTPS.
    #[error(
        "{0} is not over HTTPS, and what is sent would be open on the way. Ask the clinic for the https:// address."
    )]
    NotSecret(String),
    /// The key cannot be used.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// Certificates that are none.
    #[error(
        "The certificates to trust cannot be read. Give them as PEM (-----BEGIN CERTIFICATE-----)."
    )]
    Roots,
    /// Nobody answers.
    #[error("No answer from {at} ({why}). Check the address and the connection, then try again.")]
    Unreachable {
        /// Which server.
        at: String,
        /// What the connection says.
        why: String,
    },
    /// It takes too long.
    #[error("{at} took too long to answer. Try again later; what arrives twice is there once.")]
    Slow {
        /// Which server.
        at: String,
    },
    /// It answers without end.
    #[error(
        "{at} answered with more than {most} bytes, which no FHIR server does. Check the address."
    )]
    TooMuch {
        /// Which server.
        at: String,
        /// The limit.
        most: u64,
    },
    /// It sends on to somewhere else.
    #[error(
        "{at} sends on to {to}. Nothing is sent where nobody said so: ask the clinic which address is right."
    )]
    Redirect {
        /// Which address.
        at: String,
        /// To where.
        to: String,
    },
    /// It is no SMART server.
    #[error(
        "{at} does not say how programs sign in ({why}). Ask the clinic whether its server has SMART backend services, and for the address of its FHIR server."
    )]
    NotSmart {
        /// Which address.
        at: String,
        /// What is missing.
        why: String,
    },
    /// It is no FHIR R4 server that takes transactions.
    #[error(
        "{at} cannot take this: {why}. Ask the clinic for the address of a FHIR R4 server that takes transactions."
    )]
    NotR4 {
        /// Which address.
        at: String,
        /// What is missing.
        why: String,
    },
    /// The server takes other signatures.
    #[error(
        "The server does not take signatures of the kind {ours}; it takes {theirs}. Make a key of that kind and give the clinic its public half."
    )]
    Algorithm {
        /// Ours.
        ours: String,
        /// Theirs.
        theirs: String,
    },
    /// The key is not the one that the clinic has.
    #[error(
        "The server does not know this program by this key ({why}). Check the client id and the key's id, and that the clinic has this key's public half."
    )]
    WrongKey {
        /// What the server says.
        why: String,
    },
    /// The server does not give what was asked for.
    #[error(
        "The server does not give what was asked for, {scope} ({why}). Ask the clinic to allow it for this program, or ask for less."
    )]
    Scope {
        /// What was asked for.
        scope: String,
        /// What the server says.
        why: String,
    },
    /// No token for another reason.
    #[error("The server gives no token ({why}). Ask whoever looks after it.")]
    Token {
        /// What the server says.
        why: String,
    },
    /// The transaction was refused.
    #[error("The server refused what was sent ({status}): {why}")]
    Refused {
        /// The status.
        status: u16,
        /// What the server says.
        why: String,
    },
    /// Part of it was taken in.
    #[error("{taken} of {of} were taken in, then not: {why}")]
    Partly {
        /// How many.
        taken: usize,
        /// Of how many.
        of: usize,
        /// What went wrong.
        why: Box<SendError>,
    },
    /// The server is busy.
    #[error("The server is busy ({status}). Try again later; what arrives twice is there once.")]
    Busy {
        /// The status.
        status: u16,
    },
    /// Nobody knows whether it was taken in.
    #[error(
        "The answer to what was sent cannot be read ({why}). It may have been taken in: look there, or send again; what arrives twice is there once."
    )]
    Unsure {
        /// What is odd.
        why: String,
    },
    /// This program was stopped in between.
    #[error("Sending was stopped. Send again; what arrives twice is there once.")]
    Stopped,
}

/// A server's words as one line of at most 300 characters that a terminal can show.
pub(crate) fn line(text: &str) -> String {
    let plain = text.replace(|c: char| c.is_control(), " ");
    let words: Vec<_> = plain.split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(300) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
