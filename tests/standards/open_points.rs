//! What stays open after a match, pair by pair, against a naive reading of the table.

use std::collections::BTreeSet;

use clausebook::standards::{ClauseRef, EditionId, Fired, OpenPoint, PointKind, catalogue, data, data_version};

use super::at;

fn fired(from: &str, to: &str) -> Vec<&'static str> {
    catalogue().fires(&at(from), &at(to)).iter().map(|f| f.point.id.as_str()).collect()
}

fn clauses() -> Vec<ClauseRef> {
    let all = catalogue().editions().iter().flat_map(|e| catalogue().clauses(&e.id));
    all.map(|c| c.reference.clone()).collect()
}

/// Clauses that the tables compare only part by part.
fn heading(clause: &ClauseRef) -> bool {
    let number = clause.clause.as_str();
    let headings: &[&str] = match clause.standard.as_str() {
        "20000-1" => &["4", "5", "6", "7", "8", "8.2", "8.3", "8.4", "8.5", "8.6", "8.7", "9", "10"],
        "9001" => &["4", "5", "6", "7", "8", "8.2", "8.5", "9", "10"],
        _ => &["4", "5", "6", "7", "8", "9", "10"],
    };
    let theme = clause.edition == "2022" && clause.in_annex() && clause.clause.matches('.').count() == 1;
    headings.contains(&number) || theme
}

/// The clause in the editions of the table, by the map between the editions of 27001.
fn known(clause: &ClauseRef) -> Vec<ClauseRef> {
    if clause.edition != "2022" {
        return vec![clause.clone()];
    }
    let text = data::EMBEDDED.iter().find(|(n, _)| *n == "edition-map-27001").expect("the map").1;
    let moves: Vec<(String, Vec<String>)> = csv::Reader::from_reader(text.as_bytes())
        .records()
        .map(|r| r.expect("a row"))
        .filter(|r| !r[2].is_empty())
        .map(|r| (r[2].to_owned(), r[3].split(';').map(str::to_owned).collect()))
        .collect();
    let of = |number: &str| -> BTreeSet<String> {
        moves.iter().filter(|(_, to)| to.iter().any(|t| t == number)).map(|(from, _)| from.clone()).collect()
    };
    let mut found = of(&clause.clause);
    if found.is_empty() && !heading(clause) {
        found = catalogue().descendants(clause).flat_map(|c| of(&c.reference.clause)).collect();
    }
    found.into_iter().map(|c| EditionId::new("27001", "2013").at(c)).collect()
}

/// For each clause, which rows reach it through one of their lists.
fn reached(clauses: &[ClauseRef], list: fn(&OpenPoint) -> &[ClauseRef]) -> Vec<Vec<bool>> {
    let one = |clause: &ClauseRef| -> Vec<bool> {
        let (places, alone) = (known(clause), heading(clause));
        let meets = |row: &ClauseRef| {
            places.iter().any(|place| row == place || place.is_below(row) || (row.is_below(place) && !alone))
        };
        catalogue().open_points().iter().map(|p| list(p).iter().any(meets)).collect()
    };
    clauses.iter().map(one).collect()
}

#[test]
fn every_row_is_read_and_names_clauses_that_exist() {
    let points = catalogue().open_points();
    // From OP-901 on they are our own reading of what the guidance says of a clause and its parts.
    let own = points.iter().filter(|point| point.id.as_str() > "OP-900").count();
    assert_eq!((points.len(), own), (380, 4));
    for (at, point) in points.iter().enumerate() {
        let number = if at < 376 { at + 1 } else { at - 376 + 901 };
        assert_eq!(point.id, format!("OP-{number:03}"), "numbers are in order and without a gap");
        assert!(point.from.iter().chain(&point.to).all(|c| catalogue().clause(c).is_some()), "{}", point.id);
        assert!(!point.from.is_empty() && !point.to.is_empty() && !point.basis.is_empty(), "{}", point.id);
        assert!(point.what.split_whitespace().count() <= 20 && point.what.ends_with('.'), "{}", point.what);
        assert_ne!(point.from[0].standard, point.to[0].standard, "{}", point.id);
        let indirect = ![&point.from[0], &point.to[0]].iter().any(|c| c.standard == "20000-1");
        assert_eq!(point.basis.ends_with("through 20000-1"), indirect, "{}", point.id);
        assert_eq!(catalogue().open_point(&point.id), Some(point));
    }
    assert!(catalogue().open_point("OP-377").is_none());
}

#[test]
fn what_fires_for_any_pair_is_what_a_naive_reading_of_the_table_says() {
    let points = catalogue().open_points();
    let clauses = clauses();
    let (mut checked, mut any) = (0, 0);
    let (sources, wanted) = (reached(&clauses, |p| &p.from), reached(&clauses, |p| &p.to));
    for (i, from) in clauses.iter().enumerate() {
        for (j, to) in clauses.iter().enumerate().filter(|(_, to)| to.standard != from.standard) {
            let naive: Vec<&str> =
                (0..points.len()).filter(|p| sources[i][*p] && wanted[j][*p]).map(|p| points[p].id.as_str()).collect();
            let found = catalogue().fires(from, to);
            let fired: Vec<&str> = found.iter().map(|f| f.point.id.as_str()).collect();
            assert_eq!(fired, naive, "{from} accepted for {to}");
            checked += 1;
            any += usize::from(!fired.is_empty());
            assert!(found.iter().all(|f| f.point.to.contains(f.at)), "{from} to {to}: a place of its own list");
        }
    }
    assert!(checked > 100_000 && any > 2_000, "{checked} pairs, {any} with a point");
}

