//! Clauses that a text names are proposed with their place, and count only when a person accepts them.

use clausebook::filed::NamedClause;
use clausebook::items::ItemId;
use clausebook::mapping::{self, Origin, Proposal};
use clausebook::reading::clauses_named;
use clausebook::records;
use clausebook::standards::EditionId;

use crate::support::organisation::{Organisation, clause, paper, record};

/// What a text names, as `9001:2015/7.5`; the year only where the text says it.
fn names(text: &str) -> Vec<String> {
    let one = |c: NamedClause| {
        let year = c.edition.map(|year| format!(":{year}")).unwrap_or_default();
        format!("{}{year}/{}", c.standard, c.clause)
    };
    clauses_named(text).into_iter().map(one).collect()
}

#[test]
fn a_clause_is_named_as_french_spanish_and_british_texts_write_it() {
    for text in [
        "les exigences du chapitre 8.7 de la norme ISO 9001",
        "conforme au point 8.7 de l'ISO 9001",
        "según el apartado 8.7 de la norma ISO 9001",
        "numeral 8.7 de la ISO 9001",
        "Punkt 8.7 ISO 9001",
        "BS EN ISO 9001 cl.8.7",
    ] {
        assert_eq!(names(text), ["9001/8.7"], "{text}");
    }
    assert_eq!(names("version no.8.7 of the tool, ISO 9001 is followed"), Vec::<String>::new());
}

