//! Filing a plan. Each document and each record is all or nothing; what is there already is left alone, so an
//! interrupted import goes on where it stopped, and a second one changes nothing.

use std::collections::HashMap;

use serde::Serialize;
use ts_rs::TS;

use super::plan::{ImportPlan, PlannedDocument, PlannedRecord};
use super::scopes::Scopes;
use crate::documents::{self, Approval, DocumentState, NewDocument, NewRevision, RevisionState};
use crate::error::{Code, Result};
use crate::filed::FiledFile;
use crate::items::ItemId;
use crate::mapping::{self, NewLink, Origin, Strength};
use crate::reading::same_version;
use crate::records::{self, NewRecord, Particulars};
use crate::standards::{EditionId, catalogue};
use crate::systems::{self, ScopeKind};
use crate::workspace::{Tx, Workspace};

/// How much an import added to what was there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct Applied {
    /// Documents registered.
    pub documents: usize,
    /// Revisions filed.
    pub revisions: usize,
    /// Records filed.
    pub records: usize,
    /// Files filed with them.
    pub files: usize,
}

/// Items filed in one transaction: a commit costs a flush, and a crash costs at most this many.
const BATCH: usize = 64;

/// Files a plan. `files` holds the stored files by path; `progress` hears how many items are done of how many.
pub fn apply(
    workspace: &mut Workspace,
    plan: &ImportPlan,
    scopes: &Scopes,
    files: &HashMap<String, FiledFile>,
    progress: &dyn Fn(usize, usize),
) -> Result<Applied> {
    workspace.transact(|tx| add_scopes(tx, scopes))?;
    let held = systems::editions_held(workspace.db())?;
    let total = plan.documents.len() + plan.records.len();
    let mut done = 0;
    let mut added = Applied::default();
    for batch in plan.documents.chunks(BATCH) {
        let new = workspace.transact(|tx| {
            let mut new = Applied::default();
            batch.iter().try_for_each(|d| document(tx, d, files, &held, &mut new))?;
            Ok(new)
        })?;
        add(&mut added, new);
        done += batch.len();
        progress(done, total);
    }
    for batch in plan.records.chunks(BATCH) {
        let new = workspace.transact(|tx| {
            let mut new = Applied::default();
            batch.iter().try_for_each(|r| record(tx, r, files, &held, &mut new))?;
            Ok(new)
        })?;
        add(&mut added, new);
        done += batch.len();
        progress(done, total);
    }
    Ok(added)
}

fn add(sum: &mut Applied, new: Applied) {
    sum.documents += new.documents;
    sum.revisions += new.revisions;
    sum.records += new.records;
    sum.files += new.files;
}

/// Sites, services and systems that are not there yet. A scope that somebody has set is not set again.
fn add_scopes(tx: &mut Tx<'_>, scopes: &Scopes) -> Result<()> {
    let missing = |tx: &Tx<'_>, code: &str| match systems::scope_item(tx.db(), code) {
        Ok(_) => Ok(false),
        Err(e) if e.code() == Code::NotFound => Ok(true),
        Err(e) => Err(e),
    };
    for site in &scopes.sites {
        if missing(tx, &site.id)? {
            let kind = if site.id.eq_ignore_ascii_case("all") { ScopeKind::Organisation } else { ScopeKind::Site };
            systems::add_scope_item(tx, &site.id, kind, &site.name, &[])?;
        }
    }
    for service in &scopes.services {
        if missing(tx, &service.name)? {
            systems::add_scope_item(tx, &service.name, ScopeKind::Service, &service.name, &service.sites)?;
        }
    }
    for system in &scopes.management_systems {
        let edition = catalogue().edition(&system.standard, &[])?.id.clone();
        if !systems::editions_held(tx.db())?.contains(&edition) {
            systems::establish(tx, &edition)?;
        }
        let there = systems::system(tx.db(), &edition.to_string())?;
        if there.scope.is_empty() {
            let codes: Vec<String> = system.scope.iter().chain(&system.services).cloned().collect();
            systems::set_scope(tx, &edition.to_string(), &codes)?;
        }
    }
    Ok(())
}

