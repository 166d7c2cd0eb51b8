// SPDX-License-Identifier: Apache-2.0
use libm::{exp, lgamma, log};

/// How far from the middle Student's distribution with so many degrees of freedom reaches, so that `level` of it lies
/// within: 2.23 for 0.95 and 10. Infinite without degrees of freedom. Right to nine places.
pub(crate) fn reach(level: f64, freedom: f64) -> f64 {
    if freedom.is_nan() || freedom <= 0.0 || level >= 1.0 {
        return f64::INFINITY;
    }
    let (mut low, mut high) = (0.0, 2.0);
    while within(high, freedom) < level && high < 1e12 {
        high *= 2.0;
    }
    for _ in 0..200 {
        let middle = 0.5 * (low + high);
        if within(middle, freedom) < level {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

/// Which share of the distribution lies between `-t` and `t`.
fn within(t: f64, freedom: f64) -> f64 {
    // The side whose fraction converges (Abramowitz and Stegun 26.7.1 and 26.5.2).
    let x = freedom / (freedom + t * t);
    let (a, b) = (0.5 * freedom, 0.5);
    let front = |x: f64| {
        exp(lgamma(a + b) - lgamma(a) - lgamma(b)
            + a * log(x)
            + b * log((t * t) / (freedom + t * t)))
    };
    if t <= 0.0 {
        0.0
    } else if x < (a + 1.0) / (a + b + 2.0) {
        1.0 - front(x) * fraction(x, a, b) / a
    } else {
        front(x) * fraction(1.0 - x, b, a) / b
    }
}

/// The continued fraction of the incomplete beta function (A&S 26.5.8), by Lentz's way.
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    let keep = |v: f64| if v.abs() < 1e-300 { 1e-300 } else { v };
    let mut c = 1.0;
    let mut d = 1.0 / keep(1.0 - (a + b) * x / (a + 1.0));
    let mut out = d;
    for m in 1..2_000 {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / keep(1.0 + even * d);
        c = keep(1.0 + even / c);
        out *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / keep(1.0 + odd * d);
        c = keep(1.0 + odd / c);
        let step = d * c;
        out *= step;
        if (step - 1.0).abs() < 1e-15 {
            break;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_reaches_as_far_as_the_printed_tables_say() {
        // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, three places.
        for (freedom, level, t) in [
            (1.0, 0.95, 12.706),
            (2.0, 0.90, 2.920),
            (5.0, 0.95, 2.571),
            (10.0, 0.95, 2.228),
            (10.0, 0.99, 3.169),
            (30.0, 0.95, 2.042),
            (100.0, 0.95, 1.984),
            (100_000.0, 0.95, 1.960),
        ] {
            let got = reach(level, freedom);
            assert!((got - t).abs() < 6e-4, "{freedom} {level}: {got}");
        }
        assert_eq!(reach(0.95, 0.0), f64::INFINITY);
    }

    #[test]
    fn one_degree_of_freedom_is_cauchys_distribution() {
        for level in [0.1, 0.5, 0.9, 0.999] {
            let exact = libm::tan(std::f64::consts::FRAC_PI_2 * level);
            assert!((reach(level, 1.0) / exact - 1.0).abs() < 1e-9, "{level}");
        }
    }
}
