//! The concordance and an opened clause, as a window shows them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, commands};
use crate::coverage::{self, State};
use crate::day::Day;
use crate::error::Result;
use crate::items::{self, Item, ItemId};
use crate::mapping::{self, Proposal, Strength};
use crate::standards::views::ClauseShow as ClauseView;
use crate::standards::{Answer, ClauseRef, ConcordanceRow, EditionId, catalogue};
use crate::systems::{self, ScopeKind};

commands! { ConcordanceShow, CoverageColumns, ClauseOpen }

/// The editions held in the order of the columns, one per standard.
fn columns(db: &rusqlite::Connection) -> Result<Vec<EditionId>> {
    let mut held = systems::editions_held(db)?;
    held.sort_by_key(|id| catalogue().edition_of(id).map(|e| e.column));
    held.dedup_by(|later, earlier| later.standard == earlier.standard);
    Ok(held)
}

/// Lays the standards held side by side.
#[derive(Debug, Deserialize, TS)]
pub struct ConcordanceShow {
    /// Only at this scope item.
    #[serde(default)]
    pub scope: Option<String>,
    /// As of the end of this day.
    #[serde(default)]
    pub as_of: Option<Day>,
}

/// The concordance with its coverage.
#[derive(Debug, Serialize, TS)]
pub struct Concordance {
    /// The editions, in the order of the columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<ConcordanceRow>,
    /// Titles of the main clauses.
    pub groups: Vec<(String, String)>,
    /// How each clause stands.
    pub states: BTreeMap<String, Standing>,
}

/// A column of the concordance.
#[derive(Debug, Serialize, TS)]
pub struct Column {
    /// Edition, as `27001:2013`.
    pub edition: EditionId,
    /// Short name.
    pub standard: String,
    /// Full name.
    pub name: String,
    /// Abbreviation of the system.
    pub system: String,
    /// How many clauses stand how.
    pub summary: coverage::Summary,
    /// The same by main clause: `4` to `10`, and `A` for controls.
    pub mains: Vec<(String, coverage::Summary)>,
}

/// How a clause stands.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct Standing {
    /// Its state.
    pub state: State,
    /// How many documents and records are mapped to it.
    pub items: i64,
}

impl Command for ConcordanceShow {
    type Answer = Concordance;
    const NAME: &'static str = "concordance";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = self.as_of.unwrap_or(session.today());
        let view = session.view(self.as_of)?;
        let held = columns(&view)?;
        let scope = self.scope.as_deref().map(|code| systems::scope_item(&view, code)).transpose()?;
        let mut states = BTreeMap::new();
        let mut columns = Vec::new();
        for edition in &held {
            let coverage = coverage::coverage(&view, edition, scope.as_ref(), day)?;
            columns.extend(Column::of(edition, &coverage));
            for row in coverage.rows {
                states.insert(row.reference.to_string(), Standing { state: row.state, items: row.items });
            }
        }
        let groups = catalogue()
            .spine()
            .iter()
            .filter(|s| !s.clause.contains('.'))
            .map(|s| (s.clause.clone(), s.for_subject("")))
            .collect();
        Ok(Concordance { columns, rows: catalogue().concordance(&held), groups, states })
    }
}

impl Column {
    fn of(edition: &EditionId, coverage: &coverage::Coverage) -> Option<Self> {
        catalogue().edition_of(edition).map(|e| Self {
            edition: edition.clone(),
            standard: edition.standard.clone(),
            name: e.name.clone(),
            system: e.system.clone(),
            summary: coverage.summary,
            mains: coverage::by_main_clause(&coverage.rows),
        })
    }
}

/// Says how far each edition is covered, without its clauses.
#[derive(Debug, Deserialize, TS)]
pub struct CoverageColumns {
    /// As of the end of this day.
    #[serde(default)]
    pub as_of: Option<Day>,
}

impl Command for CoverageColumns {
    type Answer = Vec<Column>;
    const NAME: &'static str = "coverage_columns";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = self.as_of.unwrap_or(session.today());
        let view = session.view(self.as_of)?;
        let mut shown = Vec::new();
        for edition in columns(&view)? {
            shown.extend(Column::of(&edition, &coverage::coverage(&view, &edition, None, day)?));
        }
        Ok(shown)
    }
}

/// Opens a clause: its counterparts, what shows it, what is proposed for it.
#[derive(Debug, Deserialize, TS)]
pub struct ClauseOpen {
    /// The clause, as `20000-1:2018/8.5.1`.
    pub reference: String,
    /// As of the end of this day.
    #[serde(default)]
    pub as_of: Option<Day>,
}

