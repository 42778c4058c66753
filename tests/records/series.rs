//! Records of one series: which may stand in the place of which is proposed, and never done by itself.

use clausebook::day::Day;
use clausebook::ids::RecordId;
use clausebook::records::{self, NewRecord, Particulars};
use clausebook::systems;

use crate::support::day;
use crate::support::organisation::{Organisation, owned, record};

fn test_of(at: &mut Organisation, title: &str, kind: &str, collected: Option<Day>, sites: &[&str]) -> RecordId {
    let particulars = Particulars { kind: kind.into(), collected, ..Particulars::new(title.into()) };
    at.does(|tx| {
        let scope = systems::scope_codes(tx.db(), &owned(sites))?;
        records::file(tx, NewRecord { particulars, scope, ..record(title) })
    })
}

/// What is proposed for a record, as `earlier < later`.
fn proposed(at: &Organisation, id: RecordId) -> Vec<String> {
    let record = records::by_id(at.db(), id).unwrap();
    let short = |code: &str| code.rsplit('-').next().unwrap().to_owned();
    let proposed = records::proposed(at.db(), &record).unwrap();
    proposed.iter().map(|p| format!("{} < {}", short(&p.record), short(&p.by))).collect()
}

#[test]
fn the_next_of_a_series_is_proposed_in_the_place_of_the_last_and_nothing_is_done() {
    let mut at = Organisation::new();
    let on = |month| Some(day(2026, month, 1));
    let second = test_of(&mut at, "Backup test Q2", "test", on(6), &[]);
    let third = test_of(&mut at, "Backup test Q3", "test", on(9), &[]);
    assert_eq!(proposed(&at, third), ["001 < 002"]);
    assert_eq!(proposed(&at, second), ["001 < 002"], "said of the earlier one, too");
    assert!(records::exited(at.db(), second).unwrap().is_empty(), "a person says so");
    let first = test_of(&mut at, "Backup test Q1 2026", "test", on(3), &[]);
    assert_eq!(proposed(&at, first), ["003 < 001"], "by its period, whenever it was filed");
    at.does(|tx| records::replace(tx, second, third, "the next quarter"));
    assert_eq!(proposed(&at, first), ["003 < 002"], "what is replaced stands in no line");
    assert!(proposed(&at, second).is_empty());
}

#[test]
fn another_kind_place_or_title_is_another_series() {
    let mut at = Organisation::new();
    at.sites(&["A", "B"]);
    let (early, late) = (Some(day(2026, 3, 1)), Some(day(2026, 6, 1)));
    test_of(&mut at, "Backup test Q1", "test", early, &["A"]);
    for (title, kind, sites) in
        [("Backup test Q2", "test", "B"), ("Backup test Q2", "drill", "A"), ("Restore test Q2", "test", "A")]
    {
        let id = test_of(&mut at, title, kind, late, &[sites]);
        assert!(proposed(&at, id).is_empty(), "{title}, {kind}, {sites}");
    }
    let same_day = test_of(&mut at, "Backup test Q1", "test", early, &["A"]);
    assert!(proposed(&at, same_day).is_empty(), "neither is later");
}

#[test]
fn a_series_is_found_whole_however_long_it_is() {
    let mut at = Organisation::new();
    for n in 0..600 {
        test_of(&mut at, &format!("Access review {n}"), "review", None, &[]);
    }
    let all = records::of_series(at.db(), &["Access review May", "scan 12"]).unwrap();
    let newest = all.last().unwrap();
    assert_eq!((all.len(), newest.title.as_str()), (600, "Access review 599"));
    at.does(|tx| records::take_back(tx, newest.id, "filed twice"));
    let all = records::of_series(at.db(), &["Access review"]).unwrap();
    assert_eq!((all.len(), all.last().unwrap().title.as_str()), (599, "Access review 598"));
}
