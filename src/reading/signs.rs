//! By which a text shows whether it is maintained or retained: the headings that policies have, and those of reports.

use std::collections::BTreeSet;

use crate::text::fold;
use crate::words::{Nature, heading};

/// So much of a text is looked at.
const REACH: usize = 60_000;

/// The headings of a text that documents have, and those that records have, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Headings {
    /// Such as *Purpose* and *Responsibilities*.
    pub of_documents: Vec<String>,
    /// Such as *Attendees* and *Findings*.
    pub of_records: Vec<String>,
}

/// Reads the headings of a text: lines that are such a word and nothing more.
pub fn headings_in(text: &str) -> Headings {
    let end = text.char_indices().nth(REACH).map_or(text.len(), |(end, _)| end);
    let (mut seen, mut out) = (BTreeSet::new(), Headings::default());
    for line in text[..end].lines() {
        let line = line.trim().trim_matches(['#', '*', ' ']);
        if line.is_empty() || line.len() > 120 || line.contains(['\t', '|']) {
            continue;
        }
        let words =
            line.trim_start_matches(|c: char| !c.is_alphabetic()).trim_end_matches(|c: char| !c.is_alphanumeric());
        let list = match heading(line) {
            Some(Nature::Document) => &mut out.of_documents,
            Some(Nature::Record) => &mut out.of_records,
            _ => continue,
        };
        if seen.insert(fold(words)) {
            list.push(words.to_owned());
        }
    }
    out
}
