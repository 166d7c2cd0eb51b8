// SPDX-License-Identifier: Apache-2.0
//! Regret of the learning on made-up people whose weights differ: with nothing known, with a prior from others, and with
//! the same prior the wrong way round. Regret in units of reward; chance alone stands beside it.
//!
//!     cargo run --release -p kindhold-choice --example regret

use kindhold_choice::{
    learn::Rng,
    person::{Fitted, Logged, Person, Start, fit},
};
use std::collections::BTreeMap;

struct World {
    name: &'static str,
    arms: usize,
    features: usize,
    /// How far the common weights lie from nothing, and how far people differ.
    common: f64,
    differ: f64,
    noise: f64,
    scale: f64,
}

const WORLDS: [World; 5] = [
    World {
        name: "two arms, levels alone",
        arms: 2,
        features: 0,
        common: 1.2,
        differ: 0.3,
        noise: 1.0,
        scale: 1.0,
    },
    World {
        name: "two arms, alike",
        arms: 2,
        features: 3,
        common: 1.2,
        differ: 0.3,
        noise: 1.0,
        scale: 1.0,
    },
    World {
        name: "two arms, unlike",
        arms: 2,
        features: 3,
        common: 0.8,
        differ: 0.8,
        noise: 1.0,
        scale: 40.0,
    },
    World {
        name: "five arms, alike",
        arms: 5,
        features: 2,
        common: 0.9,
        differ: 0.3,
        noise: 0.7,
        scale: 1.0,
    },
    World {
        name: "two arms, sure",
        arms: 2,
        features: 5,
        common: 1.0,
        differ: 0.15,
        noise: 0.5,
        scale: 1.0,
    },
];

struct One {
    weights: Vec<Vec<f64>>,
}

fn names(letter: &str, count: usize) -> Vec<String> {
    (0..count).map(|n| format!("{letter}{n}")).collect()
}

fn one(world: &World, common: &[Vec<f64>], rng: &mut Rng) -> One {
    let weights = common
        .iter()
        .map(|w| w.iter().map(|x| x + world.differ * rng.normal()).collect())
        .collect();
    One { weights }
}

fn context(world: &World, rng: &mut Rng) -> Vec<f64> {
    (0..world.features).map(|_| rng.normal()).collect()
}

fn mean(one: &One, arm: usize, x: &[f64]) -> f64 {
    let w = &one.weights[arm];
    w[0] + w[1..].iter().zip(x).map(|(a, b)| a * b).sum::<f64>()
}

fn told(features: &[String], x: &[f64]) -> BTreeMap<String, f64> {
    features.iter().cloned().zip(x.iter().copied()).collect()
}

fn prior(world: &World, common: &[Vec<f64>], people: usize, turn: f64, rng: &mut Rng) -> Fitted {
    let (arms, features) = (names("a", world.arms), names("x", world.features));
    let mut logs = Vec::new();
    for p in 0..people {
        let o = one(world, common, rng);
        for _ in 0..50 {
            let x = context(world, rng);
            let arm = rng.below(world.arms);
            let reward = mean(&o, arm, &x) + world.noise * rng.normal();
            logs.push(Logged {
                person: p.to_string(),
                context: told(&features, &x),
                arm: arms[arm].clone(),
                reward: Some(turn * world.scale * reward),
            });
        }
    }
    fit(&arms, &features, &logs).expect("logs fit")
}

fn run(world: &World, which: &str, seeds: u64) -> [f64; 3] {
    let (arms, features) = (names("a", world.arms), names("x", world.features));
    let mut sums = [0.0; 3];
    for seed in 0..seeds {
        let mut rng = Rng::new(seed);
        let common: Vec<Vec<f64>> = (0..world.arms)
            .map(|_| {
                (0..=world.features)
                    .map(|_| world.common * rng.normal())
                    .collect()
            })
            .collect();
        let prior = match which {
            "good, 15" => Some(prior(world, &common, 15, 1.0, &mut rng)),
            "good, 60" => Some(prior(world, &common, 60, 1.0, &mut rng)),
            "wrong" => Some(prior(world, &common, 60, -1.0, &mut rng)),
            _ => None,
        };
        let o = one(world, &common, &mut rng);
        let mut person = Person::new(Start {
            seed,
            arms: arms.clone(),
            features: features.clone(),
            prior,
            slate: 1,
            clip: None,
        })
        .expect("a fine start");
        let mut regret = 0.0;
        for decision in 0..100u64 {
            let x = context(world, &mut rng);
            let means: Vec<f64> = (0..world.arms).map(|a| mean(&o, a, &x)).collect();
            let best = means.iter().copied().fold(f64::MIN, f64::max);
            let arm = if which == "chance" {
                rng.below(world.arms)
            } else {
                let chosen = person
                    .choose(decision, &told(&features, &x), &arms)
                    .expect("it chooses");
                arms.iter()
                    .position(|a| *a == chosen.slate[0])
                    .expect("one of them")
            };
            regret += best - means[arm];
            let reward = world.scale * (means[arm] + world.noise * rng.normal());
            if which != "chance" {
                person
                    .outcome(decision, Some(&arms[arm]), Some(reward), false)
                    .expect("an outcome");
            }
            for (at, sum) in [9, 29, 99].iter().zip(&mut sums) {
                if decision == *at {
                    *sum += regret;
                }
            }
        }
    }
    sums.map(|s| s / seeds as f64)
}

