//! Evidence to be looked at again because a scope changed (R47), or a section it rests on: which, for which change, and that
//! it still counts.

use rusqlite::{Connection, named_params};
use serde::Serialize;
use ts_rs::TS;

use super::model::ForChange;
use super::sections::{self, RESTING, SectionsRecheck};
use super::{ReviewEvent, refusals};
use crate::day::Day;
use crate::error::Result;
use crate::ids::{ReviewId, ScopeItemId, SystemId};
use crate::items::{self, Item, ItemId};
use crate::systems;
use crate::workspace::{Tx, standing_day};

/// What came into a scope or went out of it, with the evidence to look at again for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Recheck {
    /// Number of the entry that changed the scope.
    #[ts(type = "number")]
    pub entry: u64,
    /// Code of the system whose scope changed.
    pub system: String,
    /// Code of the scope item.
    pub scope_item: String,
    /// `added` or `removed`.
    pub change: String,
    /// When.
    pub on: Day,
    /// How many documents and records wait.
    pub count: usize,
    /// The first of them, by code.
    pub items: Vec<Item>,
}

/// Everything that waits to be looked at again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Rechecks {
    /// How many documents and records wait, each counted once.
    pub items: usize,
    /// The changes of scope they wait for, oldest first.
    pub changes: Vec<Recheck>,
    /// The revisions they wait for, whose sections they rest on, oldest first.
    pub revisions: Vec<SectionsRecheck>,
}

/// What waits for a change `c`: evidence that belongs to the item that moved and to the system whose scope changed, filed
/// before, still in use, neither reviewed nor looked at since. Evidence is a system's that is mapped to its standard; what is
/// mapped to none may be anybody's and is asked about, too. The changes lead, since there are few.
const WAITING: &str = "
    SELECT c.seq, c.system, c.item AS scope_item, 0 AS kind, d.id, d.code, d.title FROM system_scope_change c
    CROSS JOIN document_scope x ON x.item = c.item JOIN document d ON d.id = x.document
    WHERE c.day <= :day AND d.seq < c.seq AND d.state <> 'withdrawn'
      AND (EXISTS (SELECT 1 FROM link l JOIN system s ON s.edition = l.edition
                   WHERE s.id = c.system AND l.item = d.id)
           OR NOT EXISTS (SELECT 1 FROM link l WHERE l.item = d.id))
      AND NOT EXISTS (SELECT 1 FROM review v WHERE v.document = d.id AND v.seq > c.seq)
      AND NOT EXISTS (SELECT 1 FROM recheck k WHERE k.item = d.id AND k.change = c.seq AND k.system = c.system
                      AND k.scope_item = c.item AND k.day <= :day)
    UNION ALL
    SELECT c.seq, c.system, c.item, 1, r.id, r.code, r.title FROM system_scope_change c
    CROSS JOIN record_scope x ON x.item = c.item JOIN record r ON r.id = x.record
    WHERE c.day <= :day AND r.seq < c.seq AND r.exit IS NULL
      AND (EXISTS (SELECT 1 FROM link l JOIN system s ON s.edition = l.edition
                   WHERE s.id = c.system AND l.item = r.id)
           OR NOT EXISTS (SELECT 1 FROM link l WHERE l.item = r.id))
      AND NOT EXISTS (SELECT 1 FROM recheck k WHERE k.item = r.id AND k.change = c.seq AND k.system = c.system
                      AND k.scope_item = c.item AND k.day <= :day)";

