// SPDX-License-Identifier: Apache-2.0
//! Bounded reading of JSON, its canonical form and the checksum.

use serde_json::{Number, Value};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// SHA-256 of the canonical form, 64 hexadecimal digits.
///
/// The form is RFC 8785 (JSON Canonicalization Scheme): no white space, keys in the order of their UTF-16 code
/// units, the shortest escapes, numbers as ECMAScript writes the nearest double (`1.0` is `1`, `1e2` is `100`). So
/// another order of keys, other white space or another way to write a number is the same questionnaire; another
/// word is not.
#[must_use]
pub fn checksum(value: &Value) -> String {
    let digest = Sha256::digest(canonical(value).as_bytes());
    let mut out = String::with_capacity(64);
    for byte in digest {
        let _ = write!(out, "{byte:02x}");
    }
    out
}

/// The canonical form, RFC 8785.
#[must_use]
pub fn canonical(value: &Value) -> String {
    let mut out = String::new();
    write_value(value, &mut out);
    out
}

fn write_value(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
        Value::Number(number) => write_number(number, out),
        Value::String(text) => write_text(text, out),
        Value::Array(all) => {
            out.push('[');
            for (i, one) in all.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                write_value(one, out);
            }
            out.push(']');
        }
        Value::Object(object) => {
            let mut keys: Vec<_> = object.iter().collect();
            keys.sort_unstable_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
            out.push('{');
            for (i, (key, one)) in keys.into_iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                write_text(key, out);
                out.push(':');
                write_value(one, out);
            }
            out.push('}');
        }
    }
}

fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// A number as ECMAScript's `Number::toString` has it.
fn write_number(number: &Number, out: &mut String) {
    let double = number.as_f64().unwrap_or(0.0);
    if double == 0.0 {
        out.push('0');
        return;
    }
    let shortest = format!("{:e}", double.abs());
    let (digits, exponent) = shortest.split_once('e').unwrap_or((&shortest, "0"));
    let digits = digits.replace('.', "");
    let point = exponent.parse::<i32>().unwrap_or(0) + 1;
    let count = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    if double < 0.0 {
        out.push('-');
    }
    let zeros = |n: i32| "0".repeat(usize::try_from(n).unwrap_or(0));
    if count <= point && point <= 21 {
        let _ = write!(out, "{digits}{}", zeros(point - count));
    } else if 0 < point && point <= 21 {
        let (whole, part) = digits.split_at(usize::try_from(point).unwrap_or(0));
        let _ = write!(out, "{whole}.{part}");
    } else if -6 < point && point <= 0 {
        let _ = write!(out, "0.{}{digits}", zeros(-point));
    } else {
        let (first, rest) = digits.split_at(1);
        let dot = if rest.is_empty() { "" } else { "." };
        let _ = write!(out, "{first}{dot}{rest}e{:+}", point - 1);
    }
}

pub(crate) fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or("")
}

pub(crate) fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value
        .get(key)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

pub(crate) fn yes(value: &Value, key: &str) -> bool {
    value.get(key).and_then(Value::as_bool) == Some(true)
}

/// Its extensions of one URL.
pub(crate) fn extensions<'v>(value: &'v Value, url: &'v str) -> impl Iterator<Item = &'v Value> {
    list(value, "extension")
        .iter()
        .filter(move |extension| text(extension, "url") == url)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    /// The numbers of RFC 8785, appendix B.
    #[test]
    fn numbers_are_written_as_the_standard_shows() {
        let cases = [
            (5e-324, "5e-324"),
            (-5e-324, "-5e-324"),
            (f64::MAX, "1.7976931348623157e+308"),
            (9_007_199_254_740_992.0, "9007199254740992"),
            (295_147_905_179_352_830_000.0, "295147905179352830000"),
            (9.999_999_999_999_997e22, "9.999999999999997e+22"),
            (1e23, "1e+23"),
            (1.000_000_000_000_000_1e23, "1.0000000000000001e+23"),
            (999_999_999_999_999_700_000.0, "999999999999999700000"),
            (0.000_001, "0.000001"),
            (0.000_000_333_333_333_333_333_3, "3.333333333333333e-7"),
            (333_333_333.333_333_3, "333333333.3333333"),
            (-0.0, "0"),
        ];
        for (number, wanted) in cases {
            assert_eq!(canonical(&json!(number)), wanted);
        }
    }

    #[test]
    fn keys_stand_in_the_order_of_utf_16() {
        let value = json!({"\u{20ac}": 1, "\r": 2, "\u{fb33}": 3, "1": 4, "\u{1f600}": 5, "\u{80}": 6, "\u{f6}": 7});
        let wanted = "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"\u{f6}\":7,\"\u{20ac}\":1,\"\u{1f600}\":5,\"\u{fb33}\":3}";
        assert_eq!(canonical(&value), wanted);
    }

    proptest! {
        #[test]
        fn the_canonical_form_reads_back_as_itself(number in any::<f64>(), text in "\\PC{0,20}", whole in any::<i32>()) {
            prop_assume!(number.is_finite());
            let value = json!({"b": [number, whole, null, true], "a": text});
            let once = canonical(&value);
            let again: Value = serde_json::from_str(&once).expect("it is JSON");
            prop_assert_eq!(canonical(&again), once);
        }
    }
}
