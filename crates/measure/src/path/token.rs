// SPDX-License-Identifier: Apache-2.0
use super::{Decimal, MOST_BYTES, PathError};

/// A word of an expression, and the characters before it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    pub(super) token: Token,
    pub(super) at: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// A name, and whether it stood in backquotes.
    Name(String, bool),
    /// `%name`.
    Variable(String),
    /// `$this`, `$index`, `$total`.
    Special(&'static str),
    Text(String),
    Number(Decimal, bool),
    /// A literal date or time, without its `@`.
    Moment(String),
    Sign(&'static str),
}

const SIGNS: [&str; 25] = [
    "!=", "!~", "<=", ">=", "(", ")", "[", "]", "{", "}", ".", ",", "+", "-", "*", "/", "&", "|",
    "=", "~", "<", ">", "$this", "$index", "$total",
];

/// Cuts an expression into words.
pub(super) fn tokens(text: &str) -> Result<Vec<Placed>, PathError> {
    if text.len() > MOST_BYTES {
        return Err(PathError::TooMuch);
    }
    let mut rest = text;
    let mut all = Vec::new();
    loop {
        rest = rest.trim_start();
        let at = text[..text.len() - rest.len()].chars().count();
        let fail = |what| PathError::Syntax { at, what };
        if rest.is_empty() {
            return Ok(all);
        }
        if let Some(comment) = rest.strip_prefix("//") {
            rest = comment.find(['\n', '\r']).map_or("", |end| &comment[end..]);
            continue;
        }
        if let Some(comment) = rest.strip_prefix("/*") {
            let end = comment.find("*/").ok_or(fail("a comment has no end"))?;
            rest = &comment[end + 2..];
            continue;
        }
        let (token, length) = token(rest).map_err(fail)?;
        all.push(Placed { token, at });
        rest = &rest[length..];
    }
}

fn token(rest: &str) -> Result<(Token, usize), &'static str> {
    let first = rest.chars().next().unwrap_or(' ');
    match first {
        '\'' | '`' => {
            let (text, length) = quoted(&rest[1..], first)?;
            let token = if first == '`' {
                Token::Name(text, true)
            } else {
                Token::Text(text)
            };
            Ok((token, length + 1))
        }
        '%' => variable(rest),
        '@' => {
            let length = 1 + rest[1..]
                .find(|c: char| !(c.is_ascii_digit() || "-:.+TZ".contains(c)))
                .unwrap_or(rest.len() - 1);
            let moment = rest[1..length].trim_end_matches('.');
            Ok((Token::Moment(moment.to_owned()), 1 + moment.len()))
        }
        '0'..='9' => number(rest),
        'a'..='z' | 'A'..='Z' | '_' => {
            let length = name_length(rest);
            Ok((Token::Name(rest[..length].to_owned(), false), length))
        }
        _ => SIGNS
            .iter()
            .find(|sign| rest.starts_with(**sign))
            .map(|sign| {
                let token = if sign.starts_with('$') {
                    Token::Special(sign)
                } else {
                    Token::Sign(sign)
                };
                (token, sign.len())
            })
            .ok_or("a sign that FHIRPath does not have"),
    }
}

fn name_length(text: &str) -> usize {
    text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
        .unwrap_or(text.len())
}

fn variable(rest: &str) -> Result<(Token, usize), &'static str> {
    let after = &rest[1..];
    if let Some(quote) = after.chars().next().filter(|c| matches!(c, '\'' | '`')) {
        let (name, length) = quoted(&after[1..], quote)?;
        return Ok((Token::Variable(name), length + 2));
    }
    let length = after
        .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-'))
        .unwrap_or(after.len());
    if length == 0 {
        return Err("a name is missing after %");
    }
    // A hyphen before anything else than a letter is a minus: `%a-1`.
    let mut name = &after[..length];
    if let Some(cut) = name
        .char_indices()
        .find(|(i, c)| *c == '-' && !name[i + 1..].starts_with(|c: char| c.is_ascii_alphabetic()))
    {
        name = &name[..cut.0];
    }
    Ok((Token::Variable(name.to_owned()), 1 + name.len()))
}

fn number(rest: &str) -> Result<(Token, usize), &'static str> {
    let digits = |text: &str| {
        text.find(|c: char| !c.is_ascii_digit())
            .unwrap_or(text.len())
    };
    let mut length = digits(rest);
    let mut whole = true;
    if let Some(part) = rest[length..].strip_prefix('.') {
        let places = digits(part);
        if places > 0 {
            length += 1 + places;
            whole = false;
        }
    }
    let value = Decimal::read(&rest[..length]).ok_or("a number is too large")?;
    Ok((Token::Number(value, whole), length))
}

fn quoted(text: &str, end: char) -> Result<(String, usize), &'static str> {
    let mut out = String::new();
    let mut chars = text.char_indices();
    while let Some((i, c)) = chars.next() {
        if c == end {
            return Ok((out, i + 1));
        }
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next().map(|(_, c)| c) {
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('t') => out.push('\t'),
            Some('f') => out.push('\u{c}'),
            Some('u') => {
                let code: String = chars.by_ref().take(4).map(|(_, c)| c).collect();
                let code =
                    u32::from_str_radix(&code, 16).map_err(|_| "a \\u has no four digits")?;
                out.push(char::from_u32(code).unwrap_or('\u{fffd}'));
            }
            Some(c @ ('\'' | '"' | '`' | '\\' | '/')) => out.push(c),
            _ => return Err("a backslash before something that it does not change"),
        }
    }
    Err("a text has no end")
}
