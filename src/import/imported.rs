//! What an import found and did, counted.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use super::apply::Applied;
use super::plan::{ImportPlan, PlannedDocument, PlannedRecord};
use super::problem::Problem;
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
    /// Files left out.
    pub skipped: Vec<Skipped>,
    /// What a person should look at.
    pub problems: Vec<Problem>,
    /// In a dry run: every document as it would be filed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub planned_documents: Vec<PlannedDocument>,
    /// In a dry run: every record as it would be filed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub planned_records: Vec<PlannedRecord>,
}

impl Imported {
    /// Counts a plan. `added` is nothing where it was only shown.
    pub(super) fn of(plan: ImportPlan, added: Option<Applied>) -> Self {
        let dry_run = added.is_none();
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
            added: added.unwrap_or_default(),
            duplicates: plan.duplicates,
            skipped: plan.skipped,
            problems: plan.problems,
            planned_documents: if dry_run { plan.documents } else { Vec::new() },
            planned_records: if dry_run { plan.records } else { Vec::new() },
        }
    }
}
