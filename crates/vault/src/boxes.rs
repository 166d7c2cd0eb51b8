// SPDX-License-Identifier: Apache-2.0
//! Boxes that only one key opens: HPKE (RFC 9180) with X25519, HKDF-SHA-256 and ChaCha20-Poly1305.

use crate::{Random, secret::Secret};
use core::convert::Infallible;
use hpke::{
    Deserializable, HpkeError, Kem, OpModeR, OpModeS, PskBundle, Serializable,
    aead::ChaCha20Poly1305,
    kdf::HkdfSha256,
    kem::X25519HkdfSha256,
    rand_core::{TryCryptoRng, TryRng},
    single_shot_open, single_shot_seal_with_rng,
};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Opens boxes: an X25519 key (RFC 7748).
#[derive(Clone)]
pub struct BoxSecret(Secret);

/// The public half of a [`BoxSecret`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BoxKey(pub [u8; 32]);

/// 32 random bytes that both sides know from elsewhere (RFC 9180, section 9.5, asks for that much).
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Psk(pub(crate) [u8; 32]);

macro_rules! hidden {
    ($($name:ident),*) => {$(
        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )*};
}
hidden!(BoxSecret, Psk);

/// Length of the key that travels with a box.
const ENCAPPED: usize = 32;

impl BoxSecret {
    /// Makes a new one.
    pub fn make(random: &mut impl Random) -> Self {
        Self(Secret::make(random))
    }

    pub(crate) fn new(bytes: [u8; 32]) -> Self {
        Self(Secret::take(bytes))
    }

    pub(crate) fn expose(&self) -> &[u8; 32] {
        self.0.expose()
    }

    /// The public half.
    #[must_use]
    pub fn key(&self) -> BoxKey {
        let secret = x25519_dalek::StaticSecret::from(*self.expose());
        BoxKey(x25519_dalek::PublicKey::from(&secret).to_bytes())
    }

    /// Opens a box. `None` when it was made for another key, with another secret or purpose, or changed.
    pub(crate) fn open(
        &self,
        psk: Option<&Psk>,
        info: &[u8],
        aad: &[u8],
        sealed: &[u8],
    ) -> Option<Zeroizing<Vec<u8>>> {
        let (encapped, text) = sealed.split_at_checked(ENCAPPED)?;
        let open = || -> Result<_, HpkeError> {
            let mode = match psk {
                None => OpModeR::Base,
                Some(psk) => OpModeR::Psk(PskBundle::new(&psk.0, PSK_ID)?),
            };
            let secret = <X25519HkdfSha256 as Kem>::PrivateKey::from_bytes(self.expose())?;
            let encapped = <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(encapped)?;
            single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
                &mode, &secret, &encapped, info, text, aad,
            )
        };
        open().ok().map(Zeroizing::new)
    }
}

const PSK_ID: &[u8] = b"kindhold/v1/invite";

impl Psk {
    /// Makes a new one.
    pub fn make(random: &mut impl Random) -> Self {
        Self(random.make())
    }
}

impl BoxKey {
    /// Makes a box. `None` when the key is not one that anything can be sealed for.
    pub(crate) fn seal(
        &self,
        psk: Option<&Psk>,
        info: &[u8],
        aad: &[u8],
        message: &[u8],
        random: &mut impl Random,
    ) -> Option<Vec<u8>> {
        let mut seal = || -> Result<_, HpkeError> {
            let mode = match psk {
                None => OpModeS::Base,
                Some(psk) => OpModeS::Psk(PskBundle::new(&psk.0, PSK_ID)?),
            };
            let key = <X25519HkdfSha256 as Kem>::PublicKey::from_bytes(&self.0)?;
            single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
                &mode,
                &key,
                info,
                message,
                aad,
                &mut Source(random),
            )
        };
        let (encapped, text) = seal().ok()?;
        let mut out = encapped.to_bytes().to_vec();
        out.extend_from_slice(&text);
        Some(out)
    }
}

/// Our randomness, as HPKE wants it.
struct Source<'a, R>(&'a mut R);

impl<R: Random> TryRng for Source<'_, R> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_ne_bytes(self.0.make()))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_ne_bytes(self.0.make()))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        self.0.fill(bytes);
        Ok(())
    }
}

impl<R: Random> TryCryptoRng for Source<'_, R> {}

#[cfg(test)]
mod tests {
    use super::*;

    fn random() -> impl Random {
        let mut n = 0_u8;
        move |bytes: &mut [u8]| {
            for b in bytes {
                n = n.wrapping_mul(17).wrapping_add(91);
                *b = n;
            }
        }
    }

    #[test]
    fn a_box_opens_for_its_key_its_secret_and_its_purpose_alone() {
        let mut random = random();
        let (secret, other) = (BoxSecret::make(&mut random), BoxSecret::make(&mut random));
        let (psk, wrong) = (Psk::make(&mut random), Psk::make(&mut random));
        let sealed = secret
            .key()
            .seal(Some(&psk), b"purpose", b"place", b"kind words", &mut random)
            .expect("it is sealed");
        let open = |secret: &BoxSecret, psk, info, aad| secret.open(psk, info, aad, &sealed);
        let opened = open(&secret, Some(&psk), &b"purpose"[..], &b"place"[..]);
        assert_eq!(&**opened.expect("it opens"), b"kind words");
        assert!(open(&other, Some(&psk), b"purpose", b"place").is_none());
        assert!(open(&secret, Some(&wrong), b"purpose", b"place").is_none());
        assert!(open(&secret, None, b"purpose", b"place").is_none());
        assert!(open(&secret, Some(&psk), b"another", b"place").is_none());
        assert!(open(&secret, Some(&psk), b"purpose", b"elsewhere").is_none());
    }

    #[test]
    fn nothing_is_sealed_for_a_key_of_low_order() {
        assert_eq!(
            BoxKey([0; 32]).seal(None, b"", b"", b"words", &mut random()),
            None
        );
    }
}
