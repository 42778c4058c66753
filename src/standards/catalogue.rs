//! The catalogue: everything of `schema/standards`, read once.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::reference::{ClauseRef, EditionId, compare_clauses};
use crate::error::{Code, Error, Result};

/// An edition of a standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Edition {
    /// Identifier.
    pub id: EditionId,
    /// Full name: `ISO/IEC 27001:2013`.
    pub name: String,
    /// Usual code of its management system: `ISMS`.
    pub system_code: String,
    /// What the system is about; fills the common structure's placeholder.
    pub subject: String,
    /// Place in the fixed order of columns.
    pub column: u32,
    /// Whether it is meant when a standard is named without its edition and the workspace holds none or both.
    pub default: bool,
    /// Whether the standard follows the common structure at all.
    pub follows_common_structure: bool,
}

/// A clause, control or group of controls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Clause {
    /// Where it stands.
    pub reference: ClauseRef,
    /// Its title; `(untitled)` and a label of ours where the standard gives none.
    pub title: String,
    /// The clause it stands in.
    pub parent: Option<String>,
    /// Depth: 1 for a main clause.
    pub level: u32,
    /// clause, domain, objective, control or theme.
    pub kind: String,
    /// The clause of the common structure whose text it carries.
    pub spine: Option<String>,
    /// `common` or `added`.
    pub origin: String,
}

/// A clause of the common structure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpineClause {
    /// Number.
    pub clause: String,
    /// Title, with `XXX` for the subject.
    pub title: String,
    /// The clause it stands in.
    pub parent: String,
}

/// Whether documented information is maintained or retained.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequiredKind {
    /// A document, kept up to date.
    Maintain,
    /// A record, kept as evidence.
    Retain,
}

/// Documented information that a clause asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Required {
    /// Maintained or retained.
    pub kind: RequiredKind,
    /// What, in our words.
    pub item: String,
    /// A condition or remark.
    pub note: String,
}

/// A term with its entries in three vocabularies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Entry in 20000-1.
    pub entry: String,
    /// The term.
    pub term: String,
    /// `common` (3.1) or `service` (3.2).
    pub kind: String,
    /// Entry in ISO 9000.
    pub entry_9000: String,
    /// Term in ISO 9000.
    pub term_9000: String,
    /// identical, differs, related or `not_defined`.
    pub relation_9000: String,
    /// Neighbouring entries in ISO 9000.
    pub see_also_9000: String,
    /// Entry in ISO/IEC 27000.
    pub entry_27000: String,
    /// Term in ISO/IEC 27000.
    pub term_27000: String,
    /// identical, differs, related or `not_defined`.
    pub relation_27000: String,
    /// Neighbouring entries in ISO/IEC 27000.
    pub see_also_27000: String,
    /// What is easily mistaken.
    pub note: String,
}

/// What one standard asks for and others do not, or what the source is silent about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Specific {
    pub(super) standard: String,
    pub(super) clause: String,
    pub(super) no_counterpart_in: String,
    pub(super) list: String,
    pub(super) exceptions: String,
    pub(super) note: String,
}

/// All reference data.
#[derive(Debug)]
pub struct Catalogue {
    editions: Vec<Edition>,
    clauses: HashMap<EditionId, Vec<Clause>>,
    index: HashMap<ClauseRef, usize>,
    children: HashMap<ClauseRef, Vec<String>>,
    required: HashMap<ClauseRef, Vec<Required>>,
    spine: Vec<SpineClause>,
    terms: Vec<Term>,
    pub(super) specific: Vec<Specific>,
    /// (from, to) between editions of one standard.
    map: Vec<(ClauseRef, ClauseRef)>,
}

/// The catalogue that is built in.
pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(Catalogue::read)
}

macro_rules! table {
    ($name:literal) => {
        read_csv(include_str!(concat!("../../schema/standards/", $name)))
    };
}

/// Built-in tables are checked by tests; a row that does not fit its type would be dropped here.
pub(super) fn read_csv<T: serde::de::DeserializeOwned>(text: &str) -> Vec<T> {
    csv::Reader::from_reader(text.as_bytes()).deserialize().flatten().collect()
}

/// The parts of a cell that holds a list.
pub(super) fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(str::trim).filter(|part| !part.is_empty())
}

