//! What only one standard asks for, beside another: clauses and groups of controls that have no partner there (R86, R136–R138).

use serde::Serialize;
use ts_rs::TS;

use super::answer::Outcome;
use super::catalogue::Catalogue;
use super::model::Clause;
use super::reference::{ClauseRef, EditionId};
use super::views::Place;

/// What one edition asks for and another does not.
#[derive(Debug, Serialize, TS)]
pub struct OwnList {
    /// The edition, as `9001:2015`.
    pub edition: EditionId,
    /// The edition beside it.
    pub beside: EditionId,
    /// In the order of the edition; what stands below one of them is not named again.
    pub clauses: Vec<OwnListed>,
}

/// A clause or group without a partner.
#[derive(Debug, Serialize, TS)]
pub struct OwnListed {
    /// The clause.
    pub reference: ClauseRef,
    /// Its number and title.
    #[serde(flatten)]
    pub place: Place,
    /// What stands below it and has a partner all the same.
    pub except: Vec<Place>,
}

impl Catalogue {
    /// What an edition asks for that has no partner in another, as the guidance states it; what is not stated is not listed.
    pub fn own_beside(&self, edition: &EditionId, beside: &EditionId) -> OwnList {
        let mut clauses: Vec<OwnListed> = Vec::new();
        for clause in self.clauses(edition) {
            let known = |own: &OwnListed| clause.reference.is_below(&own.reference);
            if !clauses.iter().any(known)
                && let Some(except) = self.without_partner(clause, beside)
            {
                let place = |c: &Clause| Place { clause: c.reference.clause.clone(), title: c.title.clone() };
                let except = except.into_iter().map(place).collect();
                clauses.push(OwnListed { reference: clause.reference.clone(), place: place(clause), except });
            }
        }
        OwnList { edition: edition.clone(), beside: beside.clone(), clauses }
    }

    /// The exceptions below a clause that as a whole has no partner; nothing where it is not one.
    fn without_partner(&self, clause: &Clause, beside: &EditionId) -> Option<Vec<&Clause>> {
        let outcome = |c: &Clause| self.correlate(&c.reference, Some(beside)).first().map(|answer| answer.outcome);
        let (none, other): (Vec<_>, Vec<_>) =
            self.leaves_below(&clause.reference).into_iter().partition(|leaf| outcome(leaf) == Some(Outcome::None));
        // A group is stated as a whole, with its exceptions.
        let stated = self.specific().iter().any(|row| row.reference == clause.reference && !row.exceptions.is_empty());
        (!none.is_empty() && (other.is_empty() || stated)).then_some(other)
    }
}
