//! Measures what other days and single steps cost on the set that `bench` fills: `bench_days DIR`. Prints one `name value`
//! line a measure; `tools/bench.py` sets them beside the goals.

#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::pedantic, missing_docs)]

use std::path::Path;
use std::time::Instant;

use clausebook::agenda;
use clausebook::api::{Command, DocumentRegister, Here, Session, When};
use clausebook::applicability::{self, Change, Implemented};
use clausebook::contained::Containment;
use clausebook::coverage;
use clausebook::day::{Day, Due, Zone};
use clausebook::digest::Digest;
use clausebook::documents::{self, DocumentEvent, Filter, Sort};
use clausebook::extract::Media;
use clausebook::filed::FiledFile;
use clausebook::ids::RevisionId;
use clausebook::items::ItemId;
use clausebook::mapping;
use clausebook::rebuild;
use clausebook::standards::catalogue;
use clausebook::systems;
use clausebook::undo;
use clausebook::workspace::{Clock, Workspace};

/// So many documents come into force on the day after the set was filled.
const COMING: usize = 300;

const DAY: i64 = 24 * 3_600_000;

fn main() {
    let folder = std::env::args().nth(1).unwrap();
    let (root, config) = (Path::new(&folder).join("ws"), Path::new(&folder).join("config"));
    let mut workspace = rebuild::open_workspace(&root, &config, &|_, _| Ok(())).unwrap();
    let now = Clock::Machine.now();
    workspace.set_clock(Clock::Fixed(now));
    let today = workspace.today().unwrap();
    plan(&mut workspace, today.plus_days(1));
    new_day(&mut workspace, now, today);
    reading(&workspace, today);
    applying(&mut workspace, today);
    single_steps(&mut workspace);
    comparing(&mut workspace);
    registers(&root, &config, now, today);
}

fn say(name: &str, value: f64) {
    println!("{name} {value:.2}");
}

/// Milliseconds of one run.
fn once<T>(work: impl FnOnce() -> T) -> f64 {
    let began = Instant::now();
    std::hint::black_box(work());
    began.elapsed().as_secs_f64() * 1000.0
}

/// The median of several runs, in milliseconds.
fn median(runs: usize, mut work: impl FnMut() -> f64) -> f64 {
    let mut times: Vec<f64> = (0..runs).map(|_| work()).collect();
    times.sort_by(f64::total_cmp);
    times[runs / 2]
}

/// Approves a new revision of some documents for a day to come, with a next review of its own, so that each of their
/// mappings counts to another day from then on.
fn plan(workspace: &mut Workspace, from: Day) {
    if !documents::coming(workspace.db(), from.minus_days(1), 1).unwrap().is_empty() {
        return;
    }
    let some = documents::list(workspace.db(), &Filter::default(), Sort::Title, None, COMING).unwrap().rows;
    workspace
        .transact(|tx| {
            for (n, document) in (0u64..).zip(some) {
                let revision = RevisionId::new();
                tx.append(&DocumentEvent::RevisionFiled {
                    document: document.id,
                    revision,
                    label: String::from("9"),
                    summary: String::new(),
                    author: String::new(),
                    files: vec![FiledFile {
                        digest: Digest::of(&(n + 1_000_000_000).to_le_bytes()),
                        size: 4000,
                        name: format!("new {n}.docx"),
                        path: format!("share/new/{n}.docx"),
                        modified: None,
                        media: Media::Docx,
                        problem: None,
                        clauses: Vec::new(),
                    }],
                })?;
                tx.append(&DocumentEvent::Approved {
                    document: document.id,
                    revision,
                    by: String::new(),
                    on: None,
                    at_latest: None,
                    from: Some(from),
                    next_review: Some(Due::Day { day: from.plus_days(365 + n % 40) }),
                    reason: String::new(),
                    own: false,
                })?;
            }
            Ok(())
        })
        .unwrap();
}

