// SPDX-License-Identifier: Apache-2.0
use super::{
    AccountError, DeviceListError, Member, RelayError, Request, link::Link, link::Relay,
    pull::Pulled,
};
use crate::{
    DeviceId, Index, Lane, Random, RecordId, SignedHead, Store, StoreError, Vault, VaultError,
    wire::{AccessId, Refusal, State},
};

/// How often a round begins again because somebody else was quicker.
const ROUNDS: usize = 12;

/// What a sync did, and what it noticed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// Records that came.
    pub pulled: usize,
    /// Records that were brought.
    pub pushed: usize,
    /// What is not as it should be. Nothing of it was believed; everything else was synced.
    pub suspicions: Vec<Suspicion>,
    /// Records that came without content, and no tombstone named them yet.
    pub(super) hollow: Vec<(RecordId, Lane)>,
}

/// Something that an honest relay with sound memory does not do. Each is said to the person in a sentence
/// with a next step; none of them loses what is on the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Suspicion {
    /// A head by somebody who is not one of the person's devices, nor anybody they showed something.
    Stranger(DeviceId),
    /// Records or a head that their writer did not make, or that were swapped, cut, moved or reordered.
    Forged(DeviceId),
    /// Less is there than its writer vouched for, or than another device has seen.
    Withheld {
        /// In which lane.
        lane: Lane,
        /// The index that came.
        have: Index,
        /// The index that somebody vouched for.
        vouched: Index,
    },
    /// The relay has less than it once confirmed: an older backup, or worse. What this device has, it
    /// brings again.
    RolledBack,
    /// Two installations wrote as the same device. Both histories were kept.
    Fork(Lane),
    /// Content was emptied at the relay, and nobody who may has deleted it.
    Emptied(Lane),
}

