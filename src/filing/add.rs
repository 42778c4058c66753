//! Filing one thing with its files and clauses, in one step. Its files are taken in before that step: a disk is slow, and
//! nobody else should wait for it.

use std::path::PathBuf;

use super::already::{self, Already};
use super::intake::take_files;
use crate::documents::{self, NewDocument, NewRevision};
use crate::error::Result;
use crate::ids::{DocumentId, RecordId, ScopeItemId};
use crate::items::ItemId;
use crate::mapping;
use crate::records::{self, NewRecord, Particulars};
use crate::search::TextCache;
use crate::standards::ClauseRef;
use crate::workspace::Workspace;

/// Registers a document, files its first revision as a draft and maps it in full to clauses; answers too what held its
/// content before. Without a code it is given the next one by the rule for its type.
///
/// # Errors
/// `already_exists` for content that is filed already, unless it is to be filed `again`.
pub fn add_document(
    workspace: &mut Workspace,
    cache: &TextCache,
    mut new: NewDocument,
    label: Option<String>,
    files: &[PathBuf],
    clauses: Vec<ClauseRef>,
    again: bool,
) -> Result<(DocumentId, Vec<Already>)> {
    let files = take_files(workspace.vault(), cache, files)?;
    let already = already::check(workspace.db(), &files, again)?;
    let first = NewRevision { label, summary: String::new(), author: workspace.actor().to_owned(), files };
    workspace.transact(|tx| {
        // Asked inside the transaction: of two programs that file at once the second sees what the first was given.
        if new.code.trim().is_empty() {
            new.code = documents::numbered(tx.db(), new.particulars.kind, tx.today())?;
        }
        let id = documents::register(tx, new)?;
        documents::file_revision(tx, id, first)?;
        mapping::link_in_full(tx, ItemId::Document(id), clauses)?;
        Ok((id, already))
    })
}

/// Files the next revision of a document as a draft; answers what held its content before.
///
/// # Errors
/// `already_exists` for content that is filed already, unless it is to be filed `again`.
/// `not_found` for a code that nothing answers to, before its files are taken in.
pub fn add_revision(
    workspace: &mut Workspace,
    cache: &TextCache,
    code: &str,
    label: Option<String>,
    summary: String,
    files: &[PathBuf],
    again: bool,
) -> Result<Vec<Already>> {
    documents::by_code(workspace.db(), code)?;
    let files = take_files(workspace.vault(), cache, files)?;
    let already = already::check(workspace.db(), &files, again)?;
    let new = NewRevision { label, summary, author: workspace.actor().to_owned(), files };
    workspace.transact(|tx| documents::file_revision(tx, code, new))?;
    Ok(already)
}

/// Replaces the files of a draft; false where it has just these.
///
/// # Errors
/// `not_found` for a code that nothing answers to, before its files are taken in.
pub fn replace_files(
    workspace: &mut Workspace,
    cache: &TextCache,
    code: &str,
    label: Option<&str>,
    files: &[PathBuf],
    reason: &str,
) -> Result<bool> {
    documents::by_code(workspace.db(), code)?;
    let files = take_files(workspace.vault(), cache, files)?;
    workspace.transact(|tx| documents::replace_files(tx, code, label, files, reason))
}

/// Files a record and maps it in full to clauses; answers too what held its content before.
///
/// # Errors
/// `already_exists` for content that is filed already, unless it is to be filed `again`.
pub fn add_record(
    workspace: &mut Workspace,
    cache: &TextCache,
    particulars: Particulars,
    scope: Vec<ScopeItemId>,
    files: &[PathBuf],
    clauses: Vec<ClauseRef>,
    again: bool,
) -> Result<(RecordId, Vec<Already>)> {
    let files = take_files(workspace.vault(), cache, files)?;
    let already = already::check(workspace.db(), &files, again)?;
    let new = NewRecord { particulars, files, scope };
    workspace.transact(|tx| {
        let id = records::file(tx, new)?;
        mapping::link_in_full(tx, ItemId::Record(id), clauses)?;
        Ok((id, already))
    })
}