#[test]
fn a_number_between_two_standards_is_that_of_the_one_that_says_so() {
    let cases: [(&str, &[&str]); 16] = [
        ("Clause 10.2 of ISO 9001:2015, clause 10.1 of ISO/IEC 27001:2013.", &["9001:2015/10.2", "27001:2013/10.1"]),
        ("Abschnitt 5.2 der ISO 9001, Abschnitt 5.3 der ISO/IEC 27001", &["9001/5.2", "27001/5.3"]),
        ("Clause 5.2 of ISO 9001; clause 5.3 of ISO/IEC 27001", &["9001/5.2", "27001/5.3"]),
        ("Clause 7.2 of ISO/IEC 20000-1, clause 9.1 of ISO 14001.", &["20000-1/7.2"]),
        ("clause 9.2 of ISO 9001, clause 6.1.2 of ISO 45001 and more", &["9001/9.2"]),
        ("Clause 8.6.1 of ISO/IEC 20000-1 and ISO 9001:2008, 8.5.2.", &["20000-1/8.6.1", "9001:2008/8.5.2"]),
        ("§ 9.2 ISO 9001, § 9.3 ISO/IEC 27001", &["9001/9.2", "27001/9.3"]),
        ("As required by 9.2 of ISO 9001 and 9.3 of ISO/IEC 27001", &["9001/9.2", "27001/9.3"]),
        ("Norm DIN EN ISO 9001:2015-11, Abschnitt 8.4.1", &["9001:2015/8.4.1"]),
        ("clause 9.2 of ISO 9001 and ISO/IEC 27001", &["9001/9.2", "27001/9.2"]),
        (
            "clause 9.2 of ISO 9001 and ISO/IEC 27001, clause 10.1 of ISO/IEC 20000-1",
            &["9001/9.2", "27001/9.2", "20000-1/10.1"],
        ),
        ("ISO 9001, clause 5.2 and ISO/IEC 27001, clause 5.3", &["9001/5.2", "27001/5.3"]),
        ("ISO 9001 5.2 ISO/IEC 27001 5.3", &["9001/5.2", "27001/5.3"]),
        ("clause 10.2 of ISO 9001, 10.3 and 9.1", &["9001/10.2", "9001/10.3", "9001/9.1"]),
        ("Version 4.1 of ISO 9001 and table 3.1 of ISO/IEC 27001", &[]),
        (
            "les points 8.4 et 8.5 de l'ISO 9001, les points 7.2 et 7.3 de l'ISO 27001",
            &["9001/8.4", "9001/8.5", "27001/7.2", "27001/7.3"],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(names(text), expected, "{text}");
    }
    let controls = clauses_named("Annex A of ISO/IEC 27001:2022, controls 5.15, 5.16 and 8.2, clause 8.3");
    let called: Vec<(&str, bool)> = controls.iter().map(|c| (c.clause.as_str(), c.control)).collect();
    assert_eq!(called, [("5.15", true), ("5.16", true), ("8.2", true), ("8.3", false)]);
}

#[test]
fn a_clause_is_named_only_with_its_standard() {
    let cases: [(&str, &[&str]); 39] = [
        ("Audited against ISO/IEC 20000-1:2018, clause 9.2.2.", &["20000-1:2018/9.2.2"]),
        ("ISO 9001 9.2. Version 4.1 of 2026", &["9001/9.2"]),
        ("This follows ISO 9001. Version 4.1 is new.", &[]),
        ("We are certified to ISO 9001:2015.", &[]),
        ("According to ISO 9001.\n4.2 Scope of this document", &[]),
        ("See 4.2 and 7.5.3 of this procedure.", &[]),
        ("ISO 9001:2015 (7.5.2, 7.5.3 and 8.4)", &["9001:2015/7.5.2", "9001:2015/7.5.3", "9001:2015/8.4"]),
        ("ISO/IEC 27001:2022 A.5.24, A.5.25", &["27001:2022/A.5.24", "27001:2022/A.5.25"]),
        ("clause 9.2 of ISO 9001:2015", &["9001:2015/9.2"]),
        ("Abschnitt 7.5 der ISO 9001:2015", &["9001:2015/7.5"]),
        ("DIN EN ISO 9001:2015, Kapitel 8.4", &["9001:2015/8.4"]),
        ("ISO/IEC 20000\u{2011}1 8.6.1", &["20000-1/8.6.1"]),
        ("ISO 20000 clause 8.6.1", &["20000-1/8.6.1"]),
        ("order 20000 pieces 8.6 mm", &[]),
        ("ISO 9001 and ISO/IEC 27001, clause 9.2", &["9001/9.2", "27001/9.2"]),
        ("ISO 9001 of 5.2.2026", &[]),
        ("ISO 9001, 12.5 % better", &[]),
        ("ISO 9001 v4.2", &[]),
        ("9001/7.5.3", &["9001/7.5.3"]),
        ("27001 A.8.1", &["27001/A.8.1"]),
        ("part number 19001-4.2", &[]),
        ("ISO/IEC 27001:2022 control 5.24", &["27001:2022/5.24"]),
        ("Scope: ISO 9001:2015. The audit of clause 8.4 found nothing.", &["9001:2015/8.4"]),
        ("Scope: ISO 9001 and ISO/IEC 27001. The audit of clause 8.4 found nothing.", &[]),
        ("Logs as ISO/IEC 27001:2013 asks for.\nA.12.4.1 Event logging", &["27001:2013/A.12.4.1"]),
        ("ISO 9001:2015, see section 4.1 below; clause 9.1.3", &["9001:2015/9.1.3"]),
        (
            "ISO/IEC 27001:2022, controls A.5.24 to A.5.26",
            &["27001:2022/A.5.24", "27001:2022/A.5.25", "27001:2022/A.5.26"],
        ),
        ("27001 A.8.13–A.8.15", &["27001/A.8.13", "27001/A.8.14", "27001/A.8.15"]),
        ("ISO/IEC 27001:2022 A.5.24-26", &["27001:2022/A.5.24", "27001:2022/A.5.25", "27001:2022/A.5.26"]),
        ("ISO/IEC 27001:2022 A.5.24 bis 5.26", &["27001:2022/A.5.24", "27001:2022/A.5.25", "27001:2022/A.5.26"]),
        ("clauses 8.4 to 8.6 of ISO 9001", &["9001/8.4", "9001/8.5", "9001/8.6"]),
        ("ISO 9001 9.1 to 10.2", &["9001/9.1", "9001/10.2"]),
        ("Backups follow A.8.13 (ISO/IEC 27001:2022).", &["27001:2022/A.8.13"]),
        ("see 8.5.1 (ISO/IEC 20000-1)", &["20000-1/8.5.1"]),
        ("see 8.4 (ISO 9001:2015)", &["9001:2015/8.4"]),
        ("A.8.13 to A.8.15 [ISO/IEC 27001:2022]", &["27001:2022/A.8.13", "27001:2022/A.8.14", "27001:2022/A.8.15"]),
        ("Version 4.2 (ISO 9001)", &[]),
        ("Edition 8.4 (ISO 9001 and more)", &[]),
        ("10.1.26 (a day), ISO 9001", &[]),
    ];
    for (text, wanted) in cases {
        assert_eq!(names(text), wanted, "{text:?}");
    }
}

#[test]
fn what_follows_another_standard_or_is_of_another_text_is_no_clause_of_ours() {
    let cases: [(&str, &[&str]); 17] = [
        ("ISO 14001 clause 6.1.2 and ISO 9001 clause 6.1", &["9001/6.1"]),
        ("ISO 45001 clause 8.2, ISO 9001", &[]),
        ("ISO 9001, ISO 45001 clause 8.2", &["9001/8.2"]),
        ("clause 6.1.2 of ISO 14001; ISO 9001 applies", &[]),
        ("Abschnitt 9.1.2 der DIN EN ISO 50001 und ISO 9001:2015", &[]),
        ("IATF 16949:2016 8.4.2.3 adds to ISO 9001 8.4.2", &["9001/8.4.2"]),
        ("NIST SP 800-53 A.8.13 and ISO/IEC 27001:2022", &[]),
        ("ISO/IEC 20000-2 clause 8.6.1, ISO/IEC 20000-1", &[]),
        ("ISO/IEC 27002:2022 5.24 explains ISO/IEC 27001:2022 A.5.24", &["27001:2022/A.5.24"]),
        ("see 8.5.1 (ISO 13485), ISO 9001", &[]),
        ("Clause 9.1.2 of our contract; ISO 9001 applies.", &[]),
        ("ISO 9001 applies. Clause 7.2 of this handbook says", &[]),
        ("Klausel 9.1.2 des Vertrags, ISO 9001", &[]),
        ("ISO 9001:2015. Clause 9.2.2 of the standard asks for it.", &["9001:2015/9.2.2"]),
        ("ISO 9001:2015 was chosen as 2024 began; clause 9.1.3", &["9001:2015/9.1.3"]),
        ("As SOP-001 says, ISO 9001:2015 holds: clause 9.1.3", &["9001:2015/9.1.3"]),
        ("BS EN ISO 9001:2015 8.4.1", &["9001:2015/8.4.1"]),
    ];
    for (text, wanted) in cases {
        assert_eq!(names(text), wanted, "{text:?}");
    }
}

#[test]
fn the_place_is_page_line_and_heading() {
    let text = "Manual\n1 Purpose\nNothing.\n\x0c3.2 Control of records\nLine\nAs ISO 9001:2015 7.5.3 asks.\n";
    let [one] = &clauses_named(text)[..] else { panic!("one clause") };
    assert_eq!((one.page, one.line, one.heading.as_deref()), (Some(2), 3, Some("3.2 Control of records")));
    let [plain] = &clauses_named("A\nB ISO 9001 7.5.3")[..] else { panic!("one clause") };
    assert_eq!((plain.page, plain.line, plain.heading.as_deref()), (None, 2, None));
}

fn filed(at: &mut Organisation, text: &str) -> ItemId {
    let mut file = paper("report");
    file.clauses = clauses_named(text);
    let new = records::NewRecord { files: vec![file], ..record("Report") };
    ItemId::Record(at.does(|tx| records::file(tx, new)))
}

fn proposed(at: &Organisation, item: ItemId) -> Vec<Proposal> {
    mapping::proposals(at.db(), item, &at.held()).unwrap()
}

#[test]
fn what_is_named_is_proposed_for_editions_held_and_counts_when_accepted() {
    let mut at = Organisation::new();
    let item = filed(&mut at, "ISO 9001 7.5.3; ISO/IEC 27001:2022 A.5.24; ISO/IEC 27001:2013 A.99.1; 20000-1 8.6.1");
    let found: Vec<String> = proposed(&at, item).iter().map(|p| p.reference.to_string()).collect();
    assert_eq!(found, ["20000-1:2018/8.6.1", "9001:2015/7.5.3"]);
    assert!(mapping::of_item(at.db(), item).unwrap().is_empty(), "naming is no mapping");
    let held: Vec<EditionId> = at.held();
    at.does(|tx| mapping::accept(tx, item, &clause("9001/7.5.3"), None, "", &held));
    let link = mapping::of_item(at.db(), item).unwrap().remove(0);
    let Origin::Text { at: places } = link.origin else { panic!("{:?}", link.origin) };
    assert_eq!((places[0].file.as_str(), places[0].line), ("report.txt", 1));
    at.does(|tx| mapping::decline(tx, item, &clause("20000-1/8.6.1"), "only mentioned"));
    let left = proposed(&at, item);
    assert!(left.iter().all(|p| p.from == Some(clause("9001/7.5.3"))), "what was accepted breeds: {left:?}");
    at.rebuilds_the_same();
}

#[test]
fn what_follows_and_is_named_as_well_says_both() {
    let mut at = Organisation::new();
    let item = filed(&mut at, "as ISO 9001 7.2 asks");
    at.map(item, "20000-1/7.2");
    let both = proposed(&at, item).into_iter().find(|p| p.reference == clause("9001/7.2")).unwrap();
    assert_eq!((both.from, both.named.len()), (Some(clause("20000-1/7.2")), 1));
}

#[test]
fn a_text_about_an_earlier_edition_is_taken_through_the_map_and_says_so() {
    let mut at = Organisation::holding(&["9001:2015", "20000-1:2018", "27001:2022"]);
    let item = filed(&mut at, "Logs as 27001:2013, A.12.1.2 asks; ISO/IEC 27001:2013 A.12.4.1");
    let found = proposed(&at, item);
    let change = found.iter().find(|p| p.reference == "27001:2022/A.8.32".parse().unwrap()).unwrap();
    assert_eq!(change.through.as_deref(), Some("27001:2013/A.12.1.2"));
    assert!(change.notes.iter().any(|note| note.contains("27001:2013 A.12.1.2, whose place this clause took")));
    assert!(change.needs_reason, "the map leads there, not the text");
    assert!(found.iter().any(|p| p.reference.to_string() == "27001:2022/A.8.15"));
    let held = at.held();
    at.does(|tx| mapping::accept(tx, item, &change.reference, None, "the same process", &held));
    let link = mapping::of_item(at.db(), item).unwrap().remove(0);
    let Origin::Text { at: places } = link.origin else { panic!("{:?}", link.origin) };
    assert_eq!(places[0].of.as_ref().map(ToString::to_string).as_deref(), Some("27001:2013/A.12.1.2"));
    at.rebuilds_the_same();
}

#[test]
fn nothing_named_is_proposed_outside_the_systems_scope() {
    let mut at = Organisation::new();
    at.sites(&["A", "B"]);
    at.set_scope("QMS", &["B"]);
    let mut file = paper("report");
    file.clauses = clauses_named("ISO 9001 7.5.3, ISO/IEC 20000-1 8.6.1");
    let scope = clausebook::systems::scope_codes(at.db(), &["A".to_owned()]).unwrap();
    let new = records::NewRecord { files: vec![file], scope, ..record("Report") };
    let item = ItemId::Record(at.does(|tx| records::file(tx, new)));
    let found: Vec<String> = proposed(&at, item).iter().map(|p| p.reference.short()).collect();
    assert_eq!(found, ["20000-1 8.6.1"]);
}

/// Ways in which clauses are cited in German and by European adoptions.
#[test]
fn clauses_are_read_as_people_write_them() {
    for (text, read) in [
        ("Nach ISO/IEC 20000-1 Abschn. 8.5.1 zu führen.", &["20000-1/8.5.1"][..]),
        ("Gemäß ISO 9001 Abs. 7.2 geschult.", &["9001/7.2"]),
        ("ISO 9001 Nr. 8.4.1 und Nr. 8.4.2", &["9001/8.4.1", "9001/8.4.2"]),
        ("Das folgt aus 9.2 und 9.3 der ISO 9001.", &["9001/9.2", "9001/9.3"]),
        ("ISO/IEC 27001:2022 Maßnahme A.8.32", &["27001:2022/A.8.32"]),
        ("ISO 9001 clause 7.5.3.2 b) and 8.4.1", &["9001/7.5.3.2", "9001/8.4.1"]),
        ("laut 4.1 der Geschäftsordnung, nicht der ISO 9001", &[]),
        ("Version 2.1 der ISO 9001 Checkliste", &[]),
        ("aus 2.3 Millionen Euro, ISO 9001", &[]),
    ] {
        assert_eq!(names(text), read, "{text}");
    }
    let held = ["9001:2015", "27001:2022"].map(|edition| edition.parse().unwrap());
    for (text, meant) in [
        ("EN ISO/IEC 27001:2017 A.16.1.5", "27001:2022/A.5.26"),
        ("DIN EN ISO/IEC 27001:2024 A.5.26", "27001:2022/A.5.26"),
        ("DIN EN ISO 9001:2015 7.5.3", "9001:2015/7.5.3"),
    ] {
        let found: Vec<_> = clauses_named(text).iter().flat_map(|one| one.meant(&held)).collect();
        assert_eq!(found, [meant.parse().unwrap()], "{text}: an adoption bears a year of its own");
    }
    assert!(
        clauses_named("ISO 9001:2008 7.5.3").iter().all(|one| one.meant(&held).is_empty()),
        "an edition before all"
    );
}
