//! A clock that is behind or far ahead is asked about; what it wrote is named, and a person says the day.

use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use clausebook::day::Day;
use clausebook::people::{self, Role};
use clausebook::verify::{self, Held, Report};
use clausebook::workspace::{Clock, Workspace, stamped};

use crate::support::{Place, day, noon, rows};

// Each test has a clock of its own: they run beside each other.
macro_rules! clock {
    ($set:ident) => {
        static AT: AtomicI64 = AtomicI64::new(0);
        let $set = |day: Day| AT.store(noon(day), Ordering::SeqCst);
    };
}

fn change(workspace: &mut Workspace, name: &str) -> clausebook::error::Result<()> {
    let address = format!("{name}@example.org");
    workspace.transact(|tx| people::enrol(tx, "Auditor", &address, Role::Auditor, None)).map(drop)
}

fn check(place: &Place, now: Day) -> Report {
    let held = Held { now: Some(noon(now)), ..Held::default() };
    verify::workspace(&place.path("ws"), false, held, &|_, _| {}, &AtomicBool::new(false)).unwrap()
}

fn codes(report: &Report) -> Vec<&str> {
    report.findings.iter().map(|f| f.code.as_ref()).collect()
}

fn day_of(workspace: &Workspace, seq: u64) -> Day {
    stamped(workspace.db(), seq).unwrap().unwrap().0.day
}

#[test]
fn a_clock_behind_or_months_ahead_is_asked_about_before_anything_is_written() {
    clock!(set);
    let place = Place::new();
    let mut workspace = place.workspace();
    workspace.set_clock(Clock::Asked(|| AT.load(Ordering::SeqCst)));
    set(day(2026, 3, 5));
    change(&mut workspace, "first").unwrap();
    for (now, reason) in
        [(day(2026, 3, 4), "clock_behind"), (day(2076, 3, 5), "clock_ahead"), (day(1970, 1, 1), "clock_behind")]
    {
        set(now);
        assert_eq!(change(&mut workspace, "second").unwrap_err().reason().name, reason, "{now}");
    }
    set(day(2026, 4, 30));
    change(&mut workspace, "second").unwrap();
    set(day(2026, 8, 30));
    assert!(change(&mut workspace, "third").is_err(), "a long pause is asked about");
    workspace.clock_is_right();
    change(&mut workspace, "third").unwrap();
    let report = check(&place, day(2026, 8, 30));
    assert!(report.ok, "a pause is no wrong clock: {report:?}");
}

#[test]
fn a_clock_ahead_once_is_named_until_its_day_is_said_and_all_days_follow() {
    clock!(set);
    let place = Place::new();
    let mut workspace = place.workspace();
    workspace.set_clock(Clock::Asked(|| AT.load(Ordering::SeqCst)));
    set(day(2026, 3, 5));
    change(&mut workspace, "first").unwrap();
    workspace.clock_is_right();
    set(day(2076, 3, 5));
    change(&mut workspace, "ahead").unwrap();
    assert_eq!(codes(&check(&place, day(2026, 3, 6))), ["clock_ahead"], "by the checking machine's clock");
    set(day(2026, 3, 6));
    change(&mut workspace, "after").unwrap();
    let report = check(&place, day(2080, 1, 1));
    assert_eq!(codes(&report), ["clock_ahead"], "and by what was written after it: {report:?}");
    assert!(report.findings[0].message.contains("entry 2"), "{}", report.findings[0].message);
    assert_eq!(day_of(&workspace, 3), day(2076, 3, 5), "the ledger's time stands still");

    set(day(2026, 3, 7));
    assert_eq!(workspace.say_day(2, 2, day(2026, 3, 5), " ").unwrap_err().reason().name, "ledger_day_without_reason");
    assert_eq!(workspace.say_day(2, 9, day(2026, 3, 5), "x").unwrap_err().reason().name, "ledger_entries_unknown");
    assert_eq!(workspace.say_day(2, 2, day(2026, 3, 4), "x").unwrap_err().reason().name, "ledger_day_not_between");
    assert_eq!(workspace.say_day(2, 2, day(2026, 3, 8), "x").unwrap_err().reason().name, "ledger_day_not_between");
    workspace.say_day(2, 2, day(2026, 3, 5), "The clock of the laptop stood in 2076").unwrap();
    let report = check(&place, day(2026, 3, 7));
    assert!(report.ok, "{report:?}");
    let days = [day(2026, 3, 5), day(2026, 3, 5), day(2026, 3, 5), day(2026, 3, 6), day(2026, 3, 7)];
    assert_eq!([0, 1, 2, 3, 4].map(|seq| day_of(&workspace, seq)), days);
    for (asked, entries) in [(day(2026, 3, 4), 0), (day(2026, 3, 5), 3), (day(2026, 3, 6), 4), (day(2026, 3, 7), 5)] {
        assert_eq!(workspace.recorded_by(asked).unwrap(), entries, "as of {asked}");
    }
    set(day(2026, 3, 9));
    change(&mut workspace, "later").unwrap();
    assert_eq!(day_of(&workspace, 5), day(2026, 3, 9), "time goes on");
    assert!(check(&place, day(2026, 3, 9)).ok);
    let then = workspace.as_of(day(2026, 3, 5), day(2026, 3, 5), &|_, _| Ok(())).unwrap();
    assert_eq!(people::list(&then).unwrap().len(), 2, "an as-of view follows");
    let before = rows(workspace.db());
    workspace.rebuild(&|_, _| Ok(())).unwrap();
    assert_eq!(rows(workspace.db()), before, "the tables follow from the entries alone");
}

#[test]
fn a_clock_behind_is_named_until_its_day_is_said() {
    clock!(set);
    let place = Place::new();
    let mut workspace = place.workspace();
    workspace.set_clock(Clock::Asked(|| AT.load(Ordering::SeqCst)));
    set(day(2026, 3, 5));
    change(&mut workspace, "first").unwrap();
    workspace.clock_is_right();
    set(day(2026, 2, 1));
    change(&mut workspace, "behind").unwrap();
    set(day(2026, 3, 9));
    change(&mut workspace, "after").unwrap();
    let report = check(&place, day(2026, 3, 9));
    assert_eq!(codes(&report), ["clock_behind"], "{report:?}");
    workspace.say_day(2, 2, day(2026, 3, 8), "The battery was empty").unwrap();
    assert!(check(&place, day(2026, 3, 9)).ok);
    assert_eq!(day_of(&workspace, 2), day(2026, 3, 8));
    assert_eq!(workspace.recorded_by(day(2026, 3, 7)).unwrap(), 2, "the entry is not of that day yet");
    assert_eq!(workspace.recorded_by(day(2026, 3, 8)).unwrap(), 3);
}

#[test]
fn a_sample_tells_its_own_time() {
    let place = Place::new();
    let mut workspace = place.workspace();
    change(&mut workspace, "first").unwrap();
    workspace.set_clock(Clock::Fixed(noon(day(2025, 1, 1))));
    change(&mut workspace, "earlier").unwrap();
}
