//! From scanned files and lists to a plan: which documents with which revisions, which records, what is double,
//! what a person should look at. Pure: nothing is filed here.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use super::control::{Control, control};
use super::names::{FileName, file_name};
use super::scan::Skipped;
use super::{IndexRow, MasterRow, Problem, Scopes, compare, versions};
use crate::day::{Day, Due};
use crate::digest::Digest;
use crate::documents::DocumentKind;
use crate::extract::{Extracted, Media, Unsearchable};
use crate::text::{fold, nfc};

/// A file with what is known of it.
#[derive(Debug, Clone)]
pub struct Found {
    /// Path relative to the share.
    pub path: String,
    /// Content hash.
    pub digest: Digest,
    /// What was read.
    pub extracted: Extracted,
}

/// Everything a plan is made of.
pub struct ImportInput<'a> {
    /// The files, by path.
    pub files: &'a [Found],
    /// The files left out.
    pub skipped: Vec<Skipped>,
    /// What the walk could not do.
    pub problems: Vec<Problem>,
    /// The master list.
    pub master: &'a [MasterRow],
    /// The evidence index.
    pub index: &'a [IndexRow],
    /// The scopes.
    pub scopes: &'a Scopes,
    /// Whether a standard has a clause.
    pub known: &'a dyn Fn(&str, &str) -> bool,
}

/// What an import will do.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct ImportPlan {
    /// Documents, by number.
    pub documents: Vec<PlannedDocument>,
    /// Records, by path.
    pub records: Vec<PlannedRecord>,
    /// Groups of exact copies.
    pub duplicates: Vec<Vec<String>>,
    /// Files left out.
    pub skipped: Vec<Skipped>,
    /// What a person should look at.
    pub problems: Vec<Problem>,
    /// How many files of each kind there are: document, record, external, system.
    pub by_kind: BTreeMap<&'static str, usize>,
}

/// A document to be registered.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlannedDocument {
    /// Number.
    pub code: String,
    /// Title.
    pub title: String,
    /// Kind of documented information.
    pub kind: DocumentKind,
    /// Owner.
    pub owner: String,
    /// Approver.
    pub approver: String,
    /// Classification.
    pub classification: String,
    /// Who gets it.
    pub distribution: String,
    /// Retention.
    pub retention: String,
    /// Months between reviews.
    pub review_interval: Option<u32>,
    /// Next review.
    pub next_review: Option<Due>,
    /// Whether it is out of use.
    pub withdrawn: bool,
    /// Row of the master list.
    pub row: Option<usize>,
    /// Standard and clause.
    pub clauses: Vec<(String, String)>,
    /// Codes of scope items.
    pub scope: Vec<String>,
    /// Revisions, oldest first; none where only the list knows it.
    pub revisions: Vec<PlannedRevision>,
}

/// A revision to be filed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlannedRevision {
    /// Label.
    pub label: String,
    /// draft, effective or superseded.
    pub state: &'static str,
    /// Paths of its files.
    pub files: Vec<String>,
    /// Who approved it.
    pub approver: String,
    /// When.
    pub approved_on: Option<Due>,
}

/// A record to be filed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlannedRecord {
    /// Title.
    pub title: String,
    /// Path of its file.
    pub path: String,
    /// Kind, in the organisation's own words: the folder's name.
    pub kind: String,
    /// Row of the evidence index.
    pub row: Option<usize>,
    /// Standard and clause.
    pub clauses: Vec<(String, String)>,
    /// First day of the period it speaks of.
    pub period_from: Option<Day>,
    /// Last day of the period it speaks of.
    pub period_to: Option<Day>,
    /// Day on which it was collected.
    pub collected: Option<Day>,
    /// Last day on which it counts.
    pub valid_until: Option<Day>,
    /// A remark.
    pub note: String,
    /// Codes of scope items.
    pub scope: Vec<String>,
    /// The file of which it is an exact copy.
    pub copy_of: Option<String>,
}

/// What a file is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Document,
    Record,
    External,
}

/// A document file with what it says of itself.
pub(super) struct DocumentFile<'a> {
    pub(super) found: &'a Found,
    pub(super) name: FileName,
    pub(super) control: Option<Control>,
}

