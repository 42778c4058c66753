//! A look at a watched folder: by size and time first, read only what differs, and compared with what is filed. Nothing is
//! written there.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::UNIX_EPOCH;

use super::folders::{find, seen_in};
use super::judge::{Judge, about};
use super::known::{Known, Places};
use super::model::{Action, Finding, Looked, What};
use super::refusals;
use super::seen::{Seen, SeenFile};
use super::teller::Teller;
use super::told::Told;
use crate::digest::Digest;
use crate::error::{Code, Result};
use crate::import::{Scanned, Tell, map_on_two_threads, scan};
use crate::saved::{change_private, read_private};
use crate::search::{Likeness, TextCache};
use crate::vault::hash_file;
use crate::workspace::Workspace;

/// Looks at a watched folder. `tell` hears how many files are looked at; `cancel` stops it between two.
///
/// # Errors
/// `not_found`, `cancelled`. A folder that is not there is said, not refused.
pub fn look(
    workspace: &Workspace,
    cache: &TextCache,
    config: &Path,
    name: &str,
    tell: Tell<'_>,
    cancel: &AtomicBool,
) -> Result<Looked> {
    let watched = find(config, workspace.id(), name)?;
    let away = || Looked { name: watched.name.clone(), away: true, ..Looked::default() };
    let Ok(share) = scan(std::slice::from_ref(&watched.folder)) else { return Ok(away()) };
    let seen: Seen = read_private(&seen_in(config, &watched))?;
    if share.files.is_empty() && !seen.files.is_empty() {
        return Ok(away());
    }
    let now = workspace.clock().now();
    let total = share.files.len() as u64;
    let one = |n: usize| {
        tell("looking", n as u64, total);
        see(&share.files[n], &seen, now)
    };
    let results = map_on_two_threads(share.files.len(), &one, cancel).ok_or_else(refusals::look_stopped)?;
    let mut files: BTreeMap<String, SeenFile> = BTreeMap::new();
    let (mut findings, mut read) = (Vec::new(), 0);
    let mut unseen: Vec<String> = Vec::new();
    for (scanned, result) in share.files.iter().zip(results) {
        match result {
            Ok((file, fresh)) => {
                read += usize::from(fresh);
                files.insert(scanned.path.clone(), file);
            }
            Err(code) => {
                unseen.push(scanned.path.clone());
                findings.push(unreadable(&scanned.path, code.as_str()));
            }
        }
    }
    for problem in &share.problems {
        let path = problem.path.clone().unwrap_or_default();
        findings.push(unreadable(&path, problem.code));
        unseen.push(path);
    }
    let known = Known::read(workspace.db())?;
    let entries = workspace.head()?.size;
    let full: BTreeMap<&str, &Scanned> = share.files.iter().map(|file| (file.path.as_str(), file)).collect();
    let paths: BTreeSet<&str> = files.keys().map(String::as_str).collect();
    let own = watched.folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let places = Places::of(&known, &paths, &own);
    let digests: HashSet<Digest> = files.values().map(|file| file.digest).collect();
    let foreign = files.values().any(|file| known.with(&file.digest).is_empty());
    let likeness = if foreign { Some(Likeness::read(workspace.db(), cache)?) } else { None };
    let teller = Teller { cache, contained: cache.contained(), likeness, known: &known, entries };
    let judge = Judge { known: &known, places: &places, files: &files, moved: &seen.moved };
    let (mut as_filed, mut told_now): (usize, BTreeMap<String, Told>) = (0, BTreeMap::new());
    for (path, file) in &files {
        if cancel.load(Ordering::Relaxed) {
            return Err(refusals::look_stopped());
        }
        let same = known.with(&file.digest);
        let found = if same.is_empty() {
            let here = places.at(path);
            match full.get(path.as_str()).map(|scanned| teller.told(&scanned.full, file, &here)) {
                Some(Ok(told)) => {
                    let finding = judge.foreign(path, file.digest, &here, &told);
                    told_now.insert(path.clone(), told);
                    Some(finding)
                }
                Some(Err(e)) => Some(unreadable(path, e.code().as_str())),
                None => None,
            }
        } else {
            judge.filed(path, file.digest, &same)
        };
        as_filed += usize::from(found.is_none());
        findings.extend(found);
    }
    let below = |path: &str| unseen.iter().any(|part| path == part || path.starts_with(&format!("{part}/")));
    let before = |path: &str| {
        let path = path.strip_prefix(&format!("{own}/")).unwrap_or(path);
        seen.files.contains_key(path)
    };
    for filed in places.gone(&digests, before).into_iter().filter(|filed| !below(&filed.path)) {
        findings.push(about(Finding::of(&filed.path, What::Gone, None), filed, &[Action::Leave]));
    }
    for finding in &mut findings {
        if let Some(code) = &finding.code {
            finding.title = Known::title(workspace.db(), code)?;
        }
        finding.left = seen.is_left(&finding.path, finding.digest);
        if finding.left {
            finding.can = vec![Action::Ask];
        }
    }
    findings.sort_by(|a, b| (a.left, a.what, &a.path).cmp(&(b.left, b.what, &b.path)));
    for (path, told) in told_now {
        if let Some(file) = files.get_mut(&path) {
            file.told = Some(told);
        }
    }
    let looked = Looked {
        name: watched.name.clone(),
        away: false,
        files: files.len(),
        as_filed,
        read,
        skipped: share.skipped.len(),
        findings,
    };
    // What somebody noted meanwhile stays.
    change_private(&seen_in(config, &watched), |seen: &mut Seen| {
        seen.files = files;
        Ok(())
    })?;
    Ok(looked)
}

/// A file as it is now, and whether it had to be read; else why it cannot be.
fn see(scanned: &Scanned, seen: &Seen, now: i64) -> Result<(SeenFile, bool), Code> {
    let found = std::fs::metadata(&scanned.full).map_err(|_| Code::FileNotFound)?;
    let modified = found.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let modified = modified.map_or(0, |time| time.as_millis() as i64);
    if let Some(known) = seen.unchanged(&scanned.path, found.len(), modified, now) {
        return Ok((known.clone(), false));
    }
    let (digest, size) = hash_file(&scanned.full).map_err(|e| e.code())?;
    Ok((SeenFile { size, modified, digest, told: None }, true))
}

fn unreadable(path: &str, problem: &str) -> Finding {
    Finding { problem: Some(problem.to_owned()), ..Finding::of(path, What::Unreadable, None) }
}
