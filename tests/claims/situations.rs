//! For each rule a situation in which it fires, and one beside it in which it is silent.

use clausebook::certificates::{self, CertificateEvent, Entered, NewCertificate};
use clausebook::ids::{CertificateId, PartyId, RequirementId};
use clausebook::items::ItemId;
use clausebook::parties::{self, Held, NewParty, PartyFact, PartyKind};
use clausebook::people::{self, Role};
use clausebook::records::{self, NewRecord};
use clausebook::requirements::{self, NewRequirement, RequirementEvent, RequirementKind};
use clausebook::systems::{self, RunBy, ScopeKind, ScopeStatement, SystemEvent};

use crate::support::day;
use crate::support::organisation::{Organisation, owned, record};

pub(super) type Happens = fn(&mut Organisation);

/// What a rule is about.
pub(super) enum Shown {
    /// These, by name.
    Names(&'static [&'static str]),
    /// Something.
    Anything,
}

/// One rule in two situations.
pub(super) struct Situation {
    pub(super) rule: &'static str,
    pub(super) system: &'static str,
    pub(super) fires: Happens,
    pub(super) silent: Happens,
    pub(super) about: Shown,
}

pub(super) fn party(at: &mut Organisation, name: &str, kind: Option<PartyKind>) -> PartyId {
    at.does(|tx| parties::add(tx, NewParty { name, kind, ..NewParty::default() }))
}

fn note(at: &mut Organisation, name: &str, fact: PartyFact, words: &str) {
    at.does(|tx| parties::note(tx, name, fact, Some(Held { document: String::new(), words: words.into() })));
}

/// A party of a kind that serves systems.
fn serving(at: &mut Organisation, kind: Option<PartyKind>, systems: &str) {
    party(at, "P", kind);
    note(at, "P", PartyFact::Serves, systems);
}

fn external(at: &mut Organisation, systems: &str) {
    serving(at, Some(PartyKind::External), systems);
}

fn all_of(at: &mut Organisation, facts: &[PartyFact]) {
    facts.iter().for_each(|fact| note(at, "P", *fact, "as filed"));
}

/// Two items of a kind in the scope of the SMS, so many of which others run.
fn run_by_others(at: &mut Organisation, kind: ScopeKind, count: usize) {
    let party = party(at, "P", Some(PartyKind::External));
    for (n, code) in ["ONE", "TWO"].into_iter().enumerate() {
        at.does(|tx| systems::add_scope_item(tx, code, kind, &format!("The {code}"), &[]));
        if n < count {
            at.does(|tx| systems::set_run_by(tx, code, RunBy::Others, &[party], "as in the contract"));
        }
    }
    at.set_scope("SMS", &["ONE", "TWO"]);
}

fn states(at: &mut Organisation, system: &str, statement: ScopeStatement) {
    at.does(|tx| systems::state_scope(tx, system, statement));
}

/// A statement as an earlier program kept it, unchecked.
fn stated_before(at: &mut Organisation, system: &str, line: &str, unaffected: Option<bool>) {
    let id = systems::system(at.db(), system).unwrap().id;
    let statement = ScopeStatement { not_applicable: vec![line.into()], unaffected, ..ScopeStatement::default() };
    at.does(|tx| tx.append(&SystemEvent::ScopeStated { system: id, statement, undoes: None }));
}

fn part(at: &mut Organisation, system: &str, whole: bool) {
    states(at, system, ScopeStatement { whole_organisation: Some(whole), ..ScopeStatement::default() });
}

fn text(at: &mut Organisation, system: &str, text: &str) {
    states(at, system, ScopeStatement { text: text.into(), ..ScopeStatement::default() });
}

fn entered(number: &str, words: &str, statement: &str) -> Entered {
    Entered {
        number: number.into(),
        body: "Certification body".into(),
        words: words.into(),
        scope: Vec::new(),
        issued: day(2026, 1, 1),
        valid_until: day(2028, 12, 31),
        surveillance: Vec::new(),
        statement: statement.into(),
    }
}

