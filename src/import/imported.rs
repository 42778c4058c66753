//! What an import found and did, counted.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use super::asking::{QuestionAsked, would_ask};
use super::batch::{Applied, Filed};
use super::lists::ListTaken;
use super::plan::{ImportPlan, PlannedDocument, PlannedRecord};
use super::problem::Problem;
use super::recognised::Recognised;
use super::scan::Skipped;
use crate::documents::DocumentKind;

/// What an import found and did.
#[derive(Debug, Serialize, TS)]
pub struct Imported {
    /// Whether nothing was written.
    pub dry_run: bool,
    /// Documents of the organisation that have files.
    pub documents: usize,
    /// Their revisions.
    pub revisions: usize,
    /// Records.
    pub records: usize,
    /// Files taken in.
    pub files: usize,
    /// Documents from outside.
    pub external: usize,
    /// Documents that only the master list knows.
    pub listed_only: usize,
    /// Files by kind: document, record, external, system.
    pub by_kind: BTreeMap<&'static str, usize>,
    /// What was new; all zero when an import is repeated.
    pub added: Applied,
    /// Groups of exact copies.
    pub duplicates: Vec<Vec<String>>,
    /// Files that are filed already, elsewhere or in another version.
    pub recognised: Vec<Recognised>,
    /// Files left out.
    pub skipped: Vec<Skipped>,
    /// Files and folders whose bytes could not be taken; each is among the problems.
    pub not_taken: usize,
    /// The lists, with what was read of them and what not.
    pub lists: Vec<ListTaken>,
    /// What a person should look at.
    pub problems: Vec<Problem>,
    /// What it asked, and did not ask before; in a dry run what it would ask.
    pub questions: Vec<QuestionAsked>,
    /// How many questions wait for an answer, of this import and of earlier ones.
    pub to_settle: usize,
    /// Documents and records of this import for which clauses are proposed now; none of them counts before it is accepted.
    pub proposed: usize,
    /// Points that opened with what was mapped; they keep their clauses partial.
    pub points_opened: usize,
    /// In a dry run: every document as it would be filed.
    pub planned_documents: Vec<PlannedDocument>,
    /// In a dry run: every record as it would be filed.
    pub planned_records: Vec<PlannedRecord>,
}

impl Imported {
    /// What a plan would do; `recognised` are files that look like what is filed.
    pub(super) fn planned(plan: ImportPlan, recognised: Vec<Recognised>) -> Self {
        let documents = plan.documents.iter().flat_map(|d| would_ask(&d.code, &d.doubts));
        let records = plan.records.iter().flat_map(|r| would_ask(&r.path, &r.doubts));
        let missing = plan
            .doubts
            .iter()
            .flat_map(|doubt| would_ask(doubt.on.path().unwrap_or_default(), std::slice::from_ref(doubt)));
        let questions: Vec<QuestionAsked> = documents.chain(records).chain(missing).collect();
        let open = questions.len();
        Self::of(plan, true, Filed { asked: questions, recognised, ..Filed::default() }, open)
    }

    /// What a plan would do, as trying it out told.
    pub(super) fn tried(plan: ImportPlan, mut filed: Filed, alike: Vec<Recognised>) -> Self {
        filed.recognised.extend(alike);
        // No question has a name before it is asked.
        filed.asked.iter_mut().for_each(|asked| asked.code = None);
        let open = filed.asked.len();
        Self::of(plan, true, filed, open)
    }

    /// What a plan did; `open` questions wait.
    pub(super) fn done(plan: ImportPlan, filed: Filed, open: usize) -> Self {
        Self::of(plan, false, filed, open)
    }

    fn of(plan: ImportPlan, dry_run: bool, filed: Filed, open: usize) -> Self {
        let problems: Vec<Problem> = plan.problems.into_iter().chain(filed.problems).collect();
        let controlled: Vec<_> = plan.documents.iter().filter(|d| d.kind != DocumentKind::External).collect();
        Self {
            dry_run,
            documents: controlled.iter().filter(|d| !d.revisions.is_empty()).count(),
            revisions: controlled.iter().map(|d| d.revisions.len()).sum(),
            records: plan.records.len(),
            files: plan.by_kind.iter().filter(|(kind, _)| **kind != "system").map(|(_, n)| n).sum(),
            external: plan.documents.len() - controlled.len(),
            listed_only: plan.documents.iter().filter(|d| d.revisions.is_empty()).count(),
            by_kind: plan.by_kind,
            added: filed.added,
            duplicates: plan.duplicates,
            recognised: filed.recognised,
            skipped: plan.skipped,
            lists: Vec::new(),
            not_taken: problems.iter().filter(|problem| problem.not_taken()).count(),
            problems,
            questions: filed.asked,
            to_settle: open,
            proposed: 0,
            points_opened: 0,
            planned_documents: if dry_run { plan.documents } else { Vec::new() },
            planned_records: if dry_run { plan.records } else { Vec::new() },
        }
    }
}
