//! A scope that changes takes with it what rests on it: what was accepted from the correlation falls as far as it has to,
//! and what was settled by evidence of other places is asked again.

use super::follows::{fall_again, fall_with_item, fall_with_system, within_sources};
use super::points::{Concerned, reopen_beyond};
use crate::error::Result;
use crate::ids::ScopeItemId;
use crate::items::ItemId;
use crate::standards::EditionId;
use crate::workspace::Tx;

/// Changes what documents or records belong to; `None` where that stays as it is.
pub fn with_scope_of_items<T>(
    tx: &mut Tx<'_>,
    items: &[ItemId],
    scope: Option<&[ScopeItemId]>,
    change: impl FnOnce(&mut Tx<'_>) -> Result<T>,
) -> Result<T> {
    let Some(scope) = scope else { return change(tx) };
    items.iter().try_for_each(|item| fall_with_item(tx, *item, scope))?;
    let done = change(tx)?;
    items.iter().try_for_each(|item| reopen_beyond(tx, Concerned::Item(*item)))?;
    Ok(done)
}

/// Takes changes back that may have widened what documents or records belong to; nothing is left that counts at more places
/// than what it follows from.
pub fn with_scopes_taken_back<T>(
    tx: &mut Tx<'_>,
    items: &[ItemId],
    change: impl FnOnce(&mut Tx<'_>) -> Result<T>,
) -> Result<T> {
    let within = items.iter().map(|item| within_sources(tx.db(), *item)).collect::<Result<Vec<_>>>()?;
    let done = change(tx)?;
    for (item, within) in items.iter().zip(within) {
        fall_again(tx, *item, &within)?;
        reopen_beyond(tx, Concerned::Item(*item))?;
    }
    Ok(done)
}

/// Changes the scope of the system of an edition.
pub fn with_scope_of_system<T>(
    tx: &mut Tx<'_>,
    edition: &EditionId,
    scope: &[ScopeItemId],
    change: impl FnOnce(&mut Tx<'_>) -> Result<T>,
) -> Result<T> {
    fall_with_system(tx, edition, scope)?;
    let done = change(tx)?;
    reopen_beyond(tx, Concerned::All)?;
    Ok(done)
}
