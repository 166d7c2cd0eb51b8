// SPDX-License-Identifier: Apache-2.0
use super::account::{put_stream, take_stream};
use crate::{
    Epoch, GrantKey, Random, SIGNATURE, SigningSecret, Stream, StreamId, VaultId, VerifyKey,
    bytes::{Reader, put_bytes, put_list, put_text, take_bytes, take_list, take_text, whole},
    hazmat::{self, NONCE},
    wire::{Access, AccessId, Day, MailboxId, Role, Scope},
};
use zeroize::Zeroizing;

/// Who was shown something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Seat {
    /// A counsellor.
    Counsellor,
    /// A parent, a friend, somebody close.
    Supporter,
}

impl Seat {
    pub(super) const fn to_byte(self) -> u8 {
        match self {
            Self::Counsellor => 1,
            Self::Supporter => 2,
        }
    }

    pub(super) const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::Counsellor),
            2 => Some(Self::Supporter),
            _ => None,
        }
    }
}

/// What was shown to somebody, as the one who shows it keeps it.
#[derive(Debug, Clone)]
pub struct Grant {
    /// Its random name; also the lane in which whoever holds it writes.
    pub id: AccessId,
    /// What the person calls them.
    pub name: String,
    /// Which seat.
    pub seat: Seat,
    /// When it was given: milliseconds since 1970-01-01T00:00:00Z.
    pub since_ms: i64,
    /// The last day on which it holds; 0 for no end.
    pub until: Day,
    /// When it was taken back.
    pub ended_ms: Option<i64>,
    /// The streams that may be read, each from an epoch on.
    pub streams: Vec<(StreamId, Epoch)>,
    /// The stream in which they may write back.
    pub inbox: StreamId,
    /// They sign in with the other half of this.
    pub access: VerifyKey,
    /// Wraps the keys that they get.
    pub key: GrantKey,
    /// Counts how often those keys were sealed anew.
    pub version: u64,
    /// The sealed answer to their invitation, until it lies in its mailbox.
    pub letter: Option<(MailboxId, Vec<u8>)>,
}

/// What somebody else has shown, as the one who was shown it keeps it.
#[derive(Debug, Clone)]
pub struct Received {
    /// The grant.
    pub id: AccessId,
    /// Whose vault.
    pub vault: VaultId,
    /// Signs in, and signs what is written back.
    pub access: SigningSecret,
    /// Unwraps the keys.
    pub key: GrantKey,
    /// Who signs the list of devices and the keys.
    pub identity: VerifyKey,
    /// What the other side calls itself, or how this side named it.
    pub name: String,
    /// In which seat.
    pub seat: Seat,
    /// Since when: milliseconds since 1970-01-01T00:00:00Z.
    pub since_ms: i64,
}

/// The keys of a grant, as whoever holds it reads them.
#[derive(Debug, Clone)]
pub struct GrantKeys {
    /// Counts them; the larger one is the newer.
    pub version: u64,
    /// The last day on which it holds; 0 for no end.
    pub until: Day,
    /// The streams that may be read.
    pub streams: Vec<Stream>,
    /// The stream to write back in.
    pub inbox: Stream,
}

/// Why the keys of a grant do not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum GrantError {
    /// These bytes are not the keys of a grant.
    #[error("these bytes are not the keys of a grant")]
    NotOne,
    /// Written by a newer version.
    #[error("version {0} of a grant is not known here")]
    Version(u8),
    /// They are another grant's, or were changed, or the account did not sign them.
    #[error("the keys of the grant were changed")]
    Changed,
    /// Older keys than were seen before.
    #[error("the keys of the grant are older than before")]
    Older,
}

const MAGIC: &[u8; 4] = b"KHGK";
const VERSION: u8 = 1;
const LABEL: &[u8] = b"kindhold/v1/grant-keys";

impl Grant {
    /// What a relay is told of it.
    pub(crate) fn to_access(&self, sealed: Vec<u8>) -> Access {
        Access {
            id: self.id,
            key: self.access,
            role: Role::Grant(Scope {
                until: self.until,
                read: self.streams.clone(),
                inbox: Some(self.inbox),
                version: self.version,
                sealed,
            }),
        }
    }

    /// Whether it still holds on a day.
    #[must_use]
    pub const fn holds(&self, today: Day) -> bool {
        self.ended_ms.is_none() && (self.until == 0 || today <= self.until)
    }

