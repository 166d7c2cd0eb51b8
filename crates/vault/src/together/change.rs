// SPDX-License-Identifier: Apache-2.0
//! Changing what all devices share: one at a time, compared and swapped at the relay, and kept here once
//! it is there. Cut off anywhere, the next sync takes it up.

use super::{
    Account, AccountError, AccountSecret, Device, Door, GrantKeys, Member, Report, SyncError,
    account::Opener,
    link::{Link, Relay, RelayError, send},
};
use crate::{
    AccountKey, Amk, Batch, BoxSecret, DeviceId, EpochKey, Random, SigningSecret, Slot, SlotError,
    Store, Stream, StreamId, Vault, VaultError, VaultId,
    bytes::hex,
    wire::{
        Access, AccessId, AccountUpdate, Change, CreateVault, Refusal, Role, State, StoredAccount,
    },
};
use std::collections::BTreeMap;

/// How often a change is tried again when another device was quicker.
const TRIES: usize = 8;

impl<S: Store> Vault<S> {
    /// Brings a vault to a relay for the first time, under an operator's invite code if it wants one.
    /// Twice is once.
    ///
    /// # Errors
    /// [`SyncError`]; nothing is lost, and the same again is safe.
    pub async fn bring_to_relay(
        &mut self,
        relay: &impl Relay,
        invite: &str,
        device_name: &str,
        now_ms: i64,
        random: &mut impl Random,
    ) -> Result<(), SyncError> {
        self.become_member(device_name, now_ms, random).await?;
        let Some(mut member) = self.member.clone().filter(|m| !m.is_at_a_relay()) else {
            return Ok(());
        };
        let door = member.account.secret.door();
        let create = CreateVault {
            invite: invite.to_owned(),
            vault: self.keyring.vault,
            access: vec![member.access(self.keyring.device), door.access()],
            version: version(random),
            account: member.account.seal(&member.key, &member.doors, random),
            devices: member.account.device_list().sign(&member.account.identity),
        };
        match send(relay, "POST", "vaults", None, create.to_bytes()).await {
            Ok(_) => member.relay = create.version,
            // Perhaps it was us, and the answer was lost: then we can sign in.
            Err(RelayError::Refused(Refusal::Taken)) => {
                let secret = member.secret.clone();
                let id = AccessId(self.keyring.device.0);
                let link = Link::new(relay, self.keyring.vault, id, &secret);
                let held = link.ask("GET", "account", Vec::new()).await?;
                member.relay = StoredAccount::parse(&held)
                    .map_err(RelayError::from)?
                    .version;
            }
            Err(e) => return Err(e.into()),
        }
        self.settle(Batch::default(), member, None, random).await?;
        Ok(())
    }

    /// Makes the keys that sharing needs, on this device alone. A counsellor needs no more than that.
    ///
    /// # Errors
    /// [`VaultError`].
    pub async fn become_member(
        &mut self,
        device_name: &str,
        now_ms: i64,
        random: &mut impl Random,
    ) -> Result<(), VaultError> {
        while self.member.is_none() {
            let member = Member::make(self, device_name, now_ms, random);
            self.settle(Batch::default(), member, None, random).await?;
        }
        Ok(())
    }

