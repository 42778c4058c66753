//! Series: records whose titles differ only in numbers, quarters and months. Of two in a row the later may stand in the
//! place of the earlier; that is proposed, and a person says so.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};
use serde::Serialize;
use ts_rs::TS;

use super::queries::{self, Record};
use crate::error::Result;
use crate::ids::RecordId;
use crate::text::fold;
use crate::words::month_in_full;

/// Letters that what titles have in common needs at least.
const SHORTEST: usize = 4;

/// A record that may stand in the place of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ReplacementProposed")]
pub struct Proposed {
    /// Code of the earlier record.
    pub record: String,
    /// Its title.
    pub title: String,
    /// Code of the later one.
    pub by: String,
    /// Its title.
    pub by_title: String,
}

/// What the titles of a series have in common: their words without numbers, quarters and months. Nothing where too little
/// is left to tell one series from another.
pub fn in_common(title: &str) -> Option<String> {
    let title = fold(title);
    let words = title
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() > 2 && month_in_full(word).is_none())
        .collect::<Vec<_>>();
    Some(words.join(" ")).filter(|common| common.chars().count() >= SHORTEST)
}

/// The records of a series that were not taken back, as they were filed; the series is that of any of these titles.
pub fn of_series(db: &Connection, titles: &[&str]) -> Result<Vec<Record>> {
    let mut found: BTreeSet<(i64, RecordId)> = BTreeSet::new();
    for series in titles.iter().filter_map(|title| in_common(title)) {
        let mut statement = db.prepare_cached(
            "SELECT seq, id FROM record WHERE series = ?1 AND series <> '' AND exit IS NOT 'taken_back'",
        )?;
        for row in statement.query_map([&series], |r| Ok((r.get(0)?, r.get(1)?)))? {
            found.insert(row?);
        }
    }
    found.into_iter().map(|(_, id)| queries::by_id(db, id)).collect()
}

/// The day by which records of a series stand in line: the end of their period, else its beginning, else their collection,
/// else their filing.
const IN_LINE: &str = "coalesce(o.period_to, o.period_from, o.collected, o.filed)";

/// What may be replaced: by this record the one before it in its series, and this record by the one after it. Both have the
/// same kind and scope items, and neither was replaced or taken back.
pub fn proposed(db: &Connection, record: &Record) -> Result<Vec<Proposed>> {
    if record.exit.is_some() {
        return Ok(Vec::new());
    }
    let pair = |earlier: &Record, later: &Record| Proposed {
        record: earlier.code.clone(),
        title: earlier.title.clone(),
        by: later.code.clone(),
        by_title: later.title.clone(),
    };
    let before = beside(db, record, "<", "DESC")?.map(|earlier| pair(&earlier, record));
    let after = beside(db, record, ">", "ASC")?.map(|later| pair(record, &later));
    Ok(before.into_iter().chain(after).collect())
}

/// The nearest record of the same series on one side of it.
fn beside(db: &Connection, record: &Record, side: &str, way: &str) -> Result<Option<Record>> {
    let mine = record.period_to.or(record.period_from).or(record.collected).unwrap_or(record.filed);
    let scope = queries::scope_of(db, record.id)?;
    let mut statement = db.prepare_cached(&format!(
        "SELECT o.id FROM record r JOIN record o ON o.series = r.series AND o.series <> '' AND o.kind = r.kind
         WHERE r.id = ?1 AND o.exit IS NULL AND {IN_LINE} {side} ?2 ORDER BY {IN_LINE} {way}, o.seq {way}"
    ))?;
    for id in statement.query_map(params![record.id, mine], |r| r.get::<_, RecordId>(0))? {
        let id = id?;
        if queries::scope_of(db, id)? == scope {
            return queries::by_id(db, id).map(Some);
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_quarters_and_months_do_not_part_a_series() {
        let protokoll = Some("protokoll".to_owned());
        for other in ["Protokoll Mai 2026", "Protokoll 12. September 2026", "protokoll_2026-03", "Protokoll, May 2026"]
        {
            assert_eq!(in_common(other), protokoll, "{other}");
        }
        assert_ne!(in_common("Protokoll Mayer"), protokoll, "a name that begins like a month is none");
        assert_eq!(in_common("Backup test Q2"), in_common("Backup test Q3 2026"));
        assert_eq!(in_common("Q2 2026"), None, "nothing is left to go by");
    }
}
