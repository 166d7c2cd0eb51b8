// SPDX-License-Identifier: Apache-2.0
//! What a distributed PostgreSQL asks of a schema and its statements, checked on the text: it cannot be
//! installed everywhere.

const SCHEMA: &str = include_str!("../../src/store/schema.sql");
const STATEMENTS: &str = concat!(
    include_str!("../../src/store/statements/mod.rs"),
    include_str!("../../src/store/statements/accounts.rs"),
    include_str!("../../src/store/statements/lanes.rs"),
    include_str!("../../src/store/statements/looks.rs"),
    include_str!("../../src/store/statements/questions.rs"),
);

/// What each table is spread by. `setting`, `invite` and `question` are small and the same everywhere.
const SPREAD_BY: &[(&str, &str)] = &[
    ("vault", "vault"),
    ("access", "vault"),
    ("door", "locator"),
    ("lane", "vault"),
    ("head", "vault"),
    ("segment", "vault"),
    ("mailbox", "id"),
];

fn tables() -> Vec<(String, String)> {
    let statements = SCHEMA.split(';').filter_map(|s| {
        let (_, rest) = s.split_once("CREATE TABLE IF NOT EXISTS ")?;
        let (name, columns) = rest.split_once('(')?;
        Some((name.trim().to_owned(), columns.to_owned()))
    });
    statements.collect()
}

#[test]
fn every_key_begins_with_what_its_table_is_spread_by() {
    let tables = tables();
    assert_eq!(tables.len(), SPREAD_BY.len() + 3);
    for (table, by) in SPREAD_BY {
        let (_, columns) = tables
            .iter()
            .find(|(name, _)| name == table)
            .expect("it is there");
        let alone = columns
            .trim_start()
            .starts_with(&format!("{by} BYTES PRIMARY KEY"));
        let first = columns.contains(&format!("PRIMARY KEY ({by},"));
        assert!(alone || first, "{table} is not spread by {by}");
    }
}

#[test]
fn nothing_stands_in_the_schema_that_cannot_be_spread() {
    let schema = SCHEMA.to_uppercase();
    let code: String = schema.lines().filter(|l| !l.starts_with("--")).collect();
    for word in [
        "REFERENCES",
        "SERIAL",
        "SEQUENCE",
        "TRIGGER",
        "UNIQUE",
        "IDENTITY",
    ] {
        assert!(!code.contains(word), "{word}");
    }
    assert!(!STATEMENTS.to_lowercase().contains("advisory"));
}

#[test]
fn every_statement_names_what_its_table_is_spread_by() {
    // Each literal that begins with a verb of SQL, with its continued lines joined.
    let joined = STATEMENTS.replace("\\\n", " ");
    let mut seen = 0;
    for literal in joined.split('"').skip(1).step_by(2) {
        let sql = literal.split_whitespace().collect::<Vec<_>>().join(" ");
        let verb = sql.split(' ').next().unwrap_or_default();
        if !matches!(verb, "SELECT" | "INSERT" | "UPDATE" | "DELETE") {
            continue;
        }
        seen += 1;
        let words: Vec<&str> = sql.split(' ').collect();
        let marker = match verb {
            "INSERT" => "INTO",
            "UPDATE" => "UPDATE",
            _ => "FROM",
        };
        let at = words.iter().position(|w| *w == marker).expect("a table");
        let table = words[at + 1];
        let Some((_, by)) = SPREAD_BY.iter().find(|(name, _)| *name == table) else {
            continue;
        };
        // Over all mailboxes or doors, and rare: a distributed engine asks every part.
        let is_sweep = sql == "SELECT count(*) FROM mailbox"
            || sql == "DELETE FROM mailbox WHERE day < $1"
            || sql.starts_with("DELETE FROM door WHERE vault");
        let names = sql.contains(&format!("{by} = $1")) || sql.contains(&format!("({by}"));
        assert!(names || is_sweep, "{sql}");
    }
    assert!(seen > 25, "only {seen} statements were found");
}
