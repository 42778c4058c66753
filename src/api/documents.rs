//! Documents, as commands.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::approval::Sign;
use super::{Command, Effect, Session, Topic, When, Who, commands};
use crate::day::Day;
use crate::documents::{self, Document, Filter, NewDocument, Particulars, Sort};
use crate::error::Result;
use crate::filing::{self, Already};
use crate::paging::Page;
use crate::people::Duty;
use crate::reviews::{self, Concluding, DocumentShown, Outcome};
use crate::systems;

commands! { DocumentAdd, DocumentRevise, DocumentReview, DocumentList, DocumentShow, DocumentSetReview }

/// Rows per page where the caller does not say.
pub(super) fn page() -> usize {
    100
}

/// Registers a document and files its first revision as a draft.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentAdd {
    /// The files.
    pub files: Vec<PathBuf>,
    /// The organisation's own number; the next one by the rule for its type where none is given.
    #[serde(default)]
    pub code: String,
    /// What is entered about it.
    #[serde(flatten)]
    pub particulars: Particulars,
    /// Label of the first revision; `1` where none is given.
    #[serde(default)]
    pub revision: Option<String>,
    /// Clauses it satisfies.
    #[serde(default)]
    pub clauses: Vec<String>,
    /// Codes of the scope items it belongs to.
    #[serde(default)]
    pub scope: Vec<String>,
    /// That it is filed for another purpose though its content is filed already.
    #[serde(default)]
    pub again: bool,
}

/// A document of which a revision was filed.
#[derive(Debug, Serialize, TS)]
pub struct DocumentFiled {
    /// The document.
    #[serde(flatten)]
    pub document: DocumentShown,
    /// What held the content of its files before.
    pub already: Vec<Already>,
}

impl Command for DocumentAdd {
    type Answer = DocumentFiled;
    const NAME: &'static str = "document_add";
    const EFFECT: Effect = Effect::Writes;

    fn paths(&self) -> Vec<&Path> {
        self.files.iter().map(PathBuf::as_path).collect()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let cache = session.text_cache()?;
        let workspace = session.workspace()?;
        let clauses = systems::clauses(workspace.db(), &self.clauses)?;
        let scope = systems::scope_codes(workspace.db(), &self.scope)?;
        let new = NewDocument { code: self.code, particulars: self.particulars, scope };
        let (revision, files) = (self.revision, &self.files);
        let (id, already) = filing::add_document(workspace, &cache, new, revision, files, clauses, self.again)?;
        let code = documents::by_id(workspace.db(), id)?.code;
        Ok(DocumentFiled { document: reviews::document_shown(workspace.db(), &code)?, already })
    }
}

/// Files a new revision as a draft; the effective one stays in force.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentRevise {
    /// Code of the document.
    pub code: String,
    /// The files.
    pub files: Vec<PathBuf>,
    /// Label; the one after the newest where none is given.
    #[serde(default)]
    pub revision: Option<String>,
    /// Whether the change is a minor one, where no label is given.
    #[serde(default)]
    pub minor: bool,
    /// What changed.
    pub summary: String,
    /// That it is filed for another purpose though its content is filed already.
    #[serde(default)]
    pub again: bool,
}

impl Command for DocumentRevise {
    type Answer = DocumentFiled;
    const NAME: &'static str = "document_revise";
    const EFFECT: Effect = Effect::Writes;

    fn paths(&self) -> Vec<&Path> {
        self.files.iter().map(PathBuf::as_path).collect()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let cache = session.text_cache()?;
        let workspace = session.workspace()?;
        let (code, files) = (&self.code, &self.files);
        let label = match self.revision {
            None if self.minor => {
                let document = documents::by_code(workspace.db(), code)?;
                Some(documents::next_label(workspace.db(), document.id, true)?)
            }
            label => label,
        };
        let already = filing::add_revision(workspace, &cache, code, label, self.summary, files, self.again)?;
        Ok(DocumentFiled { document: reviews::document_shown(workspace.db(), code)?, already })
    }
}

/// Concludes a document review.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentReview {
    /// Code of the document.
    pub code: String,
    /// What came of it.
    pub outcome: Outcome,
    /// Why.
    pub reason: String,
    /// Next review; from the review interval where none is given. Only where it is confirmed.
    #[serde(default)]
    pub next: Option<Day>,
    /// Who is to write the new revision, where one is asked for; the document's owner where nobody is given.
    #[serde(default)]
    pub owner: Option<String>,
    /// By when.
    #[serde(default)]
    pub revise_by: Option<Day>,
    /// How whoever acts signs.
    #[serde(default)]
    pub sign: Sign,
}

impl Command for DocumentReview {
    type Answer = DocumentShown;
    const NAME: &'static str = "document_review";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Review);

    fn paths(&self) -> Vec<&Path> {
        self.sign.paths()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let keys = session.keys();
        let workspace = session.workspace()?;
        let concluding = Concluding {
            outcome: self.outcome,
            reason: &self.reason,
            next: self.next,
            owner: self.owner.as_deref(),
            revise_by: self.revise_by,
        };
        let signing = self.sign.with(workspace, &keys);
        workspace.transact(|tx| reviews::conclude_as(tx, &self.code, concluding, &signing))?;
        reviews::document_shown(workspace.db(), &self.code)
    }
}

/// Lists documents.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentList {
    /// Which.
    #[serde(default)]
    pub filter: Filter,
    /// In which order.
    #[serde(default)]
    pub sort: Sort,
    /// The `next` of the page before.
    #[serde(default)]
    pub after: Option<Vec<String>>,
    /// How many at the most.
    #[serde(default = "page")]
    pub limit: usize,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for DocumentList {
    type Answer = Page<Document>;
    const NAME: &'static str = "document_list";
    const EFFECT: Effect = Effect::Reads(&[Topic::Documents, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let view = session.view(self.when)?;
        documents::list(&view, &self.filter, self.sort, self.after.as_deref(), self.limit)
    }
}

/// Shows one document.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentShow {
    /// Code.
    pub code: String,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for DocumentShow {
    type Answer = DocumentShown;
    const NAME: &'static str = "document_show";
    const EFFECT: Effect = Effect::Reads(&[
        Topic::People,
        Topic::Systems,
        Topic::Documents,
        Topic::Statements,
        Topic::Mapping,
        Topic::Reviews,
    ]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let view = session.view(self.when)?;
        reviews::document_shown(&view, &self.code)
    }
}

/// Sets the next review of one or several documents, in one step.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentSetReview {
    /// Codes of the documents.
    pub codes: Vec<String>,
    /// The day.
    pub next: Day,
    /// Why, which an overdue review needs.
    #[serde(default)]
    pub reason: String,
}

/// Documents whose next review was set.
#[derive(Debug, Serialize, TS)]
pub struct ReviewsMoved {
    /// The day.
    pub next: Day,
    /// How many.
    pub documents: usize,
}

impl Command for DocumentSetReview {
    type Answer = ReviewsMoved;
    const NAME: &'static str = "document_set_review";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Review);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        session.workspace()?.transact(|tx| {
            for code in &self.codes {
                reviews::move_review(tx, code, self.next, &self.reason)?;
            }
            Ok(ReviewsMoved { next: self.next, documents: self.codes.len() })
        })
    }
}
