//! What somebody reads who has only the pack: what stands on its page and in its lists, and how to check it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use clausebook::applicability::{self, Change, Implemented, OwnControl};
use clausebook::audits::{self, Audit, AuditKind, NewAudit};
use clausebook::checked;
use clausebook::contained::Containment;
use clausebook::day::{Day, Due};
use clausebook::documents::{self, Approval, NewRevision};
use clausebook::items::ItemId;
use clausebook::mapping::{self, NamedPoint, NewLink, Origin, Strength};
use clausebook::packs::{self, Caveat, Wanted};
use clausebook::people::{self, Role};
use clausebook::rebuild;
use clausebook::records;
use clausebook::reviews;
use clausebook::signing::Passphrase;
use clausebook::statements::{Keys, Meant};
use clausebook::verify::Report;
use clausebook::workspace::Clock;

use super::forged::bag::Bag;
use super::stated::says;
use super::{TODAY, build, sample, to, unpacked};
use crate::support::organisation::{Organisation, approval, by_hand, revision, today};
use crate::support::{noon, tool, venv};

const HELD: [&str; 3] = ["9001:2015", "20000-1:2018", "27001:2022"];

fn plan(at: &mut Organisation, editions: &[&str], period: [Option<Day>; 2]) -> Audit {
    let [period_from, period_to] = period;
    let new = NewAudit {
        code: "AU-1".into(),
        title: "Audit".into(),
        kind: AuditKind::Internal,
        editions: editions.iter().map(|edition| edition.parse().unwrap()).collect(),
        scope: Vec::new(),
        period_from,
        period_to,
    };
    at.does(|tx| audits::plan(tx, new));
    audits::by_code(at.db(), "AU-1").unwrap()
}

/// The pages of a pack by their names, as its entries say them, for a day.
fn pages(at: &Organisation, audit: &Audit, day: Day) -> BTreeMap<String, String> {
    let tables = at.workspace.in_force(day).unwrap();
    let mut chosen = packs::choose(&tables, audit.clone(), day, None).unwrap();
    let pages = packs::pages(&at.workspace, &mut chosen).unwrap();
    let text = |(name, bytes): (String, Vec<u8>)| (name, String::from_utf8_lossy(&bytes).into_owned());
    let mut pages: BTreeMap<String, String> = pages.into_iter().map(text).collect();
    let page = pages["index.html"].replace("<span class=\"d\">", "").replace("</span>", "");
    pages.insert("index.html".into(), page);
    pages
}

fn rows(pages: &BTreeMap<String, String>, list: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(pages[list].as_bytes());
    let head: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let row = |row: csv::StringRecord| head.iter().cloned().zip(row.iter().map(str::to_owned)).collect();
    reader.records().map(|one| row(one.unwrap())).collect()
}

fn checks(pack: &Path) -> Report {
    checked::pack(pack, None, &Containment::here(), &|_, _| {}, &AtomicBool::new(false)).unwrap()
}

#[test]
fn every_point_that_keeps_a_clause_of_an_audited_edition_open_is_in_the_pack() {
    for held in ["27001:2022", "27001:2013"] {
        let mut at = Organisation::holding(&["9001:2015", "20000-1:2018", held]);
        let id = at.document("HB-01");
        for clause in ["9001:2015/4.3", "20000-1:2018/4.3", &format!("{held}/4.3")] {
            at.map(ItemId::Document(id), clause);
        }
        let audit = plan(&mut at, &[held], [None, None]);
        let pages = pages(&at, &audit, today());
        let of_it = |clause: &clausebook::standards::ClauseRef| clause.edition_id().to_string() == held;
        let shown = mapping::points_of(at.db(), ItemId::Document(id)).unwrap();
        let wanted: Vec<_> = shown.iter().filter(|point| point.keeps_open.iter().any(of_it)).collect();
        assert!(!wanted.is_empty(), "{held}: the data ask for something");
        let rows = rows(&pages, "points.csv");
        for point in &wanted {
            let row = rows.iter().find(|row| row["point"].split("; ").any(|id| id == point.id));
            let row = row.unwrap_or_else(|| panic!("{held}: {} is missing: {rows:?}", point.id));
            assert_eq!((row["standard"].as_str(), row["clause"].as_str()), (held, "4.3"));
            assert!(pages["index.html"].contains(&point.id), "{held} {}", point.id);
        }
        let coverage = self::rows(&pages, "coverage.csv");
        let clause = coverage.iter().find(|row| row["clause"] == "4.3").unwrap();
        assert!(clause["because"].contains(&format!("{} open points", wanted.len())), "{clause:?}");
    }
}

