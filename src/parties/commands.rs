//! What may be done to parties.

use rusqlite::Connection;

use super::events::{Entered, PartyEvent};
use super::model::{Held, PartyFact, PartyKind};
use super::{queries, refusals};
use crate::error::Result;
use crate::ids::PartyId;
use crate::systems;
use crate::workspace::Tx;

/// A party to be entered.
#[derive(Debug, Clone, Copy, Default)]
pub struct NewParty<'a> {
    /// Its name.
    pub name: &'a str,
    /// Which of the three kinds; none where that is not known yet.
    pub kind: Option<PartyKind>,
    /// Whether it belongs to the larger organisation.
    pub within_larger_organisation: bool,
    /// Name of the lead supplier for which it works.
    pub lead: Option<&'a str>,
}

/// What is to say something else of a party; what is left out stays.
#[derive(Debug, Clone, Copy, Default)]
pub struct PartyChange<'a> {
    /// Its name.
    pub name: Option<&'a str>,
    /// Which of the three kinds.
    pub kind: Option<PartyKind>,
    /// Whether it belongs to the larger organisation.
    pub within_larger_organisation: Option<bool>,
    /// Name of the lead supplier; an empty name where there is none.
    pub lead: Option<&'a str>,
}

/// Enters a party.
///
/// # Errors
/// `invalid_value` without a name; `already_exists` for a name in use; `not_found` for an unknown lead.
pub fn add(tx: &mut Tx<'_>, new: NewParty<'_>) -> Result<PartyId> {
    let id = PartyId::new();
    let lead = new.lead.map(|name| queries::by_name(tx.db(), name).map(|party| party.id)).transpose()?;
    let within_larger_organisation = new.within_larger_organisation;
    let entered = Entered { name: new.name.trim().to_owned(), kind: new.kind, within_larger_organisation, lead };
    check(tx.db(), id, &entered)?;
    tx.append(&PartyEvent::Added { id, entered })?;
    Ok(id)
}

/// Corrects what was entered about a party. Says nothing when nothing changes.
///
/// # Errors
/// As [`add`]; `reason_needed` without a reason; `invalid_value` for a lead that works for the party itself.
pub fn correct(tx: &mut Tx<'_>, name: &str, change: PartyChange<'_>, reason: &str) -> Result<PartyId> {
    let party = queries::by_name(tx.db(), name)?;
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Err(refusals::party_corrected_without_reason(party.name));
    }
    let before = queries::entered(&party);
    let mut after = before.clone();
    if let Some(name) = change.name {
        name.trim().clone_into(&mut after.name);
    }
    after.kind = change.kind.or(after.kind);
    after.within_larger_organisation = change.within_larger_organisation.unwrap_or(after.within_larger_organisation);
    match change.lead.map(str::trim) {
        None => {}
        Some("") => after.lead = None,
        Some(lead) => after.lead = Some(queries::by_name(tx.db(), lead)?.id),
    }
    check(tx.db(), party.id, &after)?;
    if after != before {
        tx.append(&PartyEvent::Corrected { id: party.id, before, after, reason })?;
    }
    Ok(party.id)
}

/// A party has a name that no other has, and a lead that works neither for it nor for itself.
pub(super) fn check(db: &Connection, id: PartyId, entered: &Entered) -> Result<()> {
    if entered.name.is_empty() {
        return Err(refusals::party_unnamed());
    }
    if queries::find(db, &entered.name)?.is_some_and(|other| other.id != id) {
        return Err(refusals::party_taken(&entered.name));
    }
    let (mut above, all) = (entered.lead, queries::list(db)?);
    for _ in 0..=all.len() {
        match above {
            None => return Ok(()),
            Some(lead) if lead == id => break,
            Some(lead) => above = all.iter().find(|party| party.id == lead).and_then(|party| party.lead),
        }
    }
    Err(refusals::party_lead_of_itself(&entered.name))
}

/// Notes what is on file of a party, or that it is there no more. Says nothing when nothing changes.
///
/// # Errors
/// `not_found` for an unknown party or system; `invalid_value` where neither a document nor words hold it, and for words that
/// the fact does not know.
pub fn note(tx: &mut Tx<'_>, name: &str, fact: PartyFact, held: Option<Held>) -> Result<PartyId> {
    let party = queries::by_name(tx.db(), name)?;
    let after = held.map(|held| checked(tx.db(), fact, held)).transpose()?;
    let before = party.held(fact).cloned();
    if before != after {
        tx.append(&PartyEvent::Noted { party: party.id, fact, before, after })?;
    }
    Ok(party.id)
}

fn checked(db: &Connection, fact: PartyFact, held: Held) -> Result<Held> {
    let mut held = Held { document: held.document.trim().to_owned(), words: held.words.trim().to_owned() };
    if held.document.is_empty() && held.words.is_empty() {
        return Err(refusals::party_fact_held_by_nothing(fact));
    }
    if let Some(known) = fact.words() {
        let words = held.words.to_lowercase();
        if !known.contains(&words.as_str()) {
            return Err(refusals::party_fact_words_unknown(fact, &held.words, known.join(", ")));
        }
        held.words = words;
    }
    if fact == PartyFact::Serves {
        let named = held.words.split([',', ';', ' ']).filter(|word| !word.is_empty());
        let mut codes = named.map(|word| Ok(systems::system(db, word)?.code)).collect::<Result<Vec<_>>>()?;
        codes.sort();
        codes.dedup();
        held.words = codes.join(", ");
    }
    Ok(held)
}