/// Scope, policy and objectives, and their parts: each system has its own (R141).
#[test]
fn what_is_said_of_another_object_stays_open_at_every_part() {
    let parts = |edition: &EditionId| {
        let of = |number: &str| -> Vec<ClauseRef> {
            let leaves = catalogue().leaves_below(&edition.at(number));
            leaves
                .iter()
                .map(|c| c.reference.clone())
                .filter(|c| catalogue().clause(c).is_some_and(|c| c.spine.is_some()))
                .collect()
        };
        [of("4.3"), of("5.2"), of("6.2")].concat()
    };
    let editions: Vec<EditionId> =
        ["9001:2015", "20000-1:2018", "27001:2013", "27001:2022"].map(|e| e.parse().unwrap()).into();
    let mut checked = 0;
    for from in editions.iter().flat_map(parts) {
        for edition in editions.iter().filter(|edition| edition.standard != from.standard) {
            for answer in catalogue().correlate(&from, Some(edition)) {
                for hit in answer.matches.iter().filter(|hit| parts(edition).contains(&hit.clause)) {
                    let fired = catalogue().fires(&from, &hit.clause);
                    assert!(fired.iter().any(|f| f.point.kind == PointKind::OtherObject), "{from} to {}", hit.clause);
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 30, "{checked}");
}

#[test]
fn an_identical_policy_leaves_the_other_policy_open() {
    assert_eq!(fired("27001/5.2", "9001/5.2.1"), ["OP-027"], "a security policy is no quality policy");
    assert_eq!(
        fired("27001/5.2", "9001/5.2"),
        ["OP-027", "OP-029", "OP-904"],
        "the whole clause opens what its parts open"
    );
    assert_eq!(fired("27001:2022/5.2", "9001/5.2.1"), ["OP-027"], "and through the map of editions");
    assert_eq!(fired("20000-1/6.2.1", "27001/6.2"), ["OP-313", "OP-314"]);
}

#[test]
fn nothing_opens_where_the_source_names_nothing() {
    for (from, to) in [("20000-1/7.2", "27001/7.2"), ("20000-1/7.5.1", "9001/7.5.1"), ("9001/4.1", "27001/4.1")] {
        assert!(fired(from, to).is_empty(), "{from} to {to}");
    }
    assert!(fired("27001:2022/A.5.7", "20000-1/8.7.3").is_empty(), "new in its edition: the map leads nowhere");
    assert!(fired("9001/4.1", "9001/4.1").is_empty(), "within one standard nothing is another object");
}

#[test]
fn a_heading_fires_only_rows_that_name_it() {
    assert_eq!(fired("20000-1/8.5", "9001/8.3"), ["OP-078"], "not what 8.5.2 leaves open");
    assert_eq!(fired("9001/8.5", "20000-1/8.5"), ["OP-208"]);
    assert_eq!(fired("20000-1/8.5", "27001/A.14.2"), ["OP-348", "OP-349"]);
    for main in ["4", "5", "6", "7", "8", "9", "10"] {
        assert!(fired(&format!("20000-1/{main}"), &format!("9001/{main}")).is_empty(), "{main} only groups clauses");
    }
    let headings = |r: &str| catalogue().is_heading(&at(r));
    assert!(headings("20000-1/8.2") && headings("9001/8.5") && headings("27001:2022/A.5"));
    assert!(!headings("20000-1/5.2") && !headings("9001/7.1") && !headings("27001:2013/A.16"));
    assert!(!headings("27001:2022/9.2") && !headings("9001/7.5.1"));
}

#[test]
fn a_point_of_a_group_stands_open_once_and_not_for_each_control() {
    let places: BTreeSet<(String, String)> = (1..=7)
        .flat_map(|n| catalogue().fires(&at("20000-1/8.6.1"), &at(&format!("27001:2013/A.16.1.{n}"))))
        .map(|Fired { point, at }| (point.id.clone(), at.clause.clone()))
        .collect();
    let wanted = ["OP-365", "OP-366", "OP-367"].map(|id| (id.to_owned(), "A.16".to_owned()));
    assert_eq!(places, BTreeSet::from(wanted));
    let later = catalogue().fires(&at("20000-1/8.6.1"), &at("27001:2022/A.5.26"));
    assert!(later.iter().all(|f| f.at.to_string() == "27001:2013/A.16"), "the same place through the map");
    let part = catalogue().fires(&at("20000-1/4.4"), &at("9001/4.4.2"));
    let at_part: Vec<_> = part.iter().map(|f| (f.point.id.as_str(), f.at.clause.as_str())).collect();
    assert_eq!(at_part, [("OP-015", "4.4"), ("OP-019", "4.4.2")], "each where its row puts it");
}

#[test]
fn the_version_of_the_data_is_short_and_stable() {
    let version = data_version();
    assert_eq!(version.len(), 12);
    assert!(version.chars().all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c)), "{version}");
    assert_eq!(version, data_version());
}

#[test]
fn any_byte_of_any_table_changes_the_version() {
    let before = data::version_of(data::EMBEDDED);
    assert_eq!(before, data_version());
    for at in 0..data::EMBEDDED.len() {
        let mut files = data::EMBEDDED.to_vec();
        let changed = format!("{} ", files[at].1);
        files[at].1 = &changed;
        assert_ne!(data::version_of(&files), before, "{}", files[at].0);
    }
}
