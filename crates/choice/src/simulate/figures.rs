// SPDX-License-Identifier: Apache-2.0
use super::{
    policy::Policy,
    sample::Lived,
    seeds::{For, rng},
    sums::{Sums, Weights, worst_tenth},
};

/// How often people are drawn again for an interval.
const RESAMPLES: u64 = 400;
/// Urges to both sides that a curve is smoothed over.
const AROUND: usize = 2;
/// Half as wide as an interval that holds 80 of 100, in standard deviations.
const EIGHTY: f64 = 1.2816;

/// An estimate with its 95 % interval (percentiles of the bootstrap).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Interval {
    /// The estimate.
    pub at: f64,
    /// Where 2.5 of 100 resamples lie below.
    pub low: f64,
    /// Where 2.5 of 100 lie above.
    pub high: f64,
}

impl Interval {
    fn of(at: f64, mut again: Vec<f64>) -> Self {
        again.retain(|a| a.is_finite());
        again.sort_by(f64::total_cmp);
        let part = |p: f64| {
            let n = (p * again.len() as f64) as usize;
            again.get(n.min(again.len().saturating_sub(1)))
        };
        Self {
            at,
            low: part(0.025).copied().unwrap_or(at),
            high: part(0.975).copied().unwrap_or(at),
        }
    }
}

/// What one policy came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Which.
    pub policy: Policy,
    /// Benefit as a share of the oracle's over urges 21 to 30.
    pub share_21_30: Interval,
    /// The same over urges 31 to 60.
    pub share_31_60: Interval,
    /// The same over all.
    pub share: Interval,
    /// Benefit as a share of the fixed order's over urges 31 to 60.
    pub of_fixed: Interval,
    /// Regret against the oracle over the first 10, 30 and 60 urges, in points, for each person.
    pub regret: [Interval; 3],
    /// Harmful offers in 100.
    pub harmful: Interval,
    /// The same as a share of random's.
    pub harmful_of_random: Interval,
    /// Mean benefit of an urge among the tenth of people for whom it is least under this policy, in points.
    pub worst_tenth: Interval,
    /// By how much that is above the fixed order's.
    pub worst_tenth_above_fixed: Interval,
}

impl Row {
    const NUMBERS: usize = 10;

    /// All numbers for people weighed like this, in the order of the fields.
    fn numbers(policy: Policy, people: &[Sums], by: &Weights) -> [f64; Self::NUMBERS] {
        let sum = |p: Policy, of: fn(&super::sums::Life) -> f64| by.sum(people, p, of);
        let over =
            |p: Policy, q: Policy, of: fn(&super::sums::Life) -> f64| sum(p, of) / sum(q, of);
        let harmful = |p| 100.0 * sum(p, |l| l.harmful) / sum(p, |l| l.offers);
        let regret = |of: fn(&super::sums::Life) -> f64| {
            (sum(Policy::Oracle, of) - sum(policy, of)) / by.total()
        };
        let worst = worst_tenth(policy, people, by);
        [
            over(policy, Policy::Oracle, |l| l.to_30 - l.to_20),
            over(policy, Policy::Oracle, |l| l.to_60 - l.to_30),
            over(policy, Policy::Oracle, |l| l.to_60),
            over(policy, Policy::FixedOrder, |l| l.to_60 - l.to_30),
            regret(|l| l.to_10),
            regret(|l| l.to_30),
            regret(|l| l.to_60),
            harmful(policy),
            harmful(policy) / harmful(Policy::Random),
            worst,
        ]
    }

    fn of(policy: Policy, people: &[Sums], again: &[Weights]) -> Self {
        let all = Weights::one_each(people.len());
        let at = Self::numbers(policy, people, &all);
        let drawn: Vec<_> = again
            .iter()
            .map(|w| Self::numbers(policy, people, w))
            .collect();
        let each = |n: usize| Interval::of(at[n], drawn.iter().map(|d| d[n]).collect());
        let above = |w: &Weights, worst: f64| worst - worst_tenth(Policy::FixedOrder, people, w);
        let again_above = again.iter().zip(&drawn).map(|(w, d)| above(w, d[9]));
        Self {
            policy,
            share_21_30: each(0),
            share_31_60: each(1),
            share: each(2),
            of_fixed: each(3),
            regret: [each(4), each(5), each(6)],
            harmful: each(7),
            harmful_of_random: each(8),
            worst_tenth: each(9),
            worst_tenth_above_fixed: Interval::of(above(&all, at[9]), again_above.collect()),
        }
    }
}

/// Some of the people, and what each policy came to with them.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Who they are.
    pub name: &'static str,
    /// How many.
    pub people: usize,
    /// One row for each of [`Policy::ALL`].
    pub rows: Vec<Row>,
}

/// How a policy goes, urge by urge.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// Which.
    pub policy: Policy,
    /// Share of the oracle's benefit, over five urges around each.
    pub share: Vec<Interval>,
    /// Regret up to and with each urge, in points.
    pub regret: Vec<Interval>,
}

/// A tenth of the forecasts, by what they foretold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bin {
    /// Mean reward that was foretold, -1 to 1.
    pub foretold: f64,
    /// Mean reward that came.
    pub came: Interval,
    /// How many.
    pub count: usize,
}

