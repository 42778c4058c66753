//! What belongs in a pack: the evidence for the audited standards, scope items and period.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::caveats::{LeftOut, notes, scope_answers};
use super::content::Content;
use super::deciding;
use super::item::{PackFile, PackItem, What};
use super::names::{Names, top};
use super::pagesform::{DECIDED, INERT, YEARS};
use super::{refusals, stating};
use crate::audits::Audit;
use crate::coverage;
use crate::day::{Day, Due};
use crate::documents::{self, Document, Filter, RevisionState, Sort};
use crate::error::Result;
use crate::filed::FiledFile;
use crate::items::{self, ItemId};
use crate::mapping::{self, Limits, Named};
use crate::records::{self, Exit, Record};
use crate::reviews::{self, Moved};
use crate::standards::{ClauseRef, EditionId};
use crate::systems::{self, ScopeItem, ScopeKind, System};

/// Collects a pack's content from the tables of `day`, which hold what was `recorded` by the end of that day, or all there is.
/// `pages` is the form of the pages that it is for.
pub(super) fn select(
    db: &Connection,
    mut audit: Audit,
    day: Day,
    recorded: Option<Day>,
    pages: i64,
) -> Result<Content> {
    let _state = crate::workspace::one_state(db)?;
    let known =
        recorded.filter(|known| *known != day).map_or_else(String::new, |known| format!(" as recorded {known}"));
    if pages >= INERT {
        audit.editions.sort_by_key(order);
    }
    let name = top(&format!("{} audit pack {day}{known}", audit.code), pages);
    let mut names = Names::new(&name, pages);
    let editions: Vec<String> = audit.editions.iter().map(ToString::to_string).collect();
    let (mut items, left_out) = belonging(db, &audit, &editions)?;
    settling(db, &mut items, &editions, pages)?;
    if pages >= DECIDED {
        hold(db, &mut items, &editions)?;
    }
    for item in &mut items {
        item.follow(db, day)?;
    }
    // Documents stand before records, each in their order; what only settles points comes after the others.
    items.sort_by_key(PackItem::kind);
    for item in &mut items {
        let (folder, says, files) = filed(db, item)?;
        item.files = place(&mut names, folder, &says, &files);
    }
    stating::state(db, &mut items, &mut names)?;

    let only = match audit.scope.as_slice() {
        [one] => Some(systems::scope_item(db, one)?),
        _ => None,
    };
    let coverage = audit
        .editions
        .iter()
        .map(|edition| coverage::coverage_in_full(db, edition, only.as_ref(), day))
        .collect::<Result<Vec<_>>>()?;
    let mut systems: Vec<_> = systems::systems(db)?.into_iter().filter(|s| editions.contains(&s.edition)).collect();
    if pages >= INERT {
        systems.sort_by_key(|system| editions.iter().position(|edition| *edition == system.edition));
    }
    let mut notes = notes(&items, &systems, left_out, (&audit, day));
    notes.extend(stating::retired(&items));
    if ["20000-1", "27001"].iter().all(|s| audit.editions.iter().any(|e| e.standard == *s)) {
        notes.extend(scope_answers(db)?);
    }
    let scope = scope(db, &audit, &systems, &items)?;
    let (organisation, history) = (systems::organisation(db)?, Vec::new());
    let (decided, own) = deciding::decided(db, &audit.editions, pages)?;
    let issued = deciding::issued(db, &audit.editions, &mut names)?;
    notes.extend(deciding::moved(&issued));
    let twice = if pages >= YEARS { twice(&audit) } else { BTreeSet::new() };
    Ok(Content {
        name,
        organisation,
        audit,
        systems,
        scope,
        day,
        recorded,
        foretold: None,
        items,
        history,
        coverage,
        decided,
        own,
        issued,
        notes,
        twice,
    })
}

/// The standards of which two editions are audited.
fn twice(audit: &Audit) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let again = audit.editions.iter().filter(|edition| !seen.insert(edition.standard.clone()));
    again.map(|edition| edition.standard.clone()).collect()
}

