//! Between editions of one standard, and to the tables from an edition they do not know.

use super::answer::{Direction, Found, Match, Outcome, Via, add_once};
use super::catalogue::Catalogue;
use super::model::Relation;
use super::reference::{ClauseRef, EditionId};
use super::said::Said;

impl Catalogue {
    /// The tables know an earlier edition only: asks there, for everything whose place this clause took.
    pub(super) fn asked_of_later_edition(&self, from: &ClauseRef, target: &EditionId) -> Found {
        let known = self.edition_in_tables(&from.edition_id());
        let before = self.predecessors(from);
        if before.is_empty() {
            let note = format!("New in this edition; the guidance knows {known} only.");
            return Found { outcome: Outcome::NotStated, matches: Vec::new(), notes: vec![note] };
        }
        let mut matches = Vec::new();
        let general = format!("The guidance knows {known} only; answered through the map of editions.");
        let mut notes = vec![general];
        let single = before.len() == 1;
        let mut all_none = self.leaves_below(from).iter().all(|c| !self.predecessors(&c.reference).is_empty());
        for old in before {
            let answer = self.partners_in_tables(old, target);
            all_none &= answer.outcome == Outcome::None;
            matches.extend(answer.matches.into_iter().map(|m| (m.through.is_some(), old, m)));
            answer.notes.into_iter().for_each(|note| add_once(&mut notes, note));
        }
        // What a predecessor matches by itself is better than what another one matches through its group.
        matches.sort_by_key(|(through, ..)| *through);
        let mut kept: Vec<Match> = Vec::new();
        for (_, old, mut hit) in matches {
            if !kept.iter().any(|m| m.clause == hit.clause) {
                hit.notes.insert(0, format!("Answered for {}, whose place this clause took.", old.dated()));
                self.narrow_to_part(from, old, &mut hit);
                hit.through = Some(old.to_string());
                hit.via.insert(0, Via::EditionMap);
                hit.source = format!("{}; edition map", hit.source);
                kept.push(hit);
            }
        }
        if !kept.is_empty() && !single {
            // Remarks on one of several predecessors would mislead beside the matches of the others.
            notes.truncate(1);
        }
        let outcome = match (kept.is_empty(), all_none) {
            (false, _) => Outcome::Matched,
            (true, true) => Outcome::None,
            (true, false) => Outcome::NotStated,
        };
        Found { outcome, matches: kept, notes }
    }

    /// A subclause that is new below a clause that stayed, as 9.2.2 below 9.2, has its part of the common text.
    fn narrow_to_part(&self, from: &ClauseRef, old: &ClauseRef, hit: &mut Match) {
        let whole = self.moves.iter().find(|m| m.from.as_ref() == Some(old)).and_then(|m| m.to.first());
        let part = whole.filter(|w| from.is_below(w)).and_then(|w| from.clause.strip_prefix(w.clause.as_str()));
        if let Some(part) = part.filter(|_| hit.relation == Relation::IdenticalHls) {
            hit.part = Some(part.to_owned());
            hit.via.push(Via::Parent);
            if let Some(same) = self.same_part(&hit.clause, part) {
                hit.title = self.title(&same);
                hit.clause = same;
            }
        }
    }

    /// Replaces each partner by what took its place in the edition asked for.
    pub(super) fn carried_to_later_edition(&self, matches: Vec<Match>) -> Vec<Match> {
        let mut out: Vec<Match> = Vec::new();
        for old in matches {
            let after = self.successors(&old.clause);
            for new in &after {
                let part_of_another = after.iter().any(|other| new.is_below(other));
                if part_of_another || out.iter().any(|m| m.clause == **new) {
                    continue;
                }
                let part = old.part.as_deref().filter(|_| old.relation == Relation::IdenticalHls);
                let place = part.and_then(|part| self.same_part(new, part)).unwrap_or_else(|| (*new).clone());
                let mut notes =
                    vec![format!("Took the place of {}; the guidance knows that edition only.", old.clause.dated())];
                for note in old.notes.iter().filter(|note| self.speaks_of(note, new)) {
                    add_once(&mut notes, became(note, &old.clause, after.len()));
                }
                out.push(Match {
                    title: self.title(&place),
                    relation: old.relation,
                    through: Some(old.clause.to_string()),
                    via: old.via.iter().copied().chain([Via::EditionMap]).collect(),
                    limited: old.limited,
                    direction: old.direction,
                    group: self.is_group(&old.clause).then(|| old.clause.to_string()),
                    controls: Vec::new(),
                    parts: Vec::new(),
                    notes,
                    said: Vec::new(),
                    source: format!("{}; edition map", old.source),
                    ways: old.ways,
                    part: old.part.clone(),
                    part_for_whole: false,
                    resembles_twice: old.resembles_twice,
                    clause: place,
                });
            }
        }
        out
    }

    /// Two editions of one standard.
    pub(super) fn across_editions(&self, from: &ClauseRef, target: &EditionId) -> Found {
        let forward = self.moves.iter().any(|m| m.old == from.edition_id() && m.new == *target);
        let (refs, relation) = if forward {
            (self.successors(from), Relation::Successor)
        } else {
            (self.predecessors(from), Relation::Predecessor)
        };
        let matches: Vec<_> = refs
            .into_iter()
            .filter(|r| r.is_of(target))
            .map(|r| Match {
                clause: r.clone(),
                title: self.title(r),
                relation,
                through: None,
                via: vec![Via::EditionMap],
                limited: false,
                direction: Direction::Both,
                group: None,
                controls: Vec::new(),
                parts: Vec::new(),
                notes: Vec::new(),
                said: Vec::new(),
                source: "edition map".to_owned(),
                ways: (true, true),
                part: None,
                part_for_whole: false,
                resembles_twice: false,
            })
            .collect();
        let outcome = if matches.is_empty() { Outcome::NotStated } else { Outcome::Matched };
        Found { outcome, matches, notes: Vec::new() }
    }
}

/// A note on the size of a group as it stands where the group has another size.
fn became(note: &str, group: &ClauseRef, now: usize) -> String {
    let said = Said::of(note);
    let of_group = said.code == Some("group_of") && said.values.get("group") == Some(&group.clause);
    match said.values.get("count").filter(|_| of_group) {
        Some(count) => format!(
            "{} was a group of {count} controls; {now} hold its place here, wider than the match.",
            group.dated()
        ),
        None => note.to_owned(),
    }
}
