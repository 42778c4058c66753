//! What makes a database's tables, in its own words, read without running any of it.

use std::collections::BTreeMap;

use rusqlite::config::DbConfig;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use crate::error::Result;

/// A table, index, trigger or view.
#[derive(Debug, Clone)]
pub struct Made {
    /// `table`, `index`, `trigger`, `view`.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// The table it belongs to.
    pub table: String,
    /// The statement that makes it, as it stands there; none for an index that its table brings along.
    pub text: Option<String>,
    /// Where it lies in the file; 0 for what has no rows of its own.
    pub page: i64,
    /// Its row among what makes the tables.
    pub row: i64,
}

impl Made {
    /// The words that make it, as [`words_of`] has them; empty for an index that its table brings along.
    pub fn words(&self) -> String {
        self.text.as_deref().map(words_of).unwrap_or_default()
    }

    /// Whether both are made by the same words. Nearly always the statements are the same to the letter, and none is read.
    fn same_words(&self, other: &Self) -> bool {
        self.text == other.text || self.words() == other.words()
    }
}

/// What a database should be made of, by name.
#[derive(Debug, Clone, Default)]
pub struct Schema(BTreeMap<String, Made>);

impl Schema {
    /// What a database is made of, taken as the rule.
    pub fn of(db: &Connection) -> Result<Self> {
        Ok(Self(made(db)?.into_iter().map(|made| (made.name.clone(), made)).collect()))
    }

    /// The part that belongs to some of its tables.
    #[must_use]
    pub fn part(&self, belongs: impl Fn(&str) -> bool) -> Self {
        Self(self.0.iter().filter(|(_, made)| belongs(&made.table)).map(|(n, m)| (n.clone(), m.clone())).collect())
    }

    /// All of it, by name.
    pub fn iter(&self) -> impl Iterator<Item = &Made> {
        self.0.values()
    }

    /// What goes by that name.
    pub fn get(&self, name: &str) -> Option<&Made> {
        self.0.get(name)
    }

    /// Whether this is what belongs under its name.
    pub fn holds(&self, found: &Made) -> bool {
        let same = |rule: &Made| {
            (&rule.kind, &rule.table) == (&found.kind, &found.table)
                && (rule.page == 0) == (found.page == 0)
                && rule.same_words(found)
        };
        self.get(&found.name).is_some_and(same)
    }

    /// The names of what is made otherwise, is there besides, or is missing: each once, in order.
    pub fn differences(&self, found: &[Made]) -> Vec<String> {
        let mut names: Vec<String> = found.iter().filter(|made| !self.holds(made)).map(|m| m.name.clone()).collect();
        let there = |name: &str| found.iter().filter(|made| made.name == name).count() == 1;
        names.extend(self.0.keys().filter(|name| !there(name)).cloned());
        names.sort();
        names.dedup();
        names
    }
}

/// What a database is made of. What cannot be understood is listed like everything else, and nothing of it runs.
pub fn made(db: &Connection) -> Result<Vec<Made>> {
    // One part that does not make sense would keep all others from being read.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, true)?;
    let found = read(db);
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, false)?;
    Ok(found?)
}

fn read(db: &Connection) -> rusqlite::Result<Vec<Made>> {
    let mut all =
        db.prepare("SELECT rowid, type, name, tbl_name, rootpage, sql FROM main.sqlite_schema ORDER BY rowid")?;
    let text = |row: &Row<'_>, at: usize| -> rusqlite::Result<String> {
        Ok(match row.get_ref(at)? {
            ValueRef::Text(bytes) | ValueRef::Blob(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            _ => String::new(),
        })
    };
    let rows = all.query_map([], |row| {
        Ok(Made {
            row: row.get(0)?,
            kind: text(row, 1)?,
            name: text(row, 2)?,
            table: text(row, 3)?,
            page: row.get_ref(4)?.as_i64().unwrap_or(0),
            text: Some(text(row, 5)?).filter(|text| !text.is_empty()),
        })
    })?;
    rows.collect()
}

/// The words of a statement without comments, line breaks and alignment; what stands in quotation marks stays as it is.
pub fn words_of(sql: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut rest = sql;
    let mut glued = false;
    while let Some(c) = rest.chars().next() {
        let taken = if c.is_whitespace() {
            c.len_utf8()
        } else if rest.starts_with("--") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else {
            0
        };
        if taken > 0 {
            (rest, glued) = (&rest[taken..], false);
            continue;
        }
        let (taken, word) = match c {
            '\'' | '"' | '`' => (quoted(rest, c), true),
            '[' => (rest.find(']').map_or(rest.len(), |end| end + 1), true),
            c if part_of_word(c) => (rest.find(|c| !part_of_word(c)).unwrap_or(rest.len()), true),
            c => (c.len_utf8(), false),
        };
        let (token, behind) = rest.split_at(taken);
        match words.last_mut().filter(|_| glued && word) {
            Some(last) => last.push_str(token),
            None => words.push(token.to_owned()),
        }
        (rest, glued) = (behind, word);
    }
    words.join(" ")
}

fn part_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$' || !c.is_ascii()
}

/// How far a quotation reaches: a doubled mark stands for one.
fn quoted(text: &str, mark: char) -> usize {
    let mut at = 1;
    while let Some(next) = text[at..].find(mark) {
        at += next + 1;
        if !text[at..].starts_with(mark) {
            return at;
        }
        at += 1;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_statement_says_counts_and_not_how_it_is_set() {
        let aligned = "CREATE TABLE a (\n    id   BLOB,   -- the 'key'\n    name TEXT /* its; name */\n) STRICT";
        assert_eq!(words_of(aligned), words_of("CREATE TABLE a(id BLOB,name TEXT)STRICT"));
        for (one, other) in [
            ("CHECK (a IN ('x  y'))", "CHECK (a IN ('x y'))"),
            ("a DEFAULT '--'", "a DEFAULT ''"),
            ("a DEFAULT x'00'", "a DEFAULT x '00'"),
            ("\"a\"\"b\"", "\"a\" \"b\""),
            ("[a--b]", "[a"),
        ] {
            assert_ne!(words_of(one), words_of(other));
        }
    }

    #[test]
    fn what_makes_no_sense_is_listed_like_everything_else() {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch(
            "CREATE TABLE a (b); PRAGMA writable_schema = ON;
             INSERT INTO sqlite_schema VALUES ('trigger', 'z', 'a', 0, 'CREATE TRIGGER nonsense');
             INSERT INTO sqlite_schema VALUES (NULL, x'00', 7, 'y', NULL);",
        )
        .unwrap();
        let names: Vec<String> = made(&db).unwrap().into_iter().map(|made| made.name).collect();
        assert_eq!(names, ["a", "z", "\0"]);
    }
}
