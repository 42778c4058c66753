//! The documents and records that are searched, by places and names.

use std::collections::HashMap;

use rusqlite::Connection;
use rusqlite::types::FromSql;
use uuid::Uuid;

use crate::error::Result;
use crate::ids::{DocumentId, RecordId};
use crate::items::ItemId;

/// Documents, then records, each in the order of their names: by code.
pub(super) struct Items {
    pub(super) ids: Vec<ItemId>,
    /// How many of them are documents.
    pub(super) documents: usize,
    place: HashMap<Uuid, u32>,
    /// All names one behind the other, and where each ends.
    names: String,
    ends: Vec<usize>,
}

/// Ordered by an index that holds what is asked, so that no row is read.
fn names_sql(table: &str) -> String {
    format!("SELECT id, names FROM {table} ORDER BY names")
}

impl Items {
    pub(super) fn read(db: &Connection) -> Result<Self> {
        let mut all =
            Self { ids: Vec::new(), documents: 0, place: HashMap::new(), names: String::new(), ends: Vec::new() };
        all.add::<DocumentId>(db, "document", ItemId::Document)?;
        all.documents = all.ids.len();
        all.add::<RecordId>(db, "record", ItemId::Record)?;
        all.place = all.ids.iter().zip(0..).map(|(id, n)| (id.uuid(), n)).collect();
        Ok(all)
    }

    fn add<Id: FromSql>(&mut self, db: &Connection, table: &str, of: fn(Id) -> ItemId) -> Result<()> {
        let mut statement = db.prepare_cached(&names_sql(table))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            self.ids.push(of(row.get(0)?));
            self.names.push_str(row.get_ref(1)?.as_str().unwrap_or_default());
            self.ends.push(self.names.len());
        }
        Ok(())
    }

    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// The place of a document or record among them.
    pub(super) fn place(&self, id: Uuid) -> Option<u32> {
        self.place.get(&id).copied()
    }

    /// The names of each, see `text::names`, in order.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.names[start..*end])
    }
}

/// Hands on two columns of all rows.
pub(super) fn each<A: FromSql, B: FromSql>(db: &Connection, sql: &str, mut see: impl FnMut(A, B)) -> Result<()> {
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        see(row.get(0)?, row.get(1)?);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// At 100,000 documents a row looked up for every name costs a third of a second.
    #[test]
    fn names_are_read_from_an_index_alone() {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch(include_str!("../../schema/projections/documents.sql")).unwrap();
        db.execute_batch(include_str!("../../schema/projections/records.sql")).unwrap();
        let read = [names_sql("document"), names_sql("record")];
        for sql in read.iter().map(String::as_str).chain(super::super::holders::READ) {
            let explain = format!("EXPLAIN QUERY PLAN {sql}");
            let plan: Vec<String> =
                db.prepare(&explain).unwrap().query_map([], |r| r.get(3)).unwrap().flatten().collect();
            assert_eq!(plan.len(), 1, "{plan:?}");
            assert!(plan[0].contains("USING COVERING INDEX"), "{plan:?}");
        }
    }
}
