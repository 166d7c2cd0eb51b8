// SPDX-License-Identifier: Apache-2.0
use super::Lesson;
use crate::Situation;
use kindhold_care::{Caution, Flow, Function, Kindness, Practice, PracticeId, Skill};
use libm::sqrt;

const SKILLS: usize = Skill::ALL.len();
const FUNCTIONS: usize = Function::ALL.len();
const LEVEL: usize = 0;
const FIT: usize = 1;
const KINDNESS: usize = 2;
const KIND_WHEN_STRONG: usize = 3;
const KIND_WHEN_PUNISHING: usize = 4;
const BODY_WHEN_STRONG: usize = 5;
const LONG_WHEN_STRONG: usize = 6;
const SENSES_WHEN_NUMB: usize = 7;
const BREATH: usize = 8;
const PERSON: usize = 9;
const INWARD: usize = 10;
const LATELY: usize = 11;
const INWARD_WHEN_NUMB: usize = 12;
const SKILL: usize = 13;
const FLOW: usize = SKILL + SKILLS;
const BY_FUNCTION: usize = FLOW + Flow::ALL.len();
const OWN: usize = BY_FUNCTION + SKILLS * FUNCTIONS;

/// What is believed of one weight at first, on the scale of ratings (-1 to 1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Guess {
    pub(super) mean: f64,
    pub(super) variance: f64,
}

/// How a practice in a situation becomes the features of the model: what it answers, how much kindness it asks for,
/// what it trains, in which state the person is, and a weight of its own for each practice. Weights are shared
/// between practices, so that one rating also says something about the ones that are like it.
#[derive(Debug, Clone)]
pub(super) struct Traits<'a> {
    practices: Vec<&'a PracticeId>,
    /// How often each function has come so far, for urges of which it is not said.
    usual: [f64; FUNCTIONS],
}

impl<'a> Traits<'a> {
    pub(super) fn new(practices: &'a [Practice], lessons: &[Lesson]) -> Self {
        let mut practices: Vec<&PracticeId> = practices.iter().map(|p| &p.id).collect();
        practices.sort_unstable();
        Self {
            practices,
            usual: usual(lessons),
        }
    }

    /// How far each function is in play, 0 to 1: as it was said, or else as often as it comes with this person.
    fn in_play(&self, now: &Situation) -> [f64; FUNCTIONS] {
        if now.functions.is_empty() {
            return self.usual;
        }
        std::array::from_fn(|f| is(now.functions.contains(&Function::ALL[f])))
    }

    const fn count(&self) -> usize {
        OWN + self.practices.len()
    }

    /// The features of a practice now. `lately`: how often it came in the last goes, 0 to 1.
    pub(super) fn of(&self, practice: &Practice, now: &Situation, lately: f64) -> Vec<f64> {
        let mut x = vec![0.0; self.count()];
        let play = self.in_play(now);
        let played = |function| place(&Function::ALL, function).map_or(0.0, |f| play[f]);
        let numb = played(Function::FeelSomething);
        let kindness = height(practice.kindness);
        let strong = is(now.is_strongest());
        let has = |caution| practice.cautions.contains(&caution);
        let trains = |skill| practice.skills.contains(&skill);
        let senses = trains(Skill::Body) || trains(Skill::Attention);
        let inward = trains(Skill::Imagery) || has(Caution::NotWhenNumb);
        x[LEVEL] = 1.0;
        x[FIT] = fit(practice, now, &play);
        x[KINDNESS] = kindness;
        x[KIND_WHEN_STRONG] = kindness * strong;
        x[KIND_WHEN_PUNISHING] = kindness * played(Function::PunishSelf);
        x[BODY_WHEN_STRONG] = strong * is(senses);
        x[LONG_WHEN_STRONG] = strong * f64::from(practice.minutes) / 5.0;
        x[SENSES_WHEN_NUMB] = numb * is(senses);
        x[INWARD_WHEN_NUMB] = numb * is(inward);
        x[BREATH] = is(has(Caution::Breath));
        x[PERSON] = is(has(Caution::NeedsPerson));
        x[INWARD] = is(has(Caution::Backdraft)) + is(has(Caution::Memory));
        x[LATELY] = lately;
        let flow = place(&Flow::ALL, practice.flow);
        x[FLOW + flow.unwrap_or_default()] = 1.0;
        for (n, skill) in practice.skills.iter().enumerate() {
            let weight = if n == 0 { 1.0 } else { 0.5 };
            let at = place(&Skill::ALL, *skill).unwrap_or_default();
            x[SKILL + at] = weight;
            for (f, played) in play.iter().enumerate() {
                x[BY_FUNCTION + f * SKILLS + at] =
                    weight * played / now.functions.len().max(1) as f64;
            }
        }
        if let Ok(at) = self.practices.binary_search(&&practice.id) {
            x[OWN + at] = 1.0;
        }
        x
    }

