// SPDX-License-Identifier: Apache-2.0
use crate::face::{Glyph, Weight};

/// A line of words; when it ended at a space, with that space, so that words do not run together when they are read
/// aloud or copied.
pub(super) type Line = Vec<Glyph>;

/// How wide a line is, without the space at its end.
pub(super) fn width(line: &[Glyph], weight: Weight, size: f32) -> f32 {
    let line = match line {
        [rest @ .., Glyph::SPACE] => rest,
        all => all,
    };
    line.iter().map(|g| u32::from(g.width(weight))).sum::<u32>() as f32 * size / 1000.0
}

/// How wide the widest part is at which no line may end.
pub(super) fn longest_part(words: &[Glyph], weight: Weight, size: f32) -> f32 {
    let parts = words.split_inclusive(|g| ends(*g));
    parts.map(|p| width(p, weight, size)).fold(0.0, f32::max)
}

/// How wide the words are with no line ending but where it must.
pub(super) fn natural(words: &[Glyph], weight: Weight, size: f32) -> f32 {
    let lines = words.split(|g| *g == Glyph::FEED);
    lines.map(|l| width(l, weight, size)).fold(0.0, f32::max)
}

/// A line may end after this.
fn ends(glyph: Glyph) -> bool {
    glyph == Glyph::SPACE || glyph == Glyph::FEED || glyph == Glyph::SOFT || glyph.parts()
}

/// The words in lines no wider than this, as full as they get. A word that is wider by itself is cut. Each glyph is
/// looked at twice at most.
pub(super) fn lines(words: &[Glyph], weight: Weight, size: f32, wide: f32) -> Vec<Line> {
    let most = (wide * 1000.0 / size.max(0.1)) as u32;
    let mut lines = Vec::new();
    let (mut start, mut at, mut x) = (0, 0, 0_u32);
    let mut end: Option<usize> = None;
    while let Some(glyph) = words.get(at).copied() {
        let next = u32::from(glyph.width(weight));
        if glyph == Glyph::FEED {
            lines.push(words[start..at].to_vec());
            (start, x, end) = (at + 1, 0, None);
        } else if x + next > most && glyph != Glyph::SPACE && at > start {
            let cut = end.take().unwrap_or(at);
            lines.push(words[start..cut].to_vec());
            x = words[cut..at]
                .iter()
                .map(|g| u32::from(g.width(weight)))
                .sum();
            start = cut;
            if let Some([.., last]) = lines.last_mut().map(Vec::as_mut_slice)
                && *last == Glyph::SOFT
            {
                *last = Glyph::HYPHEN;
            }
            continue;
        } else {
            x += next;
            if ends(glyph) {
                end = Some(at + 1);
            }
        }
        at += 1;
    }
    lines.push(words[start..].to_vec());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::face::glyphs;
    use proptest::prelude::*;

    fn bytes(line: &[Glyph]) -> Vec<u8> {
        line.iter().filter_map(|g| g.byte()).collect()
    }

    fn set(words: &str, wide: f32) -> Vec<String> {
        let lines = lines(&glyphs(words, &mut vec![]), Weight::Regular, 10.0, wide);
        lines
            .iter()
            .map(|l| String::from_utf8_lossy(&bytes(l)).into_owned())
            .collect()
    }

    #[test]
    fn lines_end_at_spaces_hyphens_and_soft_hyphens() {
        assert_eq!(set("one two three", 45.0), ["one two ", "three"]);
        assert_eq!(set("well-being", 35.0), ["well-", "being"]);
        assert_eq!(set("well\u{AD}being", 35.0), ["well-", "being"]);
        assert_eq!(set("well\u{AD}being", 99.0), ["wellbeing"]);
        assert_eq!(set("a\n\nb", 99.0), ["a", "", "b"]);
        assert_eq!(set("3\u{A0}mm", 12.0).len(), 3);
    }

    proptest! {
        #[test]
        fn every_sign_stands_in_one_line_and_no_line_is_too_wide(
            words in "[a-zA-Z äßé\\-/\n]{0,200}", wide in 15.0_f32..300.0,
        ) {
            let all = glyphs(&words, &mut vec![]);
            let lines = lines(&all, Weight::Bold, 9.0, wide);
            prop_assert_eq!(bytes(&lines.concat()), bytes(&all));
            for line in lines {
                let seen: Line = line.iter().copied().filter(|g| *g != Glyph::SPACE).collect();
                let trailing = line.iter().rev().take_while(|g| **g == Glyph::SPACE).count();
                let inner = &line[..line.len() - trailing];
                prop_assert!(width(inner, Weight::Bold, 9.0) <= wide + 0.01 || seen.len() <= 1);
            }
        }
    }
}
