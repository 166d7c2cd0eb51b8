// SPDX-License-Identifier: Apache-2.0
//! Looking after a relay from the command line. Each answers with what to print, or with why not.

use kindhold_relay::{Place, Relay, Setup};
use std::{path::Path, process::ExitCode};

/// What to print, or why not.
pub type Told = Result<String, String>;

/// Prints what came of it.
#[must_use]
pub fn told(done: Told) -> ExitCode {
    match done {
        Ok(words) => {
            println!("{words}");
            ExitCode::SUCCESS
        }
        Err(words) => {
            eprintln!("{words}");
            ExitCode::FAILURE
        }
    }
}

pub(crate) fn run<T>(work: impl Future<Output = T>) -> Result<T, String> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .map_err(|e| format!("The system said: {e}"))?;
    Ok(runtime.block_on(work))
}

/// Makes an invite code that so many vaults may be made with. It is shown once; the relay keeps its hash.
///
/// # Errors
/// A sentence.
pub fn invite(place: Place, uses: u32) -> Told {
    let code = kindhold_relay::make_code();
    let added = run(async {
        let relay = Relay::open(Setup::new(place), || 0).await?;
        relay.add_invite(&code, uses).await
    })?;
    added.map_err(|e| format!("The relay’s data does not open: {e}"))?;
    Ok(format!("Invite code, for {uses} vault(s): {code}"))
}

/// Copies a relay's data into one file.
///
/// # Errors
/// A sentence.
pub fn backup(data: &Path, file: &Path) -> Told {
    run(kindhold_relay::backup(data, file))?.map_err(|e| e.to_string())?;
    Ok(format!(
        "A copy lies in {}. It holds ciphertext, and the questions of readers if there are any.",
        file.display()
    ))
}

/// Brings a copy back.
///
/// # Errors
/// A sentence.
pub fn restore(file: &Path, data: &Path) -> Told {
    let mut words = run(kindhold_relay::restore(file, data))?.map_err(|e| e.to_string())?;
    words.push(format!(
        "The data is back in {}. Devices put back by themselves what came after the copy.",
        data.display()
    ));
    Ok(words.join("\n"))
}

/// Looks whether a relay's data is sound.
///
/// # Errors
/// A sentence for each thing that is not.
pub fn doctor(data: &Path) -> Told {
    let problems = run(kindhold_relay::doctor(data))?.map_err(|e| e.to_string())?;
    if problems.is_empty() {
        Ok("The relay’s data is sound.".to_owned())
    } else {
        Err(problems.join("\n"))
    }
}