#[test]
fn an_open_point_that_somebody_leaves_out_is_missed() {
    let (place, mut workspace, audit) = sample();
    let pack = place.path("a.zip");
    build(&mut workspace, &audit, &pack).unwrap();
    let genuine = Bag::of(&pack);
    let list = genuine.text("data/points.csv");
    let open = list.lines().position(|line| line.contains(",open,")).unwrap();
    let mut forged = genuine.clone();
    let rest: Vec<&str> = list.lines().enumerate().filter(|(at, _)| *at != open).map(|(_, line)| line).collect();
    forged.set("data/points.csv", rest.join("\r\n") + "\r\n");
    forged.seal(&workspace.signing_key().unwrap());
    let path = place.path("forged.zip");
    std::fs::write(&path, forged.archive().bytes()).unwrap();
    let report = checks(&path);
    assert!(!report.ok && report.findings.iter().any(|found| found.place.contains("points.csv")), "{report:?}");
}

#[test]
fn the_lines_of_verify_txt_run_as_they_stand_and_no_name_is_run() {
    let (place, mut workspace, _) = sample();
    let keys = Keys::of(&place.path("config"), None);
    let passphrase = Passphrase::new("correct horse");
    let (line, _) = keys.generate(super::stated::DIRECTOR, &passphrase).unwrap();
    workspace
        .transact(|tx| {
            people::enrol(tx, "Director", super::stated::DIRECTOR, Role::QualityManager, Some(line))?;
            let wanted = BTreeMap::from([("code".to_owned(), "QM 01 (a) & b'c".to_owned())]);
            documents::correct(tx, "QP-02", &wanted, None, "the number on the paper").map(drop)
        })
        .unwrap();
    let (_, subject) = super::stated::document(&workspace, "QM 01 (a) & b'c");
    says(&mut workspace, &keys, super::stated::DIRECTOR, &subject, Meant::Confirmed, "");
    let audit = workspace
        .transact(|tx| {
            let new = NewAudit {
                code: "A$(touch PWNED)`touch PWNED`'\u{2019}; touch PWNED; &".into(),
                title: "Audit\n   touch PWNED".into(),
                kind: AuditKind::Internal,
                editions: vec!["9001:2015".parse()?],
                scope: Vec::new(),
                period_from: None,
                period_to: None,
            };
            let code = new.code.clone();
            audits::plan(tx, new)?;
            audits::by_code(tx.db(), &code)
        })
        .unwrap();
    let pack = place.path("a.zip");
    build(&mut workspace, &audit, &pack).unwrap();
    let report = checks(&pack);
    assert!(report.ok && report.unmet.is_empty(), "{report:?}");
    let bag = unpacked(&pack, &place.path("out"));
    let how = std::fs::read_to_string(bag.join("data/VERIFY.txt")).unwrap();
    let steps = how.split("\n0. ").nth(1).unwrap().split("\n5. ").next().unwrap();
    let programs =
        ["cd ", "sha256sum ", "find ", "grep ", "bagit.py ", "ssh-keygen ", "for ", "  [", "  ssh-keygen ", "done"];
    let lines: Vec<&str> = steps.lines().filter_map(|line| line.strip_prefix("   ")).collect();
    let lines: Vec<&str> = lines.into_iter().filter(|line| programs.iter().any(|one| line.starts_with(one))).collect();
    let script = lines.join("\n").replace("bagit.py", &venv("bagit.py"));
    assert!(script.contains("sha256sum -c manifest") && script.contains("\ndone"), "{script}");
    let out = tool("sh", "openssh-client", &["-e", "-c", &script], &place.path("out"));
    let said = String::from_utf8_lossy(&out.stdout).into_owned() + &String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success() && !said.contains("NOT VALID") && !said.contains("FAILED"), "{script}\n{said}");
    let good = said.matches("Good \"clausebook-statement\" signature").count();
    assert!(good > 0 && said.contains("Good \"clausebook-pack\" signature"), "{said}");
    let everywhere = [place.path("out"), bag.clone(), bag.join("data"), bag.join("data/approvals")];
    assert!(everywhere.iter().all(|folder| !folder.join("PWNED").exists()), "a name was run");
    for name in std::fs::read_dir(bag.join("data/approvals")).unwrap() {
        let name = name.unwrap().file_name().into_string().unwrap();
        assert!(!name.contains(['(', ')', '&', '\'', '$']), "{name}");
    }
    // Each line that speaks of the folder quotes its name, also for Windows.
    let top = bag.file_name().unwrap().to_str().unwrap();
    assert!(how.matches(top).count() >= 2 && how.matches(top).count() == how.matches(&format!("'{top}'")).count());

    // A sealed pack with such a name is refused, and one of earlier pages is not.
    let statement = Bag::of(&pack).files.keys().find(|name| name.ends_with(".txt.sig")).unwrap().clone();
    let mut forged = Bag::of(&pack);
    for ending in [".sig", ""] {
        let from = format!("{}{ending}", statement.trim_end_matches(".sig"));
        let bytes = forged.files.remove(&from).unwrap();
        forged.files.insert(format!("data/approvals/$(touch x).txt{ending}"), bytes);
    }
    forged.seal(&workspace.signing_key().unwrap());
    let path = place.path("forged.zip");
    std::fs::write(&path, forged.archive().bytes()).unwrap();
    assert!(checks(&path).findings.iter().any(|found| found.code == "name_unsafe"), "{:?}", checks(&path).findings);
}

