//! What may be claimed of a system: every rule fires in one situation and is silent in another.

mod controls;
mod moved;
mod situations;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use clausebook::applicability::{self, Change};
use clausebook::claims::{self, Claim, Effect, Finding, Verdict, rules};
use clausebook::day::Day;
use clausebook::systems::{self, RunBy, ScopeKind, ScopeStatement};

use crate::support::day;
use crate::support::organisation::Organisation;
use situations::{Shown, situations};

/// The day on which claims are checked: some days after most of what happens here.
fn checked() -> Day {
    day(2026, 2, 1)
}

fn claim(at: &Organisation, system: &str) -> Claim {
    claims::check(at.db(), system, checked()).unwrap()
}

/// What a rule says of a system, where it fires.
fn finding(at: &Organisation, system: &str, rule: &str) -> Option<Finding> {
    let Claim { may, against, ask, heed, .. } = claim(at, system);
    may.into_iter().chain(against).chain(ask).chain(heed).find(|finding| finding.rule == rule)
}

#[test]
fn every_rule_fires_in_one_situation_and_is_silent_in_another() {
    let known: BTreeSet<&str> = rules().iter().map(|rule| rule.id.as_str()).collect();
    let shown: BTreeSet<&str> = situations().iter().map(|one| one.rule).collect();
    assert_eq!(shown, known, "left: rules with a situation; right: rules that there are");
    assert_eq!(known.len(), 56);
    for one in situations() {
        let rule = rules().iter().find(|rule| rule.id == one.rule).unwrap();
        let mut silent = Organisation::new();
        (one.silent)(&mut silent);
        assert_eq!(finding(&silent, one.system, one.rule), None, "{} {} is silent", one.rule, rule.name);
        silent.rebuilds_the_same();
        let mut fires = Organisation::new();
        (one.fires)(&mut fires);
        let found = finding(&fires, one.system, one.rule);
        let found = found.unwrap_or_else(|| panic!("{} {} does not fire", one.rule, rule.name));
        assert_eq!(found.effect, rule.effect, "{}", one.rule);
        assert_eq!(found.says, rule.says);
        if let Shown::Names(names) = one.about {
            let about: Vec<&str> = found.about.iter().map(|about| about.name.as_str()).collect();
            assert_eq!(about, names, "{}", one.rule);
        }
    }
}

#[test]
fn every_rule_stands_in_a_row_with_words_in_two_languages() {
    let words = include_str!("../../ui/src/i18n/wording.csv");
    let mut table = csv::Reader::from_reader(words.as_bytes());
    let words: BTreeMap<String, (String, String)> =
        table.deserialize::<(String, String, String)>().map(Result::unwrap).map(|(k, en, de)| (k, (en, de))).collect();
    for (n, rule) in rules().iter().enumerate() {
        assert_eq!(rule.id, format!("CL-{:02}", n + 1), "in order, each once");
        let (english, german) = &words[&format!("claim.{}", rule.id)];
        assert_eq!(*english, rule.says, "{} says the same everywhere", rule.id);
        assert!(!german.is_empty() && german != english, "{}", rule.id);
        assert!(!rule.name.is_empty() && !rule.basis.is_empty());
        for clause in rule.clauses.split(';') {
            let held = ["9001:2015", "20000-1:2018", "27001:2013"].map(|edition| edition.parse().unwrap());
            clausebook::standards::catalogue().reference(clause, &held).unwrap();
        }
    }
    assert!(Effect::ALL.iter().all(|effect| words.contains_key(&format!("claim.effect.{effect}"))));
}