impl Catalogue {
    fn read() -> Self {
        type EditionRow = (String, String, String, String, String, String, u32, String, String);
        type ClauseRow = (String, String, String, String, String, String, String, String);
        type RequiredRow = (String, String, String, RequiredKind, String, String);
        type MapRow = (String, String, String, String, String, String);
        let some = |text: String| if text.is_empty() { None } else { Some(text) };

        let mut editions: Vec<Edition> = table!("editions.csv")
            .into_iter()
            .map(|(standard, edition, name, _short, system_code, subject, column, default, common): EditionRow| {
                Edition {
                    id: EditionId { standard, edition },
                    name,
                    system_code,
                    subject,
                    column,
                    default: default == "yes",
                    follows_common_structure: common == "yes",
                }
            })
            .collect();
        editions.sort_by(|a, b| (a.column, &a.id).cmp(&(b.column, &b.id)));
        let mut clauses: HashMap<EditionId, Vec<Clause>> = HashMap::new();
        let mut children: HashMap<ClauseRef, Vec<String>> = HashMap::new();
        for (standard, edition, clause, title, parent, kind, spine, origin) in table!("clauses.csv") as Vec<ClauseRow> {
            let reference = ClauseRef { standard, edition, clause };
            if !parent.is_empty() {
                let above = ClauseRef { clause: parent.clone(), ..reference.clone() };
                children.entry(above).or_default().push(reference.clause.clone());
            }
            let level = reference.clause.trim_start_matches("A.").split('.').count() as u32;
            clauses.entry(reference.edition_id()).or_default().push(Clause {
                reference,
                title,
                parent: some(parent),
                level,
                kind,
                spine: some(spine),
                origin,
            });
        }
        let mut index = HashMap::new();
        for list in clauses.values_mut() {
            list.sort_by(|a, b| a.reference.cmp(&b.reference));
            index.extend(list.iter().enumerate().map(|(i, c)| (c.reference.clone(), i)));
        }
        for list in children.values_mut() {
            list.sort_by(|a, b| compare_clauses(a, b));
        }
        let mut required: HashMap<ClauseRef, Vec<Required>> = HashMap::new();
        for (standard, edition, clause, kind, item, note) in table!("required.csv") as Vec<RequiredRow> {
            let reference = ClauseRef { standard, edition, clause };
            required.entry(reference).or_default().push(Required { kind, item, note });
        }
        let mut map = Vec::new();
        for (standard, from_edition, from, to_edition, to, _change) in table!("editions_map.csv") as Vec<MapRow> {
            let side = |edition: &str, clause: &str| ClauseRef {
                standard: standard.clone(),
                edition: edition.to_owned(),
                clause: clause.to_owned(),
            };
            for from in list(&from) {
                map.extend(list(&to).map(|to| (side(&from_edition, from), side(&to_edition, to))));
            }
        }
        let (spine, terms, specific) = (table!("spine.csv"), table!("terms.csv"), table!("specific.csv"));
        Self { editions, clauses, index, children, required, spine, terms, specific, map }
    }

    /// Every edition, in the fixed order of columns.
    pub fn editions(&self) -> &[Edition] {
        &self.editions
    }

    /// The edition meant by `27001:2022` or `27001`; the latter is the one held, else the default.
    ///
    /// # Errors
    /// `unknown_standard`, `unknown_edition`.
    pub fn edition(&self, text: &str, held: &[EditionId]) -> Result<&Edition> {
        let text = text.trim();
        let bare = text.strip_prefix("ISO/IEC ").or_else(|| text.strip_prefix("ISO ")).unwrap_or(text);
        let (standard, year) = bare.split_once(':').map_or((bare, None), |(s, y)| (s, Some(y)));
        let of_standard: Vec<&Edition> = self.editions.iter().filter(|e| e.id.standard == standard).collect();
        if of_standard.is_empty() {
            let mut names: Vec<&str> = self.editions.iter().map(|e| e.id.standard.as_str()).collect();
            names.dedup();
            return Err(Error::new(
                Code::UnknownStandard,
                format!("“{text}” is not a standard that Clausebook knows"),
                format!("It knows {}.", names.join(", ")),
            ));
        }
        let found = match year {
            Some(year) => of_standard.iter().find(|e| e.id.edition == year),
            None => {
                let mut mine = of_standard.iter().filter(|e| held.contains(&e.id));
                match (mine.next(), mine.next()) {
                    (Some(only), None) => Some(only),
                    _ => of_standard.iter().find(|e| e.default),
                }
            }
        };
        found.copied().ok_or_else(|| {
            let known: Vec<String> = of_standard.iter().map(|e| e.id.to_string()).collect();
            Error::new(
                Code::UnknownEdition,
                format!("Clausebook does not hold the edition {text}"),
                format!("It holds {}.", known.join(" and ")),
            )
        })
    }

    /// Reads a clause reference: `9001/7.5.3`, `27001/A.8.1.1`, `27001:2022/A.5.9`.
    ///
    /// # Errors
    /// `invalid_value`, `unknown_standard`, `unknown_edition`; `unknown_clause` with near matches in its hint.
    pub fn reference(&self, text: &str, held: &[EditionId]) -> Result<ClauseRef> {
        let (edition, clause) = text.trim().split_once(['/', ' ']).ok_or_else(|| {
            Error::new(
                Code::InvalidValue,
                format!("“{text}” is not a reference to a clause"),
                "Write the standard and the clause: 9001/7.5.3 or 27001:2022/A.5.9.",
            )
        })?;
        self.clause_of(&self.edition(edition, held)?.id, clause)
    }

