//! Coverage on another day than the one the tables stand on: counted from the days in which each item counts, when it is
//! first asked for.

use std::collections::HashMap;

use rusqlite::{Connection, params};

use super::class::{Class, Counts};
use super::projection::{PUT_CELL, document_until, record_until};
use super::weight::{Sum, Weight};
use crate::documents;
use crate::error::Result;
use crate::ids::LinkId;
use crate::mapping::{self, Strength};
use crate::records;
use crate::workspace::{looks, standing_day};

/// Where the cells of this connection's day stand; those of a look at another day are made now.
pub(super) fn ready(db: &Connection) -> Result<()> {
    let sql = "SELECT EXISTS (SELECT 1 FROM temp.sqlite_schema WHERE name = 'coverage_cell')";
    if looks(db)? && !db.prepare_cached(sql)?.query_row([], |r| r.get::<_, bool>(0))? {
        count(db)?;
    }
    Ok(())
}

fn count(db: &Connection) -> Result<()> {
    let mut stand: HashMap<[u8; 16], Counts> = HashMap::new();
    documents::for_each_standing(db, |id, standing| {
        stand.insert(id.0.into_bytes(), document_until(standing));
    })?;
    let day = standing_day(db)?;
    records::for_each_stands(db, |id, standing| {
        stand.insert(id.0.into_bytes(), record_until(standing, day));
        Ok(())
    })?;
    db.execute_batch("CREATE TEMP TABLE coverage_cell AS SELECT * FROM main.coverage_cell WHERE 0")?;
    let mut put = db.prepare(&PUT_CELL.replace("INTO coverage_cell", "INTO temp.coverage_cell"))?;
    let mut links = db.prepare(
        "SELECT edition, clause, scope, item_kind, strength, item, link FROM coverage_link
         ORDER BY edition, clause, scope, item_kind",
    )?;
    let (open, limits) = (mapping::open_links(db)?, mapping::limits(db)?);
    let mut rows = links.query([])?;
    let mut cell: Option<(String, String, Vec<u8>, i64)> = None;
    // By class: what stands in one on the tables' day may stand in another on this one.
    let mut sums = [Sum::default(); Class::COUNT];
    let mut close = |cell: &Option<(String, String, Vec<u8>, i64)>, sums: &mut [Sum; Class::COUNT]| -> Result<()> {
        for (class, sum) in sums.iter_mut().enumerate() {
            let sum = std::mem::take(sum);
            if let Some((edition, clause, scope, kind)) = cell.as_ref().filter(|_| sum.some()) {
                let Sum { items: [full, part, help, open], until: [until, open_until] } = sum;
                let class = class as i64;
                let row = params![edition, clause, scope, kind, class, full, part, help, open, until, open_until];
                put.execute(row)?;
            }
        }
        Ok(())
    };
    while let Some(row) = rows.next()? {
        let same = cell.as_ref().is_some_and(|(edition, clause, scope, kind)| {
            row.get_ref(1).is_ok_and(|c| c.as_str() == Ok(clause))
                && row.get_ref(2).is_ok_and(|s| s.as_blob() == Ok(scope))
                && row.get_ref(0).is_ok_and(|e| e.as_str() == Ok(edition))
                && row.get(3) == Ok(*kind)
        });
        if !same {
            close(&cell, &mut sums)?;
            cell = Some((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
        }
        let item = stand.get(&row.get::<_, [u8; 16]>(5)?).copied().filter(|item| item.class != Class::Gone);
        let link: LinkId = row.get(6)?;
        let Some(Counts { class, until }) = item.map(|item| item.held(limits.get(&link))) else { continue };
        let mut weight: Weight = row.get(4)?;
        if weight.strength() == Strength::Full {
            weight = weight.on(open.contains(&link)).held(limits.get(&link));
        }
        sums[class as usize].add(weight, until);
    }
    close(&cell, &mut sums)
}
