//! What a file of a share is taken for: a document, a record or something from outside.

use super::compare;
use super::control::Control;
use super::names::FileName;
use super::plan::{Found, ImportInput};
use crate::documents::DocumentKind;
use crate::text::{fold, nfc};

/// What a file is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Document,
    Record,
    External,
}

const RECORDS: &[&str] = &["record", "evidence", "nachweis", "aufzeichnung", "protokoll", "記録"];
const EXTERNALS: &[&str] = &["external", "extern", "外部"];
pub(super) const OBSOLETE: &[&str] =
    &["obsolete", "archive", "archiv", "superseded", "veraltet", "alt", "old", "ungültig"];
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
pub(super) fn in_folder(path: &str, words: &[&str]) -> bool {
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

/// A document is maintained, a record retained. Lists say it best, folders next, then what the file itself says.
pub(super) fn kind_of(input: &ImportInput<'_>, found: &Found, name: &FileName, control: Option<&Control>) -> Kind {
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

/// The kind of document that a title, or else the place of its file, speaks of.
pub(super) fn guess_kind(title: &str, file: &str) -> DocumentKind {
    let text = fold(&format!("{title} {file}"));
    // Inside a longer word these two are chance: information, legislation.
    let named = |word: &str| match word {
        "form" | "sla" => {
            text.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(word) || part.ends_with(word))
        }
        _ => text.contains(word),
    };
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
        if words.iter().any(|w| named(w)) {
            return kind;
        }
    }
    DocumentKind::Procedure
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_read_from_the_title_or_the_name() {
        for (title, file, kind) in [
            ("Information security policy", "", DocumentKind::Policy),
            ("Leitlinie zur Informationssicherheit", "", DocumentKind::Policy),
            ("Arbeitsanweisung Backup", "", DocumentKind::Instruction),
            ("Supplier contract", "", DocumentKind::Contract),
            ("Service catalogue", "", DocumentKind::Register),
            ("Qualitätshandbuch", "", DocumentKind::Manual),
            ("Continuity plan", "", DocumentKind::Plan),
            ("Notfallplanung", "", DocumentKind::Plan),
            ("Antragsform", "", DocumentKind::Form),
            ("SLA workplace", "", DocumentKind::Agreement),
            ("Information backup", "", DocumentKind::Procedure),
            ("Legislation", "", DocumentKind::Procedure),
            ("Changes", "F-01 Change form.docx", DocumentKind::Form),
            ("Control of documents", "QP-01.docx", DocumentKind::Procedure),
        ] {
            assert_eq!(guess_kind(title, file), kind, "{title} {file}");
        }
    }
}
