//! What was taken back, and what would be.

use super::{Page, Show};
use crate::undo::{Shown, Told, Undone};
use crate::workspace::BatchState;

impl Show for Undone {
    fn show(&self, page: &mut Page) {
        page.line("Taken back:");
        entries(page, &self.taken_back);
        for passed in &self.passed {
            page.line(format!("Left as it is, {}:", stays(passed.state)));
            entries(page, passed);
        }
        if let Some(before) = &self.before {
            page.line(match before.state {
                BatchState::Undoable => {
                    String::from("Not taken back, the change before it; another undo takes it back:")
                }
                state => format!("Not taken back, the change before it, {}:", stays(state)),
            });
            entries(page, before);
        }
    }
}

impl Show for Vec<Shown> {
    fn show(&self, page: &mut Page) {
        let mut next = true;
        for change in self {
            let note = match change.state {
                BatchState::Undoable if next => "would be taken back next".to_owned(),
                BatchState::Undoable => "can be taken back".to_owned(),
                state => stays(state).to_owned(),
            };
            next &= change.state != BatchState::Undoable;
            page.line(format!("{} {}  {}  ({note})", change.day, change.time, change.actor));
            entries(page, change);
        }
        if self.is_empty() {
            page.line("Nothing was changed in this name yet.");
        }
    }
}

/// Why a change stays.
fn stays(state: BatchState) -> &'static str {
    match state {
        BatchState::Undoable => "taken back in another way already",
        BatchState::Final => "final, since others may rely on it; what corrects it is written beside it",
        BatchState::Undone => "taken back",
        BatchState::Undo => "took something back",
    }
}

fn entries(page: &mut Page, change: &Shown) {
    for Told { seq, kind, about } in &change.entries {
        page.line(format!("{seq:>6}  {}  {about}", kind_in_words(kind)));
    }
    if change.more > 0 {
        let all: Vec<String> = change.kinds.iter().map(|(kind, n)| format!("{n} × {}", kind_in_words(kind))).collect();
        page.line(format!("        and {} more; in all {}", change.more, all.join(", ")));
    }
}

/// `document.revision_filed` is said as “document: revision filed”.
pub(in crate::cli) fn kind_in_words(kind: &str) -> String {
    kind.replacen('.', ": ", 1).replace('_', " ")
}
