// SPDX-License-Identifier: Apache-2.0
//! The reference relay: the routes of `docs/format.md` in memory, as plain as they can be. The real one is
//! held to the same stories.

use crate::{
    DeviceId, Head, Header, Lane, Place, Record, Records, SignedHead, StreamId, VaultId,
    together::{Request, Response},
    wire::{
        Access, AccessId, AccountUpdate, Change, CreateVault, GrantState, LaneState, Login, Pull,
        Push, Refusal, Role, Scope, State, StoredAccount, Token,
    },
};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

/// A relay in memory. Clones are the same relay.
#[derive(Debug, Clone, Default)]
pub struct ModelRelay(Rc<Inside>);

#[derive(Debug, Default)]
struct Inside {
    vaults: RefCell<BTreeMap<VaultId, Held>>,
    mailboxes: RefCell<BTreeMap<String, Vec<u8>>>,
    today: Cell<u32>,
}

/// A vault as a relay holds it.
#[derive(Debug, Clone, Default)]
pub struct Held {
    /// The sealed account and the list of devices.
    pub account: StoredAccount,
    /// Who may sign in.
    pub access: BTreeMap<AccessId, Access>,
    /// Records by place.
    pub records: BTreeMap<Place, Record>,
    /// The newest signed head of each writer.
    pub heads: BTreeMap<DeviceId, Vec<u8>>,
}

type Answer = Result<Vec<u8>, Refusal>;

impl ModelRelay {
    /// Answers a request that came to this host.
    #[must_use]
    pub fn answer(&self, host: &str, request: &Request) -> Response {
        match self.route(host, request) {
            Ok(body) => Response {
                status: 200,
                body,
                ..Response::default()
            },
            Err(refusal) => Response {
                status: refusal.status(),
                refusal: Some(refusal.code().into()),
                ..Response::default()
            },
        }
    }

    /// Looks into a vault, or changes it behind everybody's back.
    pub fn with<T>(&self, vault: VaultId, work: impl FnOnce(&mut Held) -> T) -> T {
        work(self.0.vaults.borrow_mut().entry(vault).or_default())
    }

    /// Every vault it holds.
    #[must_use]
    pub fn vaults(&self) -> Vec<VaultId> {
        self.0.vaults.borrow().keys().copied().collect()
    }

    /// Sets the day.
    pub fn set_today(&self, day: u32) {
        self.0.today.set(day);
    }

    /// An older state of it, as a backup has it.
    #[must_use]
    pub fn backup(&self) -> Self {
        let inside = Inside {
            vaults: self.0.vaults.clone(),
            mailboxes: self.0.mailboxes.clone(),
            today: self.0.today.clone(),
        };
        Self(Rc::new(inside))
    }

    /// Goes back to a backup.
    pub fn restore(&self, backup: &Self) {
        self.0.vaults.replace(backup.0.vaults.borrow().clone());
        let mailboxes = backup.0.mailboxes.borrow().clone();
        self.0.mailboxes.replace(mailboxes);
    }

