//! Random histories: tables filled again from the ledger equal the tables that grew, and a view as of any past
//! day equals what was seen on that day.

mod corrections;
mod counted;
mod days;
mod hops;
mod points;
mod reasons;
mod rooms;

use std::collections::BTreeMap;

use clausebook::agenda;
use clausebook::coverage;
use clausebook::day::{Day, Due};
use clausebook::documents::{self, Approval, DocumentKind, NewDocument, NewRevision, Reinstatement};
use clausebook::extract::Media;
use clausebook::filed::FiledFile;
use clausebook::items::ItemId;
use clausebook::mapping::{self, NewLink, Origin, Strength};
use clausebook::records::{self, NewRecord, Particulars};
use clausebook::reviews::{self, Outcome};
use clausebook::standards::catalogue;
use clausebook::systems::{self, ScopeKind, ScopeStatement};
use clausebook::undo;
use clausebook::workspace::{Clock, Workspace};
use proptest::prelude::*;
use rusqlite::types::Value;
use rusqlite::{Connection, Row};

use crate::support::{Place, day, noon, rows};

/// One thing a user does; numbers choose among what is there.
#[derive(Debug, Clone)]
enum Act {
    Register(u8),
    Revise(u8),
    Approve(u8),
    TakeBack(u8),
    Withdraw(u8, u8),
    Reinstate(u8, u8),
    Review(u8, u8),
    Due(u8, u8),
    Record(u8, u8),
    Link(u8, u8, u8),
    Unlink(u8, u8),
    Settle(u8, u8),
    Scope(u8),
    Exclude(u8),
    Plan(u8, u8),
    Undo(u8),
    NextDay,
}

fn act() -> impl Strategy<Value = Act> {
    use Act::*;
    prop_oneof![
        3 => any::<u8>().prop_map(Register),
        2 => any::<u8>().prop_map(Revise),
        4 => any::<u8>().prop_map(Approve),
        1 => any::<u8>().prop_map(TakeBack),
        1 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Withdraw(a, b)),
        1 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Reinstate(a, b)),
        2 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Review(a, b)),
        1 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Due(a, b)),
        3 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Record(a, b)),
        6 => (any::<u8>(), any::<u8>(), any::<u8>()).prop_map(|(a, b, c)| Link(a, b, c)),
        2 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Unlink(a, b)),
        3 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Settle(a, b)),
        1 => any::<u8>().prop_map(Scope),
        1 => any::<u8>().prop_map(Exclude),
        2 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Plan(a, b)),
        2 => any::<u8>().prop_map(Undo),
        3 => Just(NextDay),
    ]
}

const CLAUSES: [&str; 10] = [
    "9001/7.5",
    "9001/7.5.3",
    "9001/9.2.2",
    "20000-1/8.5.1",
    "20000-1/9.2",
    "27001/A.15",
    "27001/A.15.1.1",
    "27001/5.2",
    "9001/5",
    "27001/A.15.1",
];

fn file(n: u8) -> FiledFile {
    let content = [n];
    FiledFile {
        digest: clausebook::digest::Digest::of(&content),
        size: 1,
        name: format!("{n}.txt"),
        path: format!("share/{n}.txt"),
        modified: None,
        media: Media::Text,
        problem: None,
        clauses: Vec::new(),
    }
}

fn found(workspace: &mut Workspace) {
    workspace
        .transact(|tx| {
            systems::name_organisation(tx, "Test")?;
            for edition in ["9001:2015", "20000-1:2018", "27001:2013"] {
                systems::establish(tx, &edition.parse()?)?;
            }
            for (code, kind) in [("A", ScopeKind::Site), ("B", ScopeKind::Site), ("all", ScopeKind::Organisation)] {
                systems::add_scope_item(tx, code, kind, code, &[])?;
            }
            systems::set_scope(tx, "QMS", &["A".into(), "B".into()])?;
            systems::set_scope(tx, "ISMS", &["A".into()])
        })
        .unwrap();
}

