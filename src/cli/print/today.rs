//! What needs a person today.

use serde::Serialize;

use super::reviews::due;
use super::soa::moved;
use super::{Page, Show};
use crate::agenda::Today;
use crate::approval::ApprovalShown;
use crate::documents::{Coming, Untold};
use crate::reviews::Doubt;

/// All that needs a person, as the window's page puts it together.
#[derive(Serialize)]
pub(in crate::cli) struct TodayWhole {
    #[serde(flatten)]
    pub(in crate::cli) today: Today,
    /// What waits for the statement of whoever asks.
    pub(in crate::cli) yours: Vec<ApprovalShown>,
    /// How many questions are to be answered.
    pub(in crate::cli) questions: usize,
    /// How many points are open.
    pub(in crate::cli) points: usize,
    /// How many documents and records are to be looked at again.
    pub(in crate::cli) rechecks: usize,
    /// For how many documents and records something is proposed.
    pub(in crate::cli) proposals: usize,
}

impl Show for TodayWhole {
    fn show(&self, page: &mut Page) {
        if head(page, "Waits for your statement", self.yours.len(), self.yours.len()) {
            self.yours.iter().for_each(|approval| approval.show(page));
        }
        for (count, what, command) in [
            (self.questions, "Questions to be answered", "question list"),
            (self.points, "Open points", "point list"),
            (self.rechecks, "To be looked at again", "review rechecks"),
            (self.proposals, "Documents and records with proposals", "proposal list ITEM"),
        ] {
            if count > 0 {
                page.line(format!("{what}: {count}: `clausebook {command}`"));
            }
        }
        self.today.show(page);
        let waits = self.yours.len() + self.questions + self.points + self.rechecks + self.proposals;
        if waits + self.today.waits() == 0 {
            page.line(format!("As of {}: nothing waits.", self.today.day));
        }
    }
}

impl Show for Today {
    fn show(&self, page: &mut Page) {
        if head(page, "Overdue", self.overdue_count, self.overdue.len()) {
            due(page, &self.overdue);
        }
        let coming = if self.next_by_rule { "Coming" } else { "Due in the next 30 days" };
        if head(page, coming, self.next_count, self.next.len()) {
            due(page, &self.next);
        }
        if head(page, "Changes asked for, due later", self.asked_count, self.asked.len()) {
            due(page, &self.asked);
        }
        if head(page, "Doubted though approved, to be reviewed", self.doubts_count, self.doubts.len()) {
            let row = |d: &Doubt| [d.code.clone(), d.label.clone(), d.owner.clone(), d.name.clone(), d.reason.clone()];
            let rows: Vec<_> = self.doubts.iter().map(row).collect();
            page.table(["code", "rev", "owner", "doubted by", "why"], &rows);
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
        moved(page, &self.moved);
        if head(page, "Policies in force, not communicated yet", self.untold_count, self.untold.len()) {
            let row = |u: &Untold| [u.code.clone(), u.revision.clone(), u.owner.clone(), u.title.clone()];
            let rows: Vec<_> = self.untold.iter().map(row).collect();
            page.table(["code", "rev", "owner", "title"], &rows);
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