    /// Opens a door with 12 words or a passkey, and makes this device one more of the vault's. The records
    /// come with the next [`Vault::sync`]. Wrong words write nothing, here or there.
    ///
    /// # Errors
    /// [`SyncError`].
    pub async fn join<R: Random>(
        store: S,
        relay: &impl Relay,
        door: &Door,
        device_name: &str,
        now_ms: i64,
        way_in: impl FnOnce(&Amk) -> Result<Slot, SlotError>,
        random: &mut R,
    ) -> Result<Self, SyncError> {
        if Self::slots(&store).await?.is_some() {
            return Err(VaultError::Already.into());
        }
        let path = format!("doors/{}", hex(&door.locator.0));
        let vault = send(relay, "GET", &path, None, Vec::new()).await?;
        let vault = VaultId(super::link::exactly(&vault)?);
        let link = Link::new(relay, vault, AccessId(door.locator.0), &door.secret);
        let (secret, boxes) = (SigningSecret::make(random), BoxSecret::make(random));
        let id = DeviceId(random.make());
        for _ in 0..TRIES {
            let held = link.ask("GET", "account", Vec::new()).await?;
            let held = StoredAccount::parse(&held).map_err(RelayError::from)?;
            let opened = Account::open(&held.account, &Opener::Door(door))?;
            if opened.account.vault != vault {
                return Err(AccountError::Changed.into());
            }
            super::meet::check_devices(&opened.account, &held)?;
            let mut member = Member {
                secret: secret.clone(),
                boxes: boxes.clone(),
                key: opened.key,
                account: opened.account,
                doors: opened.doors,
                relay: held.version,
                heads: BTreeMap::new(),
                confirmed: BTreeMap::new(),
                pending: Vec::new(),
            };
            let device = Device {
                key: secret.verify_key(),
                boxes: boxes.key(),
                name: device_name.to_owned(),
                added_ms: now_ms,
                removed: None,
            };
            member.account.devices.insert(id, device);
            member.account.revision += 1;
            let access = Change::Put(member.access(id));
            match put(&link, &member, vec![access], random).await {
                Ok(version) => member.relay = version,
                Err(SyncError::Relay(RelayError::Refused(Refusal::Moved))) => continue,
                Err(e) => return Err(e),
            }
            let keyring = member.account.keyring(id);
            let more = |amk: &Amk, random: &mut R| {
                vec![(crate::vault::MEMBER.to_owned(), member.seal(amk, random))]
            };
            return Ok(Self::create_with(store, keyring, more, way_in, random).await?);
        }
        Err(SyncError::Busy)
    }

    /// Takes a device out, for example a lost one: it reads nothing that is written from now on, and
    /// neither do the words that it knew. Returns the new words' secret, to be shown.
    ///
    /// # Errors
    /// [`SyncError`]: nothing has changed.
    pub async fn remove_device(
        &mut self,
        relay: &impl Relay,
        device: DeviceId,
        random: &mut impl Random,
    ) -> Result<AccountSecret, SyncError> {
        self.change_account(relay, random, |vault, member, changes, random| {
            let ends = vault.heads.iter().filter(|(lane, _)| lane.device == device);
            let ends = ends.map(|(lane, head)| (lane.stream, *head)).collect();
            if let Some(device) = member.account.devices.get_mut(&device) {
                device.removed = Some(ends);
            }
            changes.push(Change::Drop(AccessId(device.0)));
            member.replace_words(changes, random);
            let all: Vec<StreamId> = member.account.streams.iter().map(|s| s.id).collect();
            member.begin_epochs(&all, changes, random);
        })
        .await?;
        Ok(self.at_relay()?.account.secret.clone())
    }

    /// Makes new words; the old ones, and every passkey that opened a door, open nothing any more.
    ///
    /// # Errors
    /// [`SyncError`]: the old ones hold.
    pub async fn new_words(
        &mut self,
        relay: &impl Relay,
        random: &mut impl Random,
    ) -> Result<AccountSecret, SyncError> {
        self.change_account(relay, random, |_, member, changes, random| {
            member.replace_words(changes, random);
        })
        .await?;
        Ok(self.at_relay()?.account.secret.clone())
    }

    /// Lets a passkey open the vault from a new device too.
    ///
    /// # Errors
    /// [`SyncError`]: nothing has changed.
    pub async fn add_door(
        &mut self,
        relay: &impl Relay,
        door: &Door,
        random: &mut impl Random,
    ) -> Result<(), SyncError> {
        self.change_account(relay, random, |_, member, changes, random| {
            member.put_door(door, changes, random);
        })
        .await
    }

