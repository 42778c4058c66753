//! What is due, and what to look at again.

use super::soa::moved;
use super::{Page, Show, plural};
use crate::agenda::{CertificateDay, DueItem, DueKind, ReviewsDue};
use crate::api::{ItemsRechecked, ReviewsMoved};
use crate::day::Overdue;
use crate::reviews::Rechecks;

/// What is due, a row each.
pub(super) fn due(page: &mut Page, items: &[DueItem]) {
    let rows: Vec<[String; 5]> = items
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
                DueKind::OpenPoint => "open point",
                DueKind::Certificate if i.certificate == Some(CertificateDay::Expiry) => "certificate ends",
                DueKind::Certificate => "surveillance",
                DueKind::Control => "in place by",
            };
            let title = match &i.point {
                Some(point) => format!("{} at {}: {}", point.id, page.clauses(&point.stands), point.what),
                None => i.title.clone(),
            };
            [i.due.to_string(), kind.into(), i.code.clone(), mark.into(), title]
        })
        .collect();
    page.table(["due", "what", "code", "", "title"], &rows);
}

impl Show for ReviewsDue {
    fn show(&self, page: &mut Page) {
        due(page, &self.items);
        moved(page, &self.moved);
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

impl Show for Rechecks {
    fn show(&self, page: &mut Page) {
        for change in &self.changes {
            let (what, entry) = (&change.change, change.entry);
            page.line(format!("{}: {} {what} on {} (entry {entry})", change.system, change.scope_item, change.on));
            for item in &change.items {
                page.line(format!("  {}  {}", item.code, item.title));
            }
        }
        for revision in &self.revisions {
            let (label, entry) = (&revision.revision, revision.entry);
            let (code, title) = (&revision.code, &revision.title);
            page.line(format!("{code} {title}: revision {label} in force since {} (entry {entry})", revision.on));
            for clause in &revision.clauses {
                let (sections, short) = (clause.sections.join(", "), page.clause(&clause.reference));
                page.line(format!(
                    "  {short}  the mapping's reason rests on {sections}, which changed: {}",
                    clause.reason
                ));
            }
            for item in &revision.items {
                let owner = if item.owner.is_empty() { String::new() } else { format!(", {}", item.owner) };
                let sections = item.sections.join(", ");
                page.line(format!("  {}  {}{owner}: cites {sections}, which changed", item.code, item.title));
            }
        }
        if self.items == 0 {
            page.line("No evidence waits to be looked at again.");
        } else {
            page.line(format!(
                "To look at again: {}. `clausebook review recheck` says that they still count.",
                plural(self.items, "document or record", "documents and records")
            ));
        }
    }
}

impl Show for ItemsRechecked {
    fn show(&self, page: &mut Page) {
        let items = plural(self.items, "document or record", "documents and records");
        page.line(format!("Looked at again, still counts: {items}. Waiting: {}.", self.waiting));
    }
}
