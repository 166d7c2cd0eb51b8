// SPDX-License-Identifier: Apache-2.0
//! Looking after the data in a folder: copies of it, and whether it is sound. PostgreSQL brings its own
//! tools for that.

use crate::{
    Fault, files,
    store::{FORM, sqlite_file},
};
use kindhold_vault::wire::Scan;
use sqlx::{
    AssertSqlSafe, ConnectOptions, Connection, Row, SqliteConnection, query,
    sqlite::SqliteConnectOptions,
};
use std::path::Path;

/// Why a copy is not made or brought back. Nothing that was there is changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum KeepError {
    /// There is no relay's data in that folder.
    #[error("There is no relay’s data in {0}.")]
    None(String),
    /// Something lies there already.
    #[error("{0} is there already. Choose another name, or move it away first.")]
    Already(String),
    /// The file is not a sound copy of a relay's data, or is one that this program does not know.
    #[error("{file} was not brought back. {why}")]
    Unsound {
        /// The copy.
        file: String,
        /// What is wrong with it, in sentences.
        why: String,
    },
    /// The disk is full.
    #[error("The disk is full. Nothing was kept there; what was there before is as it was.")]
    Full,
    /// The system refuses.
    #[error("{0}")]
    System(std::io::Error),
    /// The database refuses.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<sqlx::Error> for KeepError {
    fn from(e: sqlx::Error) -> Self {
        // SQLITE_FULL
        let code = e.as_database_error().and_then(|e| e.code());
        if code.as_deref() == Some("13") {
            return Self::Full;
        }
        Self::Fault(e.into())
    }
}

impl From<std::io::Error> for KeepError {
    fn from(e: std::io::Error) -> Self {
        if e.kind() == std::io::ErrorKind::StorageFull {
            return Self::Full;
        }
        Self::System(e)
    }
}

async fn open(file: &Path, read_only: bool) -> Result<SqliteConnection, KeepError> {
    if !file.exists() {
        return Err(KeepError::None(file.display().to_string()));
    }
    let options = SqliteConnectOptions::new()
        .filename(file)
        .read_only(read_only);
    Ok(options.connect().await?)
}

/// Copies a relay's data into one file, also while the relay runs.
///
/// # Errors
/// [`KeepError`].
pub async fn backup(folder: &Path, to: &Path) -> Result<(), KeepError> {
    let mut conn = open(&sqlite_file(folder), false).await?;
    let file = files::make_file(to).map_err(|e| match e.kind() {
        std::io::ErrorKind::AlreadyExists => KeepError::Already(to.display().to_string()),
        _ => e.into(),
    })?;
    let name = to.display().to_string().replace('\'', "''");
    let into = AssertSqlSafe(format!("VACUUM INTO '{name}'"));
    if let Err(e) = query(into).execute(&mut conn).await {
        let _ = std::fs::remove_file(to);
        return Err(e.into());
    }
    conn.close().await?;
    file.sync_all()?;
    Ok(())
}

/// Brings a copy back into a folder that holds nothing yet. Returns what is wrong with lanes in it, a sentence
/// each: their devices mend that.
///
/// # Errors
/// [`KeepError`].
pub async fn restore(from: &Path, folder: &Path) -> Result<Vec<String>, KeepError> {
    let file = sqlite_file(folder);
    // A log without its database would be taken for the copy's.
    for ending in ["sqlite", "sqlite-wal", "sqlite-journal"] {
        let there = file.with_extension(ending);
        if there.exists() {
            return Err(KeepError::Already(there.display().to_string()));
        }
    }
    let found = look(from).await?;
    if !found.unsound.is_empty() {
        return Err(KeepError::Unsound {
            file: from.display().to_string(),
            why: found.unsound.join(" "),
        });
    }
    files::make_folder(folder)?;
    let part = file.with_extension("part");
    let _ = std::fs::remove_file(&part);
    if let Err(e) = copy(from, &part) {
        let _ = std::fs::remove_file(&part);
        return Err(e.into());
    }
    std::fs::rename(&part, &file)?;
    Ok(found.lanes)
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    let mut copy = files::make_file(to)?;
    std::io::copy(&mut std::fs::File::open(from)?, &mut copy)?;
    copy.sync_all()
}

/// Looks whether a relay's data is sound: the database itself, and every lane against its head. Returns
/// what is wrong, a sentence each.
///
/// # Errors
/// [`KeepError`].
pub async fn doctor(folder: &Path) -> Result<Vec<String>, KeepError> {
    let found = look(&sqlite_file(folder)).await?;
    Ok([found.unsound, found.lanes].concat())
}

/// What is wrong: with the whole, or with single lanes.
#[derive(Default)]
struct Found {
    unsound: Vec<String>,
    lanes: Vec<String>,
}

impl Found {
    fn unsound(why: &str) -> Self {
        Self {
            unsound: vec![why.to_owned()],
            lanes: Vec::new(),
        }
    }
}

async fn look(file: &Path) -> Result<Found, KeepError> {
    let mut conn = open(file, true).await?;
    let mut found = Found::default();
    let check = query("PRAGMA integrity_check(20)")
        .fetch_all(&mut conn)
        .await;
    let Ok(rows) = check else {
        return Ok(Found::unsound("The file is damaged, or is no database."));
    };
    for row in rows {
        let said: String = row.try_get(0)?;
        if said != "ok" {
            found.unsound.push(format!("The database says: {said}"));
        }
    }
    if setting(&mut conn, "secret").await.is_none() {
        let why = "It is not a relay’s database: its secret is missing.";
        found.unsound.push(why.to_owned());
        return Ok(found);
    }
    if setting(&mut conn, "form")
        .await
        .is_some_and(|form| form != [FORM])
    {
        found.unsound.push(Fault::Newer.to_string());
        return Ok(found);
    }
    look_at_lanes(&mut conn, &mut found.lanes).await?;
    Ok(found)
}

async fn setting(conn: &mut SqliteConnection, name: &str) -> Option<Vec<u8>> {
    let asked = query("SELECT value FROM setting WHERE name = $1").bind(name);
    let row = asked.fetch_optional(conn).await.ok().flatten()?;
    row.try_get(0).ok()
}

async fn look_at_lanes(
    conn: &mut SqliteConnection,
    problems: &mut Vec<String>,
) -> Result<(), KeepError> {
    let lanes = "SELECT vault, stream, device, next, hash FROM lane";
    for row in query(lanes).fetch_all(&mut *conn).await? {
        let (vault, stream, device): (Vec<u8>, Vec<u8>, Vec<u8>) =
            (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
        let (next, hash): (i64, Vec<u8>) = (row.try_get(3)?, row.try_get(4)?);
        let segments = query(
            "SELECT bytes FROM segment WHERE vault = $1 AND stream = $2 AND device = $3 \
             ORDER BY first",
        )
        .bind(vault)
        .bind(stream)
        .bind(device)
        .fetch_all(&mut *conn)
        .await?;
        let (mut index, mut last, mut is_whole) = (0, [0; 32], true);
        for segment in segments {
            let bytes: Vec<u8> = segment.try_get(0)?;
            for record in Scan(&bytes) {
                let Ok(record) = record else {
                    is_whole = false;
                    break;
                };
                is_whole &= record.header.index == index && record.header.previous == last;
                let Ok(id) = record.id() else {
                    is_whole = false;
                    break;
                };
                (index, last) = (record.header.index + 1, id.0);
            }
        }
        if !is_whole || index != next as u64 || hash != last {
            problems.push(
                "A lane does not hold what its head says. Its devices put back what they have \
                 when they sync next."
                    .to_owned(),
            );
        }
    }
    Ok(())
}
