//! The rows of the files as they are written, and what each becomes in the catalogue.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::model::{
    Clause, Edition, Exclusions, Kind, Link, Mark, Move, OneWay, Origin, PairNote, Process, Relation, Required,
    RequiredKind, SisterDocument, Specific, SpineClause, Suffices,
};
use super::open_points::{OpenPoint, PointKind, SettleBy};
use super::reference::{ClauseRef, EditionId};
use crate::error::Error;

pub(super) fn yes<'de, D: Deserializer<'de>>(input: D) -> std::result::Result<bool, D::Error> {
    match String::deserialize(input)?.as_str() {
        "yes" => Ok(true),
        "no" => Ok(false),
        other => Err(D::Error::custom(format!("yes or no expected, not {other}"))),
    }
}

/// A list inside a cell, separated by semicolons.
fn list<'de, D: Deserializer<'de>, T: std::str::FromStr<Err = Error>>(
    input: D,
) -> std::result::Result<Vec<T>, D::Error> {
    split(&String::deserialize(input)?).map(|part| part.parse().map_err(D::Error::custom)).collect()
}

fn split(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(str::trim).filter(|part| !part.is_empty())
}

pub(super) fn texts(cell: &str) -> Vec<String> {
    split(cell).map(str::to_owned).collect()
}

fn refs(edition: &EditionId, cell: &str) -> Vec<ClauseRef> {
    split(cell).map(|clause| edition.at(clause)).collect()
}

#[derive(Deserialize)]
pub(super) struct EditionRow {
    standard: String,
    edition: String,
    name: String,
    subject: String,
    system: String,
    vocabulary: String,
    column: u8,
    #[serde(deserialize_with = "yes")]
    follows_common_structure: bool,
    #[serde(deserialize_with = "yes")]
    default: bool,
    #[serde(deserialize_with = "yes")]
    certifiable: bool,
    exclusions: Exclusions,
    note: Option<String>,
}

impl EditionRow {
    pub(super) fn into_edition(self) -> Edition {
        Edition {
            id: EditionId::new(self.standard, self.edition),
            name: self.name,
            subject: self.subject,
            system: self.system,
            vocabulary: self.vocabulary,
            column: self.column,
            follows_common_structure: self.follows_common_structure,
            default: self.default,
            certifiable: self.certifiable,
            exclusions: self.exclusions,
            note: self.note,
        }
    }
}

#[derive(Deserialize)]
pub(super) struct ClauseRow {
    clause: String,
    title: String,
    kind: Kind,
    spine: Option<String>,
    origin: Origin,
    #[serde(deserialize_with = "yes")]
    untitled: bool,
    marks: String,
    note: Option<String>,
    basis: String,
}

impl ClauseRow {
    pub(super) fn into_clause(self, edition: &EditionId) -> Clause {
        let reference = edition.at(self.clause.as_str());
        // The `A` of Annex A is no level of its own: A.5 stands as high as clause 5.
        let depth = self.clause.split('.').count() - usize::from(reference.in_annex());
        Clause {
            parent: (depth > 1).then(|| self.clause.rsplit_once('.').map(|(above, _)| above.to_owned())).flatten(),
            level: depth as u8,
            reference,
            title: self.title,
            untitled: self.untitled,
            kind: self.kind,
            spine: self.spine,
            origin: self.origin,
            marks: split(&self.marks).filter_map(mark).collect(),
            note: self.note,
            basis: self.basis,
        }
    }
}

fn mark(text: &str) -> Option<Mark> {
    Some(match text {
        "wording_added" => Mark::WordingAdded,
        "new_subclause" => Mark::NewSubclause,
        "changed_text" => Mark::ChangedText,
        "renamed" => Mark::Renamed,
        "stretched_to_services" => Mark::StretchedToServices,
        "new" => Mark::New,
        _ => return None,
    })
}

#[derive(Deserialize)]
pub(super) struct SpineRow {
    clause: String,
    title: String,
    object: Option<String>,
}

impl SpineRow {
    pub(super) fn into_spine(self) -> SpineClause {
        SpineClause { clause: self.clause, title: self.title, object: self.object }
    }
}

