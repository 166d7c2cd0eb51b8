// SPDX-License-Identifier: Apache-2.0
//! Databases for tests: a fresh folder, and a private PostgreSQL cluster on a socket.

use kindhold_relay::Place;
use std::{
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::{Mutex, OnceLock},
    time::Duration,
};

/// A folder that goes with its owner.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let unique = format!("kindhold-relay-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(unique);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    pub(crate) fn place(&self) -> Place {
        Place::Folder(self.0.clone())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A PostgreSQL cluster of our own. PostgreSQL refuses to run as root; then it runs as `nobody`.
pub(crate) struct Cluster {
    folder: PathBuf,
    bin: PathBuf,
    server: Option<Child>,
}

impl Cluster {
    pub(crate) fn new(name: &str) -> Self {
        let bin = bin();
        let folder = Folder::new(name);
        let path = folder.0.clone();
        std::mem::forget(folder);
        if is_root() {
            let owned = Command::new("chown").arg("nobody").arg(&path).status();
            assert!(
                owned.is_ok_and(|s| s.success()),
                "the folder is given to nobody"
            );
        }
        let this = Self {
            folder: path,
            bin,
            server: None,
        };
        let made = this
            .command("initdb")
            .args([
                "-A",
                "trust",
                "-U",
                "kindhold",
                "-E",
                "UTF8",
                "--locale=C",
                "-D",
            ])
            .arg(this.data())
            .stdout(Stdio::null())
            .status();
        assert!(made.is_ok_and(|s| s.success()), "initdb makes a cluster");
        this
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// Runs one of PostgreSQL's programs as somebody who is not root.
    pub(crate) fn command(&self, program: &str) -> Command {
        let program = self.bin.join(program);
        let mut command = if is_root() {
            let mut command = Command::new("setpriv");
            command.args(["--reuid=nobody", "--regid=nogroup", "--clear-groups"]);
            command.arg(program);
            command
        } else {
            Command::new(program)
        };
        command.current_dir(&self.folder);
        command
    }

    /// Starts it and waits until it answers. After a kill it may refuse at first: until the last of the processes that
    /// were killed is gone, the memory that they shared is in use.
    pub(crate) fn start(&mut self, settings: &[&str]) {
        for _ in 0..600 {
            let ended = |server: &mut Child| server.try_wait().is_ok_and(|code| code.is_some());
            if self.server.as_mut().is_none_or(ended) {
                self.server = Some(self.spawn(settings));
            }
            let mut ready = self.command("pg_isready");
            ready.args(["-q", "-U", "kindhold", "-h"]).arg(&self.folder);
            if ready.status().is_ok_and(|s| s.success()) {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        unreachable!("PostgreSQL does not come up in {}", self.folder.display());
    }

    fn spawn(&self, settings: &[&str]) -> Child {
        let mut command = self.command("postgres");
        command
            .arg("-D")
            .arg(self.data())
            .arg("-k")
            .arg(&self.folder);
        command.args(["-c", "listen_addresses=", "-c", "logging_collector=off"]);
        for setting in settings {
            command.args(["-c", setting]);
        }
        let server = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        server.expect("postgres starts")
    }

    pub(crate) fn place(&self) -> Place {
        self.place_of("postgres")
    }

    pub(crate) fn place_of(&self, database: &str) -> Place {
        let folder = self.folder.to_string_lossy().replace('/', "%2F");
        Place::Postgres(format!("postgres://kindhold@{folder}/{database}"))
    }

    /// A copy that follows this one, and is asked before anything is confirmed.
    pub(crate) fn standby(&self, name: &str) -> Self {
        let folder = Folder::new(name);
        let path = folder.0.clone();
        std::mem::forget(folder);
        give_away(&path);
        let this = Self {
            folder: path,
            bin: self.bin.clone(),
            server: None,
        };
        let mut copy = this.command("pg_basebackup");
        copy.args(["-R", "-X", "stream", "-c", "fast", "-U", "kindhold", "-h"]);
        copy.arg(&self.folder).arg("-D").arg(this.data());
        assert!(
            copy.status().is_ok_and(|s| s.success()),
            "the cluster is copied"
        );
        this
    }

    /// Makes a standby the primary.
    pub(crate) fn promote(&self) {
        let mut promote = self.command("pg_ctl");
        promote.args(["promote", "-s", "-D"]).arg(self.data());
        assert!(
            promote.status().is_ok_and(|s| s.success()),
            "it is promoted"
        );
        self.sql("ALTER SYSTEM SET synchronous_standby_names = ''");
        self.sql("SELECT pg_reload_conf()");
    }

    pub(crate) fn sql(&self, sql: &str) -> String {
        let mut psql = self.command("psql");
        psql.args(["-qAt", "-U", "kindhold", "-d", "postgres", "-c", sql, "-h"]);
        let done = psql.arg(&self.folder).output().expect("psql runs");
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        );
        String::from_utf8_lossy(&done.stdout).trim().to_owned()
    }

    /// As when the power goes.
    pub(crate) fn kill(&mut self) {
        if let Some(mut server) = self.server.take() {
            let id = server.id().to_string();
            // Held first, so that it makes no more children while they are killed.
            let _ = Command::new("kill").args(["-STOP", &id]).status();
            let _ = Command::new("pkill").args(["-9", "-P", &id]).status();
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.kill();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// One cluster for all stories, each with a database of its own.
pub(crate) fn shared_cluster(database: &str) -> Place {
    static CLUSTER: OnceLock<Mutex<Cluster>> = OnceLock::new();
    let cluster = CLUSTER.get_or_init(|| {
        let mut cluster = Cluster::new("shared");
        cluster.start(&["fsync=off", "max_connections=200"]);
        at_exit::remember(cluster.server.as_ref().map(Child::id), &cluster.folder);
        Mutex::new(cluster)
    });
    let cluster = cluster.lock().expect("nobody failed before");
    cluster.sql(&format!("CREATE DATABASE {database}"));
    cluster.place_of(database)
}

/// A cluster in a `static` is never dropped: what it left is taken away when the process ends.
mod at_exit {
    use std::{path::Path, process::Command};

    pub(super) fn remember(server: Option<u32>, folder: &Path) {
        let Some(server) = server else { return };
        let me = std::process::id();
        let script = format!(
            "while kill -0 {me} 2>/dev/null; do sleep 0.2; done; \
             kill -QUIT {server}; sleep 1; rm -rf '{}'",
            folder.display()
        );
        let _ = Command::new("setsid").args(["sh", "-c", &script]).spawn();
    }
}

/// Lets PostgreSQL's user into a folder.
pub(crate) fn give_away(folder: &std::path::Path) {
    if is_root() {
        let owned = Command::new("chown").arg("nobody").arg(folder).status();
        assert!(
            owned.is_ok_and(|s| s.success()),
            "the folder is given to nobody"
        );
    }
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|out| out.stdout.starts_with(b"0\n"))
}

fn bin() -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten();
    let bins = versions.flatten().map(|v| v.path().join("bin"));
    let debian = bins.filter(|bin| bin.join("initdb").exists()).max();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found =
        debian.or_else(|| std::env::split_paths(&path).find(|bin| bin.join("initdb").exists()));
    found.expect("PostgreSQL is missing: apt-get install postgresql")
}
