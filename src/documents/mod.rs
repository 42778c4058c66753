//! Documents: documented information that is maintained. A document has revisions; a revision has files.
//! The short lifecycle is draft → approved → effective → superseded or withdrawn, each step with who and when.

mod commands;
mod events;
mod meaning;
mod projection;
mod queries;

pub use commands::{
    Approval, NewDocument, NewRevision, approve, attach_files, file_revision, register, retire_revision,
    set_next_review, take_back, take_back_revision, withdraw,
};
pub use events::DocumentEvent;
pub use projection::{SCHEMA, apply};
pub use queries::{
    Document, Filter, Revision, Sort, Standing, by_code, by_id, count, file_owners, ids, list, next_label, none,
    of_revision, revisions, scope_of, standing,
};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Code, Error, Result};

/// What kind of documented information a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// Intentions and direction, expressed by management.
    Policy,
    /// A specified way of doing something.
    Procedure,
    /// Step by step, for one task.
    Instruction,
    /// What will be done, by whom, by when.
    Plan,
    /// How a process runs and interacts.
    ProcessDescription,
    /// A service level agreement.
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

impl DocumentKind {
    /// Every kind with its name.
    pub const ALL: [(DocumentKind, &'static str); 11] = [
        (DocumentKind::Policy, "policy"),
        (DocumentKind::Procedure, "procedure"),
        (DocumentKind::Instruction, "instruction"),
        (DocumentKind::Plan, "plan"),
        (DocumentKind::ProcessDescription, "process_description"),
        (DocumentKind::Agreement, "agreement"),
        (DocumentKind::Contract, "contract"),
        (DocumentKind::Form, "form"),
        (DocumentKind::Register, "register"),
        (DocumentKind::Manual, "manual"),
        (DocumentKind::External, "external"),
    ];

    /// The name used in events, tables and on the command line.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }

    /// Reads a kind's name; the long names of the standards are understood too.
    pub fn parse(text: &str) -> Result<Self> {
        let folded = text.trim().to_lowercase().replace([' ', '-'], "_");
        let folded = match folded.as_str() {
            "service_level_agreement" | "sla" => "agreement",
            "work_instruction" => "instruction",
            "process" => "process_description",
            other => other,
        };
        Self::ALL.iter().find(|(_, name)| *name == folded).map(|(kind, _)| *kind).ok_or_else(|| {
            let names: Vec<&str> = Self::ALL.iter().map(|(_, name)| *name).collect();
            Error::new(
                Code::InvalidValue,
                format!("“{text}” is not a kind of document"),
                format!("Kinds are {}.", names.join(", ")),
            )
        })
    }
}

/// Where a revision stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
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

impl RevisionState {
    /// The name used in tables.
    pub fn name(self) -> &'static str {
        match self {
            RevisionState::Draft => "draft",
            RevisionState::Approved => "approved",
            RevisionState::Effective => "effective",
            RevisionState::Superseded => "superseded",
            RevisionState::Withdrawn => "withdrawn",
        }
    }
}
