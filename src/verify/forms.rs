//! Which forms of packs and of their pages programs have made, and what of them cannot be: a pack that calls itself older than it
//! is would have less of it checked.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::contents::Contents;
use super::names;
use super::report::Report;
use super::withheld;
use crate::error::{Error, Result};

/// Each form of pages that a program made, with the version of the standards' data, and the form of the packs they stood in; the
/// last is this program's.
const PAGES: [(u64, &str, u64); 8] = [
    (1, "f365076d7e58", 3),
    (1, "b9e219689042", 3),
    (2, "b9e219689042", 3),
    (3, "b9e219689042", 4),
    (4, "b9e219689042", 5),
    (5, "b9e219689042", 5),
    (6, "fdcb0a443311", 5),
    (7, "fdcb0a443311", 5),
];

/// The kinds of events that no program knew which made packs of an earlier form: each with the first form of those that do.
const SINCE: [(&str, u64); 14] = [
    ("applicability.", 5),
    ("approval.", 4),
    ("certificate.", 5),
    ("party.", 5),
    ("person.away", 4),
    ("person.back", 4),
    ("person.key_", 4),
    ("requirement.", 5),
    ("review.change_requested", 4),
    ("review.sections_noted", 5),
    ("rule.", 4),
    ("soa.", 5),
    ("statement.", 4),
    ("system.run_by_", 5),
];

/// What a pack says of the form of its pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PagesForm {
    /// This program's.
    Ours,
    /// One that an earlier program made.
    Earlier,
    /// One that no program made which this one knows of.
    Unknown,
}

/// The form of pages that stand in a pack of the form `pack`.
pub(super) fn pages_form(said: &str, pack: u64) -> PagesForm {
    let at = PAGES.iter().position(|(form, data, of)| *of == pack && said == format!("{form} {data}"));
    match at {
        Some(at) if at + 1 == PAGES.len() => PagesForm::Ours,
        Some(_) => PagesForm::Earlier,
        None => PagesForm::Unknown,
    }
}

/// Whether the pages are of this program's form.
pub(super) fn ours(contents: &Contents) -> bool {
    contents.tag("Pack-Pages").map(|said| pages_form(said, contents.form())) == Some(PagesForm::Ours)
}

/// A form of a pack and of its pages, so that later ones are greater.
pub(super) fn form_of(contents: &Contents) -> (u64, u64) {
    let pages = contents.tag("Pack-Pages").and_then(|said| said.split(' ').next()?.parse().ok());
    (contents.form(), pages.unwrap_or_default())
}

/// From this form of pages on no name that somebody types holds what a shell runs.
const TYPED: u64 = 6;

/// The names that the instructions in a pack have somebody type: none of them is run by a shell.
pub(super) fn typed(contents: &Contents, report: &mut Report) {
    if form_of(contents).1 < TYPED {
        return;
    }
    let stated = contents.hashes.keys().filter_map(|name| name.strip_prefix(names::STATED));
    for name in std::iter::once(contents.top.as_str()).chain(stated) {
        if let Some(why) = names::run_because(name) {
            report.find("name_unsafe", name, format!("The name “{name}” {why}"));
        }
    }
}

/// The tag that says of which form the pages are has to be one that a program wrote.
pub(super) fn tag(contents: &Contents, report: &mut Report) {
    let Some(said) = contents.tag("Pack-Pages") else { return };
    if (3..=5).contains(&contents.form()) && pages_form(said, contents.form()) == PagesForm::Unknown {
        let what = format!(
            "Pack-Pages says “{said}”: no program that this one knows made such pages. Either the line was forged, or a newer \
             program made the pack; then check it with that"
        );
        report.find("pages_unknown", "bag-info.txt", what);
    }
}

/// The first form of packs that knew this kind of event.
pub(super) fn since(kind: &str) -> u64 {
    SINCE.iter().find(|(begins, _)| kind.starts_with(begins)).map_or(1, |(_, form)| *form)
}

/// What the entries in a pack say of its form, and of the files that have to be there.
#[derive(Default)]
pub(super) struct Told {
    /// The latest kind of event there is: the form that knew it, and its entry.
    latest: Option<(u64, u64, String)>,
    /// The files of each record; of each document those of every revision.
    records: BTreeMap<String, Vec<BTreeSet<String>>>,
    documents: BTreeMap<String, Vec<BTreeSet<String>>>,
}

