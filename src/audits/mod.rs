//! Audits: which standards, which scope items, which period. Checklist and findings come later.

mod commands;
mod events;
mod meaning;
mod projection;
mod queries;

pub use commands::{NewAudit, plan};
pub use events::AuditEvent;
pub use projection::{SCHEMA, apply};
pub use queries::{Audit, by_code, list};

use serde::{Deserialize, Serialize};

use crate::error::{Code, Error, Result};

/// What kind of audit it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuditKind {
    /// By the organisation itself.
    Internal,
    /// First stage of a certification.
    Stage1,
    /// Second stage of a certification.
    Stage2,
    /// Between two certifications.
    Surveillance,
    /// At the end of a certificate's validity.
    Recertification,
    /// At a supplier.
    Supplier,
}

impl AuditKind {
    const ALL: [(AuditKind, &'static str); 6] = [
        (AuditKind::Internal, "internal"),
        (AuditKind::Stage1, "stage1"),
        (AuditKind::Stage2, "stage2"),
        (AuditKind::Surveillance, "surveillance"),
        (AuditKind::Recertification, "recertification"),
        (AuditKind::Supplier, "supplier"),
    ];

    /// The name used in events, tables and on the command line.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }

    /// Reads a kind's name.
    pub fn parse(text: &str) -> Result<Self> {
        let folded = text.to_lowercase().replace([' ', '-', '_'], "");
        Self::ALL.iter().find(|(_, name)| *name == folded).map(|(kind, _)| *kind).ok_or_else(|| {
            Error::new(
                Code::InvalidValue,
                format!("“{text}” is not a kind of audit"),
                "Kinds are internal, stage1, stage2, surveillance, recertification and supplier.",
            )
        })
    }
}
