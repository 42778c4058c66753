//! Numbers of 27001: whether they are those of clauses or of controls of Annex A.

use clausebook::questions::List;

use super::{clauses, look, master, meanings};

fn register(name: &str, cells: &[&str]) -> clausebook::lists::Understood {
    let rows = cells.iter().enumerate().map(|(n, cell)| format!("P-{n}|Title {n}|{cell}\n"));
    master(format!("Number|Title|{name}\n{}", rows.collect::<String>()).as_bytes())
}

#[test]
fn a_column_of_controls_holds_numbers_of_annex_a() {
    for name in [
        "Control ISO 27001:2022",
        "Controls 27001",
        "ISO 27001 control objective",
        "Maßnahme (ISO 27001)",
        "Control de ISO 27001",
    ] {
        let list = register(name, &["5.1", "5.2; 5.3", "5.19", "A.8.1"]);
        let without_year: Vec<String> = clauses(&list).iter().map(|row| row.replace(":2022", "")).collect();
        assert_eq!(without_year, ["27001 A.5.1", "27001 A.5.2, 27001 A.5.3", "27001 A.5.19", "27001 A.8.1"], "{name}");
    }
    let list = register("Control", &["5.1", "5.19"]);
    assert_eq!(meanings(&list)["C"], "clauses 27001 A", "one standard alone has controls");
}

#[test]
fn a_number_that_is_a_clause_and_a_control_is_asked_where_nothing_tells() {
    let list = register("Clause or control of ISO 27001", &["5.1", "9.2", "5.19"]);
    assert_eq!(clauses(&list), ["", "27001 9.2", "27001 A.5.19"]);
    assert_eq!(list.rows[0].clauses.either, ["27001 5.1"]);
    assert!(list.columns[2].asks_standard);
    let list = register("ISO 27001", &["5.1", "5.19"]);
    assert_eq!(list.rows[0].clauses.either, ["27001 5.1"], "a control without its letter makes the others doubtful");
    let list = register("ISO 27001", &["5.1", "A.5.19"]);
    assert_eq!(clauses(&list), ["27001 5.1", "27001 A.5.19"], "where controls have their letter the rest are clauses");
    assert!(!list.columns[2].asks_standard);
}

#[test]
fn a_control_by_its_letter_is_one_whatever_the_column_says() {
    let list = register("ISO 9001", &["8.4", "A.5.19"]);
    assert_eq!(clauses(&list), ["9001 8.4", "27001 A.5.19"]);
    let mixed =
        ["9001: 8.4, 27001: A.5.19-A.5.21", "ISO 9001 Kap. 7.1.5", "A.8.13", "A.5.24 - 26", "20k 8.5.1 / 27k A.8.32"];
    let list = register("Normbezug", &mixed);
    let wanted = [
        "9001 8.4, 27001 A.5.19, 27001 A.5.20, 27001 A.5.21",
        "9001 7.1.5",
        "27001 A.8.13",
        "27001 A.5.24, 27001 A.5.25, 27001 A.5.26",
        "20000-1 8.5.1, 27001 A.8.32",
    ];
    assert_eq!(clauses(&list), wanted);
    assert!(list.rows.iter().all(|row| row.clauses.unread.is_empty()));
    let list = register("Norm", &["27001 control 5.15; 27001 clause 5.1", "ISO 27017 A.5.1.1"]);
    assert_eq!(clauses(&list), ["27001 A.5.15, 27001 5.1", ""]);
}

#[test]
fn a_requirement_in_letters_needs_no_name_of_its_standard() {
    let list = register("Requirement addressed / Security", &["A.5.19, A.5.20", "A.8.13", "A.8.32", "6.3"]);
    assert_eq!(clauses(&list), ["27001 A.5.19, 27001 A.5.20", "27001 A.8.13", "27001 A.8.32", ""]);
    assert_eq!(list.rows[3].clauses.unread, ["6.3"], "what it leaves open is named");
}

#[test]
fn clauses_of_an_evidence_index_are_known_by_their_cells() {
    let index = b"What,File,On,Proves\nRestore,a.txt,2026-03-31,20000-1 8.7.3 & 27001 A.8.13\nTraining,b.txt,2026-03-31,9001/7.2\n\
        Drill,c.txt,2026-05-01,45001 8.2\nTwo,d.txt,2026-05-01,8.7.3\n";
    let list = look(index, List::EvidenceIndex, &["a.txt", "b.txt", "c.txt", "d.txt"]);
    assert_eq!(meanings(&list)["D"], "clauses");
    assert_eq!(clauses(&list), ["20000-1 8.7.3, 27001 A.8.13", "9001 7.2", "", ""]);
    assert_eq!(
        (&list.rows[2].clauses.unread, &list.rows[3].clauses.unread),
        (&vec!["45001 8.2".into()], &vec!["8.7.3".into()])
    );
}
