// SPDX-License-Identifier: Apache-2.0
//! SQLite: one writer with group commit, a few readers beside it.

use crate::{Limits, files};
use sqlx::{
    ConnectOptions, SqlitePool,
    pool::PoolConnection,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::path::Path;
use tokio::sync::{mpsc, oneshot};

crate::store::statements::statements!(sqlx::Sqlite, "");

/// The database's file in its folder.
pub(crate) const FILE: &str = "relay.sqlite";
/// Writes that go to the disk together, at most.
const TOGETHER: usize = 128;
/// Writes that may wait; more are refused as busy by waiting at their own door.
const WAITING: usize = 256;

type Answer = oneshot::Sender<Result<Done, Fault>>;

/// A database in a folder.
#[derive(Clone)]
pub(crate) struct Sqlite {
    readers: SqlitePool,
    writer: mpsc::Sender<(Op, Answer)>,
}

impl Sqlite {
    pub(crate) async fn open(
        folder: &Path,
        limits: Limits,
        wants_invite: bool,
    ) -> Result<Self, Fault> {
        files::make_folder(folder).map_err(sqlx::Error::Io)?;
        let file = folder.join(FILE);
        match files::make_file(&file) {
            Ok(_) => {}
            Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(e) => return Err(sqlx::Error::Io(e).into()),
        }
        let options = SqliteConnectOptions::new()
            .filename(file)
            .page_size(8192)
            .journal_mode(SqliteJournalMode::Wal)
            // A push is confirmed when it is on the disk.
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(std::time::Duration::from_secs(10))
            // What is deleted is overwritten in the file, not only let go.
            .pragma("secure_delete", "ON")
            .pragma("cache_size", "-2048")
            .pragma("wal_autocheckpoint", "2000")
            .pragma("journal_size_limit", "33554432")
            .disable_statement_logging();
        let mut conn = options.clone().connect().await?;
        for statement in crate::store::schema("BLOB") {
            query(sqlx::AssertSqlSafe(statement))
                .execute(&mut conn)
                .await?;
        }
        let readers = SqlitePoolOptions::new()
            .max_connections(4)
            .connect_with(options)
            .await?;
        let (writer, jobs) = mpsc::channel(WAITING);
        tokio::spawn(write(conn, jobs, limits, wants_invite));
        Ok(Self { readers, writer })
    }

    pub(crate) async fn reader(&self) -> Result<PoolConnection<sqlx::Sqlite>, Fault> {
        Ok(self.readers.acquire().await?)
    }

    pub(crate) async fn apply(&self, op: Op) -> Result<Done, Fault> {
        let (answer, done) = oneshot::channel();
        let job = (op, answer);
        self.writer.send(job).await.map_err(|_| Refusal::Busy)?;
        done.await.map_err(|_| Refusal::Busy)?
    }
}

/// Takes what waits and brings it to the disk together; each thing counts or not by itself.
async fn write(
    mut conn: Conn,
    mut jobs: mpsc::Receiver<(Op, Answer)>,
    limits: Limits,
    wants_invite: bool,
) {
    let mut taken = Vec::with_capacity(TOGETHER);
    while jobs.recv_many(&mut taken, TOGETHER).await > 0 {
        let mut done = Vec::with_capacity(taken.len());
        let outcome = together(&mut conn, &taken, &mut done, &limits, wants_invite).await;
        if outcome.is_err() {
            let _ = query("ROLLBACK").execute(&mut conn).await;
        } else if taken.iter().any(|(op, _)| takes_words_back(op)) {
            // The log still holds them until it is written over.
            let _ = query("PRAGMA wal_checkpoint(TRUNCATE)")
                .execute(&mut conn)
                .await;
        }
        let mut done = done.into_iter();
        for (_, answer) in taken.drain(..) {
            let answered = match (&outcome, done.next()) {
                (Ok(()), Some(done)) => done,
                (Err(e), _) => Err(Fault::Database(sqlx::Error::Protocol(e.to_string()))),
                (Ok(()), None) => Err(Refusal::Busy.into()),
            };
            let _ = answer.send(answered);
        }
    }
}

/// Whether something that anybody could read is taken back: a reader's question. All else is sealed.
const fn takes_words_back(op: &Op) -> bool {
    matches!(op, Op::Forget { .. } | Op::SweepQuestions { .. })
}

async fn together(
    conn: &mut Conn,
    jobs: &[(Op, Answer)],
    done: &mut Vec<Result<Done, Fault>>,
    limits: &Limits,
    wants_invite: bool,
) -> Result<(), sqlx::Error> {
    query("BEGIN IMMEDIATE").execute(&mut *conn).await?;
    for (op, _) in jobs {
        query("SAVEPOINT one").execute(&mut *conn).await?;
        let applied = apply(conn, op, limits, wants_invite).await;
        if applied.is_err() {
            query("ROLLBACK TO one").execute(&mut *conn).await?;
        }
        query("RELEASE one").execute(&mut *conn).await?;
        done.push(applied);
    }
    query("COMMIT").execute(&mut *conn).await?;
    Ok(())
}
