// SPDX-License-Identifier: Apache-2.0
//! `cargo run`: builds everything and hands over to the program that serves it.

use crate::{
    build::{Quality, build},
    process::program,
    workspace,
};
use anyhow::{Context as _, Result, bail};

/// What was asked for on the command line.
#[derive(Debug, PartialEq, Eq)]
struct Wish {
    quality: Quality,
    port: Option<u16>,
}

/// Builds and serves until somebody stops it.
pub(crate) fn run(words: &[&str]) -> Result<()> {
    let wish = wish(words)?;
    let mut serve = program(build(wish.quality)?);
    serve.arg("serve");
    serve
        .arg("--data")
        .arg(workspace::root().join("target/relay"));
    if let Some(port) = wish.port {
        serve.args(["--addr", &format!("127.0.0.1:{port}")]);
    }
    become_it(serve)
}

/// Takes our place where the system can do that, so that Ctrl-C reaches it alone.
fn become_it(mut command: std::process::Command) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        Err(command.exec()).context("the program could not be started")
    }
    #[cfg(not(unix))]
    crate::process::run(&mut command)
}

fn wish(words: &[&str]) -> Result<Wish> {
    let mut wish = Wish {
        quality: Quality::Run,
        port: None,
    };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match *word {
            "--dev" => wish.quality = Quality::Dev,
            "--release" => wish.quality = Quality::Release,
            "--port" => {
                let port = words.next().context("--port wants a number")?;
                wish.port = Some(port.parse().context("--port wants a number up to 65535")?);
            }
            other => bail!("`{other}` is not known here: there are --dev, --release and --port."),
        }
    }
    Ok(wish)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wishes_are_read() {
        assert_eq!(
            wish(&[]).expect("none"),
            Wish {
                quality: Quality::Run,
                port: None
            }
        );
        let both = wish(&["--dev", "--port", "9000"]).expect("both");
        assert_eq!(
            both,
            Wish {
                quality: Quality::Dev,
                port: Some(9000)
            }
        );
        assert!(wish(&["--port"]).is_err() && wish(&["--prot", "1"]).is_err());
        assert!(wish(&["--port", "70000"]).is_err());
    }
}