pub(super) fn certificate(
    at: &mut Organisation,
    system: &str,
    number: &str,
    scope: &[&str],
    words: &str,
    statement: &str,
) {
    let scope = systems::scope_codes(at.db(), &owned(scope)).unwrap();
    let entered = Entered { scope, ..entered(number, words, statement) };
    at.does(|tx| certificates::issue(tx, NewCertificate { system, entered }));
}

/// Evidence that belongs to a scope item, for a clause.
fn evidence(at: &mut Organisation, item: &str, clause: &str) {
    let scope = systems::scope_codes(at.db(), &owned(&[item])).unwrap();
    let id = at.does(|tx| records::file(tx, NewRecord { scope, ..record("Report") }));
    at.map(ItemId::Record(id), clause);
}

fn services(at: &mut Organisation) {
    for code in ["IN", "OUT"] {
        at.does(|tx| systems::add_scope_item(tx, code, ScopeKind::Service, &format!("Service {code}"), &[]));
    }
    at.set_scope("SMS", &["IN"]);
}

fn requires(at: &mut Organisation, kind: RequirementKind) {
    let new = NewRequirement { kind, text: "keeps logs", agreed: "customer", service: None, implied: false };
    at.does(|tx| requirements::add(tx, new));
}

fn nothing(_: &mut Organisation) {}

const CUSTOMER: Option<PartyKind> = Some(PartyKind::Customer);
const INTERNAL: Option<PartyKind> = Some(PartyKind::Internal);

/// A row of the table.
macro_rules! situation {
    ($rule:literal, $system:literal, $fires:expr, $silent:expr, $about:expr) => {
        Situation { rule: $rule, system: $system, fires: $fires, silent: $silent, about: $about }
    };
}
pub(super) use situation;

pub(super) fn situations() -> Vec<Situation> {
    let mut all = scopes();
    all.extend(exclusions());
    all.extend(certified());
    all.extend(suppliers());
    all.extend(parties_and_terms());
    all.extend(super::controls::situations());
    all
}

fn scopes() -> Vec<Situation> {
    use Shown::{Anything, Names};
    const PROVIDER: &str = "The service provider is the department.";
    vec![
        situation!(
            "CL-01",
            "SMS",
            |at| run_by_others(at, ScopeKind::Service, 2),
            |at| run_by_others(at, ScopeKind::Service, 1),
            Names(&["ONE", "TWO"])
        ),
        situation!(
            "CL-02",
            "SMS",
            |at| run_by_others(at, ScopeKind::Component, 2),
            |at| run_by_others(at, ScopeKind::Component, 1),
            Names(&["ONE", "TWO"])
        ),
        situation!(
            "CL-03",
            "SMS",
            |at| run_by_others(at, ScopeKind::Process, 2),
            |at| run_by_others(at, ScopeKind::Process, 0),
            Names(&["ONE", "TWO"])
        ),
        situation!(
            "CL-04",
            "SMS",
            |at| run_by_others(at, ScopeKind::Process, 1),
            |at| run_by_others(at, ScopeKind::Process, 2),
            Names(&["ONE"])
        ),
        situation!("CL-05", "SMS", |at| part(at, "SMS", false), |at| part(at, "SMS", true), Names(&["SMS"])),
        situation!(
            "CL-06",
            "SMS",
            |at| {
                services(at);
                evidence(at, "OUT", "20000-1/8.3.3");
            },
            |at| {
                services(at);
                evidence(at, "IN", "20000-1/8.3.3");
                evidence(at, "OUT", "9001/8.2.1");
            },
            Names(&["OUT"])
        ),
        situation!("CL-07", "SMS", |at| text(at, "SMS", PROVIDER), |at| text(at, "SMS", "All sites."), Names(&["SMS"])),
        situation!(
            "CL-25",
            "SMS",
            nothing,
            |at| *at = Organisation::holding(&["9001:2015", "20000-1:2018"]),
            Names(&["SMS"])
        ),
        situation!(
            "CL-26",
            "SMS",
            |at| text(at, "SMS", "As in the Statement of Applicability."),
            |at| text(at, "ISMS", "As in the Statement of Applicability."),
            Names(&["SMS"])
        ),
        situation!("CL-55", "SMS", implied, |at| requires(at, RequirementKind::Service), Names(&["REQ-1"])),
        situation!(
            "CL-56",
            "SMS",
            |at| requires(at, RequirementKind::Legal),
            |at| requires(at, RequirementKind::Service),
            Anything
        ),
    ]
}