    /// Deletes the vault at the relay; what is on this device stays. Other devices and everybody who was
    /// shown something find nothing there any more.
    ///
    /// # Errors
    /// [`SyncError`]: it is still there, or it cannot be known whether it is.
    pub async fn leave_relay(
        &mut self,
        relay: &impl Relay,
        random: &mut impl Random,
    ) -> Result<(), SyncError> {
        let secret = self.at_relay()?.secret.clone();
        let id = AccessId(self.keyring.device.0);
        let link = Link::new(relay, self.keyring.vault, id, &secret);
        match link.ask("DELETE", "vault", Vec::new()).await {
            Ok(_) | Err(RelayError::Refused(Refusal::NotYou | Refusal::NotThere)) => {}
            Err(e) => return Err(e.into()),
        }
        for _ in 0..TRIES {
            let mut member = self.at_relay()?.clone();
            member.relay = 0;
            member.confirmed.clear();
            for grant in &mut member.account.grants {
                grant.ended_ms = grant.ended_ms.or(Some(grant.since_ms));
            }
            if self.settle(Batch::default(), member, None, random).await? {
                return Ok(());
            }
        }
        Err(SyncError::Busy)
    }

    /// Changes the account: at the relay first, then here. Whatever was there meanwhile is met before.
    pub(super) async fn change_account<R: Random>(
        &mut self,
        relay: &impl Relay,
        random: &mut R,
        work: impl Fn(&Self, &mut Member, &mut Vec<Change>, &mut R),
    ) -> Result<(), SyncError> {
        for _ in 0..TRIES {
            let secret = self.at_relay()?.secret.clone();
            let id = AccessId(self.keyring.device.0);
            let link = Link::new(relay, self.keyring.vault, id, &secret);
            let state = link.ask("GET", "state", Vec::new()).await?;
            let state = State::parse(&state).map_err(RelayError::from)?;
            let mut report = Report::default();
            if self
                .meet_account(&link, &state, &mut report, random)
                .await?
            {
                continue;
            }
            let mut member = self.at_relay()?.clone();
            let mut changes = Vec::new();
            work(self, &mut member, &mut changes, random);
            member.account.revision += 1;
            match self.put_account(&link, &member, changes, random).await {
                Ok(version) => member.relay = version,
                Err(SyncError::Relay(RelayError::Refused(Refusal::Moved))) => continue,
                Err(e) => return Err(e),
            }
            let keyring = member.account.keyring(self.keyring.device);
            // When another window was quicker, the next sync meets the account that is there now.
            self.settle(Batch::default(), member, Some(keyring), random)
                .await?;
            return Ok(());
        }
        Err(SyncError::Busy)
    }

    pub(super) async fn put_account<R: Relay>(
        &self,
        link: &Link<'_, R>,
        member: &Member,
        changes: Vec<Change>,
        random: &mut impl Random,
    ) -> Result<u64, SyncError> {
        put(link, member, changes, random).await
    }
}

async fn put<R: Relay>(
    link: &Link<'_, R>,
    member: &Member,
    changes: Vec<Change>,
    random: &mut impl Random,
) -> Result<u64, SyncError> {
    let account = &member.account;
    let update = AccountUpdate {
        expected: member.relay,
        version: version(random),
        account: account.seal(&member.key, &member.doors, random),
        devices: account.device_list().sign(&account.identity),
        changes,
    };
    link.ask("PUT", "account", update.to_bytes()).await?;
    Ok(update.version)
}

/// A version for an account: never 0, which stands for "at no relay".
fn version(random: &mut impl Random) -> u64 {
    u64::from_be_bytes(random.make()).max(1)
}

impl Member {
    fn make<S>(vault: &Vault<S>, device_name: &str, now_ms: i64, random: &mut impl Random) -> Self {
        let (secret, boxes) = (SigningSecret::make(random), BoxSecret::make(random));
        let device = Device {
            key: secret.verify_key(),
            boxes: boxes.key(),
            name: device_name.to_owned(),
            added_ms: now_ms,
            removed: None,
        };
        let key = AccountKey::make(random);
        let words = AccountSecret::make(random);
        let door = words.door();
        let wrapped = door.wrap(&key, random);
        let account = Account {
            vault: vault.keyring.vault,
            revision: 1,
            identity: SigningSecret::make(random),
            secret: words,
            devices: BTreeMap::from([(vault.keyring.device, device)]),
            streams: vault.keyring.streams.clone(),
            grants: Vec::new(),
            received: Vec::new(),
        };
        Self {
            secret,
            boxes,
            key,
            account,
            doors: vec![(door.locator, wrapped)],
            relay: 0,
            heads: BTreeMap::new(),
            confirmed: BTreeMap::new(),
            pending: Vec::new(),
        }
    }

