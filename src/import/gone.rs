//! What was there the last time and is not there any more: rows of lists, and files of the share.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::asking::{self, Asked};
use super::lists::Lists;
use super::plan::ImportPlan;
use crate::digest::Digest;
use crate::documents::{self, DocumentState, Place};
use crate::error::{Code, Result};
use crate::filed::FiledFile;
use crate::ids::DocumentId;
use crate::items::{self, ItemId};
use crate::questions::{self, About, List, Listed, Matter, NewQuestion, Reading, RowRead, Said};
use crate::records::{self, Exit};
use crate::text::fold;
use crate::workspace::Tx;

/// Asks about what is gone, and closes what was asked about files that are there by now. `before` is where the files lay that
/// documents went by before this import.
pub(super) fn ask(
    tx: &mut Tx<'_>,
    plan: &ImportPlan,
    lists: &Lists,
    before: &[Place],
    files: &HashMap<String, FiledFile>,
) -> Result<Asked> {
    let mut asked = Vec::new();
    if let Some(taken) = &lists.master {
        let mut there = HashSet::new();
        for planned in plan.documents.iter().filter(|d| d.listed.is_some()) {
            // One that was refused, or is only tried out, is not there.
            match documents::by_code(tx.db(), &planned.code) {
                Ok(document) => drop(there.insert(ItemId::Document(document.id))),
                Err(e) if e.code() == Code::NotFound => {}
                Err(e) => return Err(e),
            }
        }
        rows(tx, List::MasterList, &taken.name, &there, &mut asked)?;
    }
    if let Some(taken) = &lists.index {
        let mut there = HashSet::new();
        for planned in plan.records.iter().filter(|r| r.listed.is_some()) {
            let Some(file) = files.get(&planned.path) else { continue };
            let owners = records::file_owners(tx.db(), &file.digest)?;
            let Some((code, _, _)) = owners.iter().find(|(_, _, path)| *path == planned.path) else { continue };
            there.insert(ItemId::Record(records::find(tx.db(), code)?.id));
        }
        rows(tx, List::EvidenceIndex, &taken.name, &there, &mut asked)?;
        let missing: BTreeSet<&str> = plan.doubts.iter().filter_map(|doubt| doubt.on.path()).collect();
        questions::close_paths(tx, |path| !missing.contains(path))?;
    }
    for doubt in &plan.doubts {
        asking::path(tx, doubt, &mut asked)?;
    }
    of_share(tx, plan, before, files, &mut asked)?;
    Ok(asked)
}

/// The rows that a list had and has no longer. Each is asked about once, and noted as gone.
fn rows(tx: &mut Tx<'_>, list: List, name: &str, there: &HashSet<ItemId>, out: &mut Asked) -> Result<()> {
    let mut gone = Vec::new();
    for row in questions::all_listed(tx.db(), list)? {
        if !there.contains(&row.item) {
            row_gone(tx, list, &row, out)?;
            gone.push(RowRead { item: row.item, row: None, said: None });
        }
    }
    questions::note_rows(tx, list, name, gone)
}

fn row_gone(tx: &mut Tx<'_>, list: List, row: &Listed, out: &mut Asked) -> Result<()> {
    let item = match items::name(tx.db(), row.item) {
        Err(e) if e.code() == Code::NotFound => return Ok(()),
        found => found?,
    };
    let readings = match row.item {
        ItemId::Record(id) if records::by_id(tx.db(), id)?.exit == Some(Exit::TakenBack) => return Ok(()),
        ItemId::Document(id) if documents::by_id(tx.db(), id)?.state == DocumentState::Withdrawn => return Ok(()),
        ItemId::Document(_) => vec![Reading::OutOfUse, Reading::Kept, Reading::OtherList],
        ItemId::Record(_) => vec![Reading::Kept, Reading::OtherList],
    };
    let words = row.said.get("title").cloned().unwrap_or_else(|| item.title.clone());
    let said = Said {
        words,
        source: list.into(),
        name: row.name.clone(),
        row: Some(row.row).filter(|row| *row > 0),
        column: String::new(),
        beside: Vec::new(),
    };
    let matter = Matter::RowGone { list, seq: row.seq };
    let new = NewQuestion { about: row.item.into(), matter, said: vec![said], readings };
    asking::ask(tx, &item.code, new, out)
}

/// The files that documents go by and that lay in a folder of this share. A folder is one of it where a file that is filed
/// under the same path is still in it: an import of another share, or of a part, says nothing of the rest.
fn of_share(
    tx: &mut Tx<'_>,
    plan: &ImportPlan,
    before: &[Place],
    files: &HashMap<String, FiledFile>,
    out: &mut Asked,
) -> Result<()> {
    let seen: HashSet<&str> =
        before.iter().filter(|p| files.contains_key(&p.path)).map(|p| top_folder(&p.path)).collect();
    if seen.is_empty() {
        return Ok(());
    }
    let digests: HashSet<Digest> = files.values().map(|f| f.digest).collect();
    // Another version of it, or the same one elsewhere.
    let has_file: HashSet<String> =
        plan.documents.iter().filter(|d| !d.revisions.is_empty()).map(|d| fold(&d.code)).collect();
    let there = |place: &Place| files.contains_key(&place.path) || digests.contains(&place.digest);
    for of_one in before.chunk_by(|a, b| a.document == b.document) {
        let Some(first) = of_one.first() else { continue };
        let gone = seen.contains(top_folder(&first.path)) && !of_one.iter().any(there);
        if gone && !has_file.contains(&fold(&first.code)) && !questions::asked_of_missing(tx.db(), first.document)? {
            file_gone(tx, first.document, first, out)?;
        }
    }
    Ok(())
}

fn file_gone(tx: &mut Tx<'_>, document: DocumentId, place: &Place, out: &mut Asked) -> Result<()> {
    let new = NewQuestion {
        about: About::Document(document),
        matter: Matter::MissingFile { path: place.path.clone() },
        said: vec![Said::file(&place.path, "", &place.path)],
        readings: vec![Reading::Kept, Reading::OutOfUse],
    };
    asking::ask(tx, &place.code, new, out)
}

/// The folder at the top of the share; nothing for a file beside it.
fn top_folder(path: &str) -> &str {
    path.split_once('/').map_or("", |(folder, _)| folder)
}
