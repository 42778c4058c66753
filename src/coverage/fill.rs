//! All of coverage at once, after a replay: sorted first and then written from front to back, which costs a fraction of
//! putting each row in its place as its event comes.

use std::collections::HashMap;
use std::hash::Hash;

use rusqlite::{Connection, params};

use super::class::{Class, Counts};
use super::projection::{PUT_CELL, PUT_LINK, counts_until, scopes};
use super::weight::{Sum, Weight};
use crate::error::Result;
use crate::items::ItemId;
use crate::mapping;

/// A clause by edition and number, as the tables spell them.
type Clause = (String, String);

/// One row of `coverage_link`, ordered as the table's key is.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    /// The number of its name while rows are gathered, its place among the names when they are sorted.
    clause: u32,
    /// The same.
    scope: u32,
    item_kind: i64,
    link: [u8; 16],
    item: [u8; 16],
    class: Class,
    weight: Weight,
    good_until: i64,
}

/// Names by number, so that a row is small and quickly compared.
struct Names<T>(HashMap<T, u32>);

impl<T: Clone + Eq + Hash + Ord> Names<T> {
    /// The number of a name, in the order in which they came up.
    fn number(&mut self, name: &T) -> u32 {
        if let Some(number) = self.0.get(name) {
            return *number;
        }
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        self.0.insert(name.clone(), next);
        next
    }

    /// The names in their order, and for each number its place there.
    fn in_order(self) -> (Vec<T>, Vec<u32>) {
        let mut named: Vec<(T, u32)> = self.0.into_iter().collect();
        named.sort_unstable();
        let mut ranks = vec![0; named.len()];
        for (rank, (_, number)) in (0..).zip(&named) {
            ranks[*number as usize] = rank;
        }
        (named.into_iter().map(|(name, _)| name).collect(), ranks)
    }
}

/// Fills the empty tables from documents, records and mappings, to what the events would have made of them.
pub fn fill(db: &Connection) -> Result<()> {
    let mut clauses = Names(HashMap::<Clause, u32>::new());
    let mut places = Names(HashMap::<Vec<u8>, u32>::new());
    let mut rows = Vec::new();
    let (open, limits) = (mapping::open_links(db)?, mapping::limits(db)?);
    // The mappings of one item mostly follow each other.
    let mut last: Option<(ItemId, Counts, Vec<Vec<u8>>)> = None;
    mapping::for_each(db, |link| {
        if last.as_ref().is_none_or(|(item, ..)| *item != link.item) {
            last = Some((link.item, counts_until(db, link.item)?, scopes(db, link.item, &[])?));
        }
        let Some((_, good_until, of_item)) = &last else { return Ok(()) };
        let own = if link.scope.is_empty() { None } else { Some(scopes(db, link.item, &link.scope)?) };
        let clause = clauses.number(&(link.edition, link.clause));
        for scope in own.as_ref().unwrap_or(of_item) {
            rows.push(Row {
                clause,
                scope: places.number(scope),
                item_kind: link.item.kind(),
                class: good_until.held(limits.get(&link.id)).class,
                weight: Weight::of(link.strength, open.contains(&link.id)).held(limits.get(&link.id)),
                good_until: good_until.held(limits.get(&link.id)).until,
                link: link.id.0.into_bytes(),
                item: link.item.uuid().into_bytes(),
            });
        }
        Ok(())
    })?;
    let (clauses, clause_ranks) = clauses.in_order();
    let (places, scope_ranks) = places.in_order();
    for row in &mut rows {
        row.clause = clause_ranks[row.clause as usize];
        row.scope = scope_ranks[row.scope as usize];
    }
    rows.sort_unstable();
    write(db, &rows, &clauses, &places)
}

/// Rows in the order of their key; the cells of a place, one for each class, are complete when the next place begins.
fn write(db: &Connection, rows: &[Row], clauses: &[Clause], places: &[Vec<u8>]) -> Result<()> {
    let mut link = db.prepare(PUT_LINK)?;
    let mut cell = db.prepare(PUT_CELL)?;
    let key = |row: &Row| (row.clause, row.scope, row.item_kind);
    for same in rows.chunk_by(|a, b| key(a) == key(b)) {
        let Some(first) = same.first() else { continue };
        let ((edition, clause), scope) = (&clauses[first.clause as usize], &places[first.scope as usize]);
        let mut sums = [Sum::default(); Class::COUNT];
        for row in same {
            let class = row.class.number();
            link.execute(params![
                edition,
                clause,
                scope,
                row.item_kind,
                row.link,
                row.item,
                row.weight,
                class,
                row.good_until
            ])?;
            sums[row.class as usize].add(row.weight, row.good_until);
        }
        for (class, sum) in sums.iter().enumerate().filter(|(class, sum)| *class != Class::Gone as usize && sum.some())
        {
            let Sum { items: [full, part, help, open], until: [until, open_until] } = sum;
            let (kind, class) = (first.item_kind, class as i64);
            cell.execute(params![edition, clause, scope, kind, class, full, part, help, open, until, open_until])?;
        }
    }
    Ok(())
}
