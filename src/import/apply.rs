//! Filing a plan. Each document and each record is all or nothing; an interrupted import goes on where it stopped, and a
//! second one changes nothing. What is there already is compared with what the lists say now, and what nobody decided is
//! asked.

use std::collections::HashMap;

use super::asking;
use super::batch::{Filed, Mode, filed};
use super::clauses::link;
use super::lists::{Lists, Taken};
use super::oddities;
use super::plan::{ImportPlan, PlannedDocument, PlannedRecord};
use super::problem::Problem;
use super::recognised::{How, Recognised};
use super::scopes::Scopes;
use super::{again, gone, versions};
use crate::day::Due;
use crate::documents::{self, Approval, DocumentState, NewDocument, NewRevision};
use crate::error::{Code, Result};
use crate::filed::FiledFile;
use crate::items::ItemId;
use crate::questions::{self, List, Matter, RowRead};
use crate::records::{self, Exit, NewRecord, Particulars};
use crate::standards::{EditionId, catalogue};
use crate::systems::{self, ScopeKind};
use crate::workspace::{Tx, Workspace};

/// Items filed in one transaction: a commit costs a flush, and a crash costs at most this many.
const BATCH: usize = 64;

/// Files a plan, or tries out what filing it would come to. `files` holds the stored files by path, and whether they are all of the share; `progress` hears how many items are done of how many,
/// and stops it between two batches: what was filed stays, and another import goes on there.
pub(super) fn apply(
    (workspace, mode): (&mut Workspace, Mode),
    plan: &ImportPlan,
    scopes: &Scopes,
    lists: &Lists,
    (files, whole): (&HashMap<String, FiledFile>, bool),
    progress: &dyn Fn(usize, usize) -> Result<()>,
) -> Result<Filed> {
    let held = mode.run(workspace, |tx| {
        add_scopes(tx, scopes)?;
        systems::editions_held(tx.db())
    })?;
    // What is tried out stands on nothing that was tried out before.
    let scoped = |tx: &mut Tx<'_>| if mode == Mode::TryOut { add_scopes(tx, scopes) } else { Ok(()) };
    // Of a part of a share nobody can say what is gone.
    let before = if whole { documents::current_places(workspace.db())? } else { Vec::new() };
    let records_lay = records::places(workspace.db())?;
    let total = plan.documents.len() + plan.records.len();
    let mut done = 0;
    let mut out = Filed::default();
    for batch in plan.documents.chunks(BATCH) {
        let file = |tx: &mut Tx<'_>, one: &[&PlannedDocument], new: &mut Filed| {
            scoped(tx)?;
            let rows = one.iter().map(|d| document(tx, d, files, &held, new)).collect::<Result<Vec<_>>>()?;
            note(tx, List::MasterList, lists.master.as_ref(), rows)
        };
        let named = |d: &PlannedDocument| d.revisions.iter().flat_map(|r| &r.files).next().unwrap_or(&d.code).clone();
        filed((&mut *workspace, mode), &batch.iter().collect::<Vec<_>>(), &file, &named, &mut out)?;
        done += batch.len();
        progress(done, total)?;
    }
    for batch in plan.records.chunks(BATCH) {
        let file = |tx: &mut Tx<'_>, one: &[&PlannedRecord], new: &mut Filed| {
            scoped(tx)?;
            let mut rows = Vec::new();
            for planned in one {
                let (asked, filed) = (new.asked.len(), new.added.records);
                rows.push(record(tx, planned, files, &records_lay, &held, new)?);
                // What is only tried out has no number yet: it is called by its path.
                if mode == Mode::TryOut && new.added.records > filed {
                    new.asked[asked..].iter_mut().for_each(|asked| asked.about.clone_from(&planned.path));
                }
            }
            note(tx, List::EvidenceIndex, lists.index.as_ref(), rows)
        };
        let named = |r: &PlannedRecord| r.path.clone();
        filed((&mut *workspace, mode), &batch.iter().collect::<Vec<_>>(), &file, &named, &mut out)?;
        done += batch.len();
        progress(done, total)?;
    }
    let asked = mode.run(workspace, |tx| gone::ask(tx, plan, lists, &before, files))?;
    out.asked.extend(asked);
    Ok(out)
}

