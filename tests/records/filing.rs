//! Filing records: what each needs, what its dates may say, and how it is found.

use clausebook::day::Day;
use clausebook::error::Code;
use clausebook::ids::RecordId;
use clausebook::records::{self, NewRecord, Particulars};
use clausebook::systems::{self, ScopeKind};

use super::counts;
use crate::support::day;
use crate::support::organisation::{Organisation, owned, paper, record, today};

fn with(particulars: Particulars) -> NewRecord {
    NewRecord { particulars, ..record("Report") }
}

#[test]
fn a_record_is_filed_under_the_next_number_of_the_year() {
    let mut at = Organisation::new();
    let id = at.record(" Audit report ");
    assert_eq!(at.wrote(), ["record.filed"]);
    let found = records::by_id(at.db(), id).unwrap();
    assert_eq!(
        (found.code.clone(), found.title.as_str(), found.filed),
        ("REC-2026-001".to_owned(), "Audit report", today())
    );
    for name in ["REC-2026-001".to_owned(), "rec-2026-001".to_owned(), id.to_string()] {
        assert_eq!(records::find(at.db(), &name).unwrap().id, id, "{name}");
    }
    for name in ["REC-2026-002".to_owned(), RecordId::new().to_string(), String::new()] {
        assert_eq!(records::find(at.db(), &name).unwrap_err().code(), Code::NotFound, "{name}");
    }
    at.rebuilds_the_same();
}

#[test]
fn a_record_has_a_title_and_a_file() {
    let mut at = Organisation::new();
    let without_file = NewRecord { files: Vec::new(), ..record("Report") };
    assert_eq!(at.refuses(|tx| records::file(tx, record(" "))), "record_incomplete");
    assert_eq!(at.refuses(|tx| records::file(tx, without_file)), "record_incomplete");
}

#[test]
fn dates_that_contradict_each_other_are_refused() {
    let mut at = Organisation::new();
    let (first, second) = (Some(day(2026, 1, 1)), Some(day(2026, 1, 2)));
    let report = || Particulars::new("Report".into());
    let period = Particulars { period_from: second, period_to: first, ..report() };
    assert_eq!(at.refuses(|tx| records::file(tx, with(period))), "record_period_reversed");
    let validity = Particulars { collected: second, valid_until: first, ..report() };
    assert_eq!(at.refuses(|tx| records::file(tx, with(validity))), "record_validity_reversed");
    let one_day =
        Particulars { period_from: first, period_to: first, collected: second, valid_until: second, ..report() };
    let id = at.does(|tx| records::file(tx, with(one_day.clone())));
    assert_eq!(records::by_id(at.db(), id).unwrap().particulars, one_day, "all four dates are kept");
    let both = second.zip(second);
    assert_eq!(counts(&at, id), both, "it counts on the day it was collected");
}

#[test]
fn a_record_without_an_end_is_told_from_no_record() {
    let mut at = Organisation::new();
    let id = at.record("Report");
    assert_eq!(counts(&at, id), Some((today(), Day::MAX)), "from its filing, without an end");
    assert_eq!(counts(&at, RecordId::new()), None);
}

#[test]
fn r23_evidence_belongs_to_unit_site_service_product_and_asset() {
    let mut at = Organisation::new();
    for kind in [ScopeKind::Unit, ScopeKind::Site, ScopeKind::Service, ScopeKind::Product, ScopeKind::Asset] {
        at.does(|tx| systems::add_scope_item(tx, &kind.name().to_uppercase(), kind, kind.name(), &[]));
    }
    let codes = ["ASSET", "PRODUCT", "SERVICE", "SITE", "UNIT"];
    let id = at.does(|tx| {
        let scope = systems::scope_codes(tx.db(), &owned(&codes))?;
        records::file(tx, NewRecord { scope, ..record("Report") })
    });
    let mut scope = systems::scope_item_codes(at.db(), &records::scope_of(at.db(), id).unwrap()).unwrap();
    scope.sort();
    assert_eq!(scope, codes);
    at.rebuilds_the_same();
}

#[test]
fn files_stand_in_the_order_of_filing_and_lead_back_to_their_records() {
    let mut at = Organisation::new();
    let files = vec![paper("report"), paper("annex")];
    let id = at.does(|tx| records::file(tx, NewRecord { files: files.clone(), ..record("Report") }));
    assert_eq!(records::files(at.db(), id).unwrap(), files);
    let again = at.does(|tx| records::file(tx, NewRecord { files: vec![paper("annex")], ..record("Annex alone") }));
    let owners: Vec<String> =
        records::file_owners(at.db(), &paper("annex").digest).unwrap().into_iter().map(|owner| owner.0).collect();
    let code = |id| records::by_id(at.db(), id).unwrap().code;
    assert_eq!(owners, [code(id), code(again)], "the earlier record first");
}

#[test]
fn a_filing_that_is_undone_leaves_no_record() {
    let mut at = Organisation::new();
    let id = at.record("Report");
    at.wrote();
    at.does(|tx| records::undo_filing(tx, id));
    assert_eq!(at.wrote(), ["record.taken_back"]);
    assert_eq!(records::by_id(at.db(), id).unwrap_err().code(), Code::NotFound);
    assert!(records::files(at.db(), id).unwrap().is_empty());
    assert_eq!(at.refuses(|tx| records::undo_filing(tx, id)), "record_not_found");
    assert!(records::none(at.db()).unwrap());
    at.rebuilds_the_same();
}
