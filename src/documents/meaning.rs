//! What each event about a document means.

use rusqlite::Connection;
use uuid::Uuid;

use super::communicated::Communicated;
use super::communications::{self, Communication};
use super::{DocumentEvent, again, commands, corrections, projection, queries, revisions, spans, stand};
use crate::error::{Code, Result};
use crate::filed::FiledFile;
use crate::ids::{DocumentId, RevisionId};
use crate::ledger::{self, Stamp};
use crate::systems::corrected;
use crate::text::fold;
use crate::workspace::{Later, Meaning, Tx, Undoing, change_final, told};

impl DocumentEvent {
    /// The document it is about; none where the tables no longer know the revision's.
    pub fn document(&self, db: &Connection) -> Result<Option<DocumentId>> {
        match self {
            DocumentEvent::Registered { id, .. } => Ok(Some(*id)),
            DocumentEvent::RevisionFiled { document, .. }
            | DocumentEvent::RevisionFilesReplaced { document, .. }
            | DocumentEvent::Corrected { document, .. }
            | DocumentEvent::Approved { document, .. }
            | DocumentEvent::MadeEffective { document, .. }
            | DocumentEvent::ApprovalTakenBack { document, .. }
            | DocumentEvent::Reinstated { document, .. }
            | DocumentEvent::NextReviewSet { document, .. }
            | DocumentEvent::Withdrawn { document, .. }
            | DocumentEvent::WithdrawalCalledOff { document, .. }
            | DocumentEvent::Communicated { document, .. }
            | DocumentEvent::CommunicationTakenBack { document, .. }
            | DocumentEvent::RevisionTakenBack { document, .. }
            | DocumentEvent::TakenBack { document } => Ok(Some(*document)),
            DocumentEvent::FilesAttached { revision, .. } | DocumentEvent::RevisionRetired { revision, .. } => {
                revisions::of_revision(db, *revision)
            }
        }
    }
}