/// Notes what a list says of these.
fn note(tx: &mut Tx<'_>, list: List, taken: Option<&Taken>, rows: Vec<Option<RowRead>>) -> Result<()> {
    let Some(taken) = taken else { return Ok(()) };
    questions::note_rows(tx, list, &taken.name, rows.into_iter().flatten().collect())
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
    out: &mut Filed,
) -> Result<Option<RowRead>> {
    let Filed { added: new, asked, problems, recognised } = out;
    let source = planned.row.map_or_else(|| String::from("import"), |row| format!("master list, row {row}"));
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
        link(tx, ItemId::Document(id), &planned.clauses, &source, held)?;
        new.documents += 1;
    } else {
        again::document(tx, planned, &source, held, asked)?;
    }
    let mut in_force = false;
    for revision in &planned.revisions {
        let document = documents::by_code(tx.db(), &planned.code)?;
        let there = documents::revisions(tx.db(), document.id)?;
        let known = versions::of_version(&there, &revision.label);
        if let Some(known) = known.or_else(|| versions::holding(&there, revision, files)) {
            recognised.extend(versions::elsewhere(&document.code, known, revision, files));
            new.files += versions::more_of(tx, &document, known, revision, files, asked)?;
            continue;
        }
        let wanted: Vec<FiledFile> = revision.files.iter().filter_map(|p| files.get(p)).cloned().collect();
        if wanted.is_empty() {
            continue;
        }
        if document.state == DocumentState::Withdrawn {
            problems.push(withdrawn(&document.code, &revision.label, &wanted[0].path));
            continue;
        }
        if let (false, Some(last)) = (fresh, there.last()) {
            let (path, code, was) = (wanted[0].path.clone(), document.code.clone(), last.label.clone());
            recognised.push(Recognised { path, code, how: How::NewVersion, was });
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
                let said = revision.effective_from.map(Due::latest);
                let from = said.or_else(|| revision.approved_on.map(|day| day.latest().min(today)));
                let approval = Approval {
                    label: Some(revision.label.clone()),
                    by: revision.approver.clone(),
                    on: revision.approved_on,
                    effective_from: from.unwrap_or(today),
                    next_review: planned.next_review,
                    reason: String::new(),
                };
                match from {
                    Some(_) => documents::take_over_approval(tx, document.id, approval)?,
                    None => documents::take_over_undated(tx, document.id, approval)?,
                };
                in_force = true;
            }
            // What the list says of the document's end is said of its last version.
            "superseded" => {
                let last = planned.revisions.last().is_some_and(|last| std::ptr::eq(last, revision));
                documents::retire_revision(tx, id, planned.withdrawn_on.filter(|_| last))?;
            }
            _ => {}
        }
    }
    if fresh && planned.withdrawn {
        let today = tx.today();
        let reason = match planned.withdrawn_on {
            Some(_) => "Out of use since that day, by list or file, when it was imported",
            None => "Out of use when it was imported",
        };
        documents::withdraw(tx, &planned.code, reason, planned.withdrawn_on.unwrap_or(today))?;
    } else if fresh && !in_force {
        documents::set_next_review(tx, &planned.code, planned.next_review)?;
    }
    let document = documents::by_code(tx.db(), &planned.code)?;
    let item = ItemId::Document(document.id);
    if !planned.revisions.is_empty() && !fresh {
        questions::close_about(tx, item, |matter| matches!(matter, Matter::MissingFile { .. }))?;
    }
    let approver = planned.revisions.last().map_or(&planned.approver, |r| &r.approver);
    if document.state != DocumentState::Withdrawn {
        asking::doubts(tx, item, &planned.code, approver, &planned.doubts, asked)?;
    }
    Ok(planned.listed.as_ref().map(|row| again::row_of(item, row)))
}

fn record(
    tx: &mut Tx<'_>,
    planned: &PlannedRecord,
    files: &HashMap<String, FiledFile>,
    lay: &HashMap<String, String>,
    held: &[EditionId],
    out: &mut Filed,
) -> Result<Option<RowRead>> {
    let Filed { added: new, asked, problems, recognised } = out;
    let listed = planned.row.map(|row| format!("evidence index, row {row}"));
    let source = listed.or_else(|| planned.source.clone()).unwrap_or_else(|| String::from("import"));
    let Some(file) = files.get(&planned.path) else { return Ok(None) };
    let there = records::file_owners(tx.db(), &file.digest)?;
    if let Some((code, _, _)) = there.iter().find(|(_, _, path)| *path == planned.path) {
        let there = records::find(tx.db(), code)?;
        let item = ItemId::Record(there.id);
        // Nothing more is said of a record that was taken back.
        if there.exit != Some(Exit::TakenBack) {
            again::record(tx, planned, &there, &source, held, asked)?;
            asking::doubts(tx, item, code, "", &planned.doubts, asked)?;
        }
        return Ok(planned.listed.as_ref().map(|row| again::row_of(item, row)));
    }
    // The same bytes from a place where they lie no longer are the same record.
    let elsewhere = |(code, _, was): &(String, String, String)| Recognised::elsewhere(&planned.path, code, was, files);
    if let Some(known) = there.iter().find_map(elsewhere).filter(|_| planned.copy_of.is_none()) {
        let there = records::find(tx.db(), &known.code)?;
        recognised.push(known);
        return Ok(planned.listed.as_ref().map(|row| again::row_of(ItemId::Record(there.id), row)));
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
    link(tx, ItemId::Record(id), &planned.clauses, &source, held)?;
    new.records += 1;
    new.files += 1;
    let item = ItemId::Record(id);
    let code = records::by_id(tx.db(), id)?.code;
    if let Some(other) = lay.get(&planned.path) {
        problems.push(other_bytes(&planned.path, other, &code));
    }
    asking::doubts(tx, item, &code, "", &planned.doubts, asked)?;
    Ok(planned.listed.as_ref().map(|row| again::row_of(item, row)))
}

/// A version of a document out of use is not filed, and that is said.
fn withdrawn(code: &str, label: &str, path: &str) -> Problem {
    Problem { doc_no: Some(code.to_owned()), ..Problem::file(path, oddities::withdrawn_not_filed(code, label)) }
}

/// A record's file holds something else than it did: both are records until a person says which stands for which.
fn other_bytes(path: &str, before: &str, now: &str) -> Problem {
    Problem::file(path, oddities::record_changed(before, now))
}
