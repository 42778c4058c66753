//! Measures what a large set costs: `bench DIR [DOCUMENTS]`. Prints one `name value` line a measure; `tools/bench.py`
//! sets them beside the goals.

#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::pedantic, missing_docs)]

use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use clausebook::agenda;
use clausebook::coverage;
use clausebook::day::{Day, Due};
use clausebook::digest::Digest;
use clausebook::documents::{self, DocumentEvent, DocumentKind, Filter, NewRevision, Particulars, Sort};
use clausebook::extract::{Extracted, Media};
use clausebook::filed::FiledFile;
use clausebook::ids::{DocumentId, LinkId, RevisionId};
use clausebook::items::ItemId;
use clausebook::ledger::{self, tree};
use clausebook::mapping::{self, MappingEvent, Origin, Strength};
use clausebook::rebuild;
use clausebook::search::{self, LastShelf, Shelf, TextCache};
use clausebook::standards::{ClauseRef, catalogue};
use clausebook::systems::{self, ScopeKind};
use clausebook::undo;
use clausebook::vault::{Condition, Vault};
use clausebook::workspace::Workspace;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    match args[1].as_str() {
        "--put" => return put(Path::new(&args[2]), Path::new(&args[3])),
        "--check" => return check(Path::new(&args[2])),
        "--replay" => {
            let folder = Path::new(&args[2]);
            return replay(
                &mut rebuild::open_workspace(&folder.join("ws"), &folder.join("config"), &|_, _| Ok(())).unwrap(),
            );
        }
        "--searches" => {
            let folder = Path::new(&args[2]);
            let mut at = rebuild::open_workspace(&folder.join("ws"), &folder.join("config"), &|_, _| Ok(())).unwrap();
            return searches(&mut at, folder, 100_000);
        }
        _ => {}
    }
    let folder = Path::new(&args[1]);
    let documents: u64 = args.get(2).map_or(100_000, |n| n.parse().unwrap());
    if args.get(3).is_some_and(|a| a == "--only-fill") {
        fill(&mut rebuild::create_workspace(&folder.join("ws"), &folder.join("config")).unwrap(), documents);
        return;
    }
    merkle();
    let mut workspace = rebuild::create_workspace(&folder.join("ws"), &folder.join("config")).unwrap();
    let began = Instant::now();
    let events = fill(&mut workspace, documents);
    say("append_and_project_events_per_s", events as f64 / began.elapsed().as_secs_f64());
    say("events", events as f64);

    replay(&mut workspace);

    let began = Instant::now();
    let size = ledger::head(workspace.db()).unwrap().size;
    let mut hashed = 0u64;
    ledger::for_each_entry(workspace.db(), 0..size, |_, bytes| {
        hashed += u64::from(tree::leaf(bytes).as_bytes()[0]);
        Ok(())
    })
    .unwrap();
    std::hint::black_box(hashed);
    say("chain_events_per_s", size as f64 / began.elapsed().as_secs_f64());

    questions(&workspace);
    undoing(&mut workspace);
    searches(&mut workspace, folder, documents);
}

fn replay(workspace: &mut Workspace) {
    let began = Instant::now();
    let events = workspace.rebuild(&|_, _| Ok(())).unwrap();
    say("replay_events_per_s", events as f64 / began.elapsed().as_secs_f64());
}

/// Files everything below a folder, durably, and registers it as one event each.
fn put(folder: &Path, data: &Path) {
    std::fs::create_dir_all(folder).unwrap();
    let vault = Vault::create(folder).unwrap();
    let files: Vec<_> = walkdir::WalkDir::new(data)
        .sort_by_file_name()
        .into_iter()
        .flatten()
        .filter(|e| e.file_type().is_file() && !e.path().components().any(|c| c.as_os_str() == ".git"))
        .map(walkdir::DirEntry::into_path)
        .collect();
    for answer in vault.put_many(&files, &|_, _| {}, &AtomicBool::new(false)) {
        answer.unwrap();
    }
}

/// Reads every object of a vault and compares.
fn check(folder: &Path) {
    let vault = Vault::open(folder).unwrap();
    let objects: Vec<(Digest, u64)> = walkdir::WalkDir::new(folder.join("objects"))
        .into_iter()
        .flatten()
        .filter(|e| e.file_type().is_file())
        .map(|e| (e.file_name().to_str().unwrap().parse().unwrap(), e.metadata().unwrap().len()))
        .collect();
    let conditions = vault.check_many(&objects, &|_| {}, &AtomicBool::new(false)).unwrap();
    assert!(conditions.iter().all(|c| *c == Condition::Intact));
}