/// Why a sync did not come to its end. What was confirmed before stays; the same again is safe.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SyncError {
    /// The vault was never brought to a relay.
    #[error("the vault is at no relay")]
    NotAtARelay,
    /// The relay did not do it.
    #[error(transparent)]
    Relay(#[from] RelayError),
    /// The device's own store did not do it.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The account at the relay does not open.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// The list of devices at the relay is not what the account signed.
    #[error(transparent)]
    Devices(#[from] DeviceListError),
    /// The account at the relay is an older one, and the relay does not take the newer.
    #[error("the relay holds an older account")]
    OlderAccount,
    /// Another device has taken this one out. What is here stays readable here.
    #[error("this device was taken out")]
    Removed,
    /// Others were quicker each time.
    #[error("too much is happening at once; the same again later is safe")]
    Busy,
}

impl From<StoreError> for SyncError {
    fn from(e: StoreError) -> Self {
        Self::Vault(e.into())
    }
}

/// A round is over, or has to begin again.
pub(super) enum Step {
    Done,
    Again,
}

impl<S: Store> Vault<S> {
    /// Brings what is new here to the relay, and what is new there here.
    ///
    /// Any number of devices may do so at any time, be cut off anywhere and begin again: records are a set,
    /// and what is there twice counts once.
    ///
    /// # Errors
    /// [`SyncError`].
    pub async fn sync(
        &mut self,
        relay: &impl Relay,
        random: &mut impl Random,
    ) -> Result<Report, SyncError> {
        let mut report = Report::default();
        let mut looked_again = false;
        for _ in 0..ROUNDS {
            match self.round(relay, &mut report, random).await {
                // What names them came between two questions, perhaps.
                Ok(Step::Done) if !report.hollow.is_empty() && !looked_again => {
                    looked_again = true;
                }
                Ok(Step::Done) => {
                    let hollow = std::mem::take(&mut report.hollow).into_iter();
                    let unnamed = hollow.filter(|(id, _)| !self.emptied.contains(id));
                    let emptied = unnamed.map(|(_, lane)| Suspicion::Emptied(lane));
                    report.suspicions.extend(emptied);
                    report.suspicions.sort_unstable();
                    report.suspicions.dedup();
                    return Ok(report);
                }
                Ok(Step::Again) => {}
                Err(SyncError::Relay(RelayError::Refused(
                    Refusal::Moved | Refusal::Gap | Refusal::Fork,
                ))) => {}
                Err(e) => return Err(e),
            }
        }
        if report.suspicions.contains(&Suspicion::RolledBack) {
            return Err(SyncError::OlderAccount);
        }
        Err(SyncError::Busy)
    }

    async fn round(
        &mut self,
        relay: &impl Relay,
        report: &mut Report,
        random: &mut impl Random,
    ) -> Result<Step, SyncError> {
        self.catch_up_keeping_news().await?;
        let member = self.at_relay()?;
        let secret = member.secret.clone();
        let link = Link::new(
            relay,
            self.keyring.vault,
            AccessId(self.keyring.device.0),
            &secret,
        );
        let state = match link.ask("GET", "state", Vec::new()).await {
            Err(RelayError::Refused(Refusal::NotYou)) => {
                self.come_back(relay, report, random).await?;
                return Ok(Step::Again);
            }
            state => State::parse(&state?).map_err(RelayError::from)?,
        };
        if self.meet_account(&link, &state, report, random).await? {
            return Ok(Step::Again);
        }
        let heads = self.check_heads(&state, report)?;
        let wanted = self.compare(&state, &heads, report).await?;
        if let Some(lane) = wanted.forked.first() {
            self.settle_fork(&link, *lane, &heads, report, random)
                .await?;
            return Ok(Step::Again);
        }
        let pulled = self.pull(&link, &wanted.lanes, report).await?;
        if let Some(lane) = pulled.forked {
            self.settle_fork(&link, lane, &heads, report, random)
                .await?;
            return Ok(Step::Again);
        }
        if !self.take_in(pulled, &heads, report, random).await? {
            return Ok(Step::Again);
        }
        self.compare_seen(&heads, report);
        if self.seal_anew(&state, random).await? {
            return Ok(Step::Again);
        }
        self.push(&link, &state, report, random).await?;
        self.push_purges(&link).await?;
        Ok(Step::Done)
    }

    /// The question for what the relay has, signed in: to be asked again, with its `etag` and a time to
    /// wait, by whoever wants to hear of news at once. A token holds for an hour.
    ///
    /// # Errors
    /// [`SyncError`].
    pub async fn state_request(&self, relay: &impl Relay) -> Result<Request, SyncError> {
        let secret = self.at_relay()?.secret.clone();
        let id = AccessId(self.keyring.device.0);
        let link = Link::new(relay, self.keyring.vault, id, &secret);
        Ok(Request {
            method: "GET",
            path: "state".to_owned(),
            token: Some(link.sign_in().await?),
            etag: None,
            body: Vec::new(),
        })
    }

    pub(super) fn at_relay(&self) -> Result<&Member, SyncError> {
        self.member
            .as_ref()
            .filter(|m| m.is_at_a_relay())
            .ok_or(SyncError::NotAtARelay)
    }

    /// Reads what other windows wrote; it stays news for whoever asks.
    async fn catch_up_keeping_news(&mut self) -> Result<(), SyncError> {
        let mut news = self.catch_up().await?;
        self.news.append(&mut news);
        Ok(())
    }

    async fn take_in(
        &mut self,
        pulled: Pulled,
        heads: &[SignedHeadBytes],
        report: &mut Report,
        random: &mut impl Random,
    ) -> Result<bool, SyncError> {
        let mut member = self.at_relay()?.clone();
        let mut changed = !pulled.batch.append.is_empty();
        for head in heads {
            let reached = |stream, next| {
                let lane = Lane {
                    stream,
                    device: head.head.writer,
                };
                pulled
                    .reached(lane)
                    .or(self.heads.get(&lane).copied())
                    .unwrap_or_default()
                    .next
                    >= next
            };
            let all = head.head.lanes.iter().all(|(s, h)| reached(*s, h.next));
            let held = member.heads.get(&head.head.writer);
            if all && !head.is_older && held != Some(&head.bytes) {
                member.heads.insert(head.head.writer, head.bytes.clone());
                changed = true;
            }
        }
        if !changed {
            return Ok(true);
        }
        let mut pulled = pulled;
        self.remember_purges(&mut pulled.batch, &pulled.purges)
            .await?;
        report.pulled += pulled.batch.append.len();
        let settled = self.settle(pulled.batch, member, None, random).await?;
        if settled && !pulled.orphans.is_empty() {
            self.bury(&pulled.orphans, random).await?;
        }
        Ok(settled)
    }
}

/// A signed head that was checked, and its bytes.
pub(super) struct SignedHeadBytes {
    pub(super) head: SignedHead,
    /// The relay shows an older one than was seen before.
    pub(super) is_older: bool,
    pub(super) bytes: Vec<u8>,
}
