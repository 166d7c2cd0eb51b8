// SPDX-License-Identifier: Apache-2.0
use std::{
    collections::BTreeMap,
    fmt::Write,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

/// Upper ends of the buckets of times, in seconds.
const ENDS: [f64; 8] = [0.002, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5, 60.0];

/// Counts of what happens, by route and status alone: no vault, no address, no size of a single thing.
#[derive(Debug, Default)]
pub(crate) struct Metrics {
    answers: Mutex<BTreeMap<(String, u16), u64>>,
    times: [AtomicU64; ENDS.len()],
    all_micros: AtomicU64,
    asked: AtomicU64,
    taken: AtomicU64,
    given: AtomicU64,
}

impl Metrics {
    /// A request was answered. `route` is the route's pattern, never the path that was asked for.
    pub(crate) fn answered(&self, route: &str, status: u16, took: Duration) {
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        *answers.entry((route.to_owned(), status)).or_default() += 1;
        drop(answers);
        let seconds = took.as_secs_f64();
        if let Some(at) = ENDS.iter().position(|end| seconds <= *end) {
            self.times[at].fetch_add(1, Ordering::Relaxed);
        }
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        self.all_micros.fetch_add(micros, Ordering::Relaxed);
        self.asked.fetch_add(1, Ordering::Relaxed);
    }

    /// So many bytes came in a push.
    pub(crate) fn took(&self, bytes: usize) {
        self.taken.fetch_add(bytes as u64, Ordering::Relaxed);
    }

    /// So many bytes of records went out.
    pub(crate) fn gave(&self, bytes: usize) {
        self.given.fetch_add(bytes as u64, Ordering::Relaxed);
    }

    /// As Prometheus reads it (text format 0.0.4).
    pub(crate) fn text(&self) -> String {
        let mut out = String::new();
        let mut family = |name: &str, kind: &str, help: &str, lines: &[(String, String)]| {
            let _ = writeln!(out, "# HELP {name} {help}\n# TYPE {name} {kind}");
            for (labels, value) in lines {
                let _ = writeln!(out, "{name}{labels} {value}");
            }
        };
        let answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        let lines: Vec<_> = answers
            .iter()
            .map(|((route, status), n)| {
                let labels = format!("{{route=\"{route}\",status=\"{status}\"}}");
                (labels, n.to_string())
            })
            .collect();
        drop(answers);
        let read = |n: &AtomicU64| n.load(Ordering::Relaxed);
        let name = "kindhold_relay_answers_total";
        family(name, "counter", "Requests by route and status.", &lines);
        let one = |n: &AtomicU64| vec![(String::new(), read(n).to_string())];
        let name = "kindhold_relay_pushed_bytes_total";
        family(name, "counter", "Bytes of pushes.", &one(&self.taken));
        let name = "kindhold_relay_pulled_bytes_total";
        family(
            name,
            "counter",
            "Bytes of records given.",
            &one(&self.given),
        );
        let mut sum = 0;
        let mut lines = Vec::new();
        for (end, n) in ENDS.iter().zip(&self.times) {
            sum += read(n);
            lines.push((format!("_bucket{{le=\"{end}\"}}"), sum.to_string()));
        }
        let all = read(&self.asked).to_string();
        lines.push(("_bucket{le=\"+Inf\"}".into(), all.clone()));
        let seconds = read(&self.all_micros) as f64 / 1e6;
        lines.push(("_sum".into(), seconds.to_string()));
        lines.push(("_count".into(), all));
        let name = "kindhold_relay_answer_seconds";
        family(
            name,
            "histogram",
            "Seconds until an answer began, waits for news left out.",
            &lines,
        );
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_reads_as_prometheus_wants_it() {
        let metrics = Metrics::default();
        metrics.answered("/push", 204, Duration::from_millis(3));
        metrics.answered("/push", 409, Duration::from_millis(30));
        metrics.took(700);
        let text = metrics.text();
        for line in [
            "kindhold_relay_answers_total{route=\"/push\",status=\"204\"} 1",
            "kindhold_relay_pushed_bytes_total 700",
            "kindhold_relay_answer_seconds_bucket{le=\"0.005\"} 1",
            "kindhold_relay_answer_seconds_bucket{le=\"0.1\"} 2",
            "kindhold_relay_answer_seconds_count 2",
        ] {
            assert!(text.lines().any(|l| l == line), "{line} in\n{text}");
        }
    }
}
