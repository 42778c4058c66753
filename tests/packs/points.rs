//! Open points, sites and evidence in a pack: each once, at the clause that is mapped, with where it comes from and its name.

use std::collections::BTreeSet;

use clausebook::mapping;

use super::forged::bag::Bag;
use super::{build, sample};

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