/// Does it if the rules allow it; a refusal must leave nothing behind, which the comparison below shows.
fn perform(workspace: &mut Workspace, act: &Act, today: Day, count: &mut u32) {
    let codes: Vec<String> = {
        let page = documents::list(workspace.db(), &documents::Filter::default(), documents::Sort::Code, None, 1000);
        page.unwrap().rows.into_iter().map(|d| d.code).collect()
    };
    let pick = |n: u8| codes.get(usize::from(n) % codes.len().max(1)).cloned();
    *count += 1;
    let n = *count;
    let scope_of = |tx: &clausebook::workspace::Tx<'_>, n: u8| {
        let codes: &[&str] = match n % 5 {
            0 => &["A"],
            1 => &["B"],
            2 => &["A", "B"],
            3 => &["all"],
            _ => &[],
        };
        systems::scope_codes(tx.db(), &codes.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>())
    };
    if let Act::Undo(times) = act {
        for _ in 0..=times % 3 {
            let size = workspace.head().unwrap().size;
            let done = undo::undo(workspace).is_ok();
            assert!(done || workspace.head().unwrap().size == size, "a refused undo wrote something");
        }
        return;
    }
    let result = workspace.transact(|tx| match act {
        Act::Register(x) => {
            let mut new = NewDocument::new(&format!("D-{x}"), &format!("Title {n}"), DocumentKind::Procedure);
            new.review_interval = (x % 2 == 0).then_some(6);
            new.scope = scope_of(tx, *x)?;
            documents::register(tx, new).map(|_| ())
        }
        Act::Revise(x) => {
            let Some(code) = pick(*x) else { return Ok(()) };
            let document = documents::by_code(tx.db(), &code)?;
            let revision = NewRevision { label: Some(format!("{n}")), files: vec![file(*x)], ..NewRevision::default() };
            let id = documents::file_revision(tx, document.id, revision)?;
            if x % 7 == 0 {
                documents::retire_revision(tx, id, None)?;
            }
            Ok(())
        }
        Act::Approve(x) => {
            let Some(code) = pick(*x) else { return Ok(()) };
            let document = documents::by_code(tx.db(), &code)?;
            let approval = Approval {
                label: None,
                by: "approver".into(),
                on: Some(Due::Day { day: today }),
                effective_from: match x % 5 {
                    0 => today.plus_days(3),
                    1 => today.minus_days(2),
                    _ => today,
                },
                next_review: None,
                reason: if x % 3 == 0 { String::from("the older one") } else { String::new() },
            };
            documents::approve(tx, document.id, approval).map(|_| ())
        }
        Act::TakeBack(x) => {
            let Some(code) = pick(*x) else { return Ok(()) };
            documents::take_back_approval(tx, &code, None, "wrong").map(|_| ())
        }
        Act::Withdraw(x, y) => {
            let Some(code) = pick(*x) else { return Ok(()) };
            documents::withdraw(tx, &code, "unused", today.plus_days(u64::from(*y % 4)))
        }
        Act::Reinstate(x, y) => {
            let Some(code) = pick(*x) else { return Ok(()) };
            let from = today.plus_days(u64::from(*y % 4));
            let new = Reinstatement { label: None, from, next_review: None, reason: "used".into() };
            documents::reinstate(tx, &code, new)
        }
        Act::Review(x, y) => {
            let Some(code) = pick(*x) else { return Ok(()) };
            let document = documents::by_code(tx.db(), &code)?;
            let outcome =
                [Outcome::Confirmed, Outcome::Confirmed, Outcome::Revise, Outcome::Withdraw][usize::from(*y % 4)];
            reviews::conclude(tx, document.id, outcome, "reason", today, Some(today.plus_days(u64::from(*y) + 1)))
                .map(|_| ())
        }
        Act::Due(x, y) => {
            let Some(code) = pick(*x) else { return Ok(()) };
            let document = documents::by_code(tx.db(), &code)?;
            let first = today.plus_days(u64::from(*y)).month_start();
            let due = match y % 3 {
                0 => None,
                1 => Some(Due::Month { first }),
                _ => Some(Due::Ambiguous { day_first: first, month_first: first.plus_days(5) }),
            };
            documents::set_next_review(tx, document.id, due)
        }
        Act::Record(x, y) => {
            let new = NewRecord {
                particulars: Particulars {
                    title: format!("Record {n}"),
                    collected: Some(today),
                    valid_until: (y % 3 > 0).then(|| today.plus_days(u64::from(*y % 9))),
                    ..Particulars::default()
                },
                files: vec![file(*x)],
                scope: scope_of(tx, *y)?,
            };
            records::file(tx, new).map(|_| ())
        }
        Act::Link(x, y, z) => {
            let item = if z % 2 == 0 {
                let Some(code) = pick(*x) else { return Ok(()) };
                ItemId::Document(documents::by_code(tx.db(), &code)?.id)
            } else {
                let page = records::list(tx.db(), &records::Filter::default(), records::Sort::Filed, None, 1000)?;
                let Some(record) = page.rows.get(usize::from(*x) % page.rows.len().max(1)) else { return Ok(()) };
                ItemId::Record(record.id)
            };
            let new = NewLink {
                item,
                reference: catalogue().reference(CLAUSES[usize::from(*y) % CLAUSES.len()], &[])?,
                strength: [Strength::Full, Strength::Full, Strength::Partial, Strength::Supporting]
                    [usize::from(*z / 2 % 4)],
                reason: "because".into(),
                variance: String::new(),
                scope: if z % 3 == 0 { scope_of(tx, *y)? } else { Vec::new() },
                origin: Origin::Hand,
                basis: None,
            };
            mapping::link(tx, new).map(|_| ())
        }
        Act::Unlink(x, y) => {
            let reference = catalogue().reference(CLAUSES[usize::from(*y) % CLAUSES.len()], &[])?;
            let links = mapping::by_clause(tx.db(), &reference)?;
            let Some(link) = links.get(usize::from(*x) % links.len().max(1)) else { return Ok(()) };
            mapping::unlink(tx, link.item, &reference, "undo")
        }
        Act::Scope(x) => {
            let items: &[&str] = match x % 3 {
                0 => &["A"],
                1 => &["A", "B"],
                _ => &["B"],
            };
            systems::set_scope(tx, "SMS", &items.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>())
        }
        Act::Exclude(x) => {
            let (system, line) = [
                ("QMS", "8.3: nothing is developed"),
                ("ISMS", "A.15.1: no suppliers"),
                ("ISMS", "A.15.1.1: no suppliers"),
                ("QMS", "7.5.3.2: refused"),
            ][usize::from(*x % 4)];
            let not_applicable = if x % 3 == 0 { Vec::new() } else { vec![line.into()] };
            systems::state_scope(tx, system, ScopeStatement { not_applicable, ..ScopeStatement::default() })
        }
        Act::Plan(x, y) => days::plan(tx, *x, *y, today),
        Act::Settle(x, y) => points::decide(tx, *x, *y, pick(*y / 4), today),
        Act::Undo(_) | Act::NextDay => Ok(()),
    });
    if let Err(e) = result {
        assert_ne!(e.code(), clausebook::error::Code::Internal, "{act:?}: {e:?}");
    }
}

