//! What a file of a share is taken for: a document, a record or something from outside. Lists and what is filed decide; else
//! its control table, name, headings, type, folder and neighbours are weighed together, and no word decides alone.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;
use serde::Serialize;
use ts_rs::TS;

use super::contents::{self, Contents};
use super::input::Found;
use super::media::{of_media, of_programs};
use super::register::{FiledAs, Register};
use super::rows::Rows;
use crate::extract::Media;
use crate::reading::{
    Control, FileName, Headings, days_in_name, heading_of, headings_in, period_in_name, stem, title_of,
};
use crate::words::{Folder, Nature, in_folder, nature, publisher};

/// What a file is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Document,
    Record,
    External,
}

/// One reason why a file is taken for what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Sign {
    /// Which: `listed`, `indexed`, `filed`, `control_table`, `number`, `version`, `section`, `title`, `headings`, `folder`, `neighbours`,
    /// `blanks`, `filled`, `day`, `type`, `program`, `nothing`.
    pub sign: &'static str,
    /// What of it: the words, a number, a folder's name.
    pub words: String,
    /// What it speaks for: `document`, `record` or `external`.
    pub speaks_for: &'static str,
}

/// What a file is taken for, why, and whether that is a doubt.
#[derive(Debug, Clone)]
pub(super) struct Weighed {
    pub(super) kind: Kind,
    pub(super) why: Vec<Sign>,
    pub(super) doubt: bool,
}

/// A file with what it says of itself.
pub(super) struct Seen<'a> {
    pub(super) found: &'a Found,
    pub(super) name: FileName,
    pub(super) control: Option<Control>,
}

/// What a file says of itself, whatever its place and those beside it say.
const OF_ITSELF: [&str; 7] = ["control_table", "number", "version", "section", "title", "headings", "blanks"];

/// More words than a name and a remark have.
const WORDS: usize = 30;

/// From here on the signs for one side are taken for enough.
const ENOUGH: i32 = 2;

/// The number of a section, as the parts of a manual bear it.
static SECTION: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^\d{1,2}(?:\.\d{1,2})*[.\s_-]+[^\d\s]").ok());

/// Signs with their weights: above zero for a document, below for a record.
struct Scale {
    sum: i32,
    why: Vec<Sign>,
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
    fn beside(&mut self, weight: i32, speaks_for: &'static str, count: i32) {
        self.sum += if speaks_for == "document" { weight } else { -weight };
        self.why.push(Sign { sign: "neighbours", words: count.to_string(), speaks_for });
    }
}

/// Whether a file says nothing of itself, or no more than one heading that many texts have.
fn silent(scale: &Scale) -> bool {
    let mut own = scale.why.iter().filter(|sign| OF_ITSELF.contains(&sign.sign));
    own.all(|sign| sign.sign == "headings" && !sign.words.contains(", "))
}

