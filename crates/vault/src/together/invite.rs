// SPDX-License-Identifier: Apache-2.0
use super::{Received, Seat, words::choose};
use crate::{
    BoxKey, BoxSecret, GrantKey, Psk, Random, SIGNATURE, SigningSecret, VaultId, VerifyKey,
    bytes::{Reader, put_text, take_text, whole},
    hazmat::{self, label},
    wire::{AccessId, MailboxId},
};
use zeroize::Zeroizing;

/// What a counsellor or a supporter shows as a QR code or sends as a link: good for one answer. Nobody is
/// ever looked up by name; no key comes from a relay.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// What they would be.
    pub seat: Seat,
    /// The answer is sealed for this.
    pub key: BoxKey,
    /// A secret that only this invitation carries.
    pub psk: Psk,
    /// The answer is put here.
    pub mailbox: MailboxId,
    /// How they call themselves. A relay cannot change it, but whoever carries the link can.
    pub name: String,
}

/// The side of an invitation that stays with whoever made it.
#[derive(Debug, Clone)]
pub struct Pending {
    /// What was shown.
    pub invitation: Invitation,
    /// Opens the answer.
    pub secret: BoxSecret,
    /// When it was made: milliseconds since 1970-01-01T00:00:00Z.
    pub made_ms: i64,
}

/// Why an answer or an invitation is refused. Nothing was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InviteError {
    /// These bytes are no invitation.
    #[error("this is no invitation")]
    NotOne,
    /// Written by a newer version.
    #[error("version {0} of an invitation is not known here")]
    Version(u8),
    /// The answer was sealed for another key or without the invitation's secret: somebody without the
    /// invitation put it there, or a key was swapped.
    #[error("the answer does not come from somebody who has the invitation")]
    Forged,
}

/// The answer to an invitation, before it is sealed.
pub(crate) struct Letter<'a> {
    pub(crate) grant: AccessId,
    pub(crate) vault: VaultId,
    pub(crate) access: &'a SigningSecret,
    pub(crate) key: &'a GrantKey,
    pub(crate) identity: &'a SigningSecret,
    pub(crate) name: &'a str,
}

const VERSION: u8 = 1;
const LABEL: &[u8] = b"kindhold/v1/letter";
const WORDS: &[u8] = b"kindhold/v1/same-words";
/// A name is at most so many bytes: it has to fit into a QR code.
const LONGEST_NAME: usize = 200;

impl Invitation {
    /// The bytes, as the QR code and the link carry them.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = vec![VERSION, self.seat.to_byte()];
        out.extend_from_slice(&self.key.0);
        out.extend_from_slice(&self.psk.0);
        out.extend_from_slice(&self.mailbox.0);
        put_text(&mut out, &self.name);
        out
    }

    /// Reads an invitation.
    ///
    /// # Errors
    /// [`InviteError`]; any bytes are safe to hand in.
    pub fn parse(bytes: &[u8]) -> Result<Self, InviteError> {
        match bytes.first() {
            Some(&VERSION) => {}
            Some(version) => return Err(InviteError::Version(*version)),
            None => return Err(InviteError::NotOne),
        }
        let read = |r: &mut Reader<'_>| {
            Some(Self {
                seat: Seat::from_byte(r.u8()?)?,
                key: BoxKey(r.array()?),
                psk: Psk(r.array()?),
                mailbox: MailboxId(r.array()?),
                name: take_text(r).filter(|n| n.len() <= LONGEST_NAME)?,
            })
        };
        whole(&bytes[1..], read).ok_or(InviteError::NotOne)
    }

    /// Seals the answer. `None` when the invitation's key is not one that anything can be sealed for.
    pub(crate) fn answer(&self, letter: &Letter<'_>, random: &mut impl Random) -> Option<Vec<u8>> {
        let mut body = Zeroizing::new(vec![VERSION]);
        body.extend_from_slice(&letter.grant.0);
        body.extend_from_slice(letter.vault.as_bytes());
        body.extend_from_slice(letter.access.expose());
        body.extend_from_slice(letter.key.expose());
        body.extend_from_slice(&letter.identity.verify_key().0);
        put_text(&mut body, letter.name);
        let signature = letter.identity.sign(LABEL, &signed(self, &body));
        body.extend_from_slice(&signature);
        let place = &self.mailbox.0;
        self.key
            .seal(Some(&self.psk), label::INVITE, place, &body, random)
    }

    /// Six words that both sides see once the answer lies there. When they are the same, nobody stands
    /// between: 64 bits and more of the answer and of the invitation it answers.
    #[must_use]
    pub fn words(&self, answer: &[u8]) -> Vec<&'static str> {
        let invitation = hazmat::sha256(&[&self.to_bytes()]);
        let hash = hazmat::sha256(&[WORDS, &invitation, answer]);
        let (parts, _) = hash.as_chunks();
        parts.iter().take(6).map(|part| choose(*part)).collect()
    }
}

/// An answer is signed for one invitation alone.
fn signed(invitation: &Invitation, body: &[u8]) -> Vec<u8> {
    [&hazmat::sha256(&[&invitation.to_bytes()]), body].concat()
}

impl Pending {
    /// Makes an invitation.
    pub fn make(seat: Seat, name: &str, now_ms: i64, random: &mut impl Random) -> Self {
        let secret = BoxSecret::make(random);
        let end = name.floor_char_boundary(LONGEST_NAME);
        let invitation = Invitation {
            seat,
            key: secret.key(),
            psk: Psk::make(random),
            mailbox: MailboxId(random.make()),
            name: name[..end].to_owned(),
        };
        Self {
            invitation,
            secret,
            made_ms: now_ms,
        }
    }

    /// Opens the answer that lay in the mailbox.
    ///
    /// # Errors
    /// [`InviteError::Forged`]; any bytes are safe to hand in.
    pub fn receive(&self, answer: &[u8], now_ms: i64) -> Result<Received, InviteError> {
        let place = &self.invitation.mailbox.0;
        let psk = Some(&self.invitation.psk);
        let opened = self.secret.open(psk, label::INVITE, place, answer);
        let body = opened.ok_or(InviteError::Forged)?;
        let read = |r: &mut Reader<'_>| {
            if r.u8()? != VERSION {
                return None;
            }
            let received = Received {
                id: AccessId(r.array()?),
                vault: VaultId(r.array()?),
                access: SigningSecret::new(r.array()?),
                key: GrantKey::new(r.array()?),
                identity: VerifyKey(r.array()?),
                name: take_text(r)?,
                seat: self.invitation.seat,
                since_ms: now_ms,
            };
            Some((received, r.array::<SIGNATURE>()?))
        };
        let (received, signature) = whole(&body, read).ok_or(InviteError::Forged)?;
        let message = signed(&self.invitation, &body[..body.len() - SIGNATURE]);
        if received.identity.verify(LABEL, &message, &signature) {
            Ok(received)
        } else {
            Err(InviteError::Forged)
        }
    }

    pub(super) fn write(&self, out: &mut Vec<u8>) {
        crate::bytes::put_bytes(out, &self.invitation.to_bytes());
        out.extend_from_slice(self.secret.expose());
        out.extend_from_slice(&self.made_ms.to_be_bytes());
    }

    pub(super) fn read(r: &mut Reader<'_>) -> Option<Self> {
        let invitation = Invitation::parse(crate::bytes::take_bytes(r)?).ok()?;
        Some(Self {
            invitation,
            secret: BoxSecret::new(r.array()?),
            made_ms: r.i64()?,
        })
    }
}