impl Told {
    /// Takes an entry.
    pub(super) fn take(&mut self, seq: u64, event: &Value) {
        let kind = event["kind"].as_str().unwrap_or_default();
        if self.latest.as_ref().is_none_or(|(form, ..)| *form < since(kind)) {
            self.latest = Some((since(kind), seq, kind.to_owned()));
        }
        let data = &event["data"];
        let (filed, item, files) = match kind {
            "record.filed" => (&mut self.records, &data["id"], &data["files"]),
            "document.revision_filed" => (&mut self.documents, &data["document"], &data["files"]),
            _ => return,
        };
        let digests =
            files.as_array().into_iter().flatten().filter_map(|file| Some(file["digest"].as_str()?.to_owned()));
        if let Some(item) = item.as_str() {
            filed.entry(item.to_owned()).or_default().push(digests.collect());
        }
    }

    /// No entry may be of a kind that the program did not know which made the pack.
    pub(super) fn form(&self, contents: &Contents, report: &mut Report) {
        let form = contents.form();
        if let Some((since, seq, kind)) = self.latest.as_ref().filter(|(since, ..)| *since > form) {
            let what = format!(
                "The pack calls itself of form {form}, but entry {seq} ({kind}) is by a program that makes form {since}: \
                 it says less of itself than it could"
            );
            report.find("form_earlier", "bag-info.txt", what);
        }
    }

    /// A pack of an earlier form is not compared page by page: the files of every record, and of one revision of each document,
    /// have to be there.
    pub(super) fn files(&self, contents: &Contents, report: &mut Report) {
        let form = contents.form();
        let withheld = contents.hashes.contains_key(withheld::PLACE);
        if form >= 3 && !withheld {
            // The pages say where each file stands, and are compared.
            return;
        }
        // The revision in force may be one that is withheld.
        let documents = self.documents.iter().filter(|_| !withheld);
        let there: BTreeSet<String> = contents.payload().map(|(_, (hash, _))| hex::encode(hash)).collect();
        for (item, filed) in self.records.iter().chain(documents) {
            if !filed.iter().any(|files| files.is_subset(&there)) {
                let missing = filed.iter().flatten().find(|file| !there.contains(*file)).cloned().unwrap_or_default();
                let what = format!("Entries file {missing} for {item}, and the pack does not have the file");
                report.find("file_left_out", item.clone(), what);
            }
        }
    }
}

/// What somebody holds says how far programs had come: no program goes back to an earlier form. `held` is that of a pack over
/// `size` entries.
pub(super) fn not_before(contents: &Contents, now: u64, held: (u64, u64), size: u64, place: &str, report: &mut Report) {
    let own = form_of(contents);
    if size <= now && own < held {
        let said =
            |(form, pages): (u64, u64)| if pages == 0 { format!("{form}") } else { format!("{form} (pages {pages})") };
        let what = format!(
            "The pack calls itself of form {}, but a pack over its first {size} entries is already of form {}: no program goes \
             back, so somebody changed what it says",
            said(own),
            said(held)
        );
        report.find("form_earlier", place, what);
    }
}

/// A pack, as the ledger says it was issued.
pub(super) struct Issued {
    /// How many entries its checkpoint covers.
    pub(super) size: u64,
    /// SHA-256 of its file, in hexadecimal.
    pub(super) sha256: String,
}

impl Issued {
    /// Reads it of an event.
    pub(super) fn of(event: &Value) -> Option<Self> {
        let data = &event["data"];
        let sha256 = data["sha256"].as_str()?.to_owned();
        (event["kind"] == "pack.issued").then_some(Self { size: data["ledger_size"].as_u64()?, sha256 })
    }
}

/// A pack that this program cannot make again has to be one that was issued, where what is held says which were. `all`: it says
/// all of them up to the entry after the pack's checkpoint.
///
/// # Errors
/// Where the pack's file cannot be read.
pub(super) fn issued(
    (contents, file): (&Contents, &Path),
    now: u64,
    held: &[Issued],
    all: bool,
    report: &mut Report,
) -> Result<()> {
    let same: Vec<&Issued> = held.iter().filter(|one| one.size == now).collect();
    if ours(contents) || (same.is_empty() && !all) {
        return Ok(());
    }
    let hash = if file.is_file() { Some(hash_of(file)?) } else { None };
    let what = if same.is_empty() {
        format!("The workspace issued no pack over its first {now} entries")
    } else if hash.is_some_and(|hash| same.iter().all(|one| one.sha256 != hash)) {
        format!("The workspace issued a pack over its first {now} entries, and it was another file")
    } else {
        return Ok(());
    };
    report.find("pack_not_issued", file.display().to_string(), what);
    Ok(())
}

fn hash_of(path: &Path) -> Result<String> {
    let io = |e| Error::io(path, e);
    let mut file = File::open(path).map_err(io)?;
    let (mut hash, mut block) = (Sha256::new(), vec![0; 1 << 18]);
    loop {
        let count = file.read(&mut block).map_err(io)?;
        if count == 0 {
            return Ok(hex::encode(hash.finalize()));
        }
        hash.update(&block[..count]);
    }
}
