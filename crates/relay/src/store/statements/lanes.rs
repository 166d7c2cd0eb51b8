// SPDX-License-Identifier: Apache-2.0
//! Records: put at the end of their lanes, read from anywhere, emptied.

macro_rules! lanes {
    ($lock:literal) => {
        async fn lane(conn: &mut Conn, vault: VaultId, lane: Lane) -> Result<Option<Known>, Fault> {
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
            has_room(conn, by.vault, limits).await?;
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
            if !lanes::is_chain(new)? {
                return Err(Refusal::Fork.into());
            }
            if known.as_ref().is_some_and(|k| k.epoch > begin.header.epoch) {
                return Err(Refusal::Malformed.into());
            }
            let rows = Run::rows(new);
            let (mut tail, mut tail_bytes) = known
                .as_ref()
                .map_or((0, i64::MAX), |k| (k.tail, k.tail_bytes));
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
    };
}
pub(crate) use lanes;
