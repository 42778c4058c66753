//! An import from end to end: scan, read, plan, and unless it is a dry run, file.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use super::alike::alike;
use super::apply::apply;
use super::batch::Mode;
use super::editions::settle;
use super::imported::Imported;
use super::index::index_rows;
use super::lists::{ListTaken, Lists, problems};
use super::master::master_rows;
use super::oddities;
use super::opened::open;
use super::parallel::map_on_two_threads;
use super::plan::{Found, ImportInput, Register, plan};
use super::problem::{Problem, Said};
use super::refusals;
use super::scan::{Scanned, Share, inside, scan};
use super::scopes::{Scopes, scopes};
use super::sources::Sources;
use crate::contained::Containment;
use crate::digest::Digest;
use crate::error::{Code, Result};
use crate::extract::{Extracted, Media, Unsearchable, extract};
use crate::filed::FiledFile;
use crate::filing::{file_of, folders_of};
use crate::mapping;
use crate::questions;
use crate::search::TextCache;
use crate::standards::catalogue;
use crate::systems;
use crate::vault::{Stored, Vault};
use crate::workspace::Workspace;

/// Hears a step by its name, how many files are done, and of how many.
pub type Tell<'a> = &'a (dyn Fn(&'static str, u64, u64) + Sync);

/// Imports a share. With `dry_run` nothing is written, and the answer shows what would be. `tell` hears the steps
/// `filing` or `hashing`, `reading`, `registering`; `cancel` stops between two files.
///
/// # Errors
/// `invalid_path` where a path holds the workspace or lies in it, `list_unreadable` before anything is done, `cancelled`.
pub fn import(
    workspace: &mut Workspace,
    cache: &TextCache,
    sources: &Sources,
    dry_run: bool,
    tell: Tell<'_>,
    cancel: &AtomicBool,
) -> Result<Imported> {
    for path in &sources.paths {
        if inside(path, workspace.root()) {
            return Err(refusals::share_holds_workspace(path.display()));
        }
    }
    take_in(workspace, cache, sources, scan(&sources.paths)?, Of { dry_run, whole: true }, tell, cancel)
}

/// Imports some files of a share, and says nothing of the rest of it.
///
/// # Errors
/// As [`import`].
pub fn import_some(
    workspace: &mut Workspace,
    cache: &TextCache,
    files: Vec<Scanned>,
    tell: Tell<'_>,
    cancel: &AtomicBool,
) -> Result<Imported> {
    let share = Share { files, ..Share::default() };
    take_in(workspace, cache, &Sources::default(), share, Of { dry_run: false, whole: false }, tell, cancel)
}

/// How a share is taken in.
struct Of {
    /// Nothing is written.
    dry_run: bool,
    /// It is all there is, so that what is not in it is gone.
    whole: bool,
}

fn take_in(
    workspace: &mut Workspace,
    cache: &TextCache,
    sources: &Sources,
    mut share: Share,
    of: Of,
    tell: Tell<'_>,
    cancel: &AtomicBool,
) -> Result<Imported> {
    let dry_run = of.dry_run;
    // The lists before any file: one that cannot be understood stops the import before anything is done.
    let lists = Lists::read(workspace.db(), sources, &share, workspace.today()?, cache.contained())?;
    lists.usable(sources)?;
    let scopes: Scopes = sources.scopes.as_deref().map(scopes).transpose()?.unwrap_or_default();
    let mut master = lists.master.as_ref().map(|taken| master_rows(&taken.read)).unwrap_or_default();
    let mut index = lists.index.as_ref().map(|taken| index_rows(&taken.read)).unwrap_or_default();
    lists.all().for_each(|taken| problems(taken, &mut share.problems));
    let taken: Vec<ListTaken> = lists.all().map(|taken| ListTaken::of(taken, false)).collect();

    let beside = workspace.vault().folder_beside();
    let opened = open(&mut share, &beside, sources.check_pack, cache.contained());
    let stored = if dry_run {
        hash_all(&share.files, tell, cancel)?
    } else {
        let paths: Vec<PathBuf> = share.files.iter().map(|f| f.full.clone()).collect();
        let total = paths.len() as u64;
        workspace.vault().put_many(&paths, &|done, _| tell("filing", done as u64, total), cancel)
    };
    let mut kept: Vec<(Scanned, Stored)> = Vec::new();
    for (file, stored) in share.files.drain(..).zip(stored) {
        match stored {
            Ok(stored) => kept.push((file, stored)),
            // One file that cannot be read stops no other; a full or failing disk stops all.
            Err(e) => match not_filed(e.code()) {
                Some(said) => share.problems.push(Problem::file(&file.path, said)),
                None => return Err(e),
            },
        }
    }
    let (found, not_read) =
        read_all(&mut kept, (!dry_run).then(|| workspace.vault()), cache.contained(), tell, cancel)?;
    share.problems.extend(not_read);

    let held = systems::editions_held(workspace.db())?;
    let cells = master.iter_mut().map(|row| &mut row.clauses).chain(index.iter_mut().map(|row| &mut row.clauses));
    cells.for_each(|cell| settle(cell, &held));
    let known = |standard: &str, clause: &str| catalogue().reference(&format!("{standard}/{clause}"), &held).is_ok();
    let register = Register::read(workspace.db())?;
    let plan = plan(&ImportInput {
        today: workspace.today()?,
        register: &register,
        files: &found,
        skipped: share.skipped,
        problems: share.problems,
        master: &master,
        index: &index,
        master_name: lists.master.as_ref().map(|taken| taken.name.as_str()).unwrap_or_default(),
        index_name: lists.index.as_ref().map(|taken| taken.name.as_str()).unwrap_or_default(),
        opened: &opened.says,
        scopes: &scopes,
        held: &held,
        known: &known,
    });
    let alike = alike(workspace.db(), cache, &plan, &found, &register)?;
    let mut files: HashMap<String, FiledFile> = HashMap::new();
    for ((scanned, stored), found) in kept.iter().zip(&found) {
        files.insert(scanned.path.clone(), file_of(&scanned.full, scanned.path.clone(), *stored, &found.extracted));
    }
    let registering = |done: usize, total: usize| {
        tell("registering", done as u64, total as u64);
        if done < total && cancel.load(Ordering::Relaxed) { Err(refusals::import_stopped()) } else { Ok(()) }
    };
    if dry_run {
        let tried = apply((workspace, Mode::TryOut), &plan, &scopes, &lists, (&files, of.whole), &registering);
        let planned = match tried {
            Ok(tried) => Imported::tried(plan, tried, alike),
            // Whoever may write nothing is shown the plan alone.
            Err(e) if e.code() == Code::ReadOnly => Imported::planned(plan, alike),
            Err(e) => return Err(e),
        };
        return Ok(Imported { lists: taken, ..planned });
    }
    let texts: Vec<(Digest, Extracted)> = found.iter().map(|f| (f.digest, f.extracted.clone())).collect();
    cache.put_many(&texts)?;
    if cancel.load(Ordering::Relaxed) {
        return Err(refusals::import_stopped());
    }
    let first = workspace.head()?.size;
    // What a person decided about columns holds for the next list of the same shape.
    let decided = lists.all().filter(|taken| sources.columns.contains_key(&taken.read.list));
    let decided: Vec<_> = decided.map(|taken| taken.read.kept(&taken.name)).collect();
    if sources.remember && !decided.is_empty() {
        workspace.transact(|tx| decided.into_iter().try_for_each(|read| questions::keep_columns(tx, read)))?;
    }
    let mut applied = apply((&mut *workspace, Mode::Keep), &plan, &scopes, &lists, (&files, of.whole), &registering)?;
    applied.recognised.extend(alike);
    let open = questions::counts(workspace.db())?.open;
    // What was mapped breeds proposals as if it had been mapped by hand, and so does what the texts name.
    let proposed = mapping::waiting_since(workspace.db(), first, &held)?;
    let points_opened = mapping::points_opened_since(workspace.db(), first)?;
    Ok(Imported { proposed, points_opened, lists: taken, ..Imported::done(plan, applied, open) })
}

/// What is said of a file that could not be read; nothing for what stops all.
fn not_filed(code: Code) -> Option<Said> {
    match code {
        Code::FileChanged => Some(oddities::file_changed()),
        Code::FileUnreadable => Some(oddities::file_not_readable()),
        Code::FileNotFound => Some(oddities::file_gone()),
        _ => None,
    }
}

fn hash_all(files: &[Scanned], tell: Tell<'_>, cancel: &AtomicBool) -> Result<Vec<Result<Stored>>> {
    let total = files.len() as u64;
    let hashed = map_on_two_threads(
        files.len(),
        &|i| {
            tell("hashing", i as u64, total);
            crate::vault::hash_file(&files[i].full).map(|(digest, size)| Stored { digest, size, fresh: false })
        },
        cancel,
    );
    hashed.ok_or_else(refusals::import_stopped)
}

/// The texts of the files: of what was stored, never again of the share, which may have changed since. In a dry run nothing
/// is stored; a file that is gone by then is taken off the list and named.
fn read_all(
    kept: &mut Vec<(Scanned, Stored)>,
    vault: Option<&Vault>,
    contained: &Containment,
    tell: Tell<'_>,
    cancel: &AtomicBool,
) -> Result<(Vec<Found>, Vec<Problem>)> {
    let total = kept.len() as u64;
    let read = map_on_two_threads(
        kept.len(),
        &|i| {
            tell("reading", i as u64, total);
            let (file, stored) = &kept[i];
            match vault {
                Some(vault) => extract(&vault.path_of(&stored.digest), contained),
                None => extract(&file.full, contained),
            }
        },
        cancel,
    );
    let read = read.ok_or_else(refusals::import_stopped)?;
    let (mut found, mut problems, mut there) = (Vec::new(), Vec::new(), Vec::new());
    for ((file, stored), read) in std::mem::take(kept).into_iter().zip(read) {
        let extracted = match read {
            Ok(extracted) => extracted,
            // The bytes are in the vault all the same.
            Err(_) if vault.is_some() => Extracted::unsearchable(Media::Other, Unsearchable::Damaged),
            Err(e) => match not_filed(e.code()) {
                Some(said) => {
                    problems.push(Problem::file(&file.path, said));
                    continue;
                }
                None => return Err(e),
            },
        };
        found.push(Found {
            path: file.path.clone(),
            folders: file.folders.clone().unwrap_or_else(|| folders_of(&file.full)),
            digest: stored.digest,
            extracted,
        });
        there.push((file, stored));
    }
    *kept = there;
    Ok((found, problems))
}
