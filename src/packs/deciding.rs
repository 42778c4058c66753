//! What was decided of what applies, in a pack: of the audited editions all of it, with the versions of their Statements of
//! Applicability; of others the decisions on controls from which something in the pack was accepted, without which the entries
//! would say more than is so.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::caveats::Caveat;
use super::names::Names;
use super::pagesform::YEARS;
use crate::applicability::{self, Implemented, Row};
use crate::day::Day;
use crate::error::Result;
use crate::items::ItemId;
use crate::soa::{self, SoaControl, Version};
use crate::standards::{ClauseRef, EditionId};
use crate::{mapping, systems};

/// The entries before `size` by which the controls hold or not from which mappings of these items were accepted, and those that
/// set their systems up. Of a system's scope statements those are told that leave controls out.
pub(super) fn on_controls(db: &Connection, items: impl Iterator<Item = ItemId>, size: u64) -> Result<Vec<u64>> {
    let mut controls: BTreeSet<ClauseRef> = BTreeSet::new();
    for item in items {
        controls.extend(mapping::followed_clauses(db, item)?);
    }
    let mut found = Vec::new();
    for control in &controls {
        let decided = applicability::entries_on(db, control)?;
        if !decided.is_empty() {
            found.extend(systems::established(db, &control.edition_id())?);
        }
        found.extend(decided);
    }
    let editions: BTreeSet<_> = controls.iter().map(ClauseRef::edition_id).collect();
    for edition in &editions {
        let stated = systems::exclusions_stated(db, edition)?;
        if !stated.is_empty() {
            found.extend(systems::established(db, edition)?);
        }
        found.extend(stated);
    }
    found.retain(|seq| *seq < size);
    Ok(found)
}

/// A version of a Statement of Applicability in a pack.
pub(super) struct Issued {
    /// Path of its text, below `data/`; its signature stands beside it as `….sig`.
    pub(super) place: String,
    pub(super) edition: EditionId,
    pub(super) version: Version,
    pub(super) controls: Vec<SoaControl>,
    /// Since when it no longer says what is decided, where it is the last that is no draft.
    pub(super) moved: Option<Day>,
}

/// Statements of Applicability of which the last version no longer says what is decided.
pub(super) fn moved(issued: &[Issued]) -> impl Iterator<Item = Caveat> + '_ {
    issued.iter().filter_map(|Issued { edition, version, moved, .. }| {
        Some(Caveat::SoaMoved { edition: edition.to_string(), version: version.label.clone(), since: (*moved)? })
    })
}

/// What was decided of clauses and controls of these editions, each where it was decided; and the organisation's own controls.
/// `pages` is the form of the pages that it is for.
pub(super) fn decided(db: &Connection, editions: &[EditionId], pages: i64) -> Result<(Vec<Row>, Vec<Row>)> {
    let (mut out, mut own) = (Vec::new(), Vec::new());
    for edition in editions {
        for mut row in applicability::list(db, edition)? {
            if pages >= YEARS && row.on.is_none() && row.decision.is_some() && row.decided_at.is_none() {
                stated(db, edition, &mut row)?;
            }
            own.extend(row.own.is_some().then(|| row.clone()));
            out.extend((row.decision.is_some() && row.decided_at.is_none()).then_some(row));
        }
    }
    Ok((out, own))
}

/// Who left out what stands in the scope statement alone, and when; where the reason was another before, that too.
fn stated(db: &Connection, edition: &EditionId, row: &mut Row) -> Result<()> {
    let said = systems::exclusion_said(db, edition, &row.reference)?;
    let (Some(now), Some(decision)) = (said.last(), row.decision.as_mut()) else { return Ok(()) };
    (row.by, row.on) = (now.by.clone(), Some(now.day));
    if let [.., before, _] = said.as_slice() {
        decision.reason += &format!(" (until {} for: {})", now.day, before.reason);
    }
    Ok(())
}

/// The versions of their statements, oldest first.
pub(super) fn issued(db: &Connection, editions: &[EditionId], names: &mut Names) -> Result<Vec<Issued>> {
    let mut out = Vec::new();
    for edition in editions {
        let versions = soa::issued(db, edition)?;
        let last = if versions.is_empty() { None } else { Some(soa::show(db, edition)?) };
        let moved = |version: &Version| {
            last.as_ref().filter(|shown| shown.current.as_ref().is_some_and(|now| now.id == version.id))?.moved_on
        };
        for version in versions.into_iter().rev() {
            let name = version.file_name(edition);
            let place = names.typed("approvals", name.trim_end_matches(".txt"), "statement.txt");
            let (controls, edition, moved) = (soa::controls_of(db, version.id)?, edition.clone(), moved(&version));
            out.push(Issued { place, edition, version, controls, moved });
        }
    }
    Ok(out)
}

/// What was decided of a clause or control: whether it applies, why, whether it is in place, who decided; empty where nobody did.
pub(super) fn in_words(row: &Row) -> String {
    let Some(decision) = &row.decision else { return String::from("not decided") };
    let mut said = Vec::new();
    let mut say = |what: String| said.extend((!what.is_empty()).then_some(what));
    let reason = if decision.reason.is_empty() { String::new() } else { format!(": {}", decision.reason) };
    say(format!("{}{reason}", if decision.applies { "applies" } else { "does not apply" }));
    let all = |what: &str, names: Vec<String>| {
        if names.is_empty() { String::new() } else { format!("{what} {}", names.join(", ")) }
    };
    say(all("needed for", decision.grounds.iter().map(ToString::to_string).collect()));
    say(all("rests on", decision.risks.clone()));
    let condition = |met: bool| if met { "confirmed to affect nothing" } else { "not confirmed to affect nothing" };
    say(decision.condition_met.map(condition).unwrap_or_default().to_owned());
    say(match decision.implemented.filter(|_| decision.applies) {
        None => String::new(),
        Some(Implemented::Yes) => String::from("in place"),
        Some(Implemented::Partly) => String::from("in place in part"),
        Some(Implemented::No) => String::from("not in place"),
        Some(Implemented::By(day)) => format!("planned by {day}"),
    });
    say(all("reaches", decision.reach.iter().map(ToString::to_string).collect()));
    say(if decision.owner.is_empty() { String::new() } else { format!("owner {}", decision.owner) });
    let on = row.on.map(|on| format!(" on {on}")).unwrap_or_default();
    say(if row.by.is_empty() { String::new() } else { format!("decided by {}{on}", row.by) });
    said.join("; ")
}
