//! Rows that an earlier state of the tables had otherwise, and why each is right now: `facts.csv`.

use clausebook::standards::{ClauseRef, Link, Relation, catalogue};

use super::at;

/// How the rows that name both clauses relate them, in either direction.
fn stated(from: &ClauseRef, to: &ClauseRef) -> Vec<String> {
    let pair = |l: &Link, list: &[ClauseRef]| {
        (l.pivot == *from && list.contains(to)) || (l.pivot == *to && list.contains(from))
    };
    let mut found = Vec::new();
    for link in catalogue().links() {
        if let Some(relation) = link.relation.filter(|r| *r != Relation::None)
            && pair(link, &link.refs)
        {
            found.push(if link.is_limited() { "limited".to_owned() } else { relation.as_str().to_owned() });
        }
        if pair(link, &link.also_related) || pair(link, &link.supporting) {
            found.push("support".to_owned());
        }
    }
    found.dedup();
    found
}

#[test]
fn rows_that_were_corrected_stay_corrected() {
    let facts = include_str!("facts.csv");
    let mut count = 0;
    for row in csv::Reader::from_reader(facts.as_bytes()).records() {
        let row = row.expect("a row");
        let (from, to, relation, why) = (at(&row[0]), at(&row[1]), &row[2], &row[3]);
        let expected: Vec<&str> = Some(relation).filter(|r| !r.is_empty()).into_iter().collect();
        assert_eq!(stated(&from, &to), expected, "{from} and {to}: {why}");
        count += 1;
    }
    assert!(count >= 15);
}

#[test]
fn additions_of_a_standard_are_on_the_list_of_additions() {
    let additions: Vec<String> =
        catalogue().specific().iter().filter(|s| s.list == "addition").map(|s| s.reference.short()).collect();
    let wanted = [
        ("9001", "4.4.2 5.1.2 6.3 7.1.2 7.1.3 7.1.4 7.1.5 7.1.6 9.1.2 9.1.3 10.1"),
        ("20000-1", "6.1.2 6.3 7.5.4 7.6 9.4"),
        ("27001", "6.1.2 6.1.3 8.2 8.3"),
    ];
    let mut wanted: Vec<String> =
        wanted.iter().flat_map(|(s, list)| list.split(' ').map(move |c| format!("{s} {c}"))).collect();
    let mut additions = additions;
    wanted.sort();
    additions.sort();
    assert_eq!(additions, wanted);
    let limited: Vec<_> = catalogue().specific().iter().filter(|s| s.list == "limited_group").collect();
    assert_eq!(limited.len(), 1);
    assert_eq!(limited[0].reference, at("9001/8.5.1"), "not silent: it has the limited match of its group");
}

#[test]
fn what_a_row_says_about_additions_is_what_both_tables_say() {
    for (clause, table) in [("6.2.1", "annex-b"), ("6.2.1", "27001")] {
        let row = catalogue().links().iter().find(|l| l.pivot.clause == clause && l.table == table);
        assert!(row.expect("a row").pivot_adds, "{table}: 20000-1 takes the let-out on measures away");
    }
    let clocks = catalogue().clause(&at("27001:2013/A.12.4.4")).expect("a control");
    assert_eq!(clocks.title, "Clock synchronisation", "spelt as the control is");
}
