// SPDX-License-Identifier: Apache-2.0
//! The program's command line.

use clap::{Args, Parser, Subcommand};
use kindhold::{
    choose, clinic, content, evaluate, lines, moderate, open, relay, serve, signpost, simulate,
};
use kindhold_relay::{Place, Setup};
use std::{
    net::{IpAddr, SocketAddr},
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
        /// The address of a proxy in front: limits then count for the client that it names last in `x-forwarded-for`
        #[arg(long, value_name = "IP")]
        proxy: Option<IpAddr>,
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
    /// Look at a questionnaire that a clinic gives (FHIR R4), or make a pack of it
    #[command(subcommand)]
    Instrument(Instrument),
    /// Send a file for clinics (FHIR) to a clinic's system (SMART backend services)
    Send(Sending),
    /// Put the files of a study's people together, or say why not
    Gather {
        /// The new file
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// Refuse with fewer people
        #[arg(long, default_value_t = clinic::LEAST_PEOPLE)]
        least: usize,
        /// The files
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Let a simulator from outside drive the learning choice (docs/choice.md)
    Choose {
        /// A line of JSON in, a line of JSON out
        #[arg(long, required = true)]
        stdio: bool,
    },
    /// Let somebody try how often the signpost errs
    Signpost {
        /// A line of JSON in, a line of JSON out
        #[arg(long, required = true)]
        stdio: bool,
    },
    /// Try ways of choosing with simulated people: benefit, regret, harmful offers, calibration (docs/choice.md)
    Simulate(simulate::Order),
    /// Say what another way of choosing would have been worth, from a log (docs/trials.md)
    Evaluate(evaluate::Evaluate),
    /// Tell the effect that a study's plan asks for, from its people's files (docs/trials.md)
    Effect(evaluate::Effect),
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
enum Instrument {
    /// Say in plain words how it is scored, and what is missing or wrong
    Check {
        /// A FHIR R4 Questionnaire or a pack, as JSON
        file: PathBuf,
    },
    /// Put it into a pack with its terms
    Pack {
        /// A FHIR R4 Questionnaire, as JSON
        file: PathBuf,
        /// Under which terms it may be used, in a line
        #[arg(long, default_value = "")]
        licence: String,
        /// The copyright line, which is always shown with it
        #[arg(long, default_value = "")]
        copyright: String,
        /// The built-in key of its scoring (phq-9), where it does not say by itself which it is
        #[arg(long, default_value = "")]
        key: String,
        /// The new file
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

#[derive(Args)]
struct Sending {
    /// The file that the app saved
    file: PathBuf,
    /// The system's FHIR address
    #[arg(long, value_name = "URL")]
    to: String,
    /// The name under which the clinic has registered this program
    #[arg(long, value_name = "ID")]
    client: String,
    /// The private key, as PEM or JWK
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// The key's id, where the file does not say it
    #[arg(long, value_name = "KID")]
    key_id: Option<String>,
    /// What is asked for
    #[arg(long, default_value = "system/*.cu")]
    scope: String,
    /// At most so many resources at once, for systems that take few
    #[arg(long)]
    at_once: Option<std::num::NonZeroUsize>,
    /// Certificates to trust in place of the usual ones, as PEM
    #[arg(long, value_name = "FILE")]
    roots: Option<PathBuf>,
    /// Say what would be sent, and send nothing
    #[arg(long)]
    dry_run: bool,
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
            proxy,
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
                proxy,
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
        What::Instrument(Instrument::Check { file }) => match clinic::check(&file) {
            Ok((words, usable)) => {
                print!("{words}");
                if usable {
                    ExitCode::SUCCESS
                } else {
                    ExitCode::FAILURE
                }
            }
            Err(why) => relay::told(Err(why)),
        },
        What::Instrument(Instrument::Pack {
            file,
            licence,
            copyright,
            key,
            out,
        }) => relay::told(clinic::pack(&file, &out, [licence, copyright, key])),
        What::Send(sending) => relay::told(clinic::send(clinic::Sending {
            file: &sending.file,
            to: sending.to,
            client: sending.client,
            key: &sending.key,
            key_id: sending.key_id.as_deref(),
            scope: sending.scope,
            at_once: sending.at_once,
            roots: sending.roots.as_deref(),
            dry_run: sending.dry_run,
        })),
        What::Gather { out, least, files } => relay::told(clinic::gather(&files, &out, least)),
        What::Choose { stdio: _ } => {
            let mut session = choose::Session::default();
            answered(lines::answer(choose::LONGEST_LINE, |line| {
                session.answer(line)
            }))
        }
        What::Signpost { stdio: _ } => {
            answered(lines::answer(signpost::LONGEST_LINE, signpost::answer))
        }
        What::Simulate(order) => relay::told(simulate::simulate(&order)),
        What::Evaluate(what) => relay::told(evaluate::evaluate(&what)),
        What::Effect(what) => relay::told(evaluate::effect(&what)),
        What::Content(Content::Check { release, folder }) => check_content(&folder, release),
        What::Content(Content::Skeleton { language, folder }) => {
            relay::told(content::skeleton(&folder, &language))
        }
    }
}

/// What a command that answers lines ends with.
fn answered(done: std::io::Result<()>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
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
    proxy: Option<IpAddr>,
) -> ExitCode {
    let outcome = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(serve::ServeError::from)
        .and_then(|runtime| runtime.block_on(serve::run(addr, metrics, relay, proxy)));
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
