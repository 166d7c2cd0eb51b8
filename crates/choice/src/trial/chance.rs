// SPDX-License-Identifier: Apache-2.0

/// The chance that at least one of the marked is among the offers, when `few` are drawn evenly by the rule
/// [`crate::offer::EVEN_RULE`]: systematic sampling along the order in which they are told
/// ([`crate::learn::draw`]). It is not that of a draw from a hat: two that stand side by side are seldom in together,
/// so that marked ones side by side are more often in. Exact, and the same wherever the order begins.
#[must_use]
pub fn chance_of_any(marked: &[bool], few: usize) -> f64 {
    let count = marked.len();
    let some = marked.iter().filter(|m| **m).count();
    if some == 0 || few == 0 {
        return 0.0;
    }
    if count <= few {
        return 1.0;
    }
    // In units of 1/count of a step: option n takes n*few to (n+1)*few, a draw takes one point of each step of `count`.
    // So it is counted on a circle of `count` points.
    let mut covered = vec![false; count];
    for n in (0..count).filter(|n| marked[*n]) {
        (n * few..(n + 1) * few).for_each(|at| covered[at % count] = true);
    }
    covered.iter().filter(|c| **c).count() as f64 / count as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learn::{Clip, Rng, chances, draw};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn it_is_how_often_the_draw_has_one(marked in proptest::collection::vec(any::<bool>(), 1..25), seed: u64) {
            let mut rng = Rng::new(seed);
            let even = chances(&vec![1.0; marked.len()], 3, Clip::OFFERS);
            let goes = 20_000;
            let some = (0..goes).filter(|_| draw(&even, &mut rng).iter().any(|n| marked[*n])).count();
            let share = some as f64 / f64::from(goes);
            prop_assert!((share - chance_of_any(&marked, 3)).abs() < 0.02, "{share}");
        }

        #[test]
        fn it_does_not_change_by_where_the_order_begins(
            marked in proptest::collection::vec(any::<bool>(), 1..25), by in 0_usize..25, few in 1_usize..6,
        ) {
            let mut other = marked.clone();
            other.rotate_left(by % marked.len());
            prop_assert_eq!(chance_of_any(&marked, few), chance_of_any(&other, few));
        }
    }

    #[test]
    fn one_alone_has_its_share() {
        let mut marked = [false; 7];
        marked[4] = true;
        assert_eq!(chance_of_any(&marked, 3), 3.0 / 7.0);
        assert_eq!(chance_of_any(&[false; 7], 3), 0.0);
        assert_eq!(chance_of_any(&[true, false], 3), 1.0);
    }
}
