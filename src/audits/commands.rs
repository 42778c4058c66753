//! Planning an audit.

use super::events::AuditEvent;
use super::model::AuditKind;
use super::{queries, refusals};
use crate::day::Day;
use crate::error::Result;
use crate::ids::{AuditId, ScopeItemId};
use crate::standards::EditionId;
use crate::systems;
use crate::workspace::Tx;

/// An audit to be planned.
#[derive(Debug, Clone)]
pub struct NewAudit {
    /// The organisation's own number.
    pub code: String,
    /// Title.
    pub title: String,
    /// What kind of audit it is.
    pub kind: AuditKind,
    /// The editions audited, together.
    pub editions: Vec<EditionId>,
    /// Scope items; none means all.
    pub scope: Vec<ScopeItemId>,
    /// First day of the period under audit.
    pub period_from: Option<Day>,
    /// Last day of the period under audit.
    pub period_to: Option<Day>,
}

/// Plans an audit.
///
/// # Errors
/// `already_exists` for a code in use; `invalid_value` without standards, for standards the workspace does not
/// hold, or for a period that ends before it begins.
pub fn plan(tx: &mut Tx<'_>, new: NewAudit) -> Result<AuditId> {
    if new.code.trim().is_empty() || new.title.trim().is_empty() || new.editions.is_empty() {
        return Err(refusals::audit_incomplete());
    }
    if queries::find(tx.db(), &new.code)?.is_some() {
        return Err(refusals::audit_code_taken(new.code.trim()));
    }
    let held = systems::editions_held(tx.db())?;
    if let Some(missing) = new.editions.iter().find(|e| !held.contains(e)) {
        return Err(refusals::audit_edition_not_held(missing));
    }
    if let Some((from, to)) = new.period_from.zip(new.period_to).filter(|(from, to)| from > to) {
        return Err(refusals::audit_period_reversed(from, to));
    }
    let id = AuditId::new();
    tx.append(&AuditEvent::Planned {
        id,
        code: new.code.trim().to_owned(),
        title: new.title.trim().to_owned(),
        audit_kind: new.kind,
        editions: new.editions,
        scope: new.scope,
        period_from: new.period_from,
        period_to: new.period_to,
    })?;
    Ok(id)
}