    pub(super) fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.id.0);
        put_text(out, &self.name);
        out.push(self.seat.to_byte());
        out.extend_from_slice(&self.since_ms.to_be_bytes());
        out.extend_from_slice(&self.until.to_be_bytes());
        match self.ended_ms {
            None => out.push(0),
            Some(ms) => {
                out.push(1);
                out.extend_from_slice(&ms.to_be_bytes());
            }
        }
        put_list(out, &self.streams, |out, (stream, epoch)| {
            out.extend_from_slice(stream.as_bytes());
            out.extend_from_slice(&epoch.to_be_bytes());
        });
        out.extend_from_slice(self.inbox.as_bytes());
        out.extend_from_slice(&self.access.0);
        out.extend_from_slice(self.key.expose());
        out.extend_from_slice(&self.version.to_be_bytes());
        match &self.letter {
            None => out.push(0),
            Some((mailbox, sealed)) => {
                out.push(1);
                out.extend_from_slice(&mailbox.0);
                put_bytes(out, sealed);
            }
        }
    }

    pub(super) fn read(r: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            id: AccessId(r.array()?),
            name: take_text(r)?,
            seat: Seat::from_byte(r.u8()?)?,
            since_ms: r.i64()?,
            until: r.u32()?,
            ended_ms: match r.u8()? {
                0 => None,
                1 => Some(r.i64()?),
                _ => return None,
            },
            streams: take_list(r, |r| Some((StreamId(r.array()?), r.u32()?)))?,
            inbox: StreamId(r.array()?),
            access: VerifyKey(r.array()?),
            key: GrantKey::new(r.array()?),
            version: r.u64()?,
            letter: match r.u8()? {
                0 => None,
                1 => Some((MailboxId(r.array()?), take_bytes(r)?.to_vec())),
                _ => return None,
            },
        })
    }
}

impl Received {
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.id.0);
        out.extend_from_slice(self.vault.as_bytes());
        out.extend_from_slice(self.access.expose());
        out.extend_from_slice(self.key.expose());
        out.extend_from_slice(&self.identity.0);
        put_text(out, &self.name);
        out.push(self.seat.to_byte());
        out.extend_from_slice(&self.since_ms.to_be_bytes());
    }

    pub(super) fn read(r: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            id: AccessId(r.array()?),
            vault: VaultId(r.array()?),
            access: SigningSecret::new(r.array()?),
            key: GrantKey::new(r.array()?),
            identity: VerifyKey(r.array()?),
            name: take_text(r)?,
            seat: Seat::from_byte(r.u8()?)?,
            since_ms: r.i64()?,
        })
    }
}

impl GrantKeys {
    /// Seals them for whoever holds the grant, signed by the account.
    pub(crate) fn seal(
        &self,
        grant: AccessId,
        key: &GrantKey,
        identity: &SigningSecret,
        random: &mut impl Random,
    ) -> Vec<u8> {
        let mut body = self.body(grant);
        let signature = identity.sign(LABEL, &body);
        body.extend_from_slice(&signature);
        let mut out = MAGIC.to_vec();
        out.push(VERSION);
        let nonce: [u8; NONCE] = random.make();
        let sealed = hazmat::seal(&key.derive_grant_key(), &nonce, &out, &body);
        out.extend_from_slice(&nonce);
        out.extend_from_slice(&sealed);
        out
    }

    /// Opens them. `seen` is the version that was seen before; an older one is refused.
    ///
    /// # Errors
    /// [`GrantError`]; any bytes are safe to hand in.
    pub(crate) fn open(bytes: &[u8], of: &Received, seen: u64) -> Result<Self, GrantError> {
        let mut r = Reader(bytes);
        if r.take(4) != Some(MAGIC) {
            return Err(GrantError::NotOne);
        }
        match r.u8() {
            Some(VERSION) => {}
            Some(version) => return Err(GrantError::Version(version)),
            None => return Err(GrantError::NotOne),
        }
        let nonce = r.array().ok_or(GrantError::NotOne)?;
        let body = hazmat::open(&of.key.derive_grant_key(), &nonce, &bytes[..5], r.0)
            .map(Zeroizing::new)
            .ok_or(GrantError::Changed)?;
        let (keys, grant, signature) = whole(&body, Self::fields).ok_or(GrantError::Changed)?;
        let message = &body[..body.len() - SIGNATURE];
        if grant != of.id || !of.identity.verify(LABEL, message, &signature) {
            return Err(GrantError::Changed);
        }
        if keys.version < seen {
            return Err(GrantError::Older);
        }
        Ok(keys)
    }

    /// What is signed.
    pub(crate) fn body(&self, grant: AccessId) -> Zeroizing<Vec<u8>> {
        let mut body = Zeroizing::new(grant.0.to_vec());
        body.extend_from_slice(&self.version.to_be_bytes());
        body.extend_from_slice(&self.until.to_be_bytes());
        put_list(&mut body, &self.streams, put_stream);
        put_stream(&mut body, &self.inbox);
        body
    }

    pub(crate) fn fields(r: &mut Reader<'_>) -> Option<(Self, AccessId, [u8; SIGNATURE])> {
        let grant = AccessId(r.array()?);
        let keys = Self {
            version: r.u64()?,
            until: r.u32()?,
            streams: take_list(r, take_stream)?,
            inbox: take_stream(r)?,
        };
        Some((keys, grant, r.array()?))
    }
}
