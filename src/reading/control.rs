//! The control table of a document: number, version, owner and dates, as they stand in its own text. In office
//! files labels and values are cells; in PDF files they follow each other on a line.

use crate::extract::Extracted;
use crate::text::{at_home, nfc};
use crate::words::{self, Header};

/// What a document says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Control {
    /// Number of the document; at most 40 bytes, with a digit in it.
    pub number: String,
    /// Title; from the table, else the file's own property.
    pub title: Option<String>,
    /// Label of the version.
    pub version: Option<String>,
    /// Date of this version, as it is written; see [`due`](super::due).
    pub date: Option<String>,
    /// Next review, as it is written.
    pub next_review: Option<String>,
    /// Role that answers for it.
    pub owner: Option<String>,
    /// Role that approves it.
    pub approver: Option<String>,
    /// Where it stands, in its own words; see [`state`](crate::words::state).
    pub status: Option<String>,
    /// Who may see it.
    pub classification: Option<String>,
}

/// The table stands at the beginning; behind this many characters nothing is taken for it.
const REACH: usize = 3000;

/// Reads the control table, where there is one: it begins with the document's number.
pub fn control_table(found: &Extracted) -> Option<Control> {
    let text = nfc(&found.text.chars().take(REACH).collect::<String>());
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
        let Some(value) = value(zone, from, next) else { continue };
        let slot = match field {
            Header::Number => {
                out.number = value.split_whitespace().next().unwrap_or_default().to_owned();
                continue;
            }
            Header::Title => &mut out.title,
            Header::Version => &mut out.version,
            Header::Date => &mut out.date,
            Header::NextReview => &mut out.next_review,
            Header::Owner => &mut out.owner,
            Header::Approver => &mut out.approver,
            Header::Status => &mut out.status,
            Header::Classification => &mut out.classification,
            _ => continue,
        };
        *slot = Some(value);
    }
    if out.title.is_none() {
        out.title = found.properties.get("title").map(|t| at_home(&nfc(t), |_| false).into_owned());
    }
    let numbered = out.number.chars().any(|c| c.is_ascii_digit()) && out.number.len() <= 40;
    if numbered { Some(out) } else { None }
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
            if starts_word(zone, position) {
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
    text.match_indices(label).map(|(i, _)| i).find(|i| starts_word(text, *i))
}

fn starts_word(text: &str, position: usize) -> bool {
    text[..position].chars().next_back().is_none_or(|c| !c.is_alphanumeric())
}

/// The value behind a label: the next cell, or what stands before the next label.
fn value(zone: &str, from: usize, next: Option<usize>) -> Option<String> {
    let rest = zone.get(from..)?;
    let behind = rest.trim_start_matches([' ', ':']);
    let value = if let Some(cells) = behind.strip_prefix('\t') {
        let line = cells.split('\n').next().unwrap_or_default();
        // Merged cells leave empty ones between a label and its value.
        line.split('\t').find(|cell| !cell.trim().is_empty()).unwrap_or_default().to_owned()
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
    if value.is_empty() || value == "-" { None } else { Some(at_home(&value, |_| false).into_owned()) }
}
