//! The register of records, and one record with its files.

use super::mapping::mappings;
use super::{Page, Show, opt, plural};
use crate::mapping::RecordShown;
use crate::named::List;
use crate::paging::Page as Rows;
use crate::records::Record;

impl Show for RecordShown {
    fn show(&self, page: &mut Page) {
        let r = &self.record;
        page.line(format!("{} {}", r.code, r.title));
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
            page.line(format!("  {}  {} bytes  {}", f.path, f.size, &f.digest.to_string()[..8]));
        }
        mappings(page, &self.mappings);
    }
}

impl Show for Rows<Record> {
    fn show(&self, page: &mut Page) {
        let rows: Vec<[String; 5]> = self
            .rows
            .iter()
            .map(|r| {
                [
                    r.code.clone(),
                    r.kind.clone(),
                    opt(r.collected.as_ref()),
                    opt(r.valid_until.as_ref()),
                    r.title.clone(),
                ]
            })
            .collect();
        page.table(["code", "kind", "collected", "valid until", "title"], &rows);
        page.line(format!("{}.", plural(rows.len(), "record", "records")));
    }
}
