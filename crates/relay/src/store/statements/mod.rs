// SPDX-License-Identifier: Apache-2.0
//! Every statement, once, for both databases: the two differ in the types of their drivers alone. Each names
//! the vault, or what takes its place, so that a distributed PostgreSQL knows where to go.

mod accounts;
mod lanes;
mod looks;
mod questions;

/// Writes the module for one driver. `$lock` is appended where a row is read in order to be changed.
macro_rules! statements {
    ($db:ty, $lock:literal) => {
        use crate::{
            fault::Fault,
            questions::{Question, QuestionId},
            store::{
                lanes::{self, Run},
                op::{Done, Granted, Holder, Op},
            },
        };
        use kindhold_vault::{
            DeviceId, Head, Lane, SignedHead, StreamId, VaultId, VerifyKey,
            wire::{
                Access, AccessId, AccountUpdate, Change, CreateVault, Day, GrantState, LaneState,
                Push, Refusal, Role, Scan, Scope, State, StoredAccount,
            },
        };
        use sqlx::{Database, Row as _, query};
        use std::collections::BTreeMap;

        /// A connection, or a transaction on one.
        type Conn = <$db as Database>::Connection;
        type DbRow = <$db as Database>::Row;

        fn array<const N: usize>(row: &DbRow, at: usize) -> Result<[u8; N], Fault> {
            let bytes: &[u8] = row.try_get(at)?;
            bytes.try_into().map_err(|_| Fault::Damaged)
        }

        fn whole<T: TryFrom<i64>>(row: &DbRow, at: usize) -> Result<T, Fault> {
            let n: i64 = row.try_get(at)?;
            n.try_into().map_err(|_| Fault::Damaged)
        }

        /// Does something, within the transaction that the connection is in.
        pub(crate) async fn apply(
            conn: &mut Conn,
            op: &Op,
            limits: &crate::Limits,
            wants_invite: bool,
        ) -> Result<Done, Fault> {
            match op {
                Op::Create { new, today } => create(conn, new, *today, wants_invite).await,
                Op::Push { by, body } => push(conn, *by, body, limits).await,
                Op::Purge { by, body } => purge(conn, *by, body).await,
                Op::PutAccount { by, update } => put_account(conn, *by, update, limits).await,
                Op::DeleteVault { by } => delete_vault(conn, *by).await,
                Op::PutMailbox { id, message, today } => {
                    put_mailbox(conn, *id, message, *today, limits).await
                }
                Op::DeleteMailbox { id } => {
                    let sql = "DELETE FROM mailbox WHERE id = $1";
                    query(sql).bind(&id[..]).execute(conn).await?;
                    Ok(Done::Made)
                }
                Op::Ask { question } => ask(conn, question, limits).await,
                Op::Show { id, answer } => show(conn, *id, answer).await,
                Op::Forget { id } => forget(conn, *id).await,
                Op::SweepQuestions { before } => {
                    let sql = "DELETE FROM question WHERE shown = 0 AND day < $1";
                    query(sql).bind(i64::from(*before)).execute(conn).await?;
                    Ok(Done::Made)
                }
                Op::SweepMailboxes { before } => {
                    let sql = "DELETE FROM mailbox WHERE day < $1";
                    query(sql).bind(i64::from(*before)).execute(conn).await?;
                    Ok(Done::Made)
                }
            }
        }

        crate::store::statements::accounts!();
        crate::store::statements::lanes_of!($lock);
        crate::store::statements::looks!();
        crate::store::statements::questions!();
    };
}
pub(crate) use {
    accounts::accounts, lanes::lanes as lanes_of, looks::looks, questions::questions, statements,
};
