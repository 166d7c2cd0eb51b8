// SPDX-License-Identifier: Apache-2.0
//! Looks for bytes that break a law of `crates/fuzzed`, one target after the other, and keeps what was found.

use crate::{
    process::{cargo, kept, program, run},
    workspace,
};
use anyhow::{Context as _, Result, bail};
use sha2::{Digest as _, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Seconds for each target when nobody says otherwise.
const SECONDS: u32 = 60;
/// A corpus keeps no more files than these, and none that is longer, in bytes.
const MOST_FILES: usize = 150;
const LONGEST: u64 = 32_000;
/// Memory of one run in MiB, seconds for one input, and bytes of one that is made up.
const LIMITS: [&str; 3] = ["-rss_limit_mb=2048", "-timeout=10", "-max_len=16384"];

/// `[--seconds N] [TARGET…]`: all targets when none is named.
pub(crate) fn fuzz(words: &[&str]) -> Result<()> {
    let (seconds, named) = match words {
        ["--seconds", seconds, named @ ..] => {
            (seconds.parse().context("--seconds wants a number")?, named)
        }
        named => (SECONDS, named),
    };
    let all = targets()?;
    if let Some(name) = named.iter().find(|name| !all.iter().any(|t| t == *name)) {
        bail!(
            "There is no target `{name}`. There are: {}.",
            all.join(", ")
        );
    }
    has_tools()?;
    let seeds = work().join("seeds");
    let _ = fs::remove_dir_all(&seeds);
    run(cargo()
        .args([
            "run",
            "-q",
            "-p",
            "kindhold-fuzzed",
            "--example",
            "seeds",
            "--",
        ])
        .arg(&seeds))?;
    let mut broken = Vec::new();
    for target in all
        .iter()
        .filter(|t| named.is_empty() || named.contains(&t.as_str()))
    {
        let place = Place::new(target)?;
        let holds = place.search(seconds)?;
        place.minimise()?;
        if !holds {
            broken.push(target.as_str());
        }
    }
    if broken.is_empty() {
        return Ok(());
    }
    bail!(
        "These laws were broken: {}. What broke them lies in fuzz/regressions.",
        broken.join(", ")
    )
}

/// The names of the targets, as the manifest has them.
fn targets() -> Result<Vec<String>> {
    let manifest = fs::read_to_string(workspace::root().join("fuzz/Cargo.toml"))?;
    let mut bins = manifest.split("[[bin]]\n").skip(1);
    let name = |bin: &str| Some(bin.strip_prefix("name = \"")?.split('"').next()?.to_owned());
    bins.try_fold(Vec::new(), |mut all, bin| {
        all.push(name(bin).context("a target in fuzz/Cargo.toml has no name")?);
        Ok(all)
    })
}

fn has_tools() -> Result<()> {
    let there = |command: &mut Command| kept(command).is_ok_and(|(passed, _)| passed);
    if !there(program("rustup").args(["run", "nightly", "rustc", "--version"])) {
        bail!("Fuzzing wants nightly: rustup toolchain install nightly");
    }
    if !there(&mut nightly("--version")) {
        bail!("Fuzzing wants cargo-fuzz: cargo install --locked cargo-fuzz");
    }
    Ok(())
}

/// An order of cargo-fuzz on nightly.
fn nightly(order: &str) -> Command {
    let mut command = program("rustup");
    command.args(["run", "nightly", "cargo", "fuzz", order]);
    // Its builds are others than the product's: they have a place of their own.
    command.env_remove("CARGO_TARGET_DIR");
    command
}

fn work() -> PathBuf {
    workspace::root().join("fuzz/work")
}

/// The folders of one target.
struct Place<'a> {
    target: &'a str,
    corpus: PathBuf,
    regressions: PathBuf,
    found: PathBuf,
    seeds: PathBuf,
}

impl<'a> Place<'a> {
    fn new(target: &'a str) -> Result<Self> {
        let fuzz = workspace::root().join("fuzz");
        let place = Self {
            target,
            corpus: fuzz.join("corpus").join(target),
            regressions: fuzz.join("regressions").join(target),
            found: work().join("found").join(target),
            seeds: work().join("seeds").join(target),
        };
        for folder in [&place.corpus, &place.found, &place.seeds] {
            fs::create_dir_all(folder)?;
        }
        Ok(place)
    }

