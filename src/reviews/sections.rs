//! What rests on a section that a revision changes: mappings whose reasons name it, documents and records that cite it. Each
//! waits from the day on which that revision is in force until it was looked at.

use rusqlite::{Connection, named_params, params};
use serde::Serialize;
use ts_rs::TS;

use super::events::{ReviewEvent, SectionsNoted};
use super::model::ForChange;
use crate::day::Day;
use crate::error::Result;
use crate::ids::{LinkId, RevisionId};
use crate::items::ItemId;
use crate::ledger::Stamp;
use crate::standards::{ClauseRef, EditionId};
use crate::workspace::{Tx, standing_day};

/// A mapping that is asked again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RestingClause {
    /// Edition and clause.
    pub reference: ClauseRef,
    /// Why it was accepted.
    pub reason: String,
    /// The sections that changed and that the reason names.
    pub sections: Vec<String>,
}

/// A document or record that is looked at again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RestingItem {
    /// `document` or `record`.
    pub kind: &'static str,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Its owner; empty for a record.
    pub owner: String,
    /// The sections that changed and that it cites.
    pub sections: Vec<String>,
}

/// A revision in force that changed sections, with what is to be looked at again for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SectionsRecheck {
    /// Number of the entry that noted it.
    #[ts(type = "number")]
    pub entry: u64,
    /// Code of the document.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Label of the revision.
    pub revision: String,
    /// Since when it is in force.
    pub on: Day,
    /// How many mappings, documents and records wait.
    pub count: usize,
    /// The first mappings of the document, by clause.
    pub clauses: Vec<RestingClause>,
    /// The first documents and records, by code.
    pub items: Vec<RestingItem>,
}

/// What waits: the revision came into force by an approval that stands; since it was noted nobody looked at it, no review of
/// it was concluded and no other revision of it approved, and a mapping is what it was.
pub(super) const RESTING: &str = "
    SELECT s.seq, s.document, s.revision, s.item_kind, s.item, s.link, s.sections, min(a.holds) AS since
    FROM section_rest s JOIN document d ON d.id = s.document
    JOIN decision a ON a.document = s.document AND a.revision = s.revision AND a.kind = 'approved'
         AND a.holds <= :day AND (a.until IS NULL OR a.until > :day)
    WHERE d.state <> 'withdrawn'
      AND NOT EXISTS (SELECT 1 FROM recheck k WHERE k.item = s.item AND k.change = s.seq AND k.day <= :day
                      AND coalesce(k.link, x'') = s.link)
      AND CASE WHEN s.link <> x''
          THEN EXISTS (SELECT 1 FROM link l WHERE l.id = s.link AND l.strength || ' ' || l.reason = s.was)
          WHEN s.item_kind = 1 THEN EXISTS (SELECT 1 FROM record r WHERE r.id = s.item AND r.exit IS NULL)
          ELSE EXISTS (SELECT 1 FROM document c WHERE c.id = s.item AND c.state <> 'withdrawn')
               AND NOT EXISTS (SELECT 1 FROM review v WHERE v.document = s.item AND v.seq > s.seq)
               AND NOT EXISTS (SELECT 1 FROM decision n WHERE n.document = s.item AND n.seq > s.seq
                               AND n.kind = 'approved' AND n.until IS NULL)
          END
    GROUP BY s.revision, s.item, s.link";

/// Notes what rests on sections that change with a revision that was approved.
pub fn note_sections(tx: &mut Tx<'_>, noted: SectionsNoted) -> Result<()> {
    tx.append(&ReviewEvent::SectionsNoted(noted))?;
    Ok(())
}

pub(super) fn apply(db: &Connection, stamp: &Stamp, noted: &SectionsNoted) -> Result<()> {
    let (document, revision) = (noted.document, noted.revision);
    // What a revision approved once more changes is what it changes now.
    db.prepare_cached("DELETE FROM section_rest WHERE revision = ?1")?.execute([revision])?;
    let mut insert = db.prepare_cached(
        "INSERT OR REPLACE INTO section_rest (revision, item, link, seq, document, item_kind, sections, was)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, coalesce((SELECT strength || ' ' || reason FROM link WHERE id = ?3), ''))",
    )?;
    let mut put = |item: ItemId, link: Option<LinkId>, sections: &[String]| -> Result<()> {
        let (sections, id) = (serde_json::to_string(sections)?, item.uuid());
        let link: &[u8] = link.as_ref().map_or(&[], |link| link.0.as_bytes());
        insert.execute(params![revision, id.as_bytes(), link, stamp.seq, document, item.kind(), sections])?;
        Ok(())
    };
    for rests in &noted.rests {
        put(ItemId::Document(document), Some(rests.link), &rests.sections)?;
    }
    for cites in &noted.cites {
        put(cites.item, None, &cites.sections)?;
    }
    Ok(())
}

