//! Planning an audit.

use super::events::AuditEvent;
use super::model::AuditKind;
use super::queries;
use crate::day::Day;
use crate::error::{Code, Error, Result};
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
        return Err(Error::new(
            Code::InvalidValue,
            "An audit needs a code, a title and at least one standard",
            "For example: clausebook audit add AUD-2026-1 --title \"Combined audit\" --standard 9001 --standard 27001.",
        ));
    }
    if queries::find(tx.db(), &new.code)?.is_some() {
        return Err(Error::new(
            Code::AlreadyExists,
            format!("There is an audit {} already", new.code),
            "See `clausebook audit list`.",
        ));
    }
    let held = systems::editions_held(tx.db())?;
    if let Some(missing) = new.editions.iter().find(|e| !held.contains(e)) {
        return Err(Error::new(
            Code::InvalidValue,
            format!("This workspace holds no system for {missing}"),
            "Add it with `clausebook system add`, or leave it out of the audit.",
        ));
    }
    if new.period_from.zip(new.period_to).is_some_and(|(from, to)| from > to) {
        return Err(Error::new(Code::InvalidValue, "The period ends before it begins", "Exchange --from and --to."));
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
