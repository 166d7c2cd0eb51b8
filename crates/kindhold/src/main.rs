// SPDX-License-Identifier: Apache-2.0
//! The program's command line.

use clap::{Parser, Subcommand};
use kindhold::{content, open, serve};
use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Serves Kindhold, opens exports, checks content.
#[derive(Parser)]
#[command(version, about, arg_required_else_help = true)]
struct Order {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Serve the site that is built into this program
    Serve {
        /// Where to listen [default: 127.0.0.1:8080, or the next free port]
        #[arg(long)]
        addr: Option<SocketAddr>,
    },
    /// Open a saved copy and write what is in it as JSON
    Open {
        /// The file
        file: PathBuf,
    },
    /// Work on the content folder
    #[command(subcommand)]
    Content(Content),
}

#[derive(Subcommand)]
enum Content {
    /// Check practices, pages, crisis lines and strings
    Check {
        /// As for a release: crisis lines that were checked too long ago are errors
        #[arg(long)]
        release: bool,
        /// The folder
        #[arg(default_value = "content")]
        folder: PathBuf,
    },
}

fn main() -> ExitCode {
    match Order::parse().what {
        What::Serve { addr } => serve_site(addr),
        What::Open { file } => open_export(&file),
        What::Content(Content::Check { release, folder }) => check_content(&folder, release),
    }
}

fn open_export(file: &Path) -> ExitCode {
    match open::ask().and_then(|passphrase| open::open(file, &passphrase)) {
        Ok(json) => {
            println!("{json}");
            ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

fn serve_site(addr: Option<SocketAddr>) -> ExitCode {
    let outcome = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(serve::ServeError::from)
        .and_then(|runtime| runtime.block_on(serve::run(addr)));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

fn check_content(folder: &std::path::Path, release: bool) -> ExitCode {
    let today = jiff::Timestamp::now()
        .to_zoned(jiff::tz::TimeZone::UTC)
        .date();
    let verdict = content::verdict(folder, today, release);
    print!("{}", verdict.words);
    if verdict.passes {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
