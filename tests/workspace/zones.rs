//! Days are those of the organisation's time zone, whatever is done, and none moves afterwards.

use clausebook::day::{Day, Zone};
use clausebook::documents::{self, DocumentState};
use clausebook::ledger;
use clausebook::people::{self, Role};
use clausebook::records;
use clausebook::reviews::{self, Outcome};
use clausebook::systems;
use clausebook::workspace::{Clock, zone_at};
use proptest::prelude::*;

use crate::support::day;
use crate::support::organisation::{Organisation, record};

/// Far east and far west, by odd offsets, with and without a clock change, one of them over midnight.
pub const ZONES: [&str; 12] = [
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "America/St_Johns",
    "Europe/Berlin",
    "Asia/Tokyo",
    "America/Santiago",
    "Africa/Cairo",
    "America/Havana",
    "Pacific/Chatham",
    "UTC",
];

const NORMAL: i64 = 24 * 3_600_000;

/// What several changes of one instant take at the most: each has a millisecond of its own.
const SECOND: i64 = 1_000;

/// The days of 2026 on which the clock of a zone is put forward or back, and one on which it is not.
pub fn telling_days(zone: Zone) -> Vec<Day> {
    let length = |day: Day| zone.last_instant(day) + 1 - zone.first_instant(day);
    let mut days: Vec<Day> =
        (0..330).map(|n| day(2026, 2, 1).plus_days(n)).filter(|day| length(*day) != NORMAL).collect();
    assert!(days.len() == 2 || days.is_empty(), "{zone}: {days:?}");
    days.push(day(2026, 11, 26));
    days
}

fn in_zone(zone: Zone) -> Organisation {
    let mut at = Organisation::new();
    at.does(|tx| systems::set_time_zone(tx, zone));
    at
}

fn count(at: &Organisation, day: Day) -> (usize, usize) {
    let then = at.workspace.as_of(day, day, &|_, _| Ok(())).unwrap();
    let count = |table| then.query_row(&format!("SELECT count(*) FROM {table}"), [], |r| r.get(0)).unwrap();
    (count("document"), count("record"))
}

#[test]
fn approve_review_file_and_as_of_have_one_day_across_midnight_and_clock_changes() {
    for name in ZONES {
        let zone: Zone = name.parse().unwrap();
        for day in telling_days(zone) {
            let (mut at, mut done) = (in_zone(zone), 0);
            let (before, after) = (day.minus_days(1), day.plus_days(1));
            for (instant, expected) in [
                (zone.last_instant(before) - SECOND, before),
                (zone.first_instant(day), day),
                (zone.last_instant(day) - SECOND, day),
                (zone.first_instant(after), after),
            ] {
                at.workspace.set_clock(Clock::Fixed(instant));
                assert_eq!(at.workspace.today().unwrap(), expected, "{name}");
                done += 1;
                let code = format!("PR-{done}");
                let document = at.document(&code);
                at.does(|tx| reviews::conclude(tx, document, Outcome::Confirmed, "still right", tx.today(), None));
                let filed = at.record(&code);
                let shown = documents::by_code(at.db(), &code).unwrap();
                assert_eq!(shown.state, DocumentState::Effective, "{name}: what is approved today is in force today");
                let review = expected.plus_months(12).to_string();
                assert_eq!(shown.next_review.unwrap().to_string(), review, "{name}");
                assert_eq!(records::by_id(at.db(), filed).unwrap().filed, expected, "{name}");
            }
            assert_eq!(count(&at, before.minus_days(1)), (0, 0), "{name} {day}");
            assert_eq!(count(&at, before), (1, 1), "{name} {day}");
            assert_eq!(count(&at, day), (3, 3), "{name} {day}");
            assert_eq!(count(&at, after), (4, 4), "{name} {day}");
            at.rebuilds_the_same();
        }
    }
}

#[test]
fn a_workspace_that_was_told_no_zone_counts_by_utc() {
    let mut at = Organisation::new();
    at.workspace.set_clock(Clock::Fixed(Zone::UTC.last_instant(day(2026, 11, 26))));
    assert_eq!((at.workspace.zone().unwrap(), at.workspace.today().unwrap()), (Zone::UTC, day(2026, 11, 26)));
    let filed = at.record("Filed");
    assert_eq!(records::by_id(at.db(), filed).unwrap().filed, day(2026, 11, 26));
}

