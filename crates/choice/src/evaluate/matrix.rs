// SPDX-License-Identifier: Apache-2.0
//! Small square matrices, row by row.

pub(crate) use crate::learn::dot;

/// Solves `a x = b`; `None` where `a` has no inverse, as far as numbers of this size can say.
pub(crate) fn solve(a: &[f64], b: &[f64]) -> Option<Vec<f64>> {
    solve_in(a, b, &sizes(a, b.len()))
}

/// The roots of a matrix's diagonal: the size of each row and column.
pub(crate) fn sizes(a: &[f64], n: usize) -> Vec<f64> {
    (0..n).map(|i| libm::sqrt(a[i * n + i].abs())).collect()
}

/// The same with rows and columns brought to one size first, so that what is called small does not depend on units.
pub(crate) fn solve_in(a: &[f64], b: &[f64], scale: &[f64]) -> Option<Vec<f64>> {
    let n = b.len();
    if scale.iter().any(|s| !s.is_finite() || *s <= 0.0) {
        return None;
    }
    let mut m: Vec<f64> = (0..n * n)
        .map(|at| a[at] / (scale[at / n] * scale[at % n]))
        .collect();
    let mut x: Vec<f64> = b.iter().zip(scale).map(|(b, s)| b / s).collect();
    for col in 0..n {
        let pivot =
            (col..n).max_by(|i, j| m[i * n + col].abs().total_cmp(&m[j * n + col].abs()))?;
        let size = m[pivot * n + col].abs();
        if size.is_nan() || size < 1e-11 {
            return None;
        }
        for k in 0..n {
            m.swap(col * n + k, pivot * n + k);
        }
        x.swap(col, pivot);
        for row in col + 1..n {
            let by = m[row * n + col] / m[col * n + col];
            if by != 0.0 {
                (col..n).for_each(|k| m[row * n + k] -= by * m[col * n + k]);
                x[row] -= by * x[col];
            }
        }
    }
    for row in (0..n).rev() {
        let known: f64 = (row + 1..n).map(|k| m[row * n + k] * x[k]).sum();
        x[row] = (x[row] - known) / m[row * n + row];
    }
    let x: Vec<f64> = x.iter().zip(scale).map(|(x, s)| x / s).collect();
    x.iter().all(|x| x.is_finite()).then_some(x)
}

/// Adds `weight` times `x xᵀ` to `a`.
pub(crate) fn add_square(a: &mut [f64], x: &[f64], weight: f64) {
    let n = x.len();
    for (i, xi) in x.iter().enumerate() {
        let row = &mut a[i * n..(i + 1) * n];
        row.iter_mut()
            .zip(x)
            .for_each(|(a, xj)| *a += weight * xi * xj);
    }
}

/// Adds `by` times `x` to `to`.
pub(crate) fn add(to: &mut [f64], x: &[f64], by: f64) {
    to.iter_mut().zip(x).for_each(|(to, x)| *to += by * x);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_solved_solves_also_in_odd_units_and_what_cannot_be_is_said() {
        let a = [4e-8, 2e-4, 0.0, 2e-4, 3.0, 1e6, 0.0, 1e6, 1e13];
        let x = solve(&a, &[1.0, 2.0, 3.0]).expect("it has an inverse");
        for (row, b) in a.chunks(3).zip([1.0, 2.0, 3.0]) {
            assert!((dot(row, &x) - b).abs() < 1e-6);
        }
        assert_eq!(solve(&[1.0, 2.0, 2.0, 4.0], &[1.0, 1.0]), None);
        assert_eq!(solve(&[0.0], &[1.0]), None);
        assert_eq!(solve(&[f64::NAN], &[1.0]), None);
    }
}
