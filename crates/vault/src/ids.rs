// SPDX-License-Identifier: Apache-2.0
//! Names. One of one kind is not one of another.

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $len:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $len]);

        impl $name {
            /// The bytes.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; $len] {
                &self.0
            }
        }
    };
}

id!(
    /// A vault; random.
    VaultId, 16
);
id!(
    /// A stream of a vault; random.
    StreamId, 16
);
id!(
    /// An installation that writes; random, never reused.
    DeviceId, 16
);
id!(
    /// Something that is kept and may be changed: it has its name over all its versions. Random.
    ThingId, 16
);
id!(
    /// A record, by its hash.
    RecordId, 32
);

/// The place of a record in its lane, counted from 0.
pub type Index = u64;

/// The number of an epoch of a stream, counted from 0.
pub type Epoch = u32;
