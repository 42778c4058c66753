//! The documents and records that are searched, by places and names.

use std::collections::HashMap;
use std::sync::OnceLock;

use rusqlite::Connection;
use rusqlite::types::FromSql;
use uuid::Uuid;

use super::bytes::{Reader, Writer};
use super::since::Touched;
use crate::error::Result;
use crate::ids::{DocumentId, RecordId};
use crate::items::ItemId;

/// Documents and records, each at a place that it keeps for as long as it is known.
#[derive(Clone, Default)]
pub(super) struct Items {
    pub(super) ids: Vec<ItemId>,
    place: OnceLock<HashMap<Uuid, u32>>,
    /// All names one behind the other, and where those of each stand.
    names: String,
    named: Vec<(usize, usize)>,
    /// The places in the order in which they are shown: documents, then records, each by code. What is gone is not there.
    order: Vec<u32>,
    /// Where each stands in that order.
    ranks: Vec<u32>,
}

/// The rank of what is gone.
const GONE: u32 = u32::MAX;

/// Ordered by an index that holds what is asked, so that no row is read.
fn names_sql(table: &str) -> String {
    format!("SELECT id, names FROM {table} ORDER BY names")
}

impl Items {
    pub(super) fn read(db: &Connection) -> Result<Self> {
        let mut all = Self::default();
        all.add::<DocumentId>(db, "document", ItemId::Document)?;
        all.add::<RecordId>(db, "record", ItemId::Record)?;
        all.order = (0..all.ids.len() as u32).collect();
        all.ranks.clone_from(&all.order);
        Ok(all)
    }

    fn add<Id: FromSql>(&mut self, db: &Connection, table: &str, of: fn(Id) -> ItemId) -> Result<()> {
        let mut statement = db.prepare_cached(&names_sql(table))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            self.push(of(row.get(0)?), row.get_ref(1)?.as_str().unwrap_or_default());
        }
        Ok(())
    }

    fn push(&mut self, item: ItemId, names: &str) {
        self.ids.push(item);
        self.named.push((0, 0));
        self.name(self.ids.len() - 1, names);
    }

    fn name(&mut self, place: usize, names: &str) {
        let start = self.names.len();
        self.names.push_str(names);
        self.named[place] = (start, self.names.len());
    }

    /// The same after a change: what was touched has its names of now and its place in the order, all else stays.
    pub(super) fn after(&self, touched: &[Touched]) -> Self {
        self.places();
        let mut all = self.clone();
        let mut places = all.place.take().unwrap_or_default();
        let (mut anew, mut taken_out) = (Vec::new(), vec![false; self.ids.len()]);
        for Touched { id, now } in touched {
            let known = places.get(id).copied();
            if let Some(place) = known {
                taken_out[place as usize] = true;
            }
            match (known, now) {
                (Some(place), Some(now)) => {
                    all.name(place as usize, &now.names);
                    anew.push(place);
                }
                (Some(place), None) => {
                    places.remove(id);
                    all.name(place as usize, "");
                }
                (None, Some(now)) => {
                    let place = all.ids.len() as u32;
                    all.push(now.item, &now.names);
                    places.insert(*id, place);
                    anew.push(place);
                }
                (None, None) => {}
            }
        }
        all.put_in_order(&taken_out, anew);
        all.place = OnceLock::from(places);
        all
    }

    /// Puts those that were named anew where they belong among the others; each is named once.
    fn put_in_order(&mut self, taken_out: &[bool], mut anew: Vec<u32>) {
        let mut order = std::mem::take(&mut self.order);
        order.retain(|place| !taken_out[*place as usize]);
        anew.sort_unstable_by(|a, b| self.key(*a).cmp(&self.key(*b)));
        let mut from = 0;
        for place in anew {
            let before = order[from..].partition_point(|other| self.key(*other) < self.key(place));
            self.order.extend_from_slice(&order[from..from + before]);
            self.order.push(place);
            from += before;
        }
        self.order.extend_from_slice(&order[from..]);
        self.ranks = vec![GONE; self.ids.len()];
        for (rank, place) in (0..).zip(&self.order) {
            self.ranks[*place as usize] = rank;
        }
    }

    /// By what they are ordered, as the index is that they are read from.
    fn key(&self, place: u32) -> (i64, &str, Uuid) {
        let item = self.ids[place as usize];
        let (start, end) = self.named[place as usize];
        (item.kind(), &self.names[start..end], item.uuid())
    }

    /// How many places there are, those of what is gone among them.
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// The place of a document or record.
    pub(super) fn place(&self, id: Uuid) -> Option<u32> {
        self.places().get(&id).copied()
    }

    /// Made when it is asked first: most searches do without.
    fn places(&self) -> &HashMap<Uuid, u32> {
        let there = |n: &u32| self.ranks[*n as usize] != GONE;
        self.place.get_or_init(|| self.ids.iter().map(|id| id.uuid()).zip(0..).filter(|(_, n)| there(n)).collect())
    }

    pub(super) fn write(&self, out: &mut Writer) {
        out.text(&self.names);
        out.list(self.ids.iter().zip(&self.named), |out, (id, (start, end))| {
            out.0.push(id.kind() as u8);
            out.id(id.uuid());
            out.number(*start);
            out.number(*end);
        });
        out.list(self.order.iter(), |out, place| out.small(*place));
    }

    /// What was written.
    pub(super) fn parse(from: &mut Reader<'_>) -> Option<Self> {
        let names = from.text()?.to_owned();
        let all = from.list(|from| {
            let (kind, rest) = from.0.split_first()?;
            from.0 = rest;
            let id = from.id()?;
            let id = if *kind == 0 { ItemId::Document(DocumentId(id)) } else { ItemId::Record(RecordId(id)) };
            let (start, end) = (from.number()?, from.number()?);
            names.get(start..end).map(|_| (id, (start, end)))
        })?;
        let (ids, named): (Vec<_>, Vec<_>) = all.into_iter().unzip();
        let order = from.list(Reader::small)?;
        let mut ranks = vec![GONE; ids.len()];
        for (rank, place) in (0..).zip(&order) {
            *ranks.get_mut(*place as usize).filter(|known| **known == GONE)? = rank;
        }
        Some(Self { ids, place: OnceLock::new(), names, named, order, ranks })
    }

    /// At which places something is.
    pub(super) fn there(&self) -> Vec<bool> {
        self.ranks.iter().map(|rank| *rank != GONE).collect()
    }

    /// Where what is at a place stands in the order in which equals are shown.
    pub(super) fn rank(&self, place: usize) -> u32 {
        self.ranks[place]
    }

    /// What stands there.
    pub(super) fn at_rank(&self, rank: u32) -> usize {
        self.order[rank as usize] as usize
    }

    /// The names of each, see `text::names`, by place.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.named.iter().map(|(start, end)| &self.names[*start..*end])
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
