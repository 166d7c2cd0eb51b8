// SPDX-License-Identifier: Apache-2.0
//! One letter, folded.

/// Stands for every letter that our languages do not write.
pub(crate) const OTHER: char = '?';

/// The plain letters of an accented small one; `None` if it has none of its own.
pub(crate) fn plain(sign: char) -> Option<&'static str> {
    Some(match sign {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ª' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ì'..='ï' | 'ī' | 'ı' => "i",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' | 'º' => "o",
        'œ' => "oe",
        'ß' => "ss",
        'ſ' | 'ś' | 'š' => "s",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

/// The letter that a digit or a sign stands for in the middle of a word; itself, if for none.
pub(crate) fn disguised(sign: char) -> char {
    match sign {
        '0' => 'o',
        '1' | '!' | '|' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    }
}

/// Accents that stand apart from their letter, and signs without width.
pub(crate) fn is_nothing(sign: char) -> bool {
    matches!(sign,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{ad}' | '\u{2060}' | '\u{feff}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// Emoji and other pictures, which are words.
pub(crate) fn is_picture(sign: char) -> bool {
    matches!(sign, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}')
}
