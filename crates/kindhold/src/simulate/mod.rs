// SPDX-License-Identifier: Apache-2.0
//! `kindhold simulate`: ways of choosing, tried with simulated people. `docs/choice.md` says what they are made of.

mod page;
mod plot;
mod table;

use crate::relay::Told;
use kindhold_care::Practice;
use kindhold_choice::simulate::{Figures, Lived, Setup, figures, live};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
    thread,
};
use table::Table;

/// More than this is nobody's assumption.
const MOST_DIFFERENT: f64 = 10.0;

/// What is tried, and where it goes.
#[derive(Debug, Clone, clap::Args)]
pub struct Order {
    /// How many people
    #[arg(long, default_value_t = 400, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    people: u32,
    /// In how many worlds, each with a seed of its own
    #[arg(long, default_value_t = 40, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    worlds: u32,
    /// How many urges each has
    #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    urges: u32,
    /// Where randomness begins; the same seed gives the same numbers
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How far people differ, against what is assumed
    #[arg(long, default_value_t = 1.0)]
    differ: f64,
    /// The content folder, for its practices
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// Where tables, plots and a page go
    #[arg(long, value_name = "DIR", default_value = "simulated")]
    out: PathBuf,
}

/// Lets simulated people live under every policy, and writes tables, plots and a page into a folder.
///
/// # Errors
/// A sentence: the content cannot be read, people cannot differ so, or the disk refuses.
pub fn simulate(order: &Order) -> Told {
    let (content, out) = (&order.content, &order.out);
    let setup = &Setup {
        people: order.people,
        worlds: order.worlds,
        urges: order.urges,
        seed: order.seed,
        differ: order.differ,
    };
    if !(0.0..=MOST_DIFFERENT).contains(&setup.differ) {
        return Err(format!("People can differ by 0 to {MOST_DIFFERENT}."));
    }
    let mut library = kindhold_content::load(content);
    let english = library.languages.remove("en");
    let practices = english.map(|l| l.practices).unwrap_or_default();
    if practices.is_empty() {
        return Err(format!(
            "There are no practices in {}. Name the content folder with --content.",
            content.display()
        ));
    }
    let found = figures(&all(setup, &practices), setup.seed);
    let tables = table::all(&found);
    write(setup, &found, &tables, out).map_err(|e| format!("The disk said: {e}"))?;
    let mut words = String::new();
    for table in tables.iter().filter(|t| t.in_terminal) {
        words.push_str(&table.text());
        words.push('\n');
    }
    words.push_str(&page::what_it_is(setup));
    words.push_str(&format!(
        "\nPlots and tables: {}",
        out.join("index.html").display()
    ));
    Ok(words)
}

/// Every world, as many at once as there are cores.
fn all(setup: &Setup, practices: &[Practice]) -> Vec<Vec<Lived>> {
    let next = AtomicU32::new(0);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let work = || {
        let mut done = Vec::new();
        loop {
            let world = next.fetch_add(1, Ordering::Relaxed);
            if world >= setup.worlds.max(1) {
                return done;
            }
            done.push((world, live(setup, practices, world)));
        }
    };
    let mut worlds: Vec<(u32, Vec<Lived>)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        let each = workers.into_iter();
        each.flat_map(|w| w.join().expect("a world does not panic"))
            .collect()
    });
    worlds.sort_by_key(|(world, _)| *world);
    worlds.into_iter().map(|(_, lived)| lived).collect()
}

fn write(setup: &Setup, found: &Figures, tables: &[Table], out: &Path) -> std::io::Result<()> {
    fs::create_dir_all(out)?;
    for table in tables {
        fs::write(out.join(format!("{}.csv", table.file)), table.csv())?;
    }
    let plots = plot::all(found);
    for plot in &plots {
        fs::write(out.join(format!("{}.svg", plot.file)), plot.alone())?;
    }
    fs::write(out.join("index.html"), page::page(setup, tables, &plots))
}
