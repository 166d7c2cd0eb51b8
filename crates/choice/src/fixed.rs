// SPDX-License-Identifier: Apache-2.0
use crate::{History, SLATE, Situation, is_safe_now};
use kindhold_care::{Function, Kindness, Offer, Practice, Reason, Skill};

/// The order that stands without learning: what fits the function, gentlest kind of kindness first,
/// body before thinking when it is strong; then the person's own words, which weigh more than
/// anything else. It uses no randomness.
///
/// When the function is "to hold off something worse" the person's ratings change nothing: the order
/// is the same every time.
#[derive(Debug, Clone, Copy, Default)]
pub struct FixedOrder;

impl FixedOrder {
    fn fit(practice: &Practice, situation: &Situation) -> f64 {
        if situation.functions.is_empty() {
            return Self::gentleness(practice);
        }
        let shared = situation
            .functions
            .iter()
            .filter(|f| practice.fits(**f))
            .count();
        let narrow = 1.0 / practice.functions.len().max(1) as f64;
        shared as f64 * 2.0 + 0.2 * narrow
    }

    /// With nothing known: no kindness asked, outward attention, few cautions.
    fn gentleness(practice: &Practice) -> f64 {
        let outward = practice.skills.contains(&Skill::Attention) && !practice.has_breath();
        1.0 + f64::from(u8::from(outward)) - 0.2 * practice.cautions.len() as f64
    }

    fn score(practice: &Practice, situation: &Situation, history: &History) -> f64 {
        let mut score = Self::fit(practice, situation);
        score -= match practice.kindness {
            Kindness::None => 0.0,
            Kindness::Outward => 0.05,
            Kindness::Received => 0.1,
            Kindness::Own => 0.4,
        };
        if situation.is_strongest() {
            let body = practice.skills.contains(&Skill::Body)
                || practice.skills.contains(&Skill::Attention);
            score += if body { 0.3 } else { 0.0 };
            score -= 0.05 * f64::from(practice.minutes);
        }
        if practice.has_breath() {
            score -= 0.3;
        }
        if !situation.is_holding_off() {
            score += 3.0 * history.of(&practice.id).rating();
        }
        score
    }

    fn reason(practice: &Practice, situation: &Situation, history: &History) -> Reason {
        let said = history.of(&practice.id);
        let fits = situation
            .functions
            .iter()
            .copied()
            .find(|f| practice.fits(*f));
        match fits {
            _ if said.rating() > 0.0 && !situation.is_holding_off() => Reason::HelpedBefore,
            Some(function) => Reason::Fits(function),
            None => Reason::Gentle,
        }
    }
}

impl FixedOrder {
    /// Up to [`SLATE`] practices out of `practices`, best first, each with its reason.
    #[must_use]
    pub fn choose(
        self,
        situation: &Situation,
        practices: &[Practice],
        history: &History,
    ) -> Vec<Offer> {
        let mut safe: Vec<(f64, &Practice)> = practices
            .iter()
            .filter(|p| is_safe_now(p, situation, history).is_ok())
            .filter(|p| !situation.is_holding_off() || p.fits(Function::HoldOff))
            .map(|p| (Self::score(p, situation, history), p))
            .collect();
        safe.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
        spread(safe.into_iter().map(|(_, p)| p))
            .into_iter()
            .map(|p| Offer {
                practice: p.id.clone(),
                reason: Self::reason(p, situation, history),
            })
            .collect()
    }
}

/// Takes the best, then the best that train something else than what is taken already, so that three
/// doors lead to three places; breathing at most once and never first.
fn spread<'a>(ranked: impl Iterator<Item = &'a Practice>) -> Vec<&'a Practice> {
    let mut rest: Vec<&Practice> = ranked.collect();
    let mut taken: Vec<&Practice> = Vec::with_capacity(SLATE);
    while taken.len() < SLATE && !rest.is_empty() {
        let fresh = rest.iter().position(|p| {
            let breath_fits =
                !p.has_breath() || (!taken.is_empty() && !taken.iter().any(|t| t.has_breath()));
            breath_fits
                && taken
                    .iter()
                    .all(|t| t.scene != p.scene && t.skills.first() != p.skills.first())
        });
        let calm = || rest.iter().position(|p| !p.has_breath());
        let next = fresh.or_else(calm).unwrap_or(0);
        taken.push(rest.remove(next));
    }
    taken
}
