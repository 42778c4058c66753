//! What the columns of lists were decided to mean. Each decision is kept; the newest for a shape holds.

use rusqlite::{Connection, OptionalExtension, params};

use super::events::{ColumnsRead, QuestionEvent};
use crate::error::Result;
use crate::ledger::Stamp;
use crate::workspace::Tx;

pub(super) fn apply(db: &Connection, stamp: &Stamp, read: &ColumnsRead) -> Result<()> {
    db.prepare_cached("INSERT INTO list_columns (seq, list, shape, read) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![stamp.seq, read.list, read.shape, serde_json::to_string(read)?])?;
    Ok(())
}

/// What holds for each shape, the oldest decision first; shapes for which nothing is decided any more are left out.
pub fn all_columns(db: &Connection) -> Result<Vec<ColumnsRead>> {
    let newest = "SELECT read FROM list_columns AS one WHERE seq =
        (SELECT max(seq) FROM list_columns WHERE list = one.list AND shape = one.shape) ORDER BY seq";
    let mut statement = db.prepare_cached(newest)?;
    let texts = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    let read = texts.iter().map(|text| Ok(serde_json::from_str::<ColumnsRead>(text)?)).collect::<Result<Vec<_>>>()?;
    Ok(read.into_iter().filter(|read| !read.columns.is_empty()).collect())
}

/// Keeps what the columns of a list were decided to mean, unless it is what holds already.
pub fn keep_columns(tx: &mut Tx<'_>, read: ColumnsRead) -> Result<()> {
    let holds = |known: &ColumnsRead| known.columns == read.columns && known.words == read.words;
    let known = all_columns(tx.db())?.into_iter().find(|known| known.list == read.list && known.shape == read.shape);
    if known.as_ref().is_some_and(holds) {
        return Ok(());
    }
    tx.append(&QuestionEvent::ColumnsRead(Box::new(read))).map(|_| ())
}

/// What was decided for a list's shape before an entry; no columns where nothing was.
pub(super) fn before(db: &Connection, read: &ColumnsRead, seq: u64) -> Result<ColumnsRead> {
    let text: Option<String> = db
        .prepare_cached(
            "SELECT read FROM list_columns WHERE list = ?1 AND shape = ?2 AND seq < ?3 ORDER BY seq DESC LIMIT 1",
        )?
        .query_row(params![read.list, read.shape, seq], |row| row.get(0))
        .optional()?;
    let nothing = || ColumnsRead { columns: Vec::new(), words: Vec::new(), ..read.clone() };
    text.map_or_else(|| Ok(nothing()), |text| Ok(serde_json::from_str(&text)?))
}
