//! The particulars that a control table holds, and which words can be one.

use std::sync::LazyLock;

use regex::Regex;
use serde::{Deserialize, Serialize};

use super::boundary::begins_word;
use super::pairs::{is_type, placeholder};
use crate::text::at_home;
use crate::words::{Header, header_in_full};

/// What a document says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Control {
    /// Number of the document; at most 40 bytes, with a digit in it.
    pub number: Option<String>,
    /// Title; from the table, else the file's own property.
    pub title: Option<String>,
    /// Label of the version.
    pub version: Option<String>,
    /// Date of this version, as it is written; see [`due`](super::due).
    pub date: Option<String>,
    /// Day of approval, as it is written.
    pub approved_on: Option<String>,
    /// First day in force, as it is written.
    pub valid_from: Option<String>,
    /// Last day on which it holds, as it is written.
    pub valid_until: Option<String>,
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
    /// Whether the version stands in a header, a footer or a line beside other words: a name that says one is surer.
    pub version_in_line: bool,
    /// Its type, in its own words.
    pub kind: Option<String>,
}

impl Control {
    /// Whether it is a table and no single label: it has a number, or two particulars.
    pub fn is_table(&self) -> bool {
        self.number.is_some() || self.fields() >= 2
    }

    /// How many particulars it has, by which a table is told from a label that stands alone.
    pub fn fields(&self) -> usize {
        let own = [
            &self.number,
            &self.version,
            &self.next_review,
            &self.owner,
            &self.approver,
            &self.status,
            &self.classification,
            &self.date,
            &self.valid_from,
            &self.valid_until,
        ];
        // A version's own day and that of its approval are one particular.
        let approval_alone = self.approved_on.is_some() && self.date.is_none();
        own.into_iter().filter(|field| field.is_some()).count() + usize::from(approval_alone)
    }
}

static VERSION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"^(?i:(?:version|ver|rev(?:ision)?|v)[.\s]*)?(\d{1,4}(?:[._-]\d{1,3}){0,3}[a-z]?|[AB]?[A-Z])(?:$|[\s(,;])",
    )
    .ok()
});
static NUMBER: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^[\p{L}\d][\p{L}\d&/._\-–()]*(?: [\p{L}\d][\p{L}\d&/._\-]*){0,2}$").ok());

/// Notes a value, the first of each field that can be one.
pub(super) fn put(out: &mut Control, field: Header, words: &str) {
    if placeholder(words) {
        return;
    }
    let (slot, value) = match field {
        Header::Number => (&mut out.number, number_in(words)),
        Header::Title => (&mut out.title, short(words, 160)),
        Header::Version => (&mut out.version, version_in(words)),
        Header::Date => (&mut out.date, dated(words)),
        Header::ApprovedOn => (&mut out.approved_on, dated(words)),
        Header::ValidFrom => (&mut out.valid_from, dated(words)),
        Header::ValidUntil => (&mut out.valid_until, dated(words)),
        Header::NextReview => (&mut out.next_review, dated(words)),
        Header::Owner => (&mut out.owner, role_in(words)),
        Header::Approver => (&mut out.approver, role_in(words)),
        Header::Status => (&mut out.status, short(words, 60).filter(|words| words.contains(char::is_alphabetic))),
        Header::Classification => (&mut out.classification, short(words, 60)),
        Header::Kind => (&mut out.kind, short(words, 40).filter(|words| is_type(words))),
        _ => return,
    };
    if slot.is_none() {
        *slot = value.map(|value| at_home(&value, |_| false).into_owned());
    }
}

fn short(words: &str, most: usize) -> Option<String> {
    let words = words.trim();
    (!words.is_empty() && words.chars().count() <= most).then(|| words.to_owned())
}

/// The words of a date: with a digit, and no longer than dates are.
pub(super) fn dated(words: &str) -> Option<String> {
    short(words, 30).filter(|words| words.contains(|c: char| c.is_numeric()))
}

fn number_in(words: &str) -> Option<String> {
    let first = words.split([' ', ',', ';']).next().unwrap_or_default();
    let whole = NUMBER.as_ref().is_some_and(|number| number.is_match(words)) && words.chars().count() <= 16;
    let digits = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    let number = if whole && !digits(first) { words } else { first };
    let date = super::due(number).is_some();
    // Small letters are those of words, not of a number.
    let worded = number.split(|c: char| !c.is_lowercase()).any(|run| run.chars().count() > 3);
    let count = number.chars().filter(char::is_ascii_digit).count();
    let counted = count < 3 && !number.contains(char::is_alphabetic);
    let numbered = !counted && digits(number) && number.len() <= 40 && !date && !worded && !number.contains("://");
    numbered.then(|| number.to_owned())
}

/// The label in `1.2`, `v1.2`, `Version 1.2 (draft)`, `C`.
pub(super) fn version_in(words: &str) -> Option<String> {
    let words = words.trim();
    let label = VERSION.as_ref()?.captures(words)?.get(1)?;
    begins_word(words, label.start()).then(|| label.as_str().to_owned())
}

/// A role or a name: a few words, no sentence, no address of a mailbox or page.
fn role_in(words: &str) -> Option<String> {
    let words = short(words, 80)?;
    let sentence = words.ends_with(['.', ':', '?']) || words.split(' ').count() > 9;
    let address = words.contains("://") || (words.contains('@') && !words.contains(' '));
    // The name of another particular stands where nothing was filled in.
    let named = header_in_full(words.trim_end_matches([':', '.']));
    let label = named.is_some_and(|header| !matches!(header, Header::Owner | Header::Approver | Header::Title));
    (words.contains(char::is_alphabetic) && !sentence && !address && !label).then_some(words)
}
