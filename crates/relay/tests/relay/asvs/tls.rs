// SPDX-License-Identifier: Apache-2.0
//! The way to PostgreSQL: a server that takes nothing in the clear, and certificates that are checked.

use crate::places::{Cluster, Folder, give_away};
use kindhold_relay::{Place, Relay, Setup};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use tokio::runtime::Runtime;

/// On this machine, and no other cluster’s.
const ADDRESS: &str = "127.77.0.1";

fn openssl(folder: &Path, words: &str) {
    let done = Command::new("openssl")
        .args(words.split_whitespace())
        .current_dir(folder)
        .output()
        .expect("openssl runs");
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{words}: {said}");
}

/// An authority of our own. Returns its certificate.
fn authority(folder: &Path, name: &str) -> PathBuf {
    let key = "req -x509 -newkey ed25519 -nodes -days 2 -addext basicConstraints=critical,CA:true";
    let files = format!("-subj /CN={name} -keyout {name}.key -out {name}.crt");
    openssl(folder, &format!("{key} {files}"));
    folder.join(format!("{name}.crt"))
}

/// A certificate by the authority `ours` for the cluster’s address, where the cluster looks for it.
fn certify(folder: &Path, cluster: &Cluster) {
    let key = "genpkey -algorithm ec -pkeyopt ec_paramgen_curve:P-256 -out server.key";
    openssl(folder, key);
    let request = "req -new -key server.key -subj /CN=database -out server.csr";
    openssl(folder, request);
    fs::write(folder.join("names"), format!("subjectAltName=IP:{ADDRESS}")).expect("written");
    let files = "-in server.csr -CA ours.crt -CAkey ours.key -extfile names -out server.crt";
    openssl(folder, &format!("x509 -req -days 2 {files}"));
    for name in ["server.key", "server.crt"] {
        let there = cluster.data().join(name);
        fs::copy(folder.join(name), &there).expect("copied");
        give_away(&there);
    }
    let rule = "local all all trust\nhostssl all all 127.0.0.0/8 trust\n";
    fs::write(cluster.data().join("pg_hba.conf"), rule).expect("written");
}

#[test]
fn the_way_to_postgresql_is_encrypted_and_its_certificate_is_checked() {
    let folder = Folder::new("certificates");
    let (ours, other) = (authority(&folder.0, "ours"), authority(&folder.0, "other"));
    let mut cluster = Cluster::new("tls");
    certify(&folder.0, &cluster);
    let listen = format!("listen_addresses={ADDRESS}");
    cluster.start(&["fsync=off", "ssl=on", &listen]);
    let runtime = Runtime::new().expect("a runtime");
    let opens = |host: &str, more: String| {
        let url = format!("postgres://kindhold@{host}/postgres?{more}");
        let relay = Relay::open(Setup::new(Place::Postgres(url)), || 0);
        runtime
            .block_on(relay)
            .map(|_| ())
            .map_err(|e| e.to_string())
    };
    let checked = |roots: &Path| format!("sslmode=verify-full&sslrootcert={}", roots.display());
    assert_eq!(opens(ADDRESS, checked(&ours)), Ok(()));
    let encrypted = "SELECT count(*) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) \
                     WHERE client_addr IS NOT NULL AND NOT ssl";
    assert_eq!(cluster.sql(encrypted), "0");
    assert!(
        opens(ADDRESS, checked(&other)).is_err(),
        "another authority"
    );
    assert!(
        opens(ADDRESS, "sslmode=disable".into()).is_err(),
        "in the clear"
    );
    assert_eq!(opens(ADDRESS, "sslmode=require".into()), Ok(()));
}
