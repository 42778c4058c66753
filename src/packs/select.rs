//! What belongs in a pack: the evidence for the audited standards, scope items and period.

use rusqlite::Connection;

use super::caveats::{notes, scope_answers};
use super::content::Content;
use super::item::{PackFile, PackItem, What};
use super::names::{Names, top};
use crate::audits::Audit;
use crate::coverage;
use crate::day::{Day, Due};
use crate::documents::{self, Filter, RevisionState, Sort};
use crate::error::Result;
use crate::filed::FiledFile;
use crate::items::ItemId;
use crate::mapping::{self, Named};
use crate::records::{self, Exit, Record};
use crate::reviews::{self, Moved};
use crate::systems::{self, ScopeKind};

/// Collects a pack's content from the tables of `day`.
pub(super) fn select(db: &Connection, audit: Audit, day: Day) -> Result<Content> {
    let _state = crate::workspace::one_state(db)?;
    let name = top(&format!("{} audit pack {day}", audit.code));
    let mut names = Names::new(&name);
    let editions: Vec<String> = audit.editions.iter().map(ToString::to_string).collect();
    let mut items = Vec::new();
    let mut left_out = 0;

    let mut after = None;
    loop {
        let page = documents::list(db, &Filter::default(), Sort::Code, after.as_deref(), 1000)?;
        for document in page.rows {
            let mappings = audited(db, ItemId::Document(document.id), &editions)?;
            let scope = systems::scope_item_codes(db, &documents::scope_of(db, document.id)?)?;
            if mappings.is_empty() || !in_scope(db, &audit, &scope)? {
                continue;
            }
            let current = documents::revisions(db, document.id)?.into_iter().find(|r| Some(r.id) == document.current);
            let Some(revision) = current.filter(|r| r.state == RevisionState::Effective) else {
                left_out += 1;
                continue;
            };
            let next = document.next_review;
            let gave_it = |moved: &Moved| next == Some(Due::Day { day: moved.next });
            let moved = reviews::moves_of(db, document.id)?.pop().filter(gave_it);
            let says = format!("{} {} rev {}", document.code, document.title, revision.label);
            let files = place(&mut names, "documents", &says, &revision.files);
            items.push(PackItem {
                what: What::Document(Box::new(document), Box::new(revision)),
                scope,
                mappings,
                files,
                moved,
            });
        }
        match page.next {
            Some(next) => after = Some(next),
            None => break,
        }
    }
    let mut after = None;
    loop {
        let page = records::list(db, &records::Filter::default(), records::Sort::Filed, after.as_deref(), 1000)?;
        for record in page.rows.into_iter().filter(|record| record.exit != Some(Exit::TakenBack)) {
            let mappings = audited(db, ItemId::Record(record.id), &editions)?;
            let scope = systems::scope_item_codes(db, &records::scope_of(db, record.id)?)?;
            if mappings.is_empty() || !in_period(&audit, &record) || !in_scope(db, &audit, &scope)? {
                continue;
            }
            let says = format!("{} {}", record.code, record.title);
            let files = place(&mut names, "records", &says, &records::files(db, record.id)?);
            items.push(PackItem { what: What::Record(Box::new(record)), scope, mappings, files, moved: None });
        }
        match page.next {
            Some(next) => after = Some(next),
            None => break,
        }
    }

    let only = match audit.scope.as_slice() {
        [one] => Some(systems::scope_item(db, one)?),
        _ => None,
    };
    let coverage = audit
        .editions
        .iter()
        .map(|edition| coverage::coverage_named(db, edition, only.as_ref(), day))
        .collect::<Result<Vec<_>>>()?;
    let systems: Vec<_> = systems::systems(db)?.into_iter().filter(|s| editions.contains(&s.edition)).collect();
    let mut notes = notes(&items, &systems, left_out, day);
    if ["20000-1", "27001"].iter().all(|s| audit.editions.iter().any(|e| e.standard == *s)) {
        notes.extend(scope_answers(db)?);
    }
    Ok(Content { name, organisation: systems::organisation(db)?, audit, systems, day, items, coverage, notes })
}

fn audited(db: &Connection, item: ItemId, editions: &[String]) -> Result<Vec<Named>> {
    mapping::of_item(db, item)?
        .iter()
        .filter(|l| editions.contains(&l.reference.edition_id().to_string()))
        .map(|l| l.named(db))
        .collect()
}

/// Evidence of the whole organisation belongs to every scope item.
fn in_scope(db: &Connection, audit: &Audit, scope: &[String]) -> Result<bool> {
    if audit.scope.is_empty() || scope.is_empty() || scope.iter().any(|s| audit.scope.contains(s)) {
        return Ok(true);
    }
    for code in scope {
        if systems::scope_item(db, code)?.kind == ScopeKind::Organisation {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A record belongs to the period it speaks of; one that speaks of none, to the day it was collected on.
fn in_period(audit: &Audit, record: &Record) -> bool {
    let from = record.period_from.or(record.collected);
    let to = record.period_to.or(record.collected);
    let (Some(from), Some(to)) = (from.or(to), to.or(from)) else { return true };
    audit.period_from.is_none_or(|start| to >= start) && audit.period_to.is_none_or(|end| from <= end)
}

/// Each content stands once, however often it was filed.
fn place(names: &mut Names, folder: &str, says: &str, files: &[FiledFile]) -> Vec<PackFile> {
    let mut out: Vec<PackFile> = Vec::new();
    for filed in files {
        if out.iter().any(|f| f.filed.digest == filed.digest) {
            continue;
        }
        out.push(PackFile { place: names.place(folder, says, &filed.name), filed: filed.clone() });
    }
    out
}
