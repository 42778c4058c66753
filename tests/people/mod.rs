//! People: who is enrolled, who is refused, and how they are found.

use clausebook::error::Code;
use clausebook::people::{self, Role};

use crate::support::organisation::Organisation;

const KEY: &str =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop auditor@example.org";

#[test]
fn a_person_is_enrolled_with_name_address_role_and_key() {
    let mut at = Organisation::new();
    let id =
        at.does(|tx| people::enrol(tx, " Lead Auditor ", " auditor@example.org ", Role::Auditor, Some(KEY.to_owned())));
    assert_eq!(at.wrote(), ["person.enrolled"]);
    let person = people::by_email(at.db(), "auditor@example.org").unwrap().unwrap();
    assert_eq!((person.id, person.role), (id, Role::Auditor));
    assert_eq!(
        (person.name.as_str(), person.email.as_str()),
        ("Lead Auditor", "auditor@example.org"),
        "without blanks"
    );
    assert_eq!(person.key.as_deref(), Some(KEY));
    at.rebuilds_the_same();
}

#[test]
fn an_address_belongs_to_one_person_however_it_is_written() {
    let mut at = Organisation::new();
    at.does(|tx| people::enrol(tx, "Author", "author@example.org", Role::Author, None));
    for address in ["author@example.org", "Author@Example.ORG", " author@example.org "] {
        let code = at.refuses(|tx| people::enrol(tx, "Another", address, Role::Reader, None));
        assert_eq!(code, "person_already_enrolled", "{address}");
    }
    assert!(people::by_email(at.db(), "AUTHOR@example.org").unwrap().is_some());
    assert!(people::by_email(at.db(), "nobody@example.org").unwrap().is_none());
}

#[test]
fn nobody_is_enrolled_without_a_name_and_an_address() {
    let mut at = Organisation::new();
    for (name, address) in [
        ("Reader", ""),
        ("Reader", "reader"),
        ("Reader", "@example.org"),
        ("Reader", "reader@"),
        ("Reader", "the reader@example.org"),
        (" ", "reader@example.org"),
    ] {
        let code = at.refuses(|tx| people::enrol(tx, name, address, Role::Reader, None));
        assert_eq!(code, "person_incomplete", "“{name}” <{address}>");
    }
}

#[test]
fn a_key_that_is_none_is_refused_with_its_person() {
    let mut at = Organisation::new();
    for key in ["", "no key", "ssh-ed25519 AAAA", "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQC0"] {
        let code = at.refuses(|tx| people::enrol(tx, "Reader", "reader@example.org", Role::Reader, Some(key.into())));
        assert_eq!(code, "public_key_unusable", "“{key}”");
    }
    assert!(people::list(at.db()).unwrap().is_empty());
}

#[test]
fn everyone_is_listed_by_name() {
    let mut at = Organisation::new();
    for (name, role) in [("Reader", Role::Reader), ("Approver", Role::Approver), ("Manager", Role::QualityManager)] {
        at.does(|tx| people::enrol(tx, name, &format!("{name}@example.org"), role, None).map(|_| ()));
    }
    let names: Vec<String> = people::list(at.db()).unwrap().into_iter().map(|person| person.name).collect();
    assert_eq!(names, ["Approver", "Manager", "Reader"]);
}

#[test]
fn a_role_that_is_none_is_told_those_there_are() {
    let refusal = Role::parse("king").unwrap_err();
    assert_eq!((refusal.reason().name, refusal.code()), ("role_unknown", Code::InvalidValue));
    for &role in Role::ALL {
        assert!(refusal.value("known").unwrap().contains(role.name()), "{refusal}");
        assert_eq!(Role::parse(&role.name().replace('_', " ").to_uppercase()).unwrap(), role);
    }
}