    /// What is believed of each weight before this person has said anything. Each line is an assumption; where there
    /// is a finding behind its direction, it is named (numbers as in `clinical.md`).
    pub(super) fn guesses(&self) -> Vec<Guess> {
        let mut all = vec![guess(0.0, 0.03); self.count()];
        all[LEVEL] = guess(0.15, 0.05);
        // Choose by function (van Vliet & Kalnins 2011; finding 3): the surest thing there is before anything was said.
        all[FIT] = guess(0.55, 0.02);
        // Kindness can hurt at first, and more when it is strong (finding 7); people differ widely in it.
        all[KINDNESS] = guess(-0.05, 0.10);
        all[KIND_WHEN_STRONG] = guess(-0.10, 0.04);
        // Self-criticism is what punishing rests on, and what compassion answers (finding 8).
        all[KIND_WHEN_PUNISHING] = guess(0.05, 0.06);
        // The body first when it is too much; too distressed to read (finding 4, table "From function to practice").
        all[BODY_WHEN_STRONG] = guess(0.10, 0.02);
        all[LONG_WHEN_STRONG] = guess(-0.10, 0.02);
        all[SENSES_WHEN_NUMB] = guess(0.10, 0.02);
        // Nothing inward when numb (finding 7). Where it is said, the filter has left it out already.
        all[INWARD_WHEN_NUMB] = guess(-0.10, 0.03);
        // Breathing was rated lower than other exercises (finding 6).
        all[BREATH] = guess(-0.10, 0.05);
        // Urges come late and alone (finding 2): often nobody is there to reach.
        all[PERSON] = guess(-0.10, 0.05);
        all[INWARD] = guess(-0.05, 0.03);
        all[LATELY] = guess(-0.02, 0.02);
        all[SKILL..FLOW].fill(guess(0.0, 0.03));
        all[FLOW..BY_FUNCTION].fill(guess(0.0, 0.02));
        all[BY_FUNCTION..OWN].fill(guess(0.0, 0.02));
        all[OWN..].fill(guess(0.0, 0.08));
        all
    }
}

const fn guess(mean: f64, variance: f64) -> Guess {
    Guess { mean, variance }
}

/// How often each function came where it was said, drawn towards one in five while little has been said.
fn usual(lessons: &[Lesson]) -> [f64; FUNCTIONS] {
    let said = lessons.iter().map(|l| &l.situation.functions);
    let said: Vec<&Vec<Function>> = said.filter(|f| !f.is_empty()).collect();
    std::array::from_fn(|f| {
        let came = said.iter().filter(|s| s.contains(&Function::ALL[f]));
        (0.4 + came.count() as f64) / (2.0 + said.len() as f64)
    })
}

/// How far the practice answers what self-injury would do now, 0 to 1. The root of the share: an answer to one of two
/// is more than half of an answer. Where nothing was said, how likely it answers what it usually is.
fn fit(practice: &Practice, now: &Situation, play: &[f64; FUNCTIONS]) -> f64 {
    let answers = |f: &Function| practice.fits(*f);
    if now.functions.is_empty() {
        let each = Function::ALL.iter().zip(play);
        let sum: f64 = each.filter(|(f, _)| answers(f)).map(|(_, p)| p).sum();
        return sum.min(1.0);
    }
    let shared = now.functions.iter().filter(|f| answers(f)).count();
    sqrt(shared as f64 / now.functions.len() as f64)
}

fn is(yes: bool) -> f64 {
    f64::from(u8::from(yes))
}

fn place<T: PartialEq>(all: &[T], one: T) -> Option<usize> {
    all.iter().position(|a| *a == one)
}

fn height(kindness: Kindness) -> f64 {
    match kindness {
        Kindness::None => 0.0,
        Kindness::Outward => 0.3,
        Kindness::Received => 0.6,
        Kindness::Own => 1.0,
    }
}