/// People whom something helps less the more often it comes: mean outcome, and that of the worst quarter of people.
fn tiring(which: &str, people: u64) -> (f64, f64) {
    let (arms, features) = (names("a", 2), names("x", 2));
    let step = |rng: &mut Rng, base: f64, gain: f64, recent: f64, x: &[f64], sent: bool| {
        let effect = if sent {
            gain * (64.0 - 56.0 * recent + 12.0 * x[0])
        } else {
            0.0
        };
        let expected = base + 8.0 * x[1] + effect;
        (expected + 45.0 * rng.normal()).max(0.0)
    };
    #[allow(clippy::type_complexity)]
    let whole = |rng: &mut Rng,
                 mut pick: Box<dyn FnMut(u64, &[f64], &mut Rng) -> bool + '_>,
                 mut tell: Box<dyn FnMut(u64, bool, f64, &[f64]) + '_>| {
        let (base, gain) = (
            (50.0 + 30.0 * rng.normal()).max(0.0),
            (1.0 + 0.5 * rng.normal()).max(0.0),
        );
        let (mut recent, mut sum) = (0.0, 0.0);
        for decision in 0..140 {
            let x: Vec<f64> = (0..2).map(|_| rng.normal()).collect();
            let sent = pick(decision, &x, rng);
            let outcome = step(rng, base, gain, recent, &x, sent);
            tell(decision, sent, outcome, &x);
            sum += outcome;
            recent += (f64::from(u8::from(sent)) - recent) / 7.0;
        }
        sum / 140.0
    };
    let mut all = Vec::new();
    for seed in 0..people {
        let mut rng = Rng::new(seed);
        let prior = (which == "good, 15").then(|| {
            let logs = std::cell::RefCell::new(Vec::new());
            for p in 0..15 {
                let mut r = Rng::new(1000 * seed + p);
                whole(
                    &mut r,
                    Box::new(|_, _, r| r.below(2) == 1),
                    Box::new(|_, sent, reward, x| {
                        logs.borrow_mut().push(Logged {
                            person: p.to_string(),
                            context: told(&features, x),
                            arm: arms[usize::from(sent)].clone(),
                            reward: Some(reward),
                        });
                    }),
                );
            }
            fit(&arms, &features, &logs.borrow()).expect("logs fit")
        });
        let person = std::cell::RefCell::new(
            Person::new(Start {
                seed,
                arms: arms.clone(),
                features: features.clone(),
                prior,
                slate: 1,
                clip: None,
            })
            .expect("a fine start"),
        );
        let learns = !["never", "chance", "always"].contains(&which);
        all.push(whole(
            &mut rng,
            Box::new(|decision, x, rng| match which {
                "never" => false,
                "chance" => rng.below(2) == 1,
                "always" => true,
                _ => {
                    person
                        .borrow_mut()
                        .choose(decision, &told(&features, x), &arms)
                        .expect("it chooses")
                        .slate[0]
                        == arms[1]
                }
            }),
            Box::new(|decision, sent, reward, _| {
                if learns {
                    person
                        .borrow_mut()
                        .outcome(
                            decision,
                            Some(&arms[usize::from(sent)]),
                            Some(reward),
                            false,
                        )
                        .expect("an outcome");
                }
            }),
        ));
    }
    all.sort_by(f64::total_cmp);
    let quarter = all.len() / 4;
    (
        all.iter().sum::<f64>() / all.len() as f64,
        all[..quarter].iter().sum::<f64>() / quarter as f64,
    )
}

fn main() {
    let seeds = std::env::args()
        .nth(1)
        .and_then(|s| s.parse().ok())
        .unwrap_or(60);
    println!("regret after 10, 30, 100 decisions, mean over {seeds} made-up people");
    for world in &WORLDS {
        println!("{}", world.name);
        for which in ["chance", "nothing known", "good, 15", "good, 60", "wrong"] {
            let [ten, thirty, hundred] = run(world, which, seeds);
            println!("  {which:15} {ten:7.1} {thirty:7.1} {hundred:7.1}");
        }
    }
    println!("what wears off by use: mean outcome, worst quarter of {seeds} made-up people");
    for which in ["never", "chance", "always", "nothing known", "good, 15"] {
        let (mean, worst) = tiring(which, seeds);
        println!("  {which:15} {mean:7.1} {worst:7.1}");
    }
}
