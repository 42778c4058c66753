//! What a file says of itself: states in its name, and its control table in two languages.

mod control;
mod days;
mod lines;
mod terms;

use std::collections::BTreeMap;

use clausebook::extract::{Extracted, Media};
use clausebook::reading::{control_table, file_name, stem};
use clausebook::words::{State, state};

fn text(text: &str) -> Extracted {
    Extracted {
        media: Media::Text,
        text: text.to_owned(),
        running: String::new(),
        tracked: String::new(),
        properties: BTreeMap::new(),
        problem: None,
        unread: Vec::new(),
        engine: None,
        inside: Vec::new(),
    }
}

#[test]
fn a_state_in_a_name_is_taken_from_its_end_or_from_brackets() {
    for (name, state, title) in [
        ("QP-07 Einkauf v1.0 abgelöst.docx", State::Superseded, "Einkauf"),
        ("QP-07 Einkauf (ersetzt) v1.0.docx", State::Superseded, "Einkauf"),
        ("QP-07_Einkauf_v1.0_zurückgezogen.docx", State::Withdrawn, "Einkauf"),
        ("QP-07 Einkauf außer Kraft.docx", State::Withdrawn, "Einkauf"),
        ("QP-07 Purchasing v1.0 [SUPERSEDED].docx", State::Superseded, "Purchasing"),
        ("QP-07 Purchasing - retired.docx", State::Withdrawn, "Purchasing"),
        ("QP-07 Purchasing in review.docx", State::Draft, "Purchasing"),
        ("QP-07 ENTWURF Einkauf v0.9.docx", State::Draft, "Einkauf"),
        ("QP-07 Einkauf (Entwurf).docx", State::Draft, "Einkauf"),
    ] {
        let found = file_name(name);
        assert_eq!((found.state, found.title.as_str()), (Some(state), title), "{name}");
    }
}

#[test]
fn words_of_a_title_are_no_state() {
    for (name, title) in [
        ("QP-08 Obsolete parts v1.0.docx", "Obsolete parts"),
        ("QP-08 Replaced parts and returns.docx", "Replaced parts and returns"),
        ("QP-08 Active directory (valid) v2.docx", "Active directory (valid)"),
        ("QP-08 Drafting of contracts.docx", "Drafting of contracts"),
    ] {
        let found = file_name(name);
        assert_eq!((found.state, found.title.as_str()), (None, title), "{name}");
    }
    let found = file_name("Purchasing superseded.docx");
    assert_eq!(found.title, "Purchasing superseded", "without a number the title alone tells it from the newer one");
    assert_eq!(stem("a/b/Purchasing.v2.docx"), "Purchasing.v2");
}

#[test]
fn a_control_table_is_read_in_german_as_in_english() {
    let german = "Dokument-Nr.\tQP-07\tFassung\t2.0\nNächste Prüfung\t01.05.2027\tVerantwortlicher\tEinkauf\n\
                  Genehmigt durch\tLeitung\tStatus\tAbgelöst durch QP-70\nEinstufung\tIntern";
    let english = "Document ID\tQP-07\tVersion\t2.0\nNext review\t01.05.2027\tOwner\tEinkauf\n\
                   Approved by\tLeitung\tStatus\tSuperseded by QP-70\nClassification\tIntern";
    let (german, english) = (control_table(&text(german)).unwrap(), control_table(&text(english)).unwrap());
    let both = [&german, &english].map(|c| c.status.as_deref().and_then(state));
    assert_eq!(both, [Some(State::Superseded); 2]);
    let without = |mut c: clausebook::reading::Control| {
        c.status = None;
        c
    };
    assert_eq!(without(german), without(english));
}
