// SPDX-License-Identifier: Apache-2.0
//! The program's command line.

use clap::{Args, Parser, Subcommand};
use kindhold::{content, moderate, open, relay, serve};
use kindhold_relay::{Place, Setup};
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
        #[command(flatten)]
        at: At,
        /// Let nobody make a vault here without an invite code (`kindhold invite`)
        #[arg(long)]
        invites: bool,
        /// Let readers leave questions under articles, for a moderator (`kindhold questions`); needs a relay
        #[arg(long)]
        questions: bool,
        /// Answer Prometheus at this address: counts by route and status, of nobody
        #[arg(long, value_name = "ADDR")]
        metrics: Option<SocketAddr>,
        /// Turn nobody away for asking often: for measuring, or behind a proxy that does so itself
        #[arg(long)]
        no_limits: bool,
        /// The authority that people's browsers show, when a proxy changes the `host` header
        #[arg(long, value_name = "HOST")]
        public_host: Option<String>,
    },
    /// Make an invite code for a relay that wants one
    Invite {
        #[command(flatten)]
        at: At,
        /// How many vaults may be made with it
        #[arg(long, default_value_t = 1)]
        uses: u32,
    },
    /// Look after the questions that readers left
    Questions {
        #[command(subcommand)]
        what: Questions,
    },
    /// Copy a relay's data into one file, also while it runs
    Backup {
        /// The relay's folder
        data: PathBuf,
        /// The new file
        file: PathBuf,
    },
    /// Bring a copy of a relay's data back into an empty folder
    Restore {
        /// The copy
        file: PathBuf,
        /// The relay's folder
        data: PathBuf,
    },
    /// Look whether a relay's data is sound
    Doctor {
        /// The relay's folder
        data: PathBuf,
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

/// Where a relay's data lies.
#[derive(Args)]
struct At {
    /// The relay's folder
    #[arg(long, value_name = "DIR", conflicts_with = "database_url")]
    data: Option<PathBuf>,
    /// The relay's PostgreSQL server (postgres://…)
    #[arg(
        long,
        value_name = "URL",
        env = "KINDHOLD_DATABASE_URL",
        hide_env_values = true
    )]
    database_url: Option<String>,
}

impl At {
    /// The place, if one was named.
    fn place(self) -> Option<Place> {
        let folder = self.data.map(Place::Folder);
        folder.or(self.database_url.map(Place::Postgres))
    }
}

#[derive(Subcommand)]
enum Questions {
    /// Show all of them, those that wait first
    List {
        #[command(flatten)]
        at: At,
    },
    /// Put one up
    Show {
        #[command(flatten)]
        at: At,
        /// Its name, as in the list
        id: String,
        /// What to answer
        #[arg(long, default_value = "")]
        answer: String,
    },
    /// Take one out; nothing of it is left
    Remove {
        #[command(flatten)]
        at: At,
        /// Its name, as in the list
        id: String,
    },
}

#[derive(Subcommand)]
enum Content {
    /// Write what a language lacks, with the English words in it, for a translator to begin with
    Skeleton {
        /// The language, as a BCP 47 tag: nl, pt-BR
        language: String,
        /// The folder
        #[arg(default_value = "content")]
        folder: PathBuf,
    },
    /// Check everything in it, and tell reading ages and what is not translated
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
        What::Serve {
            addr,
            at,
            invites,
            questions,
            metrics,
            no_limits,
            public_host,
        } => {
            let place = at.place();
            if questions && place.is_none() {
                eprintln!(
                    "--questions needs a place to keep them: give --data DIR or --database-url URL too."
                );
                return ExitCode::from(2);
            }
            serve_site(
                addr,
                metrics,
                place.map(|place| Setup {
                    limits: if no_limits {
                        kindhold_relay::Limits::without_rates()
                    } else {
                        kindhold_relay::Limits::default()
                    },
                    wants_invite: invites,
                    questions,
                    host: public_host,
                    ..Setup::new(place)
                }),
            )
        }
        What::Invite { at, uses } => at_place(at, |place| relay::invite(place, uses)),
        What::Questions { what } => match what {
            Questions::List { at } => at_place(at, moderate::list),
            Questions::Show { at, id, answer } => {
                at_place(at, |place| moderate::show(place, &id, &answer))
            }
            Questions::Remove { at, id } => at_place(at, |place| moderate::remove(place, &id)),
        },
        What::Backup { data, file } => relay::told(relay::backup(&data, &file)),
        What::Restore { file, data } => relay::told(relay::restore(&file, &data)),
        What::Doctor { data } => relay::told(relay::doctor(&data)),
        What::Open { file } => open_export(&file),
        What::Content(Content::Check { release, folder }) => check_content(&folder, release),
        What::Content(Content::Skeleton { language, folder }) => {
            relay::told(content::skeleton(&folder, &language))
        }
    }
}

fn at_place(at: At, work: impl FnOnce(Place) -> relay::Told) -> ExitCode {
    let nowhere =
        || Err("Say where the relay’s data is: --data DIR or --database-url URL.".to_owned());
    relay::told(at.place().map_or_else(nowhere, work))
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

fn serve_site(
    addr: Option<SocketAddr>,
    metrics: Option<SocketAddr>,
    relay: Option<Setup>,
) -> ExitCode {
    let outcome = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(serve::ServeError::from)
        .and_then(|runtime| runtime.block_on(serve::run(addr, metrics, relay)));
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
