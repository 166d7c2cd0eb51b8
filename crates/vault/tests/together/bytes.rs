// SPDX-License-Identifier: Apache-2.0
//! Whatever bytes come, no parser panics; and what is written is read back.

use kindhold_vault::{
    DeviceId, Head, Lane, SignedHead, StreamId, VaultId, VerifyKey, conformance,
    together::{AccountSecret, DeviceList, Invitation},
    wire::{
        Access, AccessId, AccountUpdate, Change, CreateVault, GrantState, LaneState, Login, Pull,
        Push, Role, Scan, Scope, State, StoredAccount, Want,
    },
};
use proptest::prelude::*;

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let magic = prop::sample::select(vec![
        &b""[..],
        b"KHAC\x01",
        b"KHDL\x01",
        b"KHHD\x01",
        b"KHGK\x01",
        b"\x01\x01",
        b"\x01\x02",
    ]);
    (magic, prop::collection::vec(any::<u8>(), 0..300)).prop_map(|(m, b)| [m, &b].concat())
}

fn access() -> impl Strategy<Value = Access> {
    let scope = (
        any::<u32>(),
        prop::collection::vec(any::<([u8; 16], u32)>(), 0..4),
        any::<Option<[u8; 16]>>(),
        any::<u64>(),
        prop::collection::vec(any::<u8>(), 0..40),
    )
        .prop_map(|(until, read, inbox, version, sealed)| Scope {
            until,
            read: read.into_iter().map(|(s, e)| (StreamId(s), e)).collect(),
            inbox: inbox.map(StreamId),
            version,
            sealed,
        });
    let role = prop_oneof![
        Just(Role::Device),
        Just(Role::Door),
        scope.prop_map(Role::Grant)
    ];
    (any::<[u8; 16]>(), any::<[u8; 32]>(), role).prop_map(|(id, key, role)| Access {
        id: AccessId(id),
        key: VerifyKey(key),
        role,
    })
}

fn lane() -> impl Strategy<Value = Lane> {
    any::<([u8; 16], [u8; 16])>().prop_map(|(stream, device)| Lane {
        stream: StreamId(stream),
        device: DeviceId(device),
    })
}

proptest! {
    #[test]
    fn no_bytes_make_a_parser_panic(bytes in bytes(), secret in any::<[u8; 16]>(), key in any::<[u8; 32]>()) {
        let vault = VaultId(secret);
        let key_ = VerifyKey(key);
        let _ = SignedHead::open(&bytes, &key_);
        let _ = DeviceList::open(&bytes, vault, &key_);
        let _ = Invitation::parse(&bytes);
        let _ = conformance::account_by_words(&bytes, &AccountSecret::new(secret));
        let _ = conformance::account_by_device(&bytes, DeviceId(secret), key);
        let _ = State::parse(&bytes);
        let _ = Push::parse(&bytes);
        let _ = Pull::parse(&bytes);
        let _ = Login::parse(&bytes);
        let _ = CreateVault::parse(&bytes);
        let _ = AccountUpdate::parse(&bytes);
        let _ = StoredAccount::parse(&bytes);
        prop_assert!(Scan(&bytes).count() <= bytes.len());
    }

    #[test]
    fn messages_are_read_as_they_were_written(
        accesses in prop::collection::vec(access(), 0..4),
        vault in any::<[u8; 16]>(),
        version in any::<u64>(),
        account in prop::collection::vec(any::<u8>(), 0..60),
        invite in ".{0,20}",
        lanes in prop::collection::vec((lane(), any::<u64>(), any::<[u8; 32]>()), 0..4),
        cut in any::<prop::sample::Index>(),
    ) {
        let create = CreateVault {
            invite,
            vault: VaultId(vault),
            access: accesses.clone(),
            version,
            account: account.clone(),
            devices: vec![1],
        };
        let written = create.to_bytes();
        let short = &written[..cut.index(written.len())];
        prop_assert!(CreateVault::parse(short).is_err());
        prop_assert_eq!(CreateVault::parse(&written), Ok(create));
        let drops = accesses.iter().map(|a| Change::Drop(a.id));
        let update = AccountUpdate {
            expected: version,
            version,
            account: account.clone(),
            devices: Vec::new(),
            changes: accesses.iter().cloned().map(Change::Put).chain(drops).collect(),
        };
        let back = AccountUpdate::parse(&update.to_bytes());
        prop_assert_eq!(back, Ok(update));
        let state = State {
            account: version,
            lanes: lanes.iter().map(|(lane, next, hash)| LaneState {
                lane: *lane,
                first: *next,
                head: Head { next: *next, hash: *hash },
            }).collect(),
            heads: vec![account.clone()],
            grants: accesses.iter().map(|a| GrantState { id: a.id, version }).collect(),
        };
        let back = State::parse(&state.to_bytes());
        prop_assert_eq!(back, Ok(state));
        let wants = lanes.iter().map(|(lane, from, _)| Want { lane: *lane, from: *from });
        let pull = Pull { wants: wants.collect() };
        let back = Pull::parse(&pull.to_bytes());
        prop_assert_eq!(back, Ok(pull));
        let push = Push { account: version, heads: vec![&account], records: &account };
        let written = push.to_bytes();
        let back = Push::parse(&written);
        prop_assert_eq!(back, Ok(push));
    }
}
