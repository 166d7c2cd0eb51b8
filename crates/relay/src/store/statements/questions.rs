// SPDX-License-Identifier: Apache-2.0
//! Questions of readers. The table is small and the same everywhere, as invites are.

macro_rules! questions {
    () => {
        async fn ask(
            conn: &mut Conn,
            question: &Question,
            limits: &crate::Limits,
        ) -> Result<Done, Fault> {
            let waiting = query("SELECT count(*) FROM question WHERE shown = 0")
                .fetch_one(&mut *conn)
                .await?;
            if whole::<u64>(&waiting, 0)? >= limits.questions {
                return Err(Refusal::Busy.into());
            }
            query(
                "INSERT INTO question (id, page, name, words, answer, shown, day) \
                 VALUES ($1, $2, $3, $4, '', 0, $5)",
            )
            .bind(&question.id.0[..])
            .bind(&question.page[..])
            .bind(&question.name[..])
            .bind(&question.words[..])
            .bind(i64::from(question.day))
            .execute(conn)
            .await?;
            Ok(Done::Made)
        }

        async fn show(conn: &mut Conn, id: QuestionId, answer: &str) -> Result<Done, Fault> {
            let done = query("UPDATE question SET shown = 1, answer = $2 WHERE id = $1")
                .bind(&id.0[..])
                .bind(answer)
                .execute(conn)
                .await?;
            Ok(one_row(done.rows_affected()))
        }

        async fn forget(conn: &mut Conn, id: QuestionId) -> Result<Done, Fault> {
            let done = query("DELETE FROM question WHERE id = $1")
                .bind(&id.0[..])
                .execute(conn)
                .await?;
            Ok(one_row(done.rows_affected()))
        }

        const fn one_row(rows: u64) -> Done {
            if rows == 0 { Done::Already } else { Done::Made }
        }

        /// What has been put up under an article, oldest first; or everything, what waits first.
        pub(crate) async fn questions(
            conn: &mut Conn,
            page: Option<&str>,
        ) -> Result<Vec<Question>, Fault> {
            let rows = match page {
                Some(page) => {
                    query(
                        "SELECT id, page, name, words, answer, shown, day FROM question \
                         WHERE page = $1 AND shown = 1 ORDER BY day, id",
                    )
                    .bind(page)
                    .fetch_all(conn)
                    .await?
                }
                None => {
                    query(
                        "SELECT id, page, name, words, answer, shown, day FROM question \
                         ORDER BY shown, day, id",
                    )
                    .fetch_all(conn)
                    .await?
                }
            };
            rows.iter()
                .map(|row| {
                    Ok(Question {
                        id: QuestionId(array(row, 0)?),
                        page: row.try_get(1)?,
                        name: row.try_get(2)?,
                        words: row.try_get(3)?,
                        answer: row.try_get(4)?,
                        shown: whole::<u8>(row, 5)? != 0,
                        day: whole(row, 6)?,
                    })
                })
                .collect()
        }
    };
}
pub(crate) use questions;
