// SPDX-License-Identifier: Apache-2.0
//! `kindhold choose --stdio`: simulators from outside drive the learning that the app uses, a line of JSON at a time.
//! `docs/choice.md` describes the lines.

use kindhold_choice::{
    learn::Clip,
    person::{Fitted, Logged, Person, Start, fit},
};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The longest line, in bytes: other people's decisions come in one.
pub const LONGEST_LINE: usize = 256 << 20;
/// People whom one run learns about at most.
const MOST_PEOPLE: usize = 100_000;

/// Everybody of one run.
#[derive(Default)]
pub struct Session {
    people: BTreeMap<String, Person>,
}

#[derive(Deserialize)]
#[serde(tag = "op", rename_all = "lowercase")]
enum Line {
    Start(Box<Begin>),
    Choose(Choose),
    Outcome(Outcome),
    Prior(Others),
}

#[derive(Deserialize)]
struct Begin {
    person: Name,
    #[serde(default)]
    seed: u64,
    arms: Vec<String>,
    #[serde(default)]
    features: Vec<String>,
    #[serde(default)]
    prior: Option<Value>,
    #[serde(default = "one")]
    slate: usize,
    #[serde(default)]
    clip: Option<(f64, f64)>,
}

#[derive(Deserialize)]
struct Choose {
    person: Name,
    decision: u64,
    #[serde(default)]
    context: Option<BTreeMap<String, Option<f64>>>,
    #[serde(default)]
    available: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct Outcome {
    person: Name,
    decision: u64,
    #[serde(default)]
    arm: Option<String>,
    #[serde(default)]
    reward: Option<f64>,
    #[serde(default)]
    worse: bool,
}

#[derive(Deserialize)]
struct Others {
    from: Vec<Other>,
    #[serde(default)]
    arms: Option<Vec<String>>,
    #[serde(default)]
    features: Option<Vec<String>>,
}

/// A decision of somebody else. Where no arm is named, the first that was offered is taken.
#[derive(Deserialize)]
struct Other {
    #[serde(default)]
    person: Option<Name>,
    #[serde(default)]
    context: Option<BTreeMap<String, Option<f64>>>,
    #[serde(default)]
    arm: Option<String>,
    #[serde(default)]
    slate: Vec<String>,
    #[serde(default)]
    available: Vec<String>,
    #[serde(default)]
    reward: Option<f64>,
}

/// A name, or a number that stands for one.
#[derive(Deserialize)]
#[serde(untagged)]
enum Name {
    Text(String),
    Number(i64),
}

impl Name {
    fn text(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Number(number) => number.to_string(),
        }
    }
}

const fn one() -> usize {
    1
}

impl Session {
    /// Answers a line. A line that cannot be answered changes nothing and says why.
    pub fn answer(&mut self, line: &str) -> Value {
        let read: Result<Line, _> = serde_json::from_str(line);
        let done = match read {
            Err(why) => Err(format!("this line is not understood: {why}")),
            Ok(Line::Start(begin)) => self.start(*begin),
            Ok(Line::Choose(choose)) => self.choose(choose),
            Ok(Line::Outcome(outcome)) => self.outcome(outcome),
            Ok(Line::Prior(others)) => prior(others),
        };
        done.unwrap_or_else(|why| json!({ "error": why }))
    }

    fn start(&mut self, begin: Begin) -> Result<Value, String> {
        let name = begin.person.text();
        if self.people.len() >= MOST_PEOPLE && !self.people.contains_key(&name) {
            return Err(format!("at most {MOST_PEOPLE} people at once"));
        }
        let prior = begin.prior.map(fitted).transpose()?.flatten();
        let person = Person::new(Start {
            seed: begin.seed,
            arms: begin.arms,
            features: begin.features,
            prior,
            slate: begin.slate,
            clip: begin.clip.map(|(low, high)| Clip { low, high }),
        });
        self.people.insert(name, person.map_err(|e| e.to_string())?);
        Ok(json!({ "ok": true }))
    }

    fn person(&mut self, name: Name) -> Result<&mut Person, String> {
        let name = name.text();
        let person = self.people.get_mut(&name);
        person.ok_or_else(|| "nobody of this name was started".to_owned())
    }

    fn choose(&mut self, choose: Choose) -> Result<Value, String> {
        let person = self.person(choose.person)?;
        let available = choose.available.unwrap_or_else(|| person.arms().to_vec());
        let chosen = person
            .choose(choose.decision, &told(choose.context), &available)
            .map_err(|e| e.to_string())?;
        Ok(json!({
            "decision": choose.decision,
            "slate": chosen.slate,
            "propensity": chosen.chance,
            "why": chosen.why,
        }))
    }

    fn outcome(&mut self, outcome: Outcome) -> Result<Value, String> {
        let arm = outcome.arm.as_deref();
        self.person(outcome.person)?
            .outcome(outcome.decision, arm, outcome.reward, outcome.worse)
            .map_err(|e| e.to_string())?;
        Ok(json!({ "ok": true }))
    }
}

/// What is not told is left out.
fn told(context: Option<BTreeMap<String, Option<f64>>>) -> BTreeMap<String, f64> {
    let context = context.unwrap_or_default().into_iter();
    context.filter_map(|(name, x)| Some((name, x?))).collect()
}

/// A prior as `prior` gives it, alone or under `informed`; `None` for an empty one.
fn fitted(mut value: Value) -> Result<Option<Fitted>, String> {
    for _ in 0..3 {
        match value.get_mut("informed").map(Value::take) {
            Some(inner) => value = inner,
            None => break,
        }
    }
    if value.is_null() || value.as_object().is_some_and(serde_json::Map::is_empty) {
        return Ok(None);
    }
    let fitted: Result<Fitted, _> = serde_json::from_value(value);
    fitted
        .map(Some)
        .map_err(|why| format!("this prior is not one that `prior` gave: {why}"))
}

fn prior(others: Others) -> Result<Value, String> {
    let mut logs = Vec::with_capacity(others.from.len());
    let (mut arms, mut features) = (BTreeSet::new(), BTreeSet::new());
    for (n, other) in others.from.into_iter().enumerate() {
        let context = told(other.context);
        let arm = other.arm.or_else(|| other.slate.first().cloned());
        let arm = arm.ok_or_else(|| format!("decision {n} of `from` names no arm"))?;
        arms.extend(other.available);
        arms.extend(other.slate);
        arms.insert(arm.clone());
        features.extend(context.keys().cloned());
        logs.push(Logged {
            person: other.person.map(Name::text).unwrap_or_default(),
            context,
            arm,
            reward: other.reward,
        });
    }
    let arms = others.arms.unwrap_or_else(|| arms.into_iter().collect());
    let features = others
        .features
        .unwrap_or_else(|| features.into_iter().collect());
    let fitted = fit(&arms, &features, &logs).map_err(|e| e.to_string())?;
    Ok(json!({ "prior": { "informed": fitted } }))
}
