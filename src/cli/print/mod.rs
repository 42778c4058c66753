//! Answers as text for a terminal: aligned tables, plain sentences. Each domain's words stand in a module of its own.

mod audits;
mod coverage;
mod documents;
mod import;
mod mapping;
mod organisation;
mod records;
mod reviews;
mod search;
mod standards;
mod workspace;

use std::fmt::Write as _;

/// Text that is being put together.
#[derive(Default)]
pub(super) struct Page(String);

impl Page {
    pub(super) fn text(self) -> String {
        self.0
    }

    fn line(&mut self, text: impl AsRef<str>) {
        self.0.push_str(text.as_ref().trim_end());
        self.0.push('\n');
    }

    /// A table; columns are as wide as their widest cell, the last one is not padded.
    fn table<const N: usize>(&mut self, head: [&str; N], rows: &[[String; N]]) {
        if rows.is_empty() {
            return;
        }
        let wide = |i: usize| rows.iter().map(|r| width(&r[i])).max().unwrap_or(0).max(width(head[i])).min(64);
        let widths: Vec<usize> = (0..N).map(wide).collect();
        let mut put = |cells: [&str; N]| {
            let mut line = String::new();
            for (i, cell) in cells.iter().enumerate() {
                let _ = write!(line, "{cell}{}  ", " ".repeat(widths[i].saturating_sub(width(cell))));
            }
            self.0.push_str(line.trim_end());
            self.0.push('\n');
        };
        if head.iter().any(|h| !h.is_empty()) {
            put(head);
        }
        for row in rows {
            put(std::array::from_fn(|i| row[i].as_str()));
        }
    }
}

/// Columns a text takes in a terminal: letters of East Asian scripts take two.
fn width(text: &str) -> usize {
    text.chars()
        .map(|c| match c {
            '\u{300}'..='\u{36f}' => 0,
            '\u{1100}'..='\u{115f}'
            | '\u{2e80}'..='\u{a4cf}'
            | '\u{ac00}'..='\u{d7a3}'
            | '\u{f900}'..='\u{faff}'
            | '\u{fe30}'..='\u{fe6f}'
            | '\u{ff00}'..='\u{ff60}' => 2,
            _ => 1,
        })
        .sum()
}

/// The name of a value of an enumeration, as answers in JSON have it.
fn word<T: serde::Serialize>(value: T) -> String {
    let text = serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned));
    text.unwrap_or_default()
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