/// No command lets it be; an entry that another program wrote may.
fn implied(at: &mut Organisation) {
    let new = NewRequirement { kind: RequirementKind::Service, text: "fast", agreed: "", service: None, implied: true };
    assert_eq!(at.refuses(|tx| requirements::add(tx, new)), "requirement_implied");
    let (kind, text, agreed) = (RequirementKind::Service, "fast".to_owned(), String::new());
    let id = RequirementId::new();
    at.does(|tx| tx.append(&RequirementEvent::Added { id, kind, text, agreed, scope_item: None }));
}

fn exclusions() -> Vec<Situation> {
    use Shown::Names;
    const NOTHING_DEVELOPED: &str = "8.3: nothing is developed";
    fn excludes(at: &mut Organisation, line: &str, unaffected: Option<bool>) {
        let statement = ScopeStatement { not_applicable: vec![line.into()], unaffected, ..ScopeStatement::default() };
        states(at, "QMS", statement);
    }
    vec![
        situation!(
            "CL-08",
            "SMS",
            |at| {
                let line = "8.4: no money".to_owned();
                let statement = ScopeStatement { not_applicable: vec![line], ..ScopeStatement::default() };
                let refused = at.refuses(|tx| systems::state_scope(tx, "SMS", statement));
                assert_eq!(refused, "scope_exclusion_from_all_or_nothing");
                stated_before(at, "SMS", "8.4: no money", None);
            },
            |at| states(at, "SMS", ScopeStatement { not_applicable: owned(&["none"]), ..ScopeStatement::default() }),
            Names(&["8.4: no money"])
        ),
        situation!(
            "CL-09",
            "ISMS",
            |at| stated_before(at, "ISMS", "8.2: no risks", None),
            |at| stated_before(at, "ISMS", "A.11.1.1: no site", None),
            Names(&["8.2: no risks"])
        ),
        situation!(
            "CL-10",
            "QMS",
            |at| stated_before(at, "QMS", "8.3", None),
            |at| stated_before(at, "QMS", NOTHING_DEVELOPED, None),
            Names(&["8.3"])
        ),
        situation!(
            "CL-11",
            "QMS",
            |at| excludes(at, NOTHING_DEVELOPED, None),
            |at| excludes(at, NOTHING_DEVELOPED, Some(true)),
            Names(&["9001 8.3"])
        ),
        situation!(
            "CL-12",
            "QMS",
            |at| stated_before(at, "QMS", NOTHING_DEVELOPED, Some(false)),
            |at| excludes(at, NOTHING_DEVELOPED, Some(true)),
            Names(&["9001 8.3"])
        ),
        situation!(
            "CL-13",
            "QMS",
            |at| excludes(at, NOTHING_DEVELOPED, Some(true)),
            |at| excludes(at, "7.1.5: nothing is measured", Some(true)),
            Names(&["9001 8.3"])
        ),
    ]
}