#[test]
fn records_outside_the_period_are_counted_at_the_build_and_named_on_the_page() {
    let mut at = Organisation::holding(&HELD);
    for (title, day) in [("In", today()), ("Before", today().minus_days(400)), ("Long before", today().minus_days(800))]
    {
        let id = at.does(|tx| {
            let mut new = crate::support::organisation::record(title);
            new.particulars.collected = Some(day);
            records::file(tx, new)
        });
        at.map(ItemId::Record(id), "9001:2015/9.2.2");
    }
    let audit = plan(&mut at, &["9001:2015"], [Some(today().minus_days(100)), Some(today())]);
    let chosen = packs::choose(at.db(), audit.clone(), today(), None).unwrap();
    let preview = packs::preview(&at.workspace, chosen).unwrap();
    let outside = preview.notes.iter().find(|note| matches!(note, Caveat::OutsidePeriod { records: 2, .. }));
    assert!(outside.unwrap().text().contains("2 records"), "{:?}", preview.notes);
    assert!(pages(&at, &audit, today())["index.html"].contains("records of other periods are not in the pack"));
}

#[test]
fn each_approval_says_whether_it_is_signed_or_from_where_it_comes() {
    let mut at = Organisation::holding(&HELD);
    let listed = at.draft("L-1");
    let given = |from: Day| Approval { by: "Board".into(), ..approval(from) };
    at.does(|tx| documents::take_over_approval(tx, listed, given(today().minus_days(30))).map(drop));
    let link = NewLink {
        origin: Origin::Import { source: "master list, row 12".into() },
        ..by_hand(ItemId::Document(listed), "9001:2015/4.4.1", Strength::Full)
    };
    at.does(|tx| mapping::link(tx, link));
    let other = at.document("P-1");
    at.does(|tx| {
        documents::file_revision(tx, other, NewRevision { label: Some("2".into()), ..revision("two") }).map(drop)
    });
    at.turn_to(today().plus_days(1));
    at.does(|tx| documents::approve(tx, other, approval(tx.today())).map(drop));
    at.map(ItemId::Document(other), "9001:2015/4.4.1");
    let audit = plan(&mut at, &["9001:2015"], [None, None]);
    let pages = pages(&at, &audit, today().plus_days(1));
    let rows = rows(&pages, "documents.csv");
    let rests = |code: &str| rows.iter().find(|row| row["code"] == code).unwrap()["approval rests on"].clone();
    assert!(
        rests("L-1").starts_with("unsigned, no statement, from a list (master list, row 12), entered by "),
        "{}",
        rests("L-1")
    );
    assert!(rests("L-1").ends_with(&format!(" on {}", today())), "{}", rests("L-1"));
    let later = today().plus_days(1);
    assert!(
        rests("P-1").starts_with("unsigned, no statement, entered by ") && rests("P-1").ends_with(&later.to_string())
    );
    assert!(rows.iter().all(|row| row["filed"] == today().to_string()));
    let page = &pages["index.html"];
    assert!(page.contains("approval unsigned, from a list</small>") && page.contains("approval unsigned</small>"));
    assert!(
        page.contains("from a list (master list, row 12)") && page.contains(&format!("revision filed {}", today()))
    );
}