/// Weighs all files of a share; those of one folder speak for each other.
pub(super) fn weigh(files: &[Seen<'_>], rows: &Rows<'_>, register: &Register) -> Vec<Weighed> {
    let decided: Vec<Option<Weighed>> = files.iter().map(|seen| decided(seen, rows, register)).collect();
    let scales: Vec<Scale> = files.iter().map(signs).collect();
    let mut folders: HashMap<&str, (i32, i32)> = HashMap::new();
    for ((seen, decided), scale) in files.iter().zip(&decided).zip(&scales) {
        let document = decided.as_ref().map_or(scale.sum >= ENOUGH, |found| found.kind == Kind::Document);
        let record = decided.as_ref().map_or(scale.sum <= -ENOUGH, |found| found.kind == Kind::Record);
        let (documents, records) = folders.entry(seen.found.folders.as_str()).or_default();
        *documents += i32::from(document);
        *records += i32::from(record);
    }
    let of = |(seen, (decided, scale)): (&Seen<'_>, (Option<Weighed>, Scale))| {
        let (documents, records) = folders.get(seen.found.folders.as_str()).copied().unwrap_or_default();
        decided.unwrap_or_else(|| weighed(seen, scale, documents, records))
    };
    files.iter().zip(decided.into_iter().zip(scales)).map(of).collect()
}

/// What lists and the register say: that is no matter of weighing.
fn decided(seen: &Seen<'_>, rows: &Rows<'_>, register: &Register) -> Option<Weighed> {
    let (path, digest) = (&seen.found.path, &seen.found.digest);
    let sure = |kind, sign, words: &str, speaks_for| {
        Some(Weighed { kind, why: vec![Sign { sign, words: words.to_owned(), speaks_for }], doubt: false })
    };
    if let Some(row) = rows.indexed(path) {
        return sure(Kind::Record, "indexed", &row.row.to_string(), "record");
    }
    let number = seen.number();
    if let Some(row) = number.and_then(|number| rows.numbered(number)).or_else(|| rows.at(path)) {
        return sure(Kind::Document, "listed", &row.row.to_string(), "document");
    }
    match register.filed(path, digest) {
        Some(FiledAs::Document(code)) if code.starts_with("EXT ") => sure(Kind::External, "filed", code, "external"),
        Some(FiledAs::Document(code)) => sure(Kind::Document, "filed", code, "document"),
        Some(FiledAs::Record(code)) => sure(Kind::Record, "filed", code, "record"),
        None => None,
    }
}

impl Seen<'_> {
    /// Its own number: of the control table, else of its name.
    pub(super) fn number(&self) -> Option<&str> {
        self.control.as_ref().and_then(|c| c.number.as_deref()).or(self.name.number.as_deref())
    }
}

/// What a file says of itself, and the folders above it.
fn signs(seen: &Seen<'_>) -> Scale {
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
    let about = of_programs(&found.path);
    if about {
        scale.put(-2, "program", found.path.rsplit('/').next().unwrap_or_default());
    }
    let heading = heading_of(&found.extracted).filter(|_| !about);
    let own = nature(&name.title).filter(|_| !about);
    // A heading that is no title is one of the text.
    let sure = own.is_some() || title_of(&found.extracted, name).is_some();
    let title = own.or_else(|| nature(heading.as_deref().unwrap_or_default()));
    if let Some((nature, word)) = &title {
        let weight = match nature {
            Nature::Document => 3,
            Nature::Blank => 4,
            Nature::Record => -3,
        };
        scale.put(if sure { weight } else { weight.signum() }, "title", word);
    }
    match contents::of(&found.extracted, title.map(|(nature, _)| nature)) {
        Some(Contents::Open(words, weight)) if !about => scale.put(weight, "blanks", words),
        Some(Contents::Filled(words)) => scale.put(-4, "filled", words),
        _ => {}
    }
    let headings = if about { Headings::default() } else { headings_in(&found.extracted.text) };
    let (documents, records) = (headings.of_documents.len() as i32, headings.of_records.len() as i32);
    scale.put(documents.min(3), "headings", headings.of_documents.join(", "));
    scale.put(-records.min(3), "headings", headings.of_records.join(", "));
    let behind = &name.behind;
    if !days_in_name(behind).is_empty() || (name.version.is_none() && period_in_name(behind).is_some()) {
        scale.put(-2, "day", behind);
    }
    if let Some((weight, kind)) = of_media(found) {
        scale.put(weight, "type", kind);
    }
    for (weight, folder) in of_folders(found) {
        scale.put(weight, "folder", folder);
    }
    scale
}

