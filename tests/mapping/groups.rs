//! A group of controls is decided control by control (R19, R163).

use clausebook::coverage::{self, State};
use clausebook::items::ItemId;
use clausebook::mapping::{self, ControlState, Decided, Decision, Strength};

use crate::support::organisation::{Organisation, clause, owned, today};

fn incident() -> (Organisation, ItemId) {
    let mut at = Organisation::new();
    let item = ItemId::Record(at.record("Incidents"));
    at.map(item, "20000-1/8.6.1");
    at.wrote();
    (at, item)
}

fn states(at: &Organisation) -> Vec<State> {
    let rows = coverage::coverage(at.db(), &"27001:2013".parse().unwrap(), None, today()).unwrap().rows;
    rows.into_iter().filter(|r| r.reference.is_below(&clause("27001/A.16.1"))).map(|r| r.state).collect()
}

#[test]
fn each_control_is_proposed_by_itself_and_names_its_group() {
    let (mut at, item) = incident();
    let all = mapping::proposed(at.db(), item, &at.held()).unwrap();
    let [group] = &all.groups[..] else { panic!("one group: {:?}", all.groups) };
    assert_eq!((group.group.as_str(), group.controls.len()), ("27001:2013/A.16", 7));
    assert!(!group.notes.is_empty(), "what is common is said once");
    assert!(group.controls.iter().all(|c| c.state == ControlState::Proposed));
    assert!(group.controls.iter().all(|c| c.proposal.as_ref().unwrap().notes.iter().all(|n| !group.notes.contains(n))));
    let held = at.held();
    let refusal = at.refuses(|tx| mapping::accept(tx, item, &clause("27001/A.16"), None, "all", &held));
    assert_eq!(refusal, "proposal_of_a_group");
    assert_eq!(at.refuses(|tx| mapping::decline(tx, item, &clause("27001/A.16"), "none")), "proposal_of_a_group");
}

#[test]
fn one_control_does_not_stand_for_its_group() {
    let (mut at, item) = incident();
    let held = at.held();
    at.does(|tx| mapping::accept(tx, item, &clause("27001/A.16.1.5"), None, "steps in 4", &held));
    let covered = states(&at).iter().filter(|state| [State::Covered, State::Partial].contains(state)).count();
    assert_eq!(covered, 1);
}

#[test]
fn several_are_decided_at_once_each_by_its_own_event() {
    let (mut at, item) = incident();
    let held = at.held();
    let cell = |reference: &str, decision, reason: &str| Decided {
        item,
        reference: clause(reference),
        decision,
        reason: reason.to_owned(),
    };
    let cells = [
        cell("27001/A.16.1.4", Decision::Accept(None), "section 3"),
        cell("27001/A.16.1.5", Decision::Accept(Some(Strength::Partial)), "no times"),
        cell("27001/A.16.1.7", Decision::Decline, "not kept"),
    ];
    at.does(|tx| mapping::decide(tx, &cells, &held));
    assert_eq!(at.wrote(), ["mapping.linked", "mapping.linked", "mapping.proposal_declined"]);
    let opened = coverage::open_group(at.db(), "27001/A.16", &[], &[], 40, today()).unwrap();
    let seen: Vec<ControlState> = opened.controls.iter().map(|row| row.cells[0].state).collect();
    use ControlState::{Accepted, Declined, Proposed};
    assert_eq!(seen, [Proposed, Proposed, Proposed, Accepted, Accepted, Proposed, Declined]);
    assert_eq!((opened.decided, opened.open), (3, 4));
    let bad = [cell("27001/A.16.1.1", Decision::Accept(None), "roles"), cell("27001/A.16.1.2", Decision::Decline, " ")];
    assert_eq!(at.refuses(|tx| mapping::decide(tx, &bad, &held)), "proposal_declined_without_reason", "all or none");
}

#[test]
fn one_reason_does_for_what_is_alike_only() {
    let (mut at, item) = incident();
    at.map(item, "20000-1/8.7.3.3");
    at.map(item, "20000-1/7.2");
    let held = at.held();
    let of = |texts: &[&str]| texts.iter().map(|t| clause(t)).collect::<Vec<_>>();
    let alike = of(&["27001/A.16.1.2", "27001/A.16.1.3"]);
    let reasons = at.does(|tx| mapping::reasons(tx, item, &alike, &owned(&["form SEC-1"]), &held));
    assert_eq!(reasons, owned(&["form SEC-1", "form SEC-1"]));
    let unlike = of(&["27001/A.16.1.2", "27001/7.2"]);
    assert_eq!(at.refuses(|tx| mapping::reasons(tx, item, &unlike, &owned(&["same"]), &held)), "proposal_not_alike");
    let three = of(&["27001/A.16.1.1", "27001/A.16.1.2", "27001/A.16.1.3"]);
    let two = owned(&["a", "b"]);
    assert_eq!(at.refuses(|tx| mapping::reasons(tx, item, &three, &two, &held)), "proposal_reasons_uneven");
}

