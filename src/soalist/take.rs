//! Takes the rows of a plan in, inside a transaction: it is kept where the list is taken in, and given up where it is only
//! looked at, so that both say the same.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{Missing, Outcome};
use super::plan::{Plan, Planned};
use crate::applicability::{self, Row};
use crate::error::Result;
use crate::standards::{ClauseRef, EditionId, catalogue};
use crate::workspace::Tx;

fn standing(tx: &Tx<'_>, held: &EditionId) -> Result<BTreeMap<ClauseRef, Row>> {
    let rows = applicability::list(tx.db(), held)?;
    Ok(rows.into_iter().map(|row| (row.reference.clone(), row)).collect())
}

/// Decides what the rows say, and notes on each what stood and what stands.
pub(super) fn take(tx: &mut Tx<'_>, held: &EditionId, name: &str, plan: &mut Plan) -> Result<()> {
    let before = standing(tx, held)?;
    for row in &mut plan.rows {
        if row.shown.outcome == Outcome::Decided {
            decide(tx, held, name, row)?;
        }
    }
    let after = standing(tx, held)?;
    for row in &mut plan.rows {
        let Some(reference) = row.on.first().or(row.may_be.first().filter(|_| row.may_be.len() == 1)) else { continue };
        let stood = before.get(reference);
        row.shown.before = stood.and_then(|row| row.decision.clone());
        row.shown.reference = Some(reference.clone());
        row.shown.name = after.get(reference).map_or_else(|| catalogue().title(reference), |row| row.title.clone());
        let taken = !matches!(row.shown.outcome, Outcome::LeftOut | Outcome::Asked) && !row.on.is_empty();
        if let Some(stands) = after.get(reference).filter(|_| taken) {
            row.shown.after = stands.decision.clone();
            row.shown.lacks.clone_from(&stands.lacks);
        }
    }
    Ok(())
}

fn decide(tx: &mut Tx<'_>, held: &EditionId, name: &str, row: &mut Planned) -> Result<()> {
    let source = match &row.shown.sheet {
        Some(sheet) => format!("{name}, {sheet} row {}", row.shown.row),
        None => format!("{name}, row {}", row.shown.row),
    };
    if let Some((code, control)) = &row.own {
        let known = applicability::own_controls(tx.db(), held)?.iter().any(|(known, _)| known == code);
        if !known && let Err(refused) = applicability::name_control(tx, &held.to_string(), code, control.clone(), "") {
            return refuse(row, refused);
        }
    }
    match applicability::decide_on(tx, &row.on, &row.change, &source) {
        Ok(decided) if decided.is_empty() => {
            row.shown.outcome = Outcome::Unchanged;
            Ok(())
        }
        Ok(_) => Ok(()),
        Err(refused) => refuse(row, refused),
    }
}

/// What the rules refuse of one row leaves that row out and is said; what fails beyond the rules ends the whole.
fn refuse(row: &mut Planned, refused: crate::error::Error) -> Result<()> {
    use crate::error::Code;
    match refused.code() {
        Code::Refused | Code::InvalidValue | Code::ReasonNeeded | Code::UnknownClause => {
            row.shown.outcome = Outcome::LeftOut;
            row.shown.why = Some(refused.reason().name);
            Ok(())
        }
        _ => Err(refused),
    }
}

/// The controls of which no row speaks.
pub(super) fn missing(plan: &Plan, rows: &[Row]) -> Vec<Missing> {
    let spoken: BTreeSet<&ClauseRef> = plan.rows.iter().flat_map(|row| row.on.iter().chain(&row.may_be)).collect();
    let silent = |row: &&Row| row.control && !row.heading && !spoken.contains(&row.reference);
    let one = |row: &Row| Missing {
        reference: row.reference.clone(),
        title: row.title.clone(),
        decided: row.decision.is_some(),
    };
    rows.iter().filter(silent).map(one).collect()
}
