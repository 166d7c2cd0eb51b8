// SPDX-License-Identifier: Apache-2.0
use super::{
    parameters::*,
    person::Person,
    seeds::{For, rng},
    world::World,
};
use kindhold_care::{Function, Moment, MomentKind, Strength, When};

/// An urge as it is, which is more than what is said of it.
#[derive(Debug, Clone)]
pub struct Urge {
    /// What self-injury would do.
    pub functions: Vec<Function>,
    /// How strong it is, 0 to 10.
    pub strength: u8,
    /// Late, when nobody is up.
    pub is_night: bool,
    /// What the person says of it.
    pub said: Moment,
    pub(super) number: u32,
}

impl Urge {
    /// All urges of one person, in the order of time. They do not depend on what is offered.
    pub(super) fn all(world: &World<'_>, person: &Person, count: u32) -> Vec<Self> {
        let mut day = 0.0;
        // Functions change from day to day, and a little of yesterday stays.
        let mut mood = [0.0; 6];
        (0..count)
            .map(|number| {
                let mut rng = rng(For::Urge, world.seed, person.number, u64::from(number));
                day += -libm::log(1.0 - rng.even()) * 7.0 / PER_WEEK;
                let late = rng.even() < NIGHT;
                let hour = if late {
                    21.0 + 4.0 * rng.even()
                } else {
                    7.0 + 14.0 * rng.even()
                };
                for m in &mut mood {
                    *m = MOOD_STAYS * *m + 0.6 * rng.normal();
                }
                let mut left: Vec<f64> = (0..6)
                    .map(|f| person.brings[f] * libm::exp(mood[f]))
                    .collect();
                let mut functions = Vec::with_capacity(2);
                while functions.len() < 3 {
                    let f = rng.pick(&left);
                    functions.push(Function::ALL[f]);
                    left[f] = 0.0;
                    if rng.even() >= MORE_FUNCTIONS {
                        break;
                    }
                }
                if rng.even() < person.holds_off {
                    functions.push(Function::HoldOff);
                }
                let night = if late { STRONG_NIGHT } else { 0.0 };
                let strength = person.strong + night + STRONG_URGES * rng.normal();
                let strength = strength.round().clamp(1.0, 10.0) as u8;
                let tells = rng.even() < TELLS;
                let said = Moment {
                    at: When {
                        unix_ms: ((day.floor() * 24.0 + hour) * 3_600_000.0) as i64,
                        offset_min: 0,
                    },
                    kind: MomentKind::Urge,
                    strength: Strength::new(strength)
                        .ok()
                        .filter(|_| rng.even() < TELLS_STRENGTH),
                    functions: if tells { functions.clone() } else { Vec::new() },
                    not_sure: !tells,
                    feelings: Vec::new(),
                };
                Self {
                    functions,
                    strength,
                    is_night: hour >= 22.5,
                    said,
                    number,
                }
            })
            .collect()
    }

    /// How near it is to the strongest: 0 up to 5, 1 at 10.
    pub(super) fn strain(&self) -> f64 {
        ((f64::from(self.strength) - 5.0) / 5.0).max(0.0)
    }

    /// Numb or far away, whether it is said or not.
    pub(super) fn is_numb(&self) -> bool {
        self.functions.contains(&Function::FeelSomething)
    }
}