#[test]
fn what_was_decided_of_each_control_stands_beside_it_with_own_controls() {
    let mut at = Organisation::holding(&HELD);
    let id = at.document("P-1");
    at.map(ItemId::Document(id), "27001:2022/A.5.1");
    let own = OwnControl { title: "Guarding the press".into(), origin: "ISO/IEC 27019".into() };
    let change = |applies: bool, implemented, reason: &str| Change {
        applies: Some(applies),
        reason: Some(reason.into()),
        implemented,
        owner: Some("Head of works".into()),
        ..Change::default()
    };
    let planned = Implemented::By(today().plus_days(60));
    at.does(|tx| applicability::name_control(tx, "27001", "X.1", own, "").map(drop));
    at.does(|tx| {
        applicability::decide(tx, "27001", &["A.5.1".into()], &change(true, Some(planned), "risk R-7")).map(drop)
    });
    at.does(|tx| applicability::decide(tx, "27001", &["A.5.2".into()], &change(false, None, "nobody else")).map(drop));
    at.does(|tx| {
        applicability::decide(tx, "27001", &["X.1".into()], &change(true, Some(Implemented::Yes), "press")).map(drop)
    });
    let audit = plan(&mut at, &["27001:2022"], [None, None]);
    let page = pages(&at, &audit, today()).remove("index.html").unwrap();
    let row =
        |clause: &str| page.split("<tr ").find(|row| row.contains(&format!("<b>{clause}</b>"))).unwrap().to_owned();
    let row = |clause: &str| row(clause).split("</tr>").next().unwrap().to_owned();
    for said in
        ["applies: risk R-7", &format!("planned by {}", today().plus_days(60)), "owner Head of works", "decided by "]
    {
        assert!(row("A.5.1").contains(said), "{said}: {}", row("A.5.1"));
    }
    assert!(row("A.5.2").contains("does not apply: nobody else"), "{}", row("A.5.2"));
    for said in ["Guarding the press", "own control, from ISO/IEC 27019", "applies: press; in place"] {
        assert!(row("X.1").contains(said), "{said}: {}", row("X.1"));
    }
}

