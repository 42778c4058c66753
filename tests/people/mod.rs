//! People: who is enrolled, who is refused, and how they are found.

mod keys;

use clausebook::error::Code;
use clausebook::people::{self, Duty, Role};
use clausebook::undo;
use clausebook::workspace::Tx;

use crate::support::organisation::{Organisation, today};

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

/// The auditor, enrolled.
fn auditor(at: &mut Organisation) {
    at.does(|tx| people::enrol(tx, "Auditor", "auditor@example.org", Role::Auditor, None));
    at.wrote();
}

fn person(at: &Organisation, email: &str) -> people::Person {
    people::by_email(at.db(), email).unwrap().unwrap()
}

#[test]
fn a_correction_keeps_what_was_said_before_with_the_reason_and_is_undone() {
    let mut at = Organisation::new();
    auditor(&mut at);
    let before = person(&at, "auditor@example.org");
    at.does(|tx| people::correct(tx, "auditor@example.org", Some(" Lead "), Some(Role::Reader), "changed her part"));
    assert_eq!(at.wrote(), ["person.corrected"]);
    let after = person(&at, "AUDITOR@example.org");
    assert_eq!((after.id, after.name.as_str(), after.role), (before.id, "Lead", Role::Reader));
    undo::undo(&mut at.workspace).unwrap();
    assert_eq!(person(&at, "auditor@example.org"), before);
    at.rebuilds_the_same();
}

#[test]
fn a_correction_needs_a_reason_and_something_that_changes() {
    let mut at = Organisation::new();
    auditor(&mut at);
    let mut refused = |email: &str, name: Option<&str>, role: Option<Role>, reason: &str| {
        at.refuses(|tx| people::correct(tx, email, name, role, reason))
    };
    assert_eq!(refused("auditor@example.org", Some("Lead"), None, " "), "person_change_without_reason");
    assert_eq!(refused("auditor@example.org", Some(" "), None, "r"), "person_incomplete");
    assert_eq!(refused("auditor@example.org", Some("Auditor"), Some(Role::Auditor), "r"), "person_change_empty");
    assert_eq!(refused("nobody@example.org", Some("Lead"), None, "r"), "person_not_enrolled");
}

#[test]
fn whoever_left_is_kept_with_the_day_and_comes_back_as_the_same_person() {
    let mut at = Organisation::new();
    auditor(&mut at);
    let id = person(&at, "auditor@example.org").id;
    assert_eq!(
        at.refuses(|tx| people::leave(tx, "auditor@example.org", None, None, "")),
        "person_change_without_reason"
    );
    at.does(|tx| people::leave(tx, "auditor@example.org", None, None, "retired"));
    assert_eq!(person(&at, "auditor@example.org").left_on, Some(today()));
    assert_eq!(people::list(at.db()).unwrap().len(), 1, "the history stays");
    assert_eq!(at.refuses(|tx| people::leave(tx, "auditor@example.org", None, None, "again")), "person_left");
    assert_eq!(people::who_acts(at.db(), "auditor@example.org").unwrap_err().reason().name, "person_left");
    at.does(|tx| people::enrol(tx, "Consultant", "auditor@example.org", Role::Author, None));
    let back = person(&at, "auditor@example.org");
    assert_eq!((back.id, back.name.as_str(), back.role, back.left_on), (id, "Consultant", Role::Author, None));
    at.rebuilds_the_same();
}

#[test]
fn leaving_is_undone_as_long_as_nobody_came_back() {
    let mut at = Organisation::new();
    auditor(&mut at);
    at.does(|tx| people::leave(tx, "auditor@example.org", None, None, "the wrong person"));
    undo::undo(&mut at.workspace).unwrap();
    assert_eq!(person(&at, "auditor@example.org").left_on, None);
    assert_eq!(at.wrote(), ["person.left", "batch.undone", "person.returned"]);
}

#[test]
fn people_are_changed_by_a_quality_manager_where_somebody_enrolled_acts() {
    let mut at = Organisation::new();
    auditor(&mut at);
    at.does(|tx| people::enrol(tx, "Manager", "q@example.org", Role::QualityManager, None));
    at.workspace.act_as("auditor@example.org");
    let promotes = |tx: &mut Tx<'_>| people::correct(tx, "auditor@example.org", None, Some(Role::QualityManager), "r");
    assert_eq!(at.refuses(promotes), "person_may_not", "nobody gives themselves another role");
    assert_eq!(at.refuses(|tx| people::leave(tx, "q@example.org", None, None, "r")), "person_may_not");
    at.workspace.act_as("q@example.org");
    at.does(promotes);
}

