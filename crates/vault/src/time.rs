// SPDX-License-Identifier: Apache-2.0
/// A reading of a hybrid logical clock (Kulkarni et al. 2014): the wall clock where it can be, and a
/// counter where the wall clock stood still or went back a little.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Time {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub ms: i64,
    /// Tells apart what the milliseconds do not.
    pub counter: u32,
}

impl Time {
    /// The time right after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        match self.counter.checked_add(1) {
            Some(counter) => Self { counter, ..self },
            None => Self {
                ms: self.ms.saturating_add(1),
                counter: 0,
            },
        }
    }
}

/// Another device's clock may be ahead by so much before it is taken for wrong: a day, in milliseconds.
const AHEAD: i64 = 24 * 60 * 60 * 1000;

/// The clock itself: the latest time that was read or seen. It never goes backwards, unless it is more
/// than a day ahead of the wall clock: then some device's clock was wrong, and following it would date
/// everything from then on wrongly. Versions of one thing stay in order all the same, because each is
/// written later than those it replaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Clock {
    latest: Time,
}

impl Clock {
    /// Takes note of a time from elsewhere.
    pub fn see(&mut self, time: Time) {
        self.latest = self.latest.max(time);
    }

    /// The next time, where no wall clock is at hand.
    pub fn step(&mut self) -> Time {
        self.latest = self.latest.next();
        self.latest
    }

    /// The next time, later than every one before, given what the wall clock says.
    pub fn tick(&mut self, wall_ms: i64) -> Time {
        let is_wrong = self.latest.ms > wall_ms.saturating_add(AHEAD);
        self.latest = if wall_ms > self.latest.ms || is_wrong {
            Time {
                ms: wall_ms,
                counter: 0,
            }
        } else {
            self.latest.next()
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
        fn a_clock_set_back_never_makes_time_run_backwards(walls in proptest::collection::vec(0..AHEAD, 1..50)) {
            let mut clock = Clock::default();
            let times: Vec<_> = walls.into_iter().map(|w| clock.tick(w)).collect();
            prop_assert!(times.windows(2).all(|w| w[0] < w[1]));
        }

        #[test]
        fn a_device_whose_clock_is_far_ahead_pulls_nobody_along(ahead in AHEAD + 1..i64::MAX, wall in 0_i64..1) {
            let mut clock = Clock::default();
            clock.see(Time { ms: ahead, counter: 7 });
            prop_assert_eq!(clock.tick(wall), Time { ms: wall, counter: 0 });
        }
    }
}
