//! What the check finds about people, by their role of the day, and about the bytes of files that were signed.

use clausebook::checks::{self, Irregular, Texts};
use clausebook::day::Due;
use clausebook::documents::{self, Approval};
use clausebook::named::Wanted;
use clausebook::people::{self, Role};
use clausebook::search::{Shelf, TextCache};

use super::{check, document, found, written};
use crate::approval::{Desk, usual};
use crate::support::organisation::{Organisation, approval, today};

#[test]
fn an_approval_is_judged_by_the_role_of_its_day_and_only_while_its_document_is_in_use() {
    let mut at = Organisation::new();
    for (name, role) in [("Manager", Role::QualityManager), ("Anna", Role::Approver), ("Bert", Role::Reader)] {
        at.does(|tx| people::enrol(tx, name, &format!("{name}@example.org"), role, None).map(drop));
    }
    at.workspace.act_as("manager@example.org");
    at.turn_to(today().plus_days(1));
    let on = |who: &str, day| Approval { on: Some(Due::Day { day }), by: who.into(), ..approval(day) };
    let then = today().plus_days(1);
    document(&mut at, "ANNA", "Manager", "", Some(on("Anna", then)));
    document(&mut at, "BERT", "Manager", "", Some(on("Bert", then)));
    at.turn_to(today().plus_days(2));
    at.does(|tx| people::correct(tx, "anna@example.org", None, Some(Role::Reader), "another post"));
    at.does(|tx| people::correct(tx, "bert@example.org", None, Some(Role::Approver), "another post"));
    let expected = [(Irregular::ApprovedByRole, "BERT".to_owned())];
    assert_eq!(found(&at), expected, "she might when she did, and he might not");
    document(&mut at, "EARLIER", "Manager", "", Some(on("Bert", today().minus_days(200))));
    assert_eq!(found(&at), expected, "of a day before anybody was enrolled nobody knows the role");
    at.does(|tx| documents::withdraw(tx, "BERT", "not used", tx.today()));
    assert_eq!(found(&at), [], "what is out of use is nobody's worry");
    at.rebuilds_the_same();
}

#[test]
fn another_person_in_a_control_table_is_found_whoever_is_enrolled() {
    let of = |registered: &str, stated: &str, enrolled: &str| -> Vec<Irregular> {
        let text = format!("Document number: PR-1\nVersion: 2.0\nOwner: {stated}\n");
        let mut at = Organisation::new();
        if !enrolled.is_empty() {
            at.does(|tx| people::enrol(tx, enrolled, "someone@example.org", Role::Approver, None));
        }
        written(&mut at, "PR-1", &text);
        let to = Wanted::from([("owner".to_owned(), registered.to_owned())]);
        at.does(|tx| documents::correct(tx, "PR-1", &to, None, "r").map(drop));
        check(&at, &[text.as_str()]).findings.into_iter().map(|one| one.what).collect()
    };
    let other = [Irregular::TextOtherOwner];
    assert_eq!(of("Anna Berg", "Jonas Feld", ""), other);
    assert_eq!(of("Anna Berg", "Jonas Feld", "Anna Berg"), other, "the registered one is enrolled");
    assert_eq!(of("someone@example.org", "Jonas Feld", "Anna Berg"), other, "by address");
    assert_eq!(of("Anna Berg", "Jonas Feld", "Jonas Feld"), other, "the written one is enrolled");
    for (registered, stated, enrolled) in [
        ("Anna Berg", "Dr. A. Berg", "Anna Berg"),
        ("Anna Berg", "Berg, Anna", ""),
        ("Anna Berg", "Quality Manager", "Anna Berg"),
        ("Anna Berg", "Leitung IT", "Anna Berg"),
        ("Anna Berg", "QMB", "Anna Berg"),
    ] {
        assert_eq!(of(registered, stated, enrolled), [], "{registered} and {stated} may be one");
    }
}

#[test]
fn a_signed_file_whose_bytes_are_others_is_found() {
    let mut desk = Desk::new();
    desk.at.workspace.vault().put_bytes(b"2").unwrap();
    desk.submits(&usual()).unwrap();
    let document = desk.document;
    let altered = |desk: &Desk| -> bool {
        let folder = tempfile::tempdir().unwrap();
        let cache = TextCache::open(&folder.path().join("text.db")).unwrap();
        let texts = Texts { cache: &cache, shelf: &Shelf::default(), stored: Some(desk.at.workspace.vault()) };
        let checked = checks::run(desk.at.db(), desk.at.workspace.id(), &texts).unwrap();
        assert_eq!(checked.unread_files, 0);
        checked.findings.iter().any(|one| one.what == Irregular::SignedFileAltered)
    };
    assert!(!altered(&desk));
    let revision = documents::revisions(desk.at.db(), document).unwrap().pop().unwrap();
    assert!(
        !clausebook::statements::all(desk.at.db()).unwrap().is_empty(),
        "somebody stands by it: its author said so when it was handed in"
    );
    let path = desk.at.workspace.vault().path_of(&revision.files[0].digest);
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[0] ^= 1;
    let mut open = std::fs::metadata(&path).unwrap().permissions();
    #[allow(clippy::permissions_set_readonly_false)]
    open.set_readonly(false);
    std::fs::set_permissions(&path, open).unwrap();
    std::fs::write(&path, &bytes).unwrap();
    assert!(altered(&desk), "a byte of the same length");
    std::fs::remove_file(&path).unwrap();
    assert!(altered(&desk), "and one that is gone");
}

#[test]
fn one_who_reviewed_and_approved_alone_is_found() {
    use crate::approval::Submitted;
    for (approvers, alone) in [(vec!["reviewer"], true), (vec!["reviewer", "second"], false)] {
        let mut desk = Desk::new();
        desk.submits(&Submitted { approvers: approvers.clone(), ..usual() }).unwrap();
        desk.decides("reviewer", true).unwrap();
        for who in approvers {
            desk.decides(who, true).unwrap();
        }
        let found = found(&desk.at).into_iter().any(|(what, _)| what == Irregular::ReviewedAndApprovedByOne);
        assert_eq!(found, alone);
    }
}
