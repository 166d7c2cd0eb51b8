// SPDX-License-Identifier: Apache-2.0
//! Data of another time: from before its form had a name, and from a program that is not written yet.

use crate::places::{Folder, shared_cluster};
use kindhold_relay::{Fault, Place, Relay, Setup, backup, doctor, restore};
use sqlx::{ConnectOptions, Connection, sqlite::SqliteConnectOptions};
use std::path::Path;
use tokio::runtime::Runtime;

async fn opened(place: &Place) -> Result<Relay, Fault> {
    Relay::open(Setup::new(place.clone()), || 0).await
}

async fn on_sqlite(file: &Path, sql: &'static str) {
    let options = SqliteConnectOptions::new().filename(file);
    let mut conn = options.connect().await.expect("it opens");
    sqlx::query(sql).execute(&mut conn).await.expect("done");
    conn.close().await.expect("closed");
}

async fn on_postgres(url: &str, sql: &'static str) {
    let mut conn = sqlx::PgConnection::connect(url).await.expect("it opens");
    sqlx::query(sql).execute(&mut conn).await.expect("done");
}

const LATER: &str = "UPDATE setting SET value = '2' WHERE name = 'form'";
const BEFORE: &str = "DELETE FROM setting WHERE name = 'form'";

#[test]
fn data_of_a_newer_program_is_left_alone_with_a_sentence() {
    let folder = Folder::new("newer");
    let (data, copy) = (folder.0.join("data"), folder.0.join("copy"));
    let place = Place::Folder(data.clone());
    let pg = shared_cluster("newer");
    let Place::Postgres(url) = &pg else { return };
    Runtime::new().expect("a runtime").block_on(async {
        drop(opened(&place).await.expect("it opens"));
        on_sqlite(&data.join("relay.sqlite"), LATER).await;
        let refused = opened(&place).await.err().expect("it is refused");
        assert!(refused.to_string().contains("newer"), "{refused}");
        let said = doctor(&data).await.expect("looked").join(" ");
        assert!(said.contains("newer"), "{said}");
        backup(&data, &copy).await.expect("a copy can be taken");
        let refused = restore(&copy, &folder.0.join("other")).await;
        let refused = refused.expect_err("it is refused").to_string();
        assert!(refused.contains("newer"), "{refused}");

        drop(opened(&pg).await.expect("it opens"));
        on_postgres(url, LATER).await;
        let refused = opened(&pg).await.err().expect("it is refused");
        assert!(refused.to_string().contains("newer"), "{refused}");
    });
}

#[test]
fn data_from_before_its_form_had_a_name_opens_and_is_named() {
    let folder = Folder::new("before");
    let place = folder.place();
    let pg = shared_cluster("before");
    let Place::Postgres(url) = &pg else { return };
    Runtime::new().expect("a runtime").block_on(async {
        for place in [&place, &pg] {
            drop(opened(place).await.expect("it opens"));
        }
        on_sqlite(&folder.0.join("relay.sqlite"), BEFORE).await;
        on_postgres(url, BEFORE).await;
        for place in [&place, &pg] {
            let relay = opened(place).await.expect("it opens");
            let rows = relay.count().await.expect("counted");
            assert!(rows.contains(&("setting", 2)), "{rows:?}");
        }
    });
}
