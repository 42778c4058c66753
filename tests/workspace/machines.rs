//! Keys of machines: enrolled before they sign, vouched for by one that is.

use clausebook::systems::{self, ScopeKind};
use clausebook::verify::{self, Held, Report};
use clausebook::workspace::{Workspace, machine_keys};

use crate::fixtures::earlier::written_by;
use crate::support::Place;

fn change(workspace: &mut Workspace, name: &str) {
    workspace.transact(|tx| systems::add_scope_item(tx, name, ScopeKind::Site, name, &[])).map(drop).unwrap();
}

fn check(place: &Place) -> Report {
    let stop = std::sync::atomic::AtomicBool::new(false);
    verify::workspace(&place.path("ws"), true, Held::default(), &|_, _| {}, &stop).unwrap()
}

fn warned(report: &Report) -> Vec<&str> {
    report.warnings.iter().map(|w| w.code.as_ref()).collect()
}

#[test]
fn the_first_entry_of_a_machine_is_preceded_by_its_enrolment() {
    let place = Place::new();
    change(&mut place.workspace(), "first");
    let mut there = place.open_with("another").unwrap();
    change(&mut there, "second");
    change(&mut there, "third");
    let keys = machine_keys(there.db()).unwrap();
    assert_eq!(keys.iter().map(|key| key.entry).collect::<Vec<_>>(), [0, 2], "each once, before it signs");
    let report = check(&place);
    assert!(report.ok, "{report:?}");
    assert_eq!(warned(&report), ["key_not_vouched"], "the second, not the one that began");
    let rows = crate::support::rows(there.db());
    there.rebuild(&|_, _| Ok(())).unwrap();
    assert_eq!(crate::support::rows(there.db()), rows, "it follows from the entries");
}

#[test]
fn an_enrolled_machine_vouches_for_a_new_one() {
    let place = Place::new();
    let mut old = place.workspace();
    change(&mut old, "first");
    let mut new = place.open_with("another").unwrap();
    let request = new.key_request().unwrap();
    let voucher = old.vouch(&request).unwrap();
    new.enrol_key(Some(&voucher), "").unwrap();
    change(&mut new, "second");
    let report = check(&place);
    assert!(report.ok && report.warnings.is_empty(), "{report:?}");
    assert_eq!(machine_keys(new.db()).unwrap().len(), 2, "enrolled once");
}

#[test]
fn a_voucher_that_comes_later_clears_the_warning() {
    let place = Place::new();
    let mut old = place.workspace();
    change(&mut old, "first");
    let mut new = place.open_with("another").unwrap();
    change(&mut new, "second");
    assert_eq!(warned(&check(&place)), ["key_not_vouched"]);
    let voucher = old.vouch(&new.key_request().unwrap()).unwrap();
    new.enrol_key(Some(&voucher), "").unwrap();
    assert!(check(&place).warnings.is_empty());
}

#[test]
fn a_voucher_for_another_machine_or_by_a_stranger_is_refused() {
    let place = Place::new();
    let mut old = place.workspace();
    change(&mut old, "first");
    let mut new = place.open_with("another").unwrap();
    let stranger = place.open_with("stranger").unwrap();
    let refused =
        |workspace: &mut Workspace, voucher: &str| workspace.enrol_key(Some(voucher), "").unwrap_err().reason().name;
    let theirs = old.vouch(&stranger.key_request().unwrap()).unwrap();
    assert_eq!(refused(&mut new, &theirs), "voucher_unusable");
    assert_eq!(stranger.vouch(&new.key_request().unwrap()).unwrap_err().reason().name, "voucher_by_unknown_key");
    let right = old.vouch(&new.key_request().unwrap()).unwrap();
    assert_eq!(refused(&mut new, &right[..right.len() - 4]), "voucher_unusable");
    assert_eq!(new.enrol_key(None, " ").unwrap_err().reason().name, "machine_key_without_reason");
    new.enrol_key(None, "The old laptop is lost").unwrap();
    assert_eq!(new.enrol_key(None, "again").unwrap_err().reason().name, "machine_key_enrolled");
    let report = check(&place);
    assert!(report.warnings[0].message.contains("The old laptop is lost"), "{:?}", report.warnings);
}

#[test]
fn a_ledger_of_the_first_form_is_unsigned_until_its_first_change_signs_all_of_it() {
    let place = written_by("format-1");
    drop(place.reopen().unwrap());
    let report = check(&place);
    assert!(report.ok, "{report:?}");
    assert_eq!(warned(&report), ["unsigned"]);
    let mut workspace = place.reopen().unwrap();
    change(&mut workspace, "third");
    let size = workspace.head().unwrap().size;
    let report = check(&place);
    assert!(report.ok && report.warnings.is_empty(), "{report:?}");
    let said = report.checks.iter().find(|c| c.name == "signatures").unwrap();
    assert!(said.detail.contains(&size.to_string()), "all of it lies under the signature: {}", said.detail);
}

#[test]
fn another_machine_is_asked_about_once_and_again_only_after_this_one_has_written() {
    let place = Place::new();
    change(&mut place.workspace(), "first");
    let mut there = place.open_with("another").unwrap();
    change(&mut there, "second");
    let asked = || place.reopen().unwrap().to_ask_about_elsewhere().unwrap().is_some();
    assert!(asked());
    place.reopen().unwrap().go_on_from_elsewhere().unwrap();
    assert!(!asked(), "the answer is kept");
    change(&mut there, "third");
    assert!(!asked(), "it is the same machine, and this one has written nothing since");
    assert!(place.reopen().unwrap().written_elsewhere().unwrap().is_some(), "the terminal says it all the same");
    change(&mut place.open_with("third").unwrap(), "fourth");
    assert!(asked(), "a third machine is another question");
    change(&mut place.reopen().unwrap(), "fifth");
    assert!(!asked());
    change(&mut there, "sixth");
    assert!(asked(), "this one has written since");
}
