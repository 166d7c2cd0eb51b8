// SPDX-License-Identifier: Apache-2.0
use sha2::{Digest, Sha256};

/// An operator's invite code as the database keeps it: whoever reads the database learns no code.
pub(crate) fn hash(code: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"kindhold/v1/invite-code");
    hash.update(code.trim().as_bytes());
    hash.finalize().into()
}