/// What the two nearest folders that say something say, the farther one half as much; a folder alone never decides.
fn of_folders(found: &Found) -> Vec<(i32, String)> {
    let folders = found.folders.split('/').rev().filter(|folder| !folder.is_empty()).take(6);
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

/// Weighs a file among those beside it.
fn weighed(seen: &Seen<'_>, mut scale: Scale, documents: i32, records: i32) -> Weighed {
    let own = seen.control.as_ref().is_some_and(Control::is_table)
        || seen.name.number.is_some()
        || seen.name.version.is_some();
    // Its own name counts: what a text is headed with may be what it is about.
    let standard = of_a_publisher(&seen.found.path).filter(|_| !own);
    let written = standard.is_some() && written_here(seen.found);
    if let Some(number) = standard {
        let sign = Sign { sign: "number", words: number, speaks_for: "external" };
        if !written {
            return Weighed { kind: Kind::External, why: vec![sign], doubt: false };
        }
        scale.why.push(sign);
    }
    if let Some(folder) = from_outside(seen.found).filter(|_| !own) {
        let why = vec![Sign { sign: "folder", words: folder.to_owned(), speaks_for: "external" }];
        return Weighed { kind: Kind::External, why, doubt: false };
    }
    // Those beside it only support what a file says of itself: by themselves they decide nothing.
    let support = i32::from(!silent(&scale));
    let (one, other) = (documents, records);
    if one >= 3 && other * 3 <= one {
        scale.beside(support, "document", documents);
    } else if other >= 3 && one * 3 <= other {
        scale.beside(support, "record", records);
    }
    let kind = if scale.sum >= ENOUGH && !written { Kind::Document } else { Kind::Record };
    let of_itself = |sign: &Sign| sign.speaks_for == "document" && OF_ITSELF.contains(&sign.sign);
    // A report among the templates may be a blank one.
    let report = scale.why.iter().any(|sign| sign.sign == "title" && sign.speaks_for == "record");
    let blank = |sign: &Sign| sign.sign == "folder" && nature(&sign.words).is_some_and(|(of, _)| of == Nature::Blank);
    let own = |sign: &Sign| of_itself(sign) || (report && blank(sign));
    // One heading that many texts have is little.
    let little = |sign: &Sign| sign.sign == "headings" && !sign.words.contains(", ");
    let speaks_against = |sign: &Sign| sign.speaks_for == "record" && sign.sign != "neighbours" && !little(sign);
    let against = scale.why.iter().any(speaks_against);
    // Its place alone raises no doubt against what it is.
    let doubt = scale.sum < ENOUGH && scale.sum > -ENOUGH && (!against || scale.why.iter().any(own));
    let doubt = doubt || (written && scale.sum > -ENOUGH);
    if scale.why.is_empty() {
        scale.why.push(Sign { sign: "nothing", words: String::new(), speaks_for: "record" });
    }
    Weighed { kind, why: scale.why, doubt }
}

/// The number of a standard that somebody else published, where the name of a file is that and nothing more: `DIN EN 10204
/// 2005-01`. That it is a PDF may be said twice.
fn of_a_publisher(path: &str) -> Option<String> {
    let title = stem(path);
    let end = path.rsplit_once('.').map(|(_, end)| end.to_lowercase()).unwrap_or_default();
    let said = |part: &&str| !part.is_empty() && part.to_lowercase() != end;
    let parts = || title.split(|c: char| !c.is_alphanumeric()).filter(said);
    let letters = |part: &str| part.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    let first = parts().next().map(letters)?;
    let digits = |part: &str| part.trim_start_matches(|c: char| c.is_alphabetic()).chars().all(|c| c.is_ascii_digit());
    let only = parts().all(|part| (letters(part).is_empty() || publisher(&letters(part))) && digits(part));
    let numbered = title.chars().filter(char::is_ascii_digit).count() > 2;
    (publisher(&first) && only && numbered).then_some(title)
}

/// Whether a text is of a kind that is written in the organisation, and more than a name: nobody publishes a standard so.
fn written_here(found: &Found) -> bool {
    found.extracted.media != Media::Pdf && found.extracted.text.split_whitespace().nth(WORDS).is_some()
}

/// The folder that is named for what comes from outside, with no other word in its name but one for documents.
fn from_outside(found: &Found) -> Option<&str> {
    found.folders.split('/').rev().take(3).find(|folder| {
        let mut words =
            folder.split(|c: char| !c.is_alphanumeric()).filter(|w| w.contains(char::is_alphabetic)).peekable();
        let says = |word: &str, meaning| in_folder(&format!("{word}/x"), meaning);
        let all =
            words.peek().is_some() && words.all(|word| says(word, Folder::External) || says(word, Folder::Document));
        all && in_folder(&format!("{folder}/x"), Folder::External)
    })
}
