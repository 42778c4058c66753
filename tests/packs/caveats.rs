//! What an auditor should know first, and what no pack is made of.

use clausebook::audits::{self, Audit, AuditKind, NewAudit};
use clausebook::day::Day;
use clausebook::documents;
use clausebook::items::ItemId;
use clausebook::packs::{self, Caveat, Contents};
use clausebook::records;
use clausebook::systems::{ScopeAnswer, ScopeQuestion, answer_scope_question};

use super::build;
use crate::support::day;
use crate::support::organisation::{Organisation, today};

fn audit(at: &mut Organisation, code: &str, editions: &[&str]) -> Audit {
    let new = NewAudit {
        code: code.into(),
        title: "Combined".into(),
        kind: AuditKind::Internal,
        editions: editions.iter().map(|edition| edition.parse().unwrap()).collect(),
        scope: Vec::new(),
        period_from: None,
        period_to: None,
    };
    at.does(|tx| audits::plan(tx, new));
    audits::by_code(at.db(), code).unwrap()
}

/// What a pack would hold, by the tables of that day.
fn foretold(at: &Organisation, audit: Audit, day: Day) -> Contents {
    let chosen = if day == today() {
        packs::choose(at.db(), audit, day, None).unwrap()
    } else {
        packs::choose(&at.workspace.in_force(day).unwrap(), audit, day, None).unwrap()
    };
    packs::preview(&at.workspace, chosen).unwrap()
}

fn caveats(at: &Organisation, audit: &Audit) -> Vec<Caveat> {
    foretold(at, audit.clone(), today()).notes
}

#[test]
fn r46_what_was_answered_about_sms_and_isms_is_told_where_both_are_audited() {
    let mut at = Organisation::new();
    at.does(|tx| answer_scope_question(tx, ScopeQuestion::IsmsCoversServices, ScopeAnswer::Partly, "hosting only"));
    let told = |at: &Organisation, audit: &Audit| -> Vec<String> {
        let asked = caveats(at, audit).into_iter().filter_map(|caveat| match caveat {
            Caveat::ScopeAnswer { asked } => Some(asked.reason),
            _ => None,
        });
        asked.collect()
    };
    let both = audit(&mut at, "BOTH", &["20000-1:2018", "27001:2013"]);
    let other = audit(&mut at, "OTHER", &["9001:2015", "27001:2013"]);
    assert!(told(&at, &both).contains(&"hosting only".to_owned()), "{:?}", caveats(&at, &both));
    assert!(told(&at, &other).is_empty(), "asked of SMS and ISMS together only");
}

#[test]
fn what_is_not_in_force_is_left_out_and_counted() {
    let mut at = Organisation::new();
    let id = at.draft("PR-1");
    at.map(ItemId::Document(id), "9001/8.4.2");
    let quality = audit(&mut at, "Q", &["9001:2015"]);
    let preview = foretold(&at, quality.clone(), today());
    assert_eq!(preview.documents.items, 0);
    assert!(caveats(&at, &quality).contains(&Caveat::LeftOut { documents: 1 }));
    at.does(|tx| documents::approve(tx, id, crate::support::organisation::approval(today())));
    assert!(!caveats(&at, &quality).iter().any(|caveat| matches!(caveat, Caveat::LeftOut { .. })));
    let later = foretold(&at, quality, day(2027, 1, 16));
    assert!(later.notes.contains(&Caveat::Marked { marked: 1, of: 1 }), "its review is overdue then");
}

#[test]
fn a_record_that_was_taken_back_is_in_no_pack_and_one_that_was_replaced_is_marked() {
    let mut at = Organisation::new();
    let [old, new, wrong] = ["Test Q1", "Test Q2", "Test Q2 again"].map(|title| {
        let id = at.record(title);
        at.map(ItemId::Record(id), "9001/9.2.2");
        id
    });
    let quality = audit(&mut at, "Q", &["9001:2015"]);
    assert_eq!(foretold(&at, quality.clone(), today()).records.items, 3);
    at.does(|tx| records::take_back(tx, wrong, "filed twice"));
    at.does(|tx| records::replace(tx, old, new, "the next quarter"));
    assert_eq!(foretold(&at, quality.clone(), today()).records.items, 2);
    assert!(caveats(&at, &quality).contains(&Caveat::Marked { marked: 1, of: 2 }), "replaced on that day");
}

#[test]
fn a_pack_of_nothing_is_not_made_and_no_file_is_written_over() {
    let mut at = Organisation::new();
    let audit = audit(&mut at, "Q", &["9001:2015"]);
    let out = at.place.path("q.zip");
    assert_eq!(build(&mut at.workspace, &audit, &out).unwrap_err().reason().name, "pack_empty");
    assert!(!out.exists());
    std::fs::write(&out, "issued").unwrap();
    assert_eq!(build(&mut at.workspace, &audit, &out).unwrap_err().reason().name, "target_taken");
    assert_eq!(std::fs::read(&out).unwrap(), b"issued");
}

#[test]
fn as_many_files_are_foretold_as_a_pack_has() {
    let (place, mut workspace, audit) = super::sample();
    // A first pack proves nothing of another; the next ones do, and the same again as much as before.
    for n in 0..3 {
        if n < 2 {
            let name = format!("Fjordlink {n}");
            workspace.transact(|tx| clausebook::systems::name_organisation(tx, &name)).unwrap();
        }
        let chosen = packs::choose(workspace.db(), audit.clone(), super::TODAY(), None).unwrap();
        let foretold = packs::preview(&workspace, chosen).unwrap();
        let out = place.path(&format!("{n}.zip"));
        let built = build(&mut workspace, &audit, &out).unwrap();
        let bag = super::forged::bag::Bag::of(&out);
        let parts = (foretold.documents.files, foretold.records.files, foretold.approvals);
        assert_eq!(foretold.files as u64, built.files, "pack {n}: {parts:?}");
        let approvals = bag.files.keys().filter(|name| name.starts_with("data/approvals/")).count();
        assert_eq!(foretold.approvals, approvals);
    }
}
