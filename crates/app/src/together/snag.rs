// SPDX-License-Identifier: Apache-2.0
use crate::{session::Trouble, words::t};
use kindhold_vault::{
    VaultError,
    together::{RelayError, SharedError, Suspicion, SyncError},
    wire::Refusal,
};

/// What went wrong between this device and others, as it is said: one sentence with a next step. What is
/// on this device is not touched by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Snag {
    /// On this device.
    Here(Trouble),
    /// No network, or no server.
    Away,
    /// This server keeps nothing for others.
    NoRelay,
    /// An invite code is needed, or this one is used up.
    Code,
    /// The server is busy, or wants us to go slower.
    Later,
    /// The server has no more room for this vault.
    RelayFull,
    /// The words open nothing there, or access is over.
    NotYou,
    /// Somebody else has answered that invitation.
    Answered,
    /// This device was taken out by another.
    TakenOut,
    /// What was shown was taken back, or its time is over.
    Ended,
    /// What the server holds was not made by who it should be.
    Untrue,
}

impl Snag {
    /// The sentence.
    pub(crate) fn words(self) -> String {
        t(match self {
            Self::Here(trouble) => return trouble.words(),
            Self::Away => "snag-away",
            Self::NoRelay => "snag-no-relay",
            Self::Code => "snag-code",
            Self::Later => "snag-later",
            Self::RelayFull => "snag-relay-full",
            Self::NotYou => "snag-not-you",
            Self::Answered => "snag-answered",
            Self::TakenOut => "snag-taken-out",
            Self::Ended => "snag-ended",
            Self::Untrue => "snag-untrue",
        })
    }
}

impl From<Trouble> for Snag {
    fn from(trouble: Trouble) -> Self {
        Self::Here(trouble)
    }
}

impl From<VaultError> for Snag {
    fn from(e: VaultError) -> Self {
        Self::Here(e.into())
    }
}

impl From<RelayError> for Snag {
    fn from(e: RelayError) -> Self {
        match e {
            RelayError::Unreachable(_) => Self::Away,
            RelayError::Refused(Refusal::Invite) => Self::Code,
            RelayError::Refused(Refusal::NotYou | Refusal::NotAllowed | Refusal::NotThere) => {
                Self::NotYou
            }
            RelayError::Refused(Refusal::Taken) => Self::Answered,
            RelayError::Refused(Refusal::Full) => Self::RelayFull,
            RelayError::Nonsense => Self::NoRelay,
            _ => Self::Later,
        }
    }
}

impl From<SyncError> for Snag {
    fn from(e: SyncError) -> Self {
        match e {
            SyncError::Relay(e) => e.into(),
            SyncError::Vault(e) => e.into(),
            SyncError::Removed => Self::TakenOut,
            SyncError::Busy => Self::Later,
            _ => Self::Untrue,
        }
    }
}

impl From<SharedError> for Snag {
    fn from(e: SharedError) -> Self {
        match e {
            SharedError::Ended => Self::Ended,
            SharedError::Relay(e) => e.into(),
            SharedError::Store(e) => Self::Here(e.into()),
            SharedError::Sync(e) => (*e).into(),
            _ => Self::Untrue,
        }
    }
}

/// What was noticed in a sync, each said once.
pub(crate) fn noticed(suspicions: &[Suspicion]) -> Vec<String> {
    let key = |suspicion: &Suspicion| match suspicion {
        Suspicion::RolledBack | Suspicion::Withheld { .. } => "suspicion-less",
        Suspicion::Fork(_) => "suspicion-fork",
        Suspicion::Emptied(_) => "suspicion-emptied",
        _ => "suspicion-untrue",
    };
    let mut keys: Vec<&str> = suspicions.iter().map(key).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.into_iter().map(t).collect()
}
