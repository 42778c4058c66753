//! What paper says, in both languages. The words stand in the page's own table, so that paper and window call a thing alike.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The language of a paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// German.
    De,
}

impl Language {
    /// Its name as files say it.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
        }
    }
}

// The file is part of the program and a test reads each row, so the empty table never occurs.
static WORDS: LazyLock<HashMap<String, [String; 2]>> = LazyLock::new(|| {
    let rows = csv::Reader::from_reader(include_bytes!("../../ui/src/i18n/wording.csv").as_slice()).into_deserialize();
    rows.map(|row| row.map(|(key, en, de): (String, String, String)| (key, [en, de])))
        .collect::<Result<_, _>>()
        .unwrap_or_default()
});

/// The words of that key; the key itself where there are none.
pub fn say(language: Language, key: &str) -> Cow<'_, str> {
    match WORDS.get(key) {
        Some(words) => Cow::Borrowed(&words[language as usize]),
        None => Cow::Borrowed(key),
    }
}

/// The words of that key with values at their places.
pub fn with(language: Language, key: &str, values: &[(&str, &str)]) -> String {
    let value = |name: &str| values.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
    fill(&say(language, key), &value)
}

/// A number as the language writes it: 1,284 or 1.284.
pub fn number(language: Language, number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push(if language == Language::De { '.' } else { ',' });
        }
        out.push(digit);
    }
    out
}

/// Puts values at their places, as `{name}`: one that is missing is a dash, and what stands in `[…]` is left out where a
/// value in it is missing.
pub fn fill(words: &str, value: &dyn Fn(&str) -> Option<String>) -> String {
    let mut out = String::new();
    let mut rest = words;
    while let Some((before, inside)) = rest.split_once('[') {
        let (optional, behind) = inside.split_once(']').unwrap_or((inside, ""));
        out.push_str(&places(before, value).0);
        let (text, whole) = places(optional, value);
        if whole {
            out.push_str(&text);
        }
        rest = behind;
    }
    out + &places(rest, value).0
}

/// The text with its values, and whether all of them are there.
fn places(words: &str, value: &dyn Fn(&str) -> Option<String>) -> (String, bool) {
    let (mut out, mut whole, mut rest) = (String::new(), true, words);
    while let Some((before, inside)) = rest.split_once('{') {
        let (name, behind) = inside.split_once('}').unwrap_or((inside, ""));
        let there = value(name);
        whole &= there.is_some();
        out.push_str(before);
        out.push_str(there.as_deref().unwrap_or("–"));
        rest = behind;
    }
    out.push_str(rest);
    (out, whole)
}
