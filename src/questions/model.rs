//! A question: what it is about, what was read, and what that can mean.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::kinds::{Kind, List, Source};
use crate::day::Due;
use crate::digest::Digest;
use crate::filed::at_home;
use crate::ids::{DocumentId, RecordId, RevisionId};
use crate::items::ItemId;
use crate::mapping::{Accepted, Opened};
use crate::standards::ClauseRef;

/// Whom a question is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "QuestionAbout")]
pub enum About {
    /// A document.
    Document(DocumentId),
    /// A record.
    Record(RecordId),
    /// A file that a list names and that is not filed: its path, as the list writes it.
    Path(
        #[serde(serialize_with = "at_home::serialize", deserialize_with = "at_home::deserialize")]
        #[ts(as = "String")]
        String,
    ),
}

impl About {
    /// The document or record.
    pub fn item(&self) -> Option<ItemId> {
        match self {
            About::Document(id) => Some(ItemId::Document(*id)),
            About::Record(id) => Some(ItemId::Record(*id)),
            About::Path(_) => None,
        }
    }
}

impl From<ItemId> for About {
    fn from(item: ItemId) -> Self {
        match item {
            ItemId::Document(id) => About::Document(id),
            ItemId::Record(id) => About::Record(id),
        }
    }
}

/// What the program could not decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "on", rename_all = "snake_case")]
#[ts(rename = "QuestionMatter")]
pub enum Matter {
    /// A date: `next_review` of a document, or a particular of a record that is a day.
    Date {
        /// Its name.
        particular: String,
    },
    /// The day of an approval; without it nothing is approved.
    ApprovalDay {
        /// The revision that a list or a file calls approved.
        revision: RevisionId,
        /// Who approved it.
        by: String,
    },
    /// Another particular of a document or record.
    Particular {
        /// Its name.
        particular: String,
    },
    /// Where a document stands.
    Status {
        /// Who approved it, as far as a list says so.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        by: String,
    },
    /// Other bytes under the version of a revision that was decided on. They were filed as a draft beside it.
    ChangedFile {
        /// The revision whose version it is.
        revision: RevisionId,
        /// The draft that holds the bytes.
        draft: RevisionId,
        /// The bytes.
        digests: Vec<Digest>,
    },
    /// A file that is not there.
    MissingFile {
        /// Where it lay, or should lie; empty where nobody says.
        #[serde(serialize_with = "at_home::serialize", deserialize_with = "at_home::deserialize")]
        #[ts(as = "String")]
        path: String,
    },
    /// Whether a file is a document or a record. It was filed as a record.
    DocumentOrRecord {
        /// The code that the document would have.
        code: String,
        /// Its title.
        title: String,
        /// Its type.
        document_kind: String,
        /// The label of its revision.
        label: String,
    },
    /// A row that a list no longer has.
    RowGone {
        /// The list.
        list: List,
        /// The entry in which the list last had it.
        seq: u64,
    },
    /// Points that fire at a clause by today's data and that nobody knew when the mappings were made.
    Points {
        /// The clause.
        at: ClauseRef,
        /// The points, with the mappings between which they fire.
        points: Vec<Opened>,
    },
    /// A mapping that was accepted on something that today's data say otherwise.
    Relation {
        /// The mapped clause.
        at: ClauseRef,
        /// The clause from which it was accepted.
        from: ClauseRef,
        /// On what.
        was: Accepted,
        /// What the data say today; nothing where they see no correspondence.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        now: Option<Accepted>,
    },
}

impl Matter {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Matter::Date { .. } | Matter::ApprovalDay { .. } => Kind::Date,
            Matter::Particular { .. } => Kind::Particular,
            Matter::Status { .. } => Kind::Status,
            Matter::ChangedFile { .. } => Kind::ChangedFile,
            Matter::MissingFile { .. } => Kind::MissingFile,
            Matter::DocumentOrRecord { .. } => Kind::DocumentOrRecord,
            Matter::RowGone { .. } => Kind::RowGone,
            Matter::Points { .. } => Kind::Points,
            Matter::Relation { .. } => Kind::Relation,
        }
    }

    /// The particular it is about; empty where it is about none.
    pub fn particular(&self) -> &str {
        match self {
            Matter::Date { particular } | Matter::Particular { particular } => particular,
            Matter::ApprovalDay { .. } => "approved_on",
            Matter::Status { .. } => "status",
            Matter::ChangedFile { .. }
            | Matter::MissingFile { .. }
            | Matter::DocumentOrRecord { .. }
            | Matter::RowGone { .. }
            | Matter::Points { .. }
            | Matter::Relation { .. } => "",
        }
    }
}

/// A possible answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "QuestionReading")]
pub enum Reading {
    /// This day, or this month.
    Date(Due),
    /// No day at all.
    NoDate,
    /// This text.
    Value(String),
    /// It is a new revision, under the label given, else that of the draft.
    NewRevision {
        /// Its own label.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        label: Option<String>,
    },
    /// It is the same revision with a corrected file.
    Correction,
    /// It is not to be kept.
    NotKept,
    /// It is a document: it is registered as one, and the record is taken back.
    Document,
    /// The document is in force.
    InForce,
    /// The document is out of use.
    OutOfUse,
    /// The register stays as it is.
    Kept,
    /// The register stays as it is: this list does not speak of it.
    OtherList,
    /// The points are open.
    Open,
    /// The points do not matter here.
    Left,
    /// The mapping is taken back.
    TakenBack,
}

impl Reading {
    /// Whether it takes a person's reason: what the data ask for is not passed over without a word.
    pub(super) fn needs_reason(&self, matter: &Matter) -> bool {
        matches!((self, matter), (Reading::Left, _) | (Reading::Kept, Matter::Relation { .. }))
    }
}

/// Words that were read, with the place where they stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "QuestionSaid")]
pub struct Said {
    /// The words as they stand there.
    pub words: String,
    /// Where.
    pub source: Source,
    /// The list's file, or the file's path.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The list's row, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// What heads them: the column, or the label beside.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub column: String,
    /// What else stands in the row, as far as it tells the row from others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<Cell>,
}

/// A cell of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "QuestionCell")]
pub struct Cell {
    /// What heads the column.
    pub column: String,
    /// The words in it.
    pub words: String,
}

impl Said {
    /// What the register says.
    pub fn register(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            source: Source::Register,
            name: String::new(),
            row: None,
            column: String::new(),
            beside: Vec::new(),
        }
    }

    /// What a file says.
    pub fn file(path: impl Into<String>, column: impl Into<String>, words: impl Into<String>) -> Self {
        let (name, column) = (path.into(), column.into());
        Self { words: words.into(), source: Source::File, name, row: None, column, beside: Vec::new() }
    }
}

/// All that is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asking {
    /// What it is about.
    pub about: About,
    /// What could not be decided.
    pub matter: Matter,
    /// What was read; the words in doubt come first.
    pub said: Vec<Said>,
    /// What it can mean, in no order of merit.
    pub readings: Vec<Reading>,
    /// What the register said of it when it was asked, as text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub held: String,
}