#[derive(Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a yes/no column of the table")]
pub(super) struct LinkRow {
    pivot: EditionId,
    clause: String,
    other: EditionId,
    refs: String,
    relation: Option<Relation>,
    #[serde(deserialize_with = "yes")]
    pivot_adds: bool,
    #[serde(deserialize_with = "yes")]
    other_adds: bool,
    #[serde(deserialize_with = "yes")]
    other_omits: bool,
    also_related: String,
    supporting: String,
    note: Option<String>,
    basis: String,
    #[serde(deserialize_with = "yes")]
    derived: bool,
}

impl LinkRow {
    pub(super) fn into_link(self, table: &str) -> Link {
        Link {
            table: table.to_owned(),
            pivot: self.pivot.at(self.clause),
            refs: refs(&self.other, &self.refs),
            also_related: refs(&self.other, &self.also_related),
            supporting: refs(&self.other, &self.supporting),
            other: self.other,
            relation: self.relation,
            pivot_adds: self.pivot_adds,
            other_adds: self.other_adds,
            other_omits: self.other_omits,
            note: self.note,
            basis: self.basis,
            derived: self.derived,
        }
    }
}

#[derive(Deserialize)]
pub(super) struct MoveRow {
    old: EditionId,
    new: EditionId,
    from: Option<String>,
    to: String,
    change: String,
}

impl MoveRow {
    pub(super) fn into_move(self) -> Move {
        Move {
            from: self.from.map(|clause| self.old.at(clause)),
            to: refs(&self.new, &self.to),
            old: self.old,
            new: self.new,
            change: self.change,
        }
    }
}

#[derive(Deserialize)]
pub(super) struct RequiredRow {
    edition: EditionId,
    clause: String,
    kind: RequiredKind,
    item: String,
    note: Option<String>,
}

impl RequiredRow {
    pub(super) fn into_required(self) -> Required {
        Required { reference: self.edition.at(self.clause), kind: self.kind, item: self.item, note: self.note }
    }
}

#[derive(Deserialize)]
pub(super) struct SpecificRow {
    edition: EditionId,
    clause: String,
    #[serde(deserialize_with = "list")]
    no_counterpart_in: Vec<EditionId>,
    list: String,
    exceptions: String,
    note: Option<String>,
}

impl SpecificRow {
    pub(super) fn into_specific(self) -> Specific {
        Specific {
            exceptions: refs(&self.edition, &self.exceptions),
            reference: self.edition.at(self.clause),
            no_counterpart_in: self.no_counterpart_in,
            list: self.list,
            note: self.note,
        }
    }
}

#[derive(Deserialize)]
pub(super) struct OneWayRow {
    clause: String,
    other: EditionId,
    suffices: Suffices,
    note: String,
}

impl OneWayRow {
    pub(super) fn into_one_way(self) -> OneWay {
        OneWay { clause: self.clause, other: self.other, suffices: self.suffices, note: self.note }
    }
}

#[derive(Deserialize)]
pub(super) struct PairRow {
    one: ClauseRef,
    other: ClauseRef,
    note: String,
}

impl PairRow {
    pub(super) fn into_pair(self) -> PairNote {
        PairNote { sides: [self.one, self.other], note: self.note }
    }
}

#[derive(Deserialize)]
pub(super) struct ProcessRow {
    process: String,
    #[serde(deserialize_with = "list")]
    clauses: Vec<ClauseRef>,
}

impl ProcessRow {
    pub(super) fn into_process(self) -> Process {
        Process { name: self.process, clauses: self.clauses }
    }
}

#[derive(Deserialize)]
pub(super) struct SisterRow {
    document: String,
    answers: String,
}

impl SisterRow {
    pub(super) fn into_sister(self) -> SisterDocument {
        SisterDocument { document: self.document, answers: self.answers }
    }
}

#[derive(Deserialize)]
pub(super) struct PointRow {
    id: String,
    #[serde(deserialize_with = "list")]
    from: Vec<ClauseRef>,
    #[serde(deserialize_with = "list")]
    to: Vec<ClauseRef>,
    kind: PointKind,
    settle_by: SettleBy,
    what: String,
    basis: String,
}

impl PointRow {
    pub(super) fn into_point(self) -> OpenPoint {
        OpenPoint {
            id: self.id,
            from: self.from,
            to: self.to,
            kind: self.kind,
            settle_by: self.settle_by,
            what: self.what,
            basis: self.basis,
        }
    }
}
