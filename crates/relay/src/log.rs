// SPDX-License-Identifier: Apache-2.0
//! What the relay says of itself: one JSON object a line on standard error. When, how grave, what happened;
//! never who, what for, or from where.

use serde_json::json;
use std::time::SystemTime;

/// How grave something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Good to know.
    Info,
    /// Something did not work that should have.
    Error,
}

/// Something worth a line. There is no way to put a name, an id or an address into one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// It answers from now on.
    Started,
    /// It was told to stop, and finishes what it began.
    Stopping,
    /// A request failed through no fault of whoever asked.
    Fault,
    /// What nobody fetched in time could not be thrown away.
    Sweep,
}

impl Event {
    const fn name(self) -> &'static str {
        match self {
            Self::Started => "started",
            Self::Stopping => "stopping",
            Self::Fault => "fault",
            Self::Sweep => "sweep",
        }
    }
}

fn line(level: Level, event: Event, cause: Option<&str>, unix: u64) -> String {
    let level = match level {
        Level::Info => "info",
        Level::Error => "error",
    };
    let mut line = json!({ "unix": unix, "level": level, "event": event.name() });
    if let Some(cause) = cause {
        line["cause"] = cause.into();
    }
    line.to_string()
}

/// Writes a line. `cause` is what failed, in the words of the database or the system.
#[expect(
    clippy::disallowed_methods,
    reason = "when a line was written is the line's own, and nothing else looks at it"
)]
pub fn log(level: Level, event: Event, cause: Option<&str>) {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let unix = now.map_or(0, |d| d.as_secs());
    eprintln!("{}", line(level, event, cause, unix));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_object_whatever_the_cause_says() {
        let cause = "disk \"full\"\nand more";
        let said = line(Level::Error, Event::Fault, Some(cause), 7);
        assert_eq!(said.lines().count(), 1);
        let read: serde_json::Value = serde_json::from_str(&said).expect("JSON");
        let wanted = json!({ "unix": 7, "level": "error", "event": "fault", "cause": cause });
        assert_eq!(read, wanted);
        let quiet = line(Level::Info, Event::Started, None, 7);
        let read: serde_json::Value = serde_json::from_str(&quiet).expect("JSON");
        assert_eq!(
            read,
            json!({ "unix": 7, "level": "info", "event": "started" })
        );
    }
}
