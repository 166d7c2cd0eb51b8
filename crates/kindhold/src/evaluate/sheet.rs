// SPDX-License-Identifier: Apache-2.0
//! A log as comma-separated values (RFC 4180), with a head.

use super::log::{Table, Told};
use kindhold_choice::evaluate::MOST_ROWS;
use std::collections::BTreeMap;

/// The most columns.
const MOST_COLUMNS: usize = 2_000;

/// Reads `person`, `arm`, `reward`, `propensity`, where there are any `available` and `slate` (names with `|` between
/// them), and every other column that holds numbers. A column `name:option` is the chance of that option by the
/// policy `name`.
pub(super) fn log(text: &str) -> Result<Table, String> {
    let mut rows = cells(text.strip_prefix('\u{feff}').unwrap_or(text))?.into_iter();
    let (_, head) = rows.next().ok_or("line 1: the file is empty.")?;
    let place = |name: &str| head.iter().position(|head| head.trim() == name);
    let needed = |name: &str| {
        place(name).ok_or_else(|| {
            format!(
                "line 1: there is no column {name}. A log has person, arm, reward and propensity."
            )
        })
    };
    let (person, arm) = (needed("person")?, needed("arm")?);
    let (reward, chance) = (needed("reward")?, needed("propensity")?);
    let (available, slate) = (place("available"), place("slate"));
    let mut table = Table {
        ordered: available.is_some(),
        ..Table::default()
    };
    for (line, cells) in rows {
        if cells.len() != head.len() {
            return Err(format!(
                "line {line}: it has {} cells, the head has {}.",
                cells.len(),
                head.len()
            ));
        }
        let names = |place: Option<usize>| -> Vec<String> {
            let names = place
                .map(|place| cells[place].split('|'))
                .into_iter()
                .flatten();
            let names = names.map(str::trim).filter(|name| !name.is_empty());
            names.map(str::to_owned).collect()
        };
        let mut row = Told {
            line,
            person: cells[person].trim().to_owned(),
            arm: cells[arm].trim().to_owned(),
            reward: match cells[reward].trim() {
                "" | "NA" | "null" => None,
                said => Some(
                    number(said)
                        .ok_or_else(|| format!("line {line}: the reward {said} is no number."))?,
                ),
            },
            chance: number(cells[chance].trim()).ok_or_else(|| {
                format!(
                    "line {line}: there is no propensity. A decision without one cannot be weighed."
                )
            })?,
            available: names(available),
            slate: names(slate),
            ..Told::default()
        };
        for (name, cell) in head.iter().zip(&cells) {
            let (name, Some(value)) = (name.trim(), number(cell.trim())) else {
                continue;
            };
            if let Some((policy, option)) = name.split_once(':') {
                let of: &mut BTreeMap<String, f64> =
                    row.targets.entry(policy.to_owned()).or_default();
                of.insert(option.to_owned(), value);
            }
            row.numbers.insert(name.to_owned(), value);
        }
        table.rows.push(row);
    }
    Ok(table)
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|x: &f64| x.is_finite())
}

/// Each line's cells, with the number of the line. A cell in double quotes may hold commas, line breaks and, doubled,
/// quotes.
fn cells(text: &str) -> Result<Vec<(usize, Vec<String>)>, String> {
    let mut rows = Vec::new();
    let (mut line, mut begun) = (1, 1);
    let mut row: Vec<String> = Vec::new();
    let mut cell = String::new();
    let mut signs = text.chars().peekable();
    let mut quoted = false;
    loop {
        let sign = signs.next();
        match sign {
            Some('"') if quoted && signs.peek() == Some(&'"') => {
                cell.push('"');
                signs.next();
            }
            Some('"') if quoted => quoted = false,
            None if quoted => return Err(format!("line {begun}: a quote is not closed.")),
            Some(c) if quoted => {
                line += usize::from(c == '\n');
                cell.push(c);
            }
            Some('"') if cell.is_empty() => quoted = true,
            Some(',') => row.push(std::mem::take(&mut cell)),
            Some('\r') if signs.peek() == Some(&'\n') => {}
            Some('\n') | None => {
                row.push(std::mem::take(&mut cell));
                if row.len() > 1 || row.iter().any(|c| !c.is_empty()) {
                    rows.push((begun, std::mem::take(&mut row)));
                }
                row.clear();
                line += 1;
                begun = line;
                if sign.is_none() {
                    return Ok(rows);
                }
            }
            Some(c) => cell.push(c),
        }
        if row.len() > MOST_COLUMNS || rows.len() > MOST_ROWS + 1 {
            return Err(format!(
                "line {line}: a log has at most {MOST_ROWS} lines and {MOST_COLUMNS} columns."
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_line_breaks_and_numbers_of_lines_are_those_of_the_file() {
        let read = cells("a,b\r\n\"x, \"\"y\"\"\",\"1\n2\"\r\n\r\n3,\n").expect("sound");
        let told: Vec<(usize, Vec<&str>)> = read
            .iter()
            .map(|(line, cells)| (*line, cells.iter().map(String::as_str).collect()))
            .collect();
        assert_eq!(
            told,
            [
                (1, vec!["a", "b"]),
                (2, vec!["x, \"y\"", "1\n2"]),
                (5, vec!["3", ""])
            ]
        );
        assert!(cells("a\n\"b").is_err());
    }
}
