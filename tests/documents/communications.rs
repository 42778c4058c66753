//! Whom a revision was communicated to, and which policies in force nobody was told of.

use clausebook::agenda;
use clausebook::day::{Day, Due};
use clausebook::documents::{
    self, Approval, Communicated, Communication, DocumentKind, NewDocument, RevisionState, not_communicated,
};
use clausebook::ids::DocumentId;
use clausebook::undo::undo;

use crate::support::day;
use crate::support::organisation::{Organisation, approval, revision, today};

fn told(to: &str, on: Day) -> Communication {
    Communication { label: None, on, to: to.into(), how: String::new() }
}

fn of(label: &str, on: Day) -> Communication {
    Communication { label: Some(label.into()), ..told("All staff", on) }
}

/// A document of that kind, in force since today.
fn in_force(at: &mut Organisation, code: &str, kind: DocumentKind) -> DocumentId {
    let id = at.does(|tx| documents::register(tx, NewDocument::new(code, "Information security", kind)));
    at.does(|tx| documents::file_revision(tx, id, revision(code)));
    at.does(|tx| documents::approve(tx, id, approval(tx.today())));
    id
}

fn audiences(at: &Organisation, id: DocumentId, place: usize) -> Vec<String> {
    let revision = documents::revisions(at.db(), id).unwrap().swap_remove(place);
    revision.communications.into_iter().map(|told| told.to).collect()
}

/// Codes of the policies of which today's list says that nobody was told.
fn untold(at: &Organisation, on: Day) -> Vec<String> {
    let view = at.workspace.in_force(on).unwrap();
    let today = agenda::today(&view, on).unwrap();
    assert_eq!(today.untold_count, today.untold.len());
    today.untold.into_iter().map(|policy| policy.code).collect()
}

#[test]
fn whom_a_revision_was_communicated_to_is_kept_with_day_and_way() {
    let mut at = Organisation::new();
    let id = in_force(&mut at, "PO-1", DocumentKind::Policy);
    at.turn_to(day(2026, 2, 1));
    let way = Communication { how: " Meeting ".into(), ..told(" Site B ", day(2026, 1, 20)) };
    at.does(|tx| documents::communicate(tx, id, way));
    at.does(|tx| documents::communicate(tx, id, told("All staff", today())));
    let there = documents::revisions(at.db(), id).unwrap().swap_remove(0).communications;
    let kept = |on, to: &str, how: &str| Communicated { on, to: to.into(), how: how.into() };
    assert_eq!(
        there,
        [kept(today(), "All staff", ""), kept(day(2026, 1, 20), "Site B", "Meeting")],
        "oldest first, without blanks around"
    );
    at.rebuilds_the_same();
}

#[test]
fn a_draft_is_not_communicated_and_what_was_in_force_is() {
    let mut at = Organisation::new();
    let id = at.draft("PO-1");
    assert_eq!(
        at.refuses(|tx| documents::communicate(tx, id, told("All staff", today()))),
        "revision_communicated_as_draft"
    );
    at.does(|tx| documents::approve(tx, id, approval(day(2026, 3, 1))));
    let now = today();
    let early = Approval { on: Some(Due::Day { day: now }), ..approval(day(2026, 3, 1)) };
    at.does(|tx| documents::take_back_approval(tx, id, None, "wrong day"));
    assert_eq!(
        at.refuses(|tx| documents::communicate(tx, id, told("All staff", now))),
        "revision_communicated_as_draft"
    );
    at.does(|tx| documents::approve(tx, id, early));
    at.does(|tx| documents::communicate(tx, id, told("All staff", now)));
    at.turn_to(day(2026, 4, 1));
    at.does(|tx| documents::file_revision(tx, id, revision("two")));
    at.does(|tx| documents::approve(tx, id, approval(tx.today())));
    at.does(|tx| documents::communicate(tx, id, of("1", day(2026, 3, 2))));
    assert_eq!(documents::revisions(at.db(), id).unwrap()[0].state, RevisionState::Superseded);
    at.does(|tx| documents::withdraw(tx, id, "unused", tx.today()));
    at.does(|tx| documents::communicate(tx, id, of("2", day(2026, 4, 1))));
    assert_eq!((audiences(&at, id, 0).len(), audiences(&at, id, 1).len()), (2, 1));
    at.rebuilds_the_same();
}

#[test]
fn a_draft_that_went_out_of_use_with_its_document_was_never_communicated() {
    let mut at = Organisation::new();
    let id = at.draft("PO-1");
    at.does(|tx| documents::withdraw(tx, id, "unused", today()));
    assert_eq!(
        at.refuses(|tx| documents::communicate(tx, id, told("All staff", today()))),
        "revision_communicated_as_draft"
    );
}