/// Refuses what was not known yet: nothing was recorded, or not that there is a system of an audited edition.
pub(super) fn known(then: &Connection, audit: &Audit, recorded: Day) -> Result<()> {
    let there: Vec<String> = systems::systems(then)?.into_iter().map(|system| system.edition).collect();
    let missing = audit.editions.iter().map(ToString::to_string).find(|edition| !there.contains(edition));
    missing.map_or(Ok(()), |edition| Err(refusals::pack_not_known_yet(recorded, edition)))
}

/// The scope items that anything in the pack belongs to, with the sites where these are.
fn scope(db: &Connection, audit: &Audit, systems: &[System], items: &[PackItem]) -> Result<Vec<ScopeItem>> {
    let mut codes: BTreeSet<&str> = audit.scope.iter().map(String::as_str).collect();
    codes.extend(systems.iter().flat_map(|system| &system.scope).map(String::as_str));
    codes.extend(items.iter().flat_map(|item| &item.scope).map(String::as_str));
    codes.extend(items.iter().flat_map(|item| &item.mappings).flat_map(|m| &m.scope).map(String::as_str));
    let mut all = systems::scope_items(db)?;
    let sites: BTreeSet<String> =
        all.iter().filter(|item| codes.contains(item.code.as_str())).flat_map(|item| item.at.clone()).collect();
    all.retain(|item| codes.contains(item.code.as_str()) || sites.contains(&item.code));
    Ok(all)
}

/// The fixed order of standards: QMS, SMS, ISMS.
fn order(edition: &EditionId) -> (usize, String) {
    let place = ["9001", "20000-1", "27001"].iter().position(|standard| *standard == edition.standard);
    (place.unwrap_or(usize::MAX), edition.to_string())
}

/// What is mapped to an audited edition, in the audit's scope and period; of documents those in force, and how many are not.
fn belonging(db: &Connection, audit: &Audit, editions: &[String]) -> Result<(Vec<PackItem>, LeftOut)> {
    let (mut items, mut left_out) = (Vec::new(), LeftOut::default());
    let mut after = None;
    loop {
        let page = documents::list(db, &Filter::default(), Sort::Code, after.as_deref(), 1000)?;
        for document in page.rows {
            let mappings = audited(db, ItemId::Document(document.id), editions)?;
            if mappings.is_empty() || !in_scope(db, audit, &codes(db, ItemId::Document(document.id))?)? {
                continue;
            }
            match in_force(db, document, mappings)? {
                Some(item) => items.push(item),
                None => left_out.documents += 1,
            }
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
            let mappings = audited(db, ItemId::Record(record.id), editions)?;
            let scope = codes(db, ItemId::Record(record.id))?;
            if mappings.is_empty() || !in_scope(db, audit, &scope)? {
                continue;
            }
            if in_period(audit, &record) {
                items.push(PackItem::new(What::Record(Box::new(record)), scope, mappings));
            } else {
                left_out.records += 1;
            }
        }
        match page.next {
            Some(next) => after = Some(next),
            None => return Ok((items, left_out)),
        }
    }
}