#[test]
fn a_group_reaches_the_later_edition_through_the_map_and_says_so() {
    let mut at = Organisation::new();
    at.does(|tx| clausebook::systems::establish(tx, &"27001:2022".parse().unwrap()));
    let item = ItemId::Record(at.record("Incidents"));
    at.map(item, "20000-1/8.6.1");
    let all = mapping::proposed(at.db(), item, &at.held()).unwrap();
    let later: Vec<_> = all.proposals.iter().filter(|p| p.reference.edition == "2022").collect();
    assert!(later.len() >= 5, "{later:?}");
    for proposal in later {
        assert_eq!(proposal.group.as_deref(), Some("27001:2013/A.16"), "{}", proposal.reference);
        assert!(proposal.notes.iter().any(|n| n.contains("Took the place of")), "{}", proposal.reference);
    }
}

#[test]
fn of_more_items_than_stand_side_by_side_the_rest_are_counted() {
    let (mut at, _) = incident();
    for n in 2..5 {
        let other = ItemId::Document(at.document(&format!("P-{n}")));
        at.map(other, "20000-1/8.6.1");
    }
    let of = |most| coverage::open_group(at.db(), "27001/A.16", &[], &[], most, today()).unwrap();
    let (all, some) = (of(40), of(2));
    assert_eq!((all.items.len(), some.items.len()), (all.total, 2));
    assert!(all.total > 2, "nothing is left out in silence");
    assert_eq!((some.total, some.open, some.decided), (all.total, all.open, all.decided), "all are counted");
    assert_eq!(some.items[..], all.items[..2], "in the same order");
    assert!(some.controls.iter().all(|row| row.cells.len() == 2));
    assert!(!all.cut_short && !some.cut_short);
    for n in 5..30 {
        let other = ItemId::Document(at.document(&format!("P-{n}")));
        at.map(other, "20000-1/8.6.1");
    }
    let one = coverage::open_group(at.db(), "27001/A.16", &[], &[], 1, today()).unwrap();
    assert!(one.cut_short && one.total > 1, "where it did not look at all, it says so");
}

#[test]
fn what_is_mapped_to_a_heading_has_its_column_at_each_part() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("ISP"));
    at.map(item, "20000-1/5.2");
    let rows = owned(&["20000-1:2018/5.2.1", "20000-1:2018/5.2.2"]);
    let opened = coverage::open_group(at.db(), "20000-1/5.2.1", &rows, &[], 40, today()).unwrap();
    assert_eq!(opened.items.iter().map(|i| i.code.as_str()).collect::<Vec<_>>(), ["ISP"]);
    for row in &opened.controls {
        assert_eq!(
            (row.stands, row.cells[0].state),
            (Some(State::Covered), ControlState::Accepted),
            "{}",
            row.reference
        );
        assert_eq!(row.cells[0].by, Some(clause("20000-1/5.2")));
    }
}

/// A limited match is decided clause by clause: the matrix of either side has a cell for each clause that is proposed.
#[test]
fn r147_a_limited_match_is_decided_where_it_is_opened() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("BUILD"));
    at.map(item, "20000-1/8.5");
    let proposals = mapping::proposals(at.db(), item, &at.held()).unwrap();
    let limited: Vec<_> = proposals.iter().filter(|p| p.limited && p.reference.standard == "9001").collect();
    assert!(limited.len() >= 5, "{limited:?}");
    let opened = coverage::open_clause(at.db(), "20000-1/8.5", today()).unwrap();
    let parts: Vec<_> = opened.answers.iter().flat_map(|a| &a.matches).flat_map(|m| &m.parts).collect();
    for proposal in &limited {
        assert!(parts.contains(&&proposal.reference), "{} has a row at the whole", proposal.reference);
        let name = proposal.reference.to_string();
        let part = coverage::open_group(at.db(), &name, &owned(&[&name]), &[], 40, today()).unwrap();
        assert_eq!(part.open, 1, "{name} shows what is proposed for it");
        let shown = coverage::open_clause(at.db(), &name, today()).unwrap().proposals;
        assert!(shown.iter().any(|p| p.proposal.reference == proposal.reference), "{name}");
    }
}

/// What is proposed for a heading is decided there and holds for its parts: opened at a part, it has a row of its own.
#[test]
fn what_waits_at_a_heading_is_shown_at_its_parts() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("ISP"));
    at.map(item, "20000-1/5.2");
    let rows = owned(&["20000-1:2018/5.2.1", "9001:2015/5.2.1"]);
    let opened = |at: &Organisation| coverage::open_group(at.db(), "20000-1/5.2.1", &rows, &[], 40, today()).unwrap();
    let names = |of: &coverage::GroupOpened| of.controls.iter().map(|c| c.reference.short()).collect::<Vec<_>>();
    let before = opened(&at);
    assert_eq!(names(&before), ["20000-1 5.2.1", "9001 5.2", "9001 5.2.1"]);
    assert_eq!((before.open, before.controls[1].cells[0].state), (1, ControlState::Proposed));
    let held = at.held();
    at.does(|tx| mapping::accept(tx, item, &clause("9001/5.2"), None, "", &held));
    let after = opened(&at);
    assert_eq!((names(&after).len(), after.open), (2, 0), "the parts say it by themselves");
    assert!(after.controls.iter().all(|row| row.cells[0].by.is_some()));
    let added = owned(&["9001:2015/5.1.2"]);
    at.map(item, "20000-1/5.1");
    let opened = coverage::open_group(at.db(), "9001/5.1.2", &added, &[], 40, today()).unwrap();
    assert_eq!(
        (names(&opened), opened.open),
        (vec!["9001 5.1.2".to_owned()], 0),
        "what a standard added is none of it"
    );
}