fn certified() -> Vec<Situation> {
    use Shown::Names;
    fn uncited(at: &mut Organisation) {
        let refused = at
            .refuses(|tx| certificates::issue(tx, NewCertificate { system: "ISMS", entered: entered("I-1", "", "") }));
        assert_eq!(refused, "certificate_without_statement");
        let (id, system) = (CertificateId::new(), systems::system(at.db(), "ISMS").unwrap().id);
        at.does(|tx| tx.append(&CertificateEvent::Issued { id, system, entered: entered("I-1", "", "") }));
    }
    fn sites(at: &mut Organisation) {
        at.sites(&["A", "B"]);
        at.set_scope("SMS", &["A", "B"]);
    }
    vec![
        situation!("CL-27", "ISMS", uncited, |at| certificate(at, "ISMS", "I-1", &[], "", "3"), Names(&["I-1"])),
        situation!(
            "CL-29",
            "ISMS",
            |at| certificate(at, "ISMS", "I-1", &[], "", "3"),
            |at| certificate(at, "QMS", "Q-1", &[], "", ""),
            Names(&["I-1"])
        ),
        situation!(
            "CL-30",
            "SMS",
            |at| {
                services(at);
                certificate(at, "QMS", "Q-1", &["IN"], "", "");
            },
            |at| {
                services(at);
                certificate(at, "QMS", "Q-1", &["IN"], "", "");
                certificate(at, "SMS", "S-1", &[], "", "");
            },
            Names(&["Q-1"])
        ),
        situation!(
            "CL-31",
            "SMS",
            |at| {
                sites(at);
                certificate(at, "SMS", "S-1", &["A"], "", "");
            },
            |at| {
                sites(at);
                certificate(at, "SMS", "S-1", &["A", "B"], "", "");
                certificate(at, "SMS", "S-2", &[], "", "");
            },
            Names(&["S-1"])
        ),
    ]
}

fn suppliers() -> Vec<Situation> {
    use Shown::Names;
    const P: Shown = Names(&["P"]);
    fn with_contract(at: &mut Organisation, facts: &[PartyFact]) {
        external(at, "SMS");
        note(at, "P", PartyFact::Contract, "of 2024");
        all_of(at, facts);
    }
    fn linked(at: &mut Organisation, clauses: &[&str]) {
        let id = at.document("PR-1");
        for clause in clauses {
            at.map(ItemId::Document(id), clause);
        }
    }
    fn outsourced(at: &mut Organisation) {
        run_by_others(at, ScopeKind::Process, 1);
    }
    vec![
        situation!("CL-32", "SMS", |at| serving(at, None, "SMS"), |at| external(at, "SMS"), P),
        situation!("CL-33", "ISMS", |at| serving(at, None, "ISMS"), |at| external(at, "ISMS"), P),
        situation!("CL-34", "ISMS", |at| serving(at, INTERNAL, "ISMS"), |at| external(at, "ISMS"), P),
        situation!("CL-35", "SMS", |at| external(at, "SMS"), |at| with_contract(at, &[]), P),
        situation!(
            "CL-36",
            "SMS",
            |at| with_contract(at, &PartyFact::CONTRACT[1..]),
            |at| with_contract(at, PartyFact::CONTRACT),
            P
        ),
        situation!(
            "CL-37",
            "SMS",
            |at| serving(at, INTERNAL, "SMS"),
            |at| {
                serving(at, INTERNAL, "SMS");
                note(at, "P", PartyFact::Agreement, "of 2024");
            },
            P
        ),
        situation!(
            "CL-38",
            "QMS",
            |at| {
                external(at, "QMS");
                all_of(at, &PartyFact::TOLD[1..]);
            },
            |at| {
                external(at, "QMS");
                all_of(at, PartyFact::TOLD);
            },
            P
        ),
        situation!(
            "CL-39",
            "SMS",
            |at| {
                external(at, "SMS");
                all_of(at, &PartyFact::CRITERIA[1..]);
            },
            |at| {
                external(at, "SMS");
                all_of(at, PartyFact::CRITERIA);
            },
            P
        ),
        situation!(
            "CL-40",
            "SMS",
            |at| {
                external(at, "SMS");
                note(at, "P", PartyFact::TargetsCompared, "weaker");
            },
            |at| {
                external(at, "SMS");
                note(at, "P", PartyFact::TargetsCompared, "fits");
            },
            P
        ),
        situation!(
            "CL-41",
            "QMS",
            |at| external(at, "QMS"),
            |at| {
                external(at, "QMS");
                all_of(at, &[PartyFact::Effect]);
            },
            P
        ),
        situation!("CL-42", "QMS", |at| external(at, "QMS SMS"), |at| external(at, "QMS"), P),
        situation!(
            "CL-43",
            "ISMS",
            |at| linked(at, &["27001/A.14.2.7", "20000-1/8.2.3.1"]),
            |at| linked(at, &["27001/A.14.2.7", "20000-1/8.2.2"]),
            Names(&["PR-1"])
        ),
        situation!(
            "CL-44",
            "SMS",
            outsourced,
            |at| {
                outsourced(at);
                evidence(at, "ONE", "20000-1/8.2.3.1");
            },
            Names(&["ONE"])
        ),
        situation!(
            "CL-45",
            "ISMS",
            |at| external(at, "ISMS"),
            |at| {
                external(at, "ISMS");
                all_of(at, &[PartyFact::Risk]);
            },
            P
        ),
    ]
}