    fn access(&self, device: DeviceId) -> Access {
        Access {
            id: AccessId(device.0),
            key: self.secret.verify_key(),
            role: Role::Device,
        }
    }

    /// Begins a new epoch in some streams. Whoever holds a grant on one of them gets the new key.
    pub(super) fn begin_epochs(
        &mut self,
        streams: &[StreamId],
        changes: &mut Vec<Change>,
        random: &mut impl Random,
    ) {
        let held = self.account.streams.iter_mut();
        for stream in held.filter(|s| streams.contains(&s.id)) {
            stream.epochs.push(EpochKey::make(random));
        }
        let all = self.account.grants.iter();
        let touched = all.filter(|g| {
            let reads = g.streams.iter().any(|(s, _)| streams.contains(s));
            g.ended_ms.is_none() && (reads || streams.contains(&g.inbox))
        });
        let touched: Vec<AccessId> = touched.map(|g| g.id).collect();
        for id in touched {
            changes.extend(self.renew_grant(id, random));
        }
    }

    /// Seals the keys of a grant anew.
    pub(super) fn renew_grant(&mut self, id: AccessId, random: &mut impl Random) -> Option<Change> {
        let grant = self.account.grants.iter_mut().find(|g| g.id == id)?;
        grant.version += 1;
        let grant = grant.clone();
        Some(Change::Put(self.grant_access(&grant, random)?))
    }

    fn grant_access(&self, grant: &super::Grant, random: &mut impl Random) -> Option<Access> {
        let find = |id: StreamId| self.account.streams.iter().find(|s| s.id == id);
        let from = |(id, first): &(StreamId, u32)| {
            let stream = find(*id)?;
            let skipped = first.checked_sub(stream.first)? as usize;
            Some(Stream {
                id: *id,
                name: stream.name.clone(),
                first: *first,
                epochs: stream.epochs.get(skipped..)?.to_vec(),
            })
        };
        let keys = GrantKeys {
            version: grant.version,
            until: grant.until,
            streams: grant.streams.iter().filter_map(from).collect(),
            inbox: find(grant.inbox)?.clone(),
        };
        let sealed = keys.seal(grant.id, &grant.key, &self.account.identity, random);
        Some(grant.to_access(sealed))
    }

    fn put_door(&mut self, door: &Door, changes: &mut Vec<Change>, random: &mut impl Random) {
        let wrapped = door.wrap(&self.key, random);
        self.doors.retain(|(locator, _)| *locator != door.locator);
        self.doors.push((door.locator, wrapped));
        changes.push(Change::Put(door.access()));
    }

    fn replace_words(&mut self, changes: &mut Vec<Change>, random: &mut impl Random) {
        for (locator, _) in self.doors.drain(..) {
            changes.push(Change::Drop(AccessId(locator.0)));
        }
        self.key = AccountKey::make(random);
        self.account.secret = AccountSecret::make(random);
        let door = self.account.secret.door();
        self.put_door(&door, changes, random);
    }

    /// Everybody who may sign in, for a relay that has forgotten some. Passkeys' doors stay as it knows
    /// them: only the passkey has their keys.
    pub(super) fn all_access(&self, random: &mut impl Random) -> Vec<Change> {
        let device = |(id, device): (&DeviceId, &Device)| {
            let id = AccessId(id.0);
            match device.removed {
                Some(_) => Change::Drop(id),
                None => Change::Put(Access {
                    id,
                    key: device.key,
                    role: Role::Device,
                }),
            }
        };
        let mut all: Vec<Change> = self.account.devices.iter().map(device).collect();
        all.push(Change::Put(self.account.secret.door().access()));
        for grant in &self.account.grants {
            all.extend(match grant.ended_ms {
                Some(_) => Some(Change::Drop(grant.id)),
                None => self.grant_access(grant, random).map(Change::Put),
            });
        }
        all
    }
}
