// SPDX-License-Identifier: Apache-2.0
//! What lies inside sealed things, for laws about any bytes: reads it and writes it again, `None` when it is none.
//! Nobody without a key brings such bytes; a damaged program of somebody who has one could.

use crate::{
    bytes::whole,
    together::{self, GrantKeys, Member},
};

/// What a device knows of the whole.
#[must_use]
pub fn member(bytes: &[u8]) -> Option<Vec<u8>> {
    whole(bytes, Member::read).map(|member| member.to_bytes().to_vec())
}

/// What all devices share.
#[must_use]
pub fn account(bytes: &[u8]) -> Option<Vec<u8>> {
    together::Account::from_bytes(bytes).map(|account| account.to_bytes().to_vec())
}

/// The keys of a grant, with its name and signature.
#[must_use]
pub fn grant_keys(bytes: &[u8]) -> Option<Vec<u8>> {
    let (keys, grant, signature) = whole(bytes, GrantKeys::fields)?;
    Some([keys.body(grant).as_slice(), &signature].concat())
}

/// What was met of a vault that somebody else shows.
#[must_use]
pub fn known(bytes: &[u8]) -> Option<Vec<u8>> {
    together::known_again(bytes)
}

/// The inside of what a device knows of the whole, for a corpus to begin with.
#[must_use]
pub fn of_member(of: &Member) -> Vec<u8> {
    of.to_bytes().to_vec()
}

/// The inside of an account, for a corpus to begin with.
#[must_use]
pub fn of_account(of: &together::Account) -> Vec<u8> {
    of.to_bytes().to_vec()
}
