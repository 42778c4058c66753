//! The different words of a list for states and types, each with what it means and how often it stands there.

use std::collections::HashMap;

use super::chosen::{Chosen, letters};
use super::laid::Laid;
use super::meaning::{Meaning, name};
use super::memory::Memory;
use super::propose::Why;
use super::view::{ColumnWords, WordMeaning};
use crate::documents::DocumentKind;
use crate::reading::kind_in_words;
use crate::text::fold;
use crate::words::{Header, InPlace, State, applies, document_type, in_place, reach_named, state};

/// So many different words are told; a column with more holds no states and no types.
const MOST: usize = 200;

/// The words of the columns for states and types.
pub(super) fn of(all: &[&Laid<'_>], memory: &Memory, chosen: &Chosen) -> Vec<ColumnWords> {
    let under = [Header::Status, Header::Kind, Header::Applies, Header::InPlace, Header::Reach];
    under.into_iter().filter_map(|header| of_header(all, header, memory, chosen)).collect()
}

fn of_header(all: &[&Laid<'_>], header: Header, memory: &Memory, chosen: &Chosen) -> Option<ColumnWords> {
    let first = all.first()?;
    let column = first.proposed.iter().position(|p| p.meaning == Meaning::Of(header))?;
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut words: Vec<(String, usize)> = Vec::new();
    for laid in all {
        let from = laid.heading.rows.map_or(0, |(_, last)| last + 1);
        for cell in laid.table.rows[from..].iter().filter_map(|row| row.cells.get(column)) {
            let text = cell.text.trim();
            if !text.contains(char::is_alphanumeric) {
                continue;
            }
            let place = *places.entry(fold(text)).or_insert(words.len());
            match words.get_mut(place) {
                Some((_, count)) => *count += 1,
                None => words.push((text.to_owned(), 1)),
            }
        }
    }
    words.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    words.truncate(MOST);
    let under = name(header);
    let said = chosen.words.get(under);
    let chosen =
        |word: &str| said?.iter().find(|(known, _)| fold(known) == fold(word)).map(|(_, meaning)| meaning.clone());
    let words = words
        .into_iter()
        .map(|(words, count)| {
            let (meaning, why) = if let Some(meaning) = chosen(&words).and_then(|m| valid(header, &m)) {
                (Some(meaning), Why::Chosen)
            } else if let Some(meaning) = memory.word(under, &words).and_then(|m| valid(header, m)) {
                (Some(meaning), Why::Remembered)
            } else {
                let own = by_itself(header, &words);
                let why = if own.is_some() { Why::Both } else { Why::Nothing };
                (own, why)
            };
            WordMeaning { words, count, meaning, why }
        })
        .collect();
    Some(ColumnWords { under, letters: letters(column), words })
}

/// The name of a state or type, where it is one.
fn valid(header: Header, meaning: &str) -> Option<String> {
    let known = match header {
        Header::Status => State::ALL.iter().any(|(_, name)| *name == meaning),
        Header::Applies => ["yes", "no"].contains(&meaning),
        Header::InPlace => InPlace::named(meaning).is_some(),
        Header::Reach => ["services", "assets", "both"].contains(&meaning),
        _ => DocumentKind::parse(meaning).is_ok(),
    };
    known.then(|| meaning.to_owned())
}

/// What a word means to everybody.
fn by_itself(header: Header, words: &str) -> Option<String> {
    match header {
        Header::Status => {
            let found = state(words)?;
            State::ALL.iter().find(|(state, _)| *state == found).map(|(_, name)| (*name).to_owned())
        }
        Header::Applies => applies(words).map(|(yes, _)| if yes { "yes" } else { "no" }.to_owned()),
        Header::InPlace => in_place(words).map(|(meaning, _)| meaning.name().to_owned()),
        Header::Reach => reach_named(words).map(str::to_owned),
        _ => kind_in_words(words).map(DocumentKind::name).or_else(|| document_type(words)).map(str::to_owned),
    }
}

/// What a word of a list was decided to mean, where that is not what it means to everybody.
pub(super) fn decided(words: &[ColumnWords], header: Header, text: &str) -> Option<String> {
    let under = name(header);
    let of = words.iter().find(|of| of.under == under)?;
    let word = of.words.iter().find(|word| fold(&word.words) == fold(text))?;
    let meaning = word.meaning.clone()?;
    let plain = match header {
        Header::Status | Header::Applies | Header::InPlace | Header::Reach => {
            by_itself(header, text).as_ref() == Some(&meaning)
        }
        _ => kind_in_words(text).is_some_and(|kind| kind.name() == meaning),
    };
    (!plain).then_some(meaning)
}
