//! What an import did, or would do.

use super::oddities::{left_out, said};
use super::{Page, Show, plural};
use crate::import::{Doubtful, How, Imported, ListTaken, ListsLooked, Recognised, Sign};

/// What was read of a list and what not: every column that is not used with its count, every row that is none.
pub(super) fn list(page: &mut Page, list: &ListTaken) {
    let name = list.list.name().replace('_', " ");
    page.line("");
    page.line(format!(
        "{} as {name}, {}: {} read, {} left out",
        list.name,
        if list.sheet.is_empty() { "one table".to_owned() } else { format!("sheet {}", list.sheet) },
        plural(list.rows, "row", "rows"),
        list.left_out.len()
    ));
    if let Some(other) = list.other {
        page.line(format!("  Its columns speak of another kind of list: {other}"));
    }
    for column in list.columns.iter().filter(|column| column.meaning == "not_used" && column.filled > 0) {
        let name = if column.name.is_empty() { "without a name".to_owned() } else { format!("“{}”", column.name) };
        page.line(format!("  not used: column {} {name}, {}", column.letters, plural(column.filled, "cell", "cells")));
    }
    for column in list.columns.iter().filter(|column| column.asks_standard) {
        let open = match column.meaning.as_str() {
            "clauses" => "clauses of which standard",
            _ => "which numbers are clauses, and which are controls of Annex A,",
        };
        page.line(format!("  column {} “{}”: {open} is not said", column.letters, column.name));
    }
    let unknown = list.words.iter().flat_map(|of| of.words.iter().filter(|word| word.meaning.is_none()));
    for word in unknown {
        page.line(format!("  not understood: “{}”, {}", word.words, plural(word.count, "row", "rows")));
    }
    for left in list.left_out.iter().filter(|left| !["section", "names"].contains(&left.why)) {
        page.line(format!("  row {} left out ({}): {}", left.row, left.why.replace('_', " "), left.words));
    }
    for (sheet, rows) in &list.beside {
        page.line(format!(
            "  sheet {sheet} looks like a list, too, and was not read: {}",
            plural(*rows, "row", "rows")
        ));
    }
    if list.cut {
        page.line("  The file holds more than a list can be; what stands behind was not read");
    }
}

/// What is filed already, and lies elsewhere or comes in another version.
fn recognised(page: &mut Page, imported: &Imported) {
    if imported.recognised.is_empty() {
        return;
    }
    page.line("");
    page.line(format!("{} recognised", plural(imported.recognised.len(), "file", "files")));
    for known in &imported.recognised {
        let Recognised { path, code, how, was } = known;
        page.line(match how {
            How::Moved => format!("  {path}: {code}, moved from {was}; not filed again"),
            How::SameAgain => format!("  {path}: {code}, the same as {was}; not filed again"),
            How::NewVersion => format!("  {path}: {code}, a new version; there was {was}"),
            How::LooksLike => format!("  {path}: looks like {code}, {was} % the same words; filed by itself"),
        });
    }
}

/// What each file would be, and by which signs.
fn what_it_is(page: &mut Page, imported: &Imported) {
    if imported.planned_documents.is_empty() && imported.planned_records.is_empty() {
        return;
    }
    page.line("");
    page.line("What each file is taken for, and by what");
    for document in &imported.planned_documents {
        let kind = document.kind.name().replace('_', " ");
        page.line(format!("  {} “{}”: {kind}{}", document.code, document.title, by(&document.why)));
        for (revision, file) in document.revisions.iter().flat_map(|r| r.files.iter().map(move |file| (r, file))) {
            page.line(format!("    {}, {}: {file}", revision.label, revision.state));
        }
    }
    for record in &imported.planned_records {
        let asked = record.doubts.iter().any(|doubt| matches!(doubt.on, Doubtful::DocumentOrRecord { .. }));
        let what = if asked { "a record, to be asked" } else { "a record" };
        page.line(format!("  {}: {what}{}", record.path, by(&record.why)));
    }
}

fn by(why: &[Sign]) -> String {
    if why.is_empty() { String::new() } else { format!("; {}", signs(why)) }
}

/// The signs in words, each with what it speaks for.
pub(super) fn signs(why: &[Sign]) -> String {
    let one = |sign: &Sign| {
        let words = if sign.words.is_empty() { String::new() } else { format!(" ({})", sign.words) };
        format!("{}{words} for a {}", sign.sign.replace('_', " "), sign.speaks_for)
    };
    why.iter().map(one).collect::<Vec<_>>().join(", ")
}

impl Show for ListsLooked {
    fn show(&self, page: &mut Page) {
        for line in self.form.lines() {
            page.line(line);
        }
    }
}

impl Show for Imported {
    fn show(&self, page: &mut Page) {
        page.line(if self.dry_run { "Dry run: nothing was written." } else { "Imported." });
        page.line(format!(
            "{}: {} with {}, {}, {} from outside, {} known from the list alone; {} left out",
            plural(self.files, "file", "files"),
            plural(self.documents, "document", "documents"),
            plural(self.revisions, "revision", "revisions"),
            plural(self.records, "record", "records"),
            self.external,
            self.listed_only,
            plural(self.skipped.len(), "system file", "system files")
        ));
        for left in &self.skipped {
            page.line(format!("  left out: {}, {}", left.path, left_out(left.reason)));
        }
        let a = self.added;
        if !self.dry_run {
            page.line(format!(
                "New: {}, {}, {}, {}",
                plural(a.documents, "document", "documents"),
                plural(a.revisions, "revision", "revisions"),
                plural(a.records, "record", "records"),
                plural(a.files, "file", "files")
            ));
        }
        for taken in &self.lists {
            list(page, taken);
        }
        what_it_is(page, self);
        if !self.duplicates.is_empty() {
            page.line("");
            page.line(format!("{} of exact copies", plural(self.duplicates.len(), "group", "groups")));
            for group in &self.duplicates {
                page.line(format!("  {}", group.join("\n    = ")));
            }
        }
        recognised(page, self);
        if self.to_settle > 0 {
            page.line("");
            let questions = plural(self.to_settle, "question", "questions");
            page.line(if self.dry_run {
                format!("{questions} would be to settle")
            } else {
                format!("{questions} to settle: clausebook question list")
            });
        }
        if self.points_opened > 0 {
            let points = plural(self.points_opened, "point", "points");
            page.line(format!(
                "{points} opened by what was mapped; the clauses stay partial until they are settled: clausebook point list"
            ));
        }
        if self.proposed > 0 {
            page.line("");
            let items = plural(self.proposed, "document or record", "documents and records");
            page.line(format!("For {items} further clauses are proposed: clausebook proposal list ITEM"));
        }
        if self.not_taken > 0 {
            page.line("");
            page.line(format!("{} could not be taken", plural(self.not_taken, "file or folder", "files and folders")));
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
                    (Some(list), None, None) => list.replace('_', " "),
                    (_, _, Some(path)) => path.clone(),
                    _ => String::new(),
                };
                page.line(format!("  {place}: {}", said(p)));
            }
        }
    }
}
