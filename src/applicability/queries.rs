//! What was decided, control by control.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use ts_rs::TS;

use super::model::{Decision, Implemented, OwnControl};
use super::standing::{Standing, standing};
use crate::day::Day;
use crate::error::Result;
use crate::standards::{ClauseRef, EditionId, Exclusions, Kind, catalogue};
use crate::systems;
use crate::text::fold;
use crate::workspace::said_until;

/// A clause or control with what was decided about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Applicability")]
pub struct Row {
    /// The clause or control; one of the organisation's own by its code.
    pub reference: ClauseRef,
    /// Its title.
    pub title: String,
    /// Depth: 1 for a main clause or a group of controls.
    pub level: u32,
    /// Whether others stand below it.
    pub heading: bool,
    /// Whether it is a control.
    pub control: bool,
    /// Of a control of the organisation's own: where it comes from.
    pub own: Option<OwnControl>,
    /// Whether its standard lets it be left out.
    pub may_be_left_out: bool,
    /// What was decided, here or above it.
    pub decision: Option<Decision>,
    /// Where that stands, if not here.
    pub decided_at: Option<ClauseRef>,
    /// Who decided; empty where it stands in the scope statement.
    pub by: String,
    /// When; likewise none.
    pub on: Option<Day>,
    /// The list it was read from.
    pub source: String,
    /// What is lacking.
    pub lacks: Vec<DecisionLack>,
}

/// What a decision lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum DecisionLack {
    /// A control on which nobody decided (CL-14).
    Undecided,
    /// A reason (CL-10, CL-15).
    Reason,
    /// The confirmation that leaving it out affects nothing (CL-11).
    Condition,
    /// The risk assessment on which an exclusion rests (CL-19).
    Risk,
    /// Whether it is in place.
    Implemented,
    /// What it reaches (CL-23).
    Reach,
    /// A scope statement that says the same (R40).
    Statement,
}

/// One decision of several on the same clause or control.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "DecisionMade")]
pub struct Made {
    /// Position in the ledger.
    pub seq: u64,
    /// When.
    pub day: Day,
    /// Who.
    pub by: String,
    /// What; none where it was taken back.
    pub decision: Option<Decision>,
    /// The list it was read from.
    pub source: String,
}

/// How many controls stand how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ApplicabilitySummary")]
pub struct Summary {
    /// All.
    pub controls: usize,
    /// Those that apply.
    pub included: usize,
    /// Those that do not.
    pub excluded: usize,
    /// Those on which nobody decided.
    pub undecided: usize,
    /// Those that apply and are in place as a whole.
    pub in_place: usize,
    /// Those that apply and are in place in part.
    pub in_part: usize,
    /// Those of both that reach the services.
    pub reach_services: usize,
}

/// What stands of one clause or control itself.
pub(super) fn decision(db: &Connection, reference: &ClauseRef) -> Result<Option<Decision>> {
    let found: Option<Option<String>> = db
        .prepare_cached(
            "SELECT decision FROM applicability WHERE edition = ?1 AND clause = ?2 AND day <= ?3
             ORDER BY seq DESC LIMIT 1",
        )?
        .query_row(params![reference.edition_id().to_string(), reference.clause, said_until(db)?], |r| r.get(0))
        .optional()?;
    Ok(found.flatten().map(|text| serde_json::from_str(&text)).transpose()?)
}

/// The organisation's own controls beside those of an edition, by code.
pub fn own_controls(db: &Connection, edition: &EditionId) -> Result<Vec<(String, OwnControl)>> {
    let mut found = db.prepare_cached(
        "SELECT code, control FROM own_control o WHERE edition = ?1 AND day <= ?2 AND control IS NOT NULL AND seq =
             (SELECT max(seq) FROM own_control n WHERE n.edition = o.edition AND n.code = o.code AND n.day <= ?2)
         ORDER BY code",
    )?;
    let rows = found.query_map(params![edition.to_string(), said_until(db)?], |r| {
        Ok((r.get::<_, String>(0)?, r.get::<_, String>(1)?))
    })?;
    rows.map(|row| row.map_err(Into::into).and_then(|(code, text)| Ok((code, serde_json::from_str(&text)?)))).collect()
}

