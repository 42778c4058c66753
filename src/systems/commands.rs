//! What may be done to the organisation, its systems and their scopes.

use super::applicability::exclusions;
use super::compare::{ScopesCompared, compare_all};
use super::events::SystemEvent;
use super::model::{RunBy, ScopeKind};
use super::statement::ScopeStatement;
use super::{queries, refusals, runby};
use crate::day::Zone;
use crate::error::Result;
use crate::ids::{PartyId, ScopeItemId, SystemId};
use crate::standards::{EditionId, catalogue};
use crate::workspace::{Tx, zone_set};

/// An organisation with the editions it holds, checked before anything is written.
#[derive(Debug, Clone)]
pub struct NewOrganisation {
    name: String,
    editions: Vec<EditionId>,
    zone: Zone,
}

impl NewOrganisation {
    /// An organisation in a time zone that holds these standards, such as `9001` or `27001:2022`; the guidance's own
    /// editions where none is given.
    ///
    /// # Errors
    /// `unknown_standard` or `unknown_edition`; `invalid_value` without a name.
    pub fn new(name: &str, standards: &[String], zone: Zone) -> Result<Self> {
        let mut editions = catalogue().edition_ids(standards, &[])?;
        if editions.is_empty() {
            editions = catalogue().default_editions().map(|edition| edition.id.clone()).collect();
        }
        Ok(Self { name: organisation_name(name)?, editions, zone })
    }
}

/// Names the organisation, sets its time zone first, and sets up a management system for each of its editions.
pub fn set_up(tx: &mut Tx<'_>, new: &NewOrganisation) -> Result<()> {
    set_time_zone(tx, new.zone)?;
    name_organisation(tx, &new.name)?;
    new.editions.iter().try_for_each(|edition| establish(tx, edition).map(|_| ()))
}

/// Names the organisation.
///
/// # Errors
/// `invalid_value` for a blank name.
pub fn name_organisation(tx: &mut Tx<'_>, name: &str) -> Result<()> {
    tx.append(&SystemEvent::OrganisationNamed { name: organisation_name(name)? })?;
    Ok(())
}

/// Corrects the organisation's name. Says nothing when nothing changes.
///
/// # Errors
/// `invalid_value` for a blank name, or without a reason.
pub fn correct_name(tx: &mut Tx<'_>, name: &str, reason: &str) -> Result<()> {
    let (before, after) = (queries::organisation(tx.db())?, organisation_name(name)?);
    if before == after {
        return Ok(());
    }
    if reason.trim().is_empty() {
        return Err(refusals::organisation_name_without_reason());
    }
    tx.append(&SystemEvent::OrganisationCorrected { before, after, reason: reason.trim().to_owned() })?;
    Ok(())
}

/// Sets the organisation's time zone: its days count by it from here on, and no earlier entry's day moves. Says nothing
/// when nothing changes.
pub fn set_time_zone(tx: &mut Tx<'_>, zone: Zone) -> Result<()> {
    if zone_set(tx.db())? != Some(zone) {
        tx.append(&SystemEvent::TimeZoneSet { zone })?;
    }
    Ok(())
}

fn organisation_name(name: &str) -> Result<String> {
    if name.trim().is_empty() {
        return Err(refusals::organisation_unnamed());
    }
    Ok(name.trim().to_owned())
}

/// Sets up the management system for one edition; its code and name come from the catalogue unless given.
///
/// # Errors
/// `already_exists` where the edition has its system already.
pub fn establish(tx: &mut Tx<'_>, edition: &EditionId) -> Result<SystemId> {
    let known = catalogue().edition(&edition.to_string(), &[])?;
    let held = queries::systems(tx.db())?;
    if held.iter().any(|s| s.edition == edition.to_string()) {
        return Err(refusals::system_already_there(edition));
    }
    let base = known.system.clone();
    let code = if held.iter().any(|s| s.code == base) { format!("{base}-{}", edition.edition) } else { base };
    let id = SystemId::new();
    let name = format!("{} management system", known.subject);
    tx.append(&SystemEvent::Established { id, code, name, edition: edition.to_string() })?;
    Ok(id)
}

/// Puts a system's scope into words; parts that are left empty stay as they are. An incomplete statement is kept;
/// `system list` says what it lacks.
///
/// # Errors
/// Those of [`exclusions`]; `refused` where what does not apply is said to affect conformity.
pub fn state_scope(tx: &mut Tx<'_>, system: &str, parts: ScopeStatement) -> Result<()> {
    let system = queries::system(tx.db(), system)?;
    exclusions(&system.edition.parse()?, &parts.not_applicable)?;
    let statement = system.statement.with(parts);
    if statement.unaffected == Some(false) && statement.excludes() {
        return Err(refusals::scope_exclusion_affects_conformity(&system.code));
    }
    tx.append(&SystemEvent::ScopeStated { system: system.id, statement, undoes: None })?;
    Ok(())
}

