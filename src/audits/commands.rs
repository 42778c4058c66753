//! Planning an audit, and what has to be so of one.

use rusqlite::Connection;

use super::events::AuditEvent;
use super::model::{AuditKind, Editions};
use super::particulars::Particulars;
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
    let NewAudit { code, title, kind, editions, scope, period_from, period_to } = new;
    let code = code.trim().to_owned();
    if code.is_empty() {
        return Err(refusals::audit_incomplete());
    }
    if queries::find(tx.db(), &code)?.is_some() {
        return Err(refusals::audit_code_taken(code));
    }
    let entered = Particulars { period_from, period_to, ..Particulars::new(title, kind, Editions(editions)) };
    let Particulars { title, kind: audit_kind, editions: Editions(editions), .. } = checked(tx.db(), entered)?;
    let id = AuditId::new();
    tx.append(&AuditEvent::Planned { id, code, title, audit_kind, editions, scope, period_from, period_to })?;
    Ok(id)
}

/// What is entered about an audit: it has a title, standards that are held, and a period that does not end before it begins.
pub(super) fn checked(db: &Connection, mut entered: Particulars) -> Result<Particulars> {
    entered.title = entered.title.trim().to_owned();
    let Editions(editions) = &entered.editions;
    if entered.title.is_empty() || editions.is_empty() {
        return Err(refusals::audit_incomplete());
    }
    let held = systems::editions_held(db)?;
    if let Some(missing) = editions.iter().find(|e| !held.contains(e)) {
        return Err(refusals::audit_edition_not_held(missing));
    }
    if let Some((from, to)) = entered.period_from.zip(entered.period_to).filter(|(from, to)| from > to) {
        return Err(refusals::audit_period_reversed(from, to));
    }
    Ok(entered)
}
