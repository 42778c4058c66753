//! From a clause of any standard to its partners in the others: directly, through the pivot standard, or through
//! the map between editions.

use serde::{Serialize, Serializer};
use ts_rs::TS;

use super::catalogue::Catalogue;
use super::direct::{Hit, Via};
use super::model::Relation;
use super::notes::{push, source};
use super::reference::{ClauseRef, EditionId};

/// What the reference data says about a clause and one other edition.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Answer {
    /// The other standard: `9001`.
    pub standard: String,
    /// Its edition: `2015`.
    pub edition: String,
    /// Matched, stated to have no counterpart, or not stated.
    pub outcome: Outcome,
    /// Exact matches first, then those through a group, the pivot standard or another edition.
    pub matches: Vec<Match>,
    /// What a person should know where there is no match to hang it on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}

/// The three possible answers (R17).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "CorrelationOutcome")]
pub enum Outcome {
    /// There is at least one match.
    Matched,
    /// The guidance states that there is no counterpart.
    None,
    /// The guidance says nothing.
    NotStated,
}

/// One partner.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Match {
    /// The partner; in output its number only.
    #[serde(serialize_with = "number_only")]
    #[ts(type = "string")]
    pub clause: ClauseRef,
    /// Its title.
    pub title: String,
    /// How the two relate.
    pub relation: Relation,
    /// The group (`A.17`), the pivot clause (`20000-1 8.2.3`) or the other edition the match runs through.
    pub through: Option<String>,
    /// What to know before relying on it.
    pub notes: Vec<String>,
    /// Where it comes from: `table 3; annex b`, `derived from …`.
    pub source: String,
}

fn number_only<S: Serializer>(clause: &ClauseRef, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&clause.clause)
}

/// Partners of a clause in one edition, or in the default edition of every other standard.
pub fn correlate(from: &ClauseRef, to: Option<&EditionId>) -> Vec<Answer> {
    super::catalogue().correlate(from, to)
}

/// An answer in the making.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) outcome: Outcome,
    pub(super) matches: Vec<Match>,
    pub(super) notes: Vec<String>,
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
            found.notes.drain(..).for_each(|note| push(&mut first.notes, note));
        }
        Answer {
            standard: target.standard.clone(),
            edition: target.edition.clone(),
            outcome: found.outcome,
            matches: found.matches,
            notes: found.notes,
        }
    }

    /// The edition the tables speak about: itself, or the earlier one the map leads back to.
    pub(super) fn told(&self, id: &EditionId) -> EditionId {
        if self.links.iter().any(|l| l.pivot.is_of(id) || l.other == *id) {
            return id.clone();
        }
        self.moves.iter().find(|m| m.new == *id).map_or_else(|| id.clone(), |m| m.old.clone())
    }

    fn partners(&self, from: &ClauseRef, target: &EditionId) -> Found {
        let told_target = self.told(target);
        let mut found = if self.told(&from.edition_id()) == from.edition_id() {
            self.stated(from, &told_target)
        } else {
            self.asked_of_later_edition(from, &told_target)
        };
        if told_target != *target {
            found.matches = self.carried_to_later_edition(found.matches);
        }
        found
    }

    /// Both editions are ones the tables speak about.
    pub(super) fn stated(&self, from: &ClauseRef, target: &EditionId) -> Found {
        if !self.compared(&from.edition_id(), target) {
            return self.indirect(from, target);
        }
        let hits = self.direct(from, target);
        let mut notes = self.clause_notes(from, target, !hits.is_empty());
        let outcome = self.outcome(from, target);
        if outcome == Outcome::NotStated {
            let above = self.ancestors(from).find_map(|c| {
                let partner = self.upward(&c.reference, target).into_iter().next()?;
                Some((c, partner.clause))
            });
            if let Some((whole, partner)) = above {
                push(
                    &mut notes,
                    format!(
                        "As a whole {} has a partner ({}); the guidance says nothing about this part.",
                        whole.reference.short(),
                        partner.short()
                    ),
                );
            }
        }
        Found { outcome, matches: hits.iter().map(|hit| self.direct_match(from, hit)).collect(), notes }
    }

    fn direct_match(&self, from: &ClauseRef, hit: &Hit<'_>) -> Match {
        Match {
            title: self.title(&hit.clause),
            relation: hit.relation,
            through: match &hit.via {
                Via::Exact => None,
                Via::Above(group) | Via::Member(group) => Some(group.clause.clone()),
            },
            notes: self.match_notes(from, hit),
            source: source(&hit.links),
            clause: hit.clause.clone(),
        }
    }

    pub(super) fn title(&self, reference: &ClauseRef) -> String {
        self.clause(reference).map_or_else(String::new, |c| c.title.clone())
    }

    /// Two standards no table compares: the link runs through the pivot standard and says so (R14).
    fn indirect(&self, from: &ClauseRef, target: &EditionId) -> Found {
        let mut found = Found { outcome: Outcome::NotStated, matches: Vec::new(), notes: Vec::new() };
        let pivot = self
            .links
            .iter()
            .map(|l| l.pivot.edition_id())
            .find(|p| self.compared(p, &from.edition_id()) && self.compared(p, target));
        let Some(pivot) = pivot else { return found };
        let first = self.direct(from, &pivot);
        for near in &first {
            for far in self.upward(&near.clause, target) {
                if found.matches.iter().any(|m| m.clause == far.clause) {
                    continue;
                }
                let mut notes = vec![format!(
                    "Indirect: runs through {} ({}, then {}).",
                    near.clause.short(),
                    near.relation.in_words(),
                    far.relation.in_words()
                )];
                let steps = [self.match_notes(from, near), self.match_notes(&near.clause, &far)];
                steps.into_iter().flatten().for_each(|note| push(&mut notes, note));
                let links: Vec<_> = near.links.iter().chain(&far.links).copied().collect();
                found.matches.push(Match {
                    title: self.title(&far.clause),
                    relation: near.relation.max(far.relation),
                    through: Some(near.clause.short()),
                    notes,
                    source: format!("{} (indirect)", source(&links)),
                    clause: far.clause,
                });
            }
        }
        if !found.matches.is_empty() {
            found.outcome = Outcome::Matched;
        } else if let Some(near) = first.first() {
            found.notes.push(format!(
                "No link: its partner {} has no partner in {}.",
                near.clause.short(),
                target.standard
            ));
        } else {
            found
                .notes
                .push(format!("No link: it would run through {}, where this clause has no partner.", pivot.standard));
        }
        found
    }
}
