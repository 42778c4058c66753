//! Particulars in headers, footers and first lines, in grids, front matters and parts of a text.

use clausebook::extract::{Extracted, Media, extract_bytes};
use clausebook::reading::{Control, control_table, due};

use super::text;
use crate::fixtures::files::docx;

fn with_header(line: &str) -> Control {
    let found =
        Extracted { running: line.to_owned(), media: Media::Docx, ..text("Purpose\nIt says how things are done.\n") };
    control_table(&found).unwrap_or_default()
}

#[test]
fn a_header_or_footer_says_the_version_beside_other_words() {
    for (line, version) in [
        ("PA-7  Wareneingang  Rev. 6  Stand 03.02.2025", "6"),
        ("WI-31\tWeighing\tIssue: K", "K"),
        ("Issue 12 | Approved on 3 February 2025 by Moreau | Page 1 of 9", "12"),
        ("QP-9 Mixing, version 4.2, effective 3 February 2025", "4.2"),
        ("PR-3 Ventes Indice : D Date : 03/02/2025", "D"),
        ("PR-3 Ventas Edición 5 Fecha: 03/02/2025", "5"),
        ("Arbeitsanweisung 7 – Ausgabe AB – gültig ab 03.02.2025", "AB"),
    ] {
        assert_eq!(with_header(line).version.as_deref(), Some(version), "{line}");
    }
    for line in ["Stand 03.02.2025", "Edition of the house", "We revise version control daily", "Page 3 of 4"] {
        assert_eq!(with_header(line).version, None, "{line}");
    }
    let found = with_header("Issue 12 | Approved on 3 February 2025 by Moreau | Page 1 of 9");
    assert_eq!((found.approver.as_deref(), found.approved_on.as_deref()), (Some("Moreau"), Some("3 February 2025")));
    let found = with_header("erstellt: Weber\tgeprüft: Lang\tfreigegeben: Kern, 03.02.2025");
    assert_eq!((found.approver.as_deref(), found.approved_on.as_deref()), (Some("Kern"), Some("03.02.2025")));
    assert_eq!(with_header("Stand 03.02.2025").date.as_deref(), Some("03.02.2025"));
}

#[test]
fn the_end_of_a_word_is_no_version_no_day_and_no_number() {
    for line in [
        "HISTORIQUE DES VERSIONS",
        "REVISIONS",
        "Issues log",
        "ISSUED by the office",
        "DOCUMENT ISSUED 2025",
        "VERSIONS | DATE",
        "REVISIÓN Y CONTROL DE CAMBIOS",
        "ISSUE AS OF TODAY",
    ] {
        assert_eq!(with_header(line).version, None, "{line}");
    }
    for (line, version) in [("WI-31 WEIGHING REV C PAGE 2", "C"), ("WI-31 Weighing RevC", "C"), ("QP-9 ISSUE: A", "A")]
    {
        assert_eq!(with_header(line).version.as_deref(), Some(version), "{line}");
    }
    assert_eq!(with_header("Revisionsstand 12 2025").date, None);
    for (words, version) in [
        ("Document ID\tQP-7\nVersion\tVersions\n", None),
        ("Document ID\tQP-7\nVersion\tREVISIONS\n", None),
        ("Document ID\tQP-7\nVersion\tRev C\n", Some("C")),
        ("Document ID\tQP-7\nVersion\tRevC\n", Some("C")),
    ] {
        let found = control_table(&text(words)).unwrap_or_default();
        assert_eq!(found.version.as_deref(), version, "{words}");
    }
    for words in ["# Références ISO 27001\n\nDocumentation de la norme.\n", "Números 2025-A\n\nTexto.\n"] {
        assert_eq!(control_table(&text(words)), None, "{words}");
    }
}

#[test]
fn the_header_of_a_word_file_is_read_whatever_lies_before_it() {
    let long = "It says how things are done. ".repeat(400);
    let found = extract_bytes(&docx("Mixing", &[], &[&long], "WI-8 Mixing Issue 3"));
    assert_eq!(control_table(&found).unwrap_or_default().version.as_deref(), Some("3"));
}

#[test]
fn who_approved_stands_in_a_grid_down_or_across() {
    for grid in [
        "\tName\tFunction\tDate\nPrepared by\tLang\tEngineer\t2025-02-01\nReviewed by\tWeber\tLead\t2025-02-02\nApproved by\tKern\tDirector\t2025-02-03\n",
        "Erstellt\tGeprüft\tFreigegeben\nLang\tWeber\tKern\n01.02.2025\t02.02.2025\t03.02.2025\n",
        "\tRédacteur\tVérificateur\tApprobateur\nNom\tLang\tWeber\tKern\nFonction\ta\tb\tc\nDate\t2025-02-01\t2025-02-02\t2025-02-03\n",
    ] {
        let found = control_table(&text(&format!("Mixing\n\n{grid}\nPurpose\n"))).unwrap_or_default();
        let day = found.approved_on.as_deref().and_then(due).map(|due| due.to_string());
        assert_eq!((found.approver.as_deref(), day.as_deref()), (Some("Kern"), Some("2025-02-03")), "{grid}");
    }
    let history = "Version\tDatum\tErstellt\tFreigegeben\n1\t2024-01-01\tLang\tKern\n2\t2025-01-01\tLang\tKern\n";
    assert_eq!(control_table(&text(history)).unwrap_or_default().version.as_deref(), Some("2"), "a history is one");
}

#[test]
fn the_owner_of_one_of_many_parts_is_not_that_of_the_text() {
    let measure = |n: u32, who: &str| format!("### M-{n} Measure\n\n| Owner | {who} |\n| Due | 2027-01-0{n} |\n\n");
    let plan = format!(
        "# Treatment plan\n\n| Document ID | RTP-7 |\n| Version | 2 |\n\n## Measures\n\n{}{}",
        measure(1, "Head of network"),
        measure(2, "Head of storage")
    );
    let found = control_table(&text(&plan)).unwrap_or_default();
    assert_eq!((found.number.as_deref(), found.owner, found.next_review), (Some("RTP-7"), None, None));
    let below =
        "# Access\n\n## Document control\n\n| Document ID | POL-3 |\n| Owner | Head of IT |\n\n## Purpose\n\nText.\n";
    assert_eq!(control_table(&text(below)).unwrap_or_default().owner.as_deref(), Some("Head of IT"));
}

#[test]
fn a_front_matter_may_hold_lists_and_links_or_be_fenced() {
    for owner in ["[[Head of IT]]", "[\"Head of IT\"]", "\n  - Head of IT", "\n  - - Head of IT"] {
        let front = format!("---\ndocument_id: POL-3\nversion: 2\nowner: {owner}\n---\n# Access\n");
        let found = control_table(&text(&front)).unwrap_or_default();
        assert_eq!(found.owner.as_deref(), Some("Head of IT"), "{owner}");
    }
    let fenced = "```yaml\ndocument_id: POL-3\nowner: Head of IT\nversion: 2\n```\n\n# Access\n";
    let found = control_table(&text(fenced)).unwrap_or_default();
    assert_eq!((found.number.as_deref(), found.owner.as_deref()), (Some("POL-3"), Some("Head of IT")));
}