#[test]
fn an_entry_that_sets_the_zone_counts_by_it_already() {
    let mut at = Organisation::new();
    let tokyo: Zone = "Asia/Tokyo".parse().unwrap();
    at.workspace.set_clock(Clock::Fixed(tokyo.first_instant(day(2026, 11, 27))));
    let filed = at.does(|tx| {
        assert_eq!(tx.today(), day(2026, 11, 26), "by UTC");
        systems::set_time_zone(tx, tokyo)?;
        assert_eq!(tx.today(), day(2026, 11, 27));
        records::file(tx, record("Filed"))
    });
    assert_eq!(records::by_id(at.db(), filed).unwrap().filed, day(2026, 11, 27));
    at.rebuilds_the_same();
    assert_eq!(count(&at, day(2026, 11, 26)), (0, 0));
    assert_eq!(count(&at, day(2026, 11, 27)), (0, 1));
}

#[test]
fn a_clock_that_was_put_back_moves_no_entry_of_a_rebuild() {
    let mut at = in_zone("Europe/Berlin".parse().unwrap());
    at.turn_to(day(2026, 11, 26));
    at.record("On the twenty-sixth");
    at.turn_to(day(2026, 11, 20));
    let filed = at.record("By a clock that was put back");
    assert_eq!(
        records::by_id(at.db(), filed).unwrap().filed,
        day(2026, 11, 26),
        "the ledger's time never runs backwards"
    );
    at.rebuilds_the_same();
}

/// What happens next: some hours pass, something is filed, or the organisation moves.
#[derive(Debug, Clone)]
enum Act {
    Pass(i64),
    File,
    Move(usize),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![(0..40i64).prop_map(Act::Pass), Just(Act::File), (0..ZONES.len()).prop_map(Act::Move),];
    proptest::collection::vec(act, 1..30)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The model: a day is noted when its entry is written, and as-of takes the ledger up to the last entry of that day
    /// or an earlier one.
    #[test]
    fn moving_on_moves_no_earlier_day(acts in acts()) {
        let mut at = in_zone("Asia/Tokyo".parse().unwrap());
        let mut now = Zone::UTC.first_instant(day(2026, 3, 1));
        let mut zone: Zone = "Asia/Tokyo".parse().unwrap();
        // Each record's day, or nothing for another entry, in the ledger's order.
        let mut written: Vec<(Day, bool)> = Vec::new();
        for act in acts {
            match act {
                Act::Pass(hours) => now += hours * 3_600_000,
                Act::Move(to) if ZONES[to] != zone.name() => {
                    zone = ZONES[to].parse().unwrap();
                    at.workspace.set_clock(Clock::Fixed(now));
                    at.does(|tx| systems::set_time_zone(tx, zone));
                    written.push((zone.day(now), false));
                }
                Act::Move(_) => {}
                Act::File => {
                    at.workspace.set_clock(Clock::Fixed(now));
                    at.record(&format!("Record {}", written.len()));
                    written.push((zone.day(now), true));
                }
            }
        }
        let filed = |at: &Organisation| -> Vec<Day> {
            let mut all = at.db().prepare("SELECT filed FROM record ORDER BY seq").unwrap();
            all.query_map([], |r| r.get(0)).unwrap().map(Result::unwrap).collect()
        };
        let noted: Vec<Day> = written.iter().filter(|(_, record)| *record).map(|(day, _)| *day).collect();
        prop_assert_eq!(&filed(&at), &noted);
        at.rebuilds_the_same();
        prop_assert_eq!(&filed(&at), &noted);
        let first = day(2026, 2, 27);
        for day in (0..60).map(|n| first.plus_days(n)) {
            let reaches = written.iter().rposition(|(of, _)| *of <= day).map_or(0, |last| last + 1);
            let records = written[..reaches].iter().filter(|(_, record)| *record).count();
            prop_assert_eq!(count(&at, day).1, records, "as of {}", day);
        }
    }
}

#[test]
fn taking_the_zone_back_sets_the_one_before_and_moves_nothing() {
    let mut at = in_zone("Asia/Tokyo".parse().unwrap());
    let head = at.workspace.head().unwrap().size;
    at.does(|tx| systems::set_time_zone(tx, "Europe/Berlin".parse()?));
    clausebook::undo::undo(&mut at.workspace).unwrap();
    assert_eq!(at.workspace.zone().unwrap().name(), "Asia/Tokyo");
    assert_eq!(zone_at(at.db(), head).unwrap().name(), "Europe/Berlin", "what was is not forgotten");
    at.does(|tx| people::enrol(tx, "Auditor", "auditor@example.org", Role::Auditor, None).map(|_| ()));
    assert_eq!(ledger::head(at.db()).unwrap().size, head + 4);
    at.rebuilds_the_same();
}