    /// All bytes that lie in it, for somebody who looks for a sentence in them.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for held in self.0.vaults.borrow().values() {
            out.extend_from_slice(&held.account.to_bytes());
            for record in held.records.values() {
                record.write(&mut out);
            }
            out.extend(held.heads.values().flatten());
        }
        out.extend(self.0.mailboxes.borrow().values().flatten());
        out
    }

    fn route(&self, host: &str, request: &Request) -> Answer {
        let (method, path, body) = (request.method, request.path.as_str(), &request.body);
        let mut parts = path.splitn(2, '/');
        match (method, parts.next().unwrap_or_default(), parts.next()) {
            ("POST", "challenge", None) => Ok(vec![7; 40]),
            ("POST", "session", None) => self.session(host, body),
            ("POST", "vaults", None) => self.create(body),
            ("GET", "doors", Some(locator)) => self.door(locator),
            ("PUT", "mailboxes", Some(id)) => self.put_mailbox(id, body),
            ("GET", "mailboxes", Some(id)) => {
                let held = self.0.mailboxes.borrow().get(id).cloned();
                held.ok_or(Refusal::NotThere)
            }
            ("DELETE", "mailboxes", Some(id)) => {
                self.0.mailboxes.borrow_mut().remove(id);
                Ok(Vec::new())
            }
            _ => self.signed_in(request),
        }
    }

    fn session(&self, host: &str, body: &[u8]) -> Answer {
        let login = Login::parse(body).map_err(|_| Refusal::Malformed)?;
        let vaults = self.0.vaults.borrow();
        let held = vaults.get(&login.vault).ok_or(Refusal::NotYou)?;
        let access = held.access.get(&login.id).ok_or(Refusal::NotYou)?;
        if !login.verify(host, &access.key) {
            return Err(Refusal::NotYou);
        }
        let mut token = [0; 64];
        token[..16].copy_from_slice(login.vault.as_bytes());
        token[16..32].copy_from_slice(&login.id.0);
        Ok([&token[..], &3600_u32.to_be_bytes()].concat())
    }

    fn create(&self, body: &[u8]) -> Answer {
        let new = CreateVault::parse(body).map_err(|_| Refusal::Malformed)?;
        let mut vaults = self.0.vaults.borrow_mut();
        let held = Held {
            account: StoredAccount {
                version: new.version,
                account: new.account,
                devices: new.devices,
            },
            access: new.access.into_iter().map(|a| (a.id, a)).collect(),
            ..Held::default()
        };
        match vaults.get(&new.vault) {
            None => {
                vaults.insert(new.vault, held);
                Ok(Vec::new())
            }
            Some(there) if there.account == held.account => Ok(Vec::new()),
            Some(_) => Err(Refusal::Taken),
        }
    }

    fn door(&self, locator: &str) -> Answer {
        let vaults = self.0.vaults.borrow();
        let found = vaults.iter().find(|(_, held)| {
            let mut doors = held.access.values().filter(|a| a.role == Role::Door);
            doors.any(|a| crate::bytes::hex(&a.id.0) == locator)
        });
        let (vault, _) = found.ok_or(Refusal::NotThere)?;
        Ok(vault.as_bytes().to_vec())
    }

    fn put_mailbox(&self, id: &str, body: &[u8]) -> Answer {
        let mut mailboxes = self.0.mailboxes.borrow_mut();
        match mailboxes.get(id) {
            Some(held) if held != body => Err(Refusal::Taken),
            _ => {
                mailboxes.insert(id.to_owned(), body.to_vec());
                Ok(Vec::new())
            }
        }
    }

    fn signed_in(&self, request: &Request) -> Answer {
        let Some(Token(token)) = request.token else {
            return Err(Refusal::SignIn);
        };
        let part = |at: usize| {
            let mut id = [0; 16];
            id.copy_from_slice(&token[at..at + 16]);
            id
        };
        let (vault, id) = (VaultId(part(0)), AccessId(part(16)));
        let mut vaults = self.0.vaults.borrow_mut();
        let held = vaults.get_mut(&vault).ok_or(Refusal::NotYou)?;
        let access = held.access.get(&id).ok_or(Refusal::NotYou)?.clone();
        let scope = match &access.role {
            Role::Grant(scope) => Some(scope),
            _ => None,
        };
        if scope.is_some_and(|s| s.until != 0 && s.until < self.0.today.get()) {
            return Err(Refusal::NotYou);
        }
        let body = request.body.as_slice();
        match (request.method, request.path.as_str(), scope) {
            ("GET", "state", _) => Ok(held.state(scope).to_bytes()),
            ("POST", "pull", _) => held.pull(body, scope),
            ("GET", "devices", _) => Ok(held.account.devices.clone()),
            ("GET", "grant", Some(scope)) => {
                Ok([&scope.version.to_be_bytes()[..], &scope.sealed].concat())
            }
            ("POST", "push", _) if access.role != Role::Door => {
                held.push(vault, &access, body).map(|()| Vec::new())
            }
            ("POST", "purge", _) => held.purge(&access, body).map(|()| Vec::new()),
            ("GET", "account", None) => Ok(held.account.to_bytes()),
            ("PUT", "account", None) => held.put_account(body).map(|()| Vec::new()),
            ("DELETE", "vault", None) => {
                vaults.remove(&vault);
                Ok(Vec::new())
            }
            _ => Err(Refusal::NotAllowed),
        }
    }
}

impl Held {
    fn lanes(&self) -> BTreeMap<Lane, Head> {
        let mut lanes = BTreeMap::new();
        for (place, record) in &self.records {
            let head = Head {
                next: place.index + 1,
                hash: record.id().0,
            };
            lanes.insert(place.lane, head);
        }
        lanes
    }

    /// The first index of a lane that may be read; `None` when none may.
    fn first(&self, lane: Lane, scope: Option<&Scope>) -> Option<u64> {
        let Some(scope) = scope else { return Some(0) };
        if scope.inbox == Some(lane.stream) {
            return Some(0);
        }
        let (_, epoch) = scope.read.iter().find(|(s, _)| *s == lane.stream)?;
        let mut records = self.records.iter();
        records
            .find(|(p, r)| p.lane == lane && r.header().epoch >= *epoch)
            .map(|(p, _)| p.index)
    }

    fn state(&self, scope: Option<&Scope>) -> State {
        let all = self.lanes().into_iter();
        let lanes: Vec<LaneState> = all
            .filter_map(|(lane, head)| {
                let first = self.first(lane, scope)?;
                Some(LaneState { lane, first, head })
            })
            .collect();
        let is_read = |writer: &DeviceId| lanes.iter().any(|l| l.lane.device == *writer);
        let heads = self.heads.iter();
        let heads = heads.filter(|(writer, _)| scope.is_none() || is_read(writer));
        let grants = self.access.values().filter_map(|a| match &a.role {
            Role::Grant(s) if scope.is_none_or(|own| own == s) => Some(GrantState {
                id: a.id,
                version: s.version,
            }),
            _ => None,
        });
        State {
            account: self.account.version,
            heads: heads.map(|(_, bytes)| bytes.clone()).collect(),
            grants: grants.collect(),
            lanes,
        }
    }

