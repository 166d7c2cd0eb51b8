// SPDX-License-Identifier: Apache-2.0
use super::{
    effect::{Past, effect},
    life::Living,
    parameters::*,
    person::Person,
    policy::Policy,
    urge::Urge,
    world::World,
};
use crate::{FixedOrder, History, SLATE, Situation, is_safe_now, offer::lessons};
use kindhold_care::{
    Caution, Eyes, Flow, Function, Kindness, Practice, PracticeId, Scene, Skill, When,
};

/// Twenty-four practices of all kinds.
pub(super) fn practices() -> Vec<Practice> {
    let kinds = [
        Kindness::None,
        Kindness::Outward,
        Kindness::Received,
        Kindness::Own,
    ];
    let scenes = [Scene::Look, Scene::Walk, Scene::Hold, Scene::Write];
    (0..24)
        .map(|n: usize| Practice {
            id: PracticeId::new(format!("p{n}")).expect("a fine name"),
            title: String::new(),
            offer: String::new(),
            functions: vec![Function::ALL[n % 6], Function::ALL[(n / 2) % 6]],
            why: Default::default(),
            flow: Flow::ALL[n % 3],
            skills: vec![Skill::ALL[n % 6], Skill::ALL[(n / 4) % 6]],
            systems: vec![],
            kindness: kinds[n % 4],
            minutes: 1 + (n % 5) as u8,
            eyes: Eyes::Open,
            cautions: match n % 5 {
                0 => vec![Caution::NotWhenNumb, Caution::NotWhenStrongest],
                1 => vec![Caution::Breath],
                2 => vec![Caution::NeedsPerson],
                _ => vec![],
            },
            scene: scenes[n % 4],
            steps: vec![],
            half_minute: vec![],
            close: String::new(),
            sources: vec![],
            reviewed_by: vec![],
        })
        .collect()
}

#[test]
fn every_policy_offers_only_what_is_safe_and_nothing_is_varied_when_holding_off() {
    let practices = practices();
    let world = World::made(&practices, 5);
    for number in 0..12 {
        let mut person = Person::made(&world, number, 1.0);
        person.holds_off = 0.2;
        let urges = Urge::all(&world, &person, 40);
        for policy in Policy::ALL {
            let mut living = Living::new(&world, &person, &[0.0; 24]);
            let life = living.through(&urges, policy, false);
            for (n, episode) in living.episodes().iter().enumerate() {
                let now = Situation::from(&episode.moment);
                let history = History::new(&living.episodes()[..n], []);
                for offer in &episode.offered {
                    let place = world
                        .place(&offer.practice)
                        .expect("a practice of this world");
                    assert_eq!(is_safe_now(&practices[place], &now, &history), Ok(()));
                }
                assert!(episode.offered.len() <= SLATE);
                assert_eq!(life.benefit[n].is_none(), now.is_holding_off());
                if now.is_holding_off() && living.hidden().is_empty() {
                    let fixed = FixedOrder.choose(&now, &practices, &history);
                    assert_eq!(episode.offered, fixed);
                }
            }
            assert!(life.harmful <= life.offers);
        }
    }
}

#[test]
fn what_backfires_never_makes_a_practice_better_and_effects_stay_in_bounds() {
    let practices = practices();
    for seed in 0..40 {
        let world = World::made(&practices, seed);
        let person = Person::made(&world, seed, 1.0);
        let (mut kind, mut hurt) = (person.clone(), person);
        (kind.kinds.backfires, kind.backfire) = (false, 0.0);
        (hurt.kinds.backfires, hurt.backfire) = (true, BACKFIRE_MOST);
        let past = Past::new(practices.len());
        for urge in Urge::all(&world, &kind, 10) {
            for n in 0..practices.len() {
                let with = effect(&world, &hurt, &urge, &past, n);
                let without = effect(&world, &kind, &urge, &past, n);
                assert!(with <= without);
                assert!((-CAN_FALL..=CAN_FALL).contains(&with));
                assert!(without <= f64::from(urge.strength));
            }
        }
    }
}

#[test]
fn urges_come_as_often_as_the_source_says_and_ratings_are_left_out_as_assumed() {
    let practices = practices();
    let world = World::made(&practices, 9);
    let (mut days, mut goes, mut rated) = (0.0, 0.0, 0.0);
    for number in 0..60 {
        let mut person = Person::made(&world, number, 1.0);
        person.misses = 0.4;
        person.kinds.silent_no = false;
        let urges = Urge::all(&world, &person, 60);
        days += urges.last().map_or(0.0, |u| u.said.at.unix_ms as f64) / When::DAY_MS as f64;
        let mut living = Living::new(&world, &person, &[0.0; 24]);
        living.through(&urges, Policy::Random, false);
        for attempt in living.episodes().iter().flat_map(|e| &e.attempts) {
            goes += 1.0;
            let said = attempt.helped.is_some();
            rated += f64::from(u8::from(said));
        }
    }
    let a_week = 60.0 * 60.0 / (days / 7.0);
    assert!((a_week - PER_WEEK).abs() < 0.4, "{a_week} a week");
    // What was said to make it worse while it went on is not asked again.
    let share = rated / goes;
    assert!((0.5..0.62).contains(&share), "{share} rated");
}

#[test]
fn a_rating_follows_what_was_felt() {
    let practices = practices();
    let world = World::made(&practices, 3);
    // Benefit, rewards and words of "worse", over some people.
    let came = |policy| {
        let (mut benefit, mut rewards, mut worse) = (0.0, Vec::new(), 0);
        for number in 0..20 {
            let person = Person::made(&world, number, 1.0);
            let urges = Urge::all(&world, &person, 60);
            let mut living = Living::new(&world, &person, &[0.0; 24]);
            let life = living.through(&urges, policy, false);
            benefit += life.benefit.iter().flatten().sum::<f64>();
            for lesson in lessons(living.episodes(), When::default()) {
                worse += usize::from(lesson.worse);
                rewards.push(lesson.reward);
            }
        }
        (
            benefit,
            rewards.iter().sum::<f64>() / rewards.len() as f64,
            worse,
        )
    };
    let (oracle, random) = (came(Policy::Oracle), came(Policy::Random));
    assert!(oracle.0 > random.0, "{oracle:?} {random:?}");
    assert!(oracle.1 > random.1, "{oracle:?} {random:?}");
    assert!(oracle.2 < random.2, "{oracle:?} {random:?}");
}