fn say(name: &str, value: f64) {
    println!("{name} {value:.2}");
}

/// The median of several runs, in milliseconds.
fn median(runs: usize, mut work: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..runs)
        .map(|_| {
            let began = Instant::now();
            work();
            began.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[runs / 2]
}

fn merkle() {
    let leaves: Vec<Digest> = (0..2_000_000u64).map(|n| Digest::of(&n.to_le_bytes())).collect();
    let began = Instant::now();
    let mut edge: Vec<Digest> = Vec::new();
    for (n, leaf) in leaves.iter().enumerate() {
        let mut hash = *leaf;
        for _ in 0..n.trailing_ones() {
            hash = tree::node(&edge.pop().unwrap(), &hash);
        }
        edge.push(hash);
    }
    std::hint::black_box(&edge);
    say("merkle_leaves_per_s", leaves.len() as f64 / began.elapsed().as_secs_f64());
}

fn fill(workspace: &mut Workspace, documents: u64) -> u64 {
    let day = Day::new(2026, 1, 1).unwrap();
    let clauses: Vec<ClauseRef> = ["9001:2015", "20000-1:2018", "27001:2013"]
        .iter()
        .flat_map(|e| {
            let edition = e.parse().unwrap();
            let deep = catalogue().clauses(&edition).filter(|c| c.level > 1);
            deep.map(|c| c.reference.clone()).collect::<Vec<_>>()
        })
        .collect();
    workspace
        .transact(|tx| {
            for edition in ["9001:2015", "20000-1:2018", "27001:2013"] {
                systems::establish(tx, &edition.parse()?)?;
            }
            for site in 0..20 {
                systems::add_scope_item(tx, &format!("S{site}"), ScopeKind::Site, "Site", &[])?;
            }
            let all: Vec<String> = (0..20).map(|s| format!("S{s}")).collect();
            ["QMS", "SMS", "ISMS"].iter().try_for_each(|s| systems::set_scope(tx, s, &all))
        })
        .unwrap();
    let sites: Vec<_> = systems::scope_items(workspace.db()).unwrap().into_iter().map(|i| i.id).collect();
    let file = |n: u64| FiledFile {
        digest: Digest::of(&n.to_le_bytes()),
        size: 4000,
        name: format!("document {n}.docx"),
        path: format!("share/folder {}/document {n}.docx", n % 500),
        modified: Some(1_700_000_000_000),
        media: Media::Docx,
        problem: None,
        clauses: Vec::new(),
    };
    for batch in 0..documents.div_ceil(5000) {
        workspace
            .transact(|tx| {
                for n in batch * 5000..((batch + 1) * 5000).min(documents) {
                    let id = DocumentId::new();
                    let scope = if n % 3 == 0 { vec![sites[(n % 20) as usize]] } else { Vec::new() };
                    let title = format!(
                        "{} of {} number {n}",
                        ["Control", "Review", "Handling"][n as usize % 3],
                        ["access", "waste", "change", "supply"][n as usize % 4]
                    );
                    let particulars = Particulars {
                        owner: format!("Role {}", n % 40),
                        review_interval: Some(12),
                        ..Particulars::new(title, DocumentKind::Procedure)
                    };
                    tx.append(&DocumentEvent::Registered { id, code: format!("DOC-{n:06}"), particulars, scope })?;
                    // 2.5 revisions a document.
                    for r in 0..2 + n % 2 {
                        let revision = RevisionId::new();
                        tx.append(&DocumentEvent::RevisionFiled {
                            document: id,
                            revision,
                            label: r.to_string(),
                            summary: String::new(),
                            author: String::new(),
                            files: vec![file(n * 3 + r)],
                        })?;
                        if r == 1 + n % 2 {
                            tx.append(&DocumentEvent::Approved {
                                document: id,
                                revision,
                                by: String::new(),
                                on: None,
                                at_latest: None,
                                from: Some(day),
                                next_review: None,
                                reason: String::new(),
                                own: false,
                            })?;
                        }
                    }
                    tx.append(&DocumentEvent::NextReviewSet {
                        document: id,
                        due: Some(Due::Day { day: day.plus_days(n % 700) }),
                    })?;
                    for l in 0..10 {
                        tx.append(&MappingEvent::Linked {
                            id: LinkId::new(),
                            item: ItemId::Document(id),
                            reference: clauses[((n * 7 + l * 31) % clauses.len() as u64) as usize].clone(),
                            strength: if l % 4 == 3 { Strength::Partial } else { Strength::Full },
                            reason: String::new(),
                            variance: String::new(),
                            scope: Vec::new(),
                            origin: Origin::Hand,
                            basis: None,
                            points: Vec::new(),
                            data: String::new(),
                        })?;
                    }
                }
                Ok(())
            })
            .unwrap();
    }
    workspace.head().unwrap().size
}

fn questions(workspace: &Workspace) {
    let db = workspace.db();
    let day = Day::new(2026, 6, 1).unwrap();
    let editions = systems::editions_held(db).unwrap();
    let sites = systems::scope_items(db).unwrap();
    let all = median(9, || {
        for edition in &editions {
            std::hint::black_box(coverage::coverage(db, edition, None, day).unwrap());
        }
    });
    say("coverage_all_standards_ms", all);
    let one = median(9, || {
        std::hint::black_box(coverage::coverage(db, &editions[2], Some(&sites[3]), day).unwrap());
    });
    say("coverage_one_site_ms", one);
    let joined = median(3, || {
        let sql =
            "SELECT edition, clause, scope, item_kind, count(*), max(CASE strength WHEN 0 THEN good_until ELSE 0 END)
                   FROM coverage_link GROUP BY edition, clause, scope, item_kind";
        let mut statement = db.prepare(sql).unwrap();
        std::hint::black_box(statement.query_map([], |r| r.get::<_, i64>(4)).unwrap().count());
    });
    say("coverage_joined_live_ms", joined);
    let named = median(3, || {
        for edition in &editions {
            std::hint::black_box(coverage::coverage_named(db, edition, None, day).unwrap());
        }
    });
    say("coverage_named_ms", named);
    let now = workspace.today().unwrap();
    let today = median(9, || {
        std::hint::black_box(agenda::today(db, now).unwrap());
    });
    say("today_ms", today);
    let proposals = median(5, || {
        std::hint::black_box(agenda::proposals_waiting(db, &editions, 12).unwrap());
    });
    say("proposals_waiting_ms", proposals);
    for (name, sort) in
        [("code", Sort::Code), ("title", Sort::Title), ("next_review", Sort::NextReview), ("owner", Sort::Owner)]
    {
        let mut after = None;
        for _ in 0..20 {
            after = documents::list(db, &Filter::default(), sort, after.as_deref(), 100).unwrap().next;
        }
        let page = median(15, || {
            std::hint::black_box(documents::list(db, &Filter::default(), sort, after.as_deref(), 100).unwrap());
        });
        say(&format!("list_page_by_{name}_ms"), page);
    }
}

/// Takes back a mapping of a document in the middle, and makes it again by undoing that.
fn undoing(workspace: &mut Workspace) {
    let documents = documents::list(workspace.db(), &Filter::default(), Sort::Code, None, 200).unwrap().rows;
    let mut mapped =
        documents.iter().filter_map(|d| mapping::of_item(workspace.db(), ItemId::Document(d.id)).unwrap().pop());
    let links: Vec<_> = mapped.by_ref().take(9).collect();
    drop(mapped);
    let mut links = links.into_iter();
    let took = median(9, || {
        let link = links.next().unwrap();
        workspace.transact(|tx| mapping::unlink(tx, link.item, &link.reference, "bench")).unwrap();
        undo::undo(workspace).unwrap();
    });
    say("unlink_and_undo_ms", took);
}

fn searches(workspace: &mut Workspace, folder: &Path, documents: u64) {
    let cache = TextCache::open(&folder.join("text.db")).unwrap();
    let words = ["access", "review", "waste", "balance", "supplier", "change", "record", "owner", "policy", "server"];
    let body = |n: u64| -> String {
        let mut x = n.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        let mut text = format!("document {n} ");
        while text.len() < 1000 {
            x ^= x << 13;
            x ^= x >> 7;
            x ^= x << 17;
            text.push_str(words[(x % 10) as usize]);
            text.push_str(&format!(" {:x} ", x % 65_536));
        }
        text
    };
    let made = if cache.is_whole(documents as usize).unwrap() { 0 } else { documents.div_ceil(5000) };
    for batch in 0..made {
        let texts: Vec<(Digest, Extracted)> = (batch * 5000..((batch + 1) * 5000).min(documents))
            .map(|n| (Digest::of(&(n * 3 + 1).to_le_bytes()), clausebook::extract::extract_bytes(body(n).as_bytes())))
            .collect();
        cache.put_many(&texts).unwrap();
    }
    cache.make_whole(documents as usize).unwrap();
    let none = TextCache::open(&folder.join("empty.db")).unwrap();
    let today = workspace.today().unwrap();
    let ask = |workspace: &Workspace, cache: &TextCache, shelf: &Shelf, query: &str, limit| {
        std::hint::black_box(search::find(workspace.db(), cache, shelf, query, limit, today).unwrap());
    };
    for cache in [&cache, &none] {
        let mut last = LastShelf::default();
        let head = workspace.head().unwrap();
        let shelf = last.of((), head, Some((workspace.db(), today)), cache).unwrap();
        let nothing = median(1, || ask(workspace, cache, &shelf, "supplier", 20));
        say("search_nothing_kept_ms", nothing);
        say("search_keep_ms", median(1, || last.keep(workspace.db(), today, cache, 0).unwrap()));
    }
    // The first search after the program starts, with what it kept; the first one after a change; any other.
    let measure = |workspace: &mut Workspace, cache: &TextCache, of: &str, query: &str, limit| {
        let head = workspace.head().unwrap();
        let first = median(5, || {
            let shelf = LastShelf::default().of((), head, Some((workspace.db(), today)), cache).unwrap();
            ask(workspace, cache, &shelf, query, limit);
        });
        say(&format!("search_{of}_opened_ms"), first);
        let mut last = LastShelf::default();
        let mut kept = |workspace: &Workspace| {
            let head = workspace.head().unwrap();
            last.of((), head, Some((workspace.db(), today)), cache).unwrap()
        };
        ask(workspace, cache, &kept(workspace), query, limit);
        let mut after: Vec<f64> = Vec::new();
        for n in 0..5 {
            change(workspace, cache, n * documents / 7);
            let began = Instant::now();
            ask(workspace, cache, &kept(workspace), query, limit);
            after.push(began.elapsed().as_secs_f64() * 1000.0);
        }
        after.sort_by(f64::total_cmp);
        say(&format!("search_{of}_changed_ms"), after[2]);
        let kept = kept(workspace);
        say(&format!("search_{of}_ms"), median(7, || ask(workspace, cache, &kept, query, limit)));
    };
    for (name, query) in [("common", "control of access"), ("rare", "number 77777"), ("none", "zeppelin")] {
        measure(workspace, &none, &format!("titles_{name}"), query, 100);
    }
    let bodies = [
        ("common", "supplier"),
        ("rare", "77777"),
        ("none", "policy server zeppelin"),
        ("beginning", "s"),
        ("beginnings", "a"),
        ("words", "access review waste balance supplier change"),
        ("phrase", "\"supplier change\""),
        ("without", "supplier -zeppelin -server"),
        ("owner", "supplier owner:role"),
        ("type", "supplier type:procedure"),
        ("file", "supplier type:word"),
        ("clause", "supplier clause:9001/7.5.3"),
        ("days", "supplier after:2020 before:2030"),
    ];
    for (name, query) in bodies {
        measure(workspace, &cache, &format!("bodies_{name}"), query, 20);
    }
}

/// Another title, and another revision with a file that is read at once.
fn change(workspace: &mut Workspace, cache: &TextCache, document: u64) {
    let (code, new) = (format!("DOC-{document:06}"), RevisionId::new().to_string());
    let file = FiledFile {
        digest: Digest::of(new.as_bytes()),
        size: new.len() as u64,
        name: format!("{new}.txt"),
        path: format!("{new}.txt"),
        modified: None,
        media: Media::Text,
        problem: None,
        clauses: Vec::new(),
    };
    let title = [("title".to_owned(), format!("Handling of change {new}"))].into();
    workspace
        .transact(|tx| {
            documents::correct(tx, code.as_str(), &title, None, "bench")?;
            documents::file_revision(
                tx,
                code.as_str(),
                NewRevision { label: Some(new.clone()), files: vec![file], ..Default::default() },
            )
        })
        .unwrap();
    let text = clausebook::extract::extract_bytes(format!("{new} supplier change").as_bytes());
    cache.put_many(&[(Digest::of(new.as_bytes()), text)]).unwrap();
}
