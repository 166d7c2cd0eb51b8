// SPDX-License-Identifier: Apache-2.0

/// What stands in one place of a table.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    /// Nothing: it was not said, or there is none.
    Empty,
    /// A number as it is.
    Number(f64),
    /// Words, names and codes.
    Text(String),
}

impl Cell {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub(super) fn whole(number: impl TryInto<i32>) -> Self {
        number
            .try_into()
            .map_or(Self::Empty, |number| Self::Number(f64::from(number)))
    }

    pub(super) fn maybe(number: Option<impl Into<f64>>) -> Self {
        number.map_or(Self::Empty, |number| Self::Number(number.into()))
    }

    pub(super) fn yes(yes: bool) -> Self {
        Self::text(if yes { "true" } else { "false" })
    }

    /// Names that hold no space, with a space between them.
    pub(super) fn names<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let names: Vec<&str> = names.collect();
        Self::Text(names.join(" "))
    }

    /// Writes it as a field of RFC 4180.
    pub(super) fn write(&self, out: &mut String) {
        match self {
            Self::Number(number) if number.is_finite() => out.push_str(&number.to_string()),
            Self::Empty | Self::Number(_) => {}
            Self::Text(text) => write_text(text, out),
        }
    }
}

/// Words are never a formula: what begins as one gets an apostrophe before it (OWASP, CSV injection). What no table
/// can hold (the sign 0) is shown as missing.
fn write_text(text: &str, out: &mut String) {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let quoted = formula || text.contains([',', '"', '\r', '\n']) || text.trim() != text;
    if quoted {
        out.push('"');
    }
    if formula {
        out.push('\'');
    }
    for sign in text.chars() {
        match sign {
            '"' => out.push_str("\"\""),
            '\0' => out.push('\u{FFFD}'),
            other => out.push(other),
        }
    }
    if quoted {
        out.push('"');
    }
}