impl DocumentFile<'_> {
    fn version(&self) -> Option<String> {
        let own = self.control.as_ref().and_then(|c| c.version.clone());
        own.or_else(|| self.name.version.clone())
    }

    fn status(&self) -> String {
        self.control.as_ref().and_then(|c| c.status.clone()).unwrap_or_default().to_lowercase()
    }

    pub(super) fn draft(&self) -> bool {
        self.name.draft || ["draft", "entwurf"].contains(&self.status().as_str())
    }

    fn obsolete(&self) -> bool {
        let words = ["obsolete", "superseded", "withdrawn", "ungültig", "zurückgezogen", "abgelöst"];
        words.contains(&self.status().as_str()) || in_folder(&self.found.path, OBSOLETE)
    }
}

const RECORDS: &[&str] = &["record", "evidence", "nachweis", "aufzeichnung", "protokoll", "記録"];
const EXTERNALS: &[&str] = &["external", "extern", "外部"];
const OBSOLETE: &[&str] = &["obsolete", "archive", "archiv", "superseded", "veraltet", "alt", "old", "ungültig"];
const DOCUMENTS: &[&str] = &[
    "polic",
    "procedure",
    "plan",
    "sla",
    "agreement",
    "manual",
    "instruction",
    "document",
    "form",
    "richtlinie",
    "leitlinie",
    "verfahren",
    "vorgabe",
    "anweisung",
    "handbuch",
    "規程",
    "方針",
];

/// Whether one of the folders above a file has such a word in its name.
fn in_folder(path: &str, words: &[&str]) -> bool {
    let Some((folders, _)) = path.rsplit_once('/') else { return false };
    fold(folders)
        .split(|c: char| !c.is_alphanumeric())
        .any(|part| words.iter().any(|w| if w.len() <= 3 { part == *w } else { part.starts_with(w) }))
        || words.iter().any(|w| !w.is_ascii() && folders.contains(w))
}

/// Whether the folders above a file say that it is a record.
pub(super) fn looks_like_record(path: &std::path::Path) -> bool {
    path.to_str().is_some_and(|path| in_folder(path, RECORDS))
}

/// Makes the plan.
pub fn plan(input: &ImportInput<'_>) -> ImportPlan {
    let mut out =
        ImportPlan { skipped: input.skipped.clone(), problems: input.problems.clone(), ..ImportPlan::default() };
    out.by_kind.insert("system", input.skipped.len());
    out.duplicates = duplicates(input.files);

    let mut documents: Vec<DocumentFile<'_>> = Vec::new();
    let mut records: Vec<&Found> = Vec::new();
    let mut externals: Vec<&Found> = Vec::new();
    for found in input.files {
        let name = file_name(found.path.rsplit('/').next().unwrap_or(&found.path));
        let control = control(&found.extracted);
        let count = match kind_of(input, found, &name, control.as_ref()) {
            Kind::Document => {
                documents.push(DocumentFile { found, name, control });
                "document"
            }
            Kind::Record => {
                records.push(found);
                "record"
            }
            Kind::External => {
                externals.push(found);
                "external"
            }
        };
        *out.by_kind.entry(count).or_default() += 1;
        problem_of(found, &mut out.problems);
    }
    let families = families(documents);
    compare::master_list(input, &families, &mut out.problems);
    plan_documents(input, &families, &externals, &mut out);
    plan_records(input, &records, &mut out);
    out.problems.sort();
    out
}

fn duplicates(files: &[Found]) -> Vec<Vec<String>> {
    let mut groups: BTreeMap<Digest, Vec<String>> = BTreeMap::new();
    for found in files.iter().filter(|f| f.extracted.media != Media::Empty) {
        groups.entry(found.digest).or_default().push(found.path.clone());
    }
    let mut groups: Vec<Vec<String>> = groups.into_values().filter(|g| g.len() > 1).collect();
    groups.sort();
    groups
}

/// A document is maintained, a record retained. Lists say it best, folders next, then what the file itself says.
fn kind_of(input: &ImportInput<'_>, found: &Found, name: &FileName, control: Option<&Control>) -> Kind {
    let path = &found.path;
    if compare::index_row(input.index, path).is_some() {
        return Kind::Record;
    }
    let listed = |n: &str| input.master.iter().any(|row| fold(&row.number) == fold(n));
    let number = control.map(|c| c.number.as_str()).or(name.number.as_deref());
    if number.is_some_and(listed)
        || input.master.iter().any(|r| r.location.as_deref().is_some_and(|l| nfc(l) == nfc(path)))
    {
        return Kind::Document;
    }
    if in_folder(path, RECORDS) {
        Kind::Record
    } else if in_folder(path, EXTERNALS) {
        Kind::External
    } else if control.is_some()
        || in_folder(path, DOCUMENTS)
        || (name.number.is_some() && (name.version.is_some() || in_folder(path, OBSOLETE)))
    {
        Kind::Document
    } else {
        Kind::Record
    }
}

