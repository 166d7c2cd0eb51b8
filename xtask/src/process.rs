// SPDX-License-Identifier: Apache-2.0
//! Running other programs from the root of the repository.

use crate::workspace;
use anyhow::{Context as _, Result, bail};
use std::{
    ffi::OsStr,
    process::{Command, Stdio},
};

/// A program that runs in the repository's root.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(workspace::root());
    command
}

/// The cargo that runs us.
pub(crate) fn cargo() -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs it to its end, its words on the screen.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| missing(command))?;
    if !status.success() {
        bail!("{} ended with {status}", shown(command));
    }
    Ok(())
}

/// Runs it and keeps its words: they are in the error when it fails.
pub(crate) fn run_kept(command: &mut Command) -> Result<String> {
    let (passed, words) = kept(command)?;
    if !passed {
        bail!("{words}");
    }
    Ok(words)
}

/// Runs it and keeps its words, also when it fails: whether it did not, and the words.
pub(crate) fn kept(command: &mut Command) -> Result<(bool, String)> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| missing(command))?;
    let mut words = String::from_utf8_lossy(&output.stdout).into_owned();
    words.push_str(&String::from_utf8_lossy(&output.stderr));
    if !output.status.success() {
        words.push_str(&format!(
            "\n{} ended with {}",
            shown(command),
            output.status
        ));
    }
    Ok((output.status.success(), words))
}

/// What it prints, without the line's end.
pub(crate) fn line(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| missing(command))?;
    if !output.status.success() {
        bail!("{} ended with {}", shown(command), output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn missing(command: &Command) -> String {
    format!(
        "{} could not be started",
        command.get_program().to_string_lossy()
    )
}

fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(
        command
            .get_args()
            .map(|arg| arg.to_string_lossy().into_owned()),
    );
    format!("`{}`", words.join(" "))
}