fn document(
    tx: &mut Tx<'_>,
    planned: &PlannedDocument,
    files: &HashMap<String, FiledFile>,
    held: &[EditionId],
    new: &mut Applied,
) -> Result<()> {
    let fresh = match documents::by_code(tx.db(), &planned.code) {
        Ok(_) => false,
        Err(e) if e.code() == Code::NotFound => true,
        Err(e) => return Err(e),
    };
    if fresh {
        let mut register = NewDocument::new(&planned.code, &planned.title, planned.kind);
        register.owner.clone_from(&planned.owner);
        register.approver.clone_from(&planned.approver);
        register.classification.clone_from(&planned.classification);
        register.distribution.clone_from(&planned.distribution);
        register.retention.clone_from(&planned.retention);
        register.review_interval = planned.review_interval;
        register.scope = systems::scope_codes(tx.db(), &planned.scope)?;
        let id = documents::register(tx, register)?;
        let source = planned.row.map_or_else(|| String::from("import"), |row| format!("master list, row {row}"));
        link(tx, ItemId::Document(id), &planned.clauses, &source, held)?;
        new.documents += 1;
    }
    let mut in_force = false;
    for revision in &planned.revisions {
        let document = documents::by_code(tx.db(), &planned.code)?;
        let there = documents::revisions(tx.db(), document.id)?;
        let mut wanted: Vec<FiledFile> = revision.files.iter().filter_map(|p| files.get(p)).cloned().collect();
        if let Some(known) = there.iter().find(|r| same_version(&r.label, &revision.label)) {
            wanted.retain(|f| !known.files.iter().any(|k| k.digest == f.digest && k.path == f.path));
            // What was approved takes no more files.
            if known.state == RevisionState::Draft {
                new.files += wanted.len();
                documents::attach_files(tx, known.id, wanted)?;
            }
            continue;
        }
        if wanted.is_empty() || document.state == DocumentState::Withdrawn {
            continue;
        }
        new.files += wanted.len();
        new.revisions += 1;
        let author = tx.actor().to_owned();
        let id = documents::file_revision(
            tx,
            document.id,
            NewRevision { label: Some(revision.label.clone()), summary: String::new(), author, files: wanted },
        )?;
        match revision.state {
            "effective" => {
                let today = tx.today();
                documents::take_over_approval(
                    tx,
                    document.id,
                    Approval {
                        label: Some(revision.label.clone()),
                        by: revision.approver.clone(),
                        on: revision.approved_on,
                        effective_from: revision.approved_on.map_or(today, |d| d.latest().min(today)),
                        next_review: planned.next_review,
                        reason: String::new(),
                    },
                )?;
                in_force = true;
            }
            "superseded" => documents::retire_revision(tx, id, None)?,
            _ => {}
        }
    }
    if fresh && planned.withdrawn {
        let today = tx.today();
        documents::withdraw(tx, &planned.code, "Out of use when it was imported", today)?;
    } else if fresh && !in_force {
        documents::set_next_review(tx, &planned.code, planned.next_review)?;
    }
    Ok(())
}

fn record(
    tx: &mut Tx<'_>,
    planned: &PlannedRecord,
    files: &HashMap<String, FiledFile>,
    held: &[EditionId],
    new: &mut Applied,
) -> Result<()> {
    let Some(file) = files.get(&planned.path) else { return Ok(()) };
    if records::file_owners(tx.db(), &file.digest)?.iter().any(|(_, _, path)| *path == planned.path) {
        return Ok(());
    }
    let mut note = planned.note.clone();
    if let Some(original) = &planned.copy_of {
        if !note.is_empty() {
            note.push(' ');
        }
        note.push_str(&format!("Exact copy of {original}."));
    }
    let id = records::file(
        tx,
        NewRecord {
            particulars: Particulars {
                kind: planned.kind.clone(),
                period_from: planned.period_from,
                period_to: planned.period_to,
                collected: planned.collected,
                valid_until: planned.valid_until,
                note,
                ..Particulars::new(planned.title.clone())
            },
            files: vec![file.clone()],
            scope: systems::scope_codes(tx.db(), &planned.scope)?,
        },
    )?;
    let source = planned.row.map_or_else(|| String::from("import"), |row| format!("evidence index, row {row}"));
    link(tx, ItemId::Record(id), &planned.clauses, &source, held)?;
    new.records += 1;
    new.files += 1;
    Ok(())
}

/// Maps an item to the clauses of its list. A clause of a standard that the workspace does not hold is kept as
/// the list's own edition says it.
fn link(tx: &mut Tx<'_>, item: ItemId, clauses: &[(String, String)], source: &str, held: &[EditionId]) -> Result<()> {
    for (standard, clause) in clauses {
        let reference = catalogue().reference(&format!("{standard}/{clause}"), held)?;
        mapping::link(
            tx,
            NewLink {
                item,
                reference,
                strength: Strength::Full,
                reason: String::new(),
                variance: String::new(),
                scope: Vec::new(),
                origin: Origin::Import { source: source.to_owned() },
            },
        )?;
    }
    Ok(())
}
