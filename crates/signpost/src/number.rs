// SPDX-License-Identifier: Apache-2.0
//! Logarithm and exponential in plain arithmetic, so that learning and looking give the same numbers on
//! every machine. Right to about seven digits.

/// e to the power of `x`, for `x` between -80 and 80; beyond that, as at the end.
pub(crate) fn exp(x: f32) -> f32 {
    let x = f64::from(x.clamp(-80.0, 80.0));
    let whole = (x * std::f64::consts::LOG2_E).round();
    let rest = x - whole * std::f64::consts::LN_2;
    let series = [5040.0, 720.0, 120.0, 24.0, 6.0, 2.0, 1.0, 1.0];
    let part = series
        .iter()
        .fold(1.0 / 40_320.0, |sum, below| sum * rest + 1.0 / below);
    let power = f64::from_bits(((whole as i64 + 1023) as u64) << 52);
    (part * power) as f32
}

/// The natural logarithm of `x`, which is above 0; of anything else that of the least number above 0.
pub(crate) fn ln(x: f32) -> f32 {
    let x = f64::from(x.max(f32::MIN_POSITIVE));
    let bits = x.to_bits();
    let power = (bits >> 52) as i64 - 1023;
    let part = f64::from_bits((bits & ((1 << 52) - 1)) | (1023 << 52));
    let (part, power) = if part > std::f64::consts::SQRT_2 {
        (part / 2.0, power + 1)
    } else {
        (part, power)
    };
    let t = (part - 1.0) / (part + 1.0);
    let t2 = t * t;
    let odd = [9.0, 7.0, 5.0, 3.0, 1.0];
    let series = odd
        .iter()
        .fold(1.0 / 11.0, |sum, below| sum * t2 + 1.0 / below);
    (2.0 * t * series + power as f64 * std::f64::consts::LN_2) as f32
}

/// 1 / (1 + e^-x).
#[cfg(feature = "evaluate")]
pub(crate) fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + exp(-x))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_agree_with_the_machine() {
        for step in -400_i16..400 {
            let x = f32::from(step) * 0.2;
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-5, "{x}");
            let y = x.exp();
            assert!((ln(y) - y.ln()).abs() < 1e-5 * (1.0 + x.abs()), "{y}");
        }
    }
}
