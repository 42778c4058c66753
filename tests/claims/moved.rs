//! A Statement of Applicability that moved on, and since when.

use clausebook::agenda;
use clausebook::applicability::{self, OwnControl};
use clausebook::claims::{self, Moved};
use clausebook::day::Day;

use super::situations::certificate;
use crate::soa::Desk;
use crate::support::day;

/// The four groups of Annex A, which hold all controls.
const ALL: &[&str] = &["A.5", "A.6", "A.7", "A.8"];

/// What moved on, each as who it is, since when and on how many controls.
fn told(desk: &Desk, on: Day) -> Vec<(String, Day, usize)> {
    let found = claims::moved(desk.at.db(), on).unwrap();
    assert_eq!(agenda::today(desk.at.db(), on).unwrap().moved, found, "the same stands among what needs a person");
    assert_eq!(agenda::list(desk.at.db(), None, on).unwrap().moved, found, "and in the list of what is due");
    let who = |one: &Moved| one.certificate.clone().unwrap_or_else(|| format!("version {}", one.version));
    found.iter().map(|one| (who(one), one.since, one.controls.len())).collect()
}

#[test]
fn a_version_is_named_from_the_first_decision_on_that_it_does_not_say() {
    let mut desk = Desk::new();
    assert_eq!(told(&desk, day(2026, 2, 1)), [], "nothing was issued");
    desk.decide(ALL, true, "a risk");
    desk.issue(false, None).unwrap();
    assert_eq!(told(&desk, day(2026, 2, 1)), [], "it says what is decided");
    desk.at.turn_to(day(2026, 3, 2));
    desk.decide(&["A.7.4"], false, "no premises");
    desk.at.turn_to(day(2026, 4, 1));
    desk.decide(&["A.8.30"], false, "nothing is written for us");
    assert_eq!(told(&desk, day(2026, 4, 1)), [("version 1".into(), day(2026, 3, 2), 2)]);
    desk.issue(true, None).unwrap();
    assert_eq!(told(&desk, day(2026, 4, 1)).len(), 1, "a draft takes nobody's place");
    desk.issue(false, None).unwrap();
    assert_eq!(told(&desk, day(2026, 4, 1)), []);
    let own = OwnControl { title: "Island mode".into(), origin: "Law".into() };
    desk.at.turn_to(day(2026, 5, 4));
    desk.at.does(|tx| applicability::name_control(tx, "27001", "K-1", own, ""));
    assert_eq!(told(&desk, day(2026, 5, 4)), [("version 2".into(), day(2026, 5, 4), 1)], "so does a new control");
    let then = desk.at.workspace.in_force(day(2026, 3, 15)).unwrap();
    let found = claims::moved(&then, day(2026, 3, 15)).unwrap();
    assert_eq!(found.iter().map(|one| (one.since, one.controls.len())).collect::<Vec<_>>(), [(day(2026, 3, 2), 1)]);
}

#[test]
fn a_certificate_is_named_from_the_day_of_the_version_after_the_one_it_cites() {
    let mut desk = Desk::new();
    desk.decide(ALL, true, "a risk");
    desk.issue(false, None).unwrap();
    certificate(&mut desk.at, "ISMS", "IS-1", &[], "Hosting", "1");
    certificate(&mut desk.at, "QMS", "QM-1", &[], "Hosting", "");
    assert_eq!(told(&desk, day(2026, 2, 1)), []);
    for (on, control) in [(day(2026, 3, 2), "A.7.4"), (day(2026, 6, 1), "A.8.30")] {
        desk.at.turn_to(on);
        desk.decide(&[control], false, "none of it here");
        desk.issue(false, None).unwrap();
        assert_eq!(told(&desk, on), [("IS-1".into(), day(2026, 3, 2), 0)], "the first newer one, not the last");
    }
    assert_eq!(told(&desk, day(2029, 1, 1)), [], "one that has ended speaks no more");
}
