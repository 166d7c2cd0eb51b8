// SPDX-License-Identifier: Apache-2.0
//! What is handed out: one static program with the whole site in it, its sums, and what it is made of.

use crate::{
    build::{self, Quality, web_flags},
    process::{cargo, line, program, run, run_kept},
    workspace,
};
use anyhow::{Context as _, Result, bail, ensure};
use sha2::{Digest, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

pub(crate) const HELP: &str = "\
cargo xtask release                  one static program with sums and a list of its parts, for handing out
cargo xtask release twice            … and once more from a copy in another folder: are they the same bytes?
";

const TARGET: &str = "x86_64-unknown-linux-musl";
/// What lies in the folder in the end.
const PROGRAM: &str = "kindhold";
const PARTS: &str = "parts.txt";
const SUMS: &str = "SHA256SUMS";

pub(crate) fn release(words: &[&str]) -> Result<()> {
    match words {
        [] => once().map(drop),
        ["twice"] => twice(),
        _ => bail!("{HELP}"),
    }
}

fn folder(root: &Path) -> PathBuf {
    root.join("target").join("handed-out")
}

/// Builds it and looks whether it stands alone.
fn once() -> Result<PathBuf> {
    ensure_tools()?;
    let index = build::site(Quality::Release)?;
    let built = static_program(&index)?;
    let to = folder(workspace::root());
    if to.exists() {
        fs::remove_dir_all(&to)?;
    }
    fs::create_dir_all(&to)?;
    fs::copy(built, to.join(PROGRAM))?;
    stands_alone(&to.join(PROGRAM))?;
    fs::write(to.join(PARTS), parts()?)?;
    let sums = [PROGRAM, PARTS].map(|name| Ok(format!("{}  {name}\n", sum(&to.join(name))?)));
    let sums: String = sums.into_iter().collect::<Result<_>>()?;
    fs::write(to.join(SUMS), &sums)?;
    print!("{sums}");
    println!("To hand out: {}", to.display());
    Ok(to)
}

/// The same from a copy of the sources elsewhere, with a build folder of its own.
fn twice() -> Result<()> {
    let first = once()?;
    let again = workspace::target().join("again").join("release");
    if again.exists() {
        fs::remove_dir_all(&again)?;
    }
    for path in line(program("git").args(["ls-files", "--cached", "--deduplicate"]))?.lines() {
        let (from, to) = (workspace::root().join(path), again.join(path));
        if !from.is_file() {
            continue;
        }
        fs::create_dir_all(to.parent().context("a file lies in a folder")?)?;
        fs::copy(from, to)?;
    }
    // The copy has no history: the day of the sources is handed on.
    let day = line(program("git").args(["log", "-1", "--format=%ct"]))?;
    let day = std::env::var("SOURCE_DATE_EPOCH").unwrap_or(day);
    let mut command = cargo();
    command.current_dir(&again).args(["xtask", "release"]);
    command.env("SOURCE_DATE_EPOCH", day);
    // Set by the cargo that runs us, for this folder and not for that one.
    command
        .env_remove("CARGO_TARGET_DIR")
        .env_remove("CARGO_MANIFEST_DIR");
    run(&mut command)?;
    let second = folder(&again);
    for name in [PROGRAM, PARTS] {
        let (one, other) = (sum(&first.join(name))?, sum(&second.join(name))?);
        println!("{name}\n  here      {one}\n  elsewhere {other}");
        ensure!(one == other, "{name} came out different the second time");
    }
    println!("The same bytes twice.");
    Ok(())
}

fn ensure_tools() -> Result<()> {
    ensure!(
        crate::tools::find(&["musl-gcc"]).is_some(),
        "Missing here: musl-gcc. On Debian: sudo apt-get install musl-tools"
    );
    run(program("rustup").args(["target", "add", TARGET]))
        .context("Rust's target for static programs is missing")
}

/// The program with the site inside, without a name of any place of this machine.
fn static_program(index: &Path) -> Result<PathBuf> {
    let target = workspace::target();
    let mut flags = web_flags(workspace::root(), &target)?;
    flags.push_str("\u{1f}-Ctarget-feature=+crt-static");
    let places = [(workspace::root(), "/kindhold"), (&target, "/build")];
    let mapped = places.map(|(from, to)| format!("-ffile-prefix-map={}={to}", from.display()));
    run(cargo()
        .args(["build", "--release", "--locked", "--package", "kindhold"])
        .args(["--bin", "kindhold", "--target", TARGET])
        .env_remove("RUSTFLAGS")
        .env("CARGO_ENCODED_RUSTFLAGS", flags)
        .env("CARGO_PROFILE_RELEASE_STRIP", "symbols")
        .env("CC_x86_64_unknown_linux_musl", "musl-gcc")
        .env("CFLAGS_x86_64_unknown_linux_musl", mapped.join(" "))
        .env("KINDHOLD_SITE", index))?;
    Ok(target.join(TARGET).join("release").join("kindhold"))
}

/// It needs no file of any system, and names no folder of this one.
fn stands_alone(built: &Path) -> Result<()> {
    let said = Command::new("ldd").arg(built).output()?;
    let said = [said.stdout, said.stderr].concat();
    let said = String::from_utf8_lossy(&said).into_owned();
    ensure!(
        said.contains("statically linked") || said.contains("not a dynamic executable"),
        "it wants libraries: {said}"
    );
    let bytes = fs::read(built)?;
    let root = workspace::root().to_string_lossy().into_owned();
    let named = bytes.windows(root.len()).any(|w| w == root.as_bytes());
    ensure!(!named, "it names {root}");
    let empty = workspace::target().join("empty-root");
    if empty.exists() {
        fs::remove_dir_all(&empty)?;
    }
    fs::create_dir_all(&empty)?;
    fs::copy(built, empty.join("kindhold"))?;
    let inside = |args: &[&str]| {
        let mut command = Command::new("unshare");
        command.arg("--map-root-user").arg("--root").arg(&empty);
        run_kept(command.arg("/kindhold").args(args))
    };
    let version = inside(&["--version"])?;
    // An empty folder, a relay's data made in it, looked at: no library, no shell, no file but its own.
    inside(&["invite", "--data", "/data"])?;
    let sound = inside(&["doctor", "/data"])?;
    println!("In an empty root: {} {}", version.trim(), sound.trim());
    Ok(())
}

/// Every crate in it with version and licence.
fn parts() -> Result<String> {
    let mut tree = cargo();
    tree.args([
        "tree",
        "--locked",
        "--package",
        "kindhold",
        "--target",
        TARGET,
    ]);
    tree.args(["--edges", "normal,build", "--prefix", "none", "--no-dedupe"]);
    let all = line(tree.args(["--format", "{p}\t{l}"]))?;
    let mut parts: Vec<String> = all
        .lines()
        .map(|part| match part.split_once('\t') {
            // Our own are named with their folder.
            Some((name, licence)) => {
                let name = name.split(" (").next().unwrap_or(name);
                format!("{name}\t{licence}")
            }
            None => part.to_owned(),
        })
        .collect();
    parts.sort();
    parts.dedup();
    let rustc = line(program("rustc").arg("--version"))?;
    Ok(format!("{rustc}\n{}\n", parts.join("\n")))
}

fn sum(path: &Path) -> Result<String> {
    let hash = Sha256::digest(fs::read(path)?);
    Ok(hash.iter().map(|b| format!("{b:02x}")).collect())
}
