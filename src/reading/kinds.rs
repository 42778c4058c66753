//! The kind of a document, by titles, types and the places of files.

use crate::documents::DocumentKind;
use crate::words;

/// The kind of document that a type means: its name, or a word for it in any language.
pub fn kind_in_words(text: &str) -> Option<DocumentKind> {
    DocumentKind::parse(text).or_else(|error| words::document(text).ok_or(error).and_then(DocumentKind::parse)).ok()
}

/// The kind of document that a title, or else the place of its file, speaks of; a procedure where neither does.
pub fn document_kind(title: &str, place: &str) -> DocumentKind {
    let noun = words::nature(title).and_then(|(_, noun)| kind_in_words(&noun));
    noun.or_else(|| kind_in_words(title)).or_else(|| kind_in_words(place)).unwrap_or(DocumentKind::Procedure)
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
    fn a_type_is_understood_by_its_name_and_by_its_words() {
        for (word, kind) in [
            ("Work instruction", Some(DocumentKind::Instruction)),
            ("Richtlinie", Some(DocumentKind::Policy)),
            ("SLA", Some(DocumentKind::Agreement)),
            ("Vertrag", Some(DocumentKind::Contract)),
            ("Sonstiges", None),
        ] {
            assert_eq!(kind_in_words(word), kind, "{word}");
        }
    }

    #[test]
    fn every_kind_that_has_words_is_a_kind_of_document() {
        for name in words::DOCUMENTS {
            assert_eq!(DocumentKind::parse(name).unwrap().name(), name);
        }
    }
}
