//! People and what they may do. A person is named by role or by name, as the organisation decides.

mod commands;
mod events;
mod meaning;
mod projection;
mod queries;

pub use commands::enrol;
pub use events::PersonEvent;
pub use projection::{SCHEMA, apply};
pub use queries::{Person, by_email, list};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Code, Error, Result};

/// What a person does in the management systems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
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

impl Role {
    /// Every role with its name.
    pub const ALL: [(Role, &'static str); 5] = [
        (Role::QualityManager, "quality_manager"),
        (Role::Author, "author"),
        (Role::Approver, "approver"),
        (Role::Auditor, "auditor"),
        (Role::Reader, "reader"),
    ];

    /// The name used in events, tables and on the command line.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(role, _)| *role == self).map_or("", |(_, name)| name)
    }

    /// Reads a role's name; blanks and hyphens are as good as underscores.
    pub fn parse(text: &str) -> Result<Self> {
        let folded = text.to_lowercase().replace([' ', '-'], "_");
        Self::ALL.iter().find(|(_, name)| *name == folded).map(|(role, _)| *role).ok_or_else(|| {
            Error::new(
                Code::InvalidValue,
                format!("“{text}” is not a role"),
                "Roles are quality_manager, author, approver, auditor and reader.",
            )
        })
    }
}
