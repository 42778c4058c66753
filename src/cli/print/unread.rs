//! Files that were not read, or not wholly: why, what in them, and what can be done about it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::engines::Holds;
use super::{Page, Show, plural};
use crate::digest::Digest;
use crate::extract::{Unread, Unsearchable};
use crate::search::{NotRead, WasRead};

/// Something with files, and how they were read.
#[derive(Serialize)]
pub(in crate::cli) struct ReadBy<T> {
    #[serde(flatten)]
    pub(in crate::cli) shown: T,
    /// The program with its version, by the file's digest.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(in crate::cli) read_by: BTreeMap<Digest, String>,
    /// How those were read that were not read, or not wholly.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(in crate::cli) not_read: BTreeMap<Digest, WasRead>,
}

impl<T: Show + Holds> Show for ReadBy<T> {
    fn show(&self, page: &mut Page) {
        self.shown.show(page);
        let mut remedies = Vec::new();
        for file in self.shown.files() {
            let whole = |read: &WasRead| read.problem.is_some_and(|problem| problem != Unsearchable::PartUnread);
            let none = self.not_read.get(&file.digest).is_some_and(whole);
            if let Some(engine) = self.read_by.get(&file.digest).filter(|_| !none) {
                page.line(format!("text of {} read by {engine}", file.path));
            }
            if let Some(WasRead { problem: Some(problem), unread, .. }) = self.not_read.get(&file.digest) {
                said(page, "", &file.path, *problem, unread);
                add_remedies(*problem, unread, &mut remedies);
            }
        }
        for remedy in remedies {
            page.line(format!("→ {remedy}"));
        }
    }
}

impl Show for NotRead {
    fn show(&self, page: &mut Page) {
        let (mut last, mut remedies) = (String::new(), Vec::new());
        for file in &self.files {
            let revision = file.revision.as_ref().map(|label| format!(" rev {label}")).unwrap_or_default();
            let earlier = if file.earlier { " (another revision)" } else { "" };
            let head = format!("{}{revision} {}{earlier}", file.code, file.title);
            if head != last {
                page.line(&head);
                last = head;
            }
            said(page, "  ", &file.file, file.problem, &file.unread);
            add_remedies(file.problem, &file.unread, &mut remedies);
        }
        page.line(match self.count {
            0 => String::from("All files are searched."),
            count => format!("{} cannot be searched, or not wholly.", plural(count, "file", "files")),
        });
        if self.files.len() < self.count {
            page.line(format!("Shown: {}.", self.files.len()));
        }
        for remedy in remedies {
            page.line(format!("→ {remedy}"));
        }
    }
}

/// One file, with what in it was not read.
fn said(page: &mut Page, before: &str, file: &str, problem: Unsearchable, unread: &[Unread]) {
    page.line(format!("{before}{file} {}", why(problem)));
    // Of a file that was not read at all its parts say nothing more.
    for part in unread.iter().filter(|_| problem == Unsearchable::PartUnread) {
        page.line(format!("{before}  {}", part_said(part)));
    }
}

/// A part: pages are named as `2 / 5`.
fn part_said(part: &Unread) -> String {
    let pages = part.name.split_once(" / ").filter(|(number, of)| {
        of.parse::<u32>().is_ok() && number.split('–').all(|number| number.parse::<u32>().is_ok())
    });
    match pages {
        Some((number, of)) if part.problem == Unsearchable::TooLarge => {
            let before = number.split('–').next().and_then(|first| first.parse::<u32>().ok()).unwrap_or(1) - 1;
            format!("pages {number} of {of} were not read: a scan is read to page {before}")
        }
        Some((number, of)) => format!("page {number} of {of} {}", why(part.problem)),
        None => format!("{} {}", if part.name.is_empty() { "a part" } else { &part.name }, why(part.problem)),
    }
}

fn add_remedies(problem: Unsearchable, unread: &[Unread], into: &mut Vec<&'static str>) {
    let parts = unread.iter().map(|part| part.problem).filter(|_| problem == Unsearchable::PartUnread);
    for remedy in parts.chain([problem]).filter_map(remedy) {
        if !into.contains(&remedy) {
            into.push(remedy);
        }
    }
}

/// Behind *the file*.
pub(super) fn why(problem: Unsearchable) -> &'static str {
    match problem {
        Unsearchable::Empty => "is empty, or has no text",
        Unsearchable::Damaged => "is damaged",
        Unsearchable::Locked => "is locked by a password",
        Unsearchable::ImageOnly => "is a scan or a picture, without text",
        Unsearchable::UnknownType => "is of a kind that is not read",
        Unsearchable::TooLarge => "is too large to be read",
        Unsearchable::PartUnread => "was read in part only",
        Unsearchable::NoLetters => "has fonts that say no letters",
        Unsearchable::ReaderEnded => "ended its reader",
        Unsearchable::TookTooLong => "took too long to read",
        Unsearchable::NotStarted => "was not read yet",
    }
}

/// What can be done about it.
pub(super) fn remedy(problem: Unsearchable) -> Option<&'static str> {
    match problem {
        Unsearchable::Locked => Some("Locked files: save them without a password and file them again."),
        Unsearchable::Damaged | Unsearchable::ReaderEnded => {
            Some("Damaged files: open them in their own program, save them again and file that.")
        }
        Unsearchable::ImageOnly | Unsearchable::NoLetters => {
            Some("Scans and pictures: `clausebook engine list` names the programs that read them.")
        }
        Unsearchable::TooLarge => Some("Large files: file them in parts."),
        Unsearchable::TookTooLong => Some(
            "Files that took too long: `clausebook engine on NAME` lets a program try again, else file them in parts.",
        ),
        Unsearchable::PartUnread => Some("Parts that were not read: `clausebook search --unread` names each."),
        Unsearchable::UnknownType => Some("Other kinds: file a copy as PDF beside it."),
        Unsearchable::Empty | Unsearchable::NotStarted => None,
    }
}
