//! The register of documents: filters, orders and pages.

use clausebook::day::Due;
use clausebook::documents::{self, DocumentKind, DocumentState, Filter, NewDocument, RevisionState, Sort};
use clausebook::error::Code;
use clausebook::items::ItemId;

use crate::support::day;
use crate::support::organisation::{Organisation, owned, today};

/// PR-1 in force and mapped, PR-2 a draft, PR-3 withdrawn, PO-1 listed and overdue by one reading of its date.
fn four() -> Organisation {
    let mut at = Organisation::new();
    let first = at.document("PR-1");
    at.map(ItemId::Document(first), "9001/7.5");
    at.draft("PR-2");
    at.document("PR-3");
    at.does(|tx| documents::withdraw(tx, "PR-3", "replaced", today()));
    at.does(|tx| {
        let mut policy = NewDocument::new("PO-1", "Äpfel policy", DocumentKind::Policy);
        policy.owner = "Manager".into();
        let id = documents::register(tx, policy)?;
        let due = Due::Ambiguous { day_first: day(2026, 1, 4), month_first: day(2026, 4, 1) };
        documents::set_next_review(tx, id, Some(due))
    });
    at
}

fn listed(at: &Organisation, filter: Filter, sort: Sort) -> Vec<String> {
    let page = documents::list(at.db(), &filter, sort, None, 100).unwrap();
    assert_eq!(page.next, None, "everything is on one page");
    page.rows.into_iter().map(|document| document.code).collect()
}

#[test]
fn each_filter_lets_through_what_it_names_and_is_counted_alike() {
    let at = four();
    let all = Filter::default;
    for (filter, codes) in [
        (all(), &["PO-1", "PR-1", "PR-2", "PR-3"][..]),
        (Filter { kind: Some(DocumentKind::Policy), ..all() }, &["PO-1"]),
        (Filter { state: Some(DocumentState::Draft), ..all() }, &["PR-2"]),
        (Filter { text: Some("title of pr".into()), ..all() }, &["PR-1", "PR-2", "PR-3"]),
        (Filter { text: Some("ÄPFEL".into()), ..all() }, &["PO-1"]),
        (Filter { text: Some(" ".into()), ..all() }, &["PO-1", "PR-1", "PR-2", "PR-3"]),
        (Filter { owner: Some("Manager".into()), ..all() }, &["PO-1"]),
        (Filter { overdue_on: Some(day(2026, 1, 4)), ..all() }, &[]),
        (Filter { overdue_on: Some(day(2026, 1, 5)), ..all() }, &["PO-1"]),
        (Filter { overdue_on: Some(day(2027, 1, 16)), ..all() }, &["PO-1", "PR-1"]),
        (Filter { unmapped: true, ..all() }, &["PO-1", "PR-2"]),
    ] {
        assert_eq!(listed(&at, filter.clone(), Sort::Code), codes, "{filter:?}");
        assert_eq!(documents::count(at.db(), &filter).unwrap(), codes.len(), "{filter:?}");
        assert_eq!(documents::ids(at.db(), &filter, Sort::Code, false).unwrap().len(), codes.len(), "{filter:?}");
    }
    assert!(!documents::none(at.db()).unwrap());
    assert!(documents::none(Organisation::new().db()).unwrap());
}

#[test]
fn what_is_not_in_an_order_stands_last_where_all_are_shown() {
    let at = four();
    assert_eq!(listed(&at, Filter::default(), Sort::Title), ["PR-1", "PR-2", "PR-3", "PO-1"]);
    assert_eq!(listed(&at, Filter::default(), Sort::Owner).last().map(String::as_str), Some("PO-1"));
    assert_eq!(
        listed(&at, Filter::default(), Sort::NextReview),
        ["PO-1", "PR-1"],
        "those without a date are not in it"
    );
    let codes = |descending: bool| -> Vec<String> {
        let ids = documents::ids(at.db(), &Filter::default(), Sort::NextReview, descending).unwrap();
        ids.into_iter().map(|id| documents::by_id(at.db(), clausebook::ids::DocumentId(id)).unwrap().code).collect()
    };
    assert_eq!(codes(false), ["PO-1", "PR-1", "PR-2", "PR-3"]);
    assert_eq!(codes(true), ["PR-1", "PO-1", "PR-2", "PR-3"]);
}

#[test]
fn pages_together_are_the_whole_list_in_every_order() {
    let at = four();
    for sort in [Sort::Code, Sort::Title, Sort::NextReview, Sort::Owner] {
        let whole = listed(&at, Filter::default(), sort);
        for limit in 1..=3 {
            let (mut codes, mut after) = (Vec::new(), None);
            loop {
                let page = documents::list(at.db(), &Filter::default(), sort, after.as_deref(), limit).unwrap();
                assert!(page.rows.len() <= limit);
                codes.extend(page.rows.into_iter().map(|document| document.code));
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(codes, whole, "{sort:?} by {limit}");
        }
    }
}

#[test]
fn a_place_that_no_page_gave_is_refused() {
    let at = four();
    for after in [&[][..], &["a"], &["a", "b", "c"], &["soon", "PR-1"]] {
        let refusal = documents::list(at.db(), &Filter::default(), Sort::NextReview, Some(&owned(after)), 10);
        assert_eq!(refusal.unwrap_err().code(), Code::InvalidValue, "{after:?}");
    }
}

#[test]
fn a_state_is_one_of_those_there_are() {
    assert_eq!(DocumentState::parse("lost").unwrap_err().reason().name, "document_state_unknown");
    assert_eq!(RevisionState::parse("lost").unwrap_err().reason().name, "revision_state_unknown");
}
