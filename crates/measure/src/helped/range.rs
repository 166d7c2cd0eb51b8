// SPDX-License-Identifier: Apache-2.0
use super::{Mean, Range};
use crate::change::Confidence;

/// The 97.5 % point of Student's distribution for 1 to 30 degrees of freedom.
const STUDENT: [f64; 30] = [
    12.706_204_736,
    4.302_652_730,
    3.182_446_305,
    2.776_445_105,
    2.570_581_836,
    2.446_911_851,
    2.364_624_252,
    2.306_004_135,
    2.262_157_163,
    2.228_138_852,
    2.200_985_160,
    2.178_812_830,
    2.160_368_656,
    2.144_786_688,
    2.131_449_546,
    2.119_905_299,
    2.109_815_578,
    2.100_922_040,
    2.093_024_054,
    2.085_963_447,
    2.079_613_845,
    2.073_873_068,
    2.068_657_610,
    2.063_898_562,
    2.059_538_553,
    2.055_529_439,
    2.051_830_516,
    2.048_407_142,
    2.045_229_642,
    2.042_272_456,
];

/// The variance that rounding both ends to whole steps adds to a difference (twice 1/12, Sheppard).
const ROUNDING: f64 = 1.0 / 6.0;

/// A share with Wilson's 95 % interval (1927, J. American Statistical Association 22:209-212), which covers well for
/// small counts and at 0 and 1. None of none.
#[must_use]
pub fn share(good: u32, of: u32) -> Option<Range> {
    if of == 0 || good > of {
        return None;
    }
    let (x, n) = (f64::from(good), f64::from(of));
    let z2 = Confidence::NinetyFive.z().powi(2);
    let share = x / n;
    let middle = (x + z2 / 2.0) / (n + z2);
    let half = (z2 * (x * (n - x) / n + z2 / 4.0)).sqrt() / (n + z2);
    Some(Range {
        share,
        low: if good == 0 { 0.0 } else { middle - half },
        high: if good == of { 1.0 } else { middle + half },
    })
}

/// The 97.5 % point of Student's distribution, for 1 degree of freedom and more; infinite for 0.
#[must_use]
pub fn student(degrees: u32) -> f64 {
    let Some(below) = degrees.checked_sub(1) else {
        return f64::INFINITY;
    };
    if let Some(point) = STUDENT.get(below as usize) {
        return *point;
    }
    // Cornish & Fisher's expansion; right to five places from 31 on.
    let (v, z) = (f64::from(degrees), Confidence::NinetyFive.z());
    let odd = |power: i32| z.powi(power);
    z + (odd(3) + z) / (4.0 * v)
        + (5.0 * odd(5) + 16.0 * odd(3) + 3.0 * z) / (96.0 * v * v)
        + (3.0 * odd(7) + 19.0 * odd(5) + 17.0 * odd(3) - 15.0 * z) / (384.0 * v * v * v)
}

/// The mean of differences between whole steps with Student's 95 % interval, cut at the ends of what is possible.
/// Equal differences are not exact: the variance is never taken as less than rounding makes it.
pub(super) fn mean(values: &[f64], least: f64, most: f64) -> Option<Mean> {
    let n = u32::try_from(values.len()).ok().filter(|n| *n > 0)?;
    let mean = values.iter().sum::<f64>() / f64::from(n);
    let interval = (n > 1).then(|| {
        let squares = values.iter().map(|v| (v - mean).powi(2)).sum::<f64>();
        let variance = (squares / f64::from(n - 1)).max(ROUNDING);
        let half = student(n - 1) * (variance / f64::from(n)).sqrt();
        ((mean - half).max(least), (mean + half).min(most))
    });
    Some(Mean { n, mean, interval })
}
