//! What a person may be.

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::refusals;
use crate::named::enumeration;

/// What a person does in the management systems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum Role {
    /// Runs the systems; may do everything.
    QualityManager,
    /// Writes documents.
    Author,
    /// Approves documents.
    Approver,
    /// Audits.
    Auditor,
    /// Reads.
    Reader,
}

enumeration!(Role, refusals::role_unknown);

/// What only an enrolled person does, and not everyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Duty {
    /// Submits a revision for approval.
    Submit,
    /// Approves documents, takes an approval back, withdraws and reinstates.
    Approve,
    /// Concludes reviews.
    Review,
    /// Decides on proposals.
    Decide,
    /// Says who is enrolled as what, and by which rules they act.
    Manage,
}

impl Duty {
    /// Every one.
    pub const ALL: &'static [Self] = <Duty as VariantArray>::VARIANTS;

    /// Its name in refusals.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

impl Role {
    /// Whether it is this role's part: a reader reads, an auditor audits, an author writes and looks after what was written.
    pub fn may(self, duty: Duty) -> bool {
        match self {
            Role::QualityManager => true,
            Role::Approver => duty != Duty::Manage,
            Role::Author => matches!(duty, Duty::Submit | Duty::Review | Duty::Decide),
            Role::Auditor | Role::Reader => false,
        }
    }
}
