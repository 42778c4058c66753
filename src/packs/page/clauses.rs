//! Clauses with their coverage: side by side on the common structure, and per standard with the evidence.

use super::super::content::{Cited, Content};
use super::super::deciding::{self, Issued};
use super::super::item::PackItem;
use super::super::{approved, words};
use super::dated::Dated;
use super::marks::{Edition, Mark, clause_anchor, href, less_than_full, name_of};
use crate::applicability;
use crate::coverage::{Coverage, Row, State, Why};
use crate::mapping::{Named, PointShown, PointState};
use crate::standards::{Origin, catalogue};

/// A clause of the common structure, with what each audited standard has there.
pub(super) struct StructureRow<'a> {
    pub(super) clause: &'a str,
    pub(super) title: String,
    pub(super) level: u32,
    /// One per audited edition; none where the edition has no clause of its own there.
    pub(super) cells: Vec<Option<Cell<'a>>>,
}

/// A clause of one standard on the common structure.
pub(super) struct Cell<'a> {
    pub(super) clause: &'a str,
    pub(super) anchor: String,
    pub(super) mark: Mark,
}

/// The common part once, the standards side by side in their fixed order.
pub(super) fn structure(content: &Content) -> Vec<StructureRow<'_>> {
    let rows = catalogue().spine().iter().map(|s| StructureRow {
        clause: &s.clause,
        title: capital(s.for_subject("").replace("  ", " ").trim()),
        level: if s.clause.contains('.') { 2 } else { 1 },
        cells: content.coverage.iter().map(|part| Cell::of(part, &s.clause)).collect(),
    });
    rows.collect()
}

/// A title as one begins.
fn capital(title: &str) -> String {
    let mut rest = title.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}

impl<'a> Cell<'a> {
    fn of(part: &'a Coverage, spine: &str) -> Option<Self> {
        let row = part.rows.iter().find(|r| r.spine.as_deref() == Some(spine) && own_spine(r, spine))?;
        Some(Self { clause: &row.reference.clause, anchor: clause_anchor(row), mark: Mark::of(row.state) })
    }
}

/// Whether a clause itself, not only one above it, carries that part of the common structure.
fn own_spine(row: &Row, spine: &str) -> bool {
    catalogue().clause(&row.reference).and_then(|c| c.spine.as_deref()) == Some(spine)
}

/// One standard with all its clauses.
pub(super) struct Standard<'a> {
    pub(super) edition: Edition<'a>,
    pub(super) name: &'a str,
    pub(super) rows: Vec<ClauseRow<'a>>,
    /// The organisation's own controls beside its own.
    pub(super) own: Vec<OwnRow<'a>>,
    /// The versions of its Statement of Applicability.
    pub(super) versions: Vec<Version>,
}

/// A control from elsewhere than the standard.
pub(super) struct OwnRow<'a> {
    pub(super) code: &'a str,
    pub(super) title: &'a str,
    pub(super) origin: &'a str,
    pub(super) applies: Dated,
    pub(super) evidence: Vec<Evidence<'a>>,
}

/// A version of a Statement of Applicability.
pub(super) struct Version {
    pub(super) href: String,
    pub(super) label: String,
    pub(super) said: Dated,
}

/// A clause with its evidence.
pub(super) struct ClauseRow<'a> {
    pub(super) anchor: String,
    pub(super) clause: &'a str,
    pub(super) title: &'a str,
    pub(super) level: u32,
    pub(super) heading: bool,
    /// Not part of the common structure: the standard's own.
    pub(super) added: bool,
    pub(super) mark: Mark,
    /// Why it stands so, beyond what the mark says; empty where there is nothing to say.
    pub(super) because: Dated,
    /// What was decided of it: whether it applies, why, whether it is in place, who decided; empty where nobody did.
    pub(super) applies: Dated,
    pub(super) evidence: Vec<Evidence<'a>>,
    /// What is evidence for a clause above it, and so for this one.
    pub(super) through: Vec<Through<'a>>,
    /// Points that are open at it, where it is covered all the same.
    pub(super) open: Vec<OpenAt<'a>>,
}

/// Points of a document or record that are open at a clause which other evidence covers.
pub(super) struct OpenAt<'a> {
    pub(super) anchor: String,
    pub(super) code: &'a str,
    pub(super) ids: String,
}

/// What is open at a clause that is covered: where it is not, the reason beside its mark says so.
fn open_at<'a>(content: &'a Content, row: &Row) -> Vec<OpenAt<'a>> {
    if row.heading || row.state != State::Covered {
        return Vec::new();
    }
    let at = |item: &'a PackItem| {
        let here = |point: &&PointShown| point.state == PointState::Open && point.keeps_open.contains(&row.reference);
        let ids: Vec<&str> = item.points.iter().filter(here).map(|point| point.id.as_str()).collect();
        (!ids.is_empty()).then(|| OpenAt { anchor: item.anchor(), code: item.code(), ids: ids.join(", ") })
    };
    content.items.iter().filter_map(at).collect()
}

/// A document or record that covers a clause through one above it.
pub(super) struct Through<'a> {
    pub(super) anchor: String,
    pub(super) code: &'a str,
    pub(super) title: &'a str,
    /// The clause above.
    pub(super) clause: &'a str,
}

