// SPDX-License-Identifier: Apache-2.0
//! The real program as a child, and what the system says of it.

use kindhold_relay::Place;
use std::{
    fs,
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// A server that can be killed and comes back under its address.
pub(crate) struct Program {
    path: PathBuf,
    place: Place,
    log: PathBuf,
    address: Option<SocketAddr>,
    child: Option<Child>,
    /// The name under which devices sign in.
    pub(crate) public_host: Option<&'static str>,
    /// From start to the line that says where it is, each time.
    pub(crate) starts: Vec<Duration>,
}

/// How a server is at a moment.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sample {
    /// Resident memory that is its own, in KiB: without the pages of the program's file.
    pub(crate) own: u64,
    /// All resident memory, in KiB.
    pub(crate) resident: u64,
    pub(crate) files: u64,
    pub(crate) threads: u64,
    /// Bytes of the write-ahead log, of all data, of what it said of itself.
    pub(crate) wal: u64,
    pub(crate) data: u64,
    pub(crate) log: u64,
}

impl Program {
    pub(crate) fn new(path: &Path, place: Place, log: PathBuf) -> Self {
        Self {
            path: path.to_owned(),
            place,
            log,
            address: None,
            child: None,
            public_host: None,
            starts: Vec::new(),
        }
    }

    pub(crate) fn start(&mut self) -> SocketAddr {
        let addr = self.address.map_or("127.0.0.1:0".into(), |a| a.to_string());
        let log = fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(&self.log)
            .expect("a log");
        let mut command = Command::new(&self.path);
        command.args(["serve", "--addr", &addr, "--proxy", "127.0.0.1"]);
        match &self.place {
            Place::Folder(folder) => command.arg("--data").arg(folder),
            Place::Postgres(url) => command.args(["--database-url", url]),
        };
        if let Some(host) = self.public_host {
            command.args(["--public-host", host]);
        }
        let begun = Instant::now();
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .expect("the program starts");
        let out = child.stdout.take().expect("a pipe");
        let mut line = String::new();
        BufReader::new(out)
            .read_line(&mut line)
            .expect("it says where it is");
        self.starts.push(begun.elapsed());
        let said = line.split("http://").nth(1);
        let said = said.and_then(|l| l.split('/').next()?.parse().ok());
        let address = said.expect("an address");
        (self.address, self.child) = (Some(address), Some(child));
        address
    }

    /// SIGKILL: no farewell.
    pub(crate) fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }

    pub(crate) fn sample(&self) -> Sample {
        let Some(child) = &self.child else {
            return Sample::default();
        };
        let proc = PathBuf::from(format!("/proc/{}", child.id()));
        let status = fs::read_to_string(proc.join("status")).unwrap_or_default();
        let field = |name: &str| {
            let line = status.lines().find(|l| l.starts_with(name));
            let number = line.and_then(|l| l.split_whitespace().nth(1));
            number.and_then(|n| n.parse().ok()).unwrap_or(0)
        };
        let size = |path: PathBuf| fs::metadata(path).map_or(0, |m| m.len());
        let (wal, data) = match &self.place {
            Place::Folder(folder) => (
                size(folder.join("relay.sqlite-wal")),
                size(folder.join("relay.sqlite")),
            ),
            Place::Postgres(_) => (0, 0),
        };
        Sample {
            own: field("RssAnon"),
            resident: field("VmRSS"),
            files: fs::read_dir(proc.join("fd")).map_or(0, |f| f.count() as u64),
            threads: field("Threads"),
            wal,
            data,
            log: size(self.log.clone()),
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.kill();
    }
}
