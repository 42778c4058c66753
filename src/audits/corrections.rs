//! What was entered about an audit can be corrected, with a reason; what it said before stays in the history. A pack that
//! was issued stays as it is.

use rusqlite::Connection;

use super::commands::checked;
use super::events::AuditEvent;
use super::model::Editions;
use super::particulars::Particulars;
use super::queries::{self, Audit};
use super::refusals;
use crate::error::Result;
use crate::ids::{AuditId, ScopeItemId};
use crate::named::{Correction, Entered, Wanted};
use crate::systems;
use crate::workspace::Tx;

/// What is entered about an audit, as it can be corrected.
pub(super) fn entered(db: &Connection, audit: &Audit) -> Result<Entered<Particulars>> {
    let Audit { title, kind, editions, period_from, period_to, .. } = audit.clone();
    let particulars = Particulars { title, kind, editions: Editions(editions), period_from, period_to };
    Ok(Entered { particulars, scope: systems::scope_codes(db, &audit.scope)? })
}

/// Corrects an audit; false where it says all of that already, and nothing was written.
///
/// # Errors
/// `reason_needed` without a reason; `invalid_value` as for planning.
pub fn correct(
    tx: &mut Tx<'_>,
    code: &str,
    wanted: &Wanted,
    scope: Option<Vec<ScopeItemId>>,
    reason: &str,
) -> Result<bool> {
    let audit = queries::by_code(tx.db(), code)?;
    if reason.trim().is_empty() {
        return Err(refusals::audit_corrected_without_reason(audit.code));
    }
    let before = entered(tx.db(), &audit)?;
    let mut after = before.with(wanted, scope)?;
    after.particulars = checked(tx.db(), after.particulars)?;
    let Some(correction) = before.correction(&after, reason) else { return Ok(false) };
    tx.append(&AuditEvent::Corrected { id: audit.id, correction })?;
    Ok(true)
}

/// Takes a correction back by another one.
///
/// # Errors
/// `refused` where the same was corrected again since.
pub(super) fn correct_back(tx: &mut Tx<'_>, id: AuditId, correction: &Correction) -> Result<()> {
    let audit = queries::by_id(tx.db(), id)?;
    let now = entered(tx.db(), &audit)?;
    if let Some(field) = now.corrected_since(correction) {
        return Err(refusals::audit_corrected_since(audit.code, field));
    }
    let correction = correction.reversed();
    checked(tx.db(), now.corrected(&correction)?.particulars)?;
    tx.append(&AuditEvent::Corrected { id, correction })?;
    Ok(())
}
