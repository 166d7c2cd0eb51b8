// SPDX-License-Identifier: Apache-2.0
//! The body of a record (CBOR) as a part of an export (JSON), and back, without knowing what it says. So
//! every kind of entry is read and written in one form alone: the other would weigh ten kilobytes more
//! of what a phone has to load first.

pub(super) use kindhold_care::Carried as Tree;
use serde::Serialize as _;

/// A body as it stands in an export.
pub(super) fn of_body(body: &[u8]) -> Option<Tree> {
    minicbor_serde::from_slice(body).ok()
}

/// A part of an export as a body.
pub(super) fn to_body(tree: &Tree) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    let mut to = minicbor_serde::Serializer::new(&mut body);
    tree.serialize(to.serialize_unit_as_null(true)).ok()?;
    Some(body)
}
