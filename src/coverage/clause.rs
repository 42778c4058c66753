//! One clause opened: what it is, what shows it, what is proposed for it, and how it stands at each site.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::concordance::{Standing, in_order};
use super::gap::Why;
use super::projection::number_of;
use super::queries::{Row, coverage};
use super::reasons::{Mapped, Spoken};
use super::state::State;
use crate::day::Day;
use crate::error::Result;
use crate::items::{self, Item, ItemId};
use crate::mapping::{self, PointFilter, PointShown, Proposal, Proposer, Strength};
use crate::standards::views::ClauseShow;
use crate::standards::{Answer, ClauseRef, EditionId, catalogue};
use crate::systems::{self, ScopeKind};

/// A clause opened.
#[derive(Debug, Serialize, TS)]
pub struct ClauseOpened {
    /// The clause.
    pub reference: ClauseRef,
    /// The editions held, in the order of the columns.
    pub editions: Vec<EditionId>,
    /// What the reference data says about it.
    pub clause: Option<ClauseShow>,
    /// Its counterparts in each edition held of the other standards.
    pub answers: Vec<Answer>,
    /// How it stands in the whole system, and why, by name; none for an edition that is not held.
    pub stands: Option<Row>,
    /// How it and its counterparts stand.
    pub states: BTreeMap<String, Standing>,
    /// The documents and records mapped to it or to a clause above or below it.
    pub evidence: Vec<Evidence>,
    /// The points that keep mappings to it open, and those that keep mappings to its counterparts open beside one to it; of
    /// clauses above and below too, and settled ones.
    pub points: Vec<PointShown>,
    /// What the correlation proposes for it, and for its counterparts from it.
    pub proposals: Vec<ItemProposal>,
    /// Per site and edition: how it stands there.
    pub places: Vec<PlaceStanding>,
}

/// A document or record that shows a clause.
#[derive(Debug, Serialize, TS)]
pub struct Evidence {
    /// The document or record.
    #[serde(flatten)]
    pub item: Item,
    /// How much of the clause it satisfies.
    pub strength: Strength,
    /// Everything it is mapped to.
    pub clauses: Vec<ClauseRef>,
    /// Why it does not cover the clause, wherever it belongs; none where it does.
    pub why_not: Option<Why>,
}

/// A proposal with the document or record it is for.
#[derive(Debug, Serialize, TS)]
pub struct ItemProposal {
    /// The document or record.
    pub item: Item,
    /// What is proposed.
    pub proposal: Proposal,
}

/// How a clause and its counterparts stand at one place.
#[derive(Debug, Serialize, TS)]
pub struct PlaceStanding {
    /// Code of the site.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Per edition held, in the order of the columns: the worst of the clause and its counterparts there.
    pub states: Vec<Option<State>>,
}

/// So many points are shown at once.
const POINTS: usize = 200;

/// So many proposals are shown at once.
const PROPOSALS: usize = 60;

/// Opens a clause, as `20000-1:2018/8.5.1`, on a day.
///
/// # Errors
/// `unknown_standard`, `unknown_edition` or `unknown_clause`.
pub fn open_clause(db: &Connection, reference: &str, day: Day) -> Result<ClauseOpened> {
    let reference = catalogue().asked(reference, &in_order(db, None)?)?;
    // Where a standard is held in two editions, an item may be proposed for both, and both are to be decided.
    let held = in_order(db, Some(&reference.edition_id()))?;
    let others = held.iter().filter(|edition| edition.standard != reference.standard);
    let answers: Vec<Answer> = others.flat_map(|e| catalogue().correlate(&reference, Some(e))).collect();
    let mut cluster = vec![reference.clone()];
    cluster.extend(answers.iter().flat_map(|a| a.matches.iter().map(|m| m.clause.clone())));
    let (speaks, stands) = if held.contains(&reference.edition_id()) {
        let speaks = Spoken::of(db, &reference.edition_id(), None, day)?;
        let stands = stands(db, &reference, &speaks, day)?;
        (speaks, stands)
    } else {
        (Spoken::anywhere(db, day)?, None)
    };
    Ok(ClauseOpened {
        clause: catalogue().clause_show(&reference, &held),
        states: states(db, &cluster, &held, day)?,
        evidence: evidence(db, &reference, &speaks, day)?,
        stands,
        points: points(db, &cluster)?,
        proposals: proposals(db, &cluster, &held)?,
        places: places(db, &cluster, &held, day)?,
        reference,
        editions: held,
        answers,
    })
}

