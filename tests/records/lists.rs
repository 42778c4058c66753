//! The register of records: filters, orders, pages and counts.

use clausebook::error::Code;
use clausebook::ids::RecordId;
use clausebook::items::ItemId;
use clausebook::records::{self, Filter, NewRecord, Particulars, Sort};

use crate::support::day;
use crate::support::organisation::{Organisation, owned, record, today};

/// A review that expires first, minutes without any date, and a test that is mapped and expires last.
fn three() -> Organisation {
    let mut at = Organisation::new();
    let mut file = |title: &str, kind: &str, collected: u64, valid: Option<u64>| {
        let particulars = Particulars {
            kind: kind.into(),
            collected: (collected > 0).then(|| today().minus_days(collected)),
            valid_until: valid.map(|days| today().plus_days(days)),
            ..Particulars::new(title.into())
        };
        at.does(|tx| records::file(tx, NewRecord { particulars, ..record(title) }))
    };
    file("Überprüfung of access", "review", 91, Some(1));
    file("Minutes", "minutes", 0, None);
    let test = file("Continuity test", "test", 366, Some(30));
    at.map(ItemId::Record(test), "20000-1/8.7.2");
    at
}

fn listed(at: &Organisation, filter: Filter, sort: Sort) -> Vec<String> {
    let page = records::list(at.db(), &filter, sort, None, 100).unwrap();
    assert_eq!(page.next, None, "everything is on one page");
    page.rows.into_iter().map(|record| record.kind.clone()).collect()
}

#[test]
fn each_filter_lets_through_what_it_names_and_is_counted_alike() {
    let at = three();
    let all = Filter::default;
    for (filter, kinds) in [
        (all(), &["review", "minutes", "test"][..]),
        (Filter { kind: Some("test".into()), ..all() }, &["test"]),
        (Filter { text: Some("ÜBERPRÜFUNG".into()), ..all() }, &["review"]),
        (Filter { expired_on: Some(today().plus_days(1)), ..all() }, &[]),
        (Filter { expired_on: Some(today().plus_days(2)), ..all() }, &["review"]),
        (Filter { unmapped: true, ..all() }, &["review", "minutes"]),
    ] {
        assert_eq!(listed(&at, filter.clone(), Sort::Filed), kinds, "{filter:?}");
        assert_eq!(records::count(at.db(), &filter).unwrap(), kinds.len(), "{filter:?}");
        let by_kind = records::count_by_kind(at.db(), &filter, None).unwrap();
        assert_eq!(by_kind.iter().map(|(_, count)| count).sum::<usize>(), kinds.len(), "{filter:?}");
    }
}

#[test]
fn what_has_no_end_is_not_in_the_order_of_ends_and_stands_last_where_all_are_shown() {
    let at = three();
    assert_eq!(listed(&at, Filter::default(), Sort::Title), ["test", "minutes", "review"]);
    assert_eq!(listed(&at, Filter::default(), Sort::Kind), ["minutes", "review", "test"]);
    assert_eq!(listed(&at, Filter::default(), Sort::ValidUntil), ["review", "test"]);
    let kinds = |descending: bool| -> Vec<String> {
        let ids = records::ids(at.db(), &Filter::default(), Sort::ValidUntil, descending).unwrap();
        ids.into_iter().map(|id| records::by_id(at.db(), RecordId(id)).unwrap().kind.clone()).collect()
    };
    assert_eq!(kinds(false), ["review", "test", "minutes"]);
    assert_eq!(kinds(true), ["test", "review", "minutes"]);
}

#[test]
fn pages_together_are_the_whole_list_in_every_order() {
    let at = three();
    for sort in [Sort::Filed, Sort::Title, Sort::ValidUntil, Sort::Kind] {
        let whole = listed(&at, Filter::default(), sort);
        for limit in 1..=2 {
            let (mut kinds, mut after) = (Vec::new(), None);
            loop {
                let page = records::list(at.db(), &Filter::default(), sort, after.as_deref(), limit).unwrap();
                assert!(page.rows.len() <= limit);
                kinds.extend(page.rows.into_iter().map(|record| record.kind.clone()));
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(kinds, whole, "{sort:?} by {limit}");
        }
    }
    for after in [&[][..], &["a"], &["soon", "1"]] {
        let refusal = records::list(at.db(), &Filter::default(), Sort::Filed, Some(&owned(after)), 10);
        assert_eq!(refusal.unwrap_err().code(), Code::InvalidValue, "{after:?}: no page gave it");
    }
}

#[test]
fn records_are_counted_by_their_age() {
    let at = three();
    assert_eq!(records::ages(at.db(), today()).unwrap(), [1, 0, 1, 1], "a quarter, a year, earlier, no known day");
    assert_eq!(records::ages(at.db(), day(2026, 1, 16)).unwrap(), [0, 1, 1, 1], "a day later a quarter has passed");
}
