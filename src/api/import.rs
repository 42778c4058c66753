//! Import, as a command.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Progress, Session, Step, Topic};
use crate::error::Result;
use crate::import::{self, Applied, PlannedDocument, PlannedRecord, Problem, Skipped, Sources};

/// Takes a share in, with its lists.
#[derive(Debug, Deserialize, TS)]
pub struct Import {
    /// Folders and files.
    pub paths: Vec<PathBuf>,
    /// Master document list (XLSX).
    #[serde(default)]
    pub master_list: Option<PathBuf>,
    /// Evidence index (CSV).
    #[serde(default)]
    pub evidence_index: Option<PathBuf>,
    /// Scopes (JSON).
    #[serde(default)]
    pub scopes: Option<PathBuf>,
    /// Show it, write nothing.
    #[serde(default)]
    pub dry_run: bool,
}

/// What an import found and did.
#[derive(Debug, Serialize, TS)]
pub struct Imported {
    /// Whether nothing was written.
    pub dry_run: bool,
    /// Documents with files of their own.
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

impl Command for Import {
    type Answer = Imported;
    const NAME: &'static str = "import";
    const CHANGES: &'static [Topic] = &[Topic::All];

    fn paths(&self) -> Vec<&Path> {
        let lists = [&self.master_list, &self.evidence_index, &self.scopes];
        self.paths.iter().map(PathBuf::as_path).chain(lists.into_iter().filter_map(|l| l.as_deref())).collect()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let (tell, cancel) = (session.tell(), session.cancel());
        let cache = session.text_cache()?;
        let sources = Sources {
            paths: self.paths,
            master_list: self.master_list,
            evidence_index: self.evidence_index,
            scopes: self.scopes,
        };
        let progress = |step: &'static str, done: u64, total: u64| {
            let step = if step == "reading" { Step::Reading } else { Step::Filing };
            tell(Progress { step, done, total });
        };
        let workspace = session.workspace()?;
        let (plan, added) = import::import(workspace, &cache, &sources, self.dry_run, &progress, &cancel)?;
        let external = plan.documents.iter().filter(|d| d.kind == crate::documents::DocumentKind::External).count();
        let listed_only = plan.documents.iter().filter(|d| d.revisions.is_empty()).count();
        let controlled = || plan.documents.iter().filter(|d| d.kind != crate::documents::DocumentKind::External);
        Ok(Imported {
            dry_run: self.dry_run,
            documents: controlled().filter(|d| !d.revisions.is_empty()).count(),
            revisions: controlled().map(|d| d.revisions.len()).sum(),
            records: plan.records.len(),
            files: plan.by_kind.iter().filter(|(kind, _)| **kind != "system").map(|(_, n)| n).sum(),
            external,
            listed_only,
            by_kind: plan.by_kind.clone(),
            added,
            duplicates: plan.duplicates,
            skipped: plan.skipped,
            problems: plan.problems,
            planned_documents: if self.dry_run { plan.documents } else { Vec::new() },
            planned_records: if self.dry_run { plan.records } else { Vec::new() },
        })
    }
}
