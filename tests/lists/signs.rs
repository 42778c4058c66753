//! Clauses by signs under names of one line, rows below a heading that ends them, and columns that are not what a word in their
//! name says.

use clausebook::questions::List;

use super::{clauses, look, master, meanings};

#[test]
fn a_clause_named_with_its_standard_in_one_line_is_mapped_by_signs() {
    let list = master(
        "Code,Title,ISO 9001:2015 – 8.5,8.6,10.2,ISO/IEC 27001 (2022) A.8.9,A.8.12\nP-1,One,x,,1,1,0\nP-2,Two,no,✓,x,0,x\nP-3,Three,x,x,x,1,x\n"
            .as_bytes(),
    );
    let one = "9001:2015 8.5, 9001:2015 10.2, 27001:2022 A.8.9";
    let found = clauses(&list);
    let all: Vec<String> =
        found.iter().map(|row| row.replace("27001:2022", "27001").replace("9001:2015", "9001")).collect();
    let plain = one.replace(":2022", "").replace(":2015", "");
    assert_eq!(all[0], plain, "{found:?}");
    assert_eq!(all[1], "9001 8.6, 9001 10.2, 27001 A.8.12");
    let alone = master(b"Code,Title,8.6\nP-1,One,x\nP-2,Two,x\nP-3,Three,\n");
    assert_eq!(meanings(&alone), [("A", "number"), ("B", "title")].into(), "nothing says of which standard");
}

#[test]
fn a_word_or_sign_for_a_clause_between_standard_and_number_is_read_over() {
    for heads in [
        "9001 §7.5,9001 §8.4",
        "ISO 9001 clause 7.5,ISO 9001 clause 8.4",
        "DIN EN ISO 9001 Kap. 7.5,DIN EN ISO 9001 Kap. 8.4",
    ] {
        let list = master(format!("Code,Title,{heads}\nP-1,One,X,\nP-2,Two,,X\nP-3,Three,X,X\n").as_bytes());
        let found: Vec<String> = clauses(&list).iter().map(|row| row.replace(":2015", "")).collect();
        assert_eq!(found, ["9001 7.5", "9001 8.4", "9001 7.5, 9001 8.4"], "{heads}");
    }
}

#[test]
fn rows_below_a_heading_that_ends_them_are_asked_about() {
    let list = master(
        b"Code,Title,Owner\nP-1,One,Ann\nWithdrawn documents:,,\nP-2,Two,Ann\nP-3,Three,Ann\nInstructions,,\nP-4,Four,Ann\n",
    );
    let struck: Vec<bool> = list.rows.iter().map(|row| row.struck).collect();
    assert_eq!(struck, [false, true, true, false]);
    assert_eq!(list.notes.iter().filter(|note| note.what == "below_ended").count(), 2);
}

#[test]
fn the_column_whose_files_are_there_is_the_place_and_people_are_no_days() {
    let files = ["Evidence/scan one.pdf", "Evidence/scan two.pdf", "Evidence/log.txt"];
    let list = look(
        b"Evidence No,Kept at,Collected by,Requirement\nE-1,Evidence/scan one.pdf,Maria,ISO27001 A.5.9\nE-2,Evidence/scan two.pdf,Tomas,ISO 9001 cl. 9.2\nE-3,Evidence/log.txt,Ines,ISO27001 A.8.13; 9001: 9.3\n",
        List::EvidenceIndex,
        &files,
    );
    let found = meanings(&list);
    assert_eq!(
        (found.get("B"), found.get("C"), found.get("D")),
        (Some(&"location"), None, Some(&"clauses")),
        "{found:?}"
    );
    assert_eq!(list.rows.len(), 3);
}
