//! Answers as text for a terminal: aligned tables, plain sentences. Each domain's words stand in a module of its own.

mod applicability;
mod approval;
mod audits;
mod cells;
mod certificates;
mod checks;
mod claims;
mod coverage;
mod documents;
mod engines;
mod filing;
mod history;
mod impact;
mod import;
mod mapping;
mod oddities;
mod organisation;
mod papers;
mod parties;
mod points;
mod questions;
mod records;
mod reviews;
mod scopes;
mod search;
mod soa;
mod soalist;
mod standards;
mod today;
mod trust;
mod undo;
mod unread;
mod watch;
mod workspace;

use std::fmt::Write as _;

use crate::standards::{ClauseRef, EditionId};
use unicode_width::UnicodeWidthStr as _;

pub(super) use engines::Holds;
pub(super) use papers::RegisterList;
pub(super) use points::PointsOpened;
pub(super) use soalist::SoaColumns;
pub(super) use today::TodayWhole;
pub(super) use trust::{Answers, Word};
pub(super) use undo::kind_in_words;
pub(super) use unread::ReadBy;

/// Columns of the terminal that a table's column takes at the most.
const WIDEST: usize = 64;

/// Text that is being put together, where these editions are held.
#[derive(Default)]
pub(super) struct Page(String, Vec<EditionId>);

impl Page {
    pub(super) fn where_held(editions: Vec<EditionId>) -> Self {
        Self(String::new(), editions)
    }

    pub(super) fn text(self) -> String {
        self.0
    }

    /// How a clause is called here.
    fn clause(&self, reference: &ClauseRef) -> String {
        reference.beside(&self.1)
    }

    fn clauses(&self, references: &[ClauseRef]) -> String {
        references.iter().map(|reference| self.clause(reference)).collect::<Vec<_>>().join(", ")
    }

    fn line(&mut self, text: impl AsRef<str>) {
        self.0.push_str(text.as_ref().trim_end());
        self.0.push('\n');
    }

    /// A table: two blanks between the columns, each as wide as its widest cell, but for the last, which is not padded.
    /// A cell wider than [`WIDEST`] moves what stands behind it in its own row only.
    fn table<const N: usize>(&mut self, head: [&str; N], rows: &[[String; N]]) {
        if rows.is_empty() {
            return;
        }
        let widths: [usize; N] = std::array::from_fn(|column| {
            let widest = rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
            widest.max(head[column].width()).min(WIDEST)
        });
        let mut put = |cells: [&str; N]| {
            let mut line = String::new();
            for (cell, width) in cells.iter().zip(widths) {
                let _ = write!(line, "{cell}{}  ", " ".repeat(width.saturating_sub(cell.width())));
            }
            self.0.push_str(line.trim_end());
            self.0.push('\n');
        };
        if head.iter().any(|h| !h.is_empty()) {
            put(head);
        }
        for row in rows {
            put(std::array::from_fn(|column| row[column].as_str()));
        }
    }
}

/// The name of a value of an enumeration, as answers in JSON have it.
fn word<T: serde::Serialize>(value: T) -> String {
    let text = serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned));
    text.unwrap_or_default().replace('_', " ")
}

fn opt<T: ToString>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

fn plural(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// An answer that can be shown.
pub(super) trait Show {
    fn show(&self, page: &mut Page);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[[&str; 3]]) -> Vec<String> {
        let rows: Vec<[String; 3]> = rows.iter().map(|row| row.map(str::to_owned)).collect();
        let mut page = Page::default();
        page.table(["code", "title", "owner"], &rows);
        page.text().lines().map(str::to_owned).collect()
    }

    #[test]
    fn columns_stand_below_each_other_in_every_script() {
        let lines = table(&[
            ["QP-01", "Audit", "Ada"],
            ["QP-02", "品質方針", "Ada"],
            ["QP-03", "품질 방침", "Ada"],
            ["QP-04", "Pru\u{308}fung", "Ada"],
            ["QP-05", "नियंत्रण", "Ada"],
            ["QP-06", "ไม่ผ่าน", "Ada"],
            ["QP-07", "done ✅", "Ada"],
            ["QP-08", "👩\u{200d}🔧 team", "Ada"],
            ["QP-09", "🇳🇴 site", "Ada"],
            ["QP-10", "Ｆｕｌｌ", "Ada"],
        ]);
        assert_eq!(lines[0], "code   title      owner");
        assert_eq!(lines[2], "QP-02  品質方針   Ada", "two columns a letter");
        assert_eq!(lines[4], "QP-04  Pru\u{308}fung    Ada", "a combining mark takes none");
        assert_eq!(lines[8], "QP-08  👩\u{200d}🔧 team    Ada", "one picture of two that are joined");
        for line in &lines[1..] {
            let before = line.strip_suffix("Ada").unwrap();
            assert_eq!(before.width(), lines[0].find("owner").unwrap(), "{line}");
        }
    }

    #[test]
    fn a_long_cell_moves_its_own_row_only_and_the_last_column_ends_where_it_ends() {
        let long = "x".repeat(WIDEST + 10);
        let lines = table(&[["a", &long, "Ada"], ["b", "short", ""]]);
        assert_eq!(lines[0], format!("code  title{}  owner", " ".repeat(WIDEST - 5)));
        assert_eq!(lines[1], format!("a     {long}  Ada"));
        assert_eq!(lines[2], "b     short");
        assert_eq!(table(&[]), Vec::<String>::new(), "no head above nothing");
    }
}
