//! The history of a document or record in the terminal's words, which stand in `events.csv`.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Page, Show, plural};
use crate::documents::{DocumentSpan, DocumentState};
use crate::log::{Happened, ItemHistory, Said};
use crate::print::fill;
use crate::standards::{ClauseRef, Relation};

/// The words for one kind of event: places as `{from}` for what it says; what stands in `[…]` is left out where a value
/// in it is missing.
#[derive(Deserialize)]
struct Words {
    kind: String,
    words: String,
}

// The file is part of the program and a test reads each row, so the empty list never occurs.
static WORDS: LazyLock<Vec<Words>> = LazyLock::new(|| {
    let rows = csv::Reader::from_reader(include_bytes!("../events.csv").as_slice()).into_deserialize();
    rows.collect::<Result<_, _>>().unwrap_or_default()
});

/// Values that are a word of an enumeration.
const ENUMERATIONS: &[&str] = &["strength", "outcome", "question", "answer", "meaning", "part", "rule"];

impl Show for ItemHistory {
    fn show(&self, page: &mut Page) {
        page.line(format!("{} {}", self.item.code, self.item.title));
        for span in &self.spans {
            page.line(stood(span));
        }
        let rows: Vec<[String; 5]> = self.happened.iter().map(row).collect();
        page.table(["entry", "recorded", "holds from", "who", "what"], &rows);
        page.line(format!("{}, newest first.", plural(rows.len(), "entry", "entries")));
    }
}

fn stood(span: &DocumentSpan) -> String {
    let revision = span.revision.as_ref().map(|label| format!(", revision {label}")).unwrap_or_default();
    let state = match span.state {
        DocumentState::Effective => "in force".to_owned(),
        DocumentState::Approved => "approved, not yet in force".to_owned(),
        other => other.to_string(),
    };
    match span.until {
        Some(until) => format!("from {} until {until}: {state}{revision}", span.from),
        None => format!("from {} on: {state}{revision}", span.from),
    }
}

fn row(entry: &Happened) -> [String; 5] {
    let at = format!("{} {}", entry.recorded, entry.time.chars().take(5).collect::<String>());
    let holds = entry.holds.map(|day| day.to_string()).unwrap_or_default();
    let late = if entry.late { " (recorded later than it holds)" } else { "" };
    let what = what(&entry.kind, &entry.said) + late;
    [entry.seq.to_string(), at, holds, entry.actor.clone(), what]
}

/// What happened, in words.
fn what(kind: &str, said: &Said) -> String {
    let words = WORDS.iter().find(|words| words.kind == kind).map(|words| words.words.as_str());
    let mut out = words.map_or_else(|| kind.replace(['.', '_'], " "), |words| fill(words, &|name| value(said, name)));
    for change in &said.changes {
        let says = |text: &str| if text.is_empty() { "nothing".to_owned() } else { format!("“{text}”") };
        let field = change.field.replace('_', " ");
        out.push_str(&format!("; {field} from {} to {}", says(&change.before), says(&change.after)));
    }
    if let Some(why) = said.texts.get("reason").or_else(|| said.texts.get("summary")) {
        out.push_str(&format!(": “{}”", why.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    out
}

fn value(said: &Said, name: &str) -> Option<String> {
    let text = said.texts.get(name).map(|text| match name {
        "in_order" => "one after the other".to_owned(),
        "relation" => Relation::words_of(text).to_owned(),
        "from" => text.parse::<ClauseRef>().map_or_else(|_| text.clone(), |clause| clause.short()),
        name if ENUMERATIONS.contains(&name) => text.replace('_', " "),
        _ => text.clone(),
    });
    text.or_else(|| said.days.get(name).map(ToString::to_string))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::{Day, Due};
    use crate::log::Changed;

    fn said(texts: &[(&str, &str)], days: &[(&str, Option<Day>)]) -> Said {
        let texts = texts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        let days = days.iter().filter_map(|(name, day)| Some(((*name).to_owned(), Due::Day { day: (*day)? })));
        Said { texts: texts.collect(), days: days.collect(), changes: Vec::new() }
    }

    #[test]
    fn every_row_is_read() {
        assert_eq!(WORDS.len() + 1, include_str!("../events.csv").lines().count());
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let approved = said(&[("revision", "2"), ("by", "Ada")], &[("from", Day::new(2026, 3, 1))]);
        assert_eq!(what("document.approved", &approved), "revision 2 approved by Ada; in force from 2026-03-01");
        let again = said(&[("revision", "2"), ("by", "Ada"), ("reason", "the newer one\nis wrong")], &[]);
        assert_eq!(what("document.approved", &again), "revision 2 approved by Ada: “the newer one is wrong”");
    }

    #[test]
    fn a_correction_says_before_and_after() {
        let mut corrected = said(&[("reason", "she left")], &[]);
        let change = |field: &str, before: &str, after: &str| Changed {
            field: field.to_owned(),
            before: before.to_owned(),
            after: after.to_owned(),
        };
        corrected.changes = vec![change("owner", "Ada", "Grace"), change("review_interval", "", "12")];
        let words = "corrected; owner from “Ada” to “Grace”; review interval from nothing to “12”: “she left”";
        assert_eq!(what("document.corrected", &corrected), words);
    }

    #[test]
    fn a_kind_without_words_is_told_by_its_name() {
        assert_eq!(what("tea.was_made", &Said::default()), "tea was made");
    }
}
