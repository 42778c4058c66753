//! Correcting what was entered about documents, mappings and audits, as commands.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, commands};
use crate::audits::{self, Audit, Editions};
use crate::day::Day;
use crate::documents::{self, DocumentsCorrected};
use crate::error::Result;
use crate::filing;
use crate::items::{self, ItemId};
use crate::mapping::{self, Mapped};
use crate::named::{Particular, Wanted};
use crate::reviews::{self, DocumentShown};
use crate::standards::catalogue;
use crate::systems;

commands! { DocumentCorrect, DocumentReplaceFiles, MapCorrect, AuditCorrect }

/// Corrects what was entered about one or several documents, in one step.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentCorrect {
    /// Codes of the documents.
    pub codes: Vec<String>,
    /// The right values as text, by the name of the particular or `code`; an empty one clears.
    #[serde(default)]
    #[ts(as = "std::collections::BTreeMap<String, String>")]
    pub changes: Wanted,
    /// Codes of the scope items they belong to, where those are corrected; none means all.
    #[serde(default)]
    pub scope: Option<Vec<String>>,
    /// The next review of each whose interval is corrected; it stays where none is given.
    #[serde(default)]
    pub next_review: Option<Day>,
    /// Why.
    pub reason: String,
}

impl Command for DocumentCorrect {
    type Answer = DocumentsCorrected;
    const NAME: &'static str = "document_correct";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        session.workspace()?.transact(|tx| {
            let Self { codes, changes, scope, next_review, reason } = self;
            let scope = scope.map(|codes| systems::scope_codes(tx.db(), &codes)).transpose()?;
            let item = |code: &String| Ok(ItemId::Document(documents::by_code(tx.db(), code)?.id));
            let items = codes.iter().map(item).collect::<Result<Vec<_>>>()?;
            mapping::with_scope_of_items(tx, &items, scope.as_deref(), |tx| {
                documents::correct_several(tx, &codes, &changes, scope.as_deref(), next_review, &reason)
            })
        })
    }
}

/// Replaces the wrong files of a draft.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentReplaceFiles {
    /// Code of the document.
    pub code: String,
    /// Which draft; the newest where none is given.
    #[serde(default)]
    pub revision: Option<String>,
    /// The right files.
    pub files: Vec<PathBuf>,
    /// Why.
    pub reason: String,
}

/// A draft and its files.
#[derive(Debug, Serialize, TS)]
pub struct FilesReplaced {
    /// The document.
    #[serde(flatten)]
    pub document: DocumentShown,
    /// Whether the files are others now; not where they were just these.
    pub replaced: bool,
}

impl Command for DocumentReplaceFiles {
    type Answer = FilesReplaced;
    const NAME: &'static str = "document_replace_files";
    const EFFECT: Effect = Effect::Writes;

    fn paths(&self) -> Vec<&Path> {
        self.files.iter().map(PathBuf::as_path).collect()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let cache = session.text_cache()?;
        let workspace = session.workspace()?;
        let Self { code, revision, files, reason } = self;
        let replaced = filing::replace_files(workspace, &cache, &code, revision.as_deref(), &files, &reason)?;
        Ok(FilesReplaced { document: reviews::document_shown(workspace.db(), &code)?, replaced })
    }
}

/// Corrects mappings of one document or record, in one step.
#[derive(Debug, Deserialize, TS)]
pub struct MapCorrect {
    /// Code or identifier.
    pub item: String,
    /// The clauses.
    pub references: Vec<String>,
    /// The right values as text, by the name: `strength`, `reason`, `variance`; an empty one clears.
    #[serde(default)]
    #[ts(as = "std::collections::BTreeMap<String, String>")]
    pub changes: Wanted,
    /// Codes of the scope items for which they hold, where those are corrected; none means those of the item.
    #[serde(default)]
    pub scope: Option<Vec<String>>,
    /// Why.
    pub reason: String,
}

/// What an item is mapped to now.
#[derive(Debug, Serialize, TS)]
pub struct MappingsCorrected {
    /// The document or record with its mappings.
    #[serde(flatten)]
    pub mapped: Mapped,
    /// How many mappings say something else now; the others said it already.
    pub corrected: usize,
}

impl Command for MapCorrect {
    type Answer = MappingsCorrected;
    const NAME: &'static str = "map_correct";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        let before = mapping::mapped(workspace.db(), &self.item)?.mappings;
        let references = systems::clauses(workspace.db(), &self.references)?;
        let corrected = workspace.transact(|tx| {
            let item = items::find(tx.db(), &self.item)?;
            let scope = self.scope.map(|codes| systems::scope_codes(tx.db(), &codes)).transpose()?;
            let mut corrected = 0;
            for reference in &references {
                let changed = mapping::correct(tx, item, reference, &self.changes, scope.clone(), &self.reason)?;
                corrected += usize::from(changed);
            }
            Ok(corrected)
        })?;
        let mapped = mapping::mapped(workspace.db(), &self.item)?.since(&before, &references);
        Ok(MappingsCorrected { mapped, corrected })
    }
}

/// Corrects what was entered about an audit.
#[derive(Debug, Deserialize, TS)]
pub struct AuditCorrect {
    /// Its code.
    pub code: String,
    /// The right values as text, by the name: `title`, `kind`, `period_from`, `period_to`; an empty one clears.
    #[serde(default)]
    #[ts(as = "std::collections::BTreeMap<String, String>")]
    pub changes: Wanted,
    /// The standards audited, where those are corrected.
    #[serde(default)]
    pub standards: Option<Vec<String>>,
    /// Codes of scope items, where those are corrected; none means all.
    #[serde(default)]
    pub scope: Option<Vec<String>>,
    /// Why.
    pub reason: String,
}

/// An audit as it stands now.
#[derive(Debug, Serialize, TS)]
pub struct AuditCorrected {
    /// The audit.
    #[serde(flatten)]
    pub audit: Audit,
    /// Whether it says something else now; not where it said all of that already.
    pub corrected: bool,
}

impl Command for AuditCorrect {
    type Answer = AuditCorrected;
    const NAME: &'static str = "audit_correct";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let Self { code, mut changes, standards, scope, reason } = self;
        let workspace = session.workspace()?;
        let corrected = workspace.transact(|tx| {
            if let Some(standards) = standards {
                let held = systems::editions_held(tx.db())?;
                let editions = Editions(catalogue().edition_ids(&standards, &held)?);
                changes.insert("editions".to_owned(), editions.text());
            }
            let scope = scope.map(|codes| systems::scope_codes(tx.db(), &codes)).transpose()?;
            audits::correct(tx, &code, &changes, scope, &reason)
        })?;
        Ok(AuditCorrected { audit: audits::by_code(workspace.db(), &code)?, corrected })
    }
}