/// Takes a statement back, as if it had never been made.
pub(super) fn take_back_statement(tx: &mut Tx<'_>, system: SystemId, seq: u64) -> Result<()> {
    let statement = queries::statement_before(tx.db(), system, seq)?;
    tx.append(&SystemEvent::ScopeStated { system, statement, undoes: Some(seq) })?;
    Ok(())
}

/// Names a site, service, product, unit or asset; `at` are the codes of the sites where it is delivered.
///
/// # Errors
/// `already_exists` for a code in use, `not_found` for an unknown site.
pub fn add_scope_item(tx: &mut Tx<'_>, code: &str, kind: ScopeKind, name: &str, at: &[String]) -> Result<ScopeItemId> {
    let code = code.trim();
    if code.is_empty() || name.trim().is_empty() {
        return Err(refusals::scope_item_incomplete());
    }
    if queries::scope_item(tx.db(), code).is_ok() {
        return Err(refusals::scope_item_taken(code));
    }
    let at = at.iter().map(|c| queries::scope_item(tx.db(), c).map(|i| i.id)).collect::<Result<Vec<_>>>()?;
    let id = ScopeItemId::new();
    tx.append(&SystemEvent::ScopeItemAdded { id, code: code.into(), item_kind: kind, name: name.trim().into(), at })?;
    Ok(id)
}

/// Says who provides or runs a scope item, and by which parties. Says nothing when nothing changes.
///
/// # Errors
/// `not_found` for an unknown item; `invalid_value` for the whole organisation, where others are to run it and none is named,
/// or where parties are named that run nothing of it; `reason_needed` without a reason.
pub fn set_run_by(tx: &mut Tx<'_>, code: &str, by: RunBy, parties: &[PartyId], reason: &str) -> Result<()> {
    let item = queries::scope_item(tx.db(), code)?;
    if item.kind == ScopeKind::Organisation {
        return Err(refusals::scope_run_by_of_organisation(item.code));
    }
    let mut parties = parties.to_vec();
    parties.sort_unstable();
    parties.dedup();
    match by {
        RunBy::Own if !parties.is_empty() => return Err(refusals::scope_run_by_own_with_parties(item.code)),
        RunBy::Shared | RunBy::Others if parties.is_empty() => {
            return Err(refusals::scope_run_by_nobody(item.code));
        }
        _ => {}
    }
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Err(refusals::scope_run_by_without_reason(item.code));
    }
    if item.run_by == Some(by) && item.parties == parties {
        return Ok(());
    }
    tx.append(&SystemEvent::RunBySet { item: item.id, by: Some(by), parties, reason, undoes: None })?;
    Ok(())
}

/// Takes back what an entry said of who runs an item, as if it had never been said.
pub(super) fn take_back_run(tx: &mut Tx<'_>, item: ScopeItemId, seq: u64) -> Result<()> {
    let before = runby::before(tx.db(), item, seq)?;
    let (by, parties, reason) = before.map_or((None, Vec::new(), String::new()), |r| (Some(r.by), r.parties, r.reason));
    tx.append(&SystemEvent::RunBySet { item, by, parties, reason, undoes: Some(seq) })?;
    Ok(())
}

/// Sets what is inside a system's scope, by codes. Says nothing when nothing changes.
pub fn set_scope(tx: &mut Tx<'_>, system: &str, codes: &[String]) -> Result<()> {
    let system = queries::system(tx.db(), system)?;
    let mut items = codes.iter().map(|c| queries::scope_item(tx.db(), c)).collect::<Result<Vec<_>>>()?;
    items.sort_by(|a, b| a.code.cmp(&b.code));
    items.dedup_by(|a, b| a.id == b.id);
    let mut now: Vec<&str> = items.iter().map(|i| i.code.as_str()).collect();
    let mut before: Vec<&str> = system.scope.iter().map(String::as_str).collect();
    now.sort_unstable();
    before.sort_unstable();
    if now != before {
        tx.append(&SystemEvent::ScopeSet { system: system.id, items: items.iter().map(|i| i.id).collect() })?;
    }
    Ok(())
}

/// Compares all scopes and writes the differences down, so that they are kept and not just known (R43).
pub fn store_comparisons(tx: &mut Tx<'_>) -> Result<ScopesCompared> {
    let compared = compare_all(tx.db())?;
    for comparison in &compared.pairs {
        tx.append(&SystemEvent::ScopesCompared { comparison: comparison.clone() })?;
    }
    Ok(compared)
}
