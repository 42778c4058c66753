//! What is due, and what to look at again.

use super::{Page, Show, plural};
use crate::agenda::{DueKind, ReviewsDue};
use crate::api::ReviewsMoved;
use crate::day::Overdue;
use crate::reviews::Recheck;

impl Show for ReviewsDue {
    fn show(&self, page: &mut Page) {
        let rows: Vec<[String; 5]> = self
            .items
            .iter()
            .map(|i| {
                let mark = match i.overdue {
                    Overdue::Yes => "overdue",
                    Overdue::ByOneReading => "overdue by one reading",
                    Overdue::No => "",
                };
                let kind = match i.kind {
                    DueKind::DocumentReview => "review",
                    DueKind::DocumentRevision => "revision",
                    DueKind::RecordExpiry => "expiry",
                };
                [i.due.to_string(), kind.into(), i.code.clone(), mark.into(), i.title.clone()]
            })
            .collect();
        page.table(["due", "what", "code", "", "title"], &rows);
        page.line(format!(
            "As of {}: {} due, {} overdue, {} unclear.",
            self.day,
            self.items.len(),
            self.overdue,
            self.unclear
        ));
    }
}

impl Show for ReviewsMoved {
    fn show(&self, page: &mut Page) {
        page.line(format!("Next review on {}: {}.", self.next, plural(self.documents, "document", "documents")));
    }
}

impl Show for Vec<Recheck> {
    fn show(&self, page: &mut Page) {
        for r in self {
            page.line(format!("{}: {} {} on {}", r.system, r.scope_item, r.change, r.on));
            page.line(format!("  look again at {}", r.items.join(", ")));
        }
        if self.is_empty() {
            page.line("No scope has changed since evidence was filed.");
        }
    }
}
