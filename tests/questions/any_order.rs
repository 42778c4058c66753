//! In whatever order it is asked, answered, put off and taken back: the tables are what the ledger says, and an answer changes
//! nothing but what it says.

use std::collections::BTreeMap;

use clausebook::named::Wanted;
use proptest::prelude::*;
use rusqlite::types::Value;

use super::*;
use crate::support::rows;

#[derive(Debug, Clone)]
enum Act {
    Date(u8, u8),
    Owner(u8, u8),
    Bytes(u8, u8),
    Settle(u8, u8, bool),
    Write(u8, u8),
    Aside(u8, bool),
    Correct(u8, u8),
    Withdraw(u8),
    Undo,
}

fn act() -> impl Strategy<Value = Act> {
    use Act::*;
    let n = any::<u8>;
    prop_oneof![
        4 => (n(), n()).prop_map(|(a, b)| Date(a, b)),
        3 => (n(), n()).prop_map(|(a, b)| Owner(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| Bytes(a, b)),
        8 => (n(), n(), any::<bool>()).prop_map(|(a, b, c)| Settle(a, b, c)),
        2 => (n(), n()).prop_map(|(a, b)| Write(a, b)),
        1 => (n(), any::<bool>()).prop_map(|(a, b)| Aside(a, b)),
        1 => (n(), n()).prop_map(|(a, b)| Correct(a, b)),
        1 => n().prop_map(Withdraw),
        4 => Just(Undo),
    ]
}

const CODES: [&str; 3] = ["PR-1", "PR-2", "PR-3"];
const OWNERS: [&str; 3] = ["Purchasing", "Finance", "Sales"];

fn codes(at: &Organisation) -> Vec<String> {
    let list = questions::list(at.db(), questions::Wanted { kind: None, all: false, each: true, limit: 100 }, today())
        .unwrap();
    list.groups.into_iter().flat_map(|group| group.rows).map(|row| row.code).collect()
}

/// What the documents are, without what was asked of them and by which entries they came to it.
fn documents_of(at: &Organisation) -> BTreeMap<String, Vec<Vec<Value>>> {
    let mut rows = rows(at.db());
    rows.retain(|table, _| !["question", "listed", "history", "batch", "decision"].contains(&table.as_str()));
    rows
}

/// The rows of the documents that an answer is about may change; no other may.
fn only_about(
    before: &BTreeMap<String, Vec<Vec<Value>>>,
    after: &BTreeMap<String, Vec<Vec<Value>>>,
    ids: &[DocumentId],
) {
    let ids: Vec<Value> = ids.iter().map(|id| Value::Blob(id.0.as_bytes().to_vec())).collect();
    for table in ["document", "revision"] {
        let others = |rows: &BTreeMap<String, Vec<Vec<Value>>>| -> Vec<Vec<Value>> {
            rows[table].iter().filter(|row| !row.iter().any(|cell| ids.contains(cell))).cloned().collect()
        };
        assert_eq!(others(before), others(after), "{table}: no other document changes");
    }
}

fn perform(at: &mut Organisation, ids: &[DocumentId], act: &Act, n: usize) {
    let id = |x: u8| ids[usize::from(x) % ids.len()];
    let open = codes(at);
    let pick = |x: u8| open.get(usize::from(x) % open.len().max(1)).cloned();
    let size = at.workspace.head().unwrap().size;
    let done = match act {
        Act::Date(x, y) => {
            let (m, d) = (u32::from(y % 12) + 1, u32::from(y / 12 % 12) + 1);
            let words = format!("{d:02}/{m:02}/26");
            at.workspace.transact(|tx| unclear(tx, id(*x), &words, [(m, d), (d, m)]).map(|_| ()))
        }
        Act::Owner(x, y) => {
            let [a, b] = [usize::from(*y) % 3, usize::from(*y / 3) % 3].map(|i| OWNERS[i]);
            at.workspace.transact(|tx| owners(tx, id(*x), [a, b]).map(|_| ()))
        }
        Act::Bytes(x, y) => at.workspace.transact(|tx| other_bytes(tx, id(*x), &format!("bytes {y}")).map(|_| ())),
        Act::Settle(x, y, alike) => {
            let Some(code) = pick(*x) else { return };
            let before = documents_of(at);
            let answer = Answer::Reading(usize::from(*y % 3) + 1);
            let settled = at.workspace.transact(|tx| questions::settle(tx, &code, &answer, *alike, ""));
            if let Ok(settled) = &settled {
                let about: Vec<DocumentId> = settled
                    .settled
                    .iter()
                    .filter_map(|code| match at.question(code).asking.about {
                        About::Document(id) => Some(id),
                        _ => None,
                    })
                    .collect();
                only_about(&before, &documents_of(at), &about);
                for code in &settled.settled {
                    assert_eq!(at.question(code).state, State::Settled);
                }
            }
            settled.map(|_| ())
        }
        Act::Write(x, y) => {
            let Some(code) = pick(*x) else { return };
            let answer = Answer::Value(format!("2026-0{}-01", y % 9 + 1));
            at.workspace.transact(|tx| questions::settle(tx, &code, &answer, false, "").map(|_| ()))
        }
        Act::Aside(x, aside) => {
            let Some(code) = pick(*x) else { return };
            at.workspace.transact(|tx| questions::put_off(tx, &code, *aside))
        }
        Act::Correct(x, y) => {
            let wanted = Wanted::from([("owner".to_owned(), format!("{} {n}", OWNERS[usize::from(*y) % 3]))]);
            at.workspace.transact(|tx| documents::correct(tx, id(*x), &wanted, None, "reason").map(|_| ()))
        }
        Act::Withdraw(x) => at.workspace.transact(|tx| documents::withdraw(tx, id(*x), "reason", today())),
        Act::Undo => undo::undo(&mut at.workspace).map(|_| ()),
    };
    assert!(done.is_ok() || at.workspace.head().unwrap().size == size, "what is refused writes nothing");
}

/// An answer that is taken back leaves everything as it was, but for the history.
fn there_and_back(at: &mut Organisation) {
    for code in codes(at) {
        for reading in 1..=3 {
            let (before, open) = (documents_of(at), at.open());
            let answer = Answer::Reading(reading);
            if at.workspace.transact(|tx| questions::settle(tx, &code, &answer, false, "")).is_err() {
                continue;
            }
            match undo::undo(&mut at.workspace) {
                Ok(_) => {
                    assert_eq!(at.open(), open, "{code} is open again");
                    assert_eq!(state(&documents_of(at)), state(&before), "{code} {reading}: all is as it was");
                }
                Err(refusal) => panic!("{code} {reading}: {refusal}"),
            }
        }
    }
}

/// A draft that is filed again stands under a later entry: its place among the others is what counts.
fn state(rows: &BTreeMap<String, Vec<Vec<Value>>>) -> BTreeMap<String, Vec<Vec<Value>>> {
    let mut rows = rows.clone();
    for row in rows.get_mut("revision").unwrap() {
        row.remove(2);
    }
    rows.get_mut("revision").unwrap().sort_by_key(|row| format!("{row:?}"));
    rows
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_order_of_asking_settling_and_undoing_gives_the_tables_of_the_ledger(acts in prop::collection::vec(act(), 1..28)) {
        let mut at = Organisation::new();
        let ids = CODES.map(|code| at.document(code));
        for (n, act) in acts.iter().enumerate() {
            perform(&mut at, &ids, act, n);
        }
        at.rebuilds_the_same();
        there_and_back(&mut at);
        at.rebuilds_the_same();
    }
}
