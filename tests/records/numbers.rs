//! Numbers of records: by the organisation's rule, one after the other in each year, given once.

use clausebook::records;
use clausebook::workspace::{Clock, Workspace};

use crate::support::organisation::{Organisation, record};
use crate::support::{Place, day, noon};

fn file(at: &mut Organisation) -> String {
    let id = at.record("Report");
    records::by_id(at.db(), id).unwrap().code
}

#[test]
fn numbers_follow_each_other_in_each_year() {
    let mut at = Organisation::new();
    assert_eq!([file(&mut at), file(&mut at)], ["REC-2026-001", "REC-2026-002"]);
    at.turn_to(day(2027, 1, 2));
    assert_eq!([file(&mut at), file(&mut at)], ["REC-2027-001", "REC-2027-002"]);
    at.rebuilds_the_same();
}

#[test]
fn a_number_is_never_given_again() {
    let mut at = Organisation::new();
    file(&mut at);
    let (undone, back) = (at.record("Report"), at.record("Report"));
    at.does(|tx| records::take_back(tx, back, "filed twice"));
    at.does(|tx| records::undo_filing(tx, undone));
    assert_eq!(file(&mut at), "REC-2026-004", "neither that of the one taken back nor that of the one undone");
    at.rebuilds_the_same();
    assert_eq!(file(&mut at), "REC-2026-005");
}

#[test]
fn another_rule_holds_for_what_is_filed_from_then_on() {
    let mut at = Organisation::new();
    file(&mut at);
    assert_eq!(records::next_number(at.db(), "EV{year}/{number}", day(2026, 1, 15)).unwrap(), "EV2026/2");
    at.wrote();
    assert!(at.does(|tx| records::set_numbering(tx, " ev{year}/{number:2} ", "as in the manual")));
    assert!(!at.does(|tx| records::set_numbering(tx, "ev{year}/{number:2}", "")), "the same again writes nothing");
    assert_eq!(at.wrote(), ["record.numbering_set"]);
    assert_eq!(file(&mut at), "EV2026/02", "it goes on within the year");
    assert_eq!(records::find(at.db(), "ev2026/02").unwrap().code, "EV2026/02");
    assert_eq!(records::find(at.db(), "REC-2026-001").unwrap().code, "REC-2026-001", "what was given stays");
    assert_eq!(at.refuses(|tx| records::set_numbering(tx, "REC-{year}", "")), "record_numbering_without_number");
    at.rebuilds_the_same();
}

#[test]
fn a_rule_without_the_year_goes_on_over_all_years_and_meets_no_number_there_is() {
    let mut at = Organisation::new();
    at.does(|tx| records::set_numbering(tx, "N-{number}", ""));
    assert_eq!([file(&mut at), file(&mut at)], ["N-1", "N-2"]);
    at.turn_to(day(2027, 1, 2));
    assert_eq!(file(&mut at), "N-3");
    at.turn_to(day(2028, 1, 2));
    at.does(|tx| records::set_numbering(tx, "{year}-{number}", ""));
    assert_eq!(file(&mut at), "2028-1");
    at.turn_to(day(2029, 1, 2));
    at.does(|tx| records::set_numbering(tx, "2028-{number}", ""));
    assert_eq!(file(&mut at), "2028-4");
    at.rebuilds_the_same();
}

#[test]
fn two_programs_that_file_at_once_are_given_two_numbers() {
    let place = Place::new();
    place.workspace();
    let open = || {
        let mut workspace = place.reopen().unwrap();
        workspace.set_clock(Clock::Fixed(noon(day(2026, 1, 15))));
        workspace
    };
    let file = |mut workspace: Workspace| {
        for n in 0..20 {
            workspace.transact(|tx| records::file(tx, record(&format!("Report {n}")))).unwrap();
        }
    };
    std::thread::scope(|scope| {
        let both = [open(), open()].map(|workspace| scope.spawn(move || file(workspace)));
        both.into_iter().for_each(|one| one.join().unwrap());
    });
    let all = records::list(open().db(), &records::Filter::default(), records::Sort::Filed, None, 99).unwrap().rows;
    let codes: Vec<String> = all.into_iter().map(|record| record.code).collect();
    let wanted: Vec<String> = (1..=40).map(|n| format!("REC-2026-{n:03}")).collect();
    assert_eq!(codes, wanted);
}
