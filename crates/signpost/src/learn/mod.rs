// SPDX-License-Identifier: Apache-2.0
//! Learning the weights from sentences of our own, and telling how often they are wrong.
//!
//! Everything is drawn from one seed and counted in one order, so the same sentences give the same
//! bytes. Lines that are held out are never learnt from; nor are those in `blind`.

mod compose;
mod draw;
mod fit;
mod frames;
mod lines;
mod tell;
mod vary;
mod whole;

pub use lines::{Line, hash_of, read};
pub use tell::{misses, tell};

use crate::{
    judge::{Parts, STRONGEST, each, sum},
    mark::{BITS, FAMILIES},
    read as text,
    weights::Weights,
    whole::{KEY, Whole},
};
use draw::Draw;
use fit::{Item, Kind, Model, Pace, fit, fit_parts, parts_of};
use whole::{Runs, fit_whole};

/// How much to learn from.
#[derive(Clone, Copy, Debug)]
pub struct Amount {
    /// Versions of each line by other hands.
    pub hands: usize,
    /// Posts composed in each language, of each side.
    pub posts: usize,
    /// Frames filled in each language, of each side.
    pub frames: usize,
    /// Rounds through all of it.
    pub rounds: usize,
}

impl Default for Amount {
    fn default() -> Self {
        Self {
            hands: 2,
            posts: 1500,
            frames: 2000,
            rounds: 14,
        }
    }
}

/// Lines are put in so many parts; what texts count for is learnt on the part that the sentences'
/// weights were not learnt from.
const PARTS: usize = 4;
/// Of quiet lines that the weights were not learnt from, so many in a thousand may be shown: of all,
/// of the negated, of the ordinary.
const UNNEEDED: [usize; 3] = [50, 75, 20];

/// And so many because one sentence says it plainly.
const PLAINLY: [usize; 3] = [14, 40, 8];

struct Lot {
    items: Vec<Item>,
}

/// Learns from lines, those held out left aside, and returns the file `weights.bin`.
#[must_use]
pub fn learn(lines: &[Line], seed: u64, amount: Amount) -> Vec<u8> {
    let mut draw = Draw::new(seed);
    let from: Vec<&Line> = lines.iter().filter(|line| !line.is_held_out()).collect();
    let lots: Vec<Lot> = (0..PARTS)
        .map(|part| {
            let of = |line: &&&Line| part_of(line) == part;
            lot(
                &from.iter().filter(of).copied().collect::<Vec<_>>(),
                amount,
                &mut draw,
            )
        })
        .collect();
    let pace = Pace {
        rounds: amount.rounds,
        rate: 0.15,
        shrink: 0.01,
    };
    let mut seen = Vec::new();
    for out in 0..PARTS {
        let rest = lots.iter().enumerate().filter(|(place, _)| *place != out);
        let items: Vec<&Item> = rest.flat_map(|(_, lot)| &lot.items).collect();
        let model = fit(&items, pace, &mut draw);
        let runs = fit_whole(&items, amount.rounds, &mut draw);
        let whole = lots[out].items.iter().filter(|item| item.whole > 0.0);
        seen.extend(whole.map(|item| (parts_of(item, &model, runs.weigh(item)), item)));
    }
    let counts = fit_parts(&seen);
    let threshold = above(&seen, UNNEEDED, |parts| sum(parts, &counts));
    let plain = above(&seen, PLAINLY, |parts| parts[STRONGEST]);
    let items: Vec<&Item> = lots.iter().flat_map(|lot| &lot.items).collect();
    let model = fit(&items, pace, &mut draw);
    let (table, steps) = quantise(&model);
    let runs = fit_whole(&items, amount.rounds, &mut draw);
    let (keys, bytes, whole_step) = quantise_runs(&runs);
    Weights {
        seed,
        sentences: hash_of(lines),
        number: u32::try_from(lines.len()).unwrap_or(u32::MAX),
        steps,
        base: model.base,
        parts: counts,
        threshold,
        plain,
        table: &table,
        whole_step,
        whole_base: runs.base,
        keys: &keys,
        runs: &bytes,
    }
    .write()
}

/// The hash and the number of the lines that weights say they were learnt from; `None` if they are none.
#[must_use]
pub fn learnt_from(bytes: &[u8]) -> Option<(u64, u32)> {
    let weights = Weights::read(bytes)?;
    Some((weights.sentences, weights.number))
}

fn part_of(line: &Line) -> usize {
    (lines::hash(line.text.as_bytes()) / 5 % PARTS as u64) as usize
}

