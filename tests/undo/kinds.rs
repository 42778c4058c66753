//! What each kind of change is taken back by, and which stay.

use clausebook::audits::{self, AuditKind, NewAudit};
use clausebook::day::Due;
use clausebook::documents;
use clausebook::items::ItemId;
use clausebook::mapping;
use clausebook::people::{self, Role};
use clausebook::records;
use clausebook::reviews::{self, Outcome};
use clausebook::systems;
use clausebook::undo::undo;
use clausebook::workspace::Tx;

use crate::support::day;
use crate::support::organisation::{Organisation, clause, paper, record, revision, today};

type Act = fn(&mut Tx<'_>) -> clausebook::error::Result<()>;

/// An organisation with PR-1 in force and mapped, PR-2 a draft.
fn filed() -> Organisation {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.map(ItemId::Document(id), "20000-1/8.5.1");
    at.draft("PR-2");
    at.does(|tx| mapping::decline(tx, ItemId::Document(id), &clause("9001/8.5.6"), "other changes"));
    at.workspace.take_written();
    at
}

fn item(tx: &Tx<'_>) -> ItemId {
    ItemId::Document(documents::by_code(tx.db(), "PR-1").unwrap().id)
}

/// Acts, and takes it back; answers what that wrote, or why it was refused.
fn undone(at: &mut Organisation, act: Act) -> Result<Vec<String>, &'static str> {
    at.does(act);
    let last: Vec<_> = at.workspace.take_written().into_iter().map(|written| written.entries).collect();
    let size = at.workspace.head().unwrap().size;
    match undo(&mut at.workspace, &last) {
        Ok(()) => Ok(at.wrote()),
        Err(refusal) => {
            assert_eq!(at.workspace.head().unwrap().size, size, "a refused undo writes nothing");
            Err(refusal.reason().name)
        }
    }
}

#[test]
fn what_was_filed_mapped_or_set_is_taken_back_by_an_event_of_its_own() {
    let acts: [(Act, &str); 7] = [
        (
            |tx| {
                documents::register(tx, documents::NewDocument::new("PR-3", "T", documents::DocumentKind::Plan))
                    .map(|_| ())
            },
            "document.taken_back",
        ),
        (|tx| documents::file_revision(tx, "PR-1", revision("two")).map(|_| ()), "document.revision_taken_back"),
        (
            |tx| documents::set_next_review(tx, "PR-1", Some(Due::Day { day: day(2026, 6, 1) })),
            "document.next_review_set",
        ),
        (|tx| records::file(tx, record("Report")).map(|_| ()), "record.taken_back"),
        (|tx| mapping::link_in_full(tx, item(tx), vec![clause("9001/7.5")]), "mapping.unlinked"),
        (|tx| mapping::unlink(tx, item(tx), &clause("20000-1/8.5.1"), "wrong"), "mapping.linked"),
        (|tx| mapping::decline(tx, item(tx), &clause("9001/6.3"), "other changes"), "mapping.proposal_reopened"),
    ];
    for (act, back) in acts {
        let mut at = filed();
        let seen = |at: &Organisation| {
            let id = documents::by_code(at.db(), "PR-1").unwrap();
            let item = ItemId::Document(id.id);
            let clauses = reviews::document_row(at.db(), id.id, today()).unwrap().clauses;
            let counts = format!("{:?}", reviews::counts(at.db(), today()).unwrap());
            (
                documents::revisions(at.db(), id.id).unwrap(),
                id,
                clauses,
                counts,
                mapping::proposals(at.db(), item, &at.held()).unwrap(),
            )
        };
        let before = seen(&at);
        assert_eq!(undone(&mut at, act), Ok(vec![back.to_owned()]));
        assert_eq!(seen(&at), before, "{back}: everything stands as before");
        at.rebuilds_the_same();
    }
}

#[test]
fn what_somebody_else_relies_on_stays() {
    let acts: [(&str, Act); 9] = [
        ("a person", |tx| people::enrol(tx, "Author", "author@example.org", Role::Author, None).map(|_| ())),
        ("a system", |tx| systems::establish(tx, &"27001:2022".parse()?).map(|_| ())),
        ("a name", |tx| systems::name_organisation(tx, "Harbour Laboratories")),
        ("an outcome", |tx| reviews::conclude(tx, "PR-1", Outcome::Revise, "new suppliers", today(), None).map(|_| ())),
        ("a withdrawal", |tx| documents::withdraw(tx, "PR-1", "replaced", today())),
        ("further files", |tx| {
            let draft = documents::by_code(tx.db(), "PR-2")?.current.unwrap();
            documents::attach_files(tx, draft, vec![paper("signed")])
        }),
        ("a revision retired", |tx| {
            let draft = documents::by_code(tx.db(), "PR-2")?.current.unwrap();
            documents::retire_revision(tx, draft, None)
        }),
        ("a proposal reopened", |tx| mapping::reopen(tx, item(tx), &clause("9001/8.5.6"))),
        ("an audit", |tx| {
            let new = NewAudit {
                code: "AUD-1".into(),
                title: "Audit".into(),
                kind: AuditKind::Internal,
                editions: vec!["9001:2015".parse()?],
                scope: Vec::new(),
                period_from: None,
                period_to: None,
            };
            audits::plan(tx, new).map(|_| ())
        }),
    ];
    for (what, act) in acts {
        assert_eq!(undone(&mut filed(), act), Err("change_final"), "{what} is followed by something new");
    }
}
