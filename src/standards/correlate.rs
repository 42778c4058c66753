//! From a clause of any standard to its partners in the others: as the tables state them, or through the map between
//! editions.

use super::answer::{Answer, Found, add_once};
use super::catalogue::Catalogue;
use super::data::catalogue;
use super::reference::{ClauseRef, EditionId};

/// Partners of a clause in one edition, or in the default edition of every other standard.
pub fn correlate(from: &ClauseRef, to: Option<&EditionId>) -> Vec<Answer> {
    catalogue().correlate(from, to)
}

impl Catalogue {
    /// See [`correlate`].
    pub fn correlate(&self, from: &ClauseRef, to: Option<&EditionId>) -> Vec<Answer> {
        let others = || self.default_editions().map(|e| &e.id).filter(|id| id.standard != from.standard);
        let targets: Vec<&EditionId> = to.map_or_else(|| others().collect(), |id| vec![id]);
        targets.into_iter().map(|target| self.answer(from, target)).collect()
    }

    fn answer(&self, from: &ClauseRef, target: &EditionId) -> Answer {
        let mut found = if from.standard == target.standard {
            self.across_editions(from, target)
        } else {
            self.partners(from, target)
        };
        let matched: Vec<_> = found.matches.iter().map(|m| &m.clause).collect();
        if let Some(trap) = self.number_trap(from, target, &matched) {
            found.notes.push(trap);
        }
        if let Some(first) = found.matches.first_mut() {
            found.notes.drain(..).for_each(|note| add_once(&mut first.notes, note));
        }
        Answer {
            standard: target.standard.clone(),
            edition: target.edition.clone(),
            outcome: found.outcome,
            matches: found.matches,
            notes: found.notes,
        }
    }

    fn partners(&self, from: &ClauseRef, target: &EditionId) -> Found {
        let target_in_tables = self.edition_in_tables(target);
        let mut found = if self.edition_in_tables(&from.edition_id()) == from.edition_id() {
            self.partners_in_tables(from, &target_in_tables)
        } else {
            self.asked_of_later_edition(from, &target_in_tables)
        };
        if target_in_tables != *target {
            found.matches = self.carried_to_later_edition(found.matches);
        }
        found
    }
}