#[test]
fn r48_others_running_every_service_component_or_process_block_a_claim() {
    for kind in [ScopeKind::Service, ScopeKind::Component, ScopeKind::Process] {
        let mut at = Organisation::new();
        let party = situations::party(&mut at, "Hosting", None);
        for code in ["ONE", "TWO"] {
            at.does(|tx| systems::add_scope_item(tx, code, kind, code, &[]));
        }
        at.set_scope("SMS", &["ONE", "TWO"]);
        let runs = |at: &mut Organisation, code: &str, by| {
            let parties = if by == RunBy::Own { vec![] } else { vec![party] };
            at.does(|tx| systems::set_run_by(tx, code, by, &parties, "as in the contract"));
        };
        runs(&mut at, "ONE", RunBy::Others);
        assert_ne!(claim(&at, "SMS").verdict, Verdict::Blocked, "{kind}: one is left");
        runs(&mut at, "TWO", RunBy::Others);
        assert_eq!(claim(&at, "SMS").verdict, Verdict::Blocked, "{kind}");
        assert_ne!(claim(&at, "QMS").verdict, Verdict::Blocked, "{kind}: of 20000-1 alone");
        runs(&mut at, "TWO", RunBy::Shared);
        assert_ne!(claim(&at, "SMS").verdict, Verdict::Blocked, "{kind}: run together");
        at.set_scope("SMS", &["ONE"]);
        assert_eq!(claim(&at, "SMS").verdict, Verdict::Blocked, "{kind}: what is outside of the scope does not help");
    }
}

#[test]
fn r61_a_quality_certificate_with_services_is_no_proof_for_20000_1() {
    let mut at = Organisation::new();
    situations::certificate(&mut at, "QMS", "Q-1", &[], "IT services", "");
    for system in ["QMS", "SMS"] {
        let found = finding(&at, system, "CL-30").unwrap();
        assert_eq!((found.effect, found.about[0].name.as_str()), (Effect::Refuse, "Q-1"), "{system}");
    }
    for system in ["QMS", "SMS"] {
        let claim = claim(&at, system);
        assert!(claim.heed.iter().any(|one| one.rule == "CL-30"), "{system}: to be heeded");
        assert!(
            claim.against.is_empty(),
            "{system}: a certificate held is nothing against a claim: {:?}",
            claim.against
        );
    }
    assert_eq!(finding(&at, "ISMS", "CL-30"), None);
}

#[test]
fn r48_a_system_with_nothing_in_it_is_not_cleared_and_who_runs_each_service_is_missing() {
    let mut at = Organisation::new();
    let nothing = claim(&at, "SMS");
    assert_eq!(nothing.verdict, Verdict::Open);
    assert!(nothing.lacks.gaps > 40 && !nothing.lacks.statement.is_empty(), "{:?}", nothing.lacks);
    for code in ["ONE", "TWO"] {
        at.does(|tx| systems::add_scope_item(tx, code, ScopeKind::Service, code, &[]));
    }
    at.set_scope("SMS", &["ONE", "TWO"]);
    at.does(|tx| systems::set_run_by(tx, "ONE", RunBy::Own, &[], "as in the contract"));
    assert_eq!(claim(&at, "SMS").lacks.runners, ["TWO"]);
    assert_eq!(claim(&at, "QMS").lacks.runners, [""; 0], "20000-1 alone asks");
}

#[test]
fn r40_a_scope_statement_that_says_otherwise_than_what_was_decided_is_missing() {
    let mut at = Organisation::new();
    let stated = ScopeStatement { not_applicable: vec!["none".into()], ..ScopeStatement::default() };
    at.does(|tx| systems::state_scope(tx, "QMS", stated));
    assert_eq!(claim(&at, "QMS").lacks.otherwise_stated, [""; 0]);
    let reason = Some("nothing is developed".into());
    let left_out = Change { applies: Some(false), reason, condition_met: Some(true), ..Change::default() };
    at.does(|tx| applicability::decide(tx, "9001", &["8.3".to_owned()], &left_out));
    assert_eq!(claim(&at, "QMS").lacks.otherwise_stated, ["8.3"]);
}

#[test]
fn the_newest_edition_held_is_meant_by_the_name_of_a_standard() {
    let at = Organisation::holding(&["27001:2013", "27001:2022"]);
    assert_eq!(claim(&at, "27001").edition, "27001:2022", "as everywhere else");
    assert_eq!(claim(&at, "27001:2013").edition, "27001:2013");
}

#[test]
fn a_claim_of_a_system_that_is_not_held_is_not_found() {
    let at = Organisation::new();
    assert_eq!(claims::check(at.db(), "EMS", checked()).unwrap_err().reason().name, "system_not_found");
    assert_eq!(claim(&at, "20000-1").system, "SMS", "by its standard, too");
}
