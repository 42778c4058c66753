//! The remarks that this program composes itself, by code and values, so that a shell can say them in its own words. A
//! remark of the data's own has no code and is said as it stands.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use super::model::Relation;

/// A remark as it can be said in any language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "NoteSaid")]
pub struct Said {
    /// Which sentence; none for a remark of the data's own.
    pub code: Option<&'static str>,
    /// What is put into it; relations by their names, as `identical_hls`.
    pub values: BTreeMap<&'static str, String>,
    /// The same in English.
    pub text: String,
}

/// Every sentence that answers are composed of, with its places for values. What begins alike stands longest first.
const SENTENCES: &[(&str, &str)] = &[
    ("new_in_edition", "New in this edition; the guidance knows {edition} only."),
    ("through_edition_map", "The guidance knows {edition} only; answered through the map of editions."),
    ("named_before", "The text names {clause}, whose place this clause took."),
    ("answered_for", "Answered for {clause}, whose place this clause took."),
    ("took_the_place", "Took the place of {clause}; the guidance knows that edition only."),
    ("as_a_whole", "As a whole {clause} has a partner ({partner}); the guidance says nothing about this part."),
    ("no_link_from_partner", "No link: its partner {clause} has no partner in {standard}."),
    ("no_link_through_limited", "No link: its match {clause} is limited, and nothing runs through such."),
    ("no_link_without_partner", "No link: it would run through {standard}, where this clause has no partner."),
    ("indirect", "Indirect: runs through {clause} ({first}, then {second})."),
    ("resembles_twice", "Neither step is identical text: at most a part."),
    ("numbers_of", "Numbers of controls in these remarks are those of {edition}."),
    ("missing_in_direction", "Missing in this direction: {what}"),
    ("through_group", "Found through the group {group}, which is wider than the match."),
    ("part_of", "Part of {clause}, which is what the tables match as a whole."),
    ("for_its_part", "Holds for its part {clause} only."),
    ("part_for_whole", "{part} is only a part of what {clause} asks for."),
    ("own_parts", "{clause} has parts of its own, of which {from} says nothing: a part at the most."),
    ("from_heading", "{from} is a heading over several things: a part at the most."),
    ("one_of_group", "One control never stands for its group: what the others of {group} show is missing."),
    ("group_became", "{group} was a group of {count} controls; {now} hold its place here, wider than the match."),
    ("group_of", "{group} is a group of {count} controls, wider than the match."),
    ("neither_way", "Evidence of one side alone is not enough for the other."),
    ("one_way", "Evidence may be enough from {from} to {to}, not the other way round."),
    ("tables_differ", "{one} calls this {first}, {two} calls it {second}."),
    ("limited", "Limited match: a person decides clause by clause."),
    ("similar", "Similar is not equal: a person has to judge."),
    ("aligned", "Aligned is not equal: one side is markedly wider."),
    ("one_adds", "Reusable for the common text only: {standard} adds to it."),
    ("both_add", "Reusable for the common text only: {standards} add to it."),
    ("omits", "{standard} leaves out part of the common text."),
    ("other_object", "Same text, different object: each system has its own {object}."),
    ("support_only", "Support only, no equivalent: {standard} {clauses}."),
    ("other_subject", "Same number, different subject: {clause} is “{title}”."),
];

/// Values that are relations: they stand in words in the English sentence.
const RELATIONS: [&str; 2] = ["first", "second"];

impl Said {
    /// Reads a remark as the sentence it was composed by.
    pub fn of(note: &str) -> Self {
        let read = SENTENCES.iter().find_map(|(code, sentence)| Some((*code, values(sentence, note)?)));
        let (code, values) = read.map_or((None, BTreeMap::new()), |(code, values)| (Some(code), values));
        Self { code, values, text: note.to_owned() }
    }

    /// The same for several.
    pub fn all(notes: &[String]) -> Vec<Self> {
        notes.iter().map(|note| Self::of(note)).collect()
    }
}

/// The values of a sentence in a text; nothing where the text is another one.
fn values(sentence: &'static str, text: &str) -> Option<BTreeMap<&'static str, String>> {
    let mut found = BTreeMap::new();
    let (mut pattern, mut rest) = (sentence, text);
    while let Some(open) = pattern.find('{') {
        rest = rest.strip_prefix(&pattern[..open])?;
        let (name, behind) = pattern[open + 1..].split_once('}')?;
        let next = behind.find('{').map_or(behind, |at| &behind[..at]);
        // The last value goes as far as the sentence's end, any other to what follows it.
        let end = if next.is_empty() || next.len() == behind.len() {
            rest.len().checked_sub(next.len()).filter(|end| rest.is_char_boundary(*end) && rest.ends_with(next))?
        } else {
            rest.find(next)?
        };
        let value = &rest[..end];
        found.insert(name, if RELATIONS.contains(&name) { relation(value)?.to_owned() } else { value.to_owned() });
        (pattern, rest) = (behind, &rest[end..]);
    }
    (rest == pattern).then_some(found)
}

fn relation(words: &str) -> Option<&'static str> {
    let known = [Relation::IdenticalHls, Relation::Aligned, Relation::Similar, Relation::None];
    known.into_iter().find(|relation| relation.in_words() == words).map(Relation::as_str)
}
