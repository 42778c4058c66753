//! What speaks for a document and what for a record: each sign with its weight and its words.

use std::sync::LazyLock;

use regex::Regex;
use serde::Serialize;
use ts_rs::TS;

use super::contents::{self, Contents};
use super::media::{of_media, of_programs};
use super::seen::Seen;
use crate::reading::days::days_in_name;
use crate::reading::periods::period_in_name;
use crate::reading::signs::{Headings, headings_in};
use crate::reading::titles::{heading_of, title_of};
use crate::words::{Folder, Nature, in_folder, nature};

/// One reason why a file is taken for what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Sign {
    /// Which: `listed`, `indexed`, `filed`, `control_table`, `number`, `version`, `section`, `title`, `headings`, `folder`, `neighbours`,
    /// `blanks`, `filled`, `day`, `type`, `program`, `exported`, `nothing`.
    pub sign: &'static str,
    /// What of it: the words, a number, a folder's name.
    pub words: String,
    /// What it speaks for: `document`, `record` or `external`.
    pub speaks_for: &'static str,
}

/// What a file says of itself, whatever its place and those beside it say.
pub(super) const OF_ITSELF: [&str; 7] =
    ["control_table", "number", "version", "section", "title", "headings", "blanks"];

/// The number of a section, as the parts of a manual bear it.
static SECTION: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^\d{1,2}(?:\.\d{1,2})*[.\s_-]+[^\d\s]").ok());

/// Signs with their weights: above zero for a document, below for a record.
pub(super) struct Scale {
    pub(super) sum: i32,
    pub(super) why: Vec<Sign>,
}

impl Scale {
    fn put(&mut self, weight: i32, sign: &'static str, words: impl Into<String>) {
        if weight != 0 {
            self.sum += weight;
            let speaks_for = if weight > 0 { "document" } else { "record" };
            self.why.push(Sign { sign, words: words.into(), speaks_for });
        }
    }

    /// What those beside it are, with a weight that may be none.
    pub(super) fn beside(&mut self, weight: i32, speaks_for: &'static str, count: i32) {
        self.sum += if speaks_for == "document" { weight } else { -weight };
        self.why.push(Sign { sign: "neighbours", words: count.to_string(), speaks_for });
    }
}

/// Whether a file says nothing of itself, or no more than one heading that many texts have.
pub(super) fn silent(scale: &Scale) -> bool {
    let mut own = scale.why.iter().filter(|sign| OF_ITSELF.contains(&sign.sign));
    own.all(|sign| sign.sign == "headings" && !sign.words.contains(", "))
}

/// What a file says of itself, and the folders above it.
pub(super) fn signs(seen: &Seen<'_>) -> Scale {
    let mut scale = Scale { sum: 0, why: Vec::new() };
    let (found, name) = (seen.found, &seen.name);
    if let Some(control) = &seen.control {
        let weight = match control.fields() {
            _ if control.next_review.is_some() => 5,
            0..=1 => i32::from(control.is_table()),
            2 => 2,
            3 => 3,
            _ => 4,
        };
        scale.put(
            weight,
            "control_table",
            control.number.clone().or_else(|| control.version.clone()).unwrap_or_default(),
        );
    }
    if let Some(number) = &name.number {
        let of_year = number.split(['-', '_', '.']).any(|part| part.len() == 4 && part.starts_with("20"));
        // Forms that only the names beside it teach may be those of machines: files of one form do not vouch for each other.
        let sure = if name.learnt { 1 } else { 2 };
        scale.put(if of_year { -1 } else { sure }, "number", number);
    }
    if let Some(version) = &name.version {
        scale.put(2, "version", version);
    }
    if SECTION.as_ref().is_some_and(|section| section.is_match(&name.title)) {
        scale.put(1, "section", name.title.split(' ').next().unwrap_or_default());
    }
    let about = of_programs(seen.path);
    if about {
        scale.put(-2, "program", seen.path.rsplit('/').next().unwrap_or_default());
    }
    let heading = heading_of(found).filter(|_| !about);
    let own = nature(&name.title).filter(|_| !about);
    // A heading that is no title is one of the text.
    let sure = own.is_some() || title_of(found, name).is_some();
    let title = own.or_else(|| nature(heading.as_deref().unwrap_or_default()));
    if let Some((nature, word)) = &title {
        let weight = match nature {
            Nature::Document => 3,
            Nature::Blank => 4,
            Nature::Record => -3,
        };
        scale.put(if sure { weight } else { weight.signum() }, "title", word);
    }
    match contents::of(found, title.map(|(nature, _)| nature)) {
        Some(Contents::Open(words, weight)) if !about => scale.put(weight, "blanks", words),
        Some(Contents::Filled(words)) => scale.put(-4, "filled", words),
        _ => {}
    }
    let headings = if about { Headings::default() } else { headings_in(&found.text) };
    let (documents, records) = (headings.of_documents.len() as i32, headings.of_records.len() as i32);
    scale.put(documents.min(3), "headings", headings.of_documents.join(", "));
    scale.put(-records.min(3), "headings", headings.of_records.join(", "));
    let behind = &name.behind;
    if !days_in_name(behind).is_empty() || (name.version.is_none() && period_in_name(behind).is_some()) {
        scale.put(-2, "day", behind);
    }
    if let Some((weight, kind)) = of_media(seen.path, found) {
        scale.put(weight, "type", kind);
    }
    for (weight, folder) in of_folders(seen.folders) {
        scale.put(weight, "folder", folder);
    }
    scale
}

/// What the two nearest folders that say something say, the farther one half as much; a folder alone never decides.
fn of_folders(folders: &str) -> Vec<(i32, String)> {
    let folders = folders.split('/').rev().filter(|folder| !folder.is_empty()).take(6);
    let said = folders.filter_map(|folder| Some((of_folder(folder)?, folder.to_owned())));
    said.take(2)
        .enumerate()
        .map(|(far, (weight, folder))| (if far == 0 { weight } else { weight / 2 }, folder))
        .collect()
}

/// What a folder's name speaks for: `Documentation` for little, `Policies and records` for neither.
fn of_folder(folder: &str) -> Option<i32> {
    let has = |meaning| in_folder(&format!("{folder}/x"), meaning);
    let noun = nature(folder).map(|(nature, _)| nature);
    let record = has(Folder::Record) || noun == Some(Nature::Record);
    let document = if noun.is_some_and(|noun| noun != Nature::Record) { 2 } else { i32::from(has(Folder::Document)) };
    match (document, record) {
        (0, false) => None,
        (0, true) => Some(-2),
        (weight, false) => Some(weight),
        (_, true) => Some(0),
    }
}