/// How it stands in the whole of its system, and why, by name.
pub(super) fn stands(db: &Connection, reference: &ClauseRef, speaks: &Spoken, day: Day) -> Result<Option<Row>> {
    let rows = coverage(db, &reference.edition_id(), None, day)?.rows;
    let mut stands = rows.into_iter().find(|row| row.reference == *reference);
    stands.iter_mut().try_for_each(|row| speaks.name(db, row))?;
    Ok(stands)
}

/// How the clause, its counterparts and what stands below it stand. A cluster is the clause, then its counterparts.
fn states(db: &Connection, cluster: &[ClauseRef], held: &[EditionId], day: Day) -> Result<BTreeMap<String, Standing>> {
    let mut out = BTreeMap::new();
    for edition in held {
        for row in coverage(db, edition, None, day)?.rows {
            if cluster.contains(&row.reference) || row.reference.is_below(&cluster[0]) {
                out.insert(row.reference.to_string(), Standing { state: row.state, items: row.items });
            }
        }
    }
    Ok(out)
}

/// How the clause and its counterparts stand at each site.
fn places(db: &Connection, cluster: &[ClauseRef], held: &[EditionId], day: Day) -> Result<Vec<PlaceStanding>> {
    let mut out = Vec::new();
    for site in systems::scope_items(db)?.into_iter().filter(|item| item.kind == ScopeKind::Site) {
        let mut states = Vec::new();
        for edition in held {
            let rows = coverage(db, edition, Some(&site), day)?.rows;
            states.push(rows.iter().filter(|row| cluster.contains(&row.reference)).map(|row| row.state).min());
        }
        out.push(PlaceStanding { code: site.code, name: site.name, states });
    }
    Ok(out)
}

/// What is mapped to the clause, to one above it or to one below it, each at its best.
fn evidence(db: &Connection, reference: &ClauseRef, speaks: &Spoken, day: Day) -> Result<Vec<Evidence>> {
    let mut found: BTreeMap<ItemId, Mapped> = BTreeMap::new();
    let below = catalogue().descendants(reference).map(|clause| &clause.reference);
    for clause in std::iter::once(reference).chain(below) {
        // What stands at the clause itself or above it goes before what stands below it.
        for (item, mapped) in speaks.mapped(db, clause)? {
            found.entry(item).or_insert(mapped);
        }
    }
    let mut out = Vec::new();
    for (item, mapped) in found {
        let clauses = mapping::of_item(db, item)?.into_iter().map(|l| l.reference).collect();
        let why_not = mapped.why_not(item, number_of(day));
        out.push(Evidence { item: items::name(db, item)?, strength: mapped.weight.strength(), clauses, why_not });
    }
    out.sort_by(|a, b| (a.item.kind, &a.item.code).cmp(&(b.item.kind, &b.item.code)));
    Ok(out)
}

/// The points of the clause and of its counterparts, each once. What a counterpart adds to something else is not shown here.
fn points(db: &Connection, cluster: &[ClauseRef]) -> Result<Vec<PointShown>> {
    let mut out: Vec<PointShown> = Vec::new();
    let opened = &cluster[0];
    let here = |clause: &ClauseRef| clause == opened || clause.is_below(opened) || opened.is_below(clause);
    for reference in cluster {
        let filter = PointFilter { clause: Some(reference.clone()), ..PointFilter::default() };
        let mut found = mapping::point_page(db, &filter, None, POINTS)?.0.rows;
        found.retain(|point| point.from.iter().chain(&point.keeps_open).any(here));
        let same = |a: &PointShown, b: &PointShown| a.id == b.id && a.at == b.at && a.item.code == b.item.code;
        out.extend(found.into_iter().filter(|p| !out.iter().any(|q| same(p, q))).collect::<Vec<_>>());
        if out.len() >= POINTS {
            break;
        }
    }
    Ok(out)
}

/// Proposals that end at the clause, and those that start from it.
fn proposals(db: &Connection, cluster: &[ClauseRef], held: &[EditionId]) -> Result<Vec<ItemProposal>> {
    let opened = &cluster[0];
    let mut items: BTreeSet<ItemId> = BTreeSet::new();
    for clause in cluster.iter().chain(&catalogue().limited_sources(opened)) {
        items.extend(mapping::items_of_clause(db, clause)?);
    }
    let (mut out, proposer) = (Vec::new(), Proposer::new(db, held)?);
    for item in items {
        for proposal in proposer.of(item)? {
            if proposal.reference == *opened || proposal.from.as_ref() == Some(opened) {
                out.push(ItemProposal { item: items::name(db, item)?, proposal });
            }
        }
        if out.len() >= PROPOSALS {
            break;
        }
    }
    out.sort_by_key(|p| (p.proposal.needs_reason, p.item.kind, p.item.code.clone()));
    Ok(out)
}
