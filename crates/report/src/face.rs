// SPDX-License-Identifier: Apache-2.0
//! The one typeface of a PDF: Helvetica, which every reader brings along, in the signs of WinAnsi, and a dozen
//! mathematical signs from the Symbol that every reader brings along too.

mod widths;

/// How heavy the letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Weight {
    #[default]
    Regular,
    Bold,
}

/// A sign as a PDF writes it: the low byte is its code, the rest says how it behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Glyph(u16);

/// The glyph is one of the typeface Symbol.
const SYMBOL: u16 = 0x100;
/// It is not drawn: a place at which a line may or must end.
const UNSEEN: u16 = 0x200;
/// No line ends after it.
const HOLDS: u16 = 0x400;

impl Glyph {
    pub(crate) const SPACE: Self = Self(b' ' as u16);
    pub(crate) const HYPHEN: Self = Self(b'-' as u16);
    /// A new line begins.
    pub(crate) const FEED: Self = Self(UNSEEN | b'\n' as u16);
    /// A line may end here, with a hyphen.
    pub(crate) const SOFT: Self = Self(UNSEEN | b'-' as u16);
    /// A line may end here, with nothing.
    const BREAK: Self = Self(UNSEEN);

    /// Its byte in a PDF, `None` for what is not drawn.
    pub(crate) fn byte(self) -> Option<u8> {
        (self.0 & UNSEEN == 0).then_some(self.0 as u8)
    }

    /// It is drawn from Symbol.
    pub(crate) fn is_symbol(self) -> bool {
        self.0 & SYMBOL != 0
    }

    /// A line may end after it, without a space.
    pub(crate) fn parts(self) -> bool {
        self.0 & (SYMBOL | HOLDS) == 0 && matches!(self.0 as u8, b'-' | b'/' | 0x96 | 0x97 | 0)
    }

    /// How wide it is, in thousandths of the size.
    pub(crate) fn width(self, weight: Weight) -> u16 {
        let code = self.0 as u8;
        if self.0 & UNSEEN != 0 {
            return 0;
        }
        if self.is_symbol() {
            let found = SYMBOLS.iter().find(|(_, c, _)| *c == code);
            return found.map_or(0, |(_, _, width)| *width);
        }
        let widths = match weight {
            Weight::Regular => &widths::REGULAR,
            Weight::Bold => &widths::BOLD,
        };
        let at = usize::from(code.saturating_sub(32));
        widths.get(at).copied().unwrap_or_default()
    }
}

/// How wide some words are at a size; signs that the typeface lacks are taken to be as wide as a wide letter.
pub(crate) fn measure(text: &str, weight: Weight, size: f32) -> f32 {
    let width = |c: char| match glyph(c) {
        Some(g) => u32::from(g.width(weight)),
        None => 667,
    };
    text.chars().map(width).sum::<u32>() as f32 * size / 1000.0
}

/// The words as signs of the typeface; those that it lacks go to `lacking`.
pub(crate) fn glyphs(text: &str, lacking: &mut Vec<char>) -> Vec<Glyph> {
    let mut found: Vec<Glyph> = Vec::with_capacity(text.len());
    let mut before = None;
    for c in text.chars() {
        let whole = before.and_then(|b| composed(b, c));
        if let Some(g) = whole.and_then(glyph) {
            found.pop();
            found.push(g);
            before = whole;
            continue;
        }
        before = Some(c);
        match (glyph(c), SPELT.iter().find(|(s, _)| *s == c)) {
            (Some(g), _) => found.push(g),
            (None, Some((_, spelt))) => found.extend(spelt.chars().filter_map(glyph)),
            (None, None) if is_silent(c) => {}
            (None, None) if lacking.contains(&c) || lacking.len() >= LACKING => {}
            (None, None) => lacking.push(c),
        }
    }
    found
}

/// As many lacking signs as are worth naming.
const LACKING: usize = 64;

/// Signs 0x80 to 0x9F of WinAnsi; a space where there is none.
const UPPER: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/// Signs from Symbol: the sign, its code, its width (Adobe's Core 14 metrics).
const SYMBOLS: [(char, u8, u16); 17] = [
    ('≤', 163, 549),
    ('≥', 179, 549),
    ('≠', 185, 549),
    ('≈', 187, 549),
    ('−', 45, 549),
    ('→', 174, 987),
    ('←', 172, 987),
    ('↑', 173, 603),
    ('↓', 175, 603),
    ('∞', 165, 713),
    ('√', 214, 549),
    ('Δ', 68, 612),
    ('α', 97, 631),
    ('β', 98, 549),
    ('σ', 115, 603),
    ('χ', 99, 549),
    ('ω', 119, 686),
];