/// What is made of a part of the lines.
fn lot(lines: &[&Line], amount: Amount, draw: &mut Draw) -> Lot {
    let mut items = Vec::new();
    for language in frames::languages() {
        let own: Vec<&Line> = lines
            .iter()
            .copied()
            .filter(|line| line.language == language)
            .collect();
        let mut of = of_lines(&own, language, amount.hands, draw);
        let filled = frames::fill(language, amount.frames / PARTS, draw);
        for line in &filled {
            let text = vary::vary(&line.text, language, draw);
            of.push(item(&text, line.show, 0.9, 0.0, Kind::Made));
        }
        for place in 0..amount.posts * 2 / PARTS {
            let show = place % 2 == 0;
            if let Some(text) = compose::compose(&own, &filled, show, draw) {
                let text = if draw.chance(50) {
                    vary::vary(&text, language, draw)
                } else {
                    text
                };
                let mut made = item(&text, show, 0.7, 0.05, Kind::Made);
                if made.sentences.len() > 24 {
                    made.whole = 0.12;
                }
                of.push(made);
            }
        }
        balance(&mut of);
        items.append(&mut of);
    }
    Lot { items }
}

/// Each line as it is, and by other hands.
fn of_lines(lines: &[&Line], language: &str, hands: usize, draw: &mut Draw) -> Vec<Item> {
    let mut items = Vec::new();
    for line in lines {
        let kind = match line.set.as_str() {
            "negated" => Kind::Negated,
            "anxious" | "mindful" | "teaching" => Kind::Ordinary,
            _ => Kind::Line,
        };
        let weight = if kind == Kind::Negated { 2.5 } else { 1.0 };
        items.push(item(&line.text, line.show, weight, weight, kind));
        for _ in 0..hands {
            let text = vary::vary(&line.text, language, draw);
            items.push(item(&text, line.show, weight * 0.5, 0.0, Kind::Made));
        }
    }
    items
}

/// Both sides weigh the same.
fn balance(items: &mut [Item]) {
    let side = |show: bool| -> f32 {
        items
            .iter()
            .filter(|item| item.show == show)
            .map(|item| item.weight)
            .sum()
    };
    let (shown, quiet) = (side(true), side(false));
    if shown > 0.0 && quiet > 0.0 {
        let more = quiet / shown;
        for item in items.iter_mut().filter(|item| item.show) {
            item.weight *= more;
        }
    }
}

fn item(text: &str, show: bool, weight: f32, whole: f32, kind: Kind) -> Item {
    let mut sentences = Vec::new();
    let read = text::read(text);
    each(&read, |_, marks| sentences.push(marks.clone()));
    Item {
        sentences,
        runs: Whole::of(&read),
        show,
        weight,
        whole,
        kind,
    }
}

/// The least value above which no more of the quiet lines are than may be, so many in a thousand of each kind.
fn above(seen: &[(Parts, &Item)], may_be: [usize; 3], value: impl Fn(&Parts) -> f32) -> f32 {
    let kinds: [&[Kind]; 3] = [
        &[Kind::Negated, Kind::Ordinary, Kind::Line],
        &[Kind::Negated],
        &[Kind::Ordinary],
    ];
    let each = kinds.iter().zip(may_be).map(|(kinds, unneeded)| {
        let quiet = seen
            .iter()
            .filter(|(_, item)| !item.show && kinds.contains(&item.kind));
        let mut sums: Vec<f32> = quiet.map(|(parts, _)| value(parts)).collect();
        sums.sort_by(|one, other| other.total_cmp(one));
        sums.get(sums.len() * unneeded / 1000)
            .copied()
            .unwrap_or(f32::MIN)
    });
    each.fold(f32::MIN, f32::max)
}

/// Keys ascending, and their weights in steps, 127 either way.
fn quantise_runs(runs: &Runs) -> (Vec<u8>, Vec<u8>, f32) {
    let most = runs
        .weights
        .values()
        .fold(0.0_f32, |most, w| most.max(w.abs()));
    let step = if most > 0.0 { most / 127.0 } else { 1.0 };
    let mut keys = Vec::with_capacity(runs.weights.len() * KEY);
    let mut bytes = Vec::with_capacity(runs.weights.len());
    for (key, weight) in &runs.weights {
        keys.extend_from_slice(&key.to_le_bytes()[..KEY]);
        bytes.push(((weight / step).round() as i8).to_le_bytes()[0]);
    }
    (keys, bytes, step)
}

/// Each family in steps of its own, 127 either way.
fn quantise(model: &Model) -> (Vec<u8>, [f32; FAMILIES]) {
    let mut table = Vec::with_capacity(model.weights.len());
    let mut steps = [1.0; FAMILIES];
    let mut from = 0;
    for (family, bits) in BITS.iter().enumerate() {
        let weights = &model.weights[from..from + (1 << bits)];
        from += 1 << bits;
        let most = weights
            .iter()
            .fold(0.0_f32, |most, weight| most.max(weight.abs()));
        let step = if most > 0.0 { most / 127.0 } else { 1.0 };
        steps[family] = step;
        let bytes = weights.iter().map(|weight| (weight / step).round() as i8);
        table.extend(bytes.map(|byte| byte.to_le_bytes()[0]));
    }
    (table, steps)
}
