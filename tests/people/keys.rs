//! People's keys and absences: for which days a key speaks, and who decides for whom.

use clausebook::day::Day;
use clausebook::people::{self, Going, Role, away, keys};
use clausebook::signing::SigningKey;
use clausebook::undo;

use crate::support::day;
use crate::support::organisation::{Organisation, today};

const EMAIL: &str = "qm@example.org";

fn line(seed: u8) -> String {
    SigningKey::from_seed([seed; 32]).public().to_openssh().unwrap()
}

fn manager() -> Organisation {
    let mut at = Organisation::new();
    at.does(|tx| people::enrol(tx, "Manager", EMAIL, Role::QualityManager, None));
    at.workspace.act_as(EMAIL);
    at.wrote();
    at
}

fn another_manager(at: &mut Organisation) {
    at.does(|tx| people::enrol(tx, "Another", "another@example.org", Role::QualityManager, None));
}

fn speaks(at: &Organisation, on: Day) -> Option<String> {
    let person = people::by_email(at.db(), EMAIL).unwrap().unwrap();
    keys::on(at.db(), person.id, on).unwrap().map(|key| key.key)
}

#[test]
fn a_key_speaks_from_its_day_until_another_takes_its_place_or_it_is_retired() {
    let mut at = manager();
    at.does(|tx| people::enrol_key(tx, EMAIL, &line(1)));
    at.turn_to(day(2026, 2, 1));
    at.does(|tx| people::enrol_key(tx, EMAIL, &line(2)));
    at.turn_to(day(2026, 3, 1));
    at.does(|tx| people::retire_key(tx, EMAIL, Some(day(2026, 2, 20)), "lost on the train"));
    let on = [today().minus_days(1), today(), day(2026, 1, 31), day(2026, 2, 1), day(2026, 2, 19), day(2026, 2, 20)];
    let expected = [None, Some(line(1)), Some(line(1)), Some(line(2)), Some(line(2)), None];
    for (on, expected) in on.into_iter().zip(expected) {
        assert_eq!(speaks(&at, on), expected, "{on}");
    }
    assert_eq!(at.refuses(|tx| people::retire_key(tx, EMAIL, None, "again")), "person_without_key");
    at.rebuilds_the_same();
}

#[test]
fn whoever_leaves_takes_their_key_with_them_and_gets_it_back_when_that_is_undone() {
    let mut at = manager();
    another_manager(&mut at);
    at.does(|tx| people::enrol_key(tx, EMAIL, &line(1)));
    at.does(|tx| people::leave(tx, EMAIL, Some(day(2026, 2, 1)), None, "retired"));
    assert_eq!(speaks(&at, day(2026, 1, 31)), Some(line(1)), "they are still there");
    assert_eq!(speaks(&at, day(2026, 2, 1)), None);
    undo::undo(&mut at.workspace).unwrap();
    assert_eq!(speaks(&at, day(2026, 2, 1)), Some(line(1)));
    at.rebuilds_the_same();
}

#[test]
fn a_day_of_leaving_that_lies_ahead_makes_nobody_leave_before() {
    let mut at = manager();
    another_manager(&mut at);
    at.does(|tx| people::leave(tx, EMAIL, Some(day(2026, 2, 1)), None, "retired"));
    assert!(people::who_acts(at.db(), EMAIL).is_ok());
    at.turn_to(day(2026, 2, 1));
    assert_eq!(people::who_acts(at.db(), EMAIL).unwrap_err().reason().name, "person_left");
}

#[test]
fn enrolling_a_key_by_mistake_is_undone_and_the_one_before_speaks_again() {
    let mut at = manager();
    at.does(|tx| people::enrol_key(tx, EMAIL, &line(1)));
    at.does(|tx| people::enrol_key(tx, EMAIL, &line(2)));
    assert_eq!(speaks(&at, today()), Some(line(2)));
    undo::undo(&mut at.workspace).unwrap();
    assert_eq!(speaks(&at, today()), Some(line(1)));
    at.rebuilds_the_same();
}

