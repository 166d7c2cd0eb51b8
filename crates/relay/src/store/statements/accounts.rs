// SPDX-License-Identifier: Apache-2.0
//! Who may do what in a vault, and what its devices share.

macro_rules! accounts {
    () => {
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
            limits: &crate::Limits,
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
            has_room(conn, by.vault, limits).await?;
            Ok(Done::Made)
        }

        /// Whether what a vault holds beside its records is still within the limit.
        async fn has_room(
            conn: &mut Conn,
            vault: VaultId,
            limits: &crate::Limits,
        ) -> Result<(), Fault> {
            let mut held: u64 = 0;
            for sql in [
                "SELECT coalesce(sum(length(sealed) + length(scope) + 64), 0) FROM access \
                 WHERE vault = $1",
                "SELECT coalesce(sum(length(head) + 64), 0) FROM head WHERE vault = $1",
            ] {
                let row = query(sql).bind(&vault.0[..]).fetch_one(&mut *conn).await?;
                held += whole::<u64>(&row, 0)?;
            }
            if held > limits.beside {
                return Err(Refusal::Full.into());
            }
            Ok(())
        }

        /// What is known of a lane.
        struct Known {
            head: Head,
            epoch: u32,
            tail: i64,
            tail_bytes: i64,
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
    };
}
pub(crate) use accounts;
