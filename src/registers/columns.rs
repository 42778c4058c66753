//! The columns of both lists, once for workbook and paper.

use super::rows::{ObsoleteRow, RegisterRow};
use crate::day::{Day, Due, Overdue};
use crate::print::{Language, ListColumn as Column, Value, say, with};
use crate::reviews::Doubt;

/// The columns of what is in use.
pub(super) const DOCUMENTS: &[Column<RegisterRow>] = &[
    Column { name: "code", share: 7.5, of: |r, _| text(&r.code) },
    Column { name: "title", share: 19.0, of: |r, _| text(&r.title) },
    Column { name: "kind", share: 8.5, of: |r, l| word(l, "kind", r.kind.name()) },
    Column { name: "revision", share: 4.5, of: |r, _| text(r.revision.as_deref().unwrap_or_default()) },
    Column { name: "state", share: 7.0, of: state },
    Column { name: "approvedBy", share: 10.5, of: |r, l| by(l, r.approved_by.as_deref(), r.approved_by_author) },
    Column { name: "approvedOn", share: 7.2, of: |r, l| due(l, r.approved_on) },
    Column { name: "inForceFrom", share: 7.2, of: |r, l| since(l, r.in_force_from, r.in_force_at_latest) },
    Column { name: "nextReview", share: 7.2, of: next_review },
    Column { name: "owner", share: 10.5, of: |r, _| text(&r.owner) },
    Column { name: "classification", share: 8.5, of: |r, _| text(&r.classification) },
    Column { name: "filed", share: 13.0, of: |r, _| Value::Text(r.filed.join("\n")) },
];

/// The columns of what is obsolete.
pub(super) const OBSOLETE: &[Column<ObsoleteRow>] = &[
    Column { name: "code", share: 7.5, of: |r, _| text(&r.code) },
    Column { name: "title", share: 21.0, of: |r, _| text(&r.title) },
    Column { name: "kind", share: 9.0, of: |r, l| word(l, "kind", r.kind.name()) },
    Column { name: "revision", share: 4.5, of: |r, _| text(r.revision.as_deref().unwrap_or_default()) },
    Column { name: "state", share: 8.0, of: |r, l| word(l, "state", r.state.name()) },
    Column { name: "approvedBy", share: 11.0, of: |r, l| by(l, r.approved_by.as_deref(), r.approved_by_author) },
    Column { name: "approvedOn", share: 7.2, of: |r, l| due(l, r.approved_on) },
    Column { name: "inForceFrom", share: 7.2, of: |r, l| since(l, r.in_force_from, r.in_force_at_latest) },
    Column { name: "until", share: 7.2, of: |r, _| day(r.until) },
    Column { name: "replacedBy", share: 7.0, of: |r, _| text(r.replaced_by.as_deref().unwrap_or_default()) },
    Column { name: "filed", share: 16.0, of: |r, _| Value::Text(r.filed.join("\n")) },
];

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn word(language: Language, list: &str, name: &str) -> Value {
    Value::Text(say(language, &format!("{list}.{name}")).into_owned())
}

fn day(day: Option<Day>) -> Value {
    day.map_or_else(|| text(""), Value::Day)
}

/// The first day in force, as far as it is known.
fn since(language: Language, from: Option<Day>, at_latest: bool) -> Value {
    match from {
        Some(from) if at_latest => Value::Text(with(language, "paper.atLatest", &[("day", &from.to_string())])),
        from => day(from),
    }
}

/// Where it stands; with who doubts it, since when and why.
fn state(row: &RegisterRow, language: Language) -> Value {
    let state = say(language, &format!("state.{}", row.state.name())).into_owned();
    if row.doubts.is_empty() {
        return Value::Text(state);
    }
    let told = |said: String, doubt: &Doubt| {
        let day = doubt.day.to_string();
        let values = [("state", &*said), ("by", &*doubt.name), ("day", &*day), ("reason", &*doubt.reason)];
        with(language, "paper.doubted", &values)
    };
    Value::Noticed(row.doubts.iter().fold(state, told))
}

fn by(language: Language, by: Option<&str>, own: bool) -> Value {
    match by {
        Some(by) if own => Value::Text(with(language, "paper.byAuthor", &[("by", by)])),
        by => text(by.unwrap_or_default()),
    }
}

/// A date as far as it is known.
fn due(language: Language, due: Option<Due>) -> Value {
    match due {
        None => text(""),
        Some(Due::Day { day }) => Value::Day(day),
        Some(Due::Ambiguous { day_first, month_first }) => {
            let (a, b) = (day_first.to_string(), month_first.to_string());
            Value::Text(with(language, "date.or", &[("a", &a), ("b", &b)]))
        }
        Some(month @ Due::Month { .. }) => Value::Text(month.to_string()),
    }
}

fn next_review(row: &RegisterRow, language: Language) -> Value {
    let key = match row.overdue {
        Overdue::No => return due(language, row.next_review),
        Overdue::Yes => "paper.overdue",
        Overdue::ByOneReading => "paper.overdueByOneReading",
    };
    let mark = say(language, key).into_owned();
    match due(language, row.next_review) {
        Value::Day(day) => Value::Marked(day, mark),
        Value::Text(when) => Value::Noticed(format!("{when} {mark}")),
        other => other,
    }
}
