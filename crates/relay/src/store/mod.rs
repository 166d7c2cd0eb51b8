// SPDX-License-Identifier: Apache-2.0
//! Where a relay keeps things: SQLite in a folder, or PostgreSQL. What is confirmed is on the disk.

pub(crate) mod lanes;
mod op;
mod postgres;
mod sqlite;
mod statements;

pub(crate) use op::{Done, Granted, Holder, Op};

use crate::{Limits, fault::Fault, questions::Question};
use kindhold_vault::{
    Lane, VaultId, VerifyKey,
    wire::{AccessId, State, StoredAccount},
};
use std::path::PathBuf;

/// The form of the data. A program leaves alone what a later one has written.
pub(crate) const FORM: u8 = 1;

/// A row of records under so many bytes takes more, so that single records do not each cost a row.
pub(crate) const SMALL: i64 = 4096;

/// Every table, and how its rows are counted.
pub(crate) const TABLES: &[(&str, &str)] = &[
    ("setting", "SELECT count(*) FROM setting"),
    ("invite", "SELECT count(*) FROM invite"),
    ("vault", "SELECT count(*) FROM vault"),
    ("access", "SELECT count(*) FROM access"),
    ("door", "SELECT count(*) FROM door"),
    ("lane", "SELECT count(*) FROM lane"),
    ("head", "SELECT count(*) FROM head"),
    ("segment", "SELECT count(*) FROM segment"),
    ("mailbox", "SELECT count(*) FROM mailbox"),
    ("question", "SELECT count(*) FROM question"),
];

const SCHEMA: &str = include_str!("schema.sql");

/// The schema with a database's own word for bytes, statement by statement.
fn schema(bytes: &str) -> Vec<String> {
    let lines = SCHEMA.lines().filter(|l| !l.starts_with("--"));
    let sql = lines.collect::<Vec<_>>().join("\n").replace("BYTES", bytes);
    let statements = sql.split(';').map(str::trim);
    statements
        .filter(|s| !s.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Where the data lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In a folder of this machine: SQLite.
    Folder(PathBuf),
    /// At a PostgreSQL server, by its URL.
    Postgres(String),
}

/// The database's file in a folder.
pub(crate) fn sqlite_file(folder: &std::path::Path) -> PathBuf {
    folder.join(sqlite::FILE)
}

/// A database.
#[derive(Clone)]
pub(crate) enum Store {
    Sqlite(sqlite::Sqlite),
    Postgres(postgres::Postgres),
}

/// Reads something on a connection of whichever database it is.
macro_rules! read {
    ($self:ident, $name:ident($($arg:expr),*)) => {
        match $self {
            Store::Sqlite(db) => {
                let mut conn = db.reader().await?;
                sqlite::$name(&mut conn, $($arg),*).await
            }
            Store::Postgres(db) => {
                let mut conn = db.connection().await?;
                postgres::$name(&mut conn, $($arg),*).await
            }
        }
    };
}

impl Store {
    pub(crate) async fn open(
        place: &Place,
        limits: Limits,
        wants_invite: bool,
    ) -> Result<Self, Fault> {
        Ok(match place {
            Place::Folder(folder) => {
                Self::Sqlite(sqlite::Sqlite::open(folder, limits, wants_invite).await?)
            }
            Place::Postgres(url) => {
                Self::Postgres(postgres::Postgres::open(url, limits, wants_invite).await?)
            }
        })
    }

    /// Does something; when this returns `Ok` it is on the disk.
    pub(crate) async fn apply(&self, op: Op) -> Result<Done, Fault> {
        match self {
            Self::Sqlite(db) => db.apply(op).await,
            Self::Postgres(db) => db.apply(op).await,
        }
    }

    pub(crate) async fn access(
        &self,
        vault: VaultId,
        id: AccessId,
    ) -> Result<Option<(VerifyKey, Granted)>, Fault> {
        read!(self, access(vault, id))
    }

    pub(crate) async fn granted(&self, by: Holder) -> Result<Granted, Fault> {
        read!(self, granted(by))
    }

    pub(crate) async fn state(&self, by: Holder) -> Result<State, Fault> {
        let who = self.granted(by).await?;
        read!(self, state(by, &who))
    }

    pub(crate) async fn account(&self, vault: VaultId) -> Result<StoredAccount, Fault> {
        read!(self, account(vault))
    }

    pub(crate) async fn door(&self, locator: [u8; 16]) -> Result<Option<VaultId>, Fault> {
        read!(self, door(locator))
    }

    pub(crate) async fn mailbox(&self, id: [u8; 16]) -> Result<Option<Vec<u8>>, Fault> {
        read!(self, mailbox(id))
    }

    pub(crate) async fn first(
        &self,
        vault: VaultId,
        lane: Lane,
        who: &Granted,
    ) -> Result<Option<u64>, Fault> {
        read!(self, first(vault, lane, who.scope()))
    }

    pub(crate) async fn segment(
        &self,
        vault: VaultId,
        lane: Lane,
        index: u64,
    ) -> Result<Option<(i64, Vec<u8>)>, Fault> {
        read!(self, segment(vault, lane, index))
    }

    pub(crate) async fn segments_after(
        &self,
        vault: VaultId,
        lane: Lane,
        first: i64,
    ) -> Result<Vec<(i64, Vec<u8>)>, Fault> {
        read!(self, segments_after(vault, lane, first))
    }

    pub(crate) async fn questions(&self, page: Option<&str>) -> Result<Vec<Question>, Fault> {
        read!(self, questions(page))
    }

    pub(crate) async fn count(&self) -> Result<Vec<(&'static str, u64)>, Fault> {
        read!(self, count())
    }

    pub(crate) async fn add_invite(&self, code: &str, uses: u32) -> Result<(), Fault> {
        read!(self, add_invite(code, i64::from(uses)))
    }

    /// The secret of this database; made the first time, the same for every server on it.
    pub(crate) async fn secret(&self, fresh: [u8; 32]) -> Result<[u8; 32], Fault> {
        read!(self, offer_setting("secret", &fresh))?;
        let held = read!(self, setting("secret"))?.ok_or(Fault::Damaged)?;
        held.try_into().map_err(|_| Fault::Damaged)
    }

    /// Whether this program knows the form of the data; data from before there was a name for it is the first.
    pub(crate) async fn know_form(&self) -> Result<(), Fault> {
        read!(self, offer_setting("form", &[FORM]))?;
        match read!(self, setting("form"))? {
            Some(form) if form == [FORM] => Ok(()),
            _ => Err(Fault::Newer),
        }
    }
}
