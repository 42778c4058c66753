//! The terminal's words for what is refused: a message and a next step for each reason, in `refusals.csv`.

use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::{Value, json};

use super::print::kind_in_words;
use crate::error::Error;

/// The words for one reason, with places as `{code}` for its values.
#[derive(Deserialize)]
struct Words {
    reason: String,
    message: String,
    hint: String,
}

// The file is part of the program and a test reads each row, so the empty list never occurs.
static WORDS: LazyLock<Vec<Words>> = LazyLock::new(|| {
    let rows = csv::Reader::from_reader(include_bytes!("refusals.csv").as_slice()).into_deserialize();
    rows.collect::<Result<_, _>>().unwrap_or_default()
});

/// Values that are a word of an enumeration: `out_of_scope` is said as “out of scope”.
const ENUMERATIONS: &[&str] = &["state", "kind", "strength", "outcome", "role", "question", "finding", "fact"];

/// Values that name entries: number, kind, day and who wrote each.
const ENTRIES: &[&str] = &["since", "step"];

/// `12 document.approved 2026-01-15 qm@example.org` is said as “12 document: approved, 2026-01-15, qm@example.org”.
fn entries(value: &str) -> String {
    let said = |entry: &str| match entry.splitn(4, ' ').collect::<Vec<_>>()[..] {
        [seq, kind, day, actor] => format!("{seq} {}, {day}, {actor}", kind_in_words(kind)),
        _ => entry.to_owned(),
    };
    value.split("; ").map(said).collect::<Vec<_>>().join("; ")
}

/// What happened, and what to do next.
pub(super) fn say(refusal: &Error) -> (String, String) {
    let values: Vec<_> = refusal.values().collect();
    said(refusal.reason().name, &values).unwrap_or_else(|| (refusal.to_string(), String::new()))
}

/// The same of a refusal that is known by its reason and values.
pub(super) fn said(reason: &str, values: &[(&str, &str)]) -> Option<(String, String)> {
    let words = WORDS.iter().find(|words| words.reason == reason)?;
    Some((fill(&words.message, values), fill(&words.hint, values)))
}

/// The refusal as scripts read it.
pub(super) fn json(refusal: &Error) -> Value {
    let (message, hint) = say(refusal);
    let values: serde_json::Map<_, _> = refusal.values().map(|(name, value)| (name.to_owned(), value.into())).collect();
    let (code, reason) = (refusal.code(), refusal.reason().name);
    json!({ "error": { "code": code, "message": message, "hint": hint, "reason": reason, "values": values } })
}

/// Puts the values at their places; a brace in a value stays what it is.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, name, behind)) = next_place(rest) {
        out.push_str(before);
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) if ENUMERATIONS.contains(&name) => out.push_str(&value.replace('_', " ")),
            Some((_, value)) if ENTRIES.contains(&name) => out.push_str(&entries(value)),
            Some((_, value)) => out.push_str(value),
            None => out.push_str(&rest[before.len()..rest.len() - behind.len()]),
        }
        rest = behind;
    }
    out + rest
}

/// The next `{name}` of a template, with what stands before and behind it.
fn next_place(template: &str) -> Option<(&str, &str, &str)> {
    let (before, open) = template.split_once('{')?;
    let (name, behind) = open.split_once('}')?;
    Some((before, name, behind))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::refusals;
    use crate::error::{Code, Reason};

    #[test]
    fn every_row_is_read() {
        assert_eq!(WORDS.len() + 1, include_str!("refusals.csv").lines().count());
    }

    #[test]
    fn a_word_of_an_enumeration_is_said_with_blanks() {
        const REASON: &Reason =
            &Reason { name: "document_not_effective", code: Code::Refused, values: &["code", "state"] };
        let refusal = Error::because(REASON, vec!["QP_07".to_owned(), "out_of_use".to_owned()]);
        let (message, hint) = say(&refusal);
        assert_eq!(message, "QP_07 is out of use, so there is nothing to review");
        assert_eq!(hint, "Approve its revision with `clausebook document approve QP_07` first.");
    }

    #[test]
    fn what_stands_in_braces_in_a_value_is_no_place() {
        let (message, hint) = say(&refusals::record_order_unknown("{known}", "{text}, filed"));
        assert_eq!(message, "“{known}” is not an order of records");
        assert_eq!(hint, "Orders are {text}, filed; see `clausebook record list --help`.");
    }

    #[test]
    fn scripts_read_code_message_hint_reason_and_values() {
        let refusal = json(&refusals::record_order_unknown("age", "filed, title"));
        assert_eq!(
            refusal.to_string(),
            r#"{"error":{"code":"invalid_value","message":"“age” is not an order of records","#.to_owned()
                + r#""hint":"Orders are filed, title; see `clausebook record list --help`.","#
                + r#""reason":"record_order_unknown","values":{"text":"age","known":"filed, title"}}}"#
        );
    }
}
