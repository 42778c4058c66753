//! Audits: what a plan needs, what is refused, and how an audit is found.

mod corrections;

use clausebook::audits::{self, AuditKind, NewAudit};
use clausebook::systems;

use crate::support::day;
use crate::support::organisation::{Organisation, owned, today};

fn audit(code: &str) -> NewAudit {
    NewAudit {
        code: code.into(),
        title: "Combined audit".into(),
        kind: AuditKind::Surveillance,
        editions: vec!["9001:2015".parse().unwrap(), "27001:2013".parse().unwrap()],
        scope: Vec::new(),
        period_from: Some(day(2026, 1, 1)),
        period_to: Some(day(2026, 12, 31)),
    }
}

#[test]
fn an_audit_is_planned_for_several_standards_some_places_and_a_period() {
    let mut at = Organisation::new();
    at.sites(&["A", "B"]);
    at.wrote();
    let scope = systems::scope_codes(at.db(), &owned(&["B"])).unwrap();
    let id = at.does(|tx| audits::plan(tx, NewAudit { scope, ..audit(" AUD-1 ") }));
    assert_eq!(at.wrote(), ["audit.planned"]);
    let found = audits::by_code(at.db(), "aud-1").unwrap();
    assert_eq!((found.id, found.code.as_str(), found.kind), (id, "AUD-1", AuditKind::Surveillance));
    assert_eq!((found.editions, found.scope, found.planned), (audit("").editions, owned(&["B"]), today()));
    assert_eq!((found.period_from, found.period_to), (Some(day(2026, 1, 1)), Some(day(2026, 12, 31))));
    at.rebuilds_the_same();
}

#[test]
fn an_audit_has_a_code_a_title_and_a_standard() {
    let mut at = Organisation::new();
    let without = [
        audit(" "),
        NewAudit { title: " ".into(), ..audit("AUD-1") },
        NewAudit { editions: Vec::new(), ..audit("AUD-1") },
    ];
    for new in without {
        assert_eq!(at.refuses(|tx| audits::plan(tx, new.clone())), "audit_incomplete", "{new:?}");
    }
}

#[test]
fn a_code_is_one_audits_however_it_is_written() {
    let mut at = Organisation::new();
    at.does(|tx| audits::plan(tx, audit("AUD-1")));
    for code in ["AUD-1", "aud-1", " AUD-1 "] {
        assert_eq!(at.refuses(|tx| audits::plan(tx, audit(code))), "audit_code_taken", "“{code}”");
    }
}

#[test]
fn a_standard_that_is_not_held_is_not_audited() {
    let mut at = Organisation::new();
    let editions = vec!["9001:2015".parse().unwrap(), "27001:2022".parse().unwrap()];
    assert_eq!(at.refuses(|tx| audits::plan(tx, NewAudit { editions, ..audit("AUD-1") })), "audit_edition_not_held");
}

#[test]
fn a_period_does_not_end_before_it_begins() {
    let mut at = Organisation::new();
    let (first, second) = (Some(day(2026, 1, 1)), Some(day(2026, 1, 2)));
    let turned = NewAudit { period_from: second, period_to: first, ..audit("AUD-1") };
    assert_eq!(at.refuses(|tx| audits::plan(tx, turned)), "audit_period_reversed");
    at.does(|tx| audits::plan(tx, NewAudit { period_from: first, period_to: first, ..audit("AUD-1") }));
    at.does(|tx| audits::plan(tx, NewAudit { period_from: second, period_to: None, ..audit("AUD-2") }));
}

#[test]
fn audits_are_listed_by_code() {
    let mut at = Organisation::new();
    for code in ["B-2", "a-1", "C-3"] {
        at.does(|tx| audits::plan(tx, audit(code)));
    }
    let codes: Vec<String> = audits::list(at.db()).unwrap().into_iter().map(|audit| audit.code).collect();
    assert_eq!(codes, ["a-1", "B-2", "C-3"]);
    assert_eq!(audits::by_code(at.db(), "D-4").unwrap_err().reason().name, "audit_not_found");
}

#[test]
fn a_kind_of_audit_is_one_of_those_there_are() {
    assert_eq!(AuditKind::parse("surprise").unwrap_err().reason().name, "audit_kind_unknown");
    assert_eq!(AuditKind::parse("Stage 1").unwrap(), AuditKind::Stage1);
}