#[test]
fn what_is_due_late_or_unclear_is_said_and_counted() {
    let mut at = Organisation::holding(&HELD);
    let id = at.document("HB-01");
    at.workspace.vault().put_bytes(b"HB-01").unwrap();
    for clause in ["9001:2015/4.3", "20000-1:2018/4.3"] {
        at.map(ItemId::Document(id), clause);
    }
    let unclear = at.draft("U-1");
    let two = Due::Ambiguous { day_first: today().minus_days(40), month_first: today().minus_days(9) };
    at.does(|tx| {
        documents::take_over_approval(tx, unclear, Approval { on: Some(two), ..approval(today().minus_days(9)) })
            .map(drop)
    });
    at.map(ItemId::Document(unclear), "9001:2015/4.4.1");
    let point = mapping::points_of(at.db(), ItemId::Document(id)).unwrap().remove(0);
    let (due, later) = (today().plus_days(5), today().plus_days(20));
    at.does(|tx| {
        let named = NamedPoint { id: point.id.clone(), item: Some(ItemId::Document(id)), at: None };
        mapping::assign(tx, &[named], "Service owner", Some(due)).map(drop)
    });
    at.does(|tx| reviews::request_change(tx, id, Some("Author"), Some(due), "new boundaries").map(drop));
    let audit = plan(&mut at, &["9001:2015", "20000-1:2018"], [None, None]);
    let now = pages(&at, &audit, today());
    let asked = format!("new revision by {due} from Author, asked for on {} by ", today());
    assert!(now["index.html"].contains(&asked) && now["documents.csv"].contains(&asked), "{}", now["documents.csv"]);
    assert!(now["index.html"].contains(&format!("owner Service owner, due {due}")));
    assert!(!now["points.csv"].contains("overdue"));
    assert!(now["index.html"].contains("1 document has a day with two readings"));
    assert!(now["index.html"].contains("day of approval unclear"));
    let then = pages(&at, &audit, later);
    assert!(then["index.html"].contains("Due by a day that has passed: 1 new revision, 1 open point;"));
    assert!(then["points.csv"].contains(&format!("overdue since {due}")));
    assert!(then["documents.csv"].contains(&format!("new revision overdue since {due}")));
}

#[test]
fn a_replaced_record_says_by_which_by_whom_and_why() {
    let mut at = Organisation::holding(&HELD);
    let [old, new] = ["Test Q1", "Test Q2"].map(|title| {
        let id = at.record(title);
        at.map(ItemId::Record(id), "9001:2015/9.2.2");
        id
    });
    at.does(|tx| records::replace(tx, old, new, "the next quarter"));
    let audit = plan(&mut at, &["9001:2015"], [None, None]);
    let pages = pages(&at, &audit, today());
    let rows = rows(&pages, "records.csv");
    let (first, second) = (&rows[0], &rows[1]);
    assert_eq!(first["replaced by"], second["code"]);
    assert_eq!(
        (first["why replaced"].as_str(), first["replaced on"].as_str()),
        ("the next quarter", &*today().to_string())
    );
    assert!(!first["replaced as said by"].is_empty() && second["replaced by"].is_empty());
    assert!(pages["index.html"].contains(&format!("replaced by {} Test Q2 on {}", second["code"], today())));
}