/// What waits for a revision, the first of each.
pub(super) fn waiting(db: &Connection, limit: usize) -> Result<Vec<SectionsRecheck>> {
    let day = standing_day(db)?;
    let mut found = db
        .prepare_cached(&format!(
            "SELECT w.seq, w.revision, d.code, d.title, v.label, min(w.since) AS since, count(*) AS waiting
             FROM ({RESTING}) w JOIN document d ON d.id = w.document JOIN revision v ON v.id = w.revision
             GROUP BY w.seq, w.revision ORDER BY w.seq"
        ))?
        .query_map(named_params! {":day": day}, |r| {
            let recheck = SectionsRecheck {
                entry: r.get("seq")?,
                code: r.get("code")?,
                title: r.get("title")?,
                revision: r.get("label")?,
                on: r.get("since")?,
                count: r.get("waiting")?,
                clauses: Vec::new(),
                items: Vec::new(),
            };
            Ok((r.get::<_, RevisionId>("revision")?, recheck))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    for (revision, recheck) in &mut found {
        recheck.clauses = clauses(db, *revision, day, limit)?;
        recheck.items = items(db, *revision, day, limit)?;
    }
    Ok(found.into_iter().map(|(_, recheck)| recheck).collect())
}

fn clauses(db: &Connection, revision: RevisionId, day: Day, limit: usize) -> Result<Vec<RestingClause>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT l.edition, l.clause, l.reason, w.sections FROM ({RESTING}) w JOIN link l ON l.id = w.link
         WHERE w.revision = :revision ORDER BY l.edition, l.clause LIMIT :limit"
    ))?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut rows = statement.query(named_params! {":day": day, ":revision": revision, ":limit": limit})?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        let edition: EditionId = row.get::<_, String>(0)?.parse()?;
        let reference = ClauseRef { standard: edition.standard, edition: edition.edition, clause: row.get(1)? };
        let sections = serde_json::from_str(&row.get::<_, String>(3)?)?;
        out.push(RestingClause { reference, reason: row.get(2)?, sections });
    }
    Ok(out)
}

fn items(db: &Connection, revision: RevisionId, day: Day, limit: usize) -> Result<Vec<RestingItem>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT w.item_kind, coalesce(d.code, r.code) AS code, coalesce(d.title, r.title), coalesce(d.owner, ''), w.sections
         FROM ({RESTING}) w LEFT JOIN document d ON d.id = w.item LEFT JOIN record r ON r.id = w.item
         WHERE w.revision = :revision AND w.link = x'' ORDER BY code, w.item_kind LIMIT :limit"
    ))?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut rows = statement.query(named_params! {":day": day, ":revision": revision, ":limit": limit})?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        let kind = if row.get::<_, i64>(0)? == 0 { "document" } else { "record" };
        let sections = serde_json::from_str(&row.get::<_, String>(4)?)?;
        out.push(RestingItem { kind, code: row.get(1)?, title: row.get(2)?, owner: row.get(3)?, sections });
    }
    Ok(out)
}

/// For which entries a document or record waits, and by which mapping, among those meant.
pub(super) fn waiting_of(db: &Connection, item: ItemId, change: ForChange<'_>) -> Result<Vec<(u64, Option<LinkId>)>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT w.seq, w.link FROM ({RESTING}) w LEFT JOIN link l ON l.id = w.link
         WHERE w.item_kind = :kind AND w.item = :item AND (:seq IS NULL OR w.seq = :seq)
           AND (:edition IS NULL OR l.edition = :edition AND l.clause = :clause)
         ORDER BY w.seq, w.link"
    ))?;
    let (id, reference) = (item.uuid(), change.reference);
    let edition = reference.map(|reference| reference.edition_id().to_string());
    let found = statement.query_map(
        named_params! {
            ":day": standing_day(db)?, ":kind": item.kind(), ":item": id.as_bytes(), ":seq": change.entry,
            ":edition": edition, ":clause": reference.map(|reference| &reference.clause)
        },
        |r| {
            let link: Vec<u8> = r.get(1)?;
            let link = if link.is_empty() { None } else { Some(r.get::<_, LinkId>(1)?) };
            Ok((r.get(0)?, link))
        },
    )?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
