//! Lists read by key, page by page: page 500 costs what page 1 costs.

use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};
use serde::Serialize;
use ts_rs::TS;

use crate::error::{Result, reasons};

reasons! {
    /// An `after` that no page of this list gave.
    page_end_unknown() = InvalidValue;
}

/// One page of a list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Page<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// Hand this back for the next page; none after the last.
    pub next: Option<Vec<String>>,
}

/// A condition on rows, with the values it names by number.
#[derive(Debug, Clone)]
pub struct Condition {
    /// Its text.
    pub sql: String,
    /// Its values, in order.
    pub values: Vec<Value>,
}

impl Default for Condition {
    /// What every row passes.
    fn default() -> Self {
        Self { sql: String::from("1"), values: Vec::new() }
    }
}

impl Condition {
    /// Asks for this, too.
    pub fn also(&mut self, condition: &str) {
        self.sql.push_str(" AND ");
        self.sql.push_str(condition);
    }

    /// Asks for this, too; every `?` in it is the value.
    pub fn also_with(&mut self, condition: &str, value: Value) {
        let n = self.bind(value);
        self.also(&condition.replace('?', &format!("?{n}")));
    }

    /// The number under which the value is named.
    fn bind(&mut self, value: Value) -> usize {
        self.values.push(value);
        self.values.len()
    }
}

/// The place of a column among those selected.
///
/// # Panics
/// Where the column is not among them; [`at!`] asks while the program is compiled, so that it does not compile then.
pub const fn place(columns: &[&str], name: &str) -> usize {
    let mut place = 0;
    while place < columns.len() {
        let (column, name) = (columns[place].as_bytes(), name.as_bytes());
        let mut same = 0;
        while same < name.len() && same < column.len() && column[same] == name[same] {
            same += 1;
        }
        if same == name.len() && same == column.len() {
            return place;
        }
        place += 1;
    }
    panic!("no such column is selected");
}

/// A column's place by its name, found while the program is compiled: to look it up in every row would cost about as much as
/// reading the row.
macro_rules! at {
    ($columns:expr, $name:literal) => {
        const { $crate::paging::place($columns, $name) }
    };
}

pub(crate) use at;

/// A column that rows are put in order by.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    name: &'static str,
    place: usize,
    number: bool,
}

impl Key {
    /// A column of text, and its place among those selected.
    pub const fn text(name: &'static str, place: usize) -> Self {
        Self { name, place, number: false }
    }

    /// A column of whole numbers, and its place among those selected.
    pub const fn number(name: &'static str, place: usize) -> Self {
        Self { name, place, number: true }
    }

    fn value(self, text: &str) -> Result<Value> {
        if !self.number {
            return Ok(Value::Text(text.to_owned()));
        }
        text.parse().map(Value::Integer).map_err(|_| page_end_unknown())
    }

    fn of(self, row: &Row<'_>) -> rusqlite::Result<String> {
        Ok(match row.get(self.place)? {
            Value::Text(text) => text,
            Value::Integer(number) => number.to_string(),
            _ => String::new(),
        })
    }
}

/// One page of the rows that pass, after the row named by `after`. The second key makes the order total; where both
/// are the columns of an index, it is read from the row named, and no row before it.
///
/// # Errors
/// `invalid_value` where `after` is not what an earlier page gave as its `next`.
pub fn page<T>(
    db: &Connection,
    select: &str,
    mut condition: Condition,
    [first, second]: [Key; 2],
    after: Option<&[String]>,
    limit: usize,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Page<T>> {
    let order = format!("{}, {}", first.name, second.name);
    if let Some(after) = after {
        let [a, b] = after else { return Err(page_end_unknown()) };
        let (a, b) = (condition.bind(first.value(a)?), condition.bind(second.value(b)?));
        condition.also(&format!("({order}) > (?{a}, ?{b})"));
    }
    let n = condition.bind(Value::Integer(i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1)));
    let sql = format!("{select} WHERE {} ORDER BY {order} LIMIT ?{n}", condition.sql);
    let mut statement = db.prepare_cached(&sql)?;
    let found = statement
        .query_map(params_from_iter(condition.values), |row| Ok((read(row)?, [first.of(row)?, second.of(row)?])))?;
    let mut found = found.collect::<rusqlite::Result<Vec<_>>>()?;
    let more = found.len() > limit;
    found.truncate(limit);
    let next = if more { found.last().map(|(_, key)| key.to_vec()) } else { None };
    Ok(Page { rows: found.into_iter().map(|(row, _)| row).collect(), next })
}
