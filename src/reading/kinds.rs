//! The kind of a document, and whether a file is a record, by titles, types and the places of files.

use std::path::Path;

use crate::documents::DocumentKind;
use crate::words::{self, Folder};

/// The kind of document that a title, or else the place of its file, speaks of; a procedure where neither does.
pub fn document_kind(title: &str, place: &str) -> DocumentKind {
    let kind = words::document(&format!("{title} {place}")).and_then(|name| DocumentKind::parse(name).ok());
    kind.unwrap_or(DocumentKind::Procedure)
}

/// Whether the folders above a file say that it is a record.
pub fn looks_like_record(path: &Path) -> bool {
    path.to_str().is_some_and(|path| words::in_folder(path, Folder::Record))
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
            ("Verfahrensanweisung Beschaffung", "", DocumentKind::Procedure),
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
            assert_eq!(document_kind(title, file), kind, "{title} {file}");
        }
    }

    #[test]
    fn every_kind_that_has_words_is_a_kind_of_document() {
        for name in words::DOCUMENTS {
            assert_eq!(DocumentKind::parse(name).unwrap().name(), name);
        }
    }
}
