//! Correcting and undoing: whatever is corrected in whatever order, tables are made from the ledger alone, and once all of
//! it is undone they are those of a ledger where it never happened, but for its history.

use std::collections::BTreeMap;

use clausebook::audits::{self, AuditKind, NewAudit};
use clausebook::documents;
use clausebook::ids::ScopeItemId;
use clausebook::items::ItemId;
use clausebook::mapping::{self, Strength};
use clausebook::named::Wanted;
use clausebook::systems;
use clausebook::undo::undo;
use clausebook::workspace::Tx;
use proptest::prelude::*;
use rusqlite::types::Value;

use crate::support::organisation::{Organisation, by_hand, clause, owned, paper};
use crate::support::rows;

/// One correction; numbers choose what of, and what it says then.
#[derive(Debug, Clone)]
enum Act {
    Document(u8, u8, u8),
    Scope(u8, u8),
    Mapping(u8, u8),
    Audit(u8, u8),
    Files(u8),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => (any::<u8>(), any::<u8>(), any::<u8>()).prop_map(|(a, b, c)| Act::Document(a, b, c)),
        3 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Act::Scope(a, b)),
        4 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Act::Mapping(a, b)),
        2 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Act::Audit(a, b)),
        1 => any::<u8>().prop_map(Act::Files),
    ]
}

/// Three documents, mapped: one in force, one a draft, one withdrawn; and an audit.
fn filed() -> Organisation {
    let mut at = Organisation::new();
    at.sites(&["A", "B"]);
    at.set_scope("QMS", &["A", "B"]);
    for (code, references) in [("P-0", ["9001/7.5", "20000-1/8.5.1"]), ("P-2", ["9001/7.5", "27001/5.2"])] {
        let id = at.document(code);
        for reference in references {
            at.map(ItemId::Document(id), reference);
        }
    }
    let draft = at.draft("P-1");
    at.map(ItemId::Document(draft), "9001/9.2.2");
    at.does(|tx| documents::withdraw(tx, "P-2", "replaced", tx.today()));
    let new = NewAudit {
        code: "AUD-1".into(),
        title: "Internal audit".into(),
        kind: AuditKind::Internal,
        editions: vec!["9001:2015".parse().unwrap()],
        scope: Vec::new(),
        period_from: None,
        period_to: None,
    };
    at.does(|tx| audits::plan(tx, new));
    at.workspace.take_written();
    at
}

fn wanted(pairs: &[(&str, String)]) -> Wanted {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), text.clone())).collect()
}

fn scope(tx: &Tx<'_>, n: u8) -> Vec<ScopeItemId> {
    let codes: &[&str] = [&["A"][..], &["B"], &["A", "B"], &[]][usize::from(n % 4)];
    systems::scope_codes(tx.db(), &owned(codes)).unwrap()
}