/// The first reading of the next day, and of this one again.
fn new_day(workspace: &mut Workspace, now: i64, today: Day) {
    let took = median(5, || {
        workspace.set_clock(Clock::Fixed(now + DAY));
        let took = once(|| workspace.renew().unwrap());
        workspace.set_clock(Clock::Fixed(now));
        workspace.renew().unwrap();
        took
    });
    say("new_day_ms", took);
    let parts: Vec<[f64; 2]> = (0..5).map(|_| parts(workspace, today)).collect();
    let part = |n: usize| {
        let mut parts = parts.iter();
        median(5, || parts.next().unwrap()[n])
    };
    say("new_day_documents_ms", part(0));
    say("new_day_cells_ms", part(1));
}

/// The two parts of it by themselves, not kept: how documents stand, and the cells of coverage.
fn parts(workspace: &Workspace, today: Day) -> [f64; 2] {
    let db = workspace.db();
    let state = db.unchecked_transaction().unwrap();
    db.execute("UPDATE standing_day SET day = day + 1", []).unwrap();
    let mut anew = Vec::new();
    let stand = once(|| anew = documents::stand_anew(db, today, today.plus_days(1)).unwrap());
    assert_eq!(anew.len(), COMING);
    let cells = once(|| anew.iter().for_each(|id| coverage::count_again(db, ItemId::Document(*id)).unwrap()));
    state.rollback().unwrap();
    [stand, cells]
}

fn reading(workspace: &Workspace, today: Day) {
    let db = workspace.db();
    // Before the set was filled, when everything stood otherwise, and ahead, when little does.
    for (name, day) in [("past", today.minus_days(100)), ("ahead", today.plus_days(100))] {
        let editions = systems::editions_held(db).unwrap();
        say(
            &format!("coverage_{name}_ms"),
            median(3, || {
                once(|| {
                    let other = workspace.in_force(day).unwrap();
                    for edition in &editions {
                        std::hint::black_box(coverage::coverage(&other, edition, None, day).unwrap());
                    }
                })
            }),
        );
        say(
            &format!("today_{name}_ms"),
            median(3, || once(|| agenda::today(&workspace.in_force(day).unwrap(), day).unwrap())),
        );
    }
    say("today_ms", median(5, || once(|| agenda::today(db, today).unwrap())));
    say(
        "coming_earlier_ms",
        median(5, || {
            once(|| {
                let day = Day::new(2025, 1, 1).unwrap();
                (documents::coming(db, day, 100).unwrap(), documents::coming_count(db, day).unwrap())
            })
        }),
    );
    for (name, named) in [("coverage_ms", false), ("coverage_named_ms", true)] {
        say(name, median(3, || once(|| coverage::coverages(db, None, None, today, named).unwrap())));
    }
    let opened = coverage::coverages(db, Some("9001"), None, today, false).unwrap();
    let deepest = opened[0].rows.iter().find(|row| !row.heading && row.level > 1).unwrap().reference.to_string();
    deciding(workspace, today);
    say("clause_opened_ms", median(3, || once(|| coverage::open_clause(db, &deepest, today).unwrap())));
}

/// Proposals of the clause that most documents and records are mapped to, and of a thousand of these; the work list of points.
fn deciding(workspace: &Workspace, today: Day) {
    let db = workspace.db();
    let held = systems::editions_held(db).unwrap();
    let sql = "SELECT edition || '/' || clause, count(*) FROM link GROUP BY edition, clause ORDER BY 2 DESC LIMIT 1";
    let (most, items): (String, usize) = db.query_row(sql, [], |r| Ok((r.get(0)?, r.get(1)?))).unwrap();
    say("items_of_fullest_clause", items as f64);
    say("fullest_clause_opened_ms", median(3, || once(|| coverage::open_clause(db, &most, today).unwrap())));
    let thousand: Vec<ItemId> =
        mapping::by_clause(db, &most.parse().unwrap()).unwrap().into_iter().map(|link| link.item).take(1000).collect();
    let proposer = mapping::Proposer::new(db, &held).unwrap();
    say(
        "proposals_of_1000_items_ms",
        median(3, || once(|| thousand.iter().map(|item| proposer.of(*item).unwrap().len()).sum::<usize>())),
    );
    say("group_opened_ms", median(3, || once(|| coverage::open_group(db, "27001/A.16", &[], &[], 40, today).unwrap())));
    let page = |state| mapping::PointFilter { state, ..Default::default() };
    for (name, filter) in
        [("points_page_ms", page(None)), ("open_points_page_ms", page(Some(mapping::PointState::Open)))]
    {
        say(name, median(3, || once(|| mapping::point_page(db, &filter, None, 200).unwrap())));
    }
}