    fn pull(&self, body: &[u8], scope: Option<&Scope>) -> Answer {
        let pull = Pull::parse(body).map_err(|_| Refusal::Malformed)?;
        let mut out = Vec::new();
        for want in pull.wants {
            let Some(first) = self.first(want.lane, scope) else {
                continue;
            };
            let from = Place {
                lane: want.lane,
                index: want.from.max(first),
            };
            let records = self.records.range(from..);
            for (_, record) in records.take_while(|(p, _)| p.lane == want.lane) {
                record.write(&mut out);
                // Small, so that every story asks more than once.
                if out.len() > 4000 {
                    return Ok(out);
                }
            }
        }
        Ok(out)
    }

    fn push(&mut self, vault: VaultId, by: &Access, body: &[u8]) -> Result<(), Refusal> {
        let push = Push::parse(body).map_err(|_| Refusal::Malformed)?;
        let inbox = match &by.role {
            Role::Grant(scope) => Some(scope.inbox.ok_or(Refusal::NotAllowed)?),
            _ => None,
        };
        if inbox.is_none() && push.account != self.account.version {
            return Err(Refusal::Moved);
        }
        let mut lanes = self.lanes();
        let mut new = Vec::new();
        for record in Records(push.records) {
            let record = record.map_err(|_| Refusal::Malformed)?;
            let (header, place) = (*record.header(), record.place());
            let own = Lane {
                stream: inbox.unwrap_or(place.lane.stream),
                device: DeviceId(by.id.0),
            };
            if header.vault != vault {
                return Err(Refusal::Malformed);
            }
            if inbox.is_some() && place.lane != own {
                return Err(Refusal::NotAllowed);
            }
            let head = lanes.entry(place.lane).or_default();
            if place.index < head.next {
                let there = self.records.get(&place);
                let same = there.is_none_or(|r| r.id() == record.id());
                if !same {
                    return Err(Refusal::Fork);
                }
                continue;
            }
            Self::follows(&header, *head)?;
            let hash = record.id().0;
            *head = Head {
                next: place.index + 1,
                hash,
            };
            new.push(record);
        }
        let mut heads = Vec::new();
        for bytes in push.heads {
            let head = SignedHead::read_unchecked(bytes).map_err(|_| Refusal::Malformed)?;
            if inbox.is_some() && head.writer != DeviceId(by.id.0) {
                return Err(Refusal::NotAllowed);
            }
            let there = self.heads.get(&head.writer);
            let held = there.and_then(|h| SignedHead::read_unchecked(h).ok());
            let is_own = head.writer == DeviceId(by.id.0);
            let is_other = there.is_some_and(|there| there != bytes);
            if is_own && is_other && held.as_ref().is_some_and(|h| h.counter >= head.counter) {
                return Err(Refusal::Fork);
            }
            if held.is_none_or(|held| held.counter < head.counter) {
                let device = head.writer;
                let is_so = |(stream, head): (&StreamId, &Head)| {
                    let stream = *stream;
                    lanes.get(&Lane { stream, device }) == Some(head)
                };
                if !head.lanes.iter().all(is_so) {
                    return Err(Refusal::Fork);
                }
                heads.push((head.writer, bytes.to_vec()));
            }
        }
        self.heads.extend(heads);
        self.records.extend(new.into_iter().map(|r| (r.place(), r)));
        Ok(())
    }

    fn follows(header: &Header, head: Head) -> Result<(), Refusal> {
        if header.index > head.next {
            return Err(Refusal::Gap);
        }
        if header.previous != head.hash {
            return Err(Refusal::Fork);
        }
        Ok(())
    }

    fn purge(&mut self, by: &Access, body: &[u8]) -> Result<(), Refusal> {
        for record in Records(body) {
            let record = record.map_err(|_| Refusal::Malformed)?;
            let place = record.place();
            let own = place.lane.device == DeviceId(by.id.0);
            if by.role != Role::Device && !own {
                return Err(Refusal::NotAllowed);
            }
            if let Some(held) = self.records.get_mut(&place) {
                if !record.is_purged() || held.id() != record.id() {
                    return Err(Refusal::Malformed);
                }
                *held = record;
            }
        }
        Ok(())
    }

    fn put_account(&mut self, body: &[u8]) -> Result<(), Refusal> {
        let update = AccountUpdate::parse(body).map_err(|_| Refusal::Malformed)?;
        if update.expected != self.account.version {
            return Err(Refusal::Moved);
        }
        self.account = StoredAccount {
            version: update.version,
            account: update.account,
            devices: update.devices,
        };
        for change in update.changes {
            match change {
                Change::Put(access) => drop(self.access.insert(access.id, access)),
                Change::Drop(id) => drop(self.access.remove(&id)),
            }
        }
        Ok(())
    }
}