fn correct(tx: &mut Tx<'_>, act: &Act, ids: &[ItemId]) -> clausebook::error::Result<bool> {
    let why = "entered wrongly";
    let which = |n: u8| ids[usize::from(n) % ids.len()];
    let ItemId::Document(document) = which(match act {
        Act::Document(n, ..) | Act::Scope(n, _) | Act::Mapping(n, _) => *n,
        Act::Audit(..) | Act::Files(_) => 1,
    }) else {
        unreachable!("all of them are documents")
    };
    match act {
        Act::Document(_, field, n) => {
            let text = match field % 5 {
                0 => ("owner", format!("Owner {}", n % 3)),
                1 => ("title", format!("Title {n}")),
                2 => ("review_interval", if n % 3 == 0 { String::new() } else { (n % 40).to_string() }),
                3 => ("kind", String::from(["policy", "plan"][usize::from(n % 2)])),
                // A code that another one may have.
                _ => ("code", format!("P-{}", n % 4)),
            };
            documents::correct(tx, document, &wanted(&[text]), (n % 4 == 0).then(|| scope(tx, *n)), why)
        }
        Act::Scope(_, n) => {
            let items = scope(tx, *n);
            documents::correct(tx, document, &Wanted::new(), Some(items), why)
        }
        Act::Mapping(_, n) => {
            let links = mapping::of_item(tx.db(), ItemId::Document(document))?;
            let link = &links[usize::from(*n) % links.len()];
            let strength = [Strength::Full, Strength::Partial, Strength::Supporting][usize::from(n / 2 % 3)];
            let reason = if n % 5 == 0 { String::new() } else { format!("Only part {n}") };
            let wanted = wanted(&[("strength", strength.name().to_owned()), ("reason", reason)]);
            let items = (n % 3 == 0).then(|| scope(tx, n / 3));
            mapping::correct(tx, ItemId::Document(document), &link.reference, &wanted, items, why)
        }
        Act::Audit(field, n) => {
            let text = match field % 3 {
                0 => ("title", format!("Audit {n}")),
                1 => ("editions", String::from(["9001:2015", "9001:2015, 27001:2013"][usize::from(n % 2)])),
                _ => ("period_from", if n % 2 == 0 { String::new() } else { String::from("2026-01-01") }),
            };
            let items = (n % 4 == 0).then(|| scope(tx, *n));
            audits::correct(tx, "AUD-1", &wanted(&[text]), items, why)
        }
        Act::Files(n) => documents::replace_files(tx, document, None, vec![paper(&format!("paper {}", n % 3))], why),
    }
}

fn but_for_history(mut tables: BTreeMap<String, Vec<Vec<Value>>>) -> BTreeMap<String, Vec<Vec<Value>>> {
    tables.remove("history");
    tables.remove("batch");
    tables
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn correcting_and_undoing_leaves_the_tables_of_a_ledger_where_it_never_happened(
        acts in proptest::collection::vec(act(), 1..25),
    ) {
        let mut at = filed();
        let codes = ["P-0", "P-1", "P-2"];
        let ids = codes.map(|code| ItemId::Document(documents::by_code(at.db(), code).unwrap().id));
        let never = but_for_history(rows(at.db()));
        for act in &acts {
            let size = at.workspace.head().unwrap().size;
            match at.workspace.transact(|tx| correct(tx, act, &ids)) {
                Ok(changed) => {
                    let written = at.workspace.head().unwrap().size - size;
                    prop_assert_eq!(written, u64::from(changed), "what says so already writes nothing: {:?}", act);
                }
                Err(e) => prop_assert_ne!(e.code(), clausebook::error::Code::Internal, "{:?}", act),
            }
        }
        at.rebuilds_the_same();
        let steps: Vec<_> = at.workspace.take_written().into_iter().map(|written| written.entries).collect();
        for _ in steps {
            undo(&mut at.workspace).unwrap();
        }
        prop_assert_eq!(but_for_history(rows(at.db())), never);
        at.rebuilds_the_same();
    }
}

#[test]
fn mappings_corrected_and_made_anew_count_alike() {
    let mut at = Organisation::new();
    at.sites(&["A", "B"]);
    at.set_scope("QMS", &["A", "B"]);
    let item = ItemId::Document(at.document("P-1"));
    at.map(item, "9001/7.5");
    let items = systems::scope_codes(at.db(), &owned(&["A"])).unwrap();
    let cells = |at: &Organisation| rows(at.db())["coverage_cell"].clone();
    let change = wanted(&[("strength", "partial".into()), ("reason", "A part of it".into())]);
    at.does(|tx| mapping::correct(tx, item, &clause("9001/7.5"), &change, Some(items.clone()), "Read again"));
    let corrected = cells(&at);
    at.does(|tx| mapping::unlink(tx, item, &clause("9001/7.5"), "to make it anew"));
    let new = mapping::NewLink { scope: items, ..by_hand(item, "9001/7.5", Strength::Partial) };
    at.does(|tx| mapping::link(tx, new));
    assert_eq!(cells(&at), corrected);
}
