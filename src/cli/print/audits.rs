//! Audits and their packs.

use super::{Page, Show, opt, plural};
use crate::api::AuditCorrected;
use crate::audits::Audit;
use crate::packs::{AuditShown, Built, Pack, Tables};

impl Show for Audit {
    fn show(&self, page: &mut Page) {
        let editions: Vec<String> = self.editions.iter().map(ToString::to_string).collect();
        page.line(format!("{} {} ({})", self.code, self.title, self.kind));
        page.line(format!("  standards {}", editions.join(", ")));
        page.line(format!("  scope {}", if self.scope.is_empty() { "all".into() } else { self.scope.join(", ") }));
        page.line(format!("  period {} – {}", opt(self.period_from.as_ref()), opt(self.period_to.as_ref())));
    }
}

impl Show for AuditCorrected {
    fn show(&self, page: &mut Page) {
        if !self.corrected {
            page.line("That is what stands there already; nothing was written.");
        }
        self.audit.show(page);
    }
}

impl Show for Vec<Audit> {
    fn show(&self, page: &mut Page) {
        for audit in self {
            audit.show(page);
        }
        if self.is_empty() {
            page.line("No audits yet: clausebook audit add CODE --title T --standard STD");
        }
    }
}

impl Show for AuditShown {
    fn show(&self, page: &mut Page) {
        self.audit.show(page);
        self.packs.show(page);
    }
}

impl Show for Vec<Pack> {
    fn show(&self, page: &mut Page) {
        let rows: Vec<[String; 4]> = self
            .iter()
            .map(|p| {
                [
                    p.name.clone(),
                    p.recorded.map_or_else(|| p.day.to_string(), |known| format!("{}, known {known}", p.day)),
                    format!(
                        "{}, {}",
                        plural(p.files as usize, "file", "files"),
                        plural(p.size as usize, "byte", "bytes")
                    ),
                    p.sha256.to_string(),
                ]
            })
            .collect();
        page.table(["pack", "as of", "", "sha256"], &rows);
        if rows.is_empty() {
            page.line("No packs issued yet.");
        }
    }
}

impl Show for Built {
    fn show(&self, page: &mut Page) {
        page.line(format!(
            "{}: {} and {}, {}, {}",
            self.name,
            plural(self.documents, "document", "documents"),
            plural(self.records, "record", "records"),
            plural(self.files as usize, "file", "files"),
            plural(self.size as usize, "byte", "bytes")
        ));
        for note in &self.notes {
            page.line(format!("  {}", note.text()));
        }
        if self.again {
            page.line("Nothing has changed since this pack was issued: it is the same pack, byte for byte.");
        }
        let took = |ms: u64| format!("{}.{} s", ms / 1000, ms % 1000 / 100);
        let Tables { tables, rows, .. } = self.compared;
        page.line(match tables {
            0 => String::from("The tables were found equal to the ledger before, and nothing was written since."),
            _ => format!(
                "{rows} rows in {tables} tables are what the ledger says, compared in {}.",
                took(self.took.comparing)
            ),
        });
        page.line(format!("The pack itself took {}.", took(self.took.packing)));
        page.line(format!("sha256 {}", self.sha256));
    }
}
