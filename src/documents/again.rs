//! A draft that was taken back, filed again as it was.

use super::events::DocumentEvent;
use super::model::DocumentState;
use super::refusals;
use super::{queries, revisions};
use crate::error::Result;
use crate::ids::{DocumentId, RevisionId};
use crate::workspace::{Tx, change_final, earlier};

/// Files a draft again that an earlier entry filed and entry `seq` took back, with all files that it had.
///
/// # Errors
/// `refused` where its label was given to another since, or the document is withdrawn.
pub(super) fn file_again(tx: &mut Tx<'_>, document: DocumentId, wanted: RevisionId, seq: u64) -> Result<()> {
    let mut attached = Vec::new();
    let (mut filed, mut replaced) = (None, None);
    earlier(tx.db(), document.0, seq, |event| match serde_json::from_str(event) {
        // What was attached before the files were replaced is gone with them.
        Ok(DocumentEvent::FilesAttached { revision, files }) if revision == wanted => {
            if replaced.is_none() {
                attached.push(files);
            }
            false
        }
        Ok(DocumentEvent::RevisionFilesReplaced { revision, files, .. }) if revision == wanted => {
            replaced.get_or_insert(files);
            false
        }
        Ok(event @ DocumentEvent::RevisionFiled { .. }) => match &event {
            DocumentEvent::RevisionFiled { revision, .. } if *revision == wanted => {
                filed = Some(event);
                true
            }
            _ => false,
        },
        _ => false,
    })?;
    let Some(DocumentEvent::RevisionFiled { revision, label, summary, author, files, .. }) = filed else {
        return Err(change_final());
    };
    let there = queries::by_id(tx.db(), document)?;
    if there.state == DocumentState::Withdrawn {
        return Err(refusals::document_withdrawn(there.code));
    }
    if revisions::revisions(tx.db(), document)?.iter().any(|r| r.label.eq_ignore_ascii_case(&label)) {
        return Err(refusals::revision_label_taken(there.code, label));
    }
    let mut files = replaced.unwrap_or(files);
    files.extend(attached.into_iter().rev().flatten());
    tx.append(&DocumentEvent::RevisionFiled { document, revision, label, summary, author, files })?;
    Ok(())
}
