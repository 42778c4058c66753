//! The stored files, one by one, on two threads. What cannot be read is a finding like every other, and no end of the check.

use std::collections::{BTreeMap, HashMap};
use std::io::ErrorKind;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::ahead::{self, BLOCK, Content};
use super::report::{MOST, Report};
use crate::disk;
use crate::error::{Error, Result, check_stopped, too_many_open};

/// A file that an entry names.
struct File<'f> {
    digest: &'f str,
    size: u64,
    seq: u64,
}

/// A fault: the file's place in the order of digests, and the finding.
type Found = (usize, &'static str, String, String);

/// Looks at every file that an entry names: digest to size and entry. `read` is what was read ahead.
pub(super) fn check(
    folder: &Path,
    files: &BTreeMap<String, (u64, u64)>,
    (deep, read): (bool, &HashMap<String, Content>),
    progress: &dyn Fn(u64, u64),
    cancel: &AtomicBool,
    report: &mut Report,
) -> Result<()> {
    let files: Vec<File<'_>> =
        files.iter().map(|(digest, (size, seq))| File { digest, size: *size, seq: *seq }).collect();
    // The largest first: one that came last would keep one thread alone.
    let mut order: Vec<usize> = (0..files.len()).collect();
    if deep {
        order.sort_by_key(|at| std::cmp::Reverse(files[*at].size));
    }
    let look = Look { folder, files: &files, order: &order, deep, read, next: AtomicUsize::new(0), cancel };
    let total = files.len() as u64;
    let (mine, others) = std::thread::scope(|scope| {
        let other = scope.spawn(|| look.through(&|_| {}));
        let mine = look.through(&|begun| progress(begun, total));
        (mine, other.join())
    });
    let mut found = mine?;
    found.extend(others.map_err(|_| Error::internal("a check stopped in the middle"))??);
    progress(total, total);
    found.sort_unstable_by_key(|(at, ..)| *at);
    for (_, code, place, what) in found {
        report.find(code, place, what);
    }
    Ok(())
}

/// What both threads share.
struct Look<'l> {
    folder: &'l Path,
    files: &'l [File<'l>],
    /// In which order they are looked at.
    order: &'l [usize],
    deep: bool,
    /// What was read ahead.
    read: &'l HashMap<String, Content>,
    /// The next one in that order.
    next: AtomicUsize,
    cancel: &'l AtomicBool,
}

impl Look<'_> {
    /// Looks at one after the other until there is none left; `tell` hears how many were begun.
    fn through(&self, tell: &dyn Fn(u64)) -> Result<Vec<Found>> {
        let (mut found, mut block) = (Vec::new(), vec![0u8; BLOCK]);
        loop {
            let begun = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(at) = self.order.get(begun).copied() else { return Ok(found) };
            if self.cancel.load(Ordering::Relaxed) {
                return Err(check_stopped());
            }
            tell(begun as u64);
            let file = &self.files[at];
            // What an entry calls a digest leads nowhere unless it is one.
            let Some(place) = ahead::place(file.digest) else { continue };
            if let Some((code, what)) = self.one(&place, file, &mut block)?
                && found.len() <= MOST
            {
                found.push((at, code, place, format!("The file of entry {} {what}", file.seq)));
            }
        }
    }

    /// What is wrong with one of them.
    fn one(&self, place: &str, file: &File<'_>, block: &mut [u8]) -> Result<Option<(&'static str, String)>> {
        let unreadable = |e: std::io::Error| {
            if too_many_open(&e) {
                return Err(Error::io(Path::new(place), e));
            }
            Ok(Some(("object_unreadable", format!("cannot be read: {e}"))))
        };
        let mut opened = match disk::open_below(self.folder, Path::new(place)) {
            Ok(Some(opened)) => opened,
            Ok(None) => {
                let what =
                    "is altered: a link, a folder, a pipe or a device stands in its place, which was not followed";
                return Ok(Some(("object_foreign", what.into())));
            }
            Err(e) if e.kind() == ErrorKind::NotFound => return Ok(Some(("object_missing", "is missing".into()))),
            Err(e) => return unreadable(e),
        };
        match opened.metadata() {
            Err(e) => return unreadable(e),
            Ok(found) if found.len() != file.size => {
                let bytes = if found.len() == 1 { "byte" } else { "bytes" };
                let what = format!("is altered: {} {bytes} instead of {}", found.len(), file.size);
                return Ok(Some(("object_altered", what)));
            }
            Ok(_) => {}
        }
        if !self.deep {
            return Ok(None);
        }
        let known = self.read.get(file.digest).filter(|(length, _)| *length == file.size);
        let same = match known {
            Some((_, same)) => *same,
            None => match ahead::hash_of(&mut opened, block, &|| !self.cancel.load(Ordering::Relaxed)) {
                Ok(Some((_, hash))) => hash == file.digest,
                Ok(None) => return Err(check_stopped()),
                Err(e) => return unreadable(e),
            },
        };
        Ok((!same).then(|| ("object_altered", "is altered: its content has another hash".into())))
    }
}
