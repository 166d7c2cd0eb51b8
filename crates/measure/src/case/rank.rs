// SPDX-License-Identifier: Apache-2.0
//! What the comparison counts. Values are turned so that higher is better, and there are enough of them.

/// Pairs in which the one of `b` is higher less those in which it is lower.
pub(super) fn dominance(a: &[f64], b: &[f64]) -> f64 {
    a.iter()
        .flat_map(|before| b.iter().map(|after| sign(*after, *before)))
        .sum()
}

/// The share that belongs to such a count, ties as half.
pub(super) fn share(dominance: f64, pairs: f64) -> f64 {
    (dominance / pairs + 1.0) / 2.0
}

/// Pairs of one stretch in which the later is higher less those in which it is lower (Kendall's S).
pub(super) fn trend(values: &[f64]) -> f64 {
    values
        .iter()
        .enumerate()
        .map(|(i, early)| {
            values[i + 1..]
                .iter()
                .map(|late| sign(*late, *early))
                .sum::<f64>()
        })
        .sum()
}

/// Both stretches less the trend of the first: the median of the slopes of all pairs (Theil 1950, Sen 1968), over
/// the order of the values.
pub(super) fn without_trend(a: &[f64], b: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let slopes = a
        .iter()
        .enumerate()
        .flat_map(|(i, early)| {
            let later = a[i + 1..].iter().zip(1_u32..);
            later.map(move |(late, steps)| (late - early) / f64::from(steps))
        })
        .collect();
    let slope = median(slopes);
    let flat = |values: &[f64], first: usize| {
        let flat = |(i, value): (usize, &f64)| tidy(value - slope * (first + i) as f64);
        values.iter().enumerate().map(flat).collect()
    };
    (flat(a, 0), flat(b, a.len()))
}

/// A trend that was taken away leaves ties that differ in the last bits; to nine places they are ties again.
fn tidy(value: f64) -> f64 {
    let rounded = (value * 1e9).round() / 1e9;
    if rounded.is_finite() { rounded } else { value }
}

/// How much a value leans on the one before it, around the mean of its own stretch, both stretches together.
pub(super) fn lag_1(a: &[f64], b: &[f64]) -> Option<f64> {
    let (mut along, mut whole) = (0.0, 0.0);
    for values in [a, b] {
        let mean = mean(values);
        along += values
            .windows(2)
            .map(|pair| (pair[0] - mean) * (pair[1] - mean))
            .sum::<f64>();
        whole += values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>();
    }
    let r = along / whole;
    r.is_finite().then_some(r)
}

pub(super) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// The middle one, or half-way between the two in the middle; 0 of none.
pub(super) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    let middle = values.len() / 2;
    match (values.get(middle.wrapping_sub(1)), values.get(middle)) {
        (Some(low), Some(high)) if values.len().is_multiple_of(2) => f64::midpoint(*low, *high),
        (_, Some(one)) => *one,
        _ => 0.0,
    }
}

fn sign(later: f64, earlier: f64) -> f64 {
    f64::from(i8::from(later > earlier) - i8::from(later < earlier))
}
