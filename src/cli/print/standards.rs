//! The standards: their clauses, correlations and terms.

use super::coverage::marked;
use super::{Page, Show, plural, points, word};
use crate::api::ClauseShown;
use crate::packs::because;
use crate::standards::views::{ClauseShow, Correlation, StandardList, StandardShow, TermList};
use crate::standards::{
    Answer, ClauseRef, Direction, Origin as ClauseOrigin, Outcome, Own, OwnListed, OwnShow, RequiredKind, catalogue,
};

impl Show for StandardList {
    fn show(&self, page: &mut Page) {
        let rows: Vec<[String; 6]> = self
            .standards
            .iter()
            .map(|e| {
                let note = e.note.clone().unwrap_or_default();
                [
                    format!("{}:{}", e.standard, e.edition),
                    e.name.clone(),
                    e.clauses.to_string(),
                    e.controls.to_string(),
                    String::from(if e.follows_common_structure { "followed" } else { "not followed" }),
                    note,
                ]
            })
            .collect();
        page.table(["standard", "name", "clauses", "controls", "common structure", ""], &rows);
        page.line("");
        page.line("Other documents answer better:");
        for sister in &self.sister_documents {
            page.line(format!("  {}: {}", sister.document, sister.answers));
        }
        page.line("");
        page.line(self.guidance);
    }
}

impl Show for StandardShow {
    fn show(&self, page: &mut Page) {
        page.line(format!("{} — {} management system", self.standard.name, self.standard.subject));
        if let Some(note) = &self.standard.note {
            page.line(note);
        }
        page.line("");
        for front in &self.front {
            let own = if front.own.is_some() { "specific to each standard" } else { "not stated" };
            page.line(format!("{} {} — {own}", front.clause, front.title));
        }
        for row in &self.clauses {
            let mark = match (row.origin == ClauseOrigin::Common, row.untitled) {
                (true, false) => "",
                (true, true) => "  *",
                (false, false) => "  +",
                (false, true) => "  + *",
            };
            page.line(format!("{}{} {}{mark}", "  ".repeat(usize::from(row.level) - 1), row.clause, row.title));
            if let Some(common) = &row.renamed_from {
                page.line(format!("{}common structure: {common}", "  ".repeat(usize::from(row.level))));
            }
        }
        page.line("");
        page.line("+ not part of the common structure   * no title in the standard; the label is ours");
        page.line(self.guidance);
    }
}

impl Show for OwnShow {
    fn show(&self, page: &mut Page) {
        if !self.alone.is_empty() {
            page.line("In none of the other standards:");
            listed(page, &self.alone);
            page.line("");
        }
        for own in &self.beside {
            page.line(format!("Only in {}, not in {}:", own.edition, own.beside));
            if own.clauses.is_empty() {
                page.line("  nothing that the guidance states");
            }
            listed(page, &own.clauses);
            if let Some(stated) = own.stated.as_ref().filter(|stated| !stated.clauses.is_empty()) {
                page.line(format!("  The guidance states it of {}:", stated.edition));
                listed(page, &stated.clauses);
            }
            page.line("");
        }
        page.line("Added by this standard below common clauses:");
        if self.added.is_empty() {
            page.line("  nothing");
        }
        for added in &self.added {
            let below = added.below.as_ref().map(|place| format!(" (below {} {})", place.clause, place.title));
            page.line(format!("  {} {}{}", added.place.clause, titled(&added.reference), below.unwrap_or_default()));
            for partner in &added.partners {
                let relation = if partner.limited { "limited" } else { partner.relation.in_words() };
                page.line(format!("      {relation}: {} {}", partner.reference.short(), titled(&partner.reference)));
            }
            if added.partners.is_empty() {
                page.line("      added by this standard; no match beside it");
            }
        }
    }
}

fn listed(page: &mut Page, clauses: &[OwnListed]) {
    for clause in clauses {
        page.line(format!("  {} {}", clause.place.clause, titled(&clause.reference)));
        for but in &clause.except {
            page.line(format!("      but {} {}", but.clause, but.title));
        }
    }
}

impl Show for Option<ClauseShown> {
    fn show(&self, page: &mut Page) {
        let Some(shown) = self else { return };
        clause(page, &shown.clause);
        if let Some(here) = &shown.here {
            if let Some(stands) = &here.stands {
                let why = because(stands);
                let why = if why.is_empty() { why } else { format!("; {why}") };
                page.line(format!("Here: {}{why}", marked(stands.state)));
            }
            if here.points_open > 0 {
                page.line(format!("{} open:", plural(here.points_open, "point is", "points are")));
                points::of_items(page, &here.points, "  ");
                if here.points_open > here.points.len() {
                    page.line(format!("  … and {} more", here.points_open - here.points.len()));
                }
            }
        }
        page.line(shown.clause.guidance);
    }
}

