//! Filing what was dropped: look first, then file all of it in one step that can be undone.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Progress, Session, Step, Topic};
use crate::day::{Day, Due};
use crate::documents::{self, DocumentKind, NewDocument, NewRevision};
use crate::error::{Error, Result};
use crate::filed::FiledFile;
use crate::import::{self, Probe, take_files};
use crate::mapping::{self, ItemId, NewLink, Origin, Proposal, Strength};
use crate::records::{self, NewRecord};
use crate::standards::{EditionId, catalogue};
use crate::systems;
use crate::workspace::Tx;

/// Looks at dropped files; files nothing.
#[derive(Debug, Deserialize, TS)]
pub struct FileProbe {
    /// The file.
    pub path: PathBuf,
}

impl Command for FileProbe {
    type Answer = Probe;
    const NAME: &'static str = "file_probe";
    const CHANGES: &'static [Topic] = &[];

    fn paths(&self) -> Vec<&Path> {
        vec![&self.path]
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let db = session.workspace()?.db();
        import::probe(db, &self.path, &systems::editions_held(db)?)
    }
}

/// Tells files and folders apart, and finds the lists among them.
#[derive(Debug, Deserialize, TS)]
pub struct DropSort {
    /// What was dropped.
    pub paths: Vec<PathBuf>,
}

/// What was dropped, sorted.
#[derive(Debug, Default, Serialize, TS)]
pub struct Dropped {
    /// Folders: shares to be imported.
    pub folders: Vec<String>,
    /// Single files to be filed.
    pub files: Vec<String>,
    /// A workbook that reads as a master document list.
    pub master_list: Option<String>,
    /// A table that reads as an evidence index.
    pub evidence_index: Option<String>,
    /// A file that reads as scopes.
    pub scopes: Option<String>,
}

impl Command for DropSort {
    type Answer = Dropped;
    const NAME: &'static str = "drop_sort";
    const CHANGES: &'static [Topic] = &[];

    fn paths(&self) -> Vec<&Path> {
        self.paths.iter().map(PathBuf::as_path).collect()
    }

    fn run(self, _session: &mut Session) -> Result<Self::Answer> {
        let mut out = Dropped::default();
        let (folders, files): (Vec<_>, Vec<_>) = self.paths.into_iter().partition(|p| p.is_dir());
        for folder in &folders {
            out.folders.push(folder.display().to_string());
            let inside = std::fs::read_dir(folder).map_err(|e| Error::io(folder, e))?;
            for path in inside.filter_map(|entry| entry.ok().map(|e| e.path())) {
                list_in(&path, &mut out);
            }
        }
        for file in files {
            // A list among single files is a file like others; beside a folder it speaks about that folder.
            if folders.is_empty() || !list_in(&file, &mut out) {
                out.files.push(file.display().to_string());
            }
        }
        Ok(out)
    }
}

/// Whether a file reads as one of the three lists; the first of each kind is taken.
fn list_in(path: &Path, out: &mut Dropped) -> bool {
    let end = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_lowercase();
    let place = match end.as_str() {
        "xlsx" if import::master_list(path).is_ok_and(|rows| !rows.is_empty()) => &mut out.master_list,
        "csv" if import::evidence_index(path).is_ok_and(|rows| !rows.is_empty()) => &mut out.evidence_index,
        "json" if import::scopes(path).is_ok_and(|s| !s.sites.is_empty()) => &mut out.scopes,
        _ => return false,
    };
    if place.is_none() {
        *place = Some(path.display().to_string());
    }
    true
}

/// Says what the correlation proposes for clauses that nothing is filed for yet.
#[derive(Debug, Deserialize, TS)]
pub struct ProposeFor {
    /// Clauses, as `9001:2015/7.5`.
    pub references: Vec<String>,
}

impl Command for ProposeFor {
    type Answer = Vec<Proposal>;
    const NAME: &'static str = "propose_for";
    const CHANGES: &'static [Topic] = &[];

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let held = systems::editions_held(session.workspace()?.db())?;
        Ok(mapping::propose(&super::documents::references(&self.references, &held)?, &held))
    }
}

/// Files several things in one step: all of them, or none.
#[derive(Debug, Deserialize, TS)]
pub struct FileItems {
    /// What to file.
    pub items: Vec<FileItem>,
}

/// One thing to file.
#[derive(Debug, Deserialize, TS)]
pub struct FileItem {
    /// Its files.
    pub paths: Vec<PathBuf>,
    /// `revision`, `document` or `record`.
    #[serde(rename = "as")]
    pub kind: String,
    /// Documents: the number.
    #[serde(default)]
    pub code: String,
    /// Title.
    #[serde(default)]
    pub title: String,
    /// Kind of documented information, or the organisation's own word for a record.
    #[serde(default)]
    pub what: String,
    /// Documents: label of the revision.
    #[serde(default)]
    pub revision: String,
    /// Documents: role that answers for it.
    #[serde(default)]
    pub owner: String,
    /// Documents: what changed.
    #[serde(default)]
    pub summary: String,
    /// Documents: next review.
    #[serde(default)]
    pub next_review: Option<Day>,
    /// Records: day of collection.
    #[serde(default)]
    pub collected: Option<Day>,
    /// Records: last day on which it counts.
    #[serde(default)]
    pub valid_until: Option<Day>,
    /// Codes of the scope items it belongs to.
    #[serde(default)]
    pub scope: Vec<String>,
    /// The clauses it satisfies.
    #[serde(default)]
    pub clauses: Vec<FileClause>,
}

