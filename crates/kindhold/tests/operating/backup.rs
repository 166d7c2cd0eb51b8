// SPDX-License-Identifier: Apache-2.0
//! Backup and restore, rehearsed with the real program.

use crate::{
    mixed::Program,
    places::{Cluster, Folder},
    program, told,
    writer::{HOST, Writer, line},
};
use kindhold_relay::Place;
use pollster::block_on;
use std::{
    fs,
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

/// Writes, takes a copy while somebody goes on writing, kills the server, brings the copy back elsewhere, and
/// looks for everything. `copy` makes the copy, `back` brings it back and says where.
fn rehearse(mut first: Program, copy: impl FnOnce() + Send, back: impl FnOnce() -> Program) {
    first.public_host = Some(HOST);
    let here = line(first.start());
    let mut quiet = Writer::new(&here, 11);
    let mut busy = Writer::new(&here, 12);
    for _ in 0..20 {
        assert!(quiet.write(&here) && busy.write(&here), "it confirms");
    }
    let before = busy.confirmed.clone();
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        // The vault stays on this thread; the copy is made on another.
        scope.spawn(|| {
            copy();
            over.store(true, Ordering::Relaxed);
        });
        while !over.load(Ordering::Relaxed) {
            assert!(busy.write(&here), "it confirms while it is copied");
        }
    });
    for _ in 0..5 {
        assert!(busy.write(&here), "it confirms afterwards");
    }
    first.kill();
    let mut second = back();
    second.public_host = Some(HOST);
    let there = line(second.start());
    assert_eq!(quiet.found(&there), quiet.confirmed);
    let found = busy.found(&there);
    assert!(
        found.is_superset(&before),
        "what was confirmed before the copy"
    );
    assert!(
        found.is_subset(&busy.confirmed),
        "and nothing that nobody wrote"
    );
    // The device puts back by itself what came after the copy.
    let mut random = kindhold_vault::conformance::Seeded(5);
    block_on(busy.vault.sync(&there, &mut random)).expect("it syncs");
    assert_eq!(busy.found(&there), busy.confirmed);
}

#[test]
fn everything_confirmed_before_a_backup_is_back_after_a_restore_on_sqlite() {
    let folder = Folder::new("rehearsed");
    let (data, copy, other) = (
        folder.0.join("data"),
        folder.0.join("copy"),
        folder.0.join("other"),
    );
    rehearse(
        program(Place::Folder(data.clone()), &folder),
        || {
            let (done, said) = told([Path::new("backup"), &data, &copy]);
            assert!(done, "{said}");
        },
        || {
            let (done, said) = told([Path::new("restore"), &copy, &other]);
            assert!(done, "{said}");
            let (sound, said) = told([Path::new("doctor"), &other]);
            assert!(sound, "{said}");
            program(Place::Folder(other.clone()), &folder)
        },
    );
}

#[test]
fn everything_confirmed_before_a_backup_is_back_after_a_restore_on_postgresql() {
    let folder = Folder::new("rehearsed-pg");
    let mut cluster = Cluster::new("rehearsed-cluster");
    cluster.start(&[]);
    cluster.sql("CREATE DATABASE kindhold");
    cluster.sql("CREATE DATABASE restored");
    let home = cluster.data();
    let home = home.parent().expect("a folder");
    let dump = home.join("dump");
    let run = |program: &str, database: &str, args: &[&str]| {
        let mut command = cluster.command(program);
        command.args(["-U", "kindhold", "-h"]).arg(home);
        let done = command.args(["-d", database]).args(args).output();
        let done = done.expect("it runs");
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success(), "{program}: {said}");
    };
    let file = dump.to_str().expect("a name");
    rehearse(
        program(cluster.place_of("kindhold"), &folder),
        || run("pg_dump", "kindhold", &["-Fc", "-f", file]),
        || {
            run("pg_restore", "restored", &[file]);
            program(cluster.place_of("restored"), &folder)
        },
    );
}

/// A relay's folder with something in it, and a copy of it.
fn copied(folder: &Folder) -> std::path::PathBuf {
    let (data, copy) = (folder.0.join("data"), folder.0.join("copy"));
    let mut server = program(Place::Folder(data.clone()), folder);
    server.public_host = Some(HOST);
    let here = line(server.start());
    let mut writer = Writer::new(&here, 21);
    for _ in 0..60 {
        assert!(writer.write(&here), "it confirms");
    }
    let (done, said) = told([Path::new("backup"), &data, &copy]);
    assert!(done, "{said}");
    copy
}

fn refused(copy: &Path, folder: &Folder, wanted: &str) {
    let target = folder.0.join("target");
    let (done, said) = told([Path::new("restore"), copy, &target]);
    assert!(!done && said.contains(wanted), "{said}");
    assert_eq!(said.lines().count(), 1, "one sentence or two: {said}");
    let left = fs::read_dir(&target).map_or(0, Iterator::count);
    assert_eq!(left, 0, "something lies in the folder");
}

#[test]
fn a_damaged_backup_is_refused_with_a_sentence_and_leaves_nothing() {
    let folder = Folder::new("damaged-copy");
    let copy = copied(&folder);
    let whole = fs::read(&copy).expect("read");
    let bad = folder.0.join("bad");
    let half = &whole[..whole.len() / 2];
    fs::write(&bad, half).expect("written");
    refused(&bad, &folder, "was not brought back");
    let mut holed = whole.clone();
    let at = holed.len() / 3;
    holed[at..at + 20_000].fill(0xAA);
    fs::write(&bad, holed).expect("written");
    refused(&bad, &folder, "was not brought back");
    fs::write(&bad, b"words, and no database").expect("written");
    refused(&bad, &folder, "The file is damaged, or is no database.");
    refused(&folder.0.join("nowhere"), &folder, "There is no relay");
}

#[test]
fn a_restore_never_writes_over_what_is_there() {
    let folder = Folder::new("over");
    let copy = copied(&folder);
    let data = folder.0.join("data");
    let before = fs::read(data.join("relay.sqlite")).expect("read");
    let (done, said) = told([Path::new("restore"), &copy, &data]);
    assert!(!done && said.contains("is there already"), "{said}");
    assert_eq!(fs::read(data.join("relay.sqlite")).expect("read"), before);
    let (done, said) = told([Path::new("backup"), &data, &copy]);
    assert!(!done && said.contains("is there already"), "{said}");
    // A log that is left of another database would be taken for the copy's.
    let left = folder.0.join("left");
    fs::create_dir_all(&left).expect("a folder");
    fs::write(left.join("relay.sqlite-wal"), b"old").expect("written");
    let (done, said) = told([Path::new("restore"), &copy, &left]);
    assert!(!done && said.contains("relay.sqlite-wal"), "{said}");
}
