//! From what a plan could not decide to questions, once the document or record is there.

use serde::Serialize;
use ts_rs::TS;

use super::plan::{Doubt, Doubtful};
use crate::documents;
use crate::error::Result;
use crate::items::ItemId;
use crate::questions::{self, About, Kind, Matter, NewQuestion};
use crate::reading::same_version;
use crate::workspace::Tx;

/// A question that an import asked, or that was asked before and is still open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuestionAsked {
    /// Its name; none in a dry run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What it is about, in a word.
    pub kind: Kind,
    /// The particular; empty where it is about none.
    pub particular: String,
    /// The document's or record's code, or the path of a file that is not there.
    pub about: String,
    /// The words in doubt.
    pub words: String,
}

/// The questions of an import, in the order in which they were asked.
pub(super) type Asked = Vec<QuestionAsked>;

/// Asks, and notes it for the import's answer where it was not asked before.
pub(super) fn ask(tx: &mut Tx<'_>, about: &str, new: NewQuestion, out: &mut Asked) -> Result<()> {
    let (kind, particular) = (new.matter.kind(), new.matter.particular().to_owned());
    let words = new.said.first().map(|said| said.words.clone()).unwrap_or_default();
    let asked = questions::ask(tx, new)?;
    if asked.now {
        out.push(QuestionAsked { code: Some(asked.code), kind, particular, about: about.to_owned(), words });
    }
    Ok(())
}

/// Asks what a plan could not decide about a document or record. A draft's approval that was decided since is not asked.
pub(super) fn doubts(
    tx: &mut Tx<'_>,
    item: ItemId,
    code: &str,
    approver: &str,
    doubts: &[Doubt],
    out: &mut Asked,
) -> Result<()> {
    for doubt in doubts {
        let matter = match (&doubt.on, item) {
            (Doubtful::Date(name), _) => Matter::Date { particular: name.clone() },
            (Doubtful::Particular(name), _) => Matter::Particular { particular: name.clone() },
            (Doubtful::Status, _) => Matter::Status { by: approver.to_owned() },
            (Doubtful::DocumentOrRecord { code, title, kind, label }, _) => Matter::DocumentOrRecord {
                code: code.clone(),
                title: title.clone(),
                document_kind: kind.name().to_owned(),
                label: label.clone(),
            },
            (Doubtful::MissingFile(path), _) => Matter::MissingFile { path: path.clone() },
            (Doubtful::ApprovalDay(label), ItemId::Document(id)) => {
                let there = documents::revisions(tx.db(), id)?;
                let draft = there
                    .into_iter()
                    .find(|r| same_version(&r.label, label) && r.state == documents::RevisionState::Draft);
                let Some(draft) = draft else { continue };
                Matter::ApprovalDay { revision: draft.id, by: approver.to_owned() }
            }
            (Doubtful::ApprovalDay(_), ItemId::Record(_)) => continue,
        };
        let new =
            NewQuestion { about: item.into(), matter, said: doubt.said.clone(), readings: doubt.readings.clone() };
        ask(tx, code, new, out)?;
    }
    Ok(())
}

/// Asks about a file that is not there.
pub(super) fn path(tx: &mut Tx<'_>, doubt: &Doubt, out: &mut Asked) -> Result<()> {
    let Doubtful::MissingFile(path) = &doubt.on else { return Ok(()) };
    let new = NewQuestion {
        about: About::Path(path.clone()),
        matter: Matter::MissingFile { path: path.clone() },
        said: doubt.said.clone(),
        readings: doubt.readings.clone(),
    };
    ask(tx, path, new, out)
}

/// What would be asked of something that is not filed yet.
pub(super) fn would_ask(about: &str, doubts: &[Doubt]) -> impl Iterator<Item = QuestionAsked> {
    doubts.iter().map(move |doubt| QuestionAsked {
        code: None,
        kind: doubt.on.kind(),
        particular: doubt.on.particular().to_owned(),
        about: about.to_owned(),
        words: doubt.said.first().map(|said| said.words.clone()).unwrap_or_default(),
    })
}
