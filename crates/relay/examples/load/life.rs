// SPDX-License-Identifier: Apache-2.0
//! Somebody's years, from a number: the same number is the same vault, byte for byte. So a vault that was put
//! into a database can be had again, with its keys, for whoever measures.

use kindhold_vault::{
    DeviceSecret, Draft, MemoryStore, Random, Slot, ThingId, Vault,
    conformance::{self, Seeded},
    together::{Relay, Seat, Showing},
};
use pollster::block_on;
use std::error::Error;

/// How many of a hundred vaults have how many records, and in how many syncs they came. An assumption: most try
/// it, some come back, few write for years.
const SHARES: [(u64, u64, u64); 5] = [
    (45, 3, 1),
    (30, 10, 2),
    (16, 40, 3),
    (8, 120, 4),
    (1, 700, 8),
];
/// Of a hundred vaults with more than a few records, so many have a second device, and show something.
const SECOND: u64 = 30;
const SHOWN: u64 = 20;

/// The streams that the app makes.
const STREAMS: [&str; 6] = ["private", "diary", "urges", "practice", "measures", "plan"];

/// A vault with its keys, as its device has it.
pub(crate) struct Life {
    pub(crate) phone: Vault<MemoryStore>,
    pub(crate) random: Seeded,
    pub(crate) records: u64,
}

/// Records of a vault, and syncs.
fn size(n: u64) -> (u64, u64) {
    let mut part = n.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
    part %= 100;
    for (share, records, syncs) in SHARES {
        if part < share {
            return (records, syncs);
        }
        part -= share;
    }
    (3, 1)
}

/// Lives it against a relay.
pub(crate) fn live(n: u64, relay: &impl Relay) -> Result<Life, Box<dyn Error>> {
    let mut random = Seeded(n.wrapping_mul(0xD134_2543_DE82_EF95) | 1);
    let device = DeviceSecret::new([7; 32]);
    let mut own = Seeded(n | 1);
    let way_in = |amk: &_| Ok(Slot::for_device(amk, &device, &mut own));
    let created = Vault::create(MemoryStore::default(), &STREAMS, way_in, &mut random);
    let mut phone = block_on(created)?;
    block_on(phone.bring_to_relay(relay, "", "phone", 0, &mut random))?;
    let (records, syncs) = size(n);
    for sync in 0..syncs {
        write(&mut phone, records / syncs, sync * 1000, &mut random)?;
        block_on(phone.sync(relay, &mut random))?;
    }
    if records > 3 && n % 100 < SECOND {
        let door = phone.member().ok_or("no member")?.account.secret.door();
        let joined = conformance::sample_join(MemoryStore::default(), relay, &door, &mut random);
        let mut tablet = block_on(joined)?;
        write(&mut tablet, 2, 1_000_000, &mut random)?;
        block_on(tablet.sync(relay, &mut random))?;
    }
    if records > 3 && n / 100 % 100 < SHOWN {
        show(&mut phone, n, relay, &mut random)?;
    }
    Ok(Life {
        phone,
        random,
        records,
    })
}

fn write(
    vault: &mut Vault<MemoryStore>,
    count: u64,
    from: u64,
    random: &mut Seeded,
) -> Result<(), Box<dyn Error>> {
    let things: Vec<[u8; 16]> = (0..count).map(|_| random.make()).collect();
    // An entry has about 60 to 500 bytes; one in sixteen is a page.
    let bodies: Vec<Vec<u8>> = things
        .iter()
        .map(|t| {
            vec![
                t[1];
                if t[0] < 16 {
                    1600
                } else {
                    60 + usize::from(t[0]) * 2
                }
            ]
        })
        .collect();
    let drafts: Vec<Draft<'_>> = things
        .iter()
        .zip(&bodies)
        .enumerate()
        .map(|(n, (thing, body))| Draft {
            stream: STREAMS[usize::from(thing[2]) % STREAMS.len()],
            kind: 1,
            thing: ThingId(*thing),
            wall_ms: (from + n as u64) as i64,
            offset_min: 60,
            written: None,
            body,
        })
        .collect();
    block_on(vault.append_all(&drafts, random))?;
    Ok(())
}

/// Shows two streams to a counsellor; every tenth never looks, so that the message stays in its mailbox.
fn show(
    phone: &mut Vault<MemoryStore>,
    n: u64,
    relay: &impl Relay,
    random: &mut Seeded,
) -> Result<(), Box<dyn Error>> {
    let made = conformance::sample_vault(MemoryStore::default(), random);
    let mut office = block_on(made)?;
    block_on(office.become_member("office", 0, random))?;
    let invitation = block_on(office.invite(Seat::Counsellor, "Dr Reed", 0, random))?;
    let showing = Showing {
        streams: &["diary", "urges"],
        with_the_past: n.is_multiple_of(2),
        until: 0,
        their_name: "Dr Reed",
        own_name: "Sam",
        now_ms: 0,
    };
    let given = block_on(phone.show(relay, &invitation, &showing, random))?;
    if n.is_multiple_of(10) {
        return Ok(());
    }
    let answers = block_on(office.answers(relay, 0))?;
    let answer = answers.first().ok_or("no answer")?;
    let received = answer.received.clone()?;
    block_on(office.accept(relay, answer.mailbox, &received, random))?;
    if n.is_multiple_of(3) {
        block_on(phone.take_back(relay, given.id, 1, random))?;
    }
    Ok(())
}