fn problem_of(found: &Found, problems: &mut Vec<Problem>) {
    let filed = "It is filed as it is.";
    let mut say = |code, what: &str| problems.push(Problem::file(&found.path, code, format!("{what} {filed}")));
    match found.extracted.problem {
        Some(Unsearchable::Empty) => say("empty", "The file has no content."),
        Some(Unsearchable::Damaged) => say("damaged", "The file is damaged and cannot be read."),
        Some(Unsearchable::Locked) => say("locked", "The file needs a password and cannot be searched."),
        Some(Unsearchable::ImageOnly) => say("image_only", "The file is a picture and cannot be searched."),
        Some(Unsearchable::UnknownType) => say("unknown_type", "The file is of a type that cannot be searched."),
        Some(Unsearchable::TooLarge) => say("too_large", "The file is too large to be searched."),
        None => {}
    }
    let end = found.path.rsplit_once('.').map(|(_, end)| end.to_lowercase()).unwrap_or_default();
    let expected: Option<&[Media]> = match end.as_str() {
        "docx" => Some(&[Media::Docx]),
        "xlsx" => Some(&[Media::Xlsx]),
        "pptx" => Some(&[Media::Pptx]),
        "pdf" => Some(&[Media::Pdf]),
        "png" | "jpg" | "jpeg" | "gif" | "tif" | "tiff" => Some(&[Media::Image]),
        _ => None,
    };
    let broken =
        matches!(found.extracted.problem, Some(Unsearchable::Empty | Unsearchable::Locked | Unsearchable::Damaged));
    if expected.is_some_and(|media| !media.contains(&found.extracted.media)) && !broken {
        let real = serde_json::to_value(found.extracted.media).ok().and_then(|v| v.as_str().map(str::to_owned));
        let real = real.unwrap_or_default();
        problems.push(Problem::file(
            &found.path,
            "wrong_extension",
            format!("The name ends with .{end}, the content is {real}. It is filed as it is."),
        ));
    }
}

/// Files of one number, by version: the parts of a document.
pub(super) struct Family<'a> {
    pub(super) code: String,
    /// Oldest first; each with its files.
    pub(super) versions: Vec<(String, Vec<DocumentFile<'a>>)>,
}

impl Family<'_> {
    /// The newest version with its files.
    pub(super) fn newest(&self) -> Option<&(String, Vec<DocumentFile<'_>>)> {
        self.versions.last()
    }

    /// What the newest version says of itself.
    pub(super) fn control(&self) -> Option<&Control> {
        self.newest()?.1.iter().find_map(|f| f.control.as_ref())
    }
}

