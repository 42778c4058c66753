//! What can be found.

use std::collections::BTreeMap;

use serde::Serialize;
use strum::{IntoStaticStr, VariantArray};
use ts_rs::TS;

/// What is not as it should be. The names stand in every shell's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, IntoStaticStr, VariantArray, TS)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Irregular {
    /// A signature is not of the statement that it stands under.
    SignatureBroken,
    /// The stored bytes of a file that somebody stands by are others, or are not there.
    SignedFileAltered,
    /// A statement was signed with a key that was not the person's on that day.
    SignedWithOtherKey,
    /// A revision is in force, or was, and nobody is named who approved it.
    ApprovedByNobody,
    /// A revision was approved by its own author.
    ApprovedByAuthor,
    /// A revision was approved by somebody whose role may not.
    ApprovedByRole,
    /// A revision was approved after the day from which it was in force.
    ApprovedAfterDay,
    /// A rule asks for signatures, and the approval in force has none.
    ApprovedUnsigned,
    /// Fewer approved a revision than the rule of that day asked for.
    ApprovedByFew,
    /// Whoever reviewed a revision approved it as well, and nobody else did either.
    ReviewedAndApprovedByOne,
    /// Somebody doubts an approval, and no review has looked into that.
    ApprovalDoubted,
    /// An older revision takes the place of a newer one, and nobody said why.
    ReplacedByOlder,
    /// What was handed in is not what is there any more.
    ApprovalVoid,
    /// The text of the revision in force says that it is another revision.
    TextOtherRevision,
    /// It says that it is no more than a draft, or out of use.
    TextOtherState,
    /// It names another approver.
    TextOtherApprover,
    /// It names another first day in force.
    TextOtherDay,
    /// It names another owner.
    TextOtherOwner,
    /// It cites a document that is withdrawn.
    CitesWithdrawn,
    /// Somebody is asked who has left.
    AskedHasLeft,
    /// No revision of a document in the register is in force.
    NothingInForce,
    /// A document's owner has left.
    OwnerLeft,
    /// Nobody answers for a document.
    OwnerMissing,
    /// Nobody was told of a policy in force (R67).
    PolicyNotTold,
    /// No record shows that the quality policy is understood and applied (R68).
    PolicyNotShownUnderstood,
    /// A document's review is overdue.
    ReviewOverdue,
    /// A document in force has no next review.
    ReviewMissing,
}

impl Irregular {
    /// Every one, the gravest first.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// Its name.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The clause that asks for it, of the text common to the three standards.
    pub const fn clause(self) -> &'static str {
        match self {
            Self::SignatureBroken
            | Self::SignedFileAltered
            | Self::SignedWithOtherKey
            | Self::ApprovedByNobody
            | Self::ApprovedByAuthor
            | Self::ApprovedByRole
            | Self::ApprovedAfterDay
            | Self::ApprovedUnsigned
            | Self::ApprovedByFew
            | Self::ReviewedAndApprovedByOne
            | Self::ApprovalDoubted
            | Self::ReplacedByOlder
            | Self::ApprovalVoid
            | Self::TextOtherRevision
            | Self::TextOtherState
            | Self::TextOtherApprover
            | Self::TextOtherDay
            | Self::TextOtherOwner => "7.5.2",
            Self::AskedHasLeft | Self::OwnerLeft | Self::OwnerMissing => "5.3",
            Self::PolicyNotTold | Self::PolicyNotShownUnderstood => "5.2",
            Self::NothingInForce | Self::CitesWithdrawn | Self::ReviewOverdue | Self::ReviewMissing => "7.5.3",
        }
    }
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ControlFinding")]
pub struct CheckFinding {
    /// What.
    pub what: Irregular,
    /// The clause that asks for it.
    pub clause: &'static str,
    /// Code of the document.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Label of the revision, where one is concerned.
    pub revision: Option<String>,
    /// Values that the words need: `by`, `cited`, `day`, `file`, `from`, `older`, `owner`, `reason`, `role`, `stated`, `words`.
    pub values: BTreeMap<&'static str, String>,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ControlChecked")]
pub struct Checked {
    /// How many documents were looked at.
    pub documents: usize,
    /// How many statements.
    pub statements: usize,
    /// Of how many documents in force no text is kept, so that nobody knows what they say.
    pub unread: usize,
    /// How many files with statements on them were not read, since there are too many: `verify --deep` reads them all.
    pub unread_files: usize,
    /// What was found, the gravest first, then by code.
    pub findings: Vec<CheckFinding>,
}
