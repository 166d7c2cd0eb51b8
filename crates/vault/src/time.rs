// SPDX-License-Identifier: Apache-2.0
/// A reading of a hybrid logical clock (Kulkarni et al. 2014): the wall clock where it can be, and a
/// counter where the wall clock stood still or went back. Never goes backwards on a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Time {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub ms: i64,
    /// Tells apart what the milliseconds do not.
    pub counter: u32,
}

/// The clock itself: the latest time that was read or seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Clock {
    latest: Time,
}

impl Clock {
    /// Takes note of a time from elsewhere.
    pub fn see(&mut self, time: Time) {
        self.latest = self.latest.max(time);
    }

    /// The next time, later than every one before, given what the wall clock says.
    pub fn tick(&mut self, wall_ms: i64) -> Time {
        self.latest = if wall_ms > self.latest.ms {
            Time {
                ms: wall_ms,
                counter: 0,
            }
        } else {
            match self.latest.counter.checked_add(1) {
                Some(counter) => Time {
                    counter,
                    ..self.latest
                },
                None => Time {
                    ms: self.latest.ms.saturating_add(1),
                    counter: 0,
                },
            }
        };
        self.latest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_clock_set_back_never_makes_time_run_backwards(walls in proptest::collection::vec(any::<i64>(), 1..50)) {
            let mut clock = Clock::default();
            let times: Vec<_> = walls.into_iter().map(|w| clock.tick(w)).collect();
            prop_assert!(times.windows(2).all(|w| w[0] < w[1]));
        }
    }
}
