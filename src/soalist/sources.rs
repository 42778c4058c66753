//! The list on disk, and the two things that are done with it: looking at it, and taking it in.

use std::collections::BTreeSet;
use std::path::PathBuf;

use rusqlite::Connection;

use super::assemble::{Context, assemble};
use super::edition::editions;
use super::model::{Answers, Outcome, SoaListed};
use super::plan::{Plan, plan};
use super::{refusals, settle, take};
use crate::applicability;
use crate::contained::Containment;
use crate::error::Result;
use crate::import::{self, Taken};
use crate::lists::{Chosen, Known, Memory, ShareNames};
use crate::questions::{self, List};
use crate::standards::{EditionId, Exclusions, catalogue};
use crate::systems;
use crate::workspace::Workspace;

/// More rows than this are no Statement of Applicability.
const MOST_ROWS: usize = 5_000;

/// A statement that is to be taken in.
#[derive(Debug, Clone, Default)]
pub struct SoaSources {
    /// Standard or code of the system.
    pub standard: String,
    /// The list's file.
    pub path: PathBuf,
    /// What was decided about its columns.
    pub chosen: Chosen,
    /// The edition of which it speaks: `2013`, `27001:2013`; told by its rows where it is not given.
    pub edition: Option<String>,
    /// What was answered, by row.
    pub answers: Answers,
    /// Whether what was decided about its columns is kept for the next list of its shape.
    pub remember: bool,
}

/// A list that is read and planned.
struct Read {
    held: EditionId,
    system: String,
    taken: Taken,
    plan: Plan,
}

fn listed_edition(said: Option<&str>, held: &EditionId) -> Result<Option<EditionId>> {
    let Some(said) = said.map(str::trim).filter(|said| !said.is_empty()) else { return Ok(None) };
    let all = editions(held);
    let found = all.iter().find(|id| id.edition == said || id.to_string() == said).cloned();
    let known = || all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    found.map(Some).ok_or_else(|| refusals::soa_list_edition(said, known()))
}

/// Reads and plans a list. `whole` refuses one whose columns do not suffice; who only looks may decide on them.
fn read(db: &Connection, sources: &SoaSources, contained: &Containment, whole: bool) -> Result<Read> {
    let held = applicability::system_edition(db, &sources.standard)?;
    if catalogue().edition_of(&held).map(|known| known.exclusions) != Some(Exclusions::Controls) {
        return Err(refusals::soa_list_elsewhere(&held));
    }
    let said = listed_edition(sources.edition.as_deref(), &held)?;
    let memory = Memory::of(questions::all_columns(db)?);
    let known = Known { share: &ShareNames::default(), memory: &memory, today: None };
    let taken = import::taken(&sources.path, List::StatementOfApplicability, &known, &sources.chosen, contained)?;
    let system = systems::system(db, &held.to_string())?.code;
    if !taken.read.usable {
        if whole {
            return Err(refusals::soa_list_without_columns(sources.path.display()));
        }
        let plan = Plan { edition: said.unwrap_or_else(|| held.clone()), rows: Vec::new() };
        return Ok(Read { held, system, taken, plan });
    }
    if taken.read.rows.len() > MOST_ROWS {
        return Err(refusals::soa_list_too_long(sources.path.display(), taken.read.rows.len(), MOST_ROWS));
    }
    let own = applicability::own_controls(db, &held)?;
    let mut plan = plan(&taken.read, &taken.name, &held, said, &own, &sources.answers);
    let rows = applicability::list(db, &held)?.into_iter();
    let stands = rows.filter_map(|row| Some((row.reference, row.decision?))).collect();
    settle::settle(&mut plan.rows, &sources.answers, &stands);
    answered(&plan, &sources.answers)?;
    Ok(Read { held, system, taken, plan })
}

/// Refuses answers to what is not asked: an answer that does nothing would be lost in silence.
fn answered(plan: &Plan, answers: &Answers) -> Result<()> {
    for (key, given) in answers {
        let row = plan.rows.iter().find(|row| row.shown.key == *key);
        let used: BTreeSet<&str> =
            row.iter().flat_map(|row| &row.shown.doubts).filter_map(|doubt| doubt.answer.as_deref()).collect();
        if let Some(unused) = given.iter().find(|answer| !used.contains(answer.as_str())) {
            let doubts = row.iter().flat_map(|row| &row.shown.doubts);
            let choices: BTreeSet<&str> = doubts.flat_map(|doubt| &doubt.choices).map(String::as_str).collect();
            if row.is_none() {
                return Err(refusals::soa_list_no_row(key));
            }
            if choices.is_empty() {
                return Err(refusals::soa_list_asks_nothing(key));
            }
            let choices = choices.into_iter().collect::<Vec<_>>().join(", ");
            return Err(refusals::soa_list_answer(key, unused, choices));
        }
    }
    Ok(())
}

/// Looks at a list: what each row would decide and what is doubtful. Nothing is written.
///
/// # Errors
/// `list_unreadable`, `file_not_found`; `refused` for a standard without controls; `invalid_value` for answers to what is not
/// asked.
pub fn look(workspace: &mut Workspace, sources: &SoaSources, contained: &Containment) -> Result<SoaListed> {
    let mut read = read(workspace.db(), sources, contained, false)?;
    let rows = workspace.try_out(|tx| {
        take::take(tx, &read.held, &read.taken.name, &mut read.plan)?;
        applicability::list(tx.db(), &read.held)
    })?;
    Ok(answer(read, sources, &rows, false))
}

/// Takes a list in: all rows that decide something, in one transaction, which is undone in one step.
///
/// # Errors
/// Those of looking at it.
pub fn import(workspace: &mut Workspace, sources: &SoaSources, contained: &Containment) -> Result<SoaListed> {
    let (read, rows) = {
        let mut found = read(workspace.db(), sources, contained, true)?;
        let rows = workspace.transact(|tx| {
            // Another program may have decided meanwhile: what is planned is planned from what stands now.
            take::take(tx, &found.held, &found.taken.name, &mut found.plan)?;
            let chosen = sources.chosen != Chosen::default();
            if sources.remember && chosen {
                questions::keep_columns(tx, found.taken.read.kept(&found.taken.name))?;
            }
            applicability::list(tx.db(), &found.held)
        })?;
        (found, rows)
    };
    let wrote = read.plan.rows.iter().any(|row| row.shown.outcome == Outcome::Decided);
    Ok(answer(read, sources, &rows, wrote))
}

fn answer(read: Read, sources: &SoaSources, rows: &[applicability::Row], written: bool) -> SoaListed {
    let context = Context {
        system: read.system,
        edition: read.held.to_string(),
        edition_said: sources.edition.is_some(),
        written,
    };
    assemble(context, read.taken, read.plan, rows)
}
