//! What an import did, or would do.

use super::{Page, Show, plural};
use crate::import::Imported;

impl Show for Imported {
    fn show(&self, page: &mut Page) {
        page.line(if self.dry_run { "Dry run: nothing was written." } else { "Imported." });
        page.line(format!(
            "{} files: {} with {}, {}, {} from outside, {} known from the list alone; {} system files left out",
            self.files,
            plural(self.documents, "document", "documents"),
            plural(self.revisions, "revision", "revisions"),
            plural(self.records, "record", "records"),
            self.external,
            self.listed_only,
            self.skipped.len()
        ));
        let a = self.added;
        if !self.dry_run {
            page.line(format!(
                "New: {} documents, {} revisions, {} records, {} files",
                a.documents, a.revisions, a.records, a.files
            ));
        }
        if !self.duplicates.is_empty() {
            page.line("");
            page.line(format!("{} of exact copies", plural(self.duplicates.len(), "group", "groups")));
            for group in &self.duplicates {
                page.line(format!("  {}", group.join("\n    = ")));
            }
        }
        if self.to_settle > 0 {
            page.line("");
            let questions = plural(self.to_settle, "question", "questions");
            page.line(if self.dry_run {
                format!("{questions} would be to settle")
            } else {
                format!("{questions} to settle: clausebook question list")
            });
        }
        if self.proposed > 0 {
            page.line("");
            let items = plural(self.proposed, "document or record", "documents and records");
            page.line(format!("For {items} further clauses are proposed: clausebook proposal list ITEM"));
        }
        if !self.problems.is_empty() {
            page.line("");
            page.line(format!(
                "{} to look at; none stopped the import",
                plural(self.problems.len(), "thing", "things")
            ));
            for p in &self.problems {
                let place = match (p.list, p.row, &p.path) {
                    (Some(list), Some(row), _) => format!("{}, row {row}", list.replace('_', " ")),
                    (_, _, Some(path)) => path.clone(),
                    _ => String::new(),
                };
                page.line(format!("  {place}: {}", p.message));
            }
        }
    }
}
