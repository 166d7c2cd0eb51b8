// SPDX-License-Identifier: Apache-2.0
//! The side of whoever invites: looking for answers, and taking them.

use super::{
    Account, InviteError, Pending, Received, SyncError,
    link::{Relay, RelayError, send},
};
use crate::{
    Batch, Random, Store, Vault, VaultError,
    bytes::hex,
    wire::{AccessId, MailboxId, Refusal},
};

/// An answer to an invitation, before it is taken.
#[derive(Debug, Clone)]
pub struct Answered {
    /// The invitation's mailbox.
    pub mailbox: MailboxId,
    /// What was shown, or why the answer is not to be believed.
    pub received: Result<Received, InviteError>,
    /// The words that the other side must see too.
    pub words: Vec<&'static str>,
}

impl<S: Store> Vault<S> {
    /// Looks whether somebody has answered an invitation.
    ///
    /// # Errors
    /// [`SyncError`].
    pub async fn answers(
        &self,
        relay: &impl Relay,
        now_ms: i64,
    ) -> Result<Vec<Answered>, SyncError> {
        let mut answers = Vec::new();
        for pending in self.member.iter().flat_map(|m| &m.pending) {
            let mailbox = pending.invitation.mailbox;
            let path = format!("mailboxes/{}", hex(&mailbox.0));
            match send(relay, "GET", &path, None, Vec::new()).await {
                Ok(answer) => answers.push(Answered {
                    mailbox,
                    received: pending.receive(&answer, now_ms),
                    words: pending.invitation.words(&answer),
                }),
                Err(RelayError::Refused(Refusal::NotThere)) => {}
                Err(e) => return Err(e.into()),
            }
        }
        Ok(answers)
    }

    /// Takes an answer, once both sides see the same words. The invitation is used up.
    ///
    /// # Errors
    /// [`SyncError`]: it is not taken yet.
    pub async fn accept<R: Random>(
        &mut self,
        relay: &impl Relay,
        mailbox: MailboxId,
        received: &Received,
        random: &mut R,
    ) -> Result<(), SyncError> {
        self.change_received(relay, random, |account| {
            account.received.retain(|r| r.id != received.id);
            account.received.push(received.clone());
        })
        .await?;
        self.withdraw(mailbox, random).await?;
        let path = format!("mailboxes/{}", hex(&mailbox.0));
        // It goes by itself after some days; so much for tidiness.
        let _ = send(relay, "DELETE", &path, None, Vec::new()).await;
        Ok(())
    }

    /// Takes an invitation back, or forgets one that was used.
    ///
    /// # Errors
    /// [`VaultError`].
    pub async fn withdraw(
        &mut self,
        mailbox: MailboxId,
        random: &mut impl Random,
    ) -> Result<(), VaultError> {
        loop {
            let mut member = self.member.clone().ok_or(VaultError::None)?;
            let other = |p: &Pending| p.invitation.mailbox != mailbox;
            member.pending.retain(other);
            if self.settle(Batch::default(), member, None, random).await? {
                return Ok(());
            }
        }
    }

    /// Forgets what somebody had shown. The copy on this device is another store; erase it too.
    ///
    /// # Errors
    /// [`SyncError`]: it is still known.
    pub async fn forget<R: Random>(
        &mut self,
        relay: &impl Relay,
        grant: AccessId,
        random: &mut R,
    ) -> Result<(), SyncError> {
        self.change_received(relay, random, |account| {
            account.received.retain(|r| r.id != grant);
        })
        .await
    }

    /// Gives somebody's vault another name here.
    ///
    /// # Errors
    /// [`SyncError`]: it has the name that it had.
    pub async fn rename<R: Random>(
        &mut self,
        relay: &impl Relay,
        grant: AccessId,
        name: &str,
        random: &mut R,
    ) -> Result<(), SyncError> {
        self.change_received(relay, random, |account| {
            for received in account.received.iter_mut().filter(|r| r.id == grant) {
                name.clone_into(&mut received.name);
            }
        })
        .await
    }

    /// Changes what others have shown: at the relay too, if the vault is at one.
    async fn change_received<R: Random>(
        &mut self,
        relay: &impl Relay,
        random: &mut R,
        work: impl Fn(&mut Account),
    ) -> Result<(), SyncError> {
        if self.at_relay().is_ok() {
            return self
                .change_account(relay, random, |_, member, _, _| work(&mut member.account))
                .await;
        }
        loop {
            let mut member = self.member.clone().ok_or(VaultError::None)?;
            work(&mut member.account);
            if self.settle(Batch::default(), member, None, random).await? {
                return Ok(());
            }
        }
    }
}