    /// The clause with that number in an edition.
    pub fn clause_of(&self, edition: &EditionId, clause: &str) -> Result<ClauseRef> {
        let clause = clause.trim().trim_end_matches('.');
        let clause = clause.strip_prefix('a').map_or_else(|| clause.to_owned(), |rest| format!("A{rest}"));
        let wanted = ClauseRef { standard: edition.standard.clone(), edition: edition.edition.clone(), clause };
        if self.index.contains_key(&wanted) { Ok(wanted) } else { Err(self.unknown_clause(&wanted)) }
    }

    fn unknown_clause(&self, wanted: &ClauseRef) -> Error {
        let elsewhere: Vec<String> = self
            .editions
            .iter()
            .filter(|e| e.id.standard == wanted.standard)
            .map(|e| ClauseRef { edition: e.id.edition.clone(), ..wanted.clone() })
            .filter(|r| self.index.contains_key(r))
            .map(|r| r.to_string())
            .collect();
        let mut near: Vec<(usize, &Clause)> = self
            .clauses
            .get(&wanted.edition_id())
            .into_iter()
            .flatten()
            .map(|c| (strsim::levenshtein(&c.reference.clause, &wanted.clause), c))
            .filter(|(distance, _)| *distance <= 2)
            .collect();
        near.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.reference.cmp(&b.1.reference)));
        let near: Vec<String> =
            near.iter().take(4).map(|(_, c)| format!("{} {}", c.reference.clause, c.title)).collect();
        let hint = match (elsewhere.first(), near.is_empty()) {
            (Some(other), _) => format!("The number exists in another edition: {other}."),
            (None, false) => format!("Near it: {}.", near.join("; ")),
            (None, true) => format!("See `clausebook standard show {}`.", wanted.edition_id()),
        };
        Error::new(Code::UnknownClause, format!("{} has no clause {}", wanted.edition_id(), wanted.clause), hint)
    }

    /// The clause at a reference.
    pub fn clause(&self, reference: &ClauseRef) -> Option<&Clause> {
        let index = *self.index.get(reference)?;
        self.clauses.get(&reference.edition_id())?.get(index)
    }

    /// The clauses of an edition, in its order.
    pub fn clauses(&self, edition: &EditionId) -> &[Clause] {
        self.clauses.get(edition).map_or(&[], Vec::as_slice)
    }

    /// The clauses directly below.
    pub fn children(&self, reference: &ClauseRef) -> &[String] {
        self.children.get(reference).map_or(&[], Vec::as_slice)
    }

    /// The clauses above, nearest first.
    pub fn ancestors(&self, reference: &ClauseRef) -> Vec<&Clause> {
        let mut out = Vec::new();
        let mut at = self.clause(reference);
        while let Some(parent) = at.and_then(|c| c.parent.clone()) {
            at = self.clause(&ClauseRef { clause: parent, ..reference.clone() });
            out.extend(at);
        }
        out
    }

    /// All clauses below, at any depth, in the standard's order.
    pub fn below(&self, reference: &ClauseRef) -> Vec<ClauseRef> {
        let mut out = Vec::new();
        for child in self.children(reference) {
            let child = ClauseRef { clause: child.clone(), ..reference.clone() };
            let further = self.below(&child);
            out.push(child);
            out.extend(further);
        }
        out
    }

    /// The documented information a clause asks for.
    pub fn required(&self, reference: &ClauseRef) -> &[Required] {
        self.required.get(reference).map_or(&[], Vec::as_slice)
    }

    /// The common structure.
    pub fn spine(&self) -> &[SpineClause] {
        &self.spine
    }

    /// The place of a clause on the common structure: its own, else that of the nearest clause above (R1).
    /// Annex A stands apart.
    pub fn spine_of(&self, reference: &ClauseRef) -> Option<String> {
        let own = self.clause(reference)?;
        std::iter::once(own).chain(self.ancestors(reference)).find_map(|c| c.spine.clone())
    }

    /// What became of a clause in later editions of its standard.
    pub fn successors(&self, reference: &ClauseRef) -> Vec<ClauseRef> {
        self.map.iter().filter(|(from, _)| from == reference).map(|(_, to)| to.clone()).collect()
    }

    /// Where a clause came from in earlier editions of its standard.
    pub fn predecessors(&self, reference: &ClauseRef) -> Vec<ClauseRef> {
        self.map.iter().filter(|(_, to)| to == reference).map(|(from, _)| from.clone()).collect()
    }

    /// Terms whose name or entry holds `query`; all without one.
    pub fn terms(&self, query: Option<&str>) -> Vec<&Term> {
        let query = query.map(crate::text::fold).unwrap_or_default();
        let holds = |text: &str| crate::text::fold(text).contains(&query);
        self.terms
            .iter()
            .filter(|t| {
                query.is_empty()
                    || holds(&t.term)
                    || holds(&t.term_9000)
                    || holds(&t.term_27000)
                    || [&t.entry, &t.entry_9000, &t.entry_27000].iter().any(|e| **e == query)
            })
            .collect()
    }
}
