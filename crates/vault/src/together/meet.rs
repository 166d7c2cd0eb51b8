// SPDX-License-Identifier: Apache-2.0
//! Meeting an account that another device has changed, or that a relay has lost the newest of.

use super::{
    Account, AccountError, DeviceList, DeviceListError, Member, Report, Suspicion, SyncError,
    account::{Opened, Opener},
    link::{Link, Relay, RelayError},
};
use crate::{
    Batch, Random, Store, Stream, Vault,
    wire::{AccessId, Refusal, State, StoredAccount},
};

impl<S: Store> Vault<S> {
    /// Takes over an account that another device has changed. `true` when there was one.
    pub(super) async fn meet_account<R: Relay>(
        &mut self,
        link: &Link<'_, R>,
        state: &State,
        report: &mut Report,
        random: &mut impl Random,
    ) -> Result<bool, SyncError> {
        if state.account == self.at_relay()?.relay {
            return Ok(false);
        }
        let held = link.ask("GET", "account", Vec::new()).await?;
        self.meet(link, &held, report, random).await?;
        Ok(true)
    }

    /// The relay does not let this device in. If it has only forgotten it, as one restored from a backup
    /// has, the words that this device knows still open its door.
    pub(super) async fn come_back(
        &mut self,
        relay: &impl Relay,
        report: &mut Report,
        random: &mut impl Random,
    ) -> Result<(), SyncError> {
        let door = self.at_relay()?.account.secret.door();
        let id = AccessId(door.locator.0);
        let link = Link::new(relay, self.keyring.vault, id, &door.secret);
        match link.ask("GET", "account", Vec::new()).await {
            Err(RelayError::Refused(Refusal::NotYou)) => Err(SyncError::Removed),
            held => self.meet(&link, &held?, report, random).await,
        }
    }

    async fn meet<R: Relay>(
        &mut self,
        link: &Link<'_, R>,
        held: &[u8],
        report: &mut Report,
        random: &mut impl Random,
    ) -> Result<(), SyncError> {
        let held = StoredAccount::parse(held).map_err(RelayError::from)?;
        let mut member = self.at_relay()?.clone();
        let theirs = open(&member, self.keyring.device, &held)?;
        let ours = &member.account;
        let is_ours = theirs.account.identity.verify_key() == ours.identity.verify_key();
        if !is_ours || theirs.account.vault != ours.vault {
            return Err(AccountError::Changed.into());
        }
        let us = theirs.account.devices.get(&self.keyring.device);
        if us.is_some_and(|us| us.removed.is_some()) {
            return Err(SyncError::Removed);
        }
        let goes_on =
            theirs.account.revision > ours.revision || theirs.account.to_bytes() == ours.to_bytes();
        if us.is_some() && goes_on {
            check_devices(&theirs.account, &held)?;
            member.adopt(theirs);
            member.relay = held.version;
        } else {
            report.suspicions.push(Suspicion::RolledBack);
            member.merge(theirs);
            member.relay = held.version;
            let changes = member.all_access(random);
            member.relay = self.put_account(link, &member, changes, random).await?;
        }
        let keyring = member.account.keyring(self.keyring.device);
        self.settle(Batch::default(), member, Some(keyring), random)
            .await?;
        Ok(())
    }
}

fn open(
    member: &Member,
    device: crate::DeviceId,
    held: &StoredAccount,
) -> Result<Opened, SyncError> {
    match Account::open(&held.account, &Opener::Device(device, &member.boxes)) {
        Err(AccountError::NotForUs) => {}
        opened => return Ok(opened?),
    }
    let door = member.account.secret.door();
    match Account::open(&held.account, &Opener::Door(&door)) {
        Err(AccountError::NotForUs) => Err(SyncError::Removed),
        opened => Ok(opened?),
    }
}

/// The public list must say what the sealed account says: others check heads with it.
pub(super) fn check_devices(account: &Account, held: &StoredAccount) -> Result<(), SyncError> {
    let identity = account.identity.verify_key();
    let list = DeviceList::open(&held.devices, account.vault, &identity)?;
    if list == account.device_list() {
        Ok(())
    } else {
        Err(DeviceListError::Signature.into())
    }
}

impl Member {
    fn adopt(&mut self, theirs: Opened) {
        self.account = theirs.account;
        self.key = theirs.key;
        self.doors = theirs.doors;
    }

    /// Joins two accounts that went on from the same one, as happens when a relay was restored: nobody is
    /// forgotten, and what was taken back or taken out stays so. Where both changed the same, the one with
    /// more changes is followed.
    fn merge(&mut self, theirs: Opened) {
        let is_behind = self.account.revision < theirs.account.revision;
        let mut other = theirs.account.clone();
        if is_behind {
            other = std::mem::replace(&mut self.account, theirs.account);
            self.key = theirs.key;
            self.doors = theirs.doors;
        }
        let account = &mut self.account;
        for (id, device) in other.devices {
            let held = account.devices.entry(id).or_insert_with(|| device.clone());
            if held.removed.is_none() {
                held.removed = device.removed;
            }
        }
        for stream in other.streams {
            match account.streams.iter_mut().find(|s| s.id == stream.id) {
                None => account.streams.push(stream),
                Some(held) => extend(held, &stream),
            }
        }
        for grant in other.grants {
            match account.grants.iter_mut().find(|g| g.id == grant.id) {
                None => account.grants.push(grant),
                Some(held) => held.ended_ms = held.ended_ms.or(grant.ended_ms),
            }
        }
        for received in other.received {
            if !account.received.iter().any(|r| r.id == received.id) {
                account.received.push(received);
            }
        }
        account.revision = account.revision.max(other.revision) + 1;
    }
}

/// Takes over the keys of later epochs.
fn extend(held: &mut Stream, other: &Stream) {
    if let Some(more) = other.epochs.get(held.epochs.len()..) {
        held.epochs.extend_from_slice(more);
    }
}
