//! What a file of a watched folder is, beside what is filed.

use std::collections::BTreeMap;

use super::known::{Filed, Known, Places};
use super::model::{Action, Finding, What};
use super::seen::SeenFile;
use super::told::Told;
use crate::digest::Digest;
use crate::reading::{compare_versions, file_name};
use crate::words::{Folder, State, in_folder};

/// What files of the folder are compared with.
pub(super) struct Judge<'a> {
    pub(super) known: &'a Known,
    pub(super) places: &'a Places<'a>,
    pub(super) files: &'a BTreeMap<String, SeenFile>,
    /// Files that somebody said were moved there.
    pub(super) moved: &'a BTreeMap<String, Digest>,
}

/// A finding about something that is filed.
pub(super) fn about(finding: Finding, filed: &Filed, can: &[Action]) -> Finding {
    Finding { code: Some(filed.code.clone()), record: filed.record(), can: can.to_vec(), ..finding }
}

impl Judge<'_> {
    /// A file whose content is filed; nothing where it lies as it should.
    pub(super) fn filed(&self, path: &str, digest: Digest, same: &[&Filed]) -> Option<Finding> {
        let here = self.places.at(path);
        let own = here.iter().find(|filed| filed.digest == digest);
        let filed = own.or(same.first())?;
        let newer = self.known.current(&filed.code).filter(|newer| newer.approved() && newer.digest != digest);
        if let Some(newer) = newer.filter(|_| filed.outdated()) {
            // Where a newer version lay, too, this one took its place back; else it may be kept where old ones are.
            let replaced = here.iter().any(|other| other.code == filed.code && other.digest == newer.digest);
            if replaced || (own.is_none() && !put_aside(path)) {
                let finding = Finding::of(path, What::Drift, Some(digest));
                let finding = Finding { version: filed.label.clone(), approved: newer.label.clone(), ..finding };
                return Some(about(finding, filed, &[Action::Leave]));
            }
        }
        if own.is_some() || self.moved.get(path) == Some(&digest) {
            return None;
        }
        // A copy beside what still lies in its place is no matter.
        let still_there = same.iter().any(|filed| self.lies(filed));
        let current = same.iter().any(|filed| filed.current);
        if still_there || !current {
            return None;
        }
        let finding = Finding { was: Some(filed.path.clone()), ..Finding::of(path, What::Moved, Some(digest)) };
        Some(about(finding, filed, &[Action::Moved, Action::Leave]))
    }

    /// Whether something still lies where it was filed from.
    fn lies(&self, filed: &Filed) -> bool {
        let there = self.places.path_of(filed).and_then(|path| self.files.get(path));
        there.is_some_and(|file| file.digest == filed.digest)
    }

    /// A file whose content is not filed.
    pub(super) fn foreign(&self, path: &str, digest: Digest, here: &[&Filed], told: &Told) -> Finding {
        let of = |what| {
            let (percent, added, removed) =
                told.changes.map_or((None, None, None), |(p, a, r)| (Some(p), Some(a), Some(r)));
            Finding { version: told.version.clone(), percent, added, removed, ..Finding::of(path, what, Some(digest)) }
        };
        let by_number = || told.number.as_deref().and_then(|number| self.known.current(number));
        if let Some(filed) = here.first().copied().or_else(by_number) {
            if filed.record() {
                return about(of(What::Changed), filed, &[Action::File, Action::Leave]);
            }
            let later = told.version.as_deref().zip(filed.label.as_deref());
            let later = later.is_some_and(|(now, then)| compare_versions(now, then).is_gt());
            let what = match () {
                () if later => What::Version,
                () if filed.approved() => What::Drift,
                () => What::Changed,
            };
            let approved = filed.label.clone().filter(|_| filed.approved());
            return about(Finding { approved, ..of(what) }, filed, &[Action::Revise, Action::Leave]);
        }
        if let Some(filed) = told.like.as_ref().and_then(|like| self.known.current(&like.code)) {
            let can = [Action::Revise, Action::File, Action::Leave];
            return about(of(What::Version), filed, &can);
        }
        Finding { can: vec![Action::File, Action::Leave], ..of(What::New) }
    }
}

/// Whether its name or a folder says that it is out of use.
fn put_aside(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    in_folder(path, Folder::Obsolete) || file_name(name).state.is_some_and(State::out_of_use)
}
