//! Many filed in one transaction: a refusal of one stops no other.

use serde::Serialize;
use ts_rs::TS;

use super::asking::Asked;
use super::oddities;
use super::problem::{Because, Problem};
use super::recognised::Recognised;
use crate::error::{Code, Error, Result};
use crate::workspace::{Tx, Workspace};

/// How much an import added to what was there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct Applied {
    /// Documents registered.
    pub documents: usize,
    /// Revisions filed.
    pub revisions: usize,
    /// Records filed.
    pub records: usize,
    /// Files filed with them.
    pub files: usize,
}

/// What was filed, and what was asked.
#[derive(Debug, Default)]
pub(super) struct Filed {
    /// How much was added.
    pub(super) added: Applied,
    /// What could not be decided.
    pub(super) asked: Asked,
    /// Files that are filed already, elsewhere or in another version.
    pub(super) recognised: Vec<Recognised>,
    /// What a person should look at.
    pub(super) problems: Vec<Problem>,
}

/// Whether what is filed stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// It is filed.
    Keep,
    /// It is filed and taken back before anybody sees it: what a preview says is what would be filed.
    TryOut,
}

impl Mode {
    /// Runs `work` in one transaction.
    pub(super) fn run<T>(self, workspace: &mut Workspace, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        match self {
            Self::Keep => workspace.transact(work),
            Self::TryOut => workspace.try_out(work),
        }
    }
}

fn add(sum: &mut Filed, new: Filed) {
    sum.added.documents += new.added.documents;
    sum.added.revisions += new.added.revisions;
    sum.added.records += new.added.records;
    sum.added.files += new.added.files;
    sum.asked.extend(new.asked);
    sum.recognised.extend(new.recognised);
    sum.problems.extend(new.problems);
}

/// Files some in one transaction. Where one of them is refused, each is filed by itself: the refused one is named, the
/// others stand.
pub(super) fn filed<T>(
    (workspace, mode): (&mut Workspace, Mode),
    batch: &[&T],
    file: &dyn Fn(&mut Tx<'_>, &[&T], &mut Filed) -> Result<()>,
    named: &dyn Fn(&T) -> String,
    out: &mut Filed,
) -> Result<()> {
    let mut once = |some: &[&T]| {
        mode.run(workspace, |tx| {
            let mut new = Filed::default();
            file(tx, some, &mut new)?;
            Ok(new)
        })
    };
    match once(batch) {
        Ok(new) => add(out, new),
        Err(e) if !of_one(e.code()) => return Err(e),
        Err(_) => {
            for one in batch {
                match once(&[*one]) {
                    Ok(new) => add(out, new),
                    Err(e) if of_one(e.code()) => out.problems.push(refused(&named(one), &e)),
                    Err(e) => return Err(e),
                }
            }
        }
    }
    Ok(())
}

/// Whether a refusal is about one thing, so that the rest can go on; a full disk or a damaged ledger stops all.
fn of_one(code: Code) -> bool {
    matches!(
        code,
        Code::UnknownStandard
            | Code::UnknownEdition
            | Code::UnknownClause
            | Code::NotFound
            | Code::AlreadyExists
            | Code::Refused
            | Code::InvalidValue
            | Code::ReasonNeeded
            | Code::InvalidPath
    )
}

/// What no rule lets in is named; its bytes are not kept.
fn refused(path: &str, e: &Error) -> Problem {
    Problem { because: Some(Because::of(e)), ..Problem::file(path, oddities::not_filed()) }
}
