// SPDX-License-Identifier: Apache-2.0
//! A line of JSON in, a line of JSON out, until the input ends.

use serde_json::{Value, json};
use std::io::{self, BufRead, Read, Write};

/// Answers each line of at most `longest` bytes. An answer is written before the next line is read, so that whoever is
/// on the other side may wait for it. Empty lines are passed over.
///
/// # Errors
/// Reading or writing failed; the other side going away is no error.
pub fn answer(longest: usize, mut to_line: impl FnMut(&str) -> Value) -> io::Result<()> {
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = input
            .by_ref()
            .take(longest as u64 + 1)
            .read_until(b'\n', &mut line)?;
        if read == 0 {
            return Ok(());
        }
        let said = if line.len() > longest && line.last() != Some(&b'\n') {
            skip_line(&mut input)?;
            json!({ "error": format!("a line may be {longest} bytes long at most") })
        } else {
            match std::str::from_utf8(&line).map(str::trim) {
                Ok("") => continue,
                Ok(text) => to_line(text),
                Err(_) => json!({ "error": "this line is not UTF-8" }),
            }
        };
        let told = writeln!(output, "{said}").and_then(|()| output.flush());
        match told {
            Err(why) if why.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
            other => other?,
        }
    }
}

fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let held = input.fill_buf()?;
        if held.is_empty() {
            return Ok(());
        }
        let end = held.iter().position(|b| *b == b'\n');
        let used = end.map_or(held.len(), |n| n + 1);
        input.consume(used);
        if end.is_some() {
            return Ok(());
        }
    }
}