#[test]
fn nobody_gives_themselves_another_role_by_enrolling_again_under_another_address() {
    let mut at = Organisation::new();
    for (name, role) in [("reader", Role::Reader), ("approver", Role::Approver), ("manager", Role::QualityManager)] {
        at.does(|tx| people::enrol(tx, name, &format!("{name}@example.org"), role, None));
    }
    let enrols = |tx: &mut Tx<'_>| people::enrol(tx, "Eve", "eve@example.org", Role::QualityManager, None);
    for (who, refused) in [("reader@example.org", "person_may_not"), ("approver@example.org", "person_may_not")] {
        at.workspace.act_as(who);
        assert_eq!(at.refuses(enrols), refused, "{who}");
    }
    at.workspace.act_as("login");
    at.does(|tx| people::enrol(tx, "Colleague", "colleague@example.org", Role::Reader, None));
    at.workspace.act_as("manager@example.org");
    let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop m@example.org";
    at.does(|tx| people::enrol_key(tx, "manager@example.org", key));
    at.workspace.act_as("login");
    assert_eq!(at.refuses(enrols), "person_needed", "somebody has a key");
    at.workspace.act_as("manager@example.org");
    at.does(enrols);
}

#[test]
fn somebody_always_manages_once_somebody_does() {
    let mut at = Organisation::new();
    let [manager, other] = ["manager@example.org", "other@example.org"];
    at.does(|tx| people::enrol(tx, "Other", other, Role::Author, None));
    at.does(|tx| people::enrol(tx, "Manager", manager, Role::QualityManager, None));
    at.workspace.act_as(manager);
    const ALONE: &str = "person_manages_alone";
    let to = |role: Role| move |tx: &mut Tx<'_>| people::correct(tx, "other@example.org", None, Some(role), "r");
    assert_eq!(at.refuses(|tx| people::leave(tx, manager, None, None, "r")), ALONE);
    assert_eq!(at.refuses(|tx| people::correct(tx, manager, None, Some(Role::Author), "r")), ALONE);
    at.does(to(Role::QualityManager));
    at.does(|tx| people::leave(tx, other, Some(tx.today().plus_days(9)), None, "r"));
    assert_eq!(at.refuses(|tx| people::leave(tx, manager, None, None, "r")), ALONE, "the other one leaves, too");
    undo::undo(&mut at.workspace).unwrap();
    at.workspace.act_as(other);
    at.does(|tx| people::leave(tx, manager, None, None, "r"));
    at.workspace.act_as(manager);
    let refused = undo::undo(&mut at.workspace).unwrap_err();
    assert_eq!(refused.reason().name, ALONE, "what made the other one manage is not undone either");
}

#[test]
fn a_role_may_what_its_description_says() {
    let may = |role: Role| -> Vec<&str> {
        Duty::ALL.iter().filter(|duty| role.may(**duty)).map(|duty| duty.name()).collect()
    };
    assert_eq!(may(Role::QualityManager), ["submit", "approve", "review", "decide", "manage"]);
    assert_eq!(may(Role::Approver), ["submit", "approve", "review", "decide"]);
    assert_eq!(may(Role::Author), ["submit", "review", "decide"]);
    assert!(may(Role::Auditor).is_empty() && may(Role::Reader).is_empty());
}

#[test]
fn the_rule_on_authors_is_no_until_it_is_set_with_a_reason() {
    let mut at = Organisation::new();
    assert!(!people::author_approves(at.db()).unwrap());
    assert_eq!(at.refuses(|tx| people::set_author_rule(tx, true, " ")), "person_rule_without_reason");
    at.does(|tx| people::set_author_rule(tx, true, "one person does all"));
    at.does(|tx| people::set_author_rule(tx, true, "said again"));
    assert_eq!(at.wrote(), ["person.author_rule_set"], "what holds already is not said again");
    assert!(people::author_approves(at.db()).unwrap());
    at.rebuilds_the_same();
}
