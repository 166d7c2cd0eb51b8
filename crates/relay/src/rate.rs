// SPDX-License-Identifier: Apache-2.0
use crate::Limits;
use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

/// The address of whoever is connected; put into each request by the server.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub IpAddr);

/// How much each address has left: a bucket that fills with time. In memory alone, and forgotten once it is full
/// again, with the first request of anybody a minute later.
pub(crate) struct Rate {
    requests: Buckets,
    vaults: Buckets,
    questions: Buckets,
}

struct Buckets {
    most: f64,
    each_second: f64,
    held: Mutex<Held>,
}

#[derive(Default)]
struct Held {
    left: HashMap<IpAddr, (f64, u64)>,
    /// When full ones were last forgotten.
    looked: u64,
}

/// Seconds between two looks for full ones …
const A_WHILE: u64 = 60;
/// … but where there are more than so many, every second.
const MANY: usize = 10_000;

impl Rate {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            requests: Buckets::new(limits.burst, f64::from(limits.rate)),
            vaults: Buckets::new(
                limits.vaults_an_hour,
                f64::from(limits.vaults_an_hour) / 3600.0,
            ),
            questions: Buckets::new(
                limits.questions_an_hour,
                f64::from(limits.questions_an_hour) / 3600.0,
            ),
        }
    }

    /// Whether one more request may come from there. `now` in seconds.
    pub(crate) fn may_ask(&self, peer: Option<Peer>, now: u64) -> bool {
        peer.is_none_or(|peer| self.requests.take(peer.0, now))
    }

    /// Whether one more vault may be made from there.
    pub(crate) fn may_make(&self, peer: Option<Peer>, now: u64) -> bool {
        peer.is_none_or(|peer| self.vaults.take(peer.0, now))
    }

    /// Whether one more question may be left from there.
    pub(crate) fn may_write(&self, peer: Option<Peer>, now: u64) -> bool {
        peer.is_none_or(|peer| self.questions.take(peer.0, now))
    }
}

impl Buckets {
    fn new(most: u32, each_second: f64) -> Self {
        Self {
            most: f64::from(most),
            each_second,
            held: Mutex::default(),
        }
    }

    fn take(&self, peer: IpAddr, now: u64) -> bool {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let a_while = if held.left.len() > MANY { 1 } else { A_WHILE };
        if now.abs_diff(held.looked) >= a_while {
            held.looked = now;
            held.left
                .retain(|_, (left, at)| self.filled(*left, *at, now) < self.most);
        }
        let (left, at) = held
            .left
            .get(&network(peer))
            .copied()
            .unwrap_or((self.most, now));
        let left = self.filled(left, at, now);
        let goes = left >= 1.0;
        held.left
            .insert(network(peer), (if goes { left - 1.0 } else { left }, now));
        goes
    }

    fn filled(&self, left: f64, at: u64, now: u64) -> f64 {
        let seconds = now.saturating_sub(at) as f64;
        (left + seconds * self.each_second).min(self.most)
    }
}

/// Somebody with an IPv6 network has as many addresses as they like: the network counts.
fn network(peer: IpAddr) -> IpAddr {
    match peer {
        IpAddr::V6(v6) => IpAddr::from((u128::from(v6) >> 64 << 64).to_be_bytes()),
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_empties_and_fills_again() {
        let buckets = Buckets::new(3, 1.0);
        let (one, other) = (IpAddr::from([1, 1, 1, 1]), IpAddr::from([2, 2, 2, 2]));
        let taken: Vec<bool> = (0..5).map(|_| buckets.take(one, 100)).collect();
        assert_eq!(taken, [true, true, true, false, false]);
        assert!(buckets.take(other, 100));
        assert!(buckets.take(one, 101) && !buckets.take(one, 101));
    }

    #[test]
    fn an_address_is_forgotten_once_nothing_is_held_against_it() {
        let buckets = Buckets::new(3, 1.0);
        let [one, other] = [[1, 1, 1, 1], [2, 2, 2, 2]].map(IpAddr::from);
        let known = |peer: IpAddr| {
            buckets
                .held
                .lock()
                .expect("one thread")
                .left
                .contains_key(&peer)
        };
        assert!(buckets.take(one, 1000) && known(one));
        assert!(buckets.take(other, 1001) && known(one));
        assert!(buckets.take(other, 1061) && !known(one));
        for _ in 0..3 {
            buckets.take(one, 1061);
        }
        assert!(
            !buckets.take(one, 1061),
            "who has used all of it is not let off"
        );
    }
}
