//! Which folders are watched for a workspace, by this user on this machine.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::refusals;
use crate::error::Result;
use crate::import::inside;
use crate::saved::{change_private, read_private};
use crate::text::{fold, nfc};
use crate::workspace::Workspace;

const FILE: &str = "watched.json";

/// A folder that is watched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "WatchedFolder")]
pub struct Watched {
    /// Under which name what was seen in it is kept.
    pub id: Uuid,
    /// How it is called.
    pub name: String,
    /// Where it lies on this machine.
    pub folder: PathBuf,
}

/// Those of each workspace.
type All = BTreeMap<Uuid, Vec<Watched>>;

fn all(config: &Path) -> Result<All> {
    read_private(&config.join(FILE))
}

/// Where it is kept what was seen in a folder.
pub(super) fn seen_in(config: &Path, watched: &Watched) -> PathBuf {
    config.join("watched").join(format!("{}.json", watched.id))
}

/// The folders that are watched for a workspace, by name.
///
/// # Errors
/// `private_file_damaged`, `io`.
pub fn list(config: &Path, workspace: Uuid) -> Result<Vec<Watched>> {
    Ok(all(config)?.remove(&workspace).unwrap_or_default())
}

/// The folder of that name.
///
/// # Errors
/// `not_found`.
pub(super) fn find(config: &Path, workspace: Uuid, name: &str) -> Result<Watched> {
    let found = list(config, workspace)?.into_iter().find(|watched| fold(&watched.name) == fold(name));
    found.ok_or_else(|| refusals::watched_folder_unknown(name))
}

/// Watches a folder from now on, under its own name where none is given.
///
/// # Errors
/// `invalid_path` where it is no folder, holds the workspace or lies in it; `already_exists`.
pub fn add(config: &Path, workspace: &Workspace, folder: &Path, name: Option<&str>) -> Result<Watched> {
    let no_folder = || refusals::watched_path_no_folder(folder.display());
    let folder = folder.canonicalize().ok().filter(|folder| folder.is_dir()).ok_or_else(no_folder)?;
    if inside(&folder, workspace.root()) {
        return Err(refusals::watched_folder_holds_workspace(folder.display()));
    }
    change_private(&config.join(FILE), |all: &mut All| watch(all.entry(workspace.id()).or_default(), folder, name))
}

/// Adds a folder to those of a workspace.
fn watch(those: &mut Vec<Watched>, folder: PathBuf, name: Option<&str>) -> Result<Watched> {
    if let Some(there) = those.iter().find(|watched| watched.folder == folder) {
        return Err(refusals::folder_watched_already(folder.display(), &there.name));
    }
    let own = folder.file_name().map(|name| name.to_string_lossy().into_owned());
    let wanted = name.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).or(own);
    let wanted = nfc(&wanted.unwrap_or_else(|| folder.display().to_string()));
    let free = |name: &String| !those.iter().any(|watched| fold(&watched.name) == fold(name));
    let numbered = (2..).map(|n| format!("{wanted} ({n})"));
    let name = std::iter::once(wanted.clone()).chain(numbered).find(free).unwrap_or(wanted);
    let watched = Watched { id: Uuid::now_v7(), name, folder };
    those.push(watched.clone());
    those.sort_by_key(|watched| fold(&watched.name));
    Ok(watched)
}

/// Watches a folder no longer; what was seen in it is forgotten, what was filed stays.
///
/// # Errors
/// `not_found`.
pub fn remove(config: &Path, workspace: Uuid, name: &str) -> Result<Watched> {
    let watched = find(config, workspace, name)?;
    change_private(&config.join(FILE), |all: &mut All| {
        all.entry(workspace).or_default().retain(|other| other.id != watched.id);
        Ok(())
    })?;
    // Nobody reads it any more; where it cannot be removed it does no harm.
    let _ = std::fs::remove_file(seen_in(config, &watched));
    Ok(watched)
}
