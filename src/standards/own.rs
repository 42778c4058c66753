//! What only one standard asks for, beside another: clauses and groups of controls that have no partner there (R86, R136–R138).

use serde::Serialize;
use ts_rs::TS;

use super::answer::{Match, Outcome, Own};
use super::catalogue::Catalogue;
use super::model::{Clause, Relation};
use super::reference::{ClauseRef, EditionId};
use super::views::Place;

/// Answer of `standard own`.
#[derive(Debug, Serialize, TS)]
pub struct OwnShow {
    /// Beside each other standard, or the one that was named.
    pub beside: Vec<OwnList>,
    /// What none of the others asks for (R138); empty where one was named.
    pub alone: Vec<OwnListed>,
    /// What it put below common clauses, with what corresponds to it all the same (R86, R149).
    pub added: Vec<AddedClause>,
}

/// A clause that a standard put below a common one.
#[derive(Debug, Serialize, TS)]
pub struct AddedClause {
    /// The clause.
    pub reference: ClauseRef,
    /// Its number and title.
    #[serde(flatten)]
    pub place: Place,
    /// The common clause above.
    pub below: Option<Place>,
    /// Its partners in the other standards; empty where it has none.
    pub partners: Vec<AddedPartner>,
}

/// A partner of a clause that a standard added.
#[derive(Debug, Serialize, TS)]
pub struct AddedPartner {
    /// The partner.
    pub reference: ClauseRef,
    /// How the two relate.
    pub relation: Relation,
    /// A match in a small part only.
    pub limited: bool,
}

/// What one edition asks for and another does not.
#[derive(Debug, Serialize, TS)]
pub struct OwnList {
    /// The edition, as `9001:2015`.
    pub edition: EditionId,
    /// The edition beside it.
    pub beside: EditionId,
    /// In the order of the edition; what stands below one of them is not named again.
    pub clauses: Vec<OwnListed>,
    /// The same of the edition that the guidance knows, by whose groups it states this; none where that is this one.
    pub stated: Option<OwnStated>,
}

/// What the guidance states of an edition.
#[derive(Debug, Serialize, TS)]
pub struct OwnStated {
    /// The edition.
    pub edition: EditionId,
    /// Clauses and groups without a partner.
    pub clauses: Vec<OwnListed>,
}

/// A clause or group without a partner.
#[derive(Debug, Clone, Serialize, TS)]
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
    /// What an edition asks for beside others: beside each, beside all of them, and what it added below common clauses.
    pub fn own_show(&self, edition: &EditionId, beside: &[&EditionId]) -> OwnShow {
        let beside: Vec<OwnList> = beside.iter().map(|other| self.own_beside(edition, other)).collect();
        let mut alone: Vec<OwnListed> = Vec::new();
        if beside.len() > 1 {
            let lists = |list: &OwnList, clause: &ClauseRef| {
                let mut wholes = list.clauses.iter().filter(|own| own.except.is_empty());
                wholes.any(|own| own.reference == *clause || clause.is_below(&own.reference))
                    && self.stated_alone(clause, &list.beside)
            };
            let all = beside.iter().flat_map(|list| &list.clauses);
            for own in all.filter(|own| beside.iter().all(|list| lists(list, &own.reference))) {
                if !alone.iter().any(|known| known.reference == own.reference) {
                    alone.push(own.clone());
                }
            }
            alone.sort_by(|a, b| a.reference.cmp(&b.reference));
        }
        let others: Vec<&EditionId> = beside.iter().map(|list| &list.beside).collect();
        OwnShow { alone, added: self.added(edition, &others), beside }
    }

    /// Whether a table itself says that a clause has no partner; what was worked out from other places is not said by one.
    fn stated_alone(&self, clause: &ClauseRef, beside: &EditionId) -> bool {
        let known = self.edition_in_tables(beside);
        let says = |c: &ClauseRef| {
            let mut rows = self.links.iter().filter(|l| l.pivot == *c && l.other == known && !l.derived);
            rows.any(|l| l.relation == Some(Relation::None))
                || self.specific.iter().any(|s| s.reference == *c && s.no_counterpart_in.contains(&known))
        };
        says(clause) || self.ancestors(clause).any(|above| says(&above.reference))
    }

    /// The clauses that an edition put below common ones, each at its top.
    fn added(&self, edition: &EditionId, others: &[&EditionId]) -> Vec<AddedClause> {
        let added = |c: &&Clause| self.own(&c.reference) == Some(Own::AddedByStandard);
        let top = |c: &&Clause| !self.ancestors(&c.reference).any(|above| added(&above));
        let listed = self.clauses(edition).filter(added).filter(top);
        listed
            .map(|clause| AddedClause {
                reference: clause.reference.clone(),
                place: named(clause),
                below: self.ancestors(&clause.reference).next().map(named),
                partners: others.iter().flat_map(|other| self.partners_of(&clause.reference, other)).collect(),
            })
            .collect()
    }

    fn partners_of(&self, clause: &ClauseRef, other: &EditionId) -> Vec<AddedPartner> {
        let answers = self.correlate(clause, Some(other));
        let partner =
            |m: &Match| AddedPartner { reference: m.clause.clone(), relation: m.relation, limited: m.limited };
        answers.iter().flat_map(|answer| &answer.matches).map(partner).collect()
    }

    /// What an edition asks for that has no partner in another, as the guidance states it; what is not stated is not listed.
    pub fn own_beside(&self, edition: &EditionId, beside: &EditionId) -> OwnList {
        let known = self.edition_in_tables(edition);
        let stated = || OwnStated { clauses: self.without_partners(&known, beside), edition: known.clone() };
        OwnList {
            edition: edition.clone(),
            beside: beside.clone(),
            clauses: self.without_partners(edition, beside),
            stated: (known != *edition).then(stated),
        }
    }

    fn without_partners(&self, edition: &EditionId, beside: &EditionId) -> Vec<OwnListed> {
        let mut clauses: Vec<OwnListed> = Vec::new();
        for clause in self.clauses(edition) {
            let known = |own: &OwnListed| clause.reference.is_below(&own.reference);
            if !clauses.iter().any(known)
                && let Some(except) = self.without_partner(clause, beside)
            {
                let except = except.into_iter().map(named).collect();
                clauses.push(OwnListed { reference: clause.reference.clone(), place: named(clause), except });
            }
        }
        clauses
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

fn named(clause: &Clause) -> Place {
    Place { clause: clause.reference.clause.clone(), title: clause.title.clone() }
}
