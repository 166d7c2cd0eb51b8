// SPDX-License-Identifier: Apache-2.0
//! How long things take, said while they happen.

use std::cell::Cell;
use std::time::{Duration, Instant};

/// A clock for a step.
#[derive(Clone, Copy)]
pub(crate) struct Clock(Instant);

impl Clock {
    /// Starts.
    #[expect(
        clippy::disallowed_methods,
        reason = "a build tool tells how long it took"
    )]
    pub(crate) fn start() -> Self {
        Self(Instant::now())
    }

    /// Since the start.
    pub(crate) fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}

/// Minutes and seconds, as somebody would say them.
pub(crate) fn spoken(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0 => format!("{} ms", time.as_millis()),
        1..60 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// Says which step of how many has begun.
pub(crate) struct Stages {
    count: usize,
    begun: Cell<usize>,
}

impl Stages {
    /// So many steps.
    pub(crate) fn new(count: usize) -> Self {
        Self {
            count,
            begun: Cell::new(0),
        }
    }

    /// The next step begins.
    pub(crate) fn begin(&self, what: &str) {
        self.begun.set(self.begun.get() + 1);
        println!("[{}/{}] {what}…", self.begun.get(), self.count);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_well() {
        assert_eq!(spoken(Duration::from_millis(412)), "412 ms");
        assert_eq!(spoken(Duration::from_secs(59)), "59 s");
        assert_eq!(spoken(Duration::from_secs(185)), "3 min 05 s");
    }
}
