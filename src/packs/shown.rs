//! An audit together with what was issued for it.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::queries::{self, Pack};
use crate::audits::{self, Audit};
use crate::error::Result;

/// An audit with its packs.
#[derive(Debug, Serialize, TS)]
pub struct AuditShown {
    /// The audit.
    #[serde(flatten)]
    pub audit: Audit,
    /// The packs issued for it, oldest first.
    pub packs: Vec<Pack>,
}

/// The audit of that code with its packs.
///
/// # Errors
/// `not_found`.
pub fn audit_shown(db: &Connection, code: &str) -> Result<AuditShown> {
    let audit = audits::by_code(db, code)?;
    let packs = queries::list(db)?.into_iter().filter(|pack| pack.audit == audit.id).collect();
    Ok(AuditShown { audit, packs })
}