#[test]
fn nobody_is_told_before_the_approval_or_ahead_or_without_a_name() {
    let mut at = Organisation::new();
    let id = in_force(&mut at, "PO-1", DocumentKind::Policy);
    let early = told("All staff", day(2026, 1, 14));
    assert_eq!(at.refuses(|tx| documents::communicate(tx, id, early)), "revision_communicated_before_approval");
    let ahead = told("All staff", day(2026, 1, 16));
    assert_eq!(at.refuses(|tx| documents::communicate(tx, id, ahead)), "revision_communicated_ahead");
    let nobody = told(" ", today());
    assert_eq!(at.refuses(|tx| documents::communicate(tx, id, nobody)), "revision_communicated_to_nobody");
    let unknown = Communication { label: Some("9".into()), ..told("All staff", today()) };
    assert_eq!(at.refuses(|tx| documents::communicate(tx, id, unknown)), "revision_not_found");
    at.does(|tx| documents::register(tx, NewDocument::new("PO-2", "Listed", DocumentKind::Policy)));
    let listed = told("All staff", today());
    assert_eq!(at.refuses(|tx| documents::communicate(tx, "PO-2", listed)), "document_without_revision");
}

#[test]
fn an_approval_known_to_the_month_alone_forbids_only_days_before_that_month() {
    let mut at = Organisation::new();
    let id = at.draft("PO-1");
    let on = Some(Due::Month { first: day(2025, 12, 1) });
    at.does(|tx| documents::approve(tx, id, Approval { on, ..approval(day(2025, 12, 1)) }));
    let before = told("All staff", day(2025, 11, 30));
    assert_eq!(at.refuses(|tx| documents::communicate(tx, id, before)), "revision_communicated_before_approval");
    at.does(|tx| documents::communicate(tx, id, told("All staff", day(2025, 12, 1))));
}

#[test]
fn the_same_audience_on_the_same_day_is_one_communication_however_it_is_written() {
    let mut at = Organisation::new();
    let id = in_force(&mut at, "PO-1", DocumentKind::Policy);
    at.does(|tx| documents::communicate(tx, id, told("All staff", today())));
    let same = told("  ALL STAFF", today());
    assert_eq!(at.refuses(|tx| documents::communicate(tx, id, same)), "revision_communicated_already");
    at.turn_to(day(2026, 2, 1));
    at.does(|tx| documents::communicate(tx, id, told("All staff", day(2026, 2, 1))));
    assert_eq!(audiences(&at, id, 0), ["All staff", "All staff"], "a reminder is another one");
}

#[test]
fn a_communication_recorded_by_mistake_is_taken_back_with_a_reason_and_both_are_undone() {
    let mut at = Organisation::new();
    let id = in_force(&mut at, "PO-1", DocumentKind::Policy);
    let site = told("site b", today());
    assert_eq!(
        at.refuses(|tx| documents::take_back_communication(tx, id, &site, "It was site A")),
        "revision_communication_not_found"
    );
    at.does(|tx| documents::communicate(tx, id, told("Site B", today())));
    let no_reason = at.refuses(|tx| documents::take_back_communication(tx, id, &site, " "));
    assert_eq!(no_reason, "revision_communication_without_reason");
    at.does(|tx| documents::take_back_communication(tx, id, &site, "It was site A"));
    assert!(audiences(&at, id, 0).is_empty());
    undo(&mut at.workspace).unwrap();
    assert_eq!(audiences(&at, id, 0), ["Site B"], "taking it back was undone");
    undo(&mut at.workspace).unwrap();
    assert!(audiences(&at, id, 0).is_empty(), "so was recording it");
    at.rebuilds_the_same();
}

#[test]
fn a_policy_in_force_waits_until_somebody_is_told_of_the_revision_in_force() {
    let mut at = Organisation::new();
    let id = in_force(&mut at, "PO-1", DocumentKind::Policy);
    in_force(&mut at, "QP-1", DocumentKind::Procedure);
    at.does(|tx| documents::register(tx, NewDocument::new("PO-2", "Listed", DocumentKind::Policy)));
    assert!(not_communicated(at.db(), id).unwrap());
    assert_eq!(untold(&at, today()), ["PO-1"], "neither a procedure nor what has no revision in force");
    at.turn_to(day(2026, 2, 1));
    at.does(|tx| documents::communicate(tx, id, told("All staff", day(2026, 1, 20))));
    assert!(untold(&at, day(2026, 2, 1)).is_empty());
    assert_eq!(untold(&at, day(2026, 1, 19)), ["PO-1"], "on a day before it waited still");
    at.does(|tx| documents::file_revision(tx, id, revision("two")));
    at.does(|tx| documents::approve(tx, id, approval(day(2026, 3, 1))));
    assert!(untold(&at, day(2026, 2, 28)).is_empty(), "the first is in force until then");
    assert_eq!(untold(&at, day(2026, 3, 1)), ["PO-1"], "the second was told to nobody");
    at.does(|tx| documents::withdraw(tx, id, "unused", day(2026, 6, 1)));
    assert!(untold(&at, day(2026, 6, 1)).is_empty(), "what is out of use waits for nothing");
    at.rebuilds_the_same();
}

#[test]
fn as_recorded_before_it_was_recorded_nobody_had_been_told() {
    let mut at = Organisation::new();
    let id = in_force(&mut at, "PO-1", DocumentKind::Policy);
    at.turn_to(day(2026, 2, 1));
    at.does(|tx| documents::communicate(tx, id, told("All staff", today())));
    let then = at.workspace.as_of(day(2026, 1, 31), day(2026, 1, 31), &|_, _| Ok(())).unwrap();
    assert!(not_communicated(&then, id).unwrap());
    let now = at.workspace.as_of(day(2026, 2, 1), day(2026, 2, 1), &|_, _| Ok(())).unwrap();
    assert!(!not_communicated(&now, id).unwrap());
}