fn families(files: Vec<DocumentFile<'_>>) -> Vec<Family<'_>> {
    let mut by_code: BTreeMap<String, (String, Vec<DocumentFile<'_>>)> = BTreeMap::new();
    for file in files {
        let own = file.control.as_ref().map(|c| c.number.clone()).or_else(|| file.name.number.clone());
        // Without any number the title stands in, so that nothing is lost; the plan names it as a problem.
        let code = own.unwrap_or_else(|| nfc(&file.name.title));
        by_code.entry(fold(&code)).or_insert_with(|| (code, Vec::new())).1.push(file);
    }
    by_code
        .into_values()
        .map(|(code, files)| {
            let mut versions: Vec<(String, Vec<DocumentFile<'_>>)> = Vec::new();
            for file in files {
                let label = file.version().unwrap_or_else(|| String::from("1"));
                match versions.iter_mut().find(|(known, _)| versions::same(known, &label)) {
                    Some((_, files)) => files.push(file),
                    None => versions.push((label, vec![file])),
                }
            }
            versions.sort_by(|a, b| versions::compare(&a.0, &b.0));
            // The document itself before its copies: named by number, not a copy, and an office file first.
            for (_, files) in &mut versions {
                files.sort_by_key(|f| {
                    (
                        f.name.copy || f.obsolete(),
                        f.name.number.is_none(),
                        f.found.extracted.media != Media::Docx,
                        f.found.path.clone(),
                    )
                });
            }
            Family { code, versions }
        })
        .collect()
}

fn plan_documents(input: &ImportInput<'_>, families: &[Family<'_>], externals: &[&Found], out: &mut ImportPlan) {
    let known = |clauses: &[(String, String)]| -> Vec<(String, String)> {
        clauses.iter().filter(|(s, c)| (input.known)(s, c)).cloned().collect()
    };
    let scope_of = |paths: &[String]| -> Vec<String> {
        let mut scope: Vec<String> = paths.iter().flat_map(|p| input.scopes.of(p)).collect();
        scope.sort();
        scope.dedup();
        scope
    };
    for family in families {
        let row = input.master.iter().find(|r| fold(&r.number) == fold(&family.code));
        let control = family.control().cloned().unwrap_or_default();
        let Some((newest, files)) = family.newest() else { continue };
        let name = files.first().map(|f| f.name.title.clone()).unwrap_or_default();
        let or = |list: Option<&String>, own: Option<&String>| -> String {
            list.filter(|t| !t.is_empty()).or(own).cloned().unwrap_or_default()
        };
        let title = control.title.clone().or_else(|| row.map(|r| r.title.clone())).unwrap_or(name);
        let status = row
            .map(|r| r.status.to_lowercase())
            .filter(|s| !s.is_empty())
            .unwrap_or_else(|| control.status.clone().unwrap_or_default().to_lowercase());
        let draft = files.iter().any(DocumentFile::draft);
        let retired = files.iter().all(DocumentFile::obsolete) || compare::is_withdrawn(&status);
        let current = if draft || !compare::is_in_force(&status) { "draft" } else { "effective" };
        let revisions: Vec<PlannedRevision> = family
            .versions
            .iter()
            .map(|(label, files)| {
                let own = files.iter().find_map(|f| f.control.as_ref());
                let newest_one = label == newest;
                let listed = row.filter(|_| newest_one);
                PlannedRevision {
                    label: label.clone(),
                    state: if newest_one && !retired { current } else { "superseded" },
                    files: files.iter().map(|f| f.found.path.clone()).collect(),
                    approver: or(listed.map(|r| &r.approver), own.and_then(|c| c.approver.as_ref())),
                    approved_on: listed
                        .and_then(|r| r.approved_on)
                        .or_else(|| own.and_then(|c| c.date.as_deref()).and_then(super::due)),
                }
            })
            .collect();
        if family.newest().is_some_and(|(_, f)| f.iter().all(|f| f.control.is_none() && f.name.number.is_none())) {
            for file in files {
                out.problems.push(Problem::file(
                    &file.found.path,
                    "no_number",
                    "The document has no number; its title stands in for one.",
                ));
            }
        }
        if row.is_none() && !input.master.is_empty() {
            let mut problem = Problem::file(
                &files.first().map(|f| f.found.path.clone()).unwrap_or_default(),
                "not_listed",
                format!("{} is not in the master list.", family.code),
            );
            problem.doc_no = Some(family.code.clone());
            out.problems.push(problem);
        }
        let kind_word = row.map(|r| r.kind.clone()).filter(|k| !k.is_empty());
        let kind_word =
            kind_word.or_else(|| files.iter().find_map(|f| f.found.extracted.properties.get("subject").cloned()));
        let scope_files: Vec<String> = revisions.last().map(|r| r.files.clone()).unwrap_or_default();
        out.documents.push(PlannedDocument {
            kind: kind_word
                .and_then(|k| DocumentKind::parse(&k).ok())
                .unwrap_or_else(|| guess_kind(&title, &scope_files)),
            title: nfc(&title),
            owner: or(row.map(|r| &r.owner), control.owner.as_ref()),
            approver: or(row.map(|r| &r.approver), control.approver.as_ref()),
            classification: or(row.map(|r| &r.classification), control.classification.as_ref()),
            distribution: row.map(|r| r.distribution.clone()).unwrap_or_default(),
            retention: row.map(|r| r.retention.clone()).unwrap_or_default(),
            review_interval: row.and_then(|r| r.interval),
            next_review: match row {
                Some(row) => row.next_review.clone().and_then(Result::ok),
                None => control.next_review.as_deref().and_then(super::due),
            },
            withdrawn: retired,
            row: row.map(|r| r.row),
            clauses: row.map(|r| known(&r.clauses.clauses)).unwrap_or_default(),
            scope: scope_of(&scope_files),
            revisions,
            code: nfc(&family.code),
        });
    }
    for row in input.master {
        let first = input.master.iter().find(|r| fold(&r.number) == fold(&row.number));
        let has_files = families.iter().any(|f| fold(&f.code) == fold(&row.number));
        if has_files || first.is_some_and(|f| f.row != row.row) {
            continue;
        }
        out.documents.push(PlannedDocument {
            code: nfc(&row.number),
            title: nfc(&row.title),
            kind: DocumentKind::parse(&row.kind).unwrap_or_else(|_| guess_kind(&row.title, &[])),
            owner: row.owner.clone(),
            approver: row.approver.clone(),
            classification: row.classification.clone(),
            distribution: row.distribution.clone(),
            retention: row.retention.clone(),
            review_interval: row.interval,
            next_review: row.next_review.clone().and_then(Result::ok),
            withdrawn: compare::is_withdrawn(&row.status.to_lowercase()),
            row: Some(row.row),
            clauses: known(&row.clauses.clauses),
            scope: Vec::new(),
            revisions: Vec::new(),
        });
    }
    for found in externals {
        let stem = found.path.rsplit('/').next().unwrap_or(&found.path);
        let stem = nfc(stem.rsplit_once('.').map_or(stem, |(stem, _)| stem));
        let mut document = PlannedDocument {
            code: format!("EXT {stem}"),
            title: stem,
            kind: DocumentKind::External,
            owner: String::new(),
            approver: String::new(),
            classification: String::new(),
            distribution: String::new(),
            retention: String::new(),
            review_interval: None,
            next_review: None,
            withdrawn: false,
            row: None,
            clauses: Vec::new(),
            scope: scope_of(std::slice::from_ref(&found.path)),
            revisions: vec![PlannedRevision {
                label: String::from("1"),
                state: "effective",
                files: vec![found.path.clone()],
                approver: String::new(),
                approved_on: None,
            }],
        };
        let twins = out.documents.iter().filter(|d| d.code == document.code).count();
        if twins > 0 {
            document.code = format!("EXT {}", nfc(&found.path));
        }
        out.documents.push(document);
    }
    out.documents.sort_by_key(|a| fold(&a.code));
}

fn guess_kind(title: &str, files: &[String]) -> DocumentKind {
    let text = fold(&format!("{title} {}", files.first().map_or("", String::as_str)));
    for (words, kind) in [
        (&["policy", "richtlinie", "leitlinie", "方針"][..], DocumentKind::Policy),
        (&["instruction", "anweisung"], DocumentKind::Instruction),
        (&["agreement", "sla"], DocumentKind::Agreement),
        (&["contract", "vertrag"], DocumentKind::Contract),
        (&["register", "catalogue", "list"], DocumentKind::Register),
        (&["manual", "handbook", "handbuch"], DocumentKind::Manual),
        (&["form"], DocumentKind::Form),
        (&["plan"], DocumentKind::Plan),
    ] {
        if words.iter().any(|w| text.contains(w)) {
            return kind;
        }
    }
    DocumentKind::Procedure
}

fn plan_records(input: &ImportInput<'_>, records: &[&Found], out: &mut ImportPlan) {
    for found in records {
        let row = compare::index_row(input.index, &found.path);
        let stem = found.path.rsplit('/').next().unwrap_or(&found.path);
        let stem = nfc(stem.rsplit_once('.').map_or(stem, |(stem, _)| stem));
        let folder = found.path.rsplit('/').nth(1).map(nfc).unwrap_or_default();
        if row.is_none() && !input.index.is_empty() {
            out.problems.push(Problem::file(
                &found.path,
                "record_not_in_index",
                "The record is not in the evidence index; it is filed without clauses and dates.",
            ));
        }
        let clauses = row.map(|r| &r.clauses.clauses[..]).unwrap_or_default();
        let copy_of = out.duplicates.iter().find(|g| g.contains(&found.path)).and_then(|g| g.first());
        let contradiction = |a: Option<Day>, b: Option<Day>| a.zip(b).is_some_and(|(a, b)| a > b);
        let sane =
            row.filter(|r| !contradiction(r.period_from, r.period_to) && !contradiction(r.collected, r.valid_until));
        if let (Some(row), None) = (row, sane) {
            out.problems.push(Problem::row(
                "evidence_index",
                row.row,
                None,
                "dates_contradict",
                format!("The dates of {} contradict each other; it is filed without them.", row.file),
            ));
        }
        out.records.push(PlannedRecord {
            title: stem,
            path: found.path.clone(),
            kind: folder.to_lowercase(),
            row: row.map(|r| r.row),
            clauses: clauses.iter().filter(|(s, c)| (input.known)(s, c)).cloned().collect(),
            period_from: sane.and_then(|r| r.period_from),
            period_to: sane.and_then(|r| r.period_to),
            collected: sane.and_then(|r| r.collected),
            valid_until: sane.and_then(|r| r.valid_until),
            note: row.map(|r| r.note.clone()).unwrap_or_default(),
            scope: input.scopes.of(&found.path),
            copy_of: copy_of.filter(|p| **p != found.path).cloned(),
        });
    }
    compare::evidence_index(input, &mut out.problems);
}
