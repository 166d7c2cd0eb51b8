// SPDX-License-Identifier: Apache-2.0
//! What was answered, how fast, and what should not have been.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// After a server or a database is back, those who were turned away still hear of it for so long.
const GRACE: Duration = Duration::from_secs(8);

/// Counts, kept by everybody.
pub(crate) struct Toll {
    outages: Mutex<Vec<(Instant, Option<Instant>)>>,
    answers: Mutex<BTreeMap<(String, u16), u64>>,
    times: Mutex<BTreeMap<String, Vec<f32>>>,
    counts: Mutex<BTreeMap<&'static str, u64>>,
    faults: Mutex<Vec<String>>,
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Toll {
    pub(crate) fn new() -> Self {
        Self {
            outages: Mutex::default(),
            answers: Mutex::default(),
            times: Mutex::default(),
            counts: Mutex::default(),
            faults: Mutex::default(),
        }
    }

    /// From now on the server, or its database, is not there.
    pub(crate) fn down(&self) {
        held(&self.outages).push((Instant::now(), None));
    }

    /// It is there again.
    pub(crate) fn up(&self) {
        if let Some(last) = held(&self.outages).last_mut() {
            last.1 = Some(Instant::now());
        }
    }

    /// Whether something that began then may have met an outage.
    fn met_an_outage(&self, began: Instant) -> bool {
        let outages = held(&self.outages);
        let last = outages.last();
        last.is_some_and(|(_, up)| up.is_none_or(|up| began < up + GRACE))
    }

    /// A request came to its end; status 0 is no answer at all.
    pub(crate) fn answered(&self, path: &str, status: u16, began: Instant) {
        let route = path.split(['/', '?']).next().unwrap_or_default();
        let waits = path.contains("wait=");
        *held(&self.answers)
            .entry((route.to_owned(), status))
            .or_default() += 1;
        if status == 0 || status >= 500 {
            if self.met_an_outage(began) {
                self.count("unanswered or refused while down");
            } else {
                self.fault(format!("{path}: {status} while up"));
            }
        } else if !waits {
            let took = began.elapsed().as_secs_f32();
            held(&self.times)
                .entry(route.to_owned())
                .or_default()
                .push(took);
        }
    }

    /// Something happened once more.
    pub(crate) fn count(&self, what: &'static str) {
        self.add(what, 1);
    }

    /// Something happened so many times more.
    pub(crate) fn add(&self, what: &'static str, n: u64) {
        *held(&self.counts).entry(what).or_default() += n;
    }

    /// Something that must never happen did.
    pub(crate) fn fault(&self, what: String) {
        eprintln!("FAULT {what}");
        held(&self.faults).push(what);
    }

    /// Everything that must never have happened.
    pub(crate) fn faults(&self) -> Vec<String> {
        held(&self.faults).clone()
    }

    /// How often something happened.
    pub(crate) fn counted(&self, what: &str) -> u64 {
        held(&self.counts).get(what).copied().unwrap_or(0)
    }

    /// Middles and ends of the times of each route, divided by another's: p50, p99.
    pub(crate) fn beside(&self, other: &Self) -> Vec<(String, f64, f64)> {
        let (mine, theirs) = (self.ranks(), other.ranks());
        mine.into_iter()
            .filter_map(|(route, [p50, p99])| {
                let [other50, other99] = theirs.get(&route)?;
                Some((route, p50 / other50, p99 / other99))
            })
            .collect()
    }

    fn ranks(&self) -> BTreeMap<String, [f64; 2]> {
        let mut all = held(&self.times);
        let ranks = all.iter_mut().map(|(route, times)| {
            times.sort_by(f32::total_cmp);
            let at = |part: f64| f64::from(times[((times.len() - 1) as f64 * part) as usize]);
            (route.clone(), [at(0.5), at(0.99)])
        });
        ranks.collect()
    }

    /// Everything, for a reader.
    pub(crate) fn told(&self) -> String {
        use std::fmt::Write;
        let mut out = String::new();
        for (what, n) in held(&self.counts).iter() {
            let _ = writeln!(out, "{n:>9}  {what}");
        }
        let _ = writeln!(
            out,
            "\nroute         answers    p50 ms    p99 ms   statuses"
        );
        let answers = held(&self.answers);
        for (route, [p50, p99]) in self.ranks() {
            let n = held(&self.times).get(&route).map_or(0, Vec::len);
            let statuses = answers.iter().filter(|((r, _), _)| *r == route);
            let statuses: Vec<String> = statuses.map(|((_, s), n)| format!("{s}: {n}")).collect();
            let _ = writeln!(
                out,
                "{route:<12} {n:>8} {:>9.1} {:>9.1}   {}",
                p50 * 1000.0,
                p99 * 1000.0,
                statuses.join(", ")
            );
        }
        out
    }
}
