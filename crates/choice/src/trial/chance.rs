// SPDX-License-Identifier: Apache-2.0

/// The chance that at least one of the marked is among the offers, when `few` are drawn by the rule
/// [`crate::offer::EVEN_RULE`], by which any `few` are as likely as any others: one less the hypergeometric chance
/// of none.
#[must_use]
pub fn chance_of_any(marked: &[bool], few: usize) -> f64 {
    let count = marked.len();
    let some = marked.iter().filter(|m| **m).count();
    if some == 0 || few == 0 {
        return 0.0;
    }
    let others = count - some;
    if count <= few || others < few {
        return 1.0;
    }
    let none: f64 = (0..few)
        .map(|n| (others - n) as f64 / (count - n) as f64)
        .product();
    1.0 - none
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
            let mut order: Vec<usize> = (0..marked.len()).collect();
            let mut some = 0;
            for _ in 0..goes {
                rng.shuffle(&mut order);
                some += usize::from(draw(&even, &mut rng).iter().any(|n| marked[order[*n]]));
            }
            let share = some as f64 / f64::from(goes);
            prop_assert!((share - chance_of_any(&marked, 3)).abs() < 0.02, "{share}");
        }
    }

    #[test]
    fn one_alone_has_its_share() {
        let mut marked = [false; 7];
        marked[4] = true;
        assert!((chance_of_any(&marked, 3) - 3.0 / 7.0).abs() < 1e-12);
        marked[5] = true;
        assert!((chance_of_any(&marked, 3) - 5.0 / 7.0).abs() < 1e-12);
        assert_eq!(chance_of_any(&[false; 7], 3), 0.0);
        assert_eq!(chance_of_any(&[true, false], 3), 1.0);
        assert_eq!(chance_of_any(&[true, true, false, false], 3), 1.0);
    }
}