/// Adds what settles points of the others: without it nobody could see that they are settled.
fn settling(db: &Connection, items: &mut Vec<PackItem>, editions: &[String], pages: i64) -> Result<()> {
    let of_these = |clause: &ClauseRef| editions.contains(&clause.edition_id().to_string());
    let mut there: BTreeSet<ItemId> = items.iter().map(PackItem::id).collect();
    let mut more = Vec::new();
    for item in items.iter_mut() {
        let id = item.id();
        item.points = mapping::points_of(db, id)?;
        // The data may ask at an earlier edition what keeps a clause of the one that is held open.
        item.points.retain(|point| of_these(&point.at) || (pages >= INERT && point.keeps_open.iter().any(of_these)));
        for point in item.points.iter_mut().filter(|_| pages >= INERT) {
            if point.keeps_open.iter().any(of_these) {
                point.keeps_open.retain(of_these);
            }
        }
        for evidence in item.points.iter().filter_map(|point| point.settled.as_ref()?.evidence.as_ref()) {
            let id = items::find(db, &evidence.code)?;
            if !there.insert(id) {
                continue;
            }
            let mappings = audited(db, id, editions)?;
            more.extend(match id {
                ItemId::Document(id) => in_force(db, documents::by_id(db, id)?, mappings)?,
                ItemId::Record(record) => {
                    let record = records::by_id(db, record)?;
                    let stands = record.exit != Some(Exit::TakenBack);
                    stands.then_some(PackItem::new(What::Record(Box::new(record)), codes(db, id)?, mappings))
                }
            });
        }
    }
    items.append(&mut more);
    Ok(())
}

/// A document with its revision in force; nothing where none is.
fn in_force(db: &Connection, document: Document, mappings: Vec<Named>) -> Result<Option<PackItem>> {
    let current = documents::revisions(db, document.id)?.into_iter().find(|r| Some(r.id) == document.current);
    let Some(revision) = current.filter(|r| r.state == RevisionState::Effective) else { return Ok(None) };
    let next = document.next_review;
    let gave_it = |moved: &Moved| next == Some(Due::Day { day: moved.next });
    let moved = reviews::moves_of(db, document.id)?.pop().filter(gave_it);
    let scope = codes(db, ItemId::Document(document.id))?;
    let what = What::Document(Box::new(document), Box::new(revision));
    Ok(Some(PackItem { moved, ..PackItem::new(what, scope, mappings) }))
}

/// The codes of the scope items that something belongs to.
fn codes(db: &Connection, item: ItemId) -> Result<Vec<String>> {
    let scope = match item {
        ItemId::Document(id) => documents::scope_of(db, id)?,
        ItemId::Record(id) => records::scope_of(db, id)?,
    };
    systems::scope_item_codes(db, &scope)
}

/// Under which folder and name its files stand, and what they are.
fn filed(db: &Connection, item: &PackItem) -> Result<(&'static str, String, Vec<FiledFile>)> {
    Ok(match &item.what {
        What::Document(document, revision) => {
            let says = format!("{} {} rev {}", document.code, document.title, revision.label);
            ("documents", says, revision.files.clone())
        }
        What::Record(record) => {
            ("records", format!("{} {}", record.code, record.title), records::files(db, record.id)?)
        }
    })
}

/// Its mappings to audited editions, in the order of these.
fn audited(db: &Connection, item: ItemId, editions: &[String]) -> Result<Vec<Named>> {
    let (links, held) = (mapping::of_item(db, item)?, systems::editions_held(db)?);
    let named = links.iter().map(|link| link.named(db, &held)).collect::<Result<Vec<_>>>()?;
    Ok(of_these(named, editions))
}

/// Those to these editions, in the order of these.
fn of_these(mut named: Vec<Named>, editions: &[String]) -> Vec<Named> {
    let place = |named: &Named| {
        let edition = named.reference.edition_id().to_string();
        editions.iter().position(|audited| *audited == edition)
    };
    named.retain(|named| place(named).is_some());
    named.sort_by_key(place);
    named
}

/// Notes at each mapping what decisions leave of it.
fn hold(db: &Connection, items: &mut [PackItem], editions: &[String]) -> Result<()> {
    let Some(limits) = Limits::read(db)? else { return Ok(()) };
    for item in items.iter_mut().filter(|item| !item.mappings.is_empty()) {
        item.mappings = of_these(limits.named(db, item.id())?, editions);
    }
    Ok(())
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
    let (mut out, mut placed) = (Vec::new(), BTreeSet::new());
    for filed in files.iter().filter(|filed| placed.insert(filed.digest)) {
        out.push(PackFile { place: names.place(folder, says, &filed.name), filed: filed.clone() });
    }
    out
}
