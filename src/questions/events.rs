//! What can happen to questions, and to the lists that raise them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::kinds::List;
use super::model::{Asking, Reading};
use crate::ids::QuestionId;
use crate::items::ItemId;

/// An event about a question, or about a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum QuestionEvent {
    /// Something could not be decided.
    #[serde(rename = "question.asked")]
    Asked {
        /// The question.
        id: QuestionId,
        /// What is asked.
        #[serde(flatten)]
        asking: Box<Asking>,
    },
    /// A person answered it; what follows from the answer comes behind.
    #[serde(rename = "question.settled")]
    Settled {
        /// The question.
        question: QuestionId,
        /// The answer.
        answer: Reading,
        /// Which reading it is, from 1; nothing where the answer was written.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reading: Option<usize>,
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// An answer, or a closing, was taken back.
    #[serde(rename = "question.reopened")]
    Reopened {
        /// The question.
        question: QuestionId,
    },
    /// It is to be answered later, or no longer so.
    #[serde(rename = "question.set_aside")]
    SetAside {
        /// The question.
        question: QuestionId,
        /// Whether it is.
        aside: bool,
    },
    /// Nobody has to answer it any more: what it was about is gone, or a later list is clear.
    #[serde(rename = "question.closed")]
    Closed {
        /// The question.
        question: QuestionId,
    },
    /// A list was taken in: what it says of these, as far as it said something else before.
    #[serde(rename = "question.list_read")]
    ListRead {
        /// Which list.
        list: List,
        /// The list's file.
        name: String,
        /// Its rows.
        rows: Vec<RowRead>,
    },
    /// A person decided what the columns of a list mean: it holds for the next list of the same shape.
    #[serde(rename = "question.columns_read")]
    ColumnsRead(Box<ColumnsRead>),
}

/// What the columns of a list mean, and words in them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnsRead {
    /// Which list.
    pub list: List,
    /// The list's file.
    pub name: String,
    /// By what lists of the same make are known: the names of their columns.
    pub shape: String,
    /// Its columns, in their order; none where nothing is decided any more.
    pub columns: Vec<ColumnRead>,
    /// Words that mean what nobody but a person knows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<WordRead>,
}

/// What a column means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnRead {
    /// What heads it.
    pub name: String,
    /// What it means, such as `number`, `clauses 9001`, `not_used`.
    pub meaning: String,
}

/// What a word means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordRead {
    /// The particular under which it stands: `status`, `kind`.
    pub under: String,
    /// The word.
    pub words: String,
    /// What it means.
    pub meaning: String,
}

/// What a list says of one document or record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowRead {
    /// Which one.
    pub item: ItemId,
    /// The row, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// Its words by particular; nothing where the list no longer has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<BTreeMap<String, String>>,
}
