//! Which revision took the place of another, and where that is an older one though nobody said why.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, params};

use super::life::{Life, Stand};
use super::model::DocumentState;
use super::revisions::{self, Revision};
use super::stand;
use crate::day::Day;
use crate::error::Result;
use crate::ids::{DocumentId, RevisionId};

/// A newer revision whose place an older one takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overtaken {
    /// Label of the newer one.
    pub newer: String,
    /// Label of the older one.
    pub older: String,
    /// First day of the older one.
    pub on: Day,
}

/// The revisions in force one after the other: each with its first day and the first day after it.
fn in_force(life: &Life) -> Vec<(RevisionId, Day, Day)> {
    let spans = life.spans();
    let mut out: Vec<(RevisionId, Day, Day)> = Vec::new();
    for (n, (from, Stand { state, current, .. })) in spans.iter().enumerate() {
        let until = spans.get(n + 1).map_or(Day::MAX, |(day, _)| *day);
        let Some(revision) = current.filter(|_| *state == DocumentState::Effective) else { continue };
        match out.last_mut().filter(|last| last.0 == revision && last.2 == *from) {
            Some(last) => last.2 = until,
            None => out.push((revision, *from, until)),
        }
    }
    out
}

/// Newer revisions whose place an older one has today or will have, while both approvals stand and neither says why.
pub fn overtaken(db: &Connection, document: DocumentId, there: &[Revision], today: Day) -> Result<Vec<Overtaken>> {
    let life = stand::life(db, document)?;
    let mut said = db.prepare_cached("SELECT reason FROM decision WHERE document = ?1 AND seq = ?2")?;
    let mut out = Vec::new();
    for pair in in_force(&life).windows(2) {
        let [(before, _, end), (after, on, until)] = [pair[0], pair[1]];
        let of = |id: RevisionId| there.iter().find(|revision| revision.id == id);
        let (Some(newer), Some(older)) = (of(before), of(after)) else { continue };
        if end != on || until <= today || !revisions::is_newer(newer, older) {
            continue;
        }
        let (Some(first), Some(second)) = (life.approval(before, on), life.approval(after, on)) else { continue };
        let mut why = false;
        for decision in [first, second] {
            let reason: Option<Option<String>> =
                said.query_row(params![document, decision.seq], |r| r.get(0)).optional()?;
            why |= reason.flatten().is_some();
        }
        if !why {
            out.push(Overtaken { newer: newer.label.clone(), older: older.label.clone(), on });
        }
    }
    Ok(out)
}

/// What took the place of each revision by a day: the one in force right after it, or for one that never was in force the
/// first newer one that was.
pub fn replaced_by(
    db: &Connection,
    document: DocumentId,
    there: &[Revision],
    day: Day,
) -> Result<HashMap<RevisionId, RevisionId>> {
    let spans = in_force(&stand::life(db, document)?);
    let begun: Vec<_> = spans.into_iter().filter(|(_, from, _)| *from <= day).collect();
    let mut out = HashMap::new();
    for revision in there {
        let last = begun.iter().rposition(|(id, ..)| *id == revision.id);
        let next = match last {
            Some(last) => begun.get(last + 1).filter(|(_, from, _)| *from == begun[last].2),
            None => begun.iter().find(|(id, ..)| {
                there.iter().find(|other| other.id == *id).is_some_and(|other| revisions::is_newer(other, revision))
            }),
        };
        if let Some((id, ..)) = next {
            out.insert(revision.id, *id);
        }
    }
    Ok(out)
}
