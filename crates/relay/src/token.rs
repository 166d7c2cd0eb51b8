// SPDX-License-Identifier: Apache-2.0
//! Challenges and tokens that no table keeps: they carry their end and a code that only relays of one
//! database can make.

use hmac::{Hmac, KeyInit, Mac};
use kindhold_vault::{
    VaultId,
    wire::{AccessId, Challenge, Token},
};
use sha2::Sha256;

/// Seconds for which a challenge holds.
const CHALLENGE: u64 = 120;
/// Seconds for which a token holds.
pub(crate) const TOKEN: u64 = 3600;

/// The secret of a relay's database.
#[derive(Clone)]
pub(crate) struct Mint([u8; 32]);

impl Mint {
    pub(crate) const fn new(secret: [u8; 32]) -> Self {
        Self(secret)
    }

    fn code(&self, label: &[u8], parts: &[&[u8]]) -> Hmac<Sha256> {
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&self.0)
            .expect("HMAC takes a key of any length");
        mac.update(label);
        for part in parts {
            mac.update(part);
        }
        mac
    }

    /// Something to sign. `now` in seconds since 1970-01-01T00:00:00Z.
    pub(crate) fn challenge(&self, now: u64, random: [u8; 16]) -> Challenge {
        let mut out = [0; 40];
        out[..8].copy_from_slice(&now.to_be_bytes());
        out[8..24].copy_from_slice(&random);
        let code = self.code(b"challenge", &[&out[..24]]).finalize();
        out[24..].copy_from_slice(&code.into_bytes()[..16]);
        Challenge(out)
    }

    pub(crate) fn is_fresh(&self, challenge: &Challenge, now: u64) -> bool {
        let (front, code) = challenge.0.split_at(24);
        let made = u64::from_be_bytes(front[..8].try_into().unwrap_or_default());
        let is_ours = self
            .code(b"challenge", &[front])
            .verify_truncated_left(code);
        is_ours.is_ok() && made <= now && now - made <= CHALLENGE
    }

    pub(crate) fn token(&self, vault: VaultId, id: AccessId, now: u64, random: [u8; 8]) -> Token {
        let mut out = [0; 64];
        out[..16].copy_from_slice(vault.as_bytes());
        out[16..32].copy_from_slice(&id.0);
        out[32..40].copy_from_slice(&(now + TOKEN).to_be_bytes());
        out[40..48].copy_from_slice(&random);
        let code = self.code(b"token", &[&out[..48]]).finalize();
        out[48..].copy_from_slice(&code.into_bytes()[..16]);
        Token(out)
    }

    /// A mark of when something was drawn.
    pub(crate) fn stamp(&self, now: u64) -> [u8; 24] {
        let mut out = [0; 24];
        out[..8].copy_from_slice(&now.to_be_bytes());
        let code = self.code(b"stamp", &[&out[..8]]).finalize();
        out[8..].copy_from_slice(&code.into_bytes()[..16]);
        out
    }

    /// How many seconds ago a mark was made; `None` when it is none of ours.
    pub(crate) fn stamped(&self, stamp: &[u8], now: u64) -> Option<u64> {
        let stamp: &[u8; 24] = stamp.try_into().ok()?;
        let (front, code) = stamp.split_at(8);
        let is_ours = self.code(b"stamp", &[front]).verify_truncated_left(code);
        let made = u64::from_be_bytes(front.try_into().ok()?);
        is_ours.ok().and_then(|()| now.checked_sub(made))
    }

    /// Who holds a token; `None` when it is none of ours or no longer holds.
    pub(crate) fn holder(&self, token: &[u8], now: u64) -> Option<(VaultId, AccessId)> {
        let token: &[u8; 64] = token.try_into().ok()?;
        let (front, code) = token.split_at(48);
        let is_ours = self.code(b"token", &[front]).verify_truncated_left(code);
        let until = u64::from_be_bytes(front[32..40].try_into().ok()?);
        (is_ours.is_ok() && now < until).then_some((
            VaultId(front[..16].try_into().ok()?),
            AccessId(front[16..32].try_into().ok()?),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_tells_its_age_and_is_nobody_elses() {
        let (mint, other) = (Mint::new([1; 32]), Mint::new([2; 32]));
        let stamp = mint.stamp(1000);
        assert_eq!(mint.stamped(&stamp, 1004), Some(4));
        assert_eq!(mint.stamped(&stamp, 999), None);
        assert_eq!(other.stamped(&stamp, 1004), None);
        assert_eq!(mint.stamped(&stamp[..23], 1004), None);
    }

    #[test]
    fn a_token_holds_for_an_hour_and_is_nobody_elses() {
        let (mint, other) = (Mint::new([1; 32]), Mint::new([2; 32]));
        let (vault, id) = (VaultId([3; 16]), AccessId([4; 16]));
        let token = mint.token(vault, id, 1000, [5; 8]).0;
        assert_eq!(mint.holder(&token, 1000), Some((vault, id)));
        assert_eq!(mint.holder(&token, 1000 + TOKEN), None);
        assert_eq!(other.holder(&token, 1000), None);
        for bit in 0..512 {
            let mut changed = token;
            changed[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(mint.holder(&changed, 1000), None);
        }
    }

    #[test]
    fn a_challenge_holds_for_two_minutes() {
        let mint = Mint::new([1; 32]);
        let challenge = mint.challenge(1000, [9; 16]);
        assert!(mint.is_fresh(&challenge, 1000) && mint.is_fresh(&challenge, 1120));
        assert!(!mint.is_fresh(&challenge, 1121) && !mint.is_fresh(&challenge, 999));
        assert!(!Mint::new([2; 32]).is_fresh(&challenge, 1000));
    }
}
