//! Which clauses are covered, and why others are not.

use super::{Page, Show};
use crate::coverage::{Coverage, State};
use crate::packs::because;

impl Show for Vec<Coverage> {
    fn show(&self, page: &mut Page) {
        for part in self {
            let at = part.scope.as_ref().map(|s| format!(" at {s}")).unwrap_or_default();
            let s = part.summary;
            let mut sum = format!(
                "{}{at}, {}: {} of {} clauses covered, {} partly, {} without evidence",
                part.edition, part.day, s.covered, s.clauses, s.partial, s.gap
            );
            for (count, what) in
                [(s.undecided, "undecided"), (s.not_in_place, "not in place yet"), (s.not_applicable, "not applicable")]
            {
                if count > 0 {
                    sum += &format!(", {count} {what}");
                }
            }
            page.line(sum);
            let rows: Vec<[String; 4]> = part
                .rows
                .iter()
                .filter(|r| !r.heading)
                .map(|r| [format!("  {}", r.reference.clause), marked(r.state).into(), r.title.clone(), because(r)])
                .collect();
            page.table(["", "", "", ""], &rows);
            page.line("");
        }
    }
}

/// A state in words, behind its mark.
pub(super) fn marked(state: State) -> &'static str {
    match state {
        State::Covered => "● covered",
        State::Partial => "◐ partial",
        State::Gap => "○ gap",
        State::Undecided => "? undecided",
        State::NotInPlace => "◌ not in place yet",
        State::NotApplicable => "– not applicable",
        State::OutOfScope => "– out of scope",
    }
}