#[test]
fn a_key_is_one_persons_alone() {
    let mut at = manager();
    at.does(|tx| people::enrol(tx, "Other", "other@example.org", Role::Author, None));
    at.does(|tx| people::enrol_key(tx, EMAIL, &line(1)));
    assert_eq!(at.refuses(|tx| people::enrol_key(tx, EMAIL, &line(1))), "person_key_enrolled_already");
    assert_eq!(at.refuses(|tx| people::enrol_key(tx, "other@example.org", &line(1))), "person_key_of_another");
    let commented = format!("{} somebody@elsewhere", line(1));
    assert_eq!(at.refuses(|tx| people::enrol_key(tx, "other@example.org", &commented)), "person_key_of_another");
    assert_eq!(at.refuses(|tx| people::enrol_key(tx, EMAIL, "ssh-rsa AAAA")), "public_key_unusable");
}

#[test]
fn a_key_is_made_by_its_person_or_a_manager_from_the_first_one_on() {
    let mut at = manager();
    for (name, role) in [("other", Role::Author), ("approver", Role::Approver)] {
        at.does(|tx| people::enrol(tx, name, &format!("{name}@example.org"), role, None));
    }
    for (who, refused) in [("login", "person_needed"), ("other@example.org", "person_may_not")] {
        at.workspace.act_as(who);
        assert_eq!(
            at.refuses(|tx| people::enrol_key(tx, "approver@example.org", &line(2))),
            refused,
            "{who} would sign"
        );
        assert_eq!(at.refuses(|tx| people::enrol_key(tx, EMAIL, &line(2))), refused, "{who} would manage");
    }
    at.does(|tx| people::enrol_key(tx, "other@example.org", &line(3)));
    at.does(|tx| people::enrol_key(tx, "other@example.org", &line(4)));
    at.workspace.act_as(EMAIL);
    at.does(|tx| people::enrol_key(tx, "approver@example.org", &line(2)));
}

fn going<'a>(deputy: Option<&'a str>, from: Day, until: Day) -> Going<'a> {
    Going { deputy, from, until, reason: "Holiday" }
}

#[test]
fn a_deputy_decides_on_the_days_of_the_absence_alone() {
    let mut at = manager();
    at.does(|tx| people::enrol(tx, "Deputy", "deputy@example.org", Role::Approver, None));
    let (from, until) = (day(2026, 2, 1), day(2026, 2, 10));
    at.does(|tx| people::go_away(tx, EMAIL, &going(Some("deputy@example.org"), from, until)));
    let deputy = people::by_email(at.db(), "deputy@example.org").unwrap().unwrap().id;
    let days = [day(2026, 1, 31), from, until, day(2026, 2, 11)];
    let stands_in = |at: &Organisation| days.map(|on| away::deputises(at.db(), deputy, on).unwrap().len());
    assert_eq!(stands_in(&at), [0, 1, 1, 0]);
    at.turn_to(day(2026, 2, 5));
    at.does(|tx| people::come_back(tx, EMAIL, "earlier"));
    assert_eq!(away::deputises(at.db(), deputy, day(2026, 2, 4)).unwrap().len(), 1, "it was so");
    assert_eq!(away::deputises(at.db(), deputy, day(2026, 2, 5)).unwrap().len(), 0, "from today on it is not");
    at.rebuilds_the_same();
}

#[test]
fn an_absence_of_no_sense_is_refused() {
    let mut at = manager();
    for (name, role) in [("reader", Role::Reader), ("author", Role::Author), ("approver", Role::Approver)] {
        at.does(|tx| people::enrol(tx, name, &format!("{name}@example.org"), role, None).map(drop));
    }
    let mut refused = |deputy, from, until| at.refuses(|tx| people::go_away(tx, EMAIL, &going(deputy, from, until)));
    let (from, until) = (day(2026, 2, 1), day(2026, 2, 10));
    assert_eq!(refused(None, until, from), "person_away_days");
    assert_eq!(refused(None, day(2026, 1, 1), day(2026, 1, 2)), "person_away_days", "past");
    assert_eq!(refused(Some(EMAIL), from, until), "person_deputy_of_themselves");
    assert_eq!(refused(Some("reader@example.org"), from, until), "person_may_not");
    assert_eq!(refused(Some("author@example.org"), from, until), "person_may_not");
    assert_eq!(refused(Some("nobody@example.org"), from, until), "person_not_enrolled");
    at.does(|tx| people::go_away(tx, EMAIL, &going(Some("approver@example.org"), from, until)));
    assert_eq!(at.refuses(|tx| people::go_away(tx, EMAIL, &going(None, until, until))), "person_away_already");
    undo::undo(&mut at.workspace).unwrap();
    at.does(|tx| people::go_away(tx, EMAIL, &going(None, until, until)));
    at.rebuilds_the_same();
}
