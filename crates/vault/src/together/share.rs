// SPDX-License-Identifier: Apache-2.0
//! Showing something to somebody, and taking it back.

use super::{
    Grant, Invitation, Pending, Seat, SyncError,
    invite::Letter,
    link::{Relay, RelayError, send},
};
use crate::{
    Batch, EpochKey, GrantKey, Random, SigningSecret, Store, Stream, StreamId, Vault, VaultError,
    bytes::hex,
    keyring::INBOX,
    wire::{AccessId, Change, Day, Refusal},
};

/// What a person shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Showing<'a> {
    /// Streams by name.
    pub streams: &'a [&'a str],
    /// With everything that was ever written there; otherwise from now on.
    pub with_the_past: bool,
    /// The last day on which it holds; 0 for no end.
    pub until: Day,
    /// What the person calls them.
    pub their_name: &'a str,
    /// How the person wants to be called.
    pub own_name: &'a str,
    /// Now: milliseconds since 1970-01-01T00:00:00Z.
    pub now_ms: i64,
}

/// A grant that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Its name.
    pub id: AccessId,
    /// The words that the other side must see too.
    pub words: Vec<&'static str>,
}

impl<S: Store> Vault<S> {
    /// Answers an invitation: whoever made it may read these streams. Keys pass sealed for that
    /// invitation alone.
    ///
    /// # Errors
    /// [`SyncError`]. When the relay got lost in between, the next [`Vault::deliver`] brings the rest.
    pub async fn show<R: Random>(
        &mut self,
        relay: &impl Relay,
        invitation: &Invitation,
        showing: &Showing<'_>,
        random: &mut R,
    ) -> Result<Given, SyncError> {
        let mut streams = Vec::new();
        for name in showing.streams {
            let stream = self.keyring.stream(name).ok_or(VaultError::Stream)?;
            streams.push(stream.id);
        }
        let (id, key) = (AccessId(random.make()), GrantKey::make(random));
        let access = SigningSecret::make(random);
        let identity = self.at_relay()?.account.identity.clone();
        let letter = Letter {
            grant: id,
            vault: self.keyring.vault,
            access: &access,
            key: &key,
            identity: &identity,
            name: showing.own_name,
        };
        let answer = invitation.answer(&letter, random);
        let answer = answer.ok_or(SyncError::Relay(RelayError::Nonsense))?;
        let words = invitation.words(&answer);
        let inbox = Stream {
            id: StreamId(random.make()),
            name: format!("{INBOX}{}", hex(&id.0)),
            first: 0,
            epochs: vec![EpochKey::make(random)],
        };
        self.change_account(relay, random, |_, member, changes, random| {
            if !showing.with_the_past {
                member.begin_epochs(&streams, changes, random);
            }
            member.account.streams.push(inbox.clone());
            let from = |id: &StreamId| {
                let stream = member.account.streams.iter().find(|s| s.id == *id)?;
                let newest = stream.newest()?.0;
                let first = if showing.with_the_past {
                    stream.first
                } else {
                    newest
                };
                Some((*id, first))
            };
            let grant = Grant {
                id,
                name: showing.their_name.to_owned(),
                seat: invitation.seat,
                since_ms: showing.now_ms,
                until: showing.until,
                ended_ms: None,
                streams: streams.iter().filter_map(from).collect(),
                inbox: inbox.id,
                access: access.verify_key(),
                key: key.clone(),
                version: 0,
                letter: Some((invitation.mailbox, answer.clone())),
            };
            member.account.grants.push(grant);
            changes.extend(member.renew_grant(id, random));
        })
        .await?;
        self.deliver(relay, random).await?;
        Ok(Given { id, words })
    }

    /// Puts answers into their mailboxes that are not there yet.
    ///
    /// # Errors
    /// [`SyncError`]; [`Refusal::Taken`] when somebody else has answered that invitation: the grant is
    /// taken back then.
    pub async fn deliver<R: Random>(
        &mut self,
        relay: &impl Relay,
        random: &mut R,
    ) -> Result<(), SyncError> {
        let grants = &self.at_relay()?.account.grants;
        let waiting = grants.iter().filter(|g| g.ended_ms.is_none());
        let waiting: Vec<_> = waiting
            .filter_map(|g| Some((g.id, g.since_ms, g.letter.clone()?)))
            .collect();
        for (id, since_ms, (mailbox, answer)) in waiting {
            let path = format!("mailboxes/{}", hex(&mailbox.0));
            match send(relay, "PUT", &path, None, answer).await {
                Ok(_) => {}
                Err(e @ RelayError::Refused(Refusal::Taken)) => {
                    self.take_back(relay, id, since_ms, random).await?;
                    return Err(e.into());
                }
                Err(e) => return Err(e.into()),
            }
            self.change_account(relay, random, |_, member, _, _| {
                let grant = member.account.grants.iter_mut().find(|g| g.id == id);
                if let Some(grant) = grant {
                    grant.letter = None;
                }
            })
            .await?;
        }
        Ok(())
    }

    /// Takes back what was shown: from now on they read nothing more. What they have read cannot be made
    /// unread.
    ///
    /// # Errors
    /// [`SyncError`]: it still holds.
    pub async fn take_back<R: Random>(
        &mut self,
        relay: &impl Relay,
        grant: AccessId,
        now_ms: i64,
        random: &mut R,
    ) -> Result<(), SyncError> {
        self.change_account(relay, random, |_, member, changes, random| {
            let held = member.account.grants.iter_mut().find(|g| g.id == grant);
            let Some(held) = held.filter(|g| g.ended_ms.is_none()) else {
                return;
            };
            held.ended_ms = Some(now_ms);
            held.letter = None;
            let mut streams: Vec<StreamId> = held.streams.iter().map(|(s, _)| *s).collect();
            streams.push(held.inbox);
            changes.push(Change::Drop(grant));
            member.begin_epochs(&streams, changes, random);
        })
        .await
    }

    /// Makes an invitation and keeps its other half, here alone.
    ///
    /// # Errors
    /// [`VaultError`]; [`VaultError::None`] before [`Vault::become_member`].
    pub async fn invite(
        &mut self,
        seat: Seat,
        own_name: &str,
        now_ms: i64,
        random: &mut impl Random,
    ) -> Result<Invitation, VaultError> {
        let pending = Pending::make(seat, own_name, now_ms, random);
        loop {
            let mut member = self.member.clone().ok_or(VaultError::None)?;
            member.pending.push(pending.clone());
            if self.settle(Batch::default(), member, None, random).await? {
                return Ok(pending.invitation);
            }
        }
    }
}
