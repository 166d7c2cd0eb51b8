// SPDX-License-Identifier: Apache-2.0
//! What is asked of a vault and of the whole: its state, mailboxes, settings, counts.

macro_rules! looks {
    () => {
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
            let rows =
                query("SELECT id, version FROM access WHERE vault = $1 AND role = 3 ORDER BY id")
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
            let many = query("SELECT count(*) FROM mailbox")
                .fetch_one(&mut *conn)
                .await?;
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

        /// A setting of this database.
        pub(crate) async fn setting(conn: &mut Conn, name: &str) -> Result<Option<Vec<u8>>, Fault> {
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
pub(crate) use looks;
