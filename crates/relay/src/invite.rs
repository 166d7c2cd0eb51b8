// SPDX-License-Identifier: Apache-2.0
use sha2::{Digest, Sha256};

/// A code to hand to somebody: 128 bits, in letters and digits that nobody mistakes for one another.
#[must_use]
pub fn make() -> String {
    let bytes: [u8; 16] = crate::random();
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// An operator's invite code as the database keeps it: whoever reads the database learns no code.
pub(crate) fn hash(code: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"kindhold/v1/invite-code");
    hash.update(code.trim().as_bytes());
    hash.finalize().into()
}
