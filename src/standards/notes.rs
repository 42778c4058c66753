//! What a person must know about a match at the point of use (R15, R22, R140–R146): short, and only what applies.

use super::answer::add_once;
use super::catalogue::Catalogue;
use super::hit::{Hit, Reached};
use super::model::{Kind, Link, Relation, Suffices};
use super::reference::{ClauseRef, EditionId};
use super::said::Said;

impl Catalogue {
    /// The notes of one direct match.
    pub(super) fn match_notes(&self, start: &ClauseRef, hit: &Hit<'_>) -> Vec<String> {
        let mut notes = Vec::new();
        match &hit.reached {
            Reached::Exact => {}
            Reached::Above(group) if group.in_annex() => {
                let group = &group.clause;
                add_once(&mut notes, format!("Found through the group {group}, which is wider than the match."));
                add_once(
                    &mut notes,
                    format!("One control never stands for its group: what the others of {group} show is missing."),
                );
            }
            Reached::Above(above) => {
                add_once(&mut notes, format!("Part of {}, which is what the tables match as a whole.", above.clause));
            }
            Reached::Member(part) => add_once(&mut notes, format!("Holds for its part {} only.", part.clause)),
        }
        for side in [start, &hit.clause] {
            if let (Some(count), false) = (self.group_size(side), matches!(hit.reached, Reached::Member(_))) {
                add_once(&mut notes, format!("{} is a group of {count} controls, wider than the match.", side.clause));
            }
        }
        let Some(first) = hit.links.first() else { return notes };
        let (pivot, other) = (&first.pivot, &first.other);
        notes.extend(self.pair_notes(start, hit));
        // A row of a limited match speaks of its partners alone, and the other rows do not speak of them.
        let same = |l: &&Link| l.pivot == *pivot && l.other == *other && l.is_limited() == hit.limited;
        let rows: Vec<&Link> = self.links.iter().filter(same).collect();
        for note in rows.iter().filter_map(|l| l.note.as_deref()) {
            add_once(&mut notes, note);
        }
        if hit.relation == Relation::IdenticalHls {
            self.common_text_notes(pivot, other, &rows, &mut notes);
        }
        for row in self.one_way.iter().filter(|o| o.clause == pivot.clause && o.other == *other) {
            add_once(&mut notes, row.note.as_str());
            let (from, to) = match row.suffices {
                Suffices::Pivot => (&pivot.standard, &other.standard),
                Suffices::Other => (&other.standard, &pivot.standard),
                Suffices::Neither => {
                    add_once(&mut notes, "Evidence of one side alone is not enough for the other.");
                    continue;
                }
            };
            add_once(&mut notes, format!("Evidence may be enough from {from} to {to}, not the other way round."));
        }
        let words = || hit.links.iter().filter_map(|l| l.relation.map(|r| (table_name(l), r)));
        if let Some((one, first)) = words().next()
            && let Some((two, second)) = words().find(|(_, r)| *r != first)
        {
            add_once(
                &mut notes,
                format!("{one} calls this {}, {two} calls it {}.", first.in_words(), second.in_words()),
            );
        }
        match hit.relation {
            _ if hit.limited => add_once(&mut notes, "Limited match: a person decides clause by clause."),
            Relation::Similar => add_once(&mut notes, "Similar is not equal: a person has to judge."),
            Relation::Aligned => add_once(&mut notes, "Aligned is not equal: one side is markedly wider."),
            _ => {}
        }
        notes
    }

    fn common_text_notes(&self, pivot: &ClauseRef, other: &EditionId, rows: &[&Link], notes: &mut Vec<String>) {
        let adding: Vec<_> = [
            (rows.iter().any(|l| l.pivot_adds), pivot.standard.as_str()),
            (rows.iter().any(|l| l.other_adds), other.standard.as_str()),
        ]
        .into_iter()
        .filter_map(|(adds, standard)| adds.then_some(standard))
        .collect();
        notes.extend(adding_note(&adding));
        // A row that has a note of its own says what is left out.
        if rows.iter().any(|l| l.other_omits && l.note.is_none()) {
            add_once(notes, format!("{} leaves out part of the common text.", other.standard));
        }
        let object =
            self.clause(pivot).filter(|c| c.spine.is_some()).and_then(|_| self.spine_of(pivot)?.object.as_ref());
        if let Some(object) = object {
            add_once(notes, format!("Same text, different object: each system has its own {object}."));
        }
    }

