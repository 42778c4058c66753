//! A control table in running lines, as PDF files have it: labels and values follow each other without a sign between them.

use super::boundary::begins_word;
use super::values::{Control, put};
use crate::text::nfc;
use crate::words::{self, Header};

/// The table stands at the beginning; behind this many characters nothing is taken for it.
const REACH: usize = 3000;

/// Reads the table, where there is one: it begins with the document's number.
pub(super) fn inline_table(text: &str) -> Option<Control> {
    let text = nfc(&text.chars().take(REACH).collect::<String>());
    let start = words::labels()
        .iter()
        .filter(|(field, _)| *field == Header::Number)
        .filter_map(|(_, label)| at_word(&text, label))
        .min()?;
    let zone = &text[start..];
    let labels = labels(zone);
    let mut out = Control::default();
    for (i, (position, label, field)) in labels.iter().enumerate() {
        let from = position + label.len();
        let next = labels.get(i + 1).map(|(p, _, _)| *p);
        if let Some(value) = value(zone, from, next) {
            put(&mut out, *field, &value);
        }
    }
    out.number.is_some().then_some(out)
}

/// The labels of the table in the order of the text, each the first time it comes. One that comes again at the
/// beginning of a line ends the table: there the change history begins. In the middle of a line it is a word of
/// a value, such as an owner called Application Owner.
fn labels(zone: &str) -> Vec<(usize, &'static str, Header)> {
    let mut all: Vec<(usize, &'static str, Header)> = Vec::new();
    for (field, label) in words::labels() {
        let mut from = 0;
        while let Some(position) = zone[from..].find(label).map(|p| p + from) {
            from = position + label.len();
            if starts_word(zone, position) && begins_word(zone, from) {
                all.push((position, label, *field));
            }
        }
    }
    all.sort_by_key(|(position, label, _)| (*position, usize::MAX - label.len()));
    all.dedup_by(|later, earlier| later.0 < earlier.0 + earlier.1.len());
    let mut seen: Vec<Header> = Vec::new();
    let mut out = Vec::new();
    for found in all {
        if !seen.contains(&found.2) {
            seen.push(found.2);
            out.push(found);
        } else if zone[..found.0].ends_with('\n') {
            break;
        }
    }
    out
}

fn at_word(text: &str, label: &str) -> Option<usize> {
    text.match_indices(label).map(|(i, _)| i).find(|i| starts_word(text, *i) && begins_word(text, i + label.len()))
}

fn starts_word(text: &str, position: usize) -> bool {
    text[..position].chars().next_back().is_none_or(|c| !c.is_alphanumeric())
}

/// The value behind a label: the next cell, or what stands before the next label.
fn value(zone: &str, from: usize, next: Option<usize>) -> Option<String> {
    let rest = zone.get(from..)?;
    let behind = rest.trim_start_matches([' ', ':']);
    let value = if let Some(cells) = behind.strip_prefix('\t') {
        cells.split(['\t', '\n']).next().unwrap_or_default().to_owned()
    } else {
        match next {
            // A value may run on to the next line, but not past an empty one.
            Some(next) => {
                let value = zone.get(from..next)?.trim_start_matches([' ', ':']);
                value.split("\n\n").next().unwrap_or_default().to_owned()
            }
            None => behind.lines().next().unwrap_or_default().to_owned(),
        }
    };
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    if value.is_empty() || value == "-" { None } else { Some(value) }
}