fn parties_and_terms() -> Vec<Situation> {
    use Shown::Names;
    const P: Shown = Names(&["P"]);
    fn added(at: &mut Organisation, within: bool, lead: Option<&str>) {
        let kind = Some(PartyKind::External);
        party(at, "Lead", kind);
        let new = NewParty { name: "P", kind, within_larger_organisation: within, lead };
        at.does(|tx| parties::add(tx, new));
    }
    fn approver(at: &mut Organisation, whole: bool) {
        part(at, "SMS", whole);
        at.does(|tx| people::enrol(tx, "Director", "director@example.org", Role::Approver, None));
    }
    fn agreed(at: &mut Organisation, words: &str) {
        external(at, "SMS");
        note(at, "P", PartyFact::ServiceLevelAgreement, words);
    }
    vec![
        situation!("CL-46", "QMS", |at| serving(at, CUSTOMER, "QMS"), |at| external(at, "QMS"), P),
        situation!("CL-47", "QMS", |at| serving(at, INTERNAL, "QMS"), |at| serving(at, CUSTOMER, "QMS"), P),
        situation!(
            "CL-48",
            "SMS",
            |at| run_by_others(at, ScopeKind::Function, 1),
            |at| run_by_others(at, ScopeKind::Function, 0),
            Names(&["ONE"])
        ),
        situation!("CL-49", "SMS", |at| added(at, true, None), |at| added(at, false, None), P),
        situation!("CL-50", "SMS", |at| added(at, false, Some("Lead")), |at| added(at, false, None), P),
        situation!("CL-51", "SMS", |at| serving(at, CUSTOMER, "SMS"), |at| serving(at, INTERNAL, "SMS"), P),
        situation!("CL-52", "SMS", |at| approver(at, false), |at| approver(at, true), Names(&["SMS"])),
        situation!("CL-53", "SMS", |at| agreed(at, "contract"), |at| agreed(at, "alone"), P),
        situation!("CL-54", "SMS", |at| agreed(at, "alone"), |at| external(at, "SMS"), P),
    ]
}

#[test]
fn a_supplier_within_the_larger_organisation_is_asked_for_an_agreement_and_no_contract() {
    for (within, contract, agreement) in [(true, false, true), (false, true, false)] {
        let mut at = Organisation::new();
        let kind = Some(PartyKind::External);
        let new = NewParty { name: "P", kind, within_larger_organisation: within, lead: None };
        at.does(|tx| parties::add(tx, new));
        note(&mut at, "P", PartyFact::Serves, "SMS");
        let fires = |rule| super::finding(&at, "SMS", rule).is_some();
        assert_eq!((fires("CL-35"), fires("CL-37")), (contract, agreement), "within the larger organisation: {within}");
    }
}