/// The own control of that code, however it is written.
pub(super) fn own_control(db: &Connection, edition: &EditionId, code: &str) -> Result<Option<(String, OwnControl)>> {
    let wanted = fold(code.trim());
    Ok(own_controls(db, edition)?.into_iter().find(|(code, _)| fold(code) == wanted))
}

/// Every clause and control of an edition held, then the organisation's own controls, with what was decided.
///
/// # Errors
/// `not_found` for an edition without a system.
pub fn list(db: &Connection, edition: &EditionId) -> Result<Vec<Row>> {
    let standing = standing(db, edition)?;
    let controls = catalogue().edition_of(edition).map(|known| known.exclusions);
    let mut rows = Vec::new();
    for clause in catalogue().clauses(edition) {
        let heading = catalogue().children(&clause.reference).next().is_some();
        let control = clause.kind == Kind::Control;
        let may_be_left_out = match controls {
            Some(Exclusions::Requirements) => clause.level > 1,
            Some(Exclusions::Controls) => control,
            _ => false,
        };
        let about = (clause.title.clone(), u32::from(clause.level), heading, control, may_be_left_out);
        rows.push(row(&standing, clause.reference.clone(), about, None));
    }
    for (code, own) in own_controls(db, edition)? {
        rows.push(row(&standing, edition.at(code), (own.title.clone(), 2, false, true, true), Some(own)));
    }
    Ok(rows)
}

fn row(
    standing: &Standing,
    reference: ClauseRef,
    (title, level, heading, control, may_be_left_out): (String, u32, bool, bool, bool),
    own: Option<OwnControl>,
) -> Row {
    let said = standing.said(&reference);
    let decision = said.map(|(_, said)| said.decision.clone());
    let mut lacks = lacks(decision.as_ref(), control && !heading, may_be_left_out, standing.beside_services);
    if standing.against_statement(&reference) {
        lacks.push(DecisionLack::Statement);
    }
    Row {
        decided_at: said.map(|(at, _)| at.clone()).filter(|at| *at != reference),
        by: said.map(|(_, said)| said.by.clone()).unwrap_or_default(),
        on: said.and_then(|(_, said)| said.on),
        source: said.map(|(_, said)| said.source.clone()).unwrap_or_default(),
        reference,
        title,
        level,
        heading,
        control,
        own,
        may_be_left_out,
        decision,
        lacks,
    }
}

/// What a decision lacks; `services` says whether services are in the scope of a system beside it.
fn lacks(decision: Option<&Decision>, control: bool, may_be_left_out: bool, services: bool) -> Vec<DecisionLack> {
    let Some(decision) = decision else {
        return if control { vec![DecisionLack::Undecided] } else { Vec::new() };
    };
    let reasoned = decision.reason.contains(char::is_alphanumeric);
    let mut lacks = Vec::new();
    let mut want = |there: bool, lack| {
        if !there {
            lacks.push(lack);
        }
    };
    if decision.applies {
        want(reasoned || !control, DecisionLack::Reason);
        want(decision.implemented.is_some() || !control, DecisionLack::Implemented);
        want(!decision.reach.is_empty() || !control || !services, DecisionLack::Reach);
    } else {
        want(reasoned, DecisionLack::Reason);
        want(!control || !decision.risks.is_empty(), DecisionLack::Risk);
        want(control || !may_be_left_out || decision.condition_met == Some(true), DecisionLack::Condition);
    }
    lacks
}

/// Counts the controls of a list.
pub fn summary(rows: &[Row]) -> Summary {
    let mut out = Summary::default();
    for row in rows.iter().filter(|row| row.control && !row.heading) {
        out.controls += 1;
        match &row.decision {
            None => out.undecided += 1,
            Some(decision) if !decision.applies => out.excluded += 1,
            Some(decision) => {
                out.included += 1;
                if decision.implemented.is_some_and(Implemented::in_place) {
                    let part = decision.implemented == Some(Implemented::Partly);
                    *(if part { &mut out.in_part } else { &mut out.in_place }) += 1;
                    out.reach_services += usize::from(decision.reach.contains(&super::ControlReach::Services));
                }
            }
        }
    }
    out
}

