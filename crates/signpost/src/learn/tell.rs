// SPDX-License-Identifier: Apache-2.0
//! How often the weights are wrong, on lines that they were not learnt from.

use super::{Line, compose::compose, draw::Draw};
use crate::{judge::judge, weights::Weights};
use std::{collections::BTreeMap, fmt::Write};

/// A table of how the weights do on lines: for each language and set the share that is shown, and how
/// well the sums keep apart. `None` if the bytes are no weights.
#[must_use]
pub fn tell(bytes: &[u8], lines: &[Line], blind: &[Line], seed: u64) -> Option<String> {
    let weights = Weights::read(bytes)?;
    let held: Vec<&Line> = lines.iter().filter(|line| line.is_held_out()).collect();
    let mut out = String::new();
    let _ = writeln!(
        out,
        "learnt from {} lines; parts {:?}; threshold {:.3}",
        weights.number, weights.parts, weights.threshold
    );
    let mut languages: Vec<&str> = held.iter().map(|line| line.language.as_str()).collect();
    languages.sort_unstable();
    languages.dedup();
    for language in languages {
        let own: Vec<&Line> = held
            .iter()
            .copied()
            .filter(|line| line.language == language)
            .collect();
        table(&mut out, language, &own, &weights);
        let mut draw = Draw::new(seed);
        let posts: Vec<Line> = (0..600)
            .filter_map(|place| {
                let show = place % 2 == 0;
                let text = compose(&own, &[], show, &mut draw)?;
                let words = text.split_whitespace().count();
                let set = ["<50", "<200", "<600", "long"]
                    [[50, 200, 600].iter().filter(|most| words >= **most).count()];
                Some(Line {
                    language: language.to_owned(),
                    set: format!("composed {set}"),
                    show,
                    text,
                })
            })
            .collect();
        table(
            &mut out,
            language,
            &posts.iter().collect::<Vec<_>>(),
            &weights,
        );
        let length: Vec<(f32, bool)> = posts
            .iter()
            .map(|line| (line.text.len() as f32, line.show))
            .collect();
        let _ = writeln!(
            out,
            "  length alone on composed posts: AUC {:.3}",
            area(&length)
        );
    }
    if !blind.is_empty() {
        table(
            &mut out,
            "blind",
            &blind.iter().collect::<Vec<_>>(),
            &weights,
        );
    }
    Some(out)
}

/// The lines that are wrong, from the worst on, each with its sum and what weighed in.
#[must_use]
pub fn misses(bytes: &[u8], lines: &[Line]) -> Option<String> {
    let weights = Weights::read(bytes)?;
    let mut wrong: Vec<(f32, String)> = Vec::new();
    for line in lines {
        let verdict = judge(&line.text, &weights);
        let off = verdict.sum - weights.threshold;
        if (off >= 0.0) != line.show {
            let side = if line.show { "missed" } else { "unneeded" };
            let each: Vec<String> = verdict
                .sentences
                .iter()
                .map(|weight| format!("{weight:.1}"))
                .collect();
            wrong.push((
                off.abs(),
                format!("{side} {off:+.1} [{}] {}", each.join(" "), line.text),
            ));
        }
    }
    wrong.sort_by(|one, other| other.0.total_cmp(&one.0));
    Some(wrong.into_iter().map(|(_, told)| told + "\n").collect())
}

fn table(out: &mut String, name: &str, lines: &[&Line], weights: &Weights<'_>) {
    let mut sets: BTreeMap<(bool, &str), (usize, usize)> = BTreeMap::new();
    let mut sums = Vec::new();
    for line in lines {
        let sum = judge(&line.text, weights).sum;
        sums.push((sum, line.show));
        let (all, shown) = sets.entry((!line.show, &line.set)).or_default();
        *all += 1;
        *shown += usize::from(sum >= weights.threshold);
    }
    let share = |side: bool| {
        let of = sets.iter().filter(|((quiet, _), _)| *quiet != side);
        let (all, shown) = of.fold((0, 0), |sum, (_, of)| (sum.0 + of.0, sum.1 + of.1));
        shown as f32 / all.max(1) as f32
    };
    let _ = writeln!(
        out,
        "{name}: {} lines, AUC {:.3}, recall at 5 % {:.3}; shown: {:.3} of show, {:.3} of quiet",
        lines.len(),
        area(&sums),
        recall(&sums, 0.05),
        share(true),
        share(false)
    );
    for ((quiet, set), (all, shown)) in &sets {
        let side = if *quiet { "quiet" } else { "show" };
        let _ = writeln!(
            out,
            "  {side:5} {set:14} {shown:4} of {all:4}  {:.3}",
            *shown as f32 / *all as f32
        );
    }
}

/// The chance that a text of the one side is above one of the other (area under the curve).
pub(crate) fn area(sums: &[(f32, bool)]) -> f32 {
    let mut order = sums.to_vec();
    order.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (mut quiet, mut above, mut shown) = (0.0, 0.0, 0.0);
    let mut rest = order.as_slice();
    while let Some(first) = rest.first() {
        let same = rest.iter().take_while(|one| one.0 == first.0).count();
        let (tied, others) = rest.split_at(same);
        let yes = tied.iter().filter(|one| one.1).count() as f64;
        let no = same as f64 - yes;
        above += yes * (quiet + no / 2.0);
        quiet += no;
        shown += yes;
        rest = others;
    }
    (above / f64::max(quiet * shown, 1.0)) as f32
}

/// The share of the one side that is above so many of the other.
pub(crate) fn recall(sums: &[(f32, bool)], unneeded: f32) -> f32 {
    let mut quiet: Vec<f32> = sums.iter().filter(|one| !one.1).map(|one| one.0).collect();
    quiet.sort_by(|one, other| other.total_cmp(one));
    let allowed = (quiet.len() as f32 * unneeded) as usize;
    let bar = quiet.get(allowed).copied().unwrap_or(f32::MIN);
    let shown: Vec<&(f32, bool)> = sums.iter().filter(|one| one.1).collect();
    shown.iter().filter(|one| one.0 > bar).count() as f32 / shown.len().max(1) as f32
}