    /// libFuzzer on this target, under the sanitiser of addresses.
    fn fuzzer(&self, folders: &[&Path], options: &[&str]) -> Command {
        let mut command = nightly("run");
        command
            .args(["--fuzz-dir", "fuzz", self.target])
            .args(folders);
        command.arg("--").args(LIMITS).args(options);
        command
    }

    /// Searches for so many seconds; whether the law held. What breaks it is kept.
    fn search(&self, seconds: u32) -> Result<bool> {
        let before = files(&self.corpus)?.len();
        let mut folders = vec![self.found.as_path(), &self.corpus, &self.seeds];
        if self.regressions.is_dir() {
            folders.push(&self.regressions);
        }
        let time = format!("-max_total_time={seconds}");
        let (holds, words) = kept(&mut self.fuzzer(&folders, &[&time, "-print_final_stats=1"]))?;
        let many = words
            .lines()
            .find_map(|l| l.strip_prefix("stat::number_of_executed_units:"));
        println!(
            "{}: {seconds} s, {} inputs, {before} kept before",
            self.target,
            many.map_or("?", str::trim)
        );
        if holds {
            return Ok(true);
        }
        let broken = workspace::root().join("fuzz/artifacts").join(self.target);
        let broken = files(&broken).unwrap_or_default();
        if broken.is_empty() {
            bail!("{words}");
        }
        fs::create_dir_all(&self.regressions)?;
        for path in broken {
            let name = path.file_name().context("a file has a name")?;
            fs::rename(&path, self.regressions.join(name))?;
            println!(
                "{} breaks {}\n{}",
                name.display(),
                self.target,
                told(&words)
            );
        }
        Ok(false)
    }

    /// Keeps what reaches something that nothing smaller reaches.
    fn minimise(&self) -> Result<()> {
        let small = work().join("small").join(self.target);
        let _ = fs::remove_dir_all(&small);
        fs::create_dir_all(&small)?;
        let folders = [small.as_path(), &self.corpus, &self.found, &self.seeds];
        let (passed, words) = kept(&mut self.fuzzer(&folders, &["-set_cover_merge=1"]))?;
        if !passed {
            bail!("{words}");
        }
        let found = chosen(&small, MOST_FILES * 2 / 3)?;
        let seeds = chosen(&self.seeds, MOST_FILES / 3)?;
        for path in files(&self.corpus)? {
            fs::remove_file(path)?;
        }
        for path in found.iter().chain(&seeds) {
            let bytes = fs::read(path)?;
            let name: String = Sha256::digest(&bytes)
                .iter()
                .map(|b| format!("{b:02x}"))
                .collect();
            fs::write(self.corpus.join(name), bytes)?;
        }
        let _ = fs::remove_dir_all(&self.found);
        println!(
            "{}: {} of {} kept",
            self.target,
            files(&self.corpus)?.len(),
            files(&small)?.len()
        );
        Ok(())
    }
}

/// At most so many of a folder's files, some of each size: the smallest alone would be those that are soon refused.
fn chosen(folder: &Path, most: usize) -> Result<Vec<PathBuf>> {
    let mut sized = Vec::new();
    for path in files(folder)? {
        sized.push((fs::metadata(&path)?.len(), path));
    }
    sized.retain(|(size, _)| *size <= LONGEST);
    sized.sort();
    let step = sized.len().div_ceil(most).max(1);
    let some = sized.into_iter().step_by(step);
    Ok(some.map(|(_, path)| path).collect())
}

/// Of everything that was said, what says what happened.
fn told(words: &str) -> String {
    let says = |line: &&str| {
        line.contains("panicked at") || line.contains("ERROR:") || line.contains("SUMMARY:")
    };
    let lines: Vec<&str> = words.lines().filter(says).take(5).collect();
    lines.join("\n")
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut paths = Vec::new();
    for entry in entries {
        paths.push(entry?.path());
    }
    paths.sort();
    Ok(paths)
}
