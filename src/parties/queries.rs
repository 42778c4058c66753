//! Questions about parties.

use std::collections::HashMap;

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::events::Entered;
use super::model::{Held, PartyFact, PartyKind};
use super::refusals;
use crate::day::Day;
use crate::error::Result;
use crate::ids::PartyId;
use crate::text::fold;

/// A party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Party {
    /// Identifier.
    pub id: PartyId,
    /// Its name.
    pub name: String,
    /// Which of the three kinds; none where nobody said so yet.
    pub kind: Option<PartyKind>,
    /// Whether it belongs to the larger organisation of which the scope covers a part.
    pub within_larger_organisation: bool,
    /// The lead supplier for which it works.
    pub lead: Option<PartyId>,
    /// Name of that one.
    pub lead_name: String,
    /// What is on file of it, in the order of the facts.
    pub on_file: Vec<OnFile>,
}

/// Something that is on file of a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "PartyOnFile")]
pub struct OnFile {
    /// What.
    pub fact: PartyFact,
    /// By what it is held.
    #[serde(flatten)]
    pub held: Held,
    /// Since when.
    pub on: Day,
}

impl Party {
    /// By what a fact is held, where it is on file.
    pub fn held(&self, fact: PartyFact) -> Option<&Held> {
        self.on_file.iter().find(|one| one.fact == fact).map(|one| &one.held)
    }

    /// Codes of the systems that it serves; none where nothing is noted.
    pub fn serves(&self) -> Vec<&str> {
        self.held(PartyFact::Serves).map(|held| held.words.split(", ").collect()).unwrap_or_default()
    }

    /// Which of some facts are not on file.
    pub fn lacks(&self, facts: &[PartyFact]) -> Vec<PartyFact> {
        facts.iter().copied().filter(|fact| self.held(*fact).is_none()).collect()
    }
}

/// What is entered about it, as events say it.
pub(super) fn entered(party: &Party) -> Entered {
    let Party { name, kind, within_larger_organisation, lead, .. } = party;
    Entered { name: name.clone(), kind: *kind, within_larger_organisation: *within_larger_organisation, lead: *lead }
}

/// All parties, by name.
pub fn list(db: &Connection) -> Result<Vec<Party>> {
    let mut files: HashMap<PartyId, Vec<OnFile>> = HashMap::new();
    let mut facts = db.prepare_cached("SELECT party, fact, document, words, day FROM party_fact")?;
    let mut rows = facts.query([])?;
    while let Some(r) = rows.next()? {
        let held = Held { document: r.get("document")?, words: r.get("words")? };
        let on_file = OnFile { fact: r.get("fact")?, held, on: r.get("day")? };
        files.entry(r.get("party")?).or_default().push(on_file);
    }
    let mut found = db.prepare_cached(
        "SELECT p.id, p.name, p.kind, p.within, p.lead, coalesce(l.name, '') AS lead_name
         FROM party p LEFT JOIN party l ON l.id = p.lead ORDER BY p.name_fold",
    )?;
    let rows = found.query_map([], |r| {
        Ok(Party {
            id: r.get("id")?,
            name: r.get("name")?,
            kind: r.get("kind")?,
            within_larger_organisation: r.get("within")?,
            lead: r.get("lead")?,
            lead_name: r.get("lead_name")?,
            on_file: Vec::new(),
        })
    })?;
    let mut out = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    for party in &mut out {
        let mut on_file = files.remove(&party.id).unwrap_or_default();
        on_file.sort_by_key(|one| PartyFact::ALL.iter().position(|fact| *fact == one.fact));
        party.on_file = on_file;
    }
    Ok(out)
}

/// The party of that name, if there is one.
pub(super) fn find(db: &Connection, name: &str) -> Result<Option<Party>> {
    let wanted = fold(name);
    Ok(list(db)?.into_iter().find(|party| fold(&party.name) == wanted))
}

/// The party of that name.
///
/// # Errors
/// `not_found`.
pub fn by_name(db: &Connection, name: &str) -> Result<Party> {
    find(db, name)?.ok_or_else(|| refusals::party_not_found(name.trim()))
}

/// The names of parties.
pub fn names(db: &Connection, ids: &[PartyId]) -> Result<Vec<String>> {
    let all = list(db)?;
    Ok(ids.iter().filter_map(|id| all.iter().find(|party| party.id == *id)).map(|p| p.name.clone()).collect())
}