/// All that a simulation came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// Everybody first, then the groups.
    pub groups: Vec<Group>,
    /// One for each of [`Policy::ALL`].
    pub curves: Vec<Curve>,
    /// The learner's forecasts.
    pub bins: Vec<Bin>,
    /// How often the reward lay within the interval that should hold 80 of 100.
    pub within_80: Interval,
}

/// Reads what became of people, world by world. Intervals come from drawing whole worlds again, and people where there
/// are fewer than ten worlds.
#[must_use]
pub fn figures(worlds: &[Vec<Lived>], seed: u64) -> Figures {
    let people: Vec<&Lived> = worlds.iter().flatten().collect();
    let mut of_world = Vec::with_capacity(people.len());
    for (n, world) in worlds.iter().enumerate() {
        of_world.extend(std::iter::repeat_n(n, world.len()));
    }
    if worlds.len() < 10 {
        of_world = (0..people.len()).collect();
    }
    let again: Vec<Weights> = (0..RESAMPLES)
        .map(|n| Weights::drawn(&of_world, &mut rng(For::Resample, seed, n, 0)))
        .collect();
    let group = |name, who: fn(&Lived) -> bool| {
        let those: Vec<usize> = (0..people.len()).filter(|n| who(people[*n])).collect();
        let sums: Vec<Sums> = those.iter().map(|n| Sums::of(people[*n])).collect();
        let again: Vec<Weights> = again.iter().map(|w| w.only(&those)).collect();
        let rows = Policy::ALL.iter().map(|p| Row::of(*p, &sums, &again));
        Group {
            name,
            people: those.len(),
            rows: rows.collect(),
        }
    };
    let groups = vec![
        group("everybody", |_| true),
        group("inward kindness backfires", |l| l.kinds.backfires),
        group("practices do little", |l| l.kinds.non_responder),
        group("liking changes at once", |l| l.kinds.turns),
        group("hardly ever rates", |l| l.kinds.rarely_rates),
        group("silent about what did nothing", |l| l.kinds.silent_no),
        group("none of these", |l| l.kinds == super::Kinds::default()),
    ];
    let (bins, within_80) = calibration(&people, &again);
    Figures {
        curves: curves(&people, &again),
        groups: groups.into_iter().filter(|g| g.people > 0).collect(),
        bins,
        within_80,
    }
}

fn curves(people: &[&Lived], again: &[Weights]) -> Vec<Curve> {
    let all = Weights::one_each(people.len());
    let urges = people
        .first()
        .map_or(0, |l| l.under(Policy::Oracle).benefit.len());
    // For each way of weighing people, the sum at each urge.
    let sums = |policy: Policy, by: &Weights| -> Vec<f64> {
        let mut sums = vec![0.0; urges];
        for (lived, weight) in people.iter().zip(by.all()) {
            let each = &lived.under(policy).benefit;
            for (sum, b) in sums.iter_mut().zip(each) {
                *sum += weight * b.unwrap_or_default();
            }
        }
        sums
    };
    let ways = || std::iter::once(&all).chain(again);
    let oracle: Vec<Vec<f64>> = ways().map(|w| sums(Policy::Oracle, w)).collect();
    Policy::ALL
        .into_iter()
        .map(|policy| {
            let (mut share, mut regret) = (vec![Vec::new(); urges], vec![Vec::new(); urges]);
            for (by, oracle) in ways().zip(&oracle) {
                let own = sums(policy, by);
                let mut behind = 0.0;
                for n in 0..urges {
                    let near = n.saturating_sub(AROUND)..(n + AROUND + 1).min(urges);
                    let (a, b): (f64, f64) =
                        (own[near.clone()].iter().sum(), oracle[near].iter().sum());
                    behind += oracle[n] - own[n];
                    share[n].push(a / b);
                    regret[n].push(behind / by.total());
                }
            }
            let interval = |mut each: Vec<f64>| {
                let at = each.remove(0);
                Interval::of(at, each)
            };
            Curve {
                policy,
                share: share.into_iter().map(interval).collect(),
                regret: regret.into_iter().map(interval).collect(),
            }
        })
        .collect()
}

fn calibration(people: &[&Lived], again: &[Weights]) -> (Vec<Bin>, Interval) {
    let each = people.iter().enumerate();
    let mut all: Vec<_> = each
        .flat_map(|(n, l)| {
            l.under(Policy::Learner)
                .foretold
                .iter()
                .map(move |f| (n, f))
        })
        .collect();
    all.sort_by(|a, b| a.1.mean.total_cmp(&b.1.mean));
    let weighed =
        |of: &[(usize, &super::Foretold)], by: &Weights, value: fn(&super::Foretold) -> f64| {
            let (mut sum, mut weight) = (0.0, 0.0);
            for (n, f) in of {
                sum += by.all()[*n] * value(f);
                weight += by.all()[*n];
            }
            sum / weight
        };
    let ones = Weights::one_each(people.len());
    let interval = |of: &[(usize, &super::Foretold)], value| {
        let drawn = again.iter().map(|w| weighed(of, w, value)).collect();
        Interval::of(weighed(of, &ones, value), drawn)
    };
    let bins = all.chunks(all.len().div_ceil(10).max(1)).map(|of| Bin {
        foretold: weighed(of, &ones, |f| f.mean),
        came: interval(of, |f| f.reward),
        count: of.len(),
    });
    let within =
        |f: &super::Foretold| f64::from(u8::from((f.reward - f.mean).abs() <= EIGHTY * f.spread));
    (bins.collect(), interval(&all, within))
}
