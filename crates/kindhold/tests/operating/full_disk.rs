// SPDX-License-Identifier: Apache-2.0
//! A disk that is really full: a small file system in memory, mounted for one process alone.

use crate::{
    KINDHOLD,
    places::Folder,
    program,
    writer::{HOST, Writer, line},
};
use kindhold_relay::Place;
use std::{fs, path::Path, process::Command};

/// Runs an order where `room` bytes are left in a folder, and says what lies there afterwards.
fn cramped(folder: &Path, room: &str, order: &str) -> (bool, String) {
    let script = format!(
        "mount -t tmpfs -o size={room} none '{0}' && {order}; went=$?; ls -A '{0}'; exit $went",
        folder.display()
    );
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount", "sh", "-c", &script]);
    let done = command.output().expect("unshare runs");
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    (
        done.status.success(),
        said + &String::from_utf8_lossy(&done.stderr),
    )
}

#[test]
fn a_full_disk_ends_backup_and_restore_in_a_sentence_and_leaves_no_half_copy() {
    let folder = Folder::new("full-disk");
    let (data, copy, small) = (
        folder.0.join("data"),
        folder.0.join("copy"),
        folder.0.join("small"),
    );
    let mut server = program(Place::Folder(data.clone()), &folder);
    server.public_host = Some(HOST);
    let here = line(server.start());
    let mut writer = Writer::new(&here, 31);
    for _ in 0..60 {
        assert!(writer.write(&here), "it confirms");
    }
    fs::create_dir_all(&small).expect("a folder");
    let [data, copy, into] = [&data, &copy, &small].map(|path| path.display().to_string());
    let order = format!("{KINDHOLD} backup '{data}' '{into}/copy'");
    let (done, said) = cramped(&small, "40k", &order);
    assert!(!done && said.contains("The disk is full."), "{said}");
    assert_eq!(said.lines().count(), 1, "a half copy is left: {said}");
    let (done, said) = cramped(&small, "8m", &order);
    assert!(done && said.contains("A copy lies in"), "{said}");

    let made = Command::new(KINDHOLD)
        .args(["backup", &data, &copy])
        .status();
    assert!(made.is_ok_and(|s| s.success()), "with room it is copied");
    let order = format!("{KINDHOLD} restore '{copy}' '{into}'");
    let (done, said) = cramped(&small, "40k", &order);
    assert!(!done && said.contains("The disk is full."), "{said}");
    assert_eq!(said.lines().count(), 1, "a half copy is left: {said}");
}