/// Decides on every control, then on one again; how coverage and the grid answer afterwards.
fn applying(workspace: &mut Workspace, today: Day) {
    let editions = systems::editions_held(workspace.db()).unwrap();
    let controls: Vec<String> = editions
        .iter()
        .filter(|edition| edition.standard == "27001")
        .flat_map(|edition| catalogue().clauses(edition))
        .filter(|clause| {
            clause.reference.clause.starts_with("A.") && catalogue().leaves_below(&clause.reference).len() <= 1
        })
        .map(|clause| clause.reference.clause.clone())
        .collect();
    say("controls", controls.len() as f64);
    let change = |reason: &str, applies: bool| Change {
        applies: Some(applies),
        reason: Some(reason.into()),
        implemented: applies.then_some(Implemented::Yes),
        ..Change::default()
    };
    // Another reason than in a run before, so that something is decided.
    let first = workspace.head().unwrap().size;
    let mut decide = |name: &str, on: &[String], what: &Change| {
        let spent = once(|| workspace.transact(|tx| applicability::decide(tx, "27001", on, what)).unwrap());
        say(name, spent);
    };
    decide("decide_all_controls_ms", &controls, &change(&format!("a risk {first}"), true));
    decide("decide_one_control_ms", &controls[..1], &change(&format!("none {first}"), false));
    let db = workspace.db();
    say("coverage_decided_ms", median(5, || once(|| coverage::coverages(db, None, None, today, false).unwrap())));
    let grid = || editions.iter().map(|edition| applicability::list(db, edition).unwrap().len()).sum::<usize>();
    say("applicability_grid_ms", median(5, || once(grid)));
}

/// What the data raise: the first comparison with another version of them.
fn comparing(workspace: &mut Workspace) {
    say("compared_with_data_ms", once(|| workspace.try_out(clausebook::questions::ask_of_data).unwrap()));
}

/// One mapping taken back, then that undone.
fn single_steps(workspace: &mut Workspace) {
    let documents = documents::list(workspace.db(), &Filter::default(), Sort::Code, None, 50).unwrap().rows;
    let took = median(9, {
        let mut documents = documents.into_iter();
        move || {
            let item = ItemId::Document(documents.next().unwrap().id);
            let link = mapping::of_item(workspace.db(), item).unwrap().pop().unwrap();
            workspace.transact(|tx| mapping::unlink(tx, item, &link.reference, "bench")).unwrap();
            once(|| undo::undo(workspace).unwrap())
        }
    });
    say("undo_one_step_ms", took);
}

/// The first page of the register for another day, in each order, as a window asks for it: nothing is known beforehand.
fn registers(root: &Path, config: &Path, now: i64, today: Day) {
    let here =
        |clock| Here { clock, zone: Zone::UTC, login: "local".to_owned(), contained: Containment::here(), agent: None };
    for (when, day) in [("past", today.minus_days(100)), ("ahead", today.plus_days(100))] {
        for (name, sort) in
            [("code", Sort::Code), ("title", Sort::Title), ("next_review", Sort::NextReview), ("owner", Sort::Owner)]
        {
            let took = median(3, || {
                let mut session = Session::new(root, config, here(Clock::Fixed(now)));
                session.workspace().unwrap();
                let (filter, when) = (Filter::default(), When { as_of: None, in_force: Some(day) });
                let ask =
                    DocumentRegister { filter, found: None, sort, descending: false, offset: 0, limit: 200, when };
                once(|| ask.call(&mut session).unwrap())
            });
            say(&format!("register_{when}_by_{name}_ms"), took);
        }
    }
}
