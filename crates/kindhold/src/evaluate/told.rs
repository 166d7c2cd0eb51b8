// SPDX-License-Identifier: Apache-2.0
//! What was found, in words. Figures, and what they rest on; never more.

use kindhold_choice::{
    evaluate::{Estimate, Evaluation},
    trial::{Effects, Fit, LeftOut, Plan, Rows},
};
use std::fmt::Write as _;

pub(super) fn evaluation(out: &mut String, policy: &str, places: usize, found: &Evaluation) {
    let _ = writeln!(
        out,
        "{policy}: {} decisions of {} people; {} without a reward are left out",
        found.decisions, found.people, found.unsaid
    );
    let mut line = |name: &str, estimate: Option<Estimate>| {
        let _ = match estimate {
            Some(e) => writeln!(out, "  {name:<20}{}", told(&e)),
            None => writeln!(
                out,
                "  {name:<20}needs the policy’s chance of every option, not of what was taken alone"
            ),
        };
    };
    line("as logged", Some(found.logged));
    line("IPS", Some(found.ips));
    line("SNIPS", Some(found.snips));
    line("doubly robust", found.dr);
    line("the same, by shares", found.sndr);
    if let Some(model) = found.model {
        let _ = writeln!(
            out,
            "  {:<20}{model:>8.4}  (how wrong a model is cannot be read from it)",
            "the model alone"
        );
    }
    let w = &found.weights;
    let _ = writeln!(
        out,
        "  weights: worth {:.1} decisions; the largest is {:.2}, their mean {:.3}; {} decisions the policy would never have made",
        w.effective, w.most, w.mean, w.never
    );
    if w.few {
        let _ = writeln!(
            out,
            "  This log says little about this policy: the weights are worth under 30 decisions, or a tenth of all."
        );
    }
    if places > 1 {
        let _ = writeln!(
            out,
            "  {places} are offered at once: weighed is the chance of being among them. This assumes that how likely something is taken, and how it goes, does not depend on what stands beside it."
        );
    }
    out.push('\n');
}

fn told(e: &Estimate) -> String {
    match (e.error, e.interval) {
        (Some(error), Some((low, high))) => {
            format!(
                "{:>8.4}  95 % interval {low:.4} to {high:.4}, standard error {error:.4}",
                e.value
            )
        }
        _ => format!("{:>8.4}  (of a single person: no interval)", e.value),
    }
}

pub(super) fn left_out(out: &mut String, left: LeftOut) {
    for (count, why) in [
        (
            left.not_drawn,
            "not drawn evenly for this study (the fixed order, the learning choice, another day)",
        ),
        (
            left.unknown_rule,
            "drawn by a rule that this program does not know",
        ),
        (
            left.unknown_practice,
            "with a practice of which it is not known whether it counts as treated",
        ),
        (
            left.certain,
            "in which chance had no part in whether it was treated",
        ),
        (left.no_outcome, "whose outcome was not said"),
        (
            left.no_covariate,
            "with a moderator or control that was not said",
        ),
    ] {
        if count > 0 {
            let _ = writeln!(out, "  left out: {count} moments {why}");
        }
    }
}

pub(super) fn effects(plan: &Plan, rows: &Rows, found: &Effects) -> String {
    let fit = &found.marginal;
    let used = rows.decisions.iter();
    let treated = used
        .filter(|d| d.treated && d.outcome.is_some() && d.covariates.iter().all(Option::is_some));
    let mut out = format!(
        "{}: {} moments of {} people, {} of them treated\n",
        plan.study,
        fit.decisions,
        fit.people,
        treated.count()
    );
    left_out(&mut out, rows.left_out);
    let _ = writeln!(out, "  outcome: {}", plan.outcome.unit());
    line(&mut out, plan.level, "effect", fit, 0);
    match &found.moderated {
        Some(Ok(fit)) => moderated(&mut out, plan, fit),
        Some(Err(why)) => {
            let _ = writeln!(out, "  by the moderators: {why}");
        }
        None => {}
    }
    let _ = writeln!(
        out,
        "  weighed to a chance of {:.3} of being treated; the largest weight is {:.2}",
        fit.reference, fit.most
    );
    let _ = write!(
        out,
        "This is the effect of offering at least one of what counts as treated against offering none of it, on average over these moments of these people. Moments without an outcome are not in it."
    );
    out
}

fn moderated(out: &mut String, plan: &Plan, fit: &Fit) {
    line(out, plan.level, "effect where all moderators are 0", fit, 0);
    for (place, moderator) in (1..).zip(&plan.moderators) {
        let name = format!("for each step of {}", moderator.name());
        line(out, plan.level, &name, fit, place);
    }
}

fn line(out: &mut String, level: f64, name: &str, fit: &Fit, place: usize) {
    let Some(effect) = fit.effects.get(place) else {
        return;
    };
    let (low, high) = effect.interval;
    let _ = writeln!(
        out,
        "  {name}: {:.4}, {} % interval {low:.4} to {high:.4} (standard error {:.4}, {} degrees of freedom)",
        effect.value,
        100.0 * level,
        effect.error,
        fit.freedom
    );
}
