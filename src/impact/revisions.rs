//! Two revisions of a document compared.

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::files::{FilesCompared, Outcome, Read, compare_files};
use super::refusals;
use crate::documents::{self, Document, Revision, RevisionState};
use crate::error::Result;
use crate::search::TextCache;
use crate::text::sections_of;

/// Which revisions of which document are meant; what is left out is the one in force, and the newest.
#[derive(Debug, Clone, Copy)]
pub struct Between<'b> {
    /// Code of the document.
    pub code: &'b str,
    /// Label of the earlier revision.
    pub earlier: Option<&'b str>,
    /// Label of the later revision.
    pub later: Option<&'b str>,
}

/// A revision that is compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RevisionCompared {
    /// Its label.
    pub label: String,
    /// How it stands.
    pub state: RevisionState,
    /// What its author says has changed.
    pub summary: String,
}

/// What changed between two revisions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RevisionsCompared {
    /// Code of the document.
    pub code: String,
    /// Its title.
    pub title: String,
    /// The earlier revision.
    pub earlier: RevisionCompared,
    /// The later revision.
    pub later: RevisionCompared,
    /// Their files, in the order of the later revision; then those that it has no more.
    pub files: Vec<FilesCompared>,
    /// How many places changed, in all files.
    pub places: usize,
    /// The sections in which they are.
    pub sections: Vec<String>,
    /// How many files could not be compared: nobody knows what changed in them.
    pub unread: usize,
}

/// Two revisions with what their texts say.
pub(super) struct Texts {
    pub(super) document: Document,
    pub(super) earlier: Revision,
    pub(super) later: Revision,
    pub(super) files: Vec<FilesCompared>,
}

impl Texts {
    pub(super) fn read(db: &Connection, cache: &TextCache, between: Between<'_>) -> Result<Self> {
        let document = documents::by_code(db, between.code)?;
        let (earlier, later) = meant(documents::revisions(db, document.id)?, &document, between)?;
        let files = compare_files(cache, &earlier.files, &later.files)?;
        Ok(Self { document, earlier, later, files })
    }

    /// Whether something changes in a section, as far as anybody can tell.
    pub(super) fn touches(&self, section: &str) -> bool {
        self.files.iter().any(|file| match &file.outcome {
            Outcome::Changed { compared } => compared.touches(section),
            _ => false,
        })
    }

    /// The numbers of all sections of both.
    pub(super) fn known(&self, cache: &TextCache) -> Result<BTreeSet<String>> {
        numbers(cache, [&self.earlier, &self.later])
    }

    pub(super) fn unread(&self) -> usize {
        self.files.iter().filter(|file| matches!(file.outcome, Outcome::Unread { .. })).count()
    }

    pub(super) fn sections(&self) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let changed = self.files.iter().filter_map(|file| match &file.outcome {
            Outcome::Changed { compared } => Some(&compared.sections),
            _ => None,
        });
        changed.flatten().filter(|section| seen.insert((*section).clone())).cloned().collect()
    }
}

/// The numbers of all sections of some revisions.
pub(super) fn numbers<'r>(
    cache: &TextCache,
    revisions: impl IntoIterator<Item = &'r Revision>,
) -> Result<BTreeSet<String>> {
    let mut out = BTreeSet::new();
    for file in revisions.into_iter().flat_map(|revision| &revision.files) {
        out.append(&mut sections_of(Read::of(cache, file)?.written()));
    }
    Ok(out)
}

/// Compares two revisions. `near`: of what did not change, only so many paragraphs beside each change.
///
/// # Errors
/// `not_found` for a document or label that is not there, `refused` where there is one revision alone.
pub fn compare_revisions(
    db: &Connection,
    cache: &TextCache,
    between: Between<'_>,
    near: Option<usize>,
) -> Result<RevisionsCompared> {
    let texts = Texts::read(db, cache, between)?;
    let (sections, unread) = (texts.sections(), texts.unread());
    let mut places = 0;
    let files = texts.files.into_iter().map(|mut file| {
        if let Outcome::Changed { compared } = file.outcome {
            places += compared.places;
            let compared = if let Some(near) = near { compared.around(near) } else { compared };
            file.outcome = Outcome::Changed { compared };
        }
        file
    });
    let files = files.collect();
    let told = |revision: Revision| RevisionCompared {
        label: revision.label,
        state: revision.state,
        summary: revision.summary,
    };
    Ok(RevisionsCompared {
        code: texts.document.code,
        title: texts.document.particulars.title,
        earlier: told(texts.earlier),
        later: told(texts.later),
        files,
        places,
        sections,
        unread,
    })
}

/// The two revisions that are meant: in their order where nobody says which is the earlier one.
fn meant(all: Vec<Revision>, document: &Document, between: Between<'_>) -> Result<(Revision, Revision)> {
    let find = |label: &str| {
        let found = all.iter().position(|revision| revision.label.eq_ignore_ascii_case(label.trim()));
        found.ok_or_else(|| documents::revision_not_found(&document.code, label))
    };
    let alone = || refusals::revision_alone(&document.code);
    let later = match between.later {
        Some(label) => find(label)?,
        None => all.len().checked_sub(1).ok_or_else(alone)?,
    };
    let earlier = match between.earlier {
        Some(label) => find(label)?,
        None => {
            let in_force = all.iter().position(|revision| revision.state == RevisionState::Effective);
            in_force.filter(|at| *at < later).or(later.checked_sub(1)).ok_or_else(alone)?
        }
    };
    if earlier == later {
        return Err(refusals::revision_same(&document.code, &all[later].label));
    }
    let mut all = all;
    let (first, second) = (all[earlier].clone(), all.swap_remove(later));
    Ok((first, second))
}
