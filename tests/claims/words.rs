//! What words mean in a scope, filled with its own names (R49, R156–R159, R161).

use clausebook::claims::{self, ScopeWord, Sense, Word};
use clausebook::parties::{self, NewParty, PartyKind};
use clausebook::requirements::{self, NewRequirement, RequirementKind};
use clausebook::systems::{self, RunBy, ScopeKind, ScopeStatement};

use super::situations::party;
use crate::support::organisation::{Organisation, owned, today};

fn word(at: &Organisation, system: &str, word: Word) -> (Sense, Vec<String>) {
    let all = claims::words(at.db(), system, today()).unwrap();
    assert_eq!(all.iter().map(|one| one.word).collect::<Vec<_>>(), Word::ALL, "each word once");
    let ScopeWord { sense, names, .. } = all.into_iter().find(|one| one.word == word).unwrap();
    (sense, names)
}

/// A part of a company with a service, a process that others run, and parties of every kind.
fn department() -> Organisation {
    let mut at = Organisation::new();
    let outside = party(&mut at, "Northern Hosting", Some(PartyKind::External));
    at.does(|tx| {
        systems::name_organisation(tx, "Harbour Group")?;
        let statement = ScopeStatement {
            whole_organisation: Some(false),
            provider: "Service department".into(),
            ..ScopeStatement::default()
        };
        systems::state_scope(tx, "SMS", statement)?;
        systems::add_scope_item(tx, "HELP", ScopeKind::Service, "Service desk", &[])?;
        systems::add_scope_item(tx, "SHOP", ScopeKind::Service, "Shop", &[])?;
        systems::add_scope_item(tx, "INC", ScopeKind::Process, "Incidents", &[])?;
        systems::set_run_by(tx, "INC", RunBy::Others, &[outside], "as in the contract")?;
        let (kind, lead) = (Some(PartyKind::External), Some("Northern Hosting"));
        parties::add(tx, NewParty { name: "Cable Works", kind, lead, ..NewParty::default() })?;
        let kind = Some(PartyKind::Internal);
        parties::add(tx, NewParty { name: "Group IT", kind, within_larger_organisation: true, lead: None })?;
        let kind = RequirementKind::Service;
        let new = NewRequirement { kind, text: "Answers", agreed: "customer", service: None, implied: false };
        requirements::add(tx, new)
    });
    at.set_scope("SMS", &["HELP", "INC"]);
    at
}

#[test]
fn r49_r159_organisation_service_and_top_management_are_those_of_the_part() {
    let at = department();
    assert_eq!(word(&at, "SMS", Word::Organisation), (Sense::PartInScope, owned(&["Service department"])));
    assert_eq!(word(&at, "SMS", Word::TopManagement), (Sense::DirectsThePart, owned(&["Service department"])));
    assert_eq!(word(&at, "SMS", Word::Service), (Sense::ServicesInScope, owned(&["Service desk"])), "not the shop");
    assert_eq!(word(&at, "QMS", Word::Organisation), (Sense::WholeOrganisation, owned(&["Harbour Group"])));
    assert_eq!(word(&at, "QMS", Word::TopManagement).0, Sense::DirectsTheOrganisation);
    assert_eq!(word(&at, "ISMS", Word::Service), (Sense::NoOwnMeaning, vec![]));
}

#[test]
fn r156_r158_suppliers_are_read_as_each_standard_reads_them() {
    let at = department();
    let external = (Sense::OutsideLargerOrganisation, owned(&["Northern Hosting"]));
    assert_eq!(word(&at, "SMS", Word::External), external, "the lead, and not who works for it");
    assert_eq!(word(&at, "SMS", Word::Supplier).0, Sense::ThreeKinds);
    assert_eq!(word(&at, "SMS", Word::InternalSupplier), (Sense::WithinLargerOrganisation, owned(&["Group IT"])));
    assert_eq!(word(&at, "QMS", Word::InternalSupplier), (Sense::AsAnOption, owned(&["Group IT"])));
    assert_eq!(word(&at, "QMS", Word::External).0, Sense::OutsideSistersOpen);
    assert_eq!(word(&at, "ISMS", Word::Supplier).0, Sense::OneNotion);
}

#[test]
fn r157_r161_what_is_outsourced_stays_inside_and_what_is_required_is_written() {
    let at = department();
    assert_eq!(word(&at, "SMS", Word::Outsourced), (Sense::StaysInside, owned(&["Incidents"])));
    assert_eq!(word(&at, "SMS", Word::ServiceRequirement), (Sense::WrittenAndAgreed, owned(&["Answers"])));
}

#[test]
fn every_word_and_sense_has_words_in_two_languages() {
    let words = include_str!("../../ui/src/i18n/wording.csv");
    for key in Word::ALL.iter().map(|word| format!("scope.word.{}", <&str>::from(*word))) {
        assert!(words.contains(&format!("\n{key},")), "{key}");
    }
    for key in Sense::ALL.iter().map(|sense| format!("scope.sense.{}", <&str>::from(*sense))) {
        assert!(words.contains(&format!("\n{key},")), "{key}");
    }
}
