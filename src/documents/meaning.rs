//! What each event about a document means.

use rusqlite::Connection;
use uuid::Uuid;

use super::{DocumentEvent, commands, projection, queries, revisions, stand};
use crate::error::{Code, Result};
use crate::ids::DocumentId;
use crate::ledger::Stamp;
use crate::workspace::{Meaning, Tx, change_final, told};

impl DocumentEvent {
    /// The document it is about; none where the tables no longer know the revision's.
    pub fn document(&self, db: &Connection) -> Result<Option<DocumentId>> {
        match self {
            DocumentEvent::Registered { id, .. } => Ok(Some(*id)),
            DocumentEvent::RevisionFiled { document, .. }
            | DocumentEvent::Approved { document, .. }
            | DocumentEvent::MadeEffective { document, .. }
            | DocumentEvent::ApprovalTakenBack { document, .. }
            | DocumentEvent::Reinstated { document, .. }
            | DocumentEvent::NextReviewSet { document, .. }
            | DocumentEvent::Withdrawn { document, .. }
            | DocumentEvent::RevisionTakenBack { document, .. }
            | DocumentEvent::TakenBack { document } => Ok(Some(*document)),
            DocumentEvent::FilesAttached { revision, .. } | DocumentEvent::RevisionRetired { revision, .. } => {
                revisions::of_revision(db, *revision)
            }
        }
    }
}

impl Meaning for DocumentEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        projection::apply(db, stamp, self)
    }

    fn subjects(&self, db: &Connection) -> Result<Vec<Uuid>> {
        Ok(self.document(db)?.map(|document| document.0).into_iter().collect())
    }

    fn about(&self, db: &Connection) -> Result<String> {
        if let DocumentEvent::Registered { code, particulars, .. } = self {
            return Ok(told([code.as_str(), &particulars.title]));
        }
        let code = match self.document(db)?.map(|id| queries::by_id(db, id)) {
            None => String::new(),
            Some(Err(e)) if e.code() == Code::NotFound => String::new(),
            Some(found) => found?.code,
        };
        let label = if let DocumentEvent::RevisionFiled { label, .. } = self { label } else { "" };
        Ok(told([code.as_str(), label]))
    }

    fn take_back(&self, tx: &mut Tx<'_>, seq: u64) -> Result<()> {
        match self {
            DocumentEvent::Registered { id, .. } => commands::take_back(tx, *id),
            DocumentEvent::RevisionFiled { document, revision, .. } => {
                commands::take_back_revision(tx, *document, *revision)
            }
            DocumentEvent::NextReviewSet { document, .. } => {
                let before = stand::life(tx.db(), *document)?.until_entry(seq);
                commands::set_next_review(tx, *document, before.on(tx.today()).due)
            }
            _ => Err(change_final()),
        }
    }
}
