// SPDX-License-Identifier: Apache-2.0
//! Years of use, kills, torn files and full disks on the device: the long run. A short one is among the browser tests.

use crate::{
    build::{self, Quality},
    check, process,
};
use anyhow::{Context as _, Result, bail};

/// What can be asked for, and under which name the script hears of it.
const ORDERS: [(&str, &str); 4] = [
    ("--years", "YEARS"),
    ("--records", "RECORDS"),
    ("--kills", "KILLS"),
    ("--seed", "SEED"),
];
/// Where the script's parts are chosen: `years`, `formats`, `torn`, `full`, `kills`.
const PARTS: (&str, &str) = ("--parts", "PARTS");

/// Builds what ships and the probe, and lives through it all.
pub(crate) fn run(words: &[&str]) -> Result<()> {
    let asked = read(words)?;
    build::build(Quality::Run)?;
    build::probe()?;
    let mut command = check::scripts()?;
    command.args(["endure/main.js"]).envs(asked);
    process::run(&mut command)
}

fn read(words: &[&str]) -> Result<Vec<(&'static str, String)>> {
    words
        .chunks(2)
        .map(|pair| match pair {
            [order, parts] if *order == PARTS.0 => Ok((PARTS.1, (*parts).to_owned())),
            [order, number] => {
                let known = ORDERS.iter().find(|(name, _)| name == order);
                let (_, variable) = known.with_context(|| format!("{order} is not known here"))?;
                let is_number = number.parse::<f64>().is_ok_and(|n| n > 0.0);
                if !is_number {
                    bail!("{order} wants a number above nothing, not {number}");
                }
                Ok((*variable, (*number).to_owned()))
            }
            _ => bail!("after {} comes what it should be", pair.join(" ")),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn orders_are_read_in_pairs_and_others_are_refused() {
        let asked = read(&["--years", "0.5", "--parts", "years,kills"]).expect("known orders");
        assert_eq!(
            asked,
            [("YEARS", "0.5".into()), ("PARTS", "years,kills".into())]
        );
        for words in [
            &["--years"][..],
            &["--years", "many"],
            &["--days", "3"],
            &["--kills", "0"],
        ] {
            assert!(read(words).is_err(), "{words:?}");
        }
    }
}
