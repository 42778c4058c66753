//! What most of those have that were filed before and are like a file: records of its series, documents numbered like it.
//! Most are more than half; the latest one alone says nothing.

use rusqlite::Connection;

use super::origin::{Origin, Suggestion};
use crate::documents::{self, DocumentKind, DocumentState, Filter, Sort};
use crate::error::Result;
use crate::items::ItemId;
use crate::mapping;
use crate::records;
use crate::standards::ClauseRef;
use crate::systems;
use crate::text::fold;

/// More documents than any organisation numbers alike.
const ALL: usize = 100_000;

/// One that was filed before.
pub(super) struct Like {
    id: ItemId,
    /// Documents: their kind. Records: the organisation's own word for theirs.
    what: String,
    owner: String,
    scope: Vec<String>,
}

/// The records of the series that any of these titles belongs to.
pub(super) fn records_like(db: &Connection, titles: &[&str]) -> Result<Vec<Like>> {
    let like = |record: records::Record| {
        let mut scope = systems::scope_item_codes(db, &records::scope_of(db, record.id)?)?;
        scope.sort();
        let what = record.particulars.kind;
        Ok(Like { id: ItemId::Record(record.id), what, owner: String::new(), scope })
    };
    records::of_series(db, titles)?.into_iter().map(like).collect()
}

/// The documents whose numbers differ from this one in their last figures only.
pub(super) fn documents_like(db: &Connection, code: &str) -> Result<Vec<Like>> {
    let beginning = |code: &str| fold(code).trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    let mine = beginning(code);
    if mine.is_empty() || mine.len() == code.len() {
        return Ok(Vec::new());
    }
    let filter = Filter { text: Some(mine.clone()), ..Default::default() };
    let mut out = Vec::new();
    for document in documents::list(db, &filter, Sort::Code, None, ALL)?.rows {
        if document.state == DocumentState::Withdrawn || beginning(&document.code) != mine {
            continue;
        }
        let mut scope = systems::scope_item_codes(db, &documents::scope_of(db, document.id)?)?;
        scope.sort();
        let (what, owner) = (document.kind.name().to_owned(), document.owner.clone());
        out.push(Like { id: ItemId::Document(document.id), what, owner, scope });
    }
    Ok(out)
}

/// The value that most of them have; none where it is the empty one.
fn most<T: Clone + PartialEq>(
    like: &[Like],
    of: impl Fn(&Like) -> &T,
    empty: impl Fn(&T) -> bool,
) -> Option<Suggestion<T>> {
    like.iter().map(&of).filter(|value| !empty(value)).find_map(|value| {
        let has = like.iter().filter(|other| of(other) == value).count();
        enough(has, like.len()).map(|origin| Suggestion::new(value.clone(), origin))
    })
}

fn enough(has: usize, of: usize) -> Option<Origin> {
    (has * 2 > of).then_some(Origin::Series { has, of })
}

/// Their kind, in the organisation's own word.
pub(super) fn kind(like: &[Like]) -> Option<Suggestion<String>> {
    most(like, |one| &one.what, String::is_empty)
}

/// Their kind of documented information.
pub(super) fn document_kind(like: &[Like]) -> Option<Suggestion<DocumentKind>> {
    let found = kind(like)?;
    Some(Suggestion::new(DocumentKind::parse(&found.value).ok()?, found.origin))
}

/// Who answers for them.
pub(super) fn owner(like: &[Like]) -> Option<Suggestion<String>> {
    most(like, |one| &one.owner, String::is_empty)
}

/// The scope items they count for.
pub(super) fn scope(like: &[Like]) -> Option<Suggestion<Vec<String>>> {
    most(like, |one| &one.scope, Vec::is_empty)
}

/// The clauses that most of them satisfy.
pub(super) fn clauses(db: &Connection, like: &[Like]) -> Result<Vec<(ClauseRef, Origin)>> {
    let mut counted: Vec<(ClauseRef, usize)> = Vec::new();
    for one in like {
        for link in mapping::of_item(db, one.id)? {
            match counted.iter_mut().find(|(reference, _)| *reference == link.reference) {
                Some((_, has)) => *has += 1,
                None => counted.push((link.reference, 1)),
            }
        }
    }
    Ok(counted.into_iter().filter_map(|(reference, has)| Some((reference, enough(has, like.len())?))).collect())
}
