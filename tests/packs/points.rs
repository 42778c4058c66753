//! Open points, sites and evidence in a pack: each once, at the clause that is mapped, with where it comes from and its name.

use std::collections::BTreeSet;

use clausebook::audits::{self, AuditKind, NewAudit};
use clausebook::items::ItemId;
use clausebook::mapping;

use super::forged::bag::Bag;
use super::{build, sample};
use crate::support::organisation::{Organisation, today};

fn rows(bag: &Bag, list: &str) -> Vec<Vec<String>> {
    let text = bag.text(&format!("data/{list}.csv"));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn a_point_stands_once_for_each_clause_with_all_numbers_and_where_it_comes_from() {
    let (place, mut workspace, audit) = sample();
    let pack = place.path("p.zip");
    build(&mut workspace, &audit, &pack).unwrap();
    let bag = Bag::of(&pack);
    let rows = rows(&bag, "points");
    let mut seen = BTreeSet::new();
    for row in &rows {
        let [code, ids, standard, clause, from, what] = &row[..6] else { panic!("{row:?}") };
        assert!(seen.insert((code, standard, clause, what, &row[6..])), "twice: {row:?}");
        let item = clausebook::items::find(workspace.db(), code).unwrap();
        let shown = mapping::points_of(workspace.db(), item).unwrap();
        for id in ids.split("; ") {
            // As the program shows it.
            let here = |point: &&mapping::PointShown| {
                let at: Vec<&str> = point.keeps_open.iter().map(|clause| clause.clause.as_str()).collect();
                point.id == *id && clause.split("; ").eq(at)
            };
            let point = shown.iter().find(here).unwrap_or_else(|| panic!("{row:?}"));
            assert!(!point.from.is_empty() && point.from.iter().all(|one| from.split("; ").any(|f| f == one.short())));
        }
    }
    assert!(rows.iter().any(|row| row[1].contains("; ")), "some are asked by several");
    let numbers: BTreeSet<&str> = rows.iter().flat_map(|row| row[1].split("; ")).collect();
    let page = bag.text("data/index.html");
    assert!(numbers.iter().all(|id| page.contains(id)), "the page has all numbers");
}

#[test]
fn sites_have_their_names_and_all_evidence_is_named() {
    let (place, mut workspace, audit) = sample();
    let pack = place.path("p.zip");
    build(&mut workspace, &audit, &pack).unwrap();
    let bag = Bag::of(&pack);
    let named = |cell: &String| cell.is_empty() || cell.split("; ").all(|place| place.ends_with(')'));
    for (list, column) in [("documents", 13), ("records", 10), ("mappings", 9)] {
        let rows = rows(&bag, list);
        assert!(rows.iter().all(|row| named(&row[column])), "{list}: {rows:?}");
    }
    for row in rows(&bag, "coverage") {
        assert!(!row[5].contains(" more"), "{row:?}");
        let missing = row[5].split("; ").filter_map(|why| why.strip_prefix("missing at "));
        assert!(missing.into_iter().all(|places| places.ends_with(')')), "{row:?}");
    }
    let page = bag.text("data/index.html");
    assert!(page.contains("(OSL)") && !page.contains("missing at OSL"), "the page says the names as well");
}

/// An organisation with a record of that title at two clauses, and its pack for an audit of these editions.
fn of_record(title: &str, editions: &[&str], clauses: &[&str]) -> (Organisation, std::path::PathBuf) {
    let mut at = Organisation::holding(editions);
    at.workspace.vault().put_bytes(title.as_bytes()).unwrap();
    let item = ItemId::Record(at.record(title));
    for clause in clauses {
        at.map(item, clause);
    }
    let new = NewAudit {
        code: "AU-1".into(),
        title: "Both".into(),
        kind: AuditKind::Internal,
        editions: editions.iter().map(|edition| edition.parse().unwrap()).collect(),
        scope: Vec::new(),
        period_from: None,
        period_to: None,
    };
    at.does(|tx| audits::plan(tx, new));
    let (audit, pack) = (audits::by_code(at.db(), "AU-1").unwrap(), at.place.path("p.zip"));
    super::build_on(&mut at.workspace, &audit, &pack, today());
    (at, pack)
}

#[test]
fn where_two_editions_of_a_standard_are_in_a_pack_every_clause_has_its_year() {
    let (_at, pack) = of_record("Policy", &["27001:2013", "27001:2022"], &["27001:2013/5.2", "27001:2022/5.2"]);
    let bag = Bag::of(&pack);
    assert_eq!(rows(&bag, "records")[0][11], "27001:2013 5.2; 27001:2022 5.2");
    let page = bag.text("data/index.html");
    assert!(page.contains("27001:2013 5.2<") && page.contains("27001:2022 5.2<"), "on the page too");
    let (_at, pack) = of_record("Policy", &["9001:2015", "27001:2022"], &["9001/5.2", "27001:2022/5.2"]);
    assert_eq!(rows(&Bag::of(&pack), "records")[0][11], "9001 5.2; 27001 5.2", "one edition needs none");
}

#[test]
fn lists_name_every_file_as_it_is_called() {
    for title in ["Plan; =1+1", "Plan;=HYPERLINK(x)", "Plan ;\" @x", "A; -b; +c"] {
        let (_at, pack) = of_record(title, &["9001:2015"], &["9001/5.2"]);
        let bag = Bag::of(&pack);
        let named = &rows(&bag, "files")[0][1];
        assert!(bag.files.contains_key(named), "{title}: {named}");
    }
}

#[test]
fn how_many_gaps_have_no_evidence_is_what_the_lists_say() {
    let (place, mut workspace, audit) = sample();
    let pack = place.path("p.zip");
    build(&mut workspace, &audit, &pack).unwrap();
    let bag = Bag::of(&pack);
    let coverage = rows(&bag, "coverage");
    let page = bag.text("data/index.html");
    for edition in coverage.iter().map(|row| row[0].as_str()).collect::<BTreeSet<_>>() {
        let of_it: Vec<_> = coverage.iter().filter(|row| row[0] == edition).collect();
        let heading = |clause: &str| of_it.iter().any(|row| row[1].starts_with(&format!("{clause}.")));
        let nothing =
            of_it.iter().filter(|row| row[4] == "gap" && !heading(&row[1]) && row[6].contains("nothing_filed"));
        let said = format!("({} without any evidence in this pack)", nothing.count());
        assert!(page.contains(&said) || !of_it.iter().any(|row| row[4] == "gap"), "{edition}: {said}");
    }
}
