// SPDX-License-Identifier: Apache-2.0
//! The hour of `cargo xtask load` in a few seconds.

use crate::{
    mixed::{self, Plan, Program},
    places::{Cluster, Folder},
    program,
};
use kindhold_relay::Place;
use std::time::Duration;

fn seconds_of_load(mut program: Program, with_database: bool, restart: impl FnMut()) {
    let part = |tenths: u64| Duration::from_millis(tenths * 1200);
    let plan = Plan {
        time: part(10),
        kills_end: part(7),
        kill_every: part(2),
        database_at: with_database.then(|| part(8)),
        workers: 3,
        people: 3,
        pause: Duration::from_millis(100),
        look: Duration::from_millis(300),
    };
    let outcome = mixed::run(&plan, &mut program, restart);
    let toll = outcome.toll;
    println!("{}", toll.told());
    assert_eq!(toll.faults(), Vec::<String>::new());
    assert!(outcome.kills >= 2, "it was killed {} times", outcome.kills);
    assert!(toll.counted("ledgers compared") >= 9, "each ledger once");
    assert!(
        toll.counted("records confirmed") > 20,
        "too little was written"
    );
    let files = outcome.samples.iter().map(|(_, sample, _)| sample.files);
    assert!(files.max().unwrap_or(0) < 300, "files are given back");
}

#[test]
fn nothing_confirmed_is_lost_under_load_with_kills_and_hostile_clients_on_sqlite() {
    let folder = Folder::new("load");
    let data = Place::Folder(folder.0.join("data"));
    seconds_of_load(program(data, &folder), false, || {});
}

#[test]
fn nothing_confirmed_is_lost_under_load_with_kills_and_hostile_clients_on_postgresql() {
    let folder = Folder::new("load-pg");
    let mut cluster = Cluster::new("load-cluster");
    cluster.start(&["max_connections=100"]);
    let program = program(cluster.place(), &folder);
    seconds_of_load(program, true, || {
        cluster.kill();
        cluster.start(&["max_connections=100"]);
    });
}
