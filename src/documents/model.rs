//! What a document and a revision can be.

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::refusals;
use crate::named::enumeration;

/// What kind of documented information a document is. The long names of the standards are understood too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum DocumentKind {
    /// Intentions and direction, expressed by management.
    Policy,
    /// A specified way of doing something.
    Procedure,
    /// Step by step, for one task.
    #[strum(to_string = "instruction", serialize = "work_instruction")]
    Instruction,
    /// What will be done, by whom, by when.
    Plan,
    /// How a process runs and interacts.
    #[strum(to_string = "process_description", serialize = "process")]
    ProcessDescription,
    /// A service level agreement.
    #[strum(to_string = "agreement", serialize = "service_level_agreement", serialize = "sla")]
    Agreement,
    /// A contract.
    Contract,
    /// A form to be filled in.
    Form,
    /// A register, catalogue or statement kept up to date.
    Register,
    /// A manual or narrative description.
    Manual,
    /// From outside the organisation.
    External,
}

enumeration!(DocumentKind, refusals::document_kind_unknown);

/// Where a document stands: with its effective revision, else with its newest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum DocumentState {
    /// In the register without a file: known from a list alone.
    Listed,
    /// Its first revision is not approved.
    Draft,
    /// Its first revision is approved, and not yet in force.
    Approved,
    /// A revision is in force.
    Effective,
    /// What it has was replaced before it was filed; nothing of it is in force.
    Superseded,
    /// Taken out of use.
    Withdrawn,
}

enumeration!(DocumentState, refusals::document_state_unknown);

impl DocumentState {
    /// Whether people go by the document, so that it is reviewed: it is in force, or a list says so.
    pub const fn in_use(self) -> bool {
        matches!(self, Self::Effective | Self::Listed)
    }

    /// [`Self::in_use`] as a condition on a column of states.
    pub fn in_use_sql(column: &str) -> String {
        let states: Vec<String> = Self::ALL.iter().filter(|s| s.in_use()).map(|s| format!("'{s}'")).collect();
        format!("{column} IN ({})", states.join(", "))
    }
}

/// Where a revision stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum RevisionState {
    /// Filed, not approved.
    Draft,
    /// Approved, not yet in force.
    Approved,
    /// In force.
    Effective,
    /// Replaced by a later revision.
    Superseded,
    /// Taken out of use.
    Withdrawn,
}

enumeration!(RevisionState, refusals::revision_state_unknown);
