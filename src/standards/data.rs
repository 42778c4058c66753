//! The reference data as text, and how it becomes a catalogue. A file's name says what it holds:
//! `editions*`, `clauses-STANDARD-EDITION`, `correlation-*`, `edition-map-*`; a further standard is one more file.

use std::sync::OnceLock;

use serde::de::DeserializeOwned;

use super::catalogue::Catalogue;
use super::reference::{EditionId, compare_clauses};
use super::rows::{
    ClauseRow, EditionRow, LinkRow, MoveRow, OneWayRow, PairRow, PointRow, ProcessRow, RequiredRow, SisterRow,
    SpecificRow, SpineRow,
};
use super::terms::TermRow;
use crate::digest::Digest;
use crate::error::{Error, Result};

macro_rules! embedded {
    ($($name:literal),+ $(,)?) => {
        /// The files shipped with the program: name and text.
        pub const EMBEDDED: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../schema/standards/", $name, ".csv")))),+];
    };
}

embedded!(
    "editions",
    "common-structure",
    "clauses-9001-2015",
    "clauses-20000-1-2018",
    "clauses-27001-2013",
    "clauses-27001-2022",
    "edition-map-27001",
    "correlation-table-3",
    "correlation-annex-b",
    "correlation-27001",
    "correlation-limited",
    "one-way",
    "pair-notes",
    "open-points",
    "specific-requirements",
    "required-documented-information",
    "terms",
    "processes",
    "sister-documents",
);

/// The reference data shipped with the program.
pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    // The files are part of the program and a test reads each one, so the empty catalogue never occurs.
    CATALOGUE.get_or_init(|| parse(EMBEDDED).unwrap_or_default())
}

/// Names the reference data as it is in this program: twelve hex digits that change with any byte of any table.
///
/// Events record it, so that what was decided can be told from what a later table would propose.
pub fn data_version() -> &'static str {
    static VERSION: OnceLock<String> = OnceLock::new();
    VERSION.get_or_init(|| version_of(EMBEDDED))
}

/// The same of any set of files.
pub fn version_of(files: &[(&str, &str)]) -> String {
    let mut all = Vec::new();
    for (name, text) in files {
        // Name and length before the text: no row can move from one file to the next unseen.
        all.extend_from_slice(format!("{name} {}\n", text.len()).as_bytes());
        all.extend_from_slice(text.as_bytes());
    }
    Digest::of(&all).to_string().chars().take(12).collect()
}

/// Reads a set of files. Order matters for correlation tables only: where two disagree, the earlier one wins.
pub fn parse(files: &[(&str, &str)]) -> Result<Catalogue> {
    let mut all = Catalogue::default();
    for &(name, text) in files {
        if name.starts_with("editions") {
            all.editions.extend(rows::<EditionRow>(name, text)?.into_iter().map(EditionRow::into_edition));
        } else if let Some((standard, edition)) = name.strip_prefix("clauses-").and_then(|n| n.rsplit_once('-')) {
            let id = EditionId::new(standard, edition);
            all.clauses.extend(rows::<ClauseRow>(name, text)?.into_iter().map(|row| row.into_clause(&id)));
        } else if let Some(table) = name.strip_prefix("correlation-") {
            all.links.extend(rows::<LinkRow>(name, text)?.into_iter().map(|row| row.into_link(table)));
        } else if name.starts_with("edition-map-") {
            all.moves.extend(rows::<MoveRow>(name, text)?.into_iter().map(MoveRow::into_move));
        } else {
            match name {
                "common-structure" => {
                    all.spine = rows::<SpineRow>(name, text)?.into_iter().map(SpineRow::into_spine).collect();
                }
                "required-documented-information" => {
                    all.required =
                        rows::<RequiredRow>(name, text)?.into_iter().map(RequiredRow::into_required).collect();
                }
                "specific-requirements" => {
                    all.specific =
                        rows::<SpecificRow>(name, text)?.into_iter().map(SpecificRow::into_specific).collect();
                }
                "one-way" => {
                    all.one_way = rows::<OneWayRow>(name, text)?.into_iter().map(OneWayRow::into_one_way).collect();
                }
                "pair-notes" => {
                    all.pairs = rows::<PairRow>(name, text)?.into_iter().map(PairRow::into_pair).collect();
                }
                "open-points" => {
                    all.points = rows::<PointRow>(name, text)?.into_iter().map(PointRow::into_point).collect();
                }
                "terms" => all.terms = rows::<TermRow>(name, text)?.into_iter().map(TermRow::into_term).collect(),
                "processes" => {
                    all.processes = rows::<ProcessRow>(name, text)?.into_iter().map(ProcessRow::into_process).collect();
                }
                "sister-documents" => {
                    all.sisters = rows::<SisterRow>(name, text)?.into_iter().map(SisterRow::into_sister).collect();
                }
                _ => return Err(Error::internal(format_args!("{name} is no reference data of ours"))),
            }
        }
    }
    all.clauses.sort_by(|a, b| a.reference.cmp(&b.reference));
    all.required.sort_by(|a, b| a.reference.cmp(&b.reference));
    all.spine.sort_by(|a, b| compare_clauses(&a.clause, &b.clause));
    all.index_points();
    all.editions.sort_by(|a, b| (a.column, &a.id).cmp(&(b.column, &b.id)));
    Ok(all)
}

fn rows<T: DeserializeOwned>(name: &str, text: &str) -> Result<Vec<T>> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<std::result::Result<_, csv::Error>>()
        .map_err(|cause| Error::internal(format_args!("reference data {name}: {cause}")).caused_by(cause))
}