/// What a user sees: coverage of every standard, everywhere and at each place, and what is due.
fn seen(db: &Connection, today: Day) -> String {
    let mut out = String::new();
    for edition in systems::editions_held(db).unwrap() {
        out += &serde_json::to_string(&coverage::coverage_named(db, &edition, None, today).unwrap()).unwrap();
        for item in systems::scope_items(db).unwrap() {
            out +=
                &serde_json::to_string(&coverage::coverage(db, &edition, Some(&item), today).unwrap().summary).unwrap();
        }
    }
    out + &serde_json::to_string(&agenda::due_until(db, None, today).unwrap()).unwrap()
}

/// Edition, clause, scope item, kind and class, until when the best of them counts, the same and how many of those with open
/// points.
type Cell = (String, String, Vec<u8>, i64, i64, [i64; 3]);

/// The number of what was taken back, which is in no sum.
const GONE: i64 = 11;

/// Coverage worked out from the mappings alone, by joining everything: slow, and what the kept sums have to equal.
fn best_until(db: &Connection) -> Vec<Cell> {
    let mut statement = db
        .prepare(
            "SELECT edition, clause, scope, item_kind, class, max(CASE strength WHEN 0 THEN good_until ELSE 0 END),
                 max(CASE strength WHEN 3 THEN good_until ELSE 0 END), sum(strength = 3)
             FROM coverage_link WHERE class <> ?1 GROUP BY edition, clause, scope, item_kind, class
             ORDER BY 1, 2, 3, 4, 5",
        )
        .unwrap();
    let rows = statement.query_map([GONE], cell).unwrap();
    rows.collect::<rusqlite::Result<_>>().unwrap()
}

