//! The standards: their clauses, correlations and terms.

use super::{Page, Show, plural, word};
use crate::standards::views::{ClauseShow, Correlation, StandardList, StandardShow, TermList};
use crate::standards::{Answer, Origin as ClauseOrigin, Outcome, RequiredKind};

impl Show for StandardList {
    fn show(&self, page: &mut Page) {
        let rows: Vec<[String; 5]> = self
            .standards
            .iter()
            .map(|e| {
                let note = e.note.clone().unwrap_or_default();
                [
                    format!("{}:{}", e.standard, e.edition),
                    e.name.clone(),
                    e.clauses.to_string(),
                    e.controls.to_string(),
                    note,
                ]
            })
            .collect();
        page.table(["standard", "name", "clauses", "controls", ""], &rows);
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
        for row in &self.clauses {
            let mark = if row.origin == ClauseOrigin::Common { "" } else { "  +" };
            page.line(format!("{}{} {}{mark}", "  ".repeat(usize::from(row.level) - 1), row.clause, row.title));
            if let Some(common) = &row.renamed_from {
                page.line(format!("{}common structure: {common}", "  ".repeat(usize::from(row.level))));
            }
        }
        page.line("");
        page.line("+ not part of the common structure");
        page.line(self.guidance);
    }
}

impl Show for Option<ClauseShow> {
    fn show(&self, page: &mut Page) {
        let Some(view) = self else { return };
        page.line(format!("{}:{} {} — {}", view.standard, view.edition, view.row.clause, view.row.title));
        if let Some(place) = &view.row.place {
            page.line(format!("Place on the common structure: {} {}", place.clause, place.title));
        }
        for note in view.flags.iter().chain(&view.row.note) {
            page.line(note);
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
        for answer in &view.correlated {
            page.line("");
            let edition = format!("{}:{}", answer.standard, answer.edition);
            match answer.outcome {
                Outcome::None => page.line(format!("{edition}: no counterpart (stated)")),
                Outcome::NotStated => page.line(format!("{edition}: not stated")),
                Outcome::Matched => {
                    page.line(format!("{edition}:"));
                    for m in &answer.matches {
                        let through = m.through.as_ref().map(|t| format!(", through {t}")).unwrap_or_default();
                        page.line(format!("  {} {} — {}{through}", m.clause, m.title, m.relation.as_str()));
                    }
                }
            }
        }
        page.line("");
        page.line(view.guidance);
    }
}

fn show_answer(page: &mut Page, answer: &Answer) {
    page.line("");
    let edition = format!("{}:{}", answer.standard, answer.edition);
    match answer.outcome {
        Outcome::None => page.line(format!("{edition}: no counterpart (stated)")),
        Outcome::NotStated => page.line(format!("{edition}: not stated")),
        Outcome::Matched => page.line(format!("{edition}:")),
    }
    for m in &answer.matches {
        let through = m.through.as_ref().map(|t| format!(", through {t}")).unwrap_or_default();
        page.line(format!("  {} {} — {}{through}", m.clause.clause, m.title, m.relation.as_str()));
        for note in &m.notes {
            page.line(format!("      {note}"));
        }
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
