//! What may be done to requirements.

use super::events::RequirementEvent;
use super::model::RequirementKind;
use super::{queries, refusals};
use crate::error::Result;
use crate::ids::RequirementId;
use crate::systems;
use crate::workspace::Tx;

/// A requirement to be written down.
#[derive(Debug, Clone, Copy)]
pub struct NewRequirement<'a> {
    /// Whose it is.
    pub kind: RequirementKind,
    /// What is required.
    pub text: &'a str,
    /// With whom and where it is agreed.
    pub agreed: &'a str,
    /// Code of the service that it is about.
    pub service: Option<&'a str>,
    /// Whether it is only implied.
    pub implied: bool,
}

/// Writes a requirement down.
///
/// # Errors
/// `refused` for a service requirement that is only implied; `invalid_value` without words, and for a service requirement that
/// nobody agreed to; `not_found` for an unknown service.
pub fn add(tx: &mut Tx<'_>, new: NewRequirement<'_>) -> Result<RequirementId> {
    let NewRequirement { kind, text, agreed, service, implied } = new;
    let (text, agreed) = (text.trim().to_owned(), agreed.trim().to_owned());
    if kind == RequirementKind::Service && implied {
        return Err(refusals::requirement_implied());
    }
    if text.is_empty() {
        return Err(refusals::requirement_not_written());
    }
    if kind == RequirementKind::Service && agreed.is_empty() {
        return Err(refusals::requirement_not_agreed());
    }
    let scope_item = service.map(|code| systems::scope_item(tx.db(), code).map(|item| item.id)).transpose()?;
    let id = RequirementId::new();
    tx.append(&RequirementEvent::Added { id, kind, text, agreed, scope_item })?;
    Ok(id)
}

/// Drops a requirement, by its number.
///
/// # Errors
/// `not_found`; `reason_needed` without a reason.
pub fn drop(tx: &mut Tx<'_>, number: &str, reason: &str) -> Result<()> {
    let wanted = number.trim();
    let found = queries::list(tx.db())?.into_iter().find(|one| one.number.eq_ignore_ascii_case(wanted));
    let found = found.ok_or_else(|| refusals::requirement_not_found(wanted))?;
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Err(refusals::requirement_dropped_without_reason(found.number));
    }
    tx.append(&RequirementEvent::Dropped { id: found.id, reason })?;
    Ok(())
}