/// The entries that decided on a control, on a group that it belongs to or on one below it; whatever their day.
pub fn entries_on(db: &Connection, control: &ClauseRef) -> Result<Vec<u64>> {
    let above = catalogue().ancestors(control).map(|one| one.reference.clone());
    let below = catalogue().descendants(control).map(|one| one.reference.clone());
    let mut find = db.prepare_cached("SELECT seq FROM applicability WHERE edition = ?1 AND clause = ?2")?;
    let mut out = Vec::new();
    for one in std::iter::once(control.clone()).chain(above).chain(below) {
        let rows = find.query_map(params![one.edition_id().to_string(), one.clause], |r| r.get(0))?;
        out.extend(rows.collect::<rusqlite::Result<Vec<u64>>>()?);
    }
    Ok(out)
}

/// The day of the first entry after another one by which one of these controls came to stand otherwise: a decision on it or
/// on what it belongs to, its name where it is the organisation's own, else a scope statement; up to the day of the tables.
pub fn decided_after(db: &Connection, edition: &EditionId, controls: &[String], seq: u64) -> Result<Option<Day>> {
    let around = |code: &String| {
        let control = edition.at(code.clone());
        let above = catalogue().ancestors(&control).map(|one| one.reference.clause.clone()).collect::<Vec<_>>();
        let below = catalogue().descendants(&control).map(|one| one.reference.clause.clone()).collect::<Vec<_>>();
        [above, below, vec![code.clone()]].concat()
    };
    let concerned: HashSet<String> = controls.iter().flat_map(around).collect();
    let mut find = db.prepare_cached(
        "SELECT clause, day FROM applicability WHERE edition = ?1 AND seq > ?2 AND day <= ?3
         UNION ALL SELECT code, day FROM own_control WHERE edition = ?1 AND seq > ?2 AND day <= ?3",
    )?;
    let rows = find.query_map(params![edition.to_string(), seq, said_until(db)?], |r| Ok((r.get(0)?, r.get(1)?)))?;
    let rows = rows.collect::<rusqlite::Result<Vec<(String, Day)>>>()?;
    let first = rows.into_iter().filter(|(clause, _)| concerned.contains(clause)).map(|(_, day)| day).min();
    first.map_or_else(|| systems::stated_after(db, edition, seq), |day| Ok(Some(day)))
}

/// Which rows of `applicability a` say of something that it is planned and not there yet: the last one on it up to the day of
/// the tables. The condition is that of the index of such days.
pub fn planned_sql(db: &Connection) -> Result<String> {
    let until = said_until(db)?.number();
    Ok(format!(
        "a.planned IS NOT NULL AND a.day <= {until} AND NOT EXISTS (SELECT 1 FROM applicability n
            WHERE n.edition = a.edition AND n.clause = a.clause AND n.seq > a.seq AND n.day <= {until})"
    ))
}

/// What the organisation calls a control of its own that a row of `applicability a` decides on; nothing where it is none.
pub fn own_title_sql(db: &Connection) -> Result<String> {
    let until = said_until(db)?.number();
    Ok(format!(
        "(SELECT json_extract(o.control, '$.title') FROM own_control o
            WHERE o.edition = a.edition AND o.code = a.clause AND o.day <= {until} ORDER BY o.seq DESC LIMIT 1)"
    ))
}

/// Everything that was decided on one clause or control, the newest first.
pub fn made(db: &Connection, reference: &ClauseRef) -> Result<Vec<Made>> {
    let mut found = db.prepare_cached(
        "SELECT seq, day, actor, decision, source FROM applicability
         WHERE edition = ?1 AND clause = ?2 AND day <= ?3 ORDER BY seq DESC",
    )?;
    let key = params![reference.edition_id().to_string(), reference.clause, said_until(db)?];
    let rows =
        found.query_map(key, |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get::<_, Option<String>>(3)?, r.get(4)?)))?;
    let mut out = Vec::new();
    for row in rows {
        let (seq, day, by, decision, source) = row?;
        let decision = decision.map(|text| serde_json::from_str(&text)).transpose()?;
        out.push(Made { seq, day, by, decision, source });
    }
    Ok(out)
}
