// SPDX-License-Identifier: Apache-2.0
use crate::Random;
use zeroize::{Zeroize, Zeroizing};

/// 32 secret bytes in a place of their own. What holds them is moved about without leaving copies behind, and the
/// place is wiped when they are dropped.
#[derive(Clone)]
pub(crate) struct Secret(Box<Zeroizing<[u8; 32]>>);

impl Secret {
    /// Draws them into their place.
    pub(crate) fn make(random: &mut impl Random) -> Self {
        let mut secret = Self(Box::default());
        random.fill(secret.0.as_mut_slice());
        secret
    }

    /// Takes them, and wipes where they came from as far as the compiler made no other copy.
    pub(crate) fn take(mut bytes: [u8; 32]) -> Self {
        let mut secret = Self(Box::default());
        secret.0.copy_from_slice(&bytes);
        bytes.zeroize();
        secret
    }

    /// Reads them from where they lie. `None` when it is not 32 bytes.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let mut secret = Self(Box::default());
        if bytes.len() != secret.0.len() {
            return None;
        }
        secret.0.copy_from_slice(bytes);
        Some(secret)
    }

    pub(crate) fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}
