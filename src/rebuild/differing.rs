//! How a difference between a table and the ledger is told: by the document, record or person that it is about, and the field.

use rusqlite::types::{FromSql, Value, ValueRef};
use rusqlite::{Connection, OptionalExtension};

use crate::day::Day;
use crate::error::Result;

/// What kind of difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum How {
    /// A field says something else.
    #[default]
    FieldChanged,
    /// A row that does not come of the ledger.
    RowAdded,
    /// A row that comes of the ledger is gone.
    RowMissing,
    /// An index that leads elsewhere.
    IndexWrong,
    /// A table, index, trigger or view made otherwise.
    PartChanged,
    /// One that does not belong.
    PartAdded,
    /// One that is gone.
    PartMissing,
}

impl How {
    /// In one word.
    pub fn name(self) -> &'static str {
        match self {
            Self::FieldChanged => "field_changed",
            Self::RowAdded => "row_added",
            Self::RowMissing => "row_missing",
            Self::IndexWrong => "index_wrong",
            Self::PartChanged => "part_changed",
            Self::PartAdded => "part_added",
            Self::PartMissing => "part_missing",
        }
    }
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Difference {
    /// What kind.
    pub how: How,
    /// The table; or the name of the part that differs.
    pub table: String,
    /// `document`, `record`, `person` and so on; empty where it is about none.
    pub kind: String,
    /// Its code or name.
    pub item: String,
    /// The column.
    pub field: String,
    /// What the ledger says.
    pub ledger: String,
    /// What the table says.
    pub shown: String,
}

impl Difference {
    /// Where: what it is about and the field; the table where it is about nothing.
    pub(super) fn place(&self) -> String {
        let about = if self.item.is_empty() { &self.table } else { &self.item };
        if self.field.is_empty() { about.clone() } else { format!("{about}, {}", self.field) }
    }
}

/// Names of things, from tables that came of the ledger.
pub(super) struct Names<'d>(&'d Connection);

/// From a thing's identity to what it is called; parts are called by what they are part of.
const CALLED: &str = "
    SELECT 'document', code FROM document WHERE id = ?1
    UNION ALL SELECT 'record', code FROM record WHERE id = ?1
    UNION ALL SELECT 'document', d.code FROM revision r JOIN document d ON d.id = r.document WHERE r.id = ?1
    UNION ALL SELECT 'document', d.code FROM link l JOIN document d ON d.id = l.item WHERE l.id = ?1
    UNION ALL SELECT 'record', r.code FROM link l JOIN record r ON r.id = l.item WHERE l.id = ?1
    UNION ALL SELECT 'person', name FROM person WHERE id = ?1
    UNION ALL SELECT 'audit', code FROM audit WHERE id = ?1
    UNION ALL SELECT 'pack', name FROM pack WHERE id = ?1
    UNION ALL SELECT 'system', code FROM system WHERE id = ?1
    UNION ALL SELECT 'scope_item', code FROM scope_item WHERE id = ?1
    UNION ALL SELECT 'party', name FROM party WHERE id = ?1
    UNION ALL SELECT 'certificate', number FROM certificate WHERE id = ?1
    UNION ALL SELECT 'question', 'Q-' || seq FROM question WHERE id = ?1
    LIMIT 1";

impl<'d> Names<'d> {
    pub(super) fn of(db: &'d Connection) -> Self {
        Self(db)
    }

    /// What kind of thing goes by that identity, and what it is called.
    fn called(&self, id: &[u8]) -> Result<Option<(String, String)>> {
        Ok(self.0.prepare_cached(CALLED)?.query_row([id], |r| Ok((r.get(0)?, r.get(1)?))).optional()?)
    }
}

/// The table whose rows differ.
pub(super) struct Differing<'a> {
    pub(super) table: &'a str,
    pub(super) columns: &'a [String],
    pub(super) key: &'a [usize],
    pub(super) names: &'a Names<'a>,
}

impl Differing<'_> {
    /// A whole row.
    pub(super) fn row(&self, how: How, row: &[Value]) -> Result<Difference> {
        let (kind, item) = self.about(row)?;
        let said: Vec<String> = row.iter().enumerate().map(|(at, v)| self.said(at, v)).collect::<Result<_>>()?;
        let said = shortened(&said.iter().filter(|s| !s.is_empty()).cloned().collect::<Vec<_>>().join(", "));
        let (ledger, shown) = if how == How::RowMissing { (said, String::new()) } else { (String::new(), said) };
        Ok(Difference { how, table: self.table.into(), kind, item, ledger, shown, ..Difference::default() })
    }

    /// One field of a row that both have.
    pub(super) fn field(&self, at: usize, shown: &[Value], ledger: &[Value]) -> Result<Difference> {
        let (kind, item) = self.about(ledger)?;
        Ok(Difference {
            how: How::FieldChanged,
            table: self.table.into(),
            kind,
            item,
            field: self.columns[at].clone(),
            ledger: self.said(at, &ledger[at])?,
            shown: self.said(at, &shown[at])?,
        })
    }

    /// What a row is about: a document or record before anything else, else what its key names.
    fn about(&self, row: &[Value]) -> Result<(String, String)> {
        let key = self.key.iter().copied();
        let others = (0..row.len()).filter(|at| !self.key.contains(at));
        let mut first = None;
        for at in key.chain(others) {
            let Value::Blob(id) = &row[at] else { continue };
            match self.names.called(id)? {
                Some(found) if ["document", "record"].contains(&found.0.as_str()) => return Ok(found),
                Some(found) if first.is_none() => first = Some(found),
                _ => {}
            }
        }
        // What the ledger does not know is called what it calls itself.
        let own = ["code", "name", "email", "key"].iter().find_map(|name| self.columns.iter().position(|c| c == name));
        let own = own.and_then(|at| if let Value::Text(text) = &row[at] { Some(text.clone()) } else { None });
        Ok(first.or(own.map(|name| (self.table.to_owned(), shortened(&name)))).unwrap_or_default())
    }

    /// A value as a person reads it.
    fn said(&self, at: usize, value: &Value) -> Result<String> {
        Ok(match value {
            Value::Null => String::new(),
            Value::Integer(n) if is_day(&self.columns[at]) => {
                Day::column_result(ValueRef::Integer(*n)).map_or_else(|_| n.to_string(), |day| day.to_string())
            }
            Value::Integer(n) => n.to_string(),
            Value::Real(n) => n.to_string(),
            Value::Text(text) => shortened(text),
            Value::Blob(id) => match self.names.called(id)? {
                Some((_, name)) => name,
                None => shortened(&hex::encode(id)),
            },
        })
    }
}

/// Whether a column of numbers holds days.
fn is_day(column: &str) -> bool {
    const DAYS: &[&str] = &[
        "asked",
        "collected",
        "day",
        "due",
        "ended",
        "filed",
        "holds",
        "next",
        "period_from",
        "period_to",
        "planned",
        "recorded",
        "registered",
        "since",
        "until",
        "valid_until",
    ];
    DAYS.contains(&column) || ["_on", "_day", "_earliest", "_latest"].iter().any(|end| column.ends_with(end))
}

fn shortened(text: &str) -> String {
    const LONGEST: usize = 120;
    let plain = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    let mut short: String = plain.take(LONGEST + 1).collect();
    if short.chars().count() > LONGEST {
        short.pop();
        short.push('…');
    }
    short
}
