// SPDX-License-Identifier: Apache-2.0
//! PostgreSQL, or what speaks it: any number of servers on one database, one vault in a transaction.

use crate::Limits;
use sqlx::{
    ConnectOptions, PgPool,
    pool::PoolConnection,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::{str::FromStr, time::Duration};

crate::store::statements::statements!(sqlx::Postgres, " FOR UPDATE");

/// How often a transaction is tried again when another came between.
const TRIES: u32 = 8;

/// A database at a server.
#[derive(Clone)]
pub(crate) struct Postgres {
    pool: PgPool,
    limits: Limits,
    wants_invite: bool,
}

impl Postgres {
    pub(crate) async fn open(url: &str, limits: Limits, wants_invite: bool) -> Result<Self, Fault> {
        let options = PgConnectOptions::from_str(url)?.disable_statement_logging();
        let pool = PgPoolOptions::new()
            .max_connections(16)
            .acquire_timeout(Duration::from_secs(5))
            .connect_with(options)
            .await?;
        let this = Self {
            pool,
            limits,
            wants_invite,
        };
        this.make_tables().await?;
        Ok(this)
    }

    /// Two servers may start at once: then one is told that a table is there already, and looks again.
    async fn make_tables(&self) -> Result<(), Fault> {
        for _ in 0..TRIES {
            let mut made = Ok(());
            for statement in crate::store::schema("BYTEA") {
                let statement = sqlx::AssertSqlSafe(statement);
                made = query(statement).execute(&self.pool).await.map(drop);
                if made.is_err() {
                    break;
                }
            }
            match made {
                Ok(()) => return Ok(()),
                Err(sqlx::Error::Database(e)) if is_race(e.code().as_deref()) => {}
                Err(e) => return Err(e.into()),
            }
        }
        Err(Fault::Damaged)
    }

    pub(crate) async fn connection(&self) -> Result<PoolConnection<sqlx::Postgres>, Fault> {
        Ok(self.pool.acquire().await?)
    }

    pub(crate) async fn apply(&self, op: Op) -> Result<Done, Fault> {
        let mut wait = Duration::from_millis(5);
        for _ in 1..TRIES {
            match self.once(&op).await {
                Err(fault) if fault.is_passing() => {
                    tokio::time::sleep(wait).await;
                    wait *= 2;
                }
                done => return done,
            }
        }
        self.once(&op).await
    }

    async fn once(&self, op: &Op) -> Result<Done, Fault> {
        let mut tx = self.pool.begin().await?;
        let done = apply(&mut tx, op, &self.limits, self.wants_invite).await?;
        tx.commit().await?;
        Ok(done)
    }
}

/// Unique violation, duplicate table or object: another server has just made it.
fn is_race(code: Option<&str>) -> bool {
    matches!(code, Some("23505" | "42P07" | "42710"))
}