/// What has to be looked at again because a scope changed; of each change the first `limit` documents and records.
pub fn rechecks(db: &Connection, limit: usize) -> Result<Rechecks> {
    let day = standing_day(db)?;
    let items = db
        .prepare_cached(&format!(
            "SELECT count(*) FROM (SELECT id FROM ({WAITING}) UNION SELECT item FROM ({RESTING}))"
        ))?
        .query_row(named_params! {":day": day}, |r| r.get(0))?;
    let mut first = db.prepare_cached(&format!(
        "SELECT kind, code, title FROM ({WAITING})
         WHERE seq = :seq AND system = :system AND scope_item = :item ORDER BY code, kind LIMIT :limit"
    ))?;
    let rows = db
        .prepare_cached(&format!(
            "SELECT w.seq, w.system, w.scope_item, count(*) AS waiting, s.code AS system_code, i.code AS item_code,
                    c.change, c.day
             FROM ({WAITING}) w JOIN system s ON s.id = w.system JOIN scope_item i ON i.id = w.scope_item
             JOIN system_scope_change c ON c.seq = w.seq AND c.system = w.system AND c.item = w.scope_item
             GROUP BY w.seq, w.system, w.scope_item ORDER BY w.seq, s.position, i.code"
        ))?
        .query_map(named_params! {":day": day}, |r| {
            let recheck = Recheck {
                entry: r.get("seq")?,
                system: r.get("system_code")?,
                scope_item: r.get("item_code")?,
                change: r.get("change")?,
                on: r.get("day")?,
                count: r.get("waiting")?,
                items: Vec::new(),
            };
            Ok((r.get::<_, SystemId>("system")?, r.get::<_, ScopeItemId>("scope_item")?, recheck))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut changes = Vec::new();
    for (system, item, mut recheck) in rows {
        let of = named_params! {
            ":day": day, ":seq": recheck.entry, ":system": system, ":item": item, ":limit": limit
        };
        recheck.items = first
            .query_map(of, |r| {
                let kind = if r.get::<_, i64>("kind")? == 0 { "document" } else { "record" };
                Ok(Item { kind, code: r.get("code")?, title: r.get("title")? })
            })?
            .collect::<rusqlite::Result<_>>()?;
        changes.push(recheck);
    }
    Ok(Rechecks { items, changes, revisions: sections::waiting(db, limit)? })
}

/// Says of a document or record, by name, that it was looked at again and still counts. The answer is for how many changes.
///
/// # Errors
/// `reason_needed` without a reason, `not_found` where nothing asks to look at it again.
pub fn recheck(tx: &mut Tx<'_>, name: &str, change: ForChange<'_>, reason: &str) -> Result<usize> {
    let item = items::find(tx.db(), name)?;
    let code = items::code(tx.db(), item)?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(refusals::review_recheck_without_reason(code));
    }
    let scopes = if change.reference.is_some() { Vec::new() } else { waiting_for(tx.db(), item, change)? };
    let only_scopes = change.system.is_some() || change.scope_item.is_some();
    let resting = if only_scopes { Vec::new() } else { sections::waiting_of(tx.db(), item, change)? };
    if scopes.is_empty() && resting.is_empty() {
        return Err(refusals::review_recheck_not_asked(code));
    }
    let on = tx.today();
    let of_scopes = scopes.into_iter().map(|(entry, system, scope_item)| (entry, Some(system), Some(scope_item), None));
    let all: Vec<_> = of_scopes.chain(resting.into_iter().map(|(entry, link)| (entry, None, None, link))).collect();
    for (change, system, scope_item, link) in &all {
        tx.append(&ReviewEvent::Rechecked {
            id: ReviewId::new(),
            item,
            system: *system,
            scope_item: *scope_item,
            link: *link,
            change: *change,
            reason: reason.to_owned(),
            on,
        })?;
    }
    Ok(all.len())
}

/// The changes among those meant for which an item waits, oldest first.
fn waiting_for(db: &Connection, item: ItemId, change: ForChange<'_>) -> Result<Vec<(u64, SystemId, ScopeItemId)>> {
    let system = change.system.map(|name| systems::system(db, name)).transpose()?.map(|system| system.id);
    let scope_item = change.scope_item.map(|code| systems::scope_item(db, code)).transpose()?.map(|item| item.id);
    Ok(db
        .prepare_cached(&format!(
            "SELECT seq, system, scope_item FROM ({WAITING}) WHERE kind = :kind AND id = :id
               AND (:seq IS NULL OR seq = :seq) AND (:system IS NULL OR system = :system)
               AND (:item IS NULL OR scope_item = :item)
             ORDER BY seq, system, scope_item"
        ))?
        .query_map(
            named_params! {
                ":day": standing_day(db)?, ":kind": item.kind(), ":id": item.uuid().as_bytes(),
                ":seq": change.entry, ":system": system, ":item": scope_item
            },
            |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
        )?
        .collect::<rusqlite::Result<_>>()?)
}
