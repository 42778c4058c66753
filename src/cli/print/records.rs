//! The register of records, one record with its files, and what was changed about them.

use super::engines::Holds;
use super::mapping::mappings;
use super::points::points;
use super::{Page, Show, opt, plural};
use crate::api::{RecordNumbers, RecordTakenBack, RecordsCorrected};
use crate::filed::FiledFile;
use crate::mapping::RecordShown;
use crate::named::List;
use crate::paging::Page as Rows;
use crate::records::{Exit, Stated};

impl Holds for RecordShown {
    fn files(&self) -> Vec<&FiledFile> {
        self.files.iter().collect()
    }
}

impl Show for RecordShown {
    fn show(&self, page: &mut Page) {
        let r = &self.record.record;
        page.line(format!("{} {}", r.code, r.title));
        page.line(format!("  {}", self.record.state.words()));
        for exited in &self.exited {
            let what = match (&exited.by, exited.exit) {
                (Some(by), _) => format!("replaced by {} {}", by.code, by.title),
                (None, Exit::Replaced) => String::from("replaced"),
                (None, Exit::TakenBack) => String::from("taken back"),
            };
            page.line(format!("  {what} on {}, by {}: {}", exited.on, exited.who, exited.reason));
        }
        for earlier in &self.replaces {
            page.line(format!("  replaces {} {}", earlier.code, earlier.title));
        }
        for (field, text) in r.particulars.texts() {
            if !text.is_empty() && field.name != "title" {
                page.line(format!("  {} {text}", field.name.replace('_', " ")));
            }
        }
        page.line(format!("  filed {}", r.filed));
        if !self.scope.is_empty() {
            page.line(format!("  scope {}", self.scope.join(", ")));
        }
        for f in &self.files {
            page.line(format!(
                "  {}  {}  {}",
                f.path,
                plural(f.size as usize, "byte", "bytes"),
                &f.digest.to_string()[..8]
            ));
        }
        mappings(page, &self.mappings);
        points(page, &self.points);
        for p in &self.replacements {
            page.line(format!(
                "{} ({}) is of the same series as {} ({}), and earlier.",
                p.record, p.title, p.by, p.by_title
            ));
            page.line(format!("→ clausebook record replace {} --by {} --reason \"…\"", p.record, p.by));
        }
    }
}

impl Show for Rows<Stated> {
    fn show(&self, page: &mut Page) {
        let rows: Vec<[String; 6]> = self
            .rows
            .iter()
            .map(|Stated { record: r, state }| {
                [
                    r.code.clone(),
                    r.kind.clone(),
                    opt(r.collected.as_ref()),
                    opt(r.valid_until.as_ref()),
                    state.words(),
                    r.title.clone(),
                ]
            })
            .collect();
        page.table(["code", "kind", "collected", "valid until", "state", "title"], &rows);
        page.line(format!("{}.", plural(rows.len(), "record", "records")));
    }
}

impl Show for RecordsCorrected {
    fn show(&self, page: &mut Page) {
        if !self.corrected.is_empty() {
            page.line(format!("Corrected: {}.", self.corrected.join(", ")));
        }
        if !self.unchanged.is_empty() {
            let what = "says so already; nothing was written";
            page.line(format!("{}: {what}.", self.unchanged.join(", ")));
        }
    }
}

impl Show for RecordTakenBack {
    fn show(&self, page: &mut Page) {
        page.line(format!("{} is taken back. It stays shown under its number and counts for nothing.", self.code));
        if !self.reinstated.is_empty() {
            page.line(format!("It had replaced these, which count again: {}.", self.reinstated.join(", ")));
        }
    }
}

impl Show for RecordNumbers {
    fn show(&self, page: &mut Page) {
        page.line(format!("{}; the next record is {}.", self.pattern, self.next));
    }
}
