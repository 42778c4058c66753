//! Whether a text names somebody else than the register does.

use super::found::People;
use crate::text::{fold, words};

/// What is said before or behind the name of a person.
const TITLES: &[&str] = &[
    "ba", "bsc", "di", "dipl", "dr", "frau", "herr", "ing", "ma", "mag", "mba", "mr", "mrs", "ms", "msc", "phd",
    "prof", "sr", "jr",
];

/// What the name of a part that somebody has holds, in any word; no name of a person begins with it.
const PARTS: &[&str] = &[
    "abteil",
    "admin",
    "approv",
    "assist",
    "audit",
    "ausschuss",
    "author",
    "autor",
    "beauftragt",
    "bereich",
    "betrieb",
    "board",
    "chief",
    "committee",
    "compliance",
    "controll",
    "coordinat",
    "data",
    "daten",
    "department",
    "deputy",
    "desk",
    "direc",
    "einkauf",
    "engineer",
    "eigner",
    "entwickl",
    "executive",
    "finan",
    "geschäft",
    "geschaeft",
    "group",
    "gruppe",
    "head",
    "human",
    "information",
    "inhaber",
    "jefe",
    "koordinat",
    "lead",
    "legal",
    "leit",
    "manag",
    "office",
    "operation",
    "owner",
    "personal",
    "president",
    "process",
    "procurement",
    "prozess",
    "prüf",
    "purchas",
    "qualit",
    "reader",
    "recht",
    "resource",
    "responsable",
    "responsible",
    "review",
    "risk",
    "risiko",
    "sales",
    "secur",
    "sekret",
    "service",
    "sicherheit",
    "staff",
    "stelle",
    "stellvertret",
    "supplier",
    "support",
    "team",
    "technik",
    "unit",
    "verantwort",
    "verfasser",
    "vertret",
    "vertrieb",
    "vorstand",
    "zentral",
];

/// Whether a text names somebody else than the register does. A role and a person may be the same one, so that only two people
/// or two roles are told apart.
pub(super) fn are_others(people: &People, stated: &str, registered: &str) -> bool {
    let named: Vec<&str> = registered.split(", ").map(str::trim).filter(|name| !name.is_empty()).collect();
    !named.is_empty() && named.iter().all(|name| are_two(people, stated.trim(), name))
}

fn are_two(people: &People, stated: &str, registered: &str) -> bool {
    match (people.called(stated), people.called(registered)) {
        (Some(one), Some(other)) => one.id != other.id,
        (None, None) => {
            let (one, other) = (fold(stated), fold(registered));
            !one.contains(&other) && !other.contains(&one) && !share_a_word(stated, registered)
        }
        // One of them is enrolled: under the name of a person another person is another one.
        (one, other) => {
            let one = one.map_or(stated, |person| &person.name);
            let other = other.map_or(registered, |person| &person.name);
            is_of_a_person(one) && is_of_a_person(other) && !share_a_word(one, other)
        }
    }
}

/// Whether two names have a word in common, as `P. Berg` and `Anna Berg` have: nobody can say that they are two.
fn share_a_word(one: &str, other: &str) -> bool {
    if !is_of_a_person(one) || !is_of_a_person(other) {
        return false;
    }
    let (one, other) = (words(one), words(other));
    let told = |word: &&str| word.chars().count() > 2 && !TITLES.contains(word);
    one.split_whitespace().filter(told).any(|word| other.split_whitespace().any(|there| there == word))
}

/// Whether it is the name of a person: a few words that begin with a great letter, none of which is that of a part.
fn is_of_a_person(name: &str) -> bool {
    let parts: Vec<&str> =
        name.split([' ', ',']).filter(|w| !w.is_empty() && !TITLES.contains(&fold(w).trim_matches('.'))).collect();
    let small =
        |word: &str| matches!(word, "von" | "van" | "de" | "der" | "den" | "zu" | "du" | "la" | "le" | "di" | "da");
    let one = |word: &&str| {
        let mut letters = word.chars();
        let begins = letters.next().is_some_and(char::is_uppercase)
            && letters.clone().all(|c| c.is_alphabetic() || "-.'’".contains(c));
        // Two great letters are an abbreviation, as that of a department.
        let short = letters.next().is_some_and(char::is_uppercase);
        let lower = fold(word);
        small(word) || begins && !short && !PARTS.iter().any(|part| lower.contains(part))
    };
    (2..=4).contains(&parts.len()) && parts.iter().all(one)
}
