// SPDX-License-Identifier: Apache-2.0
//! Whether something grows: a line through means of minutes, and how sure it is.

/// How much something grows in an hour.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slope {
    pub(crate) an_hour: f64,
    /// Half of the interval that holds the true one 95 times of 100, if minutes are independent.
    pub(crate) give_or_take: f64,
    pub(crate) minutes: usize,
}

/// The line through pairs of (seconds, value); `None` for fewer than four minutes.
pub(crate) fn slope(pairs: &[(f64, f64)]) -> Option<Slope> {
    let mut minutes: Vec<(f64, f64, f64)> = Vec::new();
    for (at, value) in pairs {
        let minute = (at / 60.0).floor();
        match minutes.last_mut() {
            Some((m, sum, n)) if *m == minute => (*sum, *n) = (*sum + value, *n + 1.0),
            _ => minutes.push((minute, *value, 1.0)),
        }
    }
    let points: Vec<(f64, f64)> = minutes
        .iter()
        .map(|(m, sum, n)| (m / 60.0, sum / n))
        .collect();
    let n = points.len() as f64;
    if points.len() < 4 {
        return None;
    }
    let (x, y) = (
        points.iter().map(|p| p.0).sum::<f64>() / n,
        points.iter().map(|p| p.1).sum::<f64>() / n,
    );
    let sxx: f64 = points.iter().map(|p| (p.0 - x).powi(2)).sum();
    let sxy: f64 = points.iter().map(|p| (p.0 - x) * (p.1 - y)).sum();
    let an_hour = sxy / sxx;
    let left = |p: &(f64, f64)| (p.1 - y - an_hour * (p.0 - x)).powi(2);
    let error = (points.iter().map(left).sum::<f64>() / (n - 2.0) / sxx).sqrt();
    // Student's t, 97.5 %, by its expansion in the degrees of freedom (Abramowitz and Stegun 26.7.5).
    let (z, d) = (1.959_964_f64, n - 2.0);
    let t = z
        + (z.powi(3) + z) / (4.0 * d)
        + (5.0 * z.powi(5) + 16.0 * z.powi(3) + 3.0 * z) / (96.0 * d * d);
    Some(Slope {
        an_hour,
        give_or_take: t * error,
        minutes: points.len(),
    })
}
