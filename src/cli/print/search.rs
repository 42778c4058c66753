//! What a search found, and what could not be searched.

use super::unread::remedy;
use super::{Page, Show, plural};
use crate::extract::Unsearchable;
use crate::records::State;
use crate::search::{Found, NotSearched, Place};

impl Show for Found {
    fn show(&self, page: &mut Page) {
        for h in &self.hits {
            let label = h.revision.as_ref().map(|r| format!(" rev {r}")).unwrap_or_default();
            let earlier = if h.earlier { " (another revision)" } else { "" };
            let state = h.state.filter(|state| *state != State::InDate).map(|state| format!(" ({})", state.words()));
            page.line(format!("{}{label} {}{earlier}{}", h.code, h.title, state.unwrap_or_default()));
            let place = h.place.as_ref().map(|place| format!(", {}", words(place))).unwrap_or_default();
            if !h.file.is_empty() {
                page.line(format!("  {}{place}", h.file));
            }
            page.line(format!("  {}", h.snippet));
        }
        let found = self.documents + self.records;
        page.line(match found {
            0 => String::from("Nothing found."),
            _ => {
                let (documents, records) =
                    (plural(self.documents, "document", "documents"), plural(self.records, "record", "records"));
                let shown = self.hits.len();
                let rest = if shown < found {
                    format!(", {shown} shown. `search --all …` shows all.")
                } else {
                    String::from(".")
                };
                format!("{found} found ({documents}, {records}){rest}")
            }
        });
        if let Some(line) = not_searched(&self.not_searched) {
            page.line(line);
        }
    }
}

/// A place as a person says it.
pub(super) fn words(place: &Place) -> String {
    match place {
        Place::Page { n } => format!("page {n}"),
        Place::Slide { n } => format!("slide {n}"),
        Place::Cell { sheet, cell: Some(cell) } => format!("sheet {sheet}, cell {cell}"),
        Place::Cell { sheet, cell: None } => format!("sheet {sheet}"),
        Place::Paragraph { n } => format!("paragraph {n}"),
        Place::Line { n } => format!("line {n}"),
        Place::Inside { file, place: Some(place), .. } => format!("{file}, {}", words(place)),
        Place::Inside { file, place: None, .. } => file.clone(),
    }
}

/// How many files cannot be searched, and what can be done about each kind; nothing where all can.
pub(super) fn not_searched(counts: &[NotSearched]) -> Option<String> {
    let files: usize = counts.iter().map(|counted| counted.files).sum();
    let first = counts.first()?;
    let reasons: Vec<String> = counts.iter().map(|c| format!("{} {}", c.files, reason(c.problem, c.files))).collect();
    let remedies = counts.iter().filter_map(|c| remedy(c.problem));
    let mut out = format!(
        "{} cannot be searched{}: {}.",
        plural(files, "file", "files"),
        if first.problem == Unsearchable::PartUnread && counts.len() == 1 { " wholly" } else { "" },
        reasons.join(", "),
    );
    let mut said: Vec<&str> = Vec::new();
    for remedy in remedies {
        if !said.contains(&remedy) {
            out.push_str("\n→ ");
            out.push_str(remedy);
            said.push(remedy);
        }
    }
    out.push_str("\n→ `clausebook search --unread` lists them.");
    Some(out)
}

/// Behind a number.
fn reason(problem: Unsearchable, files: usize) -> &'static str {
    match problem {
        Unsearchable::ImageOnly if files == 1 => "scan or picture",
        Unsearchable::Empty => "empty",
        Unsearchable::Damaged => "damaged",
        Unsearchable::Locked => "locked",
        Unsearchable::ImageOnly => "scans and pictures",
        Unsearchable::UnknownType => "of a kind that is not read",
        Unsearchable::TooLarge => "too large",
        Unsearchable::PartUnread => "with parts that were not read",
        Unsearchable::NoLetters => "whose fonts name no letters",
        Unsearchable::ReaderEnded => "whose reading failed",
        Unsearchable::TookTooLong => "whose reading took too long",
        Unsearchable::NotStarted => "not read yet",
    }
}
