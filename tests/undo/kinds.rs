//! What each kind of change is taken back by, and which stay.

use clausebook::audits::{self, AuditKind, NewAudit};
use clausebook::day::Due;
use clausebook::documents;
use clausebook::ids::RecordId;
use clausebook::items::ItemId;
use clausebook::mapping;
use clausebook::named::Wanted;
use clausebook::people::{self, Role};
use clausebook::records;
use clausebook::reviews::{self, Outcome};
use clausebook::systems;
use clausebook::undo::undo;
use clausebook::workspace::Tx;

use crate::support::day;
use crate::support::organisation::{Organisation, clause, paper, record, revision, today};

fn corrected(field: &str, text: &str) -> Wanted {
    Wanted::from([(field.to_owned(), text.to_owned())])
}

fn told() -> documents::Communication {
    documents::Communication { label: None, on: today(), to: "All staff".into(), how: String::new() }
}

type Act = fn(&mut Tx<'_>) -> clausebook::error::Result<()>;

/// An organisation with PR-1 in force and mapped, PR-2 a draft, and three records of which the last was replaced.
fn filed() -> Organisation {
    let mut at = Organisation::new();
    at.sites(&["A"]);
    let id = at.document("PR-1");
    at.map(ItemId::Document(id), "20000-1/8.5.1");
    at.draft("PR-2");
    at.does(|tx| mapping::decline(tx, ItemId::Document(id), &clause("9001/8.5.6"), "other changes"));
    let [_, by, old] = ["Review", "Second review", "Old review"].map(|title| at.record(title));
    at.does(|tx| records::replace(tx, old, by, "newer"));
    at.workspace.take_written();
    at
}

fn recorded(tx: &Tx<'_>, code: &str) -> RecordId {
    records::find(tx.db(), code).unwrap().id
}

fn item(tx: &Tx<'_>) -> ItemId {
    ItemId::Document(documents::by_code(tx.db(), "PR-1").unwrap().id)
}

/// Acts, and takes it back; answers what that wrote, or why it was refused.
fn undone(at: &mut Organisation, act: Act) -> Result<Vec<String>, &'static str> {
    at.workspace.act_as("acts@example.org");
    at.does(act);
    at.wrote();
    let size = at.workspace.head().unwrap().size;
    match undo(&mut at.workspace) {
        Ok(_) => Ok(at.wrote()),
        Err(refusal) => {
            assert_eq!(at.workspace.head().unwrap().size, size, "a refused undo writes nothing");
            Err(refusal.reason().name)
        }
    }
}

#[test]
fn what_was_filed_mapped_or_set_is_taken_back_by_an_event_of_its_own() {
    let acts: [(Act, &str); 17] = [
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
        (|tx| documents::communicate(tx, "PR-1", told()).map(|_| ()), "document.communication_taken_back"),
        (|tx| records::file(tx, record("Report")).map(|_| ()), "record.taken_back"),
        (
            |tx| {
                let wanted = [("title".to_owned(), "Minutes".to_owned())].into();
                records::correct(tx, recorded(tx, "REC-2026-001"), &wanted, None, "a typing error").map(|_| ())
            },
            "record.corrected",
        ),
        (
            |tx| {
                let (one, other) = (recorded(tx, "REC-2026-001"), recorded(tx, "REC-2026-002"));
                records::replace(tx, one, other, "newer")
            },
            "record.reinstated",
        ),
        (|tx| records::take_back(tx, recorded(tx, "REC-2026-001"), "filed twice").map(|_| ()), "record.reinstated"),
        (|tx| records::reinstate(tx, recorded(tx, "REC-2026-003"), "it was right"), "record.replaced"),
        (|tx| records::set_numbering(tx, "EV-{number}", "").map(|_| ()), "record.numbering_set"),
        (|tx| mapping::link_in_full(tx, item(tx), vec![clause("9001/7.5")]), "mapping.unlinked"),
        (|tx| mapping::unlink(tx, item(tx), &clause("20000-1/8.5.1"), "wrong"), "mapping.linked"),
        (
            |tx| {
                let scope = systems::scope_codes(tx.db(), &["A".to_owned()])?;
                documents::correct(tx, "PR-1", &corrected("owner", "Ada"), Some(scope), "why").map(|_| ())
            },
            "document.corrected",
        ),
        (
            |tx| documents::replace_files(tx, "PR-2", None, vec![paper("right")], "why").map(|_| ()),
            "document.revision_files_replaced",
        ),
        (
            |tx| {
                let change = corrected("variance", "On paper");
                mapping::correct(tx, item(tx), &clause("20000-1/8.5.1"), &change, None, "why").map(|_| ())
            },
            "mapping.corrected",
        ),
        (|tx| mapping::decline(tx, item(tx), &clause("9001/6.3"), "other changes"), "mapping.proposal_reopened"),
        (|tx| mapping::reopen(tx, item(tx), &clause("9001/8.5.6")), "mapping.proposal_declined"),
    ];
    for (act, back) in acts {
        let mut at = filed();
        let seen = |at: &Organisation| {
            let id = documents::by_code(at.db(), "PR-1").unwrap();
            let item = ItemId::Document(id.id);
            let clauses = reviews::document_row(at.db(), id.id, today()).unwrap().clauses;
            let mut counts = format!("{:?}", reviews::counts(at.db(), today()).unwrap());
            let page = records::list(at.db(), &records::Filter::default(), records::Sort::Filed, None, 9).unwrap();
            for record in page.rows {
                counts += &format!("{record:?} {:?}", records::exited(at.db(), record.id).unwrap());
            }
            counts += &records::numbering(at.db()).unwrap();
            // Who replaced it again is another one.
            let counts = counts.replace("acts@example.org", "local");
            (
                documents::revisions(at.db(), id.id).unwrap(),
                id,
                clauses,
                counts,
                mapping::proposals(at.db(), item, &at.held()).unwrap(),
            )
        };
        let before = seen(&at);
        assert_eq!(undone(&mut at, act), Ok(vec!["batch.undone".to_owned(), back.to_owned()]));
        assert_eq!(seen(&at), before, "{back}: everything stands as before");
        at.rebuilds_the_same();
    }
}

#[test]
fn what_somebody_else_relies_on_stays() {
    let acts: [(&str, Act); 8] = [
        ("a person", |tx| people::enrol(tx, "Author", "author@example.org", Role::Author, None).map(|_| ())),
        ("a system", |tx| systems::establish(tx, &"27001:2022".parse()?).map(|_| ())),
        ("a name", |tx| systems::name_organisation(tx, "Harbour Laboratories")),
        ("an outcome", |tx| {
            reviews::conclude(tx, "PR-1", Outcome::Revise, "new suppliers", today(), Some(today())).map(|_| ())
        }),
        ("a withdrawal", |tx| documents::withdraw(tx, "PR-1", "replaced", today())),
        ("further files", |tx| {
            let draft = documents::by_code(tx.db(), "PR-2")?.current.unwrap();
            documents::attach_files(tx, draft, vec![paper("signed")])
        }),
        ("a revision retired", |tx| {
            let draft = documents::by_code(tx.db(), "PR-2")?.current.unwrap();
            documents::retire_revision(tx, draft, None)
        }),
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
        assert_eq!(undone(&mut filed(), act), Err("change_none"), "{what} is followed by something new");
    }
}
