//! The names of what is asked and where it was read.

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::refusals;
use crate::named::enumeration;

/// What a question is about, as a shell names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename = "QuestionKind", rename_all = "snake_case")]
pub enum Kind {
    /// A date with several readings, or none.
    Date,
    /// Two places that disagree about one particular.
    Particular,
    /// Where a document stands.
    Status,
    /// Other bytes under the version of an approved revision.
    ChangedFile,
    /// A file that a list names, or that was there before, and is not there.
    MissingFile,
    /// Whether a file is a document or a record.
    DocumentOrRecord,
    /// A row that a list no longer has.
    RowGone,
    /// Points that fire by today's data and that nobody knew when the mappings were made.
    Points,
    /// A mapping that was accepted on something that today's data say otherwise.
    Relation,
}

impl Kind {
    /// Whether those that are alike are asked once: one answer says the same of each. Of days each has its own, and what the
    /// data ask or a file has become is looked at one by one.
    pub(super) fn asked_once(self) -> bool {
        matches!(self, Self::Particular | Self::Status | Self::MissingFile | Self::DocumentOrRecord | Self::RowGone)
    }

    /// Whether it is asked because what was decided and today's data disagree.
    pub(super) fn of_data(self) -> bool {
        matches!(self, Self::Points | Self::Relation)
    }

    /// Their names.
    pub(super) fn of_data_names() -> [&'static str; 2] {
        [Self::Points.name(), Self::Relation.name()]
    }
}

enumeration!(Kind, refusals::question_kind_unknown);

/// The clauses to which a document or record is mapped: what a list names in its columns for them.
pub const CLAUSES: &str = "clauses";

/// A list that is taken in, beside a share or by itself.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr, EnumString, VariantArray, VariantNames, TS,
)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum List {
    /// The master document list.
    MasterList,
    /// The evidence index.
    EvidenceIndex,
    /// A Statement of Applicability that was kept elsewhere.
    StatementOfApplicability,
}

enumeration!(List, refusals::question_list_unknown);

/// Where words were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename = "QuestionSource", rename_all = "snake_case")]
pub enum Source {
    /// In the master document list.
    MasterList,
    /// In the evidence index.
    EvidenceIndex,
    /// In a Statement of Applicability that was kept elsewhere.
    StatementOfApplicability,
    /// In a file, or its name.
    File,
    /// In the register itself.
    Register,
    /// In the reference data.
    ReferenceData,
}

enumeration!(Source, refusals::question_source_unknown);

impl From<List> for Source {
    fn from(list: List) -> Self {
        match list {
            List::MasterList => Source::MasterList,
            List::EvidenceIndex => Source::EvidenceIndex,
            List::StatementOfApplicability => Source::StatementOfApplicability,
        }
    }
}