fn kept(db: &Connection) -> Vec<Cell> {
    let mut statement = db
        .prepare(
            "SELECT edition, clause, scope, item_kind, class, full_until, open_until, open_items
             FROM coverage_cell ORDER BY 1, 2, 3, 4, 5",
        )
        .unwrap();
    let rows = statement.query_map([], cell).unwrap();
    rows.collect::<rusqlite::Result<_>>().unwrap()
}

fn cell(row: &Row<'_>) -> rusqlite::Result<Cell> {
    let sums = [row.get(5)?, row.get(6)?, row.get(7)?];
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, sums))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn rebuilt_tables_equal_grown_ones_and_as_of_equals_what_was_seen(acts in proptest::collection::vec(act(), 1..70)) {
        let place = Place::new();
        let mut workspace = place.workspace();
        found(&mut workspace);
        let mut today = day(2026, 1, 15);
        let mut seen_on: Vec<(Day, BTreeMap<String, Vec<Vec<Value>>>, String)> = Vec::new();
        let mut count = 0;
        for act in &acts {
            if matches!(act, Act::NextDay) {
                seen_on.push((today, rows(workspace.db()), seen(workspace.db(), today)));
                today = today.plus_days(1);
                workspace.set_clock(Clock::Fixed(noon(today)));
                workspace.renew().unwrap();
            } else {
                perform(&mut workspace, act, today, &mut count);
            }
        }
        prop_assert_eq!(kept(workspace.db()), best_until(workspace.db()), "the kept sums are the sums");
        reasons::agree(workspace.db(), today);
        let open = points::agree(workspace.db(), today);
        counted::agree(workspace.db(), &open, today);
        points::placed(workspace.db());
        let grown = rows(workspace.db());
        for (day, tables, view) in &seen_on {
            let then = workspace.as_of(*day, *day, &|_, _| Ok(())).unwrap();
            prop_assert_eq!(&rows(&then), tables, "as of {}", day);
            prop_assert_eq!(&seen(&then, *day), view, "as of {}", day);
        }
        // Past and to come: what is read through the spans is what tables filled for that day say.
        for day in [today.minus_days(9), today.minus_days(1), today, today.plus_days(2), today.plus_days(40)] {
            let filled = workspace.as_of(today, day, &|_, _| Ok(())).unwrap();
            let looked = workspace.in_force(day).unwrap();
            prop_assert_eq!(seen(&looked, day), seen(&filled, day), "in force on {}", day);
            reasons::agree(&looked, day);
            let open = points::agree(&looked, day);
            if day == today.plus_days(2) {
                counted::agree(&looked, &open, day);
            }
            days::agree(&looked, &filled, day);
        }
        workspace.rebuild(&|_, _| Ok(())).unwrap();
        prop_assert_eq!(rows(workspace.db()), grown, "rebuilt");
        drop(workspace);
        let reopened = place.reopen().unwrap();
        let today = reopened.today().unwrap();
        prop_assert_eq!(rows(reopened.db()), rows(&reopened.as_of(today, today, &|_, _| Ok(())).unwrap()));
    }
}
