//! Filing a few things in one step: all of them, or none.

use super::intake::{name_of, take_files};
use super::item::{FileAs, FileItem, Filed};
use super::link::link;
use super::missing::{missing, refused};
use super::{already, refusals};
use crate::day::Due;
use crate::digest::Digest;
use crate::documents::{self, Document, DocumentKind, NewDocument, NewRevision, USUAL_REVIEW_INTERVAL};
use crate::error::Result;
use crate::extract::Media;
use crate::filed::FiledFile;
use crate::items::{self, ItemId};
use crate::records::{self, NewRecord, Particulars, Proposed};
use crate::search::TextCache;
use crate::standards::EditionId;
use crate::systems;
use crate::workspace::{Tx, Workspace};

/// Takes the files of all things in, then files them in one transaction. `progress` hears, before each thing, how many
/// were taken in of how many.
///
/// # Errors
/// Whatever refuses one of them refuses all; files taken in before are swept later.
pub fn file_items(
    workspace: &mut Workspace,
    cache: &TextCache,
    items: Vec<FileItem>,
    progress: &dyn Fn(u64, u64),
) -> Result<Filed> {
    let held = systems::editions_held(workspace.db())?;
    let total = items.len() as u64;
    let mut ready: Vec<(FileItem, Vec<FiledFile>)> = Vec::with_capacity(items.len());
    let mut filed = Filed::default();
    for (done, item) in items.into_iter().enumerate() {
        progress(done as u64, total);
        check_ready(&item)?;
        let files = take_files(workspace.vault(), cache, &item.paths)?;
        check_once(&item, &files, &ready)?;
        filed.already.extend(already::check(workspace.db(), &files, item.again)?);
        ready.push((item, files));
    }
    workspace.transact(|tx| {
        for (item, files) in ready {
            filed.clauses += item.clauses.len();
            filed.codes.push(file(tx, item, files, &held)?);
        }
        filed.replacements = replacements(tx, &filed.codes)?;
        Ok(filed)
    })
}

/// Files and maps one thing by the hash of its content, which is neither read nor stored: for trying out what it would do.
/// False where it still lacks something, and nothing is done.
///
/// # Errors
/// As [`file_items`].
pub fn file_unread(tx: &mut Tx<'_>, item: FileItem, digest: Digest, held: &[EditionId]) -> Result<bool> {
    if !missing(&item, false).is_empty() {
        return Ok(false);
    }
    let name = item.paths.first().map_or_else(String::new, |path| name_of(path));
    let path = name.clone();
    let (size, modified, media, problem, clauses) = (0, None, Media::Text, None, Vec::new());
    file(tx, item, vec![FiledFile { digest, size, name, path, modified, media, problem, clauses }], held)?;
    Ok(true)
}

/// Refuses what still lacks something; whether its content is filed already is seen when it was read.
fn check_ready(item: &FileItem) -> Result<()> {
    let name = item.paths.first().and_then(|path| path.file_name()).and_then(|name| name.to_str()).unwrap_or_default();
    match missing(item, false).into_iter().find_map(|lacks| refused(lacks, name)) {
        Some(refusal) => Err(refusal),
        None => Ok(()),
    }
}

/// Refuses content that comes twice in one step.
fn check_once(item: &FileItem, files: &[FiledFile], before: &[(FileItem, Vec<FiledFile>)]) -> Result<()> {
    let mut others = before.iter().flat_map(|(_, files)| files);
    match others.find_map(|other| Some((files.iter().find(|file| file.digest == other.digest)?, other))) {
        Some((file, other)) if !item.again => Err(refusals::file_comes_twice(&file.name, &other.name)),
        _ => Ok(()),
    }
}

/// What may be replaced now that these are filed; what was filed together with them is proposed once.
fn replacements(tx: &Tx<'_>, codes: &[String]) -> Result<Vec<Proposed>> {
    let mut all: Vec<Proposed> = Vec::new();
    for code in codes {
        if let ItemId::Record(id) = items::find(tx.db(), code)? {
            let found = records::proposed(tx.db(), &records::by_id(tx.db(), id)?)?;
            all.extend(found.into_iter().filter(|new| new.by == *code));
        }
    }
    Ok(all)
}

/// Files one thing and maps it; answers its code.
fn file(tx: &mut Tx<'_>, mut item: FileItem, files: Vec<FiledFile>, held: &[EditionId]) -> Result<String> {
    let clauses = std::mem::take(&mut item.clauses);
    let (id, code) = match item.kind {
        None => return Err(refusals::file_without_purpose(item.title)),
        Some(FileAs::Record) => record(tx, item, files)?,
        Some(FileAs::Revision) => {
            let document = documents::by_code(tx.db(), &item.code)?;
            revision(tx, &document, item, files)?
        }
        Some(FileAs::Document) => {
            let due = item.next_review.map(|day| Due::Day { day });
            let document = register(tx, &mut item, due)?;
            let filed = revision(tx, &document, item, files)?;
            if due.is_some() {
                documents::set_next_review(tx, document.id, due)?;
            }
            filed
        }
    };
    link(tx, id, clauses, held)?;
    Ok(code)
}

fn record(tx: &mut Tx<'_>, item: FileItem, files: Vec<FiledFile>) -> Result<(ItemId, String)> {
    let particulars = Particulars {
        kind: item.what,
        collected: item.collected,
        period_from: item.period_from,
        period_to: item.period_to,
        valid_until: item.valid_until,
        ..Particulars::new(item.title)
    };
    let new = NewRecord { particulars, files, scope: systems::scope_codes(tx.db(), &item.scope)? };
    let id = records::file(tx, new)?;
    Ok((ItemId::Record(id), records::by_id(tx.db(), id)?.code))
}

/// A document with a next review is reviewed at the usual interval from then on; one without is not.
fn register(tx: &mut Tx<'_>, item: &mut FileItem, due: Option<Due>) -> Result<Document> {
    let mut new = NewDocument::new(&item.code, &item.title, DocumentKind::parse(&item.what)?);
    new.owner = std::mem::take(&mut item.owner);
    new.scope = systems::scope_codes(tx.db(), &item.scope)?;
    new.review_interval = due.map(|_| USUAL_REVIEW_INTERVAL);
    let id = documents::register(tx, new)?;
    documents::by_id(tx.db(), id)
}

fn revision(tx: &mut Tx<'_>, document: &Document, item: FileItem, files: Vec<FiledFile>) -> Result<(ItemId, String)> {
    let author = tx.actor().to_owned();
    let new = NewRevision {
        label: Some(item.revision).filter(|label| !label.trim().is_empty()),
        summary: item.summary,
        author,
        files,
    };
    documents::file_revision(tx, document.id, new)?;
    Ok((ItemId::Document(document.id), document.code.clone()))
}