    /// A standard as it is read aloud before a number: with its year where the numbers of its editions are not each other's.
    fn named_edition(&self, edition: &EditionId) -> String {
        let several = self.editions().iter().filter(|e| e.id.standard == edition.standard).count() > 1;
        if several { edition.to_string() } else { edition.standard.clone() }
    }

    /// A clause as it is read aloud where nobody says which edition is meant.
    pub fn read_aloud(&self, clause: &ClauseRef) -> String {
        format!("{} {}", self.named_edition(&clause.edition_id()), clause.clause)
    }

    /// Number of controls in a group; nothing for a clause, a control or a group of one.
    fn group_size(&self, reference: &ClauseRef) -> Option<usize> {
        let group = matches!(self.clause(reference)?.kind, Kind::Domain | Kind::Objective | Kind::Theme);
        Some(self.leaves_below(reference).len()).filter(|count| group && *count > 1)
    }

    /// Notes on the clause rather than on one match: help without equivalence, and why there is no partner.
    pub(super) fn clause_notes(&self, start: &ClauseRef, target: &EditionId, matched: bool) -> Vec<String> {
        let mut notes = Vec::new();
        let reaches = |group: &ClauseRef| group == start || start.is_below(group);
        let mut helping = Vec::new();
        for link in &self.links {
            let help = || link.supporting.iter().chain(&link.also_related);
            if link.pivot == *start && link.other == *target {
                helping.extend(help().cloned());
                if let (false, Some(note)) = (matched, &link.note) {
                    add_once(&mut notes, note.as_str());
                }
            } else if link.pivot.is_of(target) && help().any(reaches) {
                helping.push(link.pivot.clone());
            }
        }
        helping.sort();
        helping.dedup();
        let partners: Vec<_> = self.hits_at_or_above(start, target).into_iter().map(|h| h.clause).collect();
        helping.retain(|h| !partners.contains(h));
        if !helping.is_empty() {
            let names: Vec<_> = helping.iter().map(|r| r.clause.as_str()).collect();
            let edition = self.named_edition(target);
            add_once(&mut notes, format!("Support only, no equivalent: {edition} {}.", names.join(", ")));
        }
        for row in self.specific.iter().filter(|s| reaches(&s.reference)) {
            let applies = row.no_counterpart_in.contains(target) || row.no_counterpart_in.is_empty();
            let excepted = row.exceptions.iter().any(|e| e == start || start.is_below(e));
            if let (true, false, Some(note)) = (applies, excepted, &row.note) {
                add_once(&mut notes, note.as_str());
            }
        }
        notes
    }

    /// The same number elsewhere with another subject (R140).
    pub(super) fn number_trap(&self, from: &ClauseRef, target: &EditionId, matched: &[&ClauseRef]) -> Option<String> {
        let twin = self.clause(&target.at(from.clause.as_str()))?;
        let own = self.clause(from)?;
        let same_text = own.spine.is_some() && own.spine == twin.spine;
        let same_subject = own.title.to_lowercase() == twin.title.to_lowercase();
        let partner = matched.iter().any(|m| **m == twin.reference);
        (!same_text && !same_subject && !partner)
            .then(|| format!("Same number, different subject: {} is “{}”.", twin.reference.short(), twin.title))
    }
}

/// That standards add to the common text; nothing where none does.
fn adding_note(standards: &[&str]) -> Option<String> {
    match standards {
        [] => None,
        [one] => Some(format!("Reusable for the common text only: {one} adds to it.")),
        [first @ .., last] => {
            Some(format!("Reusable for the common text only: {} and {last} add to it.", first.join(", ")))
        }
    }
}

/// Says in one sentence which standards add to the common text, where the steps of a way each say it of two.
pub(super) fn join_additions(notes: &mut Vec<String>) {
    let mut adding: Vec<String> = Vec::new();
    let mut first = None;
    let mut at = 0;
    notes.retain(|note| {
        let said = Said::of(note);
        let of_additions = matches!(said.code, Some("one_adds" | "both_add"));
        if of_additions {
            first.get_or_insert(at);
            let names = said.values.values().flat_map(|names| names.split(" and ")).flat_map(|names| names.split(", "));
            names.for_each(|name| add_once(&mut adding, name));
        } else {
            at += 1;
        }
        !of_additions
    });
    let names: Vec<&str> = adding.iter().map(String::as_str).collect();
    if let (Some(place), Some(note)) = (first, adding_note(&names)) {
        notes.insert(place, note);
    }
}

fn table_name(link: &Link) -> &str {
    match link.table.as_str() {
        "table-3" => "Table 3",
        "annex-b" => "Annex B",
        other => other,
    }
}
