//! Outside parties and suppliers: of which kind, under which lead, and what is on file of them.

use clausebook::parties::{self, Held, NewParty, Party, PartyChange, PartyFact, PartyKind};
use clausebook::systems::{self, RunBy, ScopeKind};
use clausebook::undo::undo;
use clausebook::workspace::Tx;

use crate::support::organisation::Organisation;

fn party(at: &Organisation, name: &str) -> Party {
    parties::by_name(at.db(), name).unwrap()
}

fn adds(at: &mut Organisation, name: &str, kind: Option<PartyKind>, lead: Option<&str>) {
    at.does(|tx| parties::add(tx, NewParty { name, kind, lead, ..NewParty::default() }));
}

fn words(text: &str) -> Option<Held> {
    Some(Held { document: String::new(), words: text.into() })
}

#[test]
fn r102_a_party_is_of_one_of_three_kinds_once_that_is_known() {
    let mut at = Organisation::new();
    adds(&mut at, " Northern Hosting ", None, None);
    adds(&mut at, "Cable Works", Some(PartyKind::External), Some("northern hosting"));
    assert_eq!(party(&at, "NORTHERN hosting").kind, None);
    let change =
        PartyChange { kind: Some(PartyKind::Internal), within_larger_organisation: Some(true), ..Default::default() };
    at.wrote();
    at.does(|tx| parties::correct(tx, "Northern Hosting", change, "it belongs to the group"));
    at.does(|tx| parties::correct(tx, "Northern Hosting", change, "again"));
    assert_eq!(at.wrote(), ["party.corrected"], "the same is no event");
    let corrected = party(&at, "Northern Hosting");
    assert_eq!((corrected.kind, corrected.within_larger_organisation), (Some(PartyKind::Internal), true));
    assert_eq!(party(&at, "Cable Works").lead_name, "Northern Hosting");
    undo(&mut at.workspace).unwrap();
    assert_eq!(party(&at, "Northern Hosting").kind, None);
    assert_eq!(PartyKind::ALL.len(), 3);
    at.rebuilds_the_same();
}

#[test]
fn entering_a_party_is_undone_unless_something_rests_on_it() {
    let mut at = Organisation::new();
    adds(&mut at, "A", None, None);
    undo(&mut at.workspace).unwrap();
    assert!(parties::list(at.db()).unwrap().is_empty());
    adds(&mut at, "A", None, None);
    let id = party(&at, "A").id;
    at.does(|tx| systems::add_scope_item(tx, "INC", ScopeKind::Process, "Incidents", &[]));
    at.workspace.act_as("another@example.org");
    at.does(|tx| systems::set_run_by(tx, "INC", RunBy::Others, &[id], "as in the contract"));
    at.workspace.act_as("third@example.org");
    adds(&mut at, "B", None, None);
    undo(&mut at.workspace).unwrap();
    assert_eq!(parties::list(at.db()).unwrap().len(), 1, "one's own change alone");
    at.rebuilds_the_same();
}

#[test]
fn a_party_has_a_name_of_its_own_and_a_lead_that_does_not_work_for_it() {
    let mut at = Organisation::new();
    adds(&mut at, "A", None, None);
    adds(&mut at, "B", None, Some("A"));
    let mut refused = |name, lead| at.refuses(|tx| parties::add(tx, NewParty { name, lead, ..NewParty::default() }));
    assert_eq!(refused(" ", None), "party_unnamed");
    assert_eq!(refused("a", None), "party_taken");
    assert_eq!(refused("C", Some("Z")), "party_not_found");
    let mut corrects = |lead, reason| {
        let change = PartyChange { lead: Some(lead), ..PartyChange::default() };
        at.refuses(|tx: &mut Tx<'_>| parties::correct(tx, "A", change, reason))
    };
    assert_eq!(corrects("B", "r"), "party_lead_of_itself");
    assert_eq!(corrects("A", "r"), "party_lead_of_itself");
    assert_eq!(corrects("B", " "), "party_corrected_without_reason");
    assert_eq!(PartyKind::parse("friend").unwrap_err().reason().name, "party_kind_unknown");
    assert_eq!(PartyFact::parse("mood").unwrap_err().reason().name, "party_fact_unknown");
}

#[test]
fn what_is_on_file_is_held_by_a_document_or_words_and_is_taken_back() {
    let mut at = Organisation::new();
    adds(&mut at, "A", Some(PartyKind::External), None);
    at.wrote();
    at.does(|tx| parties::note(tx, "A", PartyFact::Serves, words("isms; SMS 20000-1")));
    assert_eq!(party(&at, "A").serves(), ["ISMS", "SMS"], "each system once, by its code");
    at.does(|tx| parties::note(tx, "A", PartyFact::Serves, words("SMS, ISMS")));
    assert_eq!(at.wrote().len(), 1, "the same is no event");
    at.does(|tx| parties::note(tx, "A", PartyFact::ServiceLevelAgreement, words("Contract")));
    assert_eq!(party(&at, "A").held(PartyFact::ServiceLevelAgreement).unwrap().words, "contract");
    undo(&mut at.workspace).unwrap();
    assert_eq!(party(&at, "A").held(PartyFact::ServiceLevelAgreement), None);
    at.does(|tx| parties::note(tx, "A", PartyFact::Risk, words("loss of data")));
    at.does(|tx| parties::note(tx, "A", PartyFact::Risk, None));
    assert_eq!(party(&at, "A").lacks(&[PartyFact::Risk, PartyFact::Serves]), [PartyFact::Risk]);
    let mut refused = |fact, held| at.refuses(|tx: &mut Tx<'_>| parties::note(tx, "A", fact, held));
    assert_eq!(refused(PartyFact::Risk, words(" ")), "party_fact_held_by_nothing");
    assert_eq!(refused(PartyFact::TargetsCompared, words("perhaps")), "party_fact_words_unknown");
    assert_eq!(refused(PartyFact::Serves, words("EMS")), "system_not_found");
    at.rebuilds_the_same();
}