impl<'a> Standard<'a> {
    pub(super) fn of(content: &'a Content, cited: &Cited<'a>, part: &'a Coverage) -> Self {
        Self {
            edition: Edition::of(&part.edition),
            name: name_of(&part.edition),
            rows: part.rows.iter().map(|row| ClauseRow::of(content, cited, row)).collect(),
            own: own(content, cited, &part.edition),
            versions: content
                .issued
                .iter()
                .filter(|one| one.edition.to_string() == part.edition)
                .map(version)
                .collect(),
        }
    }
}

impl<'a> ClauseRow<'a> {
    fn of(content: &'a Content, cited: &Cited<'a>, row: &'a Row) -> Self {
        let decided = content.decided.iter().find(|decided| decided.reference == row.reference);
        let through = if row.heading { Vec::new() } else { above(cited, row) };
        let cited = cited.get(&row.reference).map(Vec::as_slice).unwrap_or_default();
        Self {
            anchor: clause_anchor(row),
            clause: &row.reference.clause,
            title: &row.title,
            level: row.level.min(4),
            heading: row.heading,
            added: catalogue().clause(&row.reference).is_some_and(|c| c.origin != Origin::Common),
            mark: Mark::of(row.state),
            because: Dated::of(&if nothing_filed(row) {
                String::new()
            } else {
                // The reason for which it does not apply stands in what was decided.
                words::because_without(row, decided.is_some(), &|code| content.place(code))
            }),
            applies: Dated::of(&decided.map(deciding::in_words).unwrap_or_default()),
            evidence: cited.iter().map(|(item, m)| Evidence::of(item, m, content)).collect(),
            through,
            open: open_at(content, row),
        }
    }
}

/// What is evidence for the clauses above one.
fn above<'a>(cited: &Cited<'a>, row: &Row) -> Vec<Through<'a>> {
    let mut out = Vec::new();
    for clause in catalogue().ancestors(&row.reference) {
        let of_it = cited.get(&clause.reference).map(Vec::as_slice).unwrap_or_default();
        out.extend(of_it.iter().filter(|(_, mapping)| mapping.counts()).map(|(item, mapping)| Through {
            anchor: item.anchor(),
            code: item.code(),
            title: item.title(),
            clause: &mapping.reference.clause,
        }));
    }
    out
}

fn own<'a>(content: &'a Content, cited: &Cited<'a>, edition: &str) -> Vec<OwnRow<'a>> {
    let of_it = content.own.iter().filter(|row| row.reference.edition_id().to_string() == edition);
    let row = |row: &'a applicability::Row| {
        let cited = cited.get(&row.reference).map(Vec::as_slice).unwrap_or_default();
        OwnRow {
            code: &row.reference.clause,
            title: &row.title,
            origin: row.own.as_ref().map(|own| own.origin.as_str()).unwrap_or_default(),
            applies: Dated::of(&deciding::in_words(row)),
            evidence: cited.iter().map(|(item, m)| Evidence::of(item, m, content)).collect(),
        }
    };
    of_it.map(row).collect()
}

fn version(issued: &Issued) -> Version {
    let said = &issued.version;
    let key = said.fingerprint.as_ref().map_or_else(|| String::from("unsigned"), |key| format!("signed, {key}"));
    Version {
        href: href(&issued.place),
        label: said.label.clone(),
        said: Dated::of(&format!("issued on {} by {}, {key}", said.day, said.email)),
    }
}

/// Whether the mark says it all.
fn nothing_filed(row: &Row) -> bool {
    [State::Gap, State::Undecided].contains(&row.state)
        && row.gaps.iter().all(|gap| [Why::NothingFiled, Why::Undecided].contains(&gap.why))
        && row.shown.is_none()
}

/// A document or record, as evidence for one clause.
pub(super) struct Evidence<'a> {
    pub(super) anchor: String,
    pub(super) code: &'a str,
    pub(super) title: &'a str,
    /// How far it meets the clause; none where it does so fully.
    pub(super) strength: Option<&'static str>,
    /// What a decision leaves of it; empty where that is all.
    pub(super) left: Dated,
    /// What an auditor should notice; empty when all is well.
    pub(super) warning: Dated,
    /// How it stands: its revision, who approved it when, since when it is in force; of a record when it was collected.
    pub(super) stands: Dated,
    /// What was said of the mapping: reason, variance.
    pub(super) said: Vec<Dated>,
}

impl<'a> Evidence<'a> {
    fn of(item: &'a PackItem, mapping: &'a Named, content: &Content) -> Self {
        let day = content.day;
        let parts = [item.stands(day), approved::short(item, content)];
        let stands = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        let said = [("reason", mapping.reason.as_str()), ("variance", mapping.variance.as_str())];
        Self {
            anchor: item.anchor(),
            code: item.code(),
            title: item.title(),
            strength: less_than_full(mapping.strength),
            left: Dated::of(&words::left_of(mapping)),
            warning: Dated::of(&item.warning(day)),
            stands: Dated::of(&stands),
            said: said
                .into_iter()
                .filter(|(_, said)| !said.is_empty())
                .map(|(what, said)| Dated::of(&format!("{what}: {said}")))
                .collect(),
        }
    }
}
