//! What a look at a watched folder found.

use super::{Page, Show, plural};
use crate::api::{WatchFound, WatchedFolders};
use crate::watch::{Acted, Finding, Looked, What};

impl Show for WatchedFolders {
    fn show(&self, page: &mut Page) {
        if self.folders.is_empty() {
            page.line("No folder is watched: clausebook watch add FOLDER");
        }
        for watched in &self.folders {
            page.line(format!("{}  {}", watched.name, watched.folder.display()));
        }
    }
}

impl Show for WatchFound {
    fn show(&self, page: &mut Page) {
        if self.folders.is_empty() {
            page.line("No folder is watched: clausebook watch add FOLDER");
        }
        self.folders.iter().for_each(|looked| looked.show(page));
    }
}

impl Show for Looked {
    fn show(&self, page: &mut Page) {
        if self.away {
            page.line(format!(
                "{}: the folder is not there, or empty though it was not. Nothing was looked at.",
                self.name
            ));
            return;
        }
        let files = plural(self.files, "file", "files");
        page.line(format!("{}: {files}, {} as filed, {} read anew", self.name, self.as_filed, self.read));
        for what in What::ALL {
            let of: Vec<&Finding> = self.findings.iter().filter(|found| !found.left && found.what == *what).collect();
            if of.is_empty() {
                continue;
            }
            page.line(format!("  {}", heading(*what, of.len())));
            for found in of {
                page.line(format!("    {}{}", found.path, said(found)));
            }
        }
        let left = self.findings.iter().filter(|found| found.left).count();
        if left > 0 {
            page.line(format!("  {left} left as they are"));
        }
    }
}

fn heading(what: What, n: usize) -> String {
    match what {
        What::Drift => format!("{} not the approved file", plural(n, "copy is", "copies are")),
        What::Gone => format!("{n} gone"),
        What::Version => format!("{} of a document", plural(n, "new version", "new versions")),
        What::Changed => format!("{n} changed"),
        What::New => format!("{n} new"),
        What::Moved => format!("{n} moved"),
        What::Unreadable => format!("{n} could not be looked at"),
    }
}

/// What is said of one behind its path.
fn said(found: &Finding) -> String {
    let code = found.code.as_deref().unwrap_or_default();
    let version = found.version.as_deref().map(|version| format!(" {version}")).unwrap_or_default();
    let alike = found.percent.map(|percent| format!(", {percent} % the same words")).unwrap_or_default();
    let changes = match (found.added, found.removed) {
        (Some(added), Some(removed)) => format!(", words added: {added}, taken out: {removed}"),
        _ => String::new(),
    };
    let approved = found.approved.as_deref().map(|label| format!("; approved is {label}")).unwrap_or_default();
    match (found.what, &found.was, &found.problem) {
        (_, _, Some(problem)) => format!(": {}", problem.replace('_', " ")),
        (What::Moved, Some(was), _) => format!(": {code}, lay at {was}"),
        (What::New, ..) => String::new(),
        (What::Gone, ..) => format!(": {code}"),
        _ => format!(": {code}{version}{alike}{changes}{approved}"),
    }
}

impl Show for Acted {
    fn show(&self, page: &mut Page) {
        for (code, label) in &self.revised {
            page.line(format!("{code}: filed as version {label}, a draft."));
        }
        if self.noted > 0 {
            page.line(format!("Noted of {}.", plural(self.noted, "file", "files")));
        }
        if let Some(imported) = &self.imported {
            imported.show(page);
        }
    }
}
