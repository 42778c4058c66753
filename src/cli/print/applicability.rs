//! What applies, and why.

use super::coverage::marked;
use super::{Page, Show, plural};
use crate::api::{ApplicabilityForetold, ApplicabilityOf, ApplicabilityShown};
use crate::applicability::{Decision, DecisionLack, Implemented, Row};

impl Show for Vec<ApplicabilityOf> {
    fn show(&self, page: &mut Page) {
        for of in self {
            let s = of.summary;
            let mut line = format!("{} {}", of.system, of.edition);
            if of.controls {
                line += &format!(
                    ": {} of {} controls decided, {} apply, {} do not, {} in place{}",
                    s.controls - s.undecided,
                    s.controls,
                    s.included,
                    s.excluded,
                    s.in_place,
                    in_part(s.in_part)
                );
            } else {
                line += ": no Statement of Applicability; neither it nor Annex A is asked for here";
            }
            page.line(line);
            let shown: Vec<&Row> =
                of.rows.iter().filter(|row| row.decision.is_some() || row.control && !row.heading).collect();
            rows(page, &shown);
            page.line("");
        }
    }
}

impl Show for Vec<Row> {
    fn show(&self, page: &mut Page) {
        rows(page, &self.iter().collect::<Vec<_>>());
    }
}

/// How many are in place in part, behind how many are as a whole.
pub(super) fn in_part(controls: usize) -> String {
    if controls == 0 { String::new() } else { format!(" and {controls} in part") }
}

fn rows(page: &mut Page, rows: &[&Row]) {
    let rows: Vec<[String; 7]> = rows
        .iter()
        .map(|row| {
            let decision = row.decision.as_ref();
            [
                row.reference.clause.clone(),
                row.title.clone(),
                applies(decision).into(),
                decision.map(|d| why(d, row.decided_at.as_ref().map(|at| at.clause.as_str()))).unwrap_or_default(),
                decision.map(standing).unwrap_or_default(),
                decision.map(|d| d.owner.clone()).unwrap_or_default(),
                lacks(&row.lacks),
            ]
        })
        .collect();
    page.table(["", "", "applies", "why", "in place", "owner", "lacks"], &rows);
}

/// A decision in one line: whether it applies, whether it is in place, why.
pub(super) fn said(decision: Option<&Decision>) -> String {
    let Some(given) = decision else { return applies(None).into() };
    let parts = [applies(decision).to_owned(), standing(given), given.owner.clone(), why(given, None)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

pub(super) fn applies(decision: Option<&Decision>) -> &'static str {
    match decision {
        None => "undecided",
        Some(decision) if decision.applies => "yes",
        Some(_) => "no",
    }
}

pub(super) fn why(decision: &Decision, above: Option<&str>) -> String {
    let mut parts: Vec<String> = decision.grounds.iter().map(ToString::to_string).collect();
    parts.extend(decision.risks.iter().cloned());
    let head = parts.join(", ");
    let above = above.map(|above| format!(" (said of {above})")).unwrap_or_default();
    if head.is_empty() { format!("{}{above}", decision.reason) } else { format!("{head}: {}{above}", decision.reason) }
}

fn standing(decision: &Decision) -> String {
    let mut parts = Vec::new();
    match decision.implemented {
        Some(Implemented::By(day)) => parts.push(format!("by {day}")),
        Some(other) => parts.push(other.to_string()),
        None => {}
    }
    if !decision.reach.is_empty() {
        parts.push(decision.reach.iter().map(ToString::to_string).collect::<Vec<_>>().join(" and "));
    }
    parts.join(", ")
}

fn lacks(lacks: &[DecisionLack]) -> String {
    let word = |lack: &DecisionLack| match lack {
        DecisionLack::Undecided => "a decision",
        DecisionLack::Reason => "the reason",
        DecisionLack::Condition => "the condition confirmed",
        DecisionLack::Risk => "the risk assessment it rests on",
        DecisionLack::Implemented => "whether it is in place",
        DecisionLack::Reach => "whether it reaches the services",
        DecisionLack::Statement => "a scope statement that says the same",
    };
    lacks.iter().map(word).collect::<Vec<_>>().join(", ")
}

impl Show for ApplicabilityShown {
    fn show(&self, page: &mut Page) {
        rows(page, &[&self.now]);
        page.line("");
        for made in &self.made {
            let said = match &made.decision {
                Some(decision) => format!("{} – {}", applies(Some(decision)), why(decision, None)),
                None => String::from("decision taken back"),
            };
            let source = if made.source.is_empty() { String::new() } else { format!(", from {}", made.source) };
            page.line(format!("{} {}: {said}{source}", made.day, made.by));
        }
        if !self.followed_by.is_empty() {
            page.line(format!("Mappings to other standards follow from it: {}", self.followed_by.join(", ")));
        }
    }
}

impl Show for ApplicabilityForetold {
    fn show(&self, page: &mut Page) {
        let clauses = plural(self.clauses.len(), "clause", "clauses");
        page.line(format!("{} would be decided; {clauses} would stand otherwise", self.decides));
        let rows: Vec<[String; 3]> = self
            .clauses
            .iter()
            .map(|c| [page.clause(&c.reference), marked(c.before).into(), marked(c.after).into()])
            .collect();
        page.table(["", "now", "then"], &rows);
        if !self.followed_by.is_empty() {
            page.line(format!("Mappings to other standards follow from it: {}", self.followed_by.join(", ")));
        }
    }
}