/// What the reference data say of a clause.
fn clause(page: &mut Page, view: &ClauseShow) {
    let ours = if view.row.untitled { " (our label)" } else { "" };
    page.line(format!("{}:{} {} — {}{ours}", view.standard, view.edition, view.row.clause, view.row.title));
    if let Some(place) = &view.row.place {
        page.line(format!("Place on the common structure: {} {}", place.clause, place.title));
    }
    for flag in &view.flags {
        page.line(flag);
    }
    for child in &view.children {
        page.line(format!("  {} {}", child.clause, child.title));
    }
    for r in &view.required {
        let kind = if r.kind == RequiredKind::Maintain { "document" } else { "record" };
        let note = r.note.as_ref().map(|n| format!(" ({n})")).unwrap_or_default();
        page.line(format!("Asks for a {kind}: {}{note}", r.item));
    }
    for (word, others) in [("Became", &view.successors), ("Was", &view.predecessors)] {
        for other in others {
            page.line(format!("{word} {} {}", other.clause, other.title));
        }
    }
    for process in &view.processes {
        page.line(format!("Part of the shared process: {process}"));
    }
    for answer in &view.correlated {
        page.line("");
        show_outcome(page, &format!("{}:{}", answer.standard, answer.edition), answer.outcome, view.own);
        for m in &answer.matches {
            let limited = if m.limited { " (limited)" } else { "" };
            let through = m.through.as_ref().map(|t| format!(", through {}", t.replace('/', " "))).unwrap_or_default();
            page.line(format!("  {} {} — {}{limited}{through}", m.clause, m.title, m.relation.in_words()));
            m.particular.iter().for_each(|note| page.line(format!("      {note}")));
            page.line(format!("      Source: {}", m.source));
        }
    }
    if view.correlated.iter().any(|answer| !answer.matches.is_empty()) {
        let asked = format!("{} {}", view.standard, view.row.clause);
        page.line(format!(
            "What each adds, and where evidence is enough one way only: `clausebook correlate {asked}`."
        ));
    }
    page.line("");
    for sister in &view.sister_documents {
        page.line(format!("{}: {}", sister.document, sister.answers));
    }
}

/// The line above the matches: what is said where there is none, and that a clause is its standard's own.
fn show_outcome(page: &mut Page, edition: &str, outcome: Outcome, own: Option<Own>) {
    let added = own == Some(Own::AddedByStandard);
    let each = own == Some(Own::SpecificToEach) && outcome == Outcome::None;
    page.line(match outcome {
        _ if each => format!("{edition}: specific to each standard"),
        Outcome::Matched if added => format!("{edition}: added by this standard; beside it:"),
        Outcome::Matched => format!("{edition}:"),
        _ if added => format!("{edition}: added by this standard"),
        Outcome::None => format!("{edition}: no counterpart (stated)"),
        Outcome::NotStated => format!("{edition}: not stated"),
    });
}

/// The title of a clause; a label of ours says so.
pub(super) fn titled(reference: &ClauseRef) -> String {
    match catalogue().clause(reference) {
        Some(clause) if clause.untitled => format!("{} (our label)", clause.title),
        Some(clause) => clause.title.clone(),
        None => String::new(),
    }
}

pub(super) fn direction(direction: Direction) -> Option<&'static str> {
    match direction {
        Direction::Both => None,
        Direction::Onward => Some("Evidence may be enough in this direction only."),
        Direction::Back => Some("Evidence may be enough in the other direction only; in this one it is partial."),
        Direction::Neither => Some("Evidence is enough in neither direction."),
    }
}

fn show_answer(page: &mut Page, answer: &Answer) {
    page.line("");
    show_outcome(page, &format!("{}:{}", answer.standard, answer.edition), answer.outcome, answer.own);
    for m in &answer.matches {
        let limited = if m.limited { " (limited)" } else { "" };
        let through = m.through.as_ref().map(|t| format!(", through {}", t.replace('/', " "))).unwrap_or_default();
        page.line(format!("  {} {} — {}{limited}{through}", m.clause.clause, m.title, m.relation.in_words()));
        for note in direction(m.direction).into_iter().chain(m.notes.iter().map(String::as_str)) {
            page.line(format!("      {note}"));
        }
        if !m.controls.is_empty() {
            let controls: Vec<&str> = m.controls.iter().map(|c| c.clause.as_str()).collect();
            page.line(format!("      To decide control by control: {}", controls.join(", ")));
        } else if !m.parts.is_empty() {
            let parts: Vec<&str> = m.parts.iter().map(|c| c.clause.as_str()).collect();
            page.line(format!("      To decide clause by clause: {}", parts.join(", ")));
        }
        page.line(format!("      Source: {}", m.source));
    }
    for note in &answer.notes {
        page.line(format!("    {note}"));
    }
}

impl Show for Correlation {
    fn show(&self, page: &mut Page) {
        page.line(format!("{}:{} {}", self.from.standard, self.from.edition, self.from.clause));
        for answer in &self.answers {
            show_answer(page, answer);
        }
    }
}

impl Show for TermList {
    fn show(&self, page: &mut Page) {
        for t in &self.terms {
            page.line(format!("{} {} ({} term)", t.term.entry, t.term.term, word(t.term.kind)));
            for n in &t.term.neighbours {
                let relation = word(n.relation).replace('_', " ");
                page.line(format!("  {}: {relation} {} {}", n.vocabulary, n.entries.join(", "), n.terms.join("; ")));
                if !n.see_also.is_empty() {
                    page.line(format!("    see also {}", n.see_also.join("; ")));
                }
            }
            for warning in &t.warnings {
                page.line(format!("  ! {warning}"));
            }
        }
        page.line(format!("{}.", plural(self.terms.len(), "term", "terms")));
        page.line(self.warning);
    }
}
