// SPDX-License-Identifier: Apache-2.0
use serde::{Deserialize, Serialize};

/// An instant together with the offset of the clock on the wall where it happened, so that a history
/// stays true when the person travels or the clocks change (hazard H17).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct When {
    /// Milliseconds since 1970-01-01T00:00:00Z. Handed in; this crate reads no clock.
    pub unix_ms: i64,
    /// Minutes that local time was ahead of UTC (London in summer: 60; New York in winter: -300).
    pub offset_min: i16,
}

impl When {
    /// Milliseconds of a day.
    pub const DAY_MS: i64 = 86_400_000;

    /// Milliseconds on the wall clock of that place.
    #[must_use]
    pub const fn local_ms(self) -> i64 {
        self.unix_ms + self.offset_min as i64 * 60_000
    }

    /// Hour on the wall clock, 0 to 23.
    #[must_use]
    pub const fn local_hour(self) -> u8 {
        (self.local_ms().rem_euclid(Self::DAY_MS) / 3_600_000) as u8
    }

    /// Days since 1970-01-01 on the wall calendar.
    #[must_use]
    pub const fn local_day(self) -> i64 {
        self.local_ms().div_euclid(Self::DAY_MS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hour_is_the_one_on_the_wall() {
        let midnight_utc = When {
            unix_ms: 0,
            offset_min: 0,
        };
        assert_eq!(midnight_utc.local_hour(), 0);
        assert_eq!(
            When {
                offset_min: -300,
                ..midnight_utc
            }
            .local_hour(),
            19
        );
        assert_eq!(
            When {
                offset_min: -300,
                ..midnight_utc
            }
            .local_day(),
            -1
        );
        assert_eq!(
            When {
                offset_min: 330,
                ..midnight_utc
            }
            .local_hour(),
            5
        );
    }
}
