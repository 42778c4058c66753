//! From a clause of any standard to its partners in the others: as the tables state them, or through the map between
//! editions.

use super::answer::{Answer, Direction, Found, Match, Own, Via, add_once};
use super::catalogue::Catalogue;
use super::data::catalogue;
use super::model::{Kind, Link};
use super::open_points::{Fired, PointKind};
use super::reference::{ClauseRef, EditionId};
use super::said::Said;

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
        if let Some(answer) = self.front_answer(from, target) {
            return answer;
        }
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
        for hit in &mut found.matches {
            self.finish(from, hit);
        }
        let own = if from.standard == target.standard { None } else { self.own(from) };
        Answer {
            own,
            standard: target.standard.clone(),
            edition: target.edition.clone(),
            outcome: found.outcome,
            matches: found.matches,
            said: Said::all(&found.notes),
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
            if found.matches.is_empty() {
                let note = format!("The guidance knows {target_in_tables} only; answered through the map of editions.");
                add_once(&mut found.notes, note);
            }
        }
        found
    }

    /// What holds for the pair as it is answered: its direction with what is missing, and its controls.
    fn finish(&self, from: &ClauseRef, hit: &mut Match) {
        let lacks = |f: &Fired<'_>| f.point.kind == PointKind::Direction;
        let onward: Vec<Fired<'_>> = self.fires(from, &hit.clause).into_iter().filter(lacks).collect();
        let back: Vec<Fired<'_>> = self.fires(&hit.clause, from).into_iter().filter(lacks).collect();
        hit.direction = Direction::of(hit.ways.0 && onward.is_empty(), hit.ways.1 && back.is_empty());
        for point in onward {
            add_once(&mut hit.notes, format!("Missing in this direction: {}", point.point.what));
        }
        hit.part_for_whole = hit.part.as_deref().is_some_and(|part| !self.is_part(&hit.clause, part));
        if hit.part_for_whole {
            let note = format!("{} is only a part of what {} asks for.", from.short(), hit.clause.short());
            add_once(&mut hit.notes, note);
        }
        self.tell_numbers(from, hit);
        hit.said = Said::all(&hit.notes);
        if self.is_group(&hit.clause) {
            hit.controls = self.leaves_below(&hit.clause).iter().map(|c| c.reference.clone()).collect();
            hit.parts.clone_from(&hit.controls);
        } else if hit.limited {
            hit.parts = self.limited_parts(from, &hit.clause);
        }
    }

    /// Says of which edition the numbers of controls in remarks are, where another one is answered for.
    fn tell_numbers(&self, from: &ClauseRef, hit: &mut Match) {
        let numbered = |note: &String| {
            let dated = Said::of(note).code.is_some_and(|code| matches!(code, "answered_for" | "took_the_place"));
            !dated && note.split(|c: char| !c.is_ascii_alphanumeric() && c != '.').any(is_control_number)
        };
        if !hit.via.contains(&Via::EditionMap) || !hit.notes.iter().any(numbered) {
            return;
        }
        let edition =
            [from, &hit.clause].into_iter().map(ClauseRef::edition_id).find(|e| self.edition_in_tables(e) != *e);
        if let Some(edition) = edition {
            let known = self.edition_in_tables(&edition);
            add_once(&mut hit.notes, format!("Numbers of controls in these remarks are those of {known}."));
        }
    }

    /// The clauses by which a limited match is decided; those are kept out that are stated to have no counterpart.
    fn limited_parts(&self, from: &ClauseRef, whole: &ClauseRef) -> Vec<ClauseRef> {
        let here = from.edition_id();
        let named = |l: &Link| l.is_limited() && l.pivot.is_of(&here) && l.refs.contains(whole);
        if !self.links.iter().any(named) || self.children(whole).next().is_none() {
            return Vec::new();
        }
        let kept_out = |c: &ClauseRef| c.is_below(whole) && self.says_none(c, &here);
        let out = |c: &ClauseRef| kept_out(c) || self.ancestors(c).any(|above| kept_out(&above.reference));
        self.leaves_below(whole).into_iter().map(|c| c.reference.clone()).filter(|c| !out(c)).collect()
    }

    /// The clauses that have a limited match with this one, as a whole or as a part of it: those that its own answers leave
    /// out where it has something better.
    pub fn limited_sources(&self, clause: &ClauseRef) -> Vec<ClauseRef> {
        let own = |l: &&Link| {
            l.refs.iter().any(|whole| {
                clause == whole || (clause.is_below(whole) && self.limited_parts(&l.pivot, whole).contains(clause))
            })
        };
        self.links.iter().filter(|l| l.is_limited()).filter(own).map(|l| l.pivot.clone()).collect()
    }

    /// A match with a group, part by part: the controls of a group of controls, and the clauses of a limited match, of which
    /// those are kept out that are stated to have no counterpart (R147, R163). Nothing for what is no group.
    pub fn part_by_part(&self, from: &ClauseRef, hit: &Match) -> Vec<Match> {
        let via = if hit.controls.is_empty() { Via::Parent } else { Via::Group };
        hit.parts.iter().map(|part| self.part_of(from, hit, part, via)).collect()
    }

    fn part_of(&self, from: &ClauseRef, hit: &Match, part: &ClauseRef, via: Via) -> Match {
        let mut one = hit.clone();
        one.title = self.title(part);
        one.clause = part.clone();
        one.via.retain(|known| *known != via);
        one.via.push(via);
        one.controls = Vec::new();
        one.parts = Vec::new();
        one.notes.retain(|note| self.speaks_of(note, part));
        match via {
            Via::Group => one.group = Some(hit.clause.to_string()),
            _ => one.through = Some(hit.clause.clause.clone()),
        }
        self.finish(from, &mut one);
        one
    }

    /// Why a clause is its standard's own; for an edition the tables do not know, by what held its place.
    pub fn own(&self, from: &ClauseRef) -> Option<Own> {
        if self.added_by_standard(from) {
            return Some(Own::AddedByStandard);
        }
        if self.edition_in_tables(&from.edition_id()) == from.edition_id() {
            return None;
        }
        match self.predecessors(from).as_slice() {
            [] => Some(Own::NewInEdition),
            [old] if self.added_by_standard(old) => Some(Own::AddedByStandard),
            _ => None,
        }
    }

    /// Whether this is a group of controls.
    pub fn is_group(&self, reference: &ClauseRef) -> bool {
        self.clause(reference).is_some_and(|c| matches!(c.kind, Kind::Domain | Kind::Objective | Kind::Theme))
    }
}

/// `A.14.2`, `A.8`.
fn is_control_number(word: &str) -> bool {
    word.strip_prefix("A.").is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
}
