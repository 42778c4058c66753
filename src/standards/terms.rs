//! The 50 terms of ISO/IEC 20000-1 with their neighbours in the two other vocabularies (R131–R135).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rows::{texts, yes};
use crate::text::fold;

/// Whether all management system standards share a term or only service management has it (R132).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TermKind {
    /// Entries 3.1.x.
    Common,
    /// Entries 3.2.x.
    Service,
}

/// How two definitions relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TermRelation {
    /// The same definition.
    Identical,
    /// The same word or a synonym, defined otherwise.
    Differs,
    /// Another word, neighbouring idea.
    Related,
    /// The vocabulary has no such entry.
    NotDefined,
}

/// The neighbour of a term in another vocabulary.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Neighbour {
    /// The vocabulary with its edition: `ISO 9000:2015`.
    pub vocabulary: String,
    /// Entry numbers; several where two entries share the idea.
    pub entries: Vec<String>,
    /// The words used there.
    pub terms: Vec<String>,
    /// How the definitions relate.
    pub relation: TermRelation,
    /// Neighbouring entries, number and word: `3.8.3 objective evidence` (R133).
    pub see_also: Vec<String>,
}

/// One term of ISO/IEC 20000-1.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Term {
    /// Entry number: `3.2.1`.
    pub entry: String,
    /// The word that is defined.
    pub term: String,
    /// Whether all management systems use it.
    pub kind: TermKind,
    /// What it is in ISO 9000 and in ISO/IEC 27000, in this order.
    pub neighbours: Vec<Neighbour>,
    /// The same word means something else, or something narrower, elsewhere (R134).
    pub false_friend: bool,
    /// In what the meanings differ, in our words.
    pub note: Option<String>,
}

impl Term {
    fn answers(&self, wanted: &str) -> bool {
        self.entry == wanted
            || fold(&self.term).contains(wanted)
            || self
                .neighbours
                .iter()
                .any(|n| n.entries.iter().any(|e| e == wanted) || n.terms.iter().any(|t| fold(t).contains(wanted)))
    }
}

/// Terms answering a query by entry number or part of a word; the nearest spellings where nothing does.
pub(super) fn find<'a>(terms: &'a [Term], query: Option<&str>) -> Vec<&'a Term> {
    let Some(wanted) = query.map(fold).filter(|q| !q.is_empty()) else { return terms.iter().collect() };
    let found: Vec<_> = terms.iter().filter(|t| t.answers(&wanted)).collect();
    if !found.is_empty() {
        return found;
    }
    terms.iter().filter(|t| strsim::jaro_winkler(&fold(&t.term), &wanted) > 0.88).collect()
}

/// A row of the table.
#[derive(Deserialize)]
pub(super) struct TermRow {
    entry_20000: String,
    term: String,
    kind: TermKind,
    entry_9000: String,
    term_9000: String,
    relation_9000: TermRelation,
    see_also_9000: String,
    entry_27000: String,
    term_27000: String,
    relation_27000: TermRelation,
    see_also_27000: String,
    #[serde(deserialize_with = "yes")]
    false_friend: bool,
    note: Option<String>,
}

impl TermRow {
    pub(super) fn into_term(self) -> Term {
        let neighbour = |vocabulary: &str, entry: &str, term: &str, relation, see_also: &str| Neighbour {
            vocabulary: vocabulary.to_owned(),
            entries: texts(entry),
            terms: texts(term),
            relation,
            see_also: texts(see_also),
        };
        Term {
            neighbours: vec![
                neighbour("ISO 9000:2015", &self.entry_9000, &self.term_9000, self.relation_9000, &self.see_also_9000),
                neighbour(
                    "ISO/IEC 27000:2018",
                    &self.entry_27000,
                    &self.term_27000,
                    self.relation_27000,
                    &self.see_also_27000,
                ),
            ],
            entry: self.entry_20000,
            term: self.term,
            kind: self.kind,
            false_friend: self.false_friend,
            note: self.note,
        }
    }
}