/// Signs that are written with others and say the same.
const SPELT: [(char, &str); 8] = [
    ('⅓', "1/3"),
    ('⅔', "2/3"),
    ('\u{2010}', "-"),
    ('―', "—"),
    ('ʼ', "’"),
    ('μ', "µ"),
    ('′', "'"),
    ('″', "\""),
];

/// Letters and the marks that may follow them in place of one sign (Unicode, canonical composition), as far as
/// WinAnsi has the sign.
const COMPOSED: [(char, &str, &str); 8] = [
    ('\u{300}', "AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
    ('\u{301}', "AEIOUYaeiouy", "ÁÉÍÓÚÝáéíóúý"),
    ('\u{302}', "AEIOUaeiou", "ÂÊÎÔÛâêîôû"),
    ('\u{303}', "ANOano", "ÃÑÕãñõ"),
    ('\u{308}', "AEIOUYaeiouy", "ÄËÏÖÜŸäëïöüÿ"),
    ('\u{30A}', "Aa", "Åå"),
    ('\u{327}', "Cc", "Çç"),
    ('\u{30C}', "SZsz", "ŠŽšž"),
];

fn composed(letter: char, mark: char) -> Option<char> {
    let (_, letters, wholes) = COMPOSED.iter().find(|(m, ..)| *m == mark)?;
    let at = letters.chars().position(|l| l == letter)?;
    wholes.chars().nth(at)
}

/// Directions, isolates and selectors: they say how a neighbour is drawn and are nothing by themselves.
fn is_silent(c: char) -> bool {
    matches!(c, '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}'
        | '\u{FE0E}' | '\u{FEFF}')
}

fn glyph(c: char) -> Option<Glyph> {
    Some(match c {
        ' '..='~' | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{FF}' => Glyph(c as u16),
        '\n' | '\u{2028}' | '\u{2029}' => Glyph::FEED,
        '\u{2002}'..='\u{2006}' | '\u{2008}'..='\u{200A}' | '\u{205F}' | '\u{3000}' => Glyph::SPACE,
        '\u{A0}' | '\u{202F}' | '\u{2007}' => Glyph(0xA0),
        '\u{2011}' => Glyph(HOLDS | b'-' as u16),
        '\u{AD}' => Glyph::SOFT,
        '\u{200B}' => Glyph::BREAK,
        c if c.is_control() => Glyph::SPACE,
        c => {
            if let Some(at) = UPPER.chars().position(|u| u == c) {
                return Some(Glyph(0x80 + at as u16));
            }
            let (_, code, _) = SYMBOLS.iter().find(|(s, ..)| *s == c)?;
            Glyph(SYMBOL | u16::from(*code))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(text: &str) -> (Vec<u8>, Vec<char>) {
        let mut lacking = vec![];
        let found = glyphs(text, &mut lacking);
        (found.into_iter().filter_map(Glyph::byte).collect(), lacking)
    }

    #[test]
    fn the_upper_signs_stand_where_the_standard_puts_them() {
        // ISO 32000-1, table D.2.
        let some = [
            ('€', 0x80),
            ('Œ', 0x8C),
            ('Ž', 0x8E),
            ('“', 0x93),
            ('–', 0x96),
            ('œ', 0x9C),
            ('Ÿ', 0x9F),
        ];
        for (sign, code) in some {
            assert_eq!(bytes(&sign.to_string()), (vec![code], vec![]), "{sign}");
        }
        assert_eq!(UPPER.chars().count(), 32);
    }

    #[test]
    fn letters_with_a_mark_that_follows_are_one_sign() {
        assert_eq!(bytes("cafe\u{301}"), bytes("café"));
        assert_eq!(bytes("A\u{308}rger"), bytes("Ärger"));
        assert_eq!(bytes("x\u{301}").1, ['\u{301}']);
    }

    #[test]
    fn a_sign_that_is_lacking_is_named_once() {
        assert_eq!(bytes("سلام سلام 🙂 ok").1, ['س', 'ل', 'ا', 'م', '🙂']);
        assert_eq!(
            bytes("\u{2068}name\u{2069}: ≥ 3"),
            (b"name: \xB3 3".to_vec(), vec![])
        );
    }

    #[test]
    fn words_are_as_wide_as_a_second_source_has_them() {
        // The widths of Adobe's metrics as the package reportlab 5.1 carries them, summed by hand.
        assert!((measure("Hello, World", Weight::Regular, 10.0) - 54.45).abs() < 0.01);
        assert!((measure("Hello, World", Weight::Bold, 10.0) - 58.34).abs() < 0.01);
    }
}