/// A clause that something filed satisfies.
#[derive(Debug, Deserialize, TS)]
pub struct FileClause {
    /// The clause.
    pub reference: String,
    /// full, partial or supporting.
    pub strength: String,
    /// Why; needed for a match that is only similar or aligned.
    #[serde(default)]
    pub reason: String,
}

/// What was filed.
#[derive(Debug, Serialize, TS)]
pub struct Filed {
    /// Codes of the documents and records, in the order asked.
    pub codes: Vec<String>,
    /// How many clauses they satisfy.
    pub clauses: usize,
}

impl Command for FileItems {
    type Answer = Filed;
    const NAME: &'static str = "file_items";
    const CHANGES: &'static [Topic] =
        &[Topic::Documents, Topic::Records, Topic::Mapping, Topic::Coverage, Topic::Reviews];

    fn paths(&self) -> Vec<&Path> {
        self.items.iter().flat_map(|i| i.paths.iter().map(PathBuf::as_path)).collect()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let (tell, cache) = (session.tell(), session.text_cache()?);
        let workspace = session.workspace()?;
        let held = systems::editions_held(workspace.db())?;
        let author = workspace.actor().to_owned();
        let total = self.items.len() as u64;
        let mut ready = Vec::new();
        for (done, item) in self.items.into_iter().enumerate() {
            tell(Progress { step: Step::Filing, done: done as u64, total });
            let files = take_files(workspace.vault(), &cache, &item.paths)?;
            ready.push((item, files));
        }
        workspace.transact(|tx| {
            let mut filed = Filed { codes: Vec::new(), clauses: 0 };
            for (item, files) in ready {
                filed.clauses += item.clauses.len();
                filed.codes.push(file(tx, item, files, &author, &held)?);
            }
            Ok(filed)
        })
    }
}

fn file(tx: &mut Tx<'_>, item: FileItem, files: Vec<FiledFile>, author: &str, held: &[EditionId]) -> Result<String> {
    let scope = systems::scope_codes(tx.db(), &item.scope)?;
    let due = item.next_review.map(|day| Due::Day { day });
    let (id, code) = if item.kind == "record" {
        let id = records::file(
            tx,
            NewRecord {
                title: item.title,
                kind: item.what,
                files,
                collected: item.collected,
                valid_until: item.valid_until,
                scope,
                ..NewRecord::default()
            },
        )?;
        (ItemId::Record(id), records::by_id(tx.db(), id)?.code)
    } else {
        let document = if item.kind == "revision" {
            documents::by_code(tx.db(), &item.code)?
        } else {
            let mut new = NewDocument::new(&item.code, &item.title, DocumentKind::parse(&item.what)?);
            new.owner = item.owner;
            new.scope = scope;
            new.review_interval = due.map(|_| 12);
            let id = documents::register(tx, new)?;
            documents::by_id(tx.db(), id)?
        };
        let revision = NewRevision { label: item.revision, summary: item.summary, author: author.to_owned(), files };
        documents::file_revision(tx, &document, revision)?;
        if due.is_some() && item.kind == "document" {
            documents::set_next_review(tx, &document, due)?;
        }
        (ItemId::Document(document.id), document.code)
    };
    link(tx, id, item.clauses, held)?;
    Ok(code)
}

/// Maps what was filed. A clause that the correlation proposed from another one of the list says so.
fn link(tx: &mut Tx<'_>, item: ItemId, clauses: Vec<FileClause>, held: &[EditionId]) -> Result<()> {
    let there: Vec<_> = mapping::of_item(tx.db(), item)?.into_iter().map(|l| l.reference).collect();
    let mut later = Vec::new();
    for clause in clauses {
        let reference = catalogue().reference(&clause.reference, held)?;
        if there.contains(&reference) {
            continue;
        }
        let strength = Strength::parse(&clause.strength)?;
        // What has no reason of its own may follow from the others as identical text.
        let follows = mapping::proposals(tx.db(), item, held)?.into_iter().any(|p| p.reference == reference);
        if follows || !clause.reason.is_empty() {
            later.push((reference, strength, clause.reason));
            continue;
        }
        let (reason, variance, scope) = (String::new(), String::new(), Vec::new());
        mapping::link(tx, NewLink { item, reference, strength, reason, variance, scope, origin: Origin::Hand })?;
    }
    for (reference, strength, reason) in later {
        if mapping::proposals(tx.db(), item, held)?.iter().any(|p| p.reference == reference) {
            mapping::accept(tx, item, &reference, strength, &reason, held)?;
        } else {
            let (variance, scope) = (String::new(), Vec::new());
            mapping::link(tx, NewLink { item, reference, strength, reason, variance, scope, origin: Origin::Hand })?;
        }
    }
    Ok(())
}