#[test]
fn a_pack_for_a_day_to_come_says_so_everywhere_and_who_seals_says_it_truly() {
    let (place, mut workspace, audit) = sample();
    let (made, day) = (TODAY(), TODAY().plus_days(60));
    let make = |workspace: &mut clausebook::workspace::Workspace, name: &str| {
        let path = place.path(name);
        let wanted = Wanted { audit: audit.clone(), recorded: None, day, out: to(&path) };
        let built =
            rebuild::build_pack(workspace, wanted, &|_, _| Ok(()), &|_, _| {}, &AtomicBool::new(false)).unwrap();
        (path, built)
    };
    let (pack, built) = make(&mut workspace, "ahead.zip");
    assert!(built.notes.contains(&Caveat::Foretold { made, day }), "{:?}", built.notes);
    let report = checks(&pack);
    assert!(report.ok && report.unmet.is_empty(), "{report:?}");
    let bag = Bag::of(&pack);
    for page in ["data/index.html", "data/VERIFY.txt", "bag-info.txt"] {
        let text = bag.text(page).replace("<span class=\"d\">", "").replace("</span>", "");
        assert!(text.contains(&format!("{day}, foretold on {made}")), "{page}");
    }
    assert!(bag.text("bag-info.txt").contains(&format!("\nForetold-On: {made}\n")));
    let key = workspace.signing_key().unwrap();
    let said = format!("Foretold-On: {made}\n");
    for (what, other) in [
        ("no day", String::new()),
        ("the day itself", format!("Foretold-On: {day}\n")),
        ("a day before its entries", format!("Foretold-On: {}\n", made.minus_days(400))),
        ("no date", "Foretold-On: x\n".into()),
    ] {
        let mut forged = bag.clone();
        forged.set("bag-info.txt", bag.text("bag-info.txt").replacen(&said, &other, 1));
        forged.seal(&key);
        let path = place.path("forged.zip");
        std::fs::write(&path, forged.archive().bytes()).unwrap();
        assert!(!checks(&path).ok, "{what}");
    }
    // The same pack again, when its day has come, is that pack.
    workspace.set_clock(Clock::Fixed(noon(day)));
    let (again, built) = make(&mut workspace, "again.zip");
    assert!(built.again && std::fs::read(again).unwrap() == std::fs::read(pack).unwrap());
}

#[test]
fn the_standards_stand_in_one_order_and_evidence_of_a_clause_above_is_named_below_it() {
    let mut at = Organisation::holding(&["27001:2022", "20000-1:2018", "9001:2015"]);
    let id = at.document("P-7");
    at.map(ItemId::Document(id), "9001:2015/7.5");
    let audit = plan(&mut at, &["27001:2022", "20000-1:2018", "9001:2015"], [None, None]);
    let pages = pages(&at, &audit, today());
    let coverage = rows(&pages, "coverage.csv");
    let mut order: Vec<&str> = coverage.iter().map(|row| row["standard"].as_str()).collect();
    order.dedup();
    assert_eq!(order, HELD);
    let page = &pages["index.html"];
    let scopes = page.split("class=\"scopes\"").nth(1).unwrap().split("</section>").next().unwrap();
    let found = HELD.map(|edition| scopes.find(edition).unwrap());
    assert!(found.is_sorted(), "{scopes}");
    let below = coverage.iter().find(|row| row["standard"] == "9001:2015" && row["clause"] == "7.5.1").unwrap();
    assert_eq!((below["evidence"].as_str(), below["evidence of a clause above"].as_str()), ("", "P-7 (7.5)"));
    assert!(page.contains("through 7.5: <a href=\"#item-"), "and linked");
    assert!(page.contains("Coverage counts only what is in this pack"));
}

#[test]
fn the_workbook_has_days_as_days_and_numbers_as_numbers() {
    use calamine::{Data, Reader};
    let (place, mut workspace, audit) = sample();
    let pack = place.path("a.zip");
    build(&mut workspace, &audit, &pack).unwrap();
    let bag = unpacked(&pack, &place.path("out"));
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(bag.join("data/matrix.xlsx")).unwrap();
    for (sheet, column, day) in [
        ("documents", "approved on", true),
        ("records", "filed", true),
        ("files", "bytes", false),
        ("history", "entry", false),
    ] {
        let range = book.worksheet_range(sheet).unwrap();
        let at = range
            .rows()
            .next()
            .unwrap()
            .iter()
            .position(|cell| matches!(cell, Data::String(text) if text == column))
            .unwrap();
        let cells: Vec<&Data> = range.rows().skip(1).map(|row| &row[at]).filter(|cell| **cell != Data::Empty).collect();
        let fits = |cell: &&Data| {
            if day { matches!(cell, Data::DateTime(_)) } else { matches!(cell, Data::Float(_) | Data::Int(_)) }
        };
        assert!(!cells.is_empty() && cells.iter().all(fits), "{sheet} {column}: {:?}", &cells[..1]);
    }
}
