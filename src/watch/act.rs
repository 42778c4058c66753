//! What is done about findings: by the same commands as for any other file, or noted with what was seen. The folder is read,
//! never written.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::folders::{find, seen_in};
use super::model::Action;
use super::refusals;
use super::seen::Seen;
use crate::digest::Digest;
use crate::documents::{self, NewRevision};
use crate::error::Result;
use crate::extract::extract;
use crate::filed::FiledFile;
use crate::filing::file_of;
use crate::import::{Imported, Scanned, Tell, import_some, scan};
use crate::reading::{control_table, file_name};
use crate::saved::change_private;
use crate::search::TextCache;
use crate::workspace::Workspace;

/// What is to be done about one file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[ts(rename = "WatchAct")]
pub struct Act {
    /// Its path in the folder.
    pub path: String,
    /// What.
    pub action: Action,
    /// The document of which it is a new version.
    #[serde(default)]
    pub code: Option<String>,
    /// The content it had when it was found; where it has another by now nothing is done.
    #[serde(default)]
    pub digest: Option<Digest>,
}

/// What was done.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "WatchActed")]
pub struct Acted {
    /// What was filed, as an import tells it; nothing where no file was to be filed.
    pub imported: Option<Imported>,
    /// Drafts that were filed: the document and the version.
    pub revised: Vec<(String, String)>,
    /// Files of which something was noted.
    pub noted: usize,
}

/// Does what is wanted about files of a watched folder.
///
/// # Errors
/// `not_found`; `refused` where a file is not there any more or has another content than was seen, before anything is done.
pub fn act(
    workspace: &mut Workspace,
    cache: &TextCache,
    config: &Path,
    name: &str,
    acts: &[Act],
    tell: Tell<'_>,
    cancel: &AtomicBool,
) -> Result<Acted> {
    let watched = find(config, workspace.id(), name)?;
    let kept_in = seen_in(config, &watched);
    let touches = |action| matches!(action, Action::File | Action::Revise);
    let there: BTreeMap<String, Scanned> = if acts.iter().any(|act| touches(act.action)) {
        let away = |_| refusals::watched_folder_away(watched.folder.display());
        let share = scan(std::slice::from_ref(&watched.folder)).map_err(away)?;
        share.files.into_iter().map(|file| (file.path.clone(), file)).collect()
    } else {
        BTreeMap::new()
    };
    let scanned = |act: &Act| there.get(&act.path).cloned().ok_or_else(|| refusals::watched_file_not_so(&act.path));
    let wanted = |action| acts.iter().filter(move |act| act.action == action);
    let mut drafts = Vec::new();
    for act in wanted(Action::Revise) {
        let code = act.code.as_deref().ok_or_else(|| refusals::watched_version_of_nothing(&act.path))?;
        documents::by_code(workspace.db(), code)?;
        drafts.push((code.to_owned(), draft(workspace, cache, act, &scanned(act)?)?));
    }
    let to_file = wanted(Action::File).map(scanned).collect::<Result<Vec<_>>>()?;
    let revised = revise(workspace, drafts)?;
    let imported = if to_file.is_empty() { None } else { Some(import_some(workspace, cache, to_file, tell, cancel)?) };
    let to_note: Vec<&Act> = acts.iter().filter(|act| !touches(act.action)).collect();
    let noted = to_note.len();
    if noted > 0 {
        change_private(&kept_in, |seen: &mut Seen| {
            for act in to_note {
                note(seen, act);
            }
            Ok(())
        })?;
    }
    Ok(Acted { imported, revised, noted })
}

/// Notes what somebody said of a file.
fn note(seen: &mut Seen, act: &Act) {
    let content = act.digest.or_else(|| seen.files.get(&act.path).map(|file| file.digest));
    match (act.action, content) {
        (Action::Moved, Some(content)) => drop(seen.moved.insert(act.path.clone(), content)),
        (Action::Ask, _) => drop(seen.left.remove(&act.path)),
        _ => drop(seen.left.insert(act.path.clone(), content)),
    }
}

/// Takes a file in, and says which version it calls itself.
fn draft(
    workspace: &Workspace,
    cache: &TextCache,
    act: &Act,
    scanned: &Scanned,
) -> Result<(Option<String>, FiledFile)> {
    let stored = workspace.vault().put_file(&scanned.full)?;
    if act.digest.is_some_and(|digest| digest != stored.digest) {
        return Err(refusals::watched_file_not_so(&act.path));
    }
    let found = extract(&workspace.vault().path_of(&stored.digest), cache.contained())?;
    cache.put_many(&[(stored.digest, found.clone())])?;
    let name = file_name(&scanned.full.file_name().unwrap_or_default().to_string_lossy());
    let label = control_table(&found).and_then(|control| control.version).or(name.version);
    Ok((label, file_of(&scanned.full, scanned.path.clone(), stored, &found)))
}

/// Files drafts in one step; under the next label where their own is taken.
fn revise(
    workspace: &mut Workspace,
    drafts: Vec<(String, (Option<String>, FiledFile))>,
) -> Result<Vec<(String, String)>> {
    if drafts.is_empty() {
        return Ok(Vec::new());
    }
    workspace.transact(|tx| {
        let mut out = Vec::new();
        for (code, (label, file)) in drafts {
            let document = documents::by_code(tx.db(), &code)?;
            let there = documents::revisions(tx.db(), document.id)?;
            let taken = |label: &String| there.iter().any(|revision| revision.label.eq_ignore_ascii_case(label));
            let label = match label.filter(|label| !taken(label)) {
                Some(label) => label,
                None => documents::next_label(tx.db(), document.id, false)?,
            };
            let author = tx.actor().to_owned();
            let new = NewRevision { label: Some(label.clone()), summary: String::new(), author, files: vec![file] };
            documents::file_revision(tx, document.id, new)?;
            out.push((document.code, label));
        }
        Ok(out)
    })
}