impl DocumentEvent {
    /// Whether another one says the contrary of the same audience and day.
    fn turned_by(&self, other: &DocumentEvent) -> bool {
        match (self, other) {
            (
                DocumentEvent::Communicated { revision, on, to, .. },
                DocumentEvent::CommunicationTakenBack { revision: of, on: then, to: whom, .. },
            )
            | (
                DocumentEvent::CommunicationTakenBack { revision, on, to, .. },
                DocumentEvent::Communicated { revision: of, on: then, to: whom, .. },
            ) => (revision, on, fold(to)) == (of, then, fold(whom)),
            _ => false,
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
        Ok(match self {
            DocumentEvent::RevisionFiled { label, .. } => told([code.as_str(), label]),
            DocumentEvent::Communicated { to, .. } | DocumentEvent::CommunicationTakenBack { to, .. } => {
                told([code.as_str(), to])
            }
            DocumentEvent::Corrected { correction, .. } => told([code.as_str(), &corrected(db, correction)?]),
            DocumentEvent::RevisionFilesReplaced { before, files, reason, .. } => {
                told([code.as_str(), &format!("{} → {}", names(before), names(files)), reason])
            }
            _ => code,
        })
    }

    fn undoing(&self) -> Undoing {
        match self {
            DocumentEvent::Registered { .. }
            | DocumentEvent::RevisionFiled { .. }
            | DocumentEvent::Corrected { .. }
            | DocumentEvent::RevisionFilesReplaced { .. }
            | DocumentEvent::RevisionTakenBack { .. }
            | DocumentEvent::Communicated { .. }
            | DocumentEvent::CommunicationTakenBack { .. }
            | DocumentEvent::NextReviewSet { .. } => Undoing::Possible,
            _ => Undoing::Final,
        }
    }

    fn later(&self, event: &str) -> Later {
        // What was looked at again because a scope changed decided nothing about the document.
        let outcome = ledger::kind_of(event)
            .is_some_and(|kind| kind.starts_with("review.") && !kind.starts_with("review.recheck"));
        let later = serde_json::from_str::<DocumentEvent>(event).ok();
        match (self, later) {
            (_, Some(DocumentEvent::TakenBack { .. })) => Later::TookBack,
            (DocumentEvent::Corrected { correction, .. }, Some(DocumentEvent::Corrected { correction: later, .. }))
                if correction.touches(&later) =>
            {
                Later::Stands
            }
            (
                DocumentEvent::RevisionFilesReplaced { revision, .. } | DocumentEvent::RevisionFiled { revision, .. },
                Some(later),
            ) => since_filed(*revision, &later),
            (
                DocumentEvent::RevisionTakenBack { revision, .. },
                Some(DocumentEvent::RevisionFiled { revision: again, .. }),
            ) if *revision == again => Later::TookBack,
            (DocumentEvent::RevisionTakenBack { .. }, Some(DocumentEvent::Withdrawn { .. })) => Later::Stands,
            (DocumentEvent::Communicated { .. } | DocumentEvent::CommunicationTakenBack { .. }, later) => {
                if later.is_some_and(|later| self.turned_by(&later)) { Later::TookBack } else { Later::Apart }
            }
            (
                DocumentEvent::NextReviewSet { .. },
                Some(
                    DocumentEvent::RevisionFiled { .. }
                    | DocumentEvent::Communicated { .. }
                    | DocumentEvent::CommunicationTakenBack { .. }
                    | DocumentEvent::FilesAttached { .. }
                    | DocumentEvent::RevisionRetired { .. }
                    | DocumentEvent::RevisionTakenBack { .. }
                    | DocumentEvent::RevisionFilesReplaced { .. }
                    | DocumentEvent::Corrected { .. },
                ),
            )
            | (DocumentEvent::RevisionFiled { .. } | DocumentEvent::RevisionFilesReplaced { .. }, None)
            | (DocumentEvent::RevisionTakenBack { .. } | DocumentEvent::Corrected { .. }, _) => Later::Apart,
            (DocumentEvent::NextReviewSet { .. }, None) if !outcome => Later::Apart,
            _ => Later::Stands,
        }
    }

    fn take_back(&self, tx: &mut Tx<'_>, seq: u64) -> Result<()> {
        match self {
            DocumentEvent::Registered { id, .. } => commands::take_back(tx, *id),
            DocumentEvent::RevisionFiled { document, revision, .. } => {
                commands::take_back_revision(tx, *document, *revision)
            }
            DocumentEvent::RevisionTakenBack { document, revision } => again::file_again(tx, *document, *revision, seq),
            DocumentEvent::NextReviewSet { document, .. } => {
                let before = stand::life(tx.db(), *document)?.until_entry(seq);
                commands::set_next_review(tx, *document, before.on(tx.today()).due)
            }
            DocumentEvent::Communicated { document, revision, on, to, how } => {
                let told = Communicated { on: *on, to: to.clone(), how: how.clone() };
                communications::take_back(tx, *document, *revision, told, "")
            }
            DocumentEvent::CommunicationTakenBack { document, revision, on, to, how, .. } => {
                let label = spans::label(tx.db(), *revision)?;
                let (on, to, how) = (*on, to.clone(), how.clone());
                communications::communicate(tx, *document, Communication { label, on, to, how }).map(|_| ())
            }
            DocumentEvent::Corrected { document, correction } => corrections::correct_back(tx, *document, correction),
            DocumentEvent::RevisionFilesReplaced { document, revision, before, files, .. } => {
                corrections::replace_files_back(tx, *document, *revision, files, before)
            }
            _ => Err(change_final()),
        }
    }
}

fn names(files: &[FiledFile]) -> String {
    files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// What a later event about the same document is to the filing of a revision.
fn since_filed(filed: RevisionId, later: &DocumentEvent) -> Later {
    match later {
        DocumentEvent::RevisionTakenBack { revision, .. } if *revision == filed => Later::TookBack,
        DocumentEvent::FilesAttached { revision, .. }
        | DocumentEvent::Communicated { revision, .. }
        | DocumentEvent::RevisionFilesReplaced { revision, .. }
        | DocumentEvent::RevisionRetired { revision, .. }
        | DocumentEvent::Approved { revision, .. }
        | DocumentEvent::MadeEffective { revision, .. }
        | DocumentEvent::ApprovalTakenBack { revision, .. }
        | DocumentEvent::Reinstated { revision, .. }
            if *revision == filed =>
        {
            Later::Stands
        }
        DocumentEvent::Withdrawn { .. } => Later::Stands,
        _ => Later::Apart,
    }
}

/// Whether an event, given as JSON, is an approval by the revision's own author.
pub fn approved_by_author(event: &str) -> bool {
    matches!(serde_json::from_str(event), Ok(DocumentEvent::Approved { own: true, .. }))
}