/// A clause opened.
#[derive(Debug, Serialize, TS)]
pub struct ClauseOpened {
    /// The clause.
    pub reference: ClauseRef,
    /// What the reference data says about it.
    pub clause: Option<ClauseView>,
    /// Its counterparts in each other edition held.
    pub answers: Vec<Answer>,
    /// How it and its counterparts stand.
    pub states: BTreeMap<String, Standing>,
    /// The documents and records mapped to it or to a clause above or below it.
    pub evidence: Vec<Evidence>,
    /// What the correlation proposes for it, and for its counterparts from it.
    pub proposals: Vec<ItemProposal>,
    /// Per scope item and edition: how it stands there.
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
    /// Code of the scope item.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Per edition held, in the order of the columns: the worst of the clause and its counterparts there.
    pub states: Vec<Option<State>>,
}

/// So many proposals are shown at once.
const PROPOSALS: usize = 60;

impl Command for ClauseOpen {
    type Answer = ClauseOpened;
    const NAME: &'static str = "clause_open";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = self.as_of.unwrap_or(session.today());
        let view = session.view(self.as_of)?;
        let db = &*view;
        let held = columns(db)?;
        let reference = catalogue().reference(&self.reference, &held)?;
        let others: Vec<&EditionId> = held.iter().filter(|e| e.standard != reference.standard).collect();
        let answers: Vec<Answer> = others.iter().flat_map(|e| catalogue().correlate(&reference, Some(e))).collect();
        let mut cluster = vec![reference.clone()];
        cluster.extend(answers.iter().flat_map(|a| a.matches.iter().map(|m| m.clause.clone())));

        let mut states = BTreeMap::new();
        for edition in &held {
            for row in coverage::coverage(db, edition, None, day)?.rows {
                if cluster.contains(&row.reference) || row.reference.is_below(&reference) {
                    states.insert(row.reference.to_string(), Standing { state: row.state, items: row.items });
                }
            }
        }
        let evidence = evidence(db, &reference)?;
        let proposals = proposals(db, &cluster, &reference, &held)?;
        let mut places = Vec::new();
        for item in systems::scope_items(db)?.iter().filter(|i| i.kind == ScopeKind::Site) {
            let mut states = Vec::new();
            for edition in &held {
                let rows = coverage::coverage(db, edition, Some(item), day)?.rows;
                states.push(rows.iter().filter(|r| cluster.contains(&r.reference)).map(|r| r.state).min());
            }
            places.push(PlaceStanding { code: item.code.clone(), name: item.name.clone(), states });
        }
        let clause = catalogue().clause_show(&reference, &held);
        Ok(ClauseOpened { reference, clause, answers, states, evidence, proposals, places })
    }
}

fn evidence(db: &rusqlite::Connection, reference: &ClauseRef) -> Result<Vec<Evidence>> {
    let mut wanted = vec![reference.clone()];
    wanted.extend(catalogue().ancestors(reference).map(|c| c.reference.clone()));
    wanted.extend(catalogue().descendants(reference).map(|c| c.reference.clone()));
    let mut seen: Vec<ItemId> = Vec::new();
    let mut out = Vec::new();
    for clause in &wanted {
        for link in mapping::by_clause(db, clause)? {
            if seen.contains(&link.item) {
                continue;
            }
            seen.push(link.item);
            let clauses = mapping::of_item(db, link.item)?.into_iter().map(|l| l.reference).collect();
            out.push(Evidence { item: items::name(db, link.item)?, strength: link.strength, clauses });
        }
    }
    out.sort_by(|a, b| (a.item.kind, &a.item.code).cmp(&(b.item.kind, &b.item.code)));
    Ok(out)
}

/// Proposals that end at the clause, and those that start from it.
fn proposals(
    db: &rusqlite::Connection,
    cluster: &[ClauseRef],
    reference: &ClauseRef,
    held: &[EditionId],
) -> Result<Vec<ItemProposal>> {
    let mut items: Vec<ItemId> = Vec::new();
    for clause in cluster {
        for link in mapping::by_clause(db, clause)? {
            if !items.contains(&link.item) {
                items.push(link.item);
            }
        }
    }
    let mut out = Vec::new();
    for item in items {
        for proposal in mapping::proposals(db, item, held)? {
            if proposal.reference == *reference || proposal.from == *reference {
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
