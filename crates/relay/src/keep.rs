// SPDX-License-Identifier: Apache-2.0
//! Looking after the data in a folder: copies of it, and whether it is sound. PostgreSQL brings its own
//! tools for that.

use crate::{Fault, files, store::sqlite_file};
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
    /// The file is not a relay's data.
    #[error("{0} is not a copy of a relay’s data.")]
    NotOne(String),
    /// The disk or the system refuses.
    #[error("{0}")]
    System(#[from] std::io::Error),
    /// The database refuses.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<sqlx::Error> for KeepError {
    fn from(e: sqlx::Error) -> Self {
        Self::Fault(e.into())
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

/// Brings a copy back into a folder that holds nothing yet.
///
/// # Errors
/// [`KeepError`].
pub async fn restore(from: &Path, folder: &Path) -> Result<(), KeepError> {
    let file = sqlite_file(folder);
    if file.exists() {
        return Err(KeepError::Already(file.display().to_string()));
    }
    let problems = look(from).await?;
    if !problems.is_empty() {
        return Err(KeepError::NotOne(from.display().to_string()));
    }
    files::make_folder(folder)?;
    let part = file.with_extension("part");
    let _ = std::fs::remove_file(&part);
    let mut copy = files::make_file(&part)?;
    std::io::copy(&mut std::fs::File::open(from)?, &mut copy)?;
    copy.sync_all()?;
    std::fs::rename(&part, &file)?;
    Ok(())
}

/// Looks whether a relay's data is sound: the database itself, and every lane against its head. Returns
/// what is wrong, a sentence each.
///
/// # Errors
/// [`KeepError`].
pub async fn doctor(folder: &Path) -> Result<Vec<String>, KeepError> {
    look(&sqlite_file(folder)).await
}

async fn look(file: &Path) -> Result<Vec<String>, KeepError> {
    let mut conn = open(file, true).await?;
    let mut problems = Vec::new();
    let check = query("PRAGMA integrity_check(20)")
        .fetch_all(&mut conn)
        .await;
    let Ok(rows) = check else {
        return Ok(vec!["The file is damaged, or is no database.".to_owned()]);
    };
    for row in rows {
        let said: String = row.try_get(0)?;
        if said != "ok" {
            problems.push(format!("The database says: {said}"));
        }
    }
    if query("SELECT value FROM setting WHERE name = 'secret'")
        .fetch_optional(&mut conn)
        .await
        .ok()
        .flatten()
        .is_none()
    {
        problems.push("It is not a relay’s database: its secret is missing.".to_owned());
        return Ok(problems);
    }
    let lanes = "SELECT vault, stream, device, next, hash FROM lane";
    for row in query(lanes).fetch_all(&mut conn).await? {
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
        .fetch_all(&mut conn)
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
    Ok(problems)
}
