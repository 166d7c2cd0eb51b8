// SPDX-License-Identifier: Apache-2.0
use crate::questions::{Question, QuestionId};
use bytes::Bytes;
use kindhold_vault::{
    VaultId,
    wire::{AccessId, AccountUpdate, CreateVault, Day, Role, Scope},
};

/// Something that changes the database: done whole, or not at all.
#[derive(Debug, Clone)]
pub(crate) enum Op {
    /// A vault's first message.
    Create { new: CreateVault, today: Day },
    /// Records and heads.
    Push { by: Holder, body: Bytes },
    /// Records that lose their content.
    Purge { by: Holder, body: Bytes },
    /// Compare and swap.
    PutAccount { by: Holder, update: AccountUpdate },
    /// Everything of a vault.
    DeleteVault { by: Holder },
    /// A sealed message.
    PutMailbox {
        id: [u8; 16],
        message: Bytes,
        today: Day,
    },
    /// Its end.
    DeleteMailbox { id: [u8; 16] },
    /// The end of those that nobody fetched.
    SweepMailboxes { before: Day },
    /// A reader's question, to wait for a moderator.
    Ask { question: Question },
    /// Puts one up.
    Show { id: QuestionId, answer: String },
    /// Takes one out.
    Forget { id: QuestionId },
    /// The end of those that no moderator looked at.
    SweepQuestions { before: Day },
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Done {
    /// It is there now.
    Made,
    /// It was there just so, or nothing had to change.
    Already,
}

/// Who signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Holder {
    pub(crate) vault: VaultId,
    pub(crate) id: AccessId,
    pub(crate) today: Day,
}

/// What somebody who signed in may do, as it stands now.
#[derive(Debug, Clone)]
pub(crate) struct Granted {
    pub(crate) role: Role,
}

impl Granted {
    pub(crate) const fn scope(&self) -> Option<&Scope> {
        match &self.role {
            Role::Grant(scope) => Some(scope),
            _ => None,
        }
    }

    pub(crate) fn is_device(&self) -> bool {
        self.role == Role::Device
    }
}
