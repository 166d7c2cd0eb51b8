// SPDX-License-Identifier: Apache-2.0
//! Every statement, once, for both databases: the two differ in the types of their drivers alone. Each names
//! the vault, or what takes its place, so that a distributed PostgreSQL knows where to go.

/// Writes the module for one driver. `$lock` is appended where a row is read in order to be changed.
macro_rules! statements {
    ($db:ty, $lock:literal) => {
        use crate::{
            fault::Fault,
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

        /// Who holds a name in a vault, and their key.
        pub(crate) async fn access(
            conn: &mut Conn,
            vault: VaultId,
            id: AccessId,
        ) -> Result<Option<(VerifyKey, Granted)>, Fault> {
            let found = query(
                "SELECT role, public, until, inbox, version, sealed, scope FROM access \
                 WHERE vault = $1 AND id = $2",
            )
            .bind(&vault.0[..])
            .bind(&id.0[..])
            .fetch_optional(conn)
            .await?;
            let Some(row) = found else { return Ok(None) };
            let role = match whole::<u8>(&row, 0)? {
                1 => Role::Device,
                2 => Role::Door,
                _ => Role::Grant(scope(&row)?),
            };
            Ok(Some((VerifyKey(array(&row, 1)?), Granted { role })))
        }

        fn scope(row: &DbRow) -> Result<Scope, Fault> {
            let inbox: Option<&[u8]> = row.try_get(3)?;
            let inbox = match inbox {
                Some(id) => Some(StreamId(id.try_into().map_err(|_| Fault::Damaged)?)),
                None => None,
            };
            let version: i64 = row.try_get(4)?;
            let pairs: &[u8] = row.try_get(6)?;
            let mut read = Vec::new();
            for pair in pairs.chunks_exact(20) {
                let (stream, epoch) = pair.split_at(16);
                let stream = stream.try_into().map_err(|_| Fault::Damaged)?;
                let epoch = epoch.try_into().map_err(|_| Fault::Damaged)?;
                read.push((StreamId(stream), u32::from_be_bytes(epoch)));
            }
            Ok(Scope {
                until: whole(row, 2)?,
                read,
                inbox,
                version: version as u64,
                sealed: row.try_get(5)?,
            })
        }

        /// Somebody who signed in, if they still may.
        pub(crate) async fn granted(conn: &mut Conn, by: Holder) -> Result<Granted, Fault> {
            let found = access(conn, by.vault, by.id).await?;
            let (_, granted) = found.ok_or(Refusal::NotYou)?;
            match granted.scope() {
                Some(scope) if scope.until != 0 && scope.until < by.today => {
                    Err(Refusal::NotYou.into())
                }
                _ => Ok(granted),
            }
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
                Op::PutAccount { by, update } => put_account(conn, *by, update).await,
                Op::DeleteVault { by } => delete_vault(conn, *by).await,
                Op::PutMailbox { id, message, today } => {
                    put_mailbox(conn, *id, message, *today, limits).await
                }
                Op::DeleteMailbox { id } => {
                    let sql = "DELETE FROM mailbox WHERE id = $1";
                    query(sql).bind(&id[..]).execute(conn).await?;
                    Ok(Done::Made)
                }
                Op::SweepMailboxes { before } => {
                    let sql = "DELETE FROM mailbox WHERE day < $1";
                    query(sql).bind(i64::from(*before)).execute(conn).await?;
                    Ok(Done::Made)
                }
            }
        }

        async fn create(
            conn: &mut Conn,
            new: &CreateVault,
            today: Day,
            wants_invite: bool,
        ) -> Result<Done, Fault> {
            let held = query("SELECT account FROM vault WHERE vault = $1")
                .bind(&new.vault.0[..])
                .fetch_optional(&mut *conn)
                .await?;
            if let Some(held) = held {
                let account: &[u8] = held.try_get(0)?;
                return if account == new.account {
                    Ok(Done::Already)
                } else {
                    Err(Refusal::Taken.into())
                };
            }
            if wants_invite {
                use_invite(conn, &new.invite).await?;
            }
            if new.version == 0 || new.access.iter().any(|a| matches!(a.role, Role::Grant(_))) {
                return Err(Refusal::Malformed.into());
            }
            query(
                "INSERT INTO vault (vault, version, account, devices, used, made) \
                 VALUES ($1, $2, $3, $4, 0, $5)",
            )
            .bind(&new.vault.0[..])
            .bind(new.version as i64)
            .bind(&new.account[..])
            .bind(&new.devices[..])
            .bind(i64::from(today))
            .execute(&mut *conn)
            .await?;
            for access in &new.access {
                put_access(conn, new.vault, access).await?;
            }
            Ok(Done::Made)
        }

        async fn use_invite(conn: &mut Conn, code: &str) -> Result<(), Fault> {
            let used = query("UPDATE invite SET uses = uses - 1 WHERE code = $1 AND uses > 0")
                .bind(&crate::invite::hash(code)[..])
                .execute(conn)
                .await?;
            if used.rows_affected() == 1 {
                Ok(())
            } else {
                Err(Refusal::Invite.into())
            }
        }

        /// Lets so many more make a vault with a code.
        pub(crate) async fn add_invite(
            conn: &mut Conn,
            code: &str,
            uses: i64,
        ) -> Result<(), Fault> {
            query(
                "INSERT INTO invite (code, uses) VALUES ($1, $2) \
                 ON CONFLICT (code) DO UPDATE SET uses = excluded.uses",
            )
            .bind(&crate::invite::hash(code)[..])
            .bind(uses)
            .execute(conn)
            .await?;
            Ok(())
        }

        async fn put_access(
            conn: &mut Conn,
            vault: VaultId,
            access: &Access,
        ) -> Result<(), Fault> {
            let none = Scope::default();
            let (role, scope) = match &access.role {
                Role::Device => (1_i64, &none),
                Role::Door => (2, &none),
                Role::Grant(scope) => (3, scope),
            };
            let mut pairs = Vec::with_capacity(scope.read.len() * 20);
            for (stream, epoch) in &scope.read {
                pairs.extend_from_slice(&stream.0);
                pairs.extend_from_slice(&epoch.to_be_bytes());
            }
            query(
                "INSERT INTO access \
                 (vault, id, role, public, until, inbox, version, sealed, scope) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
                 ON CONFLICT (vault, id) DO UPDATE SET role = excluded.role, \
                 public = excluded.public, until = excluded.until, inbox = excluded.inbox, \
                 version = excluded.version, sealed = excluded.sealed, scope = excluded.scope",
            )
            .bind(&vault.0[..])
            .bind(&access.id.0[..])
            .bind(role)
            .bind(&access.key.0[..])
            .bind(i64::from(scope.until))
            .bind(scope.inbox.as_ref().map(|s| &s.0[..]))
            .bind(scope.version as i64)
            .bind(&scope.sealed[..])
            .bind(pairs)
            .execute(&mut *conn)
            .await?;
            if access.role == Role::Door {
                let taken = query(
                    "INSERT INTO door (locator, vault) VALUES ($1, $2) \
                     ON CONFLICT (locator) DO UPDATE SET vault = excluded.vault \
                     WHERE door.vault = excluded.vault",
                )
                .bind(&access.id.0[..])
                .bind(&vault.0[..])
                .execute(conn)
                .await?;
                if taken.rows_affected() == 0 {
                    return Err(Refusal::Taken.into());
                }
            }
            Ok(())
        }

        async fn drop_access(
            conn: &mut Conn,
            vault: VaultId,
            id: AccessId,
        ) -> Result<(), Fault> {
            for sql in [
                "DELETE FROM access WHERE vault = $1 AND id = $2",
                "DELETE FROM door WHERE vault = $1 AND locator = $2",
            ] {
                query(sql)
                    .bind(&vault.0[..])
                    .bind(&id.0[..])
                    .execute(&mut *conn)
                    .await?;
            }
            Ok(())
        }

        async fn put_account(
            conn: &mut Conn,
            by: Holder,
            update: &AccountUpdate,
        ) -> Result<Done, Fault> {
            if granted(conn, by).await?.scope().is_some() {
                return Err(Refusal::NotAllowed.into());
            }
            if update.version == 0 {
                return Err(Refusal::Malformed.into());
            }
            let swapped = query(
                "UPDATE vault SET version = $3, account = $4, devices = $5 \
                 WHERE vault = $1 AND version = $2",
            )
            .bind(&by.vault.0[..])
            .bind(update.expected as i64)
            .bind(update.version as i64)
            .bind(&update.account[..])
            .bind(&update.devices[..])
            .execute(&mut *conn)
            .await?;
            if swapped.rows_affected() == 0 {
                return Err(Refusal::Moved.into());
            }
            for change in &update.changes {
                match change {
                    Change::Put(access) => put_access(conn, by.vault, access).await?,
                    Change::Drop(id) => drop_access(conn, by.vault, *id).await?,
                }
            }
            Ok(Done::Made)
        }

        /// What is known of a lane.
        struct Known {
            head: Head,
            epoch: u32,
            tail: i64,
            tail_bytes: i64,
        }

        async fn lane(
            conn: &mut Conn,
            vault: VaultId,
            lane: Lane,
        ) -> Result<Option<Known>, Fault> {
            let found = query(
                "SELECT next, hash, epoch, tail, tail_bytes FROM lane \
                 WHERE vault = $1 AND stream = $2 AND device = $3",
            )
            .bind(&vault.0[..])
            .bind(&lane.stream.0[..])
            .bind(&lane.device.0[..])
            .fetch_optional(conn)
            .await?;
            let Some(row) = found else { return Ok(None) };
            Ok(Some(Known {
                head: Head {
                    next: whole(&row, 0)?,
                    hash: array(&row, 1)?,
                },
                epoch: whole(&row, 2)?,
                tail: row.try_get(3)?,
                tail_bytes: row.try_get(4)?,
            }))
        }

        async fn push(
            conn: &mut Conn,
            by: Holder,
            body: &[u8],
            limits: &crate::Limits,
        ) -> Result<Done, Fault> {
            let push = Push::parse(body)?;
            let who = granted(conn, by).await?;
            let only = match &who.role {
                Role::Device => None,
                Role::Door => return Err(Refusal::NotAllowed.into()),
                Role::Grant(scope) => {
                    let inbox = scope.inbox.ok_or(Refusal::NotAllowed)?;
                    Some(lanes::lane_of(inbox, by.id.0))
                }
            };
            let held = query(concat!(
                "SELECT version, used FROM vault WHERE vault = $1",
                $lock
            ))
            .bind(&by.vault.0[..])
            .fetch_optional(&mut *conn)
            .await?
            .ok_or(Refusal::NotYou)?;
            let (version, used): (i64, u64) = (held.try_get(0)?, whole(&held, 1)?);
            if only.is_none() && version as u64 != push.account {
                return Err(Refusal::Moved.into());
            }
            let mut heads = BTreeMap::new();
            let mut added = 0;
            for run in lanes::runs(push.records, by.vault, only)? {
                let (head, bytes) = put_run(conn, by.vault, &run).await?;
                heads.insert(run.lane, head);
                added += bytes;
            }
            if added > 0 {
                if used + added > limits.vault {
                    return Err(Refusal::Full.into());
                }
                query("UPDATE vault SET used = used + $2 WHERE vault = $1")
                    .bind(&by.vault.0[..])
                    .bind(added as i64)
                    .execute(&mut *conn)
                    .await?;
            }
            for head in push.heads {
                put_head(conn, by, only, head, &heads).await?;
            }
            Ok(if added > 0 { Done::Made } else { Done::Already })
        }

        /// Puts a run behind what is there. Returns the lane's head, and how many bytes were new.
        async fn put_run(
            conn: &mut Conn,
            vault: VaultId,
            run: &Run<'_>,
        ) -> Result<(Head, u64), Fault> {
            let known = lane(conn, vault, run.lane).await?;
            let next = known.as_ref().map_or(0, |k| k.head.next);
            let first = run.first();
            if first > next {
                return Err(Refusal::Gap.into());
            }
            let split = usize::try_from(next - first).unwrap_or(usize::MAX);
            let (old, new) = run.records.split_at(split.min(run.records.len()));
            same(conn, vault, run.lane, old).await?;
            let Some((begin, last)) = new.first().zip(new.last()) else {
                return Ok((known.map(|k| k.head).unwrap_or_default(), 0));
            };
            let before = known.as_ref().map(|k| k.head.hash).unwrap_or_default();
            if begin.header.previous != before {
                return Err(Refusal::Fork.into());
            }
            if known.as_ref().is_some_and(|k| k.epoch > begin.header.epoch) {
                return Err(Refusal::Malformed.into());
            }
            let rows = Run::rows(new);
            let (mut tail, mut tail_bytes) =
                known.as_ref().map_or((0, i64::MAX), |k| (k.tail, k.tail_bytes));
            for row in &rows {
                let goes_on = known.as_ref().is_some_and(|k| k.epoch == row.epoch)
                    && tail_bytes < crate::store::SMALL
                    && row.first == begin.header.index;
                if goes_on {
                    query(
                        "UPDATE segment SET bytes = bytes || $5 \
                         WHERE vault = $1 AND stream = $2 AND device = $3 AND first = $4",
                    )
                    .bind(&vault.0[..])
                    .bind(&run.lane.stream.0[..])
                    .bind(&run.lane.device.0[..])
                    .bind(tail)
                    .bind(&row.bytes[..])
                    .execute(&mut *conn)
                    .await?;
                    tail_bytes += row.bytes.len() as i64;
                    continue;
                }
                query(
                    "INSERT INTO segment (vault, stream, device, first, epoch, bytes) \
                     VALUES ($1, $2, $3, $4, $5, $6)",
                )
                .bind(&vault.0[..])
                .bind(&run.lane.stream.0[..])
                .bind(&run.lane.device.0[..])
                .bind(row.first as i64)
                .bind(i64::from(row.epoch))
                .bind(&row.bytes[..])
                .execute(&mut *conn)
                .await?;
                (tail, tail_bytes) = (row.first as i64, row.bytes.len() as i64);
            }
            let head = Head {
                next: last.header.index + 1,
                hash: last.id().map_err(|_| Refusal::Malformed)?.0,
            };
            query(
                "INSERT INTO lane (vault, stream, device, next, hash, epoch, tail, tail_bytes) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
                 ON CONFLICT (vault, stream, device) DO UPDATE SET next = excluded.next, \
                 hash = excluded.hash, epoch = excluded.epoch, tail = excluded.tail, \
                 tail_bytes = excluded.tail_bytes",
            )
            .bind(&vault.0[..])
            .bind(&run.lane.stream.0[..])
            .bind(&run.lane.device.0[..])
            .bind(head.next as i64)
            .bind(&head.hash[..])
            .bind(i64::from(last.header.epoch))
            .bind(tail)
            .bind(tail_bytes)
            .execute(conn)
            .await?;
            Ok((head, new.iter().map(|r| r.bytes.len() as u64).sum()))
        }

        /// Records that are there already must be the same, purged or not.
        async fn same(
            conn: &mut Conn,
            vault: VaultId,
            of: Lane,
            old: &[kindhold_vault::wire::Scanned<'_>],
        ) -> Result<(), Fault> {
            let mut row: Vec<u8> = Vec::new();
            for record in old {
                let index = record.header.index;
                let in_row = |row: &[u8]| {
                    let mut held = Scan(row).flatten();
                    held.find(|r| r.header.index == index).map(|r| r.id())
                };
                let mut held = in_row(&row);
                if held.is_none() {
                    let found = segment(conn, vault, of, index).await?;
                    row = found.ok_or(Fault::Damaged)?.1;
                    held = in_row(&row);
                }
                let held = held.ok_or(Fault::Damaged)?.map_err(|_| Fault::Damaged)?;
                if record.id().map_err(|_| Refusal::Malformed)? != held {
                    return Err(Refusal::Fork.into());
                }
            }
            Ok(())
        }

        /// The row in which an index lies: where it begins, and its bytes.
        pub(crate) async fn segment(
            conn: &mut Conn,
            vault: VaultId,
            of: Lane,
            index: u64,
        ) -> Result<Option<(i64, Vec<u8>)>, Fault> {
            let found = query(
                "SELECT first, bytes FROM segment WHERE vault = $1 AND stream = $2 \
                 AND device = $3 AND first <= $4 ORDER BY first DESC LIMIT 1",
            )
            .bind(&vault.0[..])
            .bind(&of.stream.0[..])
            .bind(&of.device.0[..])
            .bind(i64::try_from(index).unwrap_or(i64::MAX))
            .fetch_optional(conn)
            .await?;
            let Some(row) = found else { return Ok(None) };
            Ok(Some((row.try_get(0)?, row.try_get(1)?)))
        }

        /// The next rows of a lane behind a place.
        pub(crate) async fn segments_after(
            conn: &mut Conn,
            vault: VaultId,
            of: Lane,
            first: i64,
        ) -> Result<Vec<(i64, Vec<u8>)>, Fault> {
            let rows = query(
                "SELECT first, bytes FROM segment WHERE vault = $1 AND stream = $2 \
                 AND device = $3 AND first > $4 ORDER BY first LIMIT 8",
            )
            .bind(&vault.0[..])
            .bind(&of.stream.0[..])
            .bind(&of.device.0[..])
            .bind(first)
            .fetch_all(conn)
            .await?;
            rows.iter()
                .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
                .collect()
        }

        async fn put_head(
            conn: &mut Conn,
            by: Holder,
            only: Option<Lane>,
            bytes: &[u8],
            heads: &BTreeMap<Lane, Head>,
        ) -> Result<(), Fault> {
            let head = SignedHead::read_unchecked(bytes).map_err(|_| Refusal::Malformed)?;
            let is_own = head.writer.0 == by.id.0;
            if head.vault != by.vault {
                return Err(Refusal::Malformed.into());
            }
            if only.is_some() && !is_own {
                return Err(Refusal::NotAllowed.into());
            }
            let held = query("SELECT counter, head FROM head WHERE vault = $1 AND device = $2")
                .bind(&by.vault.0[..])
                .bind(&head.writer.0[..])
                .fetch_optional(&mut *conn)
                .await?;
            if let Some(held) = held {
                let counter = u64::from_be_bytes(array(&held, 0)?);
                let there: &[u8] = held.try_get(1)?;
                if counter >= head.counter {
                    return if is_own && there != bytes {
                        Err(Refusal::Fork.into())
                    } else {
                        Ok(())
                    };
                }
            }
            for (stream, said) in &head.lanes {
                let of = Lane {
                    stream: *stream,
                    device: head.writer,
                };
                let there = match heads.get(&of) {
                    Some(there) => Some(*there),
                    None => lane(conn, by.vault, of).await?.map(|k| k.head),
                };
                if there != Some(*said) {
                    return Err(Refusal::Fork.into());
                }
            }
            query(
                "INSERT INTO head (vault, device, counter, head) VALUES ($1, $2, $3, $4) \
                 ON CONFLICT (vault, device) DO UPDATE SET counter = excluded.counter, \
                 head = excluded.head",
            )
            .bind(&by.vault.0[..])
            .bind(&head.writer.0[..])
            .bind(&head.counter.to_be_bytes()[..])
            .bind(bytes)
            .execute(conn)
            .await?;
            Ok(())
        }

        async fn purge(conn: &mut Conn, by: Holder, body: &[u8]) -> Result<Done, Fault> {
            let who = granted(conn, by).await?;
            for record in Scan(body) {
                let record = record.map_err(|_| Refusal::Malformed)?;
                let header = record.header;
                if !record.is_purged || header.vault != by.vault {
                    return Err(Refusal::Malformed.into());
                }
                if !who.is_device() && header.device.0 != by.id.0 {
                    return Err(Refusal::NotAllowed.into());
                }
                let of = Lane {
                    stream: header.stream,
                    device: header.device,
                };
                let Some((first, row)) = segment(conn, by.vault, of, header.index).await? else {
                    continue;
                };
                let Some(emptied) = emptied(&row, &record)? else {
                    continue;
                };
                let freed = row.len() as i64 - emptied.len() as i64;
                query(
                    "UPDATE segment SET bytes = $5 WHERE vault = $1 AND stream = $2 \
                     AND device = $3 AND first = $4",
                )
                .bind(&by.vault.0[..])
                .bind(&of.stream.0[..])
                .bind(&of.device.0[..])
                .bind(first)
                .bind(emptied)
                .execute(&mut *conn)
                .await?;
                query(
                    "UPDATE lane SET tail_bytes = tail_bytes - $5 WHERE vault = $1 \
                     AND stream = $2 AND device = $3 AND tail = $4",
                )
                .bind(&by.vault.0[..])
                .bind(&of.stream.0[..])
                .bind(&of.device.0[..])
                .bind(first)
                .bind(freed)
                .execute(&mut *conn)
                .await?;
                query("UPDATE vault SET used = used - $2 WHERE vault = $1")
                    .bind(&by.vault.0[..])
                    .bind(freed)
                    .execute(&mut *conn)
                    .await?;
            }
            Ok(Done::Made)
        }

        /// A row in which one record has lost its content; `None` when there is nothing to change.
        fn emptied(
            row: &[u8],
            purged: &kindhold_vault::wire::Scanned<'_>,
        ) -> Result<Option<Vec<u8>>, Fault> {
            let mut out = Vec::with_capacity(row.len());
            let mut changed = false;
            for record in Scan(row) {
                let record = record.map_err(|_| Fault::Damaged)?;
                if record.header.index != purged.header.index {
                    out.extend_from_slice(record.bytes);
                    continue;
                }
                let (held, new) = (record.id(), purged.id());
                if held.map_err(|_| Fault::Damaged)? != new.map_err(|_| Refusal::Malformed)? {
                    return Err(Refusal::Malformed.into());
                }
                changed = !record.is_purged;
                out.extend_from_slice(purged.bytes);
            }
            Ok(changed.then_some(out))
        }

        async fn delete_vault(conn: &mut Conn, by: Holder) -> Result<Done, Fault> {
            if granted(conn, by).await?.scope().is_some() {
                return Err(Refusal::NotAllowed.into());
            }
            for sql in [
                "DELETE FROM door WHERE vault = $1",
                "DELETE FROM segment WHERE vault = $1",
                "DELETE FROM lane WHERE vault = $1",
                "DELETE FROM head WHERE vault = $1",
                "DELETE FROM access WHERE vault = $1",
                "DELETE FROM vault WHERE vault = $1",
            ] {
                query(sql).bind(&by.vault.0[..]).execute(&mut *conn).await?;
            }
            Ok(Done::Made)
        }

        async fn put_mailbox(
            conn: &mut Conn,
            id: [u8; 16],
            message: &[u8],
            today: Day,
            limits: &crate::Limits,
        ) -> Result<Done, Fault> {
            if let Some(held) = mailbox(conn, id).await? {
                return if held == message {
                    Ok(Done::Already)
                } else {
                    Err(Refusal::Taken.into())
                };
            }
            let many = query("SELECT count(*) FROM mailbox").fetch_one(&mut *conn).await?;
            if whole::<u64>(&many, 0)? >= limits.mailboxes {
                return Err(Refusal::Busy.into());
            }
            let put = query(
                "INSERT INTO mailbox (id, message, day) VALUES ($1, $2, $3) \
                 ON CONFLICT (id) DO NOTHING",
            )
            .bind(&id[..])
            .bind(message)
            .bind(i64::from(today))
            .execute(conn)
            .await?;
            if put.rows_affected() == 1 {
                Ok(Done::Made)
            } else {
                Err(Refusal::Taken.into())
            }
        }

        /// What lies in a mailbox.
        pub(crate) async fn mailbox(
            conn: &mut Conn,
            id: [u8; 16],
        ) -> Result<Option<Vec<u8>>, Fault> {
            let found = query("SELECT message FROM mailbox WHERE id = $1")
                .bind(&id[..])
                .fetch_optional(conn)
                .await?;
            Ok(match found {
                Some(row) => Some(row.try_get(0)?),
                None => None,
            })
        }

        /// The vault behind a door.
        pub(crate) async fn door(
            conn: &mut Conn,
            locator: [u8; 16],
        ) -> Result<Option<VaultId>, Fault> {
            let found = query("SELECT vault FROM door WHERE locator = $1")
                .bind(&locator[..])
                .fetch_optional(conn)
                .await?;
            found.map(|row| array(&row, 0).map(VaultId)).transpose()
        }

        /// The account of a vault.
        pub(crate) async fn account(
            conn: &mut Conn,
            vault: VaultId,
        ) -> Result<StoredAccount, Fault> {
            let row = query("SELECT version, account, devices FROM vault WHERE vault = $1")
                .bind(&vault.0[..])
                .fetch_optional(conn)
                .await?
                .ok_or(Refusal::NotYou)?;
            let version: i64 = row.try_get(0)?;
            Ok(StoredAccount {
                version: version as u64,
                account: row.try_get(1)?,
                devices: row.try_get(2)?,
            })
        }

        /// What there is for somebody who signed in.
        pub(crate) async fn state(
            conn: &mut Conn,
            by: Holder,
            who: &Granted,
        ) -> Result<State, Fault> {
            let version = query("SELECT version FROM vault WHERE vault = $1")
                .bind(&by.vault.0[..])
                .fetch_optional(&mut *conn)
                .await?
                .ok_or(Refusal::NotYou)?;
            let version: i64 = version.try_get(0)?;
            let rows = query(
                "SELECT stream, device, next, hash FROM lane WHERE vault = $1 \
                 ORDER BY stream, device",
            )
            .bind(&by.vault.0[..])
            .fetch_all(&mut *conn)
            .await?;
            let mut lanes = Vec::new();
            for row in &rows {
                let of = Lane {
                    stream: StreamId(array(row, 0)?),
                    device: DeviceId(array(row, 1)?),
                };
                let head = Head {
                    next: whole(row, 2)?,
                    hash: array(row, 3)?,
                };
                if let Some(first) = first(conn, by.vault, of, who.scope()).await? {
                    lanes.push(LaneState {
                        lane: of,
                        first,
                        head,
                    });
                }
            }
            let rows = query("SELECT device, head FROM head WHERE vault = $1 ORDER BY device")
                .bind(&by.vault.0[..])
                .fetch_all(&mut *conn)
                .await?;
            let mut heads = Vec::new();
            for row in &rows {
                let writer = DeviceId(array(row, 0)?);
                if who.scope().is_none() || lanes.iter().any(|l| l.lane.device == writer) {
                    heads.push(row.try_get(1)?);
                }
            }
            let rows = query(
                "SELECT id, version FROM access WHERE vault = $1 AND role = 3 ORDER BY id",
            )
            .bind(&by.vault.0[..])
            .fetch_all(conn)
            .await?;
            let mut grants = Vec::new();
            for row in &rows {
                let id = AccessId(array(row, 0)?);
                let version: i64 = row.try_get(1)?;
                if who.scope().is_none() || id == by.id {
                    grants.push(GrantState {
                        id,
                        version: version as u64,
                    });
                }
            }
            Ok(State {
                account: version as u64,
                lanes,
                heads,
                grants,
            })
        }

        /// The first index of a lane that may be read; `None` when none may.
        pub(crate) async fn first(
            conn: &mut Conn,
            vault: VaultId,
            of: Lane,
            scope: Option<&Scope>,
        ) -> Result<Option<u64>, Fault> {
            let Some(scope) = scope else {
                return Ok(Some(0));
            };
            if scope.inbox == Some(of.stream) {
                return Ok(Some(0));
            }
            let Some((_, epoch)) = scope.read.iter().find(|(s, _)| *s == of.stream) else {
                return Ok(None);
            };
            let row = query(
                "SELECT min(first) FROM segment WHERE vault = $1 AND stream = $2 \
                 AND device = $3 AND epoch >= $4",
            )
            .bind(&vault.0[..])
            .bind(&of.stream.0[..])
            .bind(&of.device.0[..])
            .bind(i64::from(*epoch))
            .fetch_one(conn)
            .await?;
            let first: Option<i64> = row.try_get(0)?;
            first
                .map(|first| u64::try_from(first).map_err(|_| Fault::Damaged))
                .transpose()
        }

        /// A setting of this database.
        pub(crate) async fn setting(
            conn: &mut Conn,
            name: &str,
        ) -> Result<Option<Vec<u8>>, Fault> {
            let found = query("SELECT value FROM setting WHERE name = $1")
                .bind(name)
                .fetch_optional(conn)
                .await?;
            Ok(match found {
                Some(row) => Some(row.try_get(0)?),
                None => None,
            })
        }

        /// Sets it, unless it is there.
        pub(crate) async fn offer_setting(
            conn: &mut Conn,
            name: &str,
            value: &[u8],
        ) -> Result<(), Fault> {
            query(
                "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING",
            )
            .bind(name)
            .bind(value)
            .execute(conn)
            .await?;
            Ok(())
        }

        /// How many rows each table has.
        pub(crate) async fn count(conn: &mut Conn) -> Result<Vec<(&'static str, u64)>, Fault> {
            let mut counts = Vec::new();
            for (table, sql) in crate::store::TABLES {
                let row = query(*sql).fetch_one(&mut *conn).await?;
                counts.push((*table, whole(&row, 0)?));
            }
            Ok(counts)
        }
    };
}
pub(crate) use statements;
