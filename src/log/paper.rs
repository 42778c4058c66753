//! One life on paper: how a document stood in each span of days, and all that happened, each with the number of its entry.

use super::history::{Happened, ItemHistory};
use super::said::Changed;
use crate::day::Due;
use crate::documents::{DocumentSpan, DocumentState};
use crate::error::Result;
use crate::print::{Cell, Column, Language, Made, Part, Printed, Table, fill, number, pages, say, with};

/// Prints a history.
///
/// # Errors
/// `internal` where the engine refuses.
pub fn print(history: &ItemHistory, made: &Made) -> Result<Printed> {
    let language = made.language;
    let heading = |key| Part::Heading(say(language, key).into_owned());
    let mut parts = vec![Part::Text(history.item.title.clone())];
    if !history.spans.is_empty() {
        let rows = history.spans.iter().map(|span| stood(span, language)).collect();
        let columns = columns(language, &[("from", 12.0), ("until", 12.0), ("state", 14.0), ("revision", 62.0)]);
        parts.extend([heading("paper.history.spans"), Part::Table(Table { columns, rows })]);
    }
    let shares = [
        ("recorded", 11.0),
        ("holds", 8.5),
        ("revision", 6.0),
        ("what", 42.0),
        ("who", 15.0),
        ("entry", 5.5),
        ("heldOutside", 12.0),
    ];
    let rows = history.happened.iter().rev().map(|entry| row(entry, language)).collect();
    let columns = columns(language, &shares);
    parts.extend([heading("paper.history.happened"), Part::Table(Table { columns, rows })]);
    pages(made, with(language, "paper.history.title", &[("code", &history.item.code)]), parts)
}

fn columns(language: Language, shares: &[(&str, f32)]) -> Vec<Column> {
    let title = |name: &str| say(language, &format!("paper.column.{name}")).into_owned();
    shares.iter().map(|(name, share)| Column { title: title(name), share: *share }).collect()
}

fn stood(span: &DocumentSpan, language: Language) -> Vec<Cell> {
    let until = span.until.map(|day| day.to_string()).unwrap_or_default();
    let state = say(language, &format!("state.{}", span.state)).into_owned();
    let state = Cell { text: state, strong: span.state == DocumentState::Effective };
    vec![span.from.to_string().into(), until.into(), state, span.revision.clone().unwrap_or_default().into()]
}

fn row(entry: &Happened, language: Language) -> Vec<Cell> {
    let at = format!("{} {}", entry.recorded, entry.time.chars().take(5).collect::<String>());
    let mut what = what(entry, language);
    if entry.late {
        what.push_str(&format!(" ({})", say(language, "paper.late")));
    }
    let held = entry.held.as_ref().map(|held| {
        let since = held.since.to_string();
        with(language, "paper.heldBy", &[("pack", &held.pack), ("since", &since)])
    });
    let cells = [
        at,
        entry.holds.map_or_else(|| entry.recorded.to_string(), |due| date(due, language)),
        entry.revision.clone().unwrap_or_default(),
        what,
        entry.actor.clone(),
        number(language, entry.seq),
        held.unwrap_or_default(),
    ];
    cells.map(Cell::from).to_vec()
}

/// What happened, in words; what has none by its own name.
fn what(entry: &Happened, language: Language) -> String {
    let key = format!("happened.{}", entry.kind);
    let words = say(language, &key);
    let mut out = if words == key { entry.kind.clone() } else { fill(&words, &|name| value(entry, name, language)) };
    let changes = entry.said.changes.iter().map(|change| changed(change, language));
    for change in changes {
        out.push_str("; ");
        out.push_str(&change);
    }
    if let Some(why) = entry.said.texts.get("reason").or_else(|| entry.said.texts.get("summary")) {
        let why = why.split_whitespace().collect::<Vec<_>>().join(" ");
        out.push_str(&with(language, "history.quoted", &[("reason", &why)]));
    }
    out
}

fn changed(Changed { field, before, after }: &Changed, language: Language) -> String {
    let known = |list: &str, name: &str| {
        let key = format!("{list}.{name}");
        let words = say(language, &key);
        if words == key { name.replace('_', " ") } else { words.into_owned() }
    };
    let says = |text: &str| match (text, listed(field)) {
        ("", _) => String::from("–"),
        ("true", _) => known("rules", "yes"),
        ("false", _) => known("rules", "no"),
        (text, Some(list)) => known(list, text),
        (text, None) => text.to_owned(),
    };
    let names = ["field", "particular", "applicability"];
    let called = names.iter().map(|list| format!("{list}.{field}")).find(|key| say(language, key) != key.as_str());
    let field = called.map_or_else(|| field.replace('_', " "), |key| say(language, &key).into_owned());
    let (before, after) = (says(before), says(after));
    with(language, "history.changed", &[("field", &field), ("before", &before), ("after", &after)])
}

/// Where the words of a value stand that is one of a list.
fn listed(name: &str) -> Option<&'static str> {
    match name {
        "strength" => Some("strength"),
        "outcome" => Some("outcome"),
        "meaning" => Some("meaning"),
        "signature" => Some("signature"),
        "in_order" => Some("inOrder"),
        "part" => Some("approvalPart"),
        "rule" => Some("rule"),
        "kind" | "document_kind" | "type" => Some("kind"),
        _ => None,
    }
}

fn value(entry: &Happened, name: &str, language: Language) -> Option<String> {
    let Some(text) = entry.said.texts.get(name) else {
        return entry.said.days.get(name).map(|due| date(*due, language));
    };
    if name == "reference" {
        // Read aloud without the edition, as everywhere.
        let short =
            |(edition, clause): (&str, &str)| format!("{} {clause}", edition.split(':').next().unwrap_or(edition));
        return Some(text.split_once('/').map_or_else(|| text.clone(), short));
    }
    let Some(list) = listed(name) else { return Some(text.clone()) };
    let key = format!("{list}.{text}");
    let words = say(language, &key);
    Some(if words == key { text.replace('_', " ") } else { words.into_owned() })
}

fn date(due: Due, language: Language) -> String {
    match due {
        Due::Ambiguous { day_first, month_first } => {
            let (a, b) = (day_first.to_string(), month_first.to_string());
            with(language, "date.or", &[("a", &a), ("b", &b)])
        }
        known => known.to_string(),
    }
}
