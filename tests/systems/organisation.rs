//! What is set and corrected of the organisation itself: its name, and the time zone by which its days count.

use clausebook::day::Zone;
use clausebook::log::log;
use clausebook::systems;
use clausebook::undo::undo;
use clausebook::workspace::zone_set;

use crate::support::organisation::Organisation;

#[test]
fn a_name_is_corrected_with_before_after_and_reason() {
    let mut at = Organisation::new();
    at.does(|tx| systems::name_organisation(tx, "Harbor Laboratories"));
    at.wrote();
    assert_eq!(
        at.refuses(|tx| systems::correct_name(tx, "Harbour Laboratories", " ")),
        "organisation_name_without_reason"
    );
    assert_eq!(at.refuses(|tx| systems::correct_name(tx, " ", "typing error")), "organisation_unnamed");
    at.does(|tx| systems::correct_name(tx, " Harbor Laboratories ", ""));
    assert_eq!(at.wrote(), Vec::<String>::new(), "nothing changes");
    at.does(|tx| systems::correct_name(tx, "Harbour Laboratories", "typing error"));
    assert_eq!(systems::organisation(at.db()).unwrap(), "Harbour Laboratories");
    assert_eq!(at.wrote(), ["system.organisation_corrected"]);
    let told = log(at.db(), None, 1).unwrap().entries[0].about.clone();
    assert_eq!(told, "Harbor Laboratories → Harbour Laboratories, typing error");
    at.rebuilds_the_same();
}

#[test]
fn a_correction_that_is_taken_back_leaves_the_name_before() {
    let mut at = Organisation::new();
    at.does(|tx| systems::name_organisation(tx, "Harbor Laboratories"));
    at.does(|tx| systems::correct_name(tx, "Harbour Laboratories", "typing error"));
    undo(&mut at.workspace).unwrap();
    assert_eq!(systems::organisation(at.db()).unwrap(), "Harbor Laboratories");
    at.rebuilds_the_same();
}

#[test]
fn a_time_zone_is_set_once_and_again_only_when_it_is_another() {
    let mut at = Organisation::new();
    assert_eq!(zone_set(at.db()).unwrap(), None, "none is invented");
    let set = |at: &mut Organisation, name: &str| {
        let zone: Zone = name.parse().unwrap();
        at.does(|tx| systems::set_time_zone(tx, zone));
        at.wrote().len()
    };
    assert_eq!(set(&mut at, "UTC"), 1, "said, it is known and not assumed");
    assert_eq!(set(&mut at, "UTC"), 0);
    assert_eq!(set(&mut at, "Asia/Tokyo"), 1);
    assert_eq!(zone_set(at.db()).unwrap().map(Zone::name), Some("Asia/Tokyo"));
    at.rebuilds_the_same();
}

#[test]
fn a_new_organisation_has_its_time_zone_from_its_first_entry_on() {
    let place = crate::support::Place::new();
    let mut workspace = place.workspace();
    let zone: Zone = "Pacific/Kiritimati".parse().unwrap();
    let new = systems::NewOrganisation::new("Harbour Laboratories", &[], zone).unwrap();
    workspace.transact(|tx| systems::set_up(tx, &new)).unwrap();
    let all = log(workspace.db(), None, 100).unwrap();
    let kinds: Vec<&str> = all.entries.iter().rev().map(|entry| entry.kind.as_str()).take(2).collect();
    assert_eq!(kinds, ["machine.key_enrolled", "system.time_zone_set"], "behind the key that signs it");
    assert_eq!((all.time_zone, workspace.zone().unwrap()), (zone, zone));
}
