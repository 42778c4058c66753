//! What needs a person today.

use super::reviews::due;
use super::{Page, Show};
use crate::agenda::Today;
use crate::documents::{Coming, Untold};

impl Show for Today {
    fn show(&self, page: &mut Page) {
        if head(page, "Overdue", self.overdue_count, self.overdue.len()) {
            due(page, &self.overdue);
        }
        let coming = if self.next_by_rule { "Coming" } else { "Due in the next 30 days" };
        if head(page, coming, self.next_count, self.next.len()) {
            due(page, &self.next);
        }
        if head(page, "Drafts that wait for their approval", self.drafts_count, self.drafts.len()) {
            let rows: Vec<_> = self
                .drafts
                .iter()
                .map(|d| [d.filed.to_string(), d.code.clone(), d.revision.clone(), d.approver.clone(), d.title.clone()])
                .collect();
            page.table(["filed", "code", "rev", "approver", "title"], &rows);
        }
        if head(page, "Coming into force", self.coming_count, self.coming.len()) {
            let row = |c: &Coming| [c.from.to_string(), c.code.clone(), c.revision.clone(), c.title.clone()];
            let rows: Vec<_> = self.coming.iter().map(row).collect();
            page.table(["from", "code", "rev", "title"], &rows);
        }
        if head(page, "Policies in force, not communicated yet", self.untold_count, self.untold.len()) {
            let row = |u: &Untold| [u.code.clone(), u.revision.clone(), u.owner.clone(), u.title.clone()];
            let rows: Vec<_> = self.untold.iter().map(row).collect();
            page.table(["code", "rev", "owner", "title"], &rows);
        }
        let waits = self.overdue_count + self.next_count + self.drafts_count + self.coming_count + self.untold_count;
        if waits == 0 {
            page.line(format!("As of {}: nothing waits.", self.day));
        }
    }
}

/// How much there is of a part, and how much of that is shown; false where there is nothing.
fn head(page: &mut Page, what: &str, count: usize, shown: usize) -> bool {
    match count {
        0 => return false,
        n if n > shown => page.line(format!("{what}: {n}, the first {shown} of them:")),
        n => page.line(format!("{what}: {n}")),
    }
    true
}
