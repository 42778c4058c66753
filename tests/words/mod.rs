//! What the words of others are understood as.

use clausebook::words::{
    DOCUMENTS, Folder, Header, InPlace, Mark, Nature, Numbering, State, behind_clause_word, document, header,
    in_folder, labels, marks, month, month_in_full, rows, state, state_in_full, version_words,
};

#[test]
fn a_state_is_understood_in_every_spelling() {
    for (text, want) in [
        ("Approved", State::Effective),
        ("  in Kraft ", State::Effective),
        ("freigegeben", State::Effective),
        ("承認済", State::Effective),
        ("DRAFT", State::Draft),
        ("Draft v0.9", State::Draft),
        ("in Arbeit", State::Draft),
        ("nicht freigegeben", State::Draft),
        ("abgelöst", State::Superseded),
        ("Abgelöst durch QP-07", State::Superseded),
        ("abgelo\u{308}st", State::Superseded),
        ("ersetzt", State::Superseded),
        ("ersetzt durch QP-07", State::Superseded),
        ("superseded by QP-07", State::Superseded),
        ("(Replaced)", State::Superseded),
        ("zurückgezogen", State::Withdrawn),
        ("außer Kraft", State::Withdrawn),
        ("ausser Kraft seit 2024", State::Withdrawn),
        ("retired", State::Withdrawn),
        ("Obsolete.", State::Withdrawn),
        ("廃止", State::Withdrawn),
    ] {
        assert_eq!(state(text), Some(want), "{text}");
    }
}

#[test]
fn what_is_no_known_state_is_none() {
    for text in ["", "-", "running", "Final", "drafting", "ersetzt QP-06", "approved for review", "current draft"] {
        assert_eq!(state(text), None, "{text}: no word for it may approve or withdraw anything");
    }
    assert_eq!(state_in_full("obsolete parts"), None, "in a name the words behind it make it a title");
    assert_eq!(state_in_full("OBSOLETE"), Some(State::Withdrawn));
}

#[test]
fn a_header_is_understood_whole_before_by_its_beginning() {
    for (text, want) in [
        ("Doc No", Header::Number),
        ("Dokument-Nr. (neu)", Header::Number),
        ("文書番号", Header::Number),
        ("Document owner", Header::Owner),
        ("Owner (role)", Header::Owner),
        ("Review cycle (months)", Header::Interval),
        ("Review date", Header::NextReview),
        ("Approved on", Header::ApprovedOn),
        ("Approved by", Header::Approver),
        ("ISO 9001", Header::Clauses),
        ("Gültig bis", Header::ValidUntil),
        ("Date", Header::Date),
        ("Date approved", Header::ApprovedOn),
    ] {
        assert_eq!(header(text), Some(want), "{text}");
    }
    for text in ["", "Isolation", "Ownership", "Anything"] {
        assert_eq!(header(text), None, "{text}");
    }
    for (meaning, label) in labels() {
        assert_eq!(header(label), Some(*meaning), "{label} beside a value and above a column means the same");
    }
}

#[test]
fn folders_are_understood_word_by_word() {
    assert!(in_folder("04 Nachweise/2026/a.pdf", Folder::Record));
    assert!(in_folder("品質記録/a.pdf", Folder::Record));
    assert!(in_folder("QM/Altbestand alt/a.pdf", Folder::Obsolete));
    assert!(!in_folder("QM/Alternatives/a.pdf", Folder::Obsolete), "old in German only as a word of its own");
    assert!(in_folder("Arbeitsanweisungen/a.pdf", Folder::Document));
    assert!(!in_folder("records.pdf", Folder::Record), "the file's own name is no folder");
}

#[test]
fn every_row_has_a_meaning_that_the_program_knows() {
    let names = |kind: &str| -> Vec<&str> {
        match kind {
            "state" => State::ALL.map(|(_, n)| n).to_vec(),
            "document" => DOCUMENTS.to_vec(),
            "folder" => Folder::ALL.map(|(_, n)| n).to_vec(),
            "mark" => Mark::ALL.map(|(_, n)| n).to_vec(),
            "version" => Numbering::ALL.map(|(_, n)| n).to_vec(),
            "statement_column" => Header::ALL.map(|(_, n)| n).to_vec(),
            "applies" => vec!["yes", "no"],
            "beside_yes" => vec!["partly", "since", "negation"],
            "undecided" => vec!["open"],
            "reach" => vec!["services", "assets", "both"],
            "beside_reach" => vec!["only", "and"],
            "from_elsewhere" => vec!["own"],
            "in_place" => InPlace::ALL.map(|(_, n)| n).to_vec(),
            "label" | "column" => Header::ALL.map(|(_, n)| n).to_vec(),
            "clause" => vec!["clause"],
            "control" => vec!["control"],
            "edge" => vec!["start", "middle", "end"],
            "span" => vec!["week", "half"],
            "abbreviation" => DOCUMENTS.to_vec(),
            "standard" => vec!["9001", "20000-1", "27001"],
            "beside_clause" => vec!["beside_clause"],
            "cycle" => vec!["1", "3", "6", "12", "24", "36"],
            "unit" => vec!["month", "year"],
            "sign" => vec!["yes", "no"],
            "list" => vec!["supplier", "risk", "asset"],
            "nature" => Nature::ALL.map(|(_, n)| n).to_vec(),
            "heading" => vec!["document", "record"],
            "no_number" => vec!["no_number"],
            "genitive" => vec!["genitive"],
            "open" => vec!["open"],
            "publisher" => vec!["publisher"],
            "signing" => vec!["made", "checked", "name", "place", "sign"],
            "month" => vec!["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
            other => panic!("{other} is no kind of words"),
        }
    };
    for row in rows() {
        assert!(names(&row.kind).contains(&row.meaning.as_str()), "{row:?}");
    }
    let has = |kind: &str, meaning: &str| rows().iter().any(|r| r.kind == kind && r.meaning == meaning);
    for kind in
        ["state", "document", "folder", "mark", "version", "clause", "month", "standard", "cycle", "unit", "sign"]
    {
        assert!(names(kind).iter().all(|meaning| has(kind, meaning)), "each meaning of {kind} has a word");
    }
    for name in names("label") {
        let above = ["label", "column", "statement_column"];
        assert!(above.iter().any(|kind| has(kind, name)), "{name} has a word");
    }
    let count = |kind: &str| rows().iter().filter(|r| r.kind == kind).count();
    assert_eq!(
        (marks().len(), version_words().len(), labels().len()),
        (count("mark"), count("version"), count("label"))
    );
}

#[test]
fn kinds_months_and_clause_words_are_understood() {
    assert_eq!(document("Verfahrensanweisung Beschaffung"), Some("procedure"));
    assert_eq!(document("Arbeitsanweisung Backup"), Some("instruction"));
    assert_eq!(document("Qualitätspolitik"), Some("policy"));
    assert_eq!(document("Legislation"), None);
    assert_eq!((month("Mär"), month("sept"), month("DEZEMBER"), month("ma")), (Some(3), Some(9), Some(12), None));
    assert_eq!((month_in_full("May"), month_in_full("mar")), (Some(5), None));
    assert_eq!(behind_clause_word("Kap. 7.5"), "7.5");
    assert_eq!(behind_clause_word("§7.5"), "7.5");
    assert_eq!(behind_clause_word("7.5"), "7.5");
}
