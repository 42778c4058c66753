//! Any history of filing, correcting, replacing, taking back and undoing.

use std::collections::BTreeMap;

use clausebook::error::{Code, Result};
use clausebook::ids::RecordId;
use clausebook::ledger::{self, Entry};
use clausebook::records::{self, Exit, Filter, NewRecord, Particulars, Record, Sort};
use clausebook::undo;
use clausebook::workspace::{Tx, Workspace};
use proptest::prelude::*;

use crate::support::organisation::{Organisation, record};
use crate::support::{day, rows};

/// One thing a person does; numbers choose among what is there.
#[derive(Debug, Clone)]
enum Act {
    File(u8),
    Correct(u8, u8),
    Replace(u8, u8),
    TakeBack(u8),
    Reinstate(u8),
    Number(u8),
    NextYear,
    Undo,
}

fn act() -> impl Strategy<Value = Act> {
    use Act::*;
    prop_oneof![
        5 => any::<u8>().prop_map(File),
        3 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Correct(a, b)),
        4 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Replace(a, b)),
        2 => any::<u8>().prop_map(TakeBack),
        2 => any::<u8>().prop_map(Reinstate),
        1 => any::<u8>().prop_map(Number),
        1 => Just(NextYear),
        4 => any::<u8>().prop_map(|_| Undo),
    ]
}

fn all(workspace: &Workspace) -> Vec<Record> {
    records::list(workspace.db(), &Filter::default(), Sort::Filed, None, 1000).unwrap().rows
}

fn perform(tx: &mut Tx<'_>, act: &Act, there: &[RecordId]) -> Result<()> {
    let pick = |n: u8| there.get(usize::from(n) % there.len().max(1)).copied();
    match act {
        Act::File(n) => {
            let particulars = Particulars {
                collected: Some(day(2026, 1, u32::from(n % 28) + 1)),
                valid_until: (n % 3 > 0).then(|| day(2026, 3, u32::from(n % 28) + 1)),
                ..Particulars::new(format!("Test {n}"))
            };
            records::file(tx, NewRecord { particulars, ..record("Test") }).map(|_| ())
        }
        Act::Correct(n, m) => {
            let Some(id) = pick(*n) else { return Ok(()) };
            let (field, text) =
                [("title", format!("Test {m}")), ("valid_until", "2026-02-01".into()), ("note", String::new())]
                    [usize::from(m % 3)]
                .clone();
            records::correct(tx, id, &[(field.to_owned(), text)].into(), None, "why").map(|_| ())
        }
        Act::Replace(n, m) => match (pick(*n), pick(*m)) {
            (Some(id), Some(by)) => records::replace(tx, id, by, "why"),
            _ => Ok(()),
        },
        Act::TakeBack(n) => pick(*n).map_or(Ok(()), |id| records::take_back(tx, id, "why").map(|_| ())),
        Act::Reinstate(n) => pick(*n).map_or(Ok(()), |id| records::reinstate(tx, id, "why")),
        Act::Number(n) => {
            let rules = ["REC-{year}-{number:3}", "N-{number}", "{year}/{number}", "2026/{number}"];
            records::set_numbering(tx, rules[usize::from(n % 4)], "").map(|_| ())
        }
        Act::NextYear | Act::Undo => Ok(()),
    }
}

/// Every number given, with its year and its place in it, in the order of the ledger.
fn given(workspace: &Workspace) -> Vec<(String, i64, i64)> {
    let mut given = Vec::new();
    ledger::for_each_entry(workspace.db(), 0..workspace.head().unwrap().size, |_, bytes| {
        let event: serde_json::Value = serde_json::from_str(Entry::parse(bytes)?.event())?;
        let number = &event["data"]["number"];
        if let Some(code) = number["code"].as_str() {
            given.push((code.to_owned(), number["year"].as_i64().unwrap(), number["place"].as_i64().unwrap()));
        }
        Ok(())
    })
    .unwrap();
    given
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn tables_are_those_rebuilt_and_numbers_ascend(acts in proptest::collection::vec(act(), 1..60)) {
        let mut at = Organisation::new();
        let mut year = 2026;
        for act in &acts {
            let there: Vec<RecordId> = all(&at.workspace).iter().map(|record| record.id).collect();
            if let Act::NextYear = act {
                year += 1;
                at.turn_to(day(year, 1, 15));
            }
            let size = at.workspace.head().unwrap().size;
            let done = match act {
                Act::Undo => undo::undo(&mut at.workspace).map(|_| ()),
                _ => at.workspace.transact(|tx| perform(tx, act, &there)),
            };
            if let Err(refusal) = done {
                prop_assert_ne!(refusal.code(), Code::Internal, "{:?}: {:?}", act, refusal);
                prop_assert_eq!(at.workspace.head().unwrap().size, size, "what is refused writes nothing");
            }
        }
        let given = given(&at.workspace);
        let mut codes: Vec<&String> = given.iter().map(|(code, ..)| code).collect();
        codes.sort_unstable();
        codes.dedup();
        prop_assert_eq!(codes.len(), given.len(), "each number is given once");
        let mut last = BTreeMap::new();
        for (_, year, place) in &given {
            prop_assert!(last.insert(year, place).is_none_or(|before| before < place), "ascending in {}", year);
        }
        for record in all(&at.workspace) {
            let successors: Vec<_> = records::exited(at.db(), record.id).unwrap().into_iter().filter_map(|e| e.by).collect();
            for by in successors {
                let successor = records::by_id(at.db(), by.id).unwrap();
                prop_assert_ne!(successor.exit, Some(Exit::TakenBack), "what was taken back stands in no place");
            }
        }
        at.rebuilds_the_same();
    }

    #[test]
    fn what_is_undone_leaves_the_tables_as_they_were(
        before in proptest::collection::vec(act(), 1..30),
        last in act(),
    ) {
        let mut at = Organisation::new();
        for act in before.iter().filter(|act| !matches!(act, Act::Undo | Act::NextYear)) {
            let there: Vec<RecordId> = all(&at.workspace).iter().map(|record| record.id).collect();
            let _ = at.workspace.transact(|tx| perform(tx, act, &there));
        }
        at.workspace.take_written();
        let seen = |at: &Organisation| {
            let mut tables = rows(at.db());
            // Its history stays, and a number that was given is not given again.
            for kept in ["history", "batch", "record_number", "record_code_spent", "record_numbering"] {
                tables.remove(kept);
            }
            (tables, records::numbering(at.db()).unwrap())
        };
        let tables = seen(&at);
        let there: Vec<RecordId> = all(&at.workspace).iter().map(|record| record.id).collect();
        let _ = at.workspace.transact(|tx| perform(tx, &last, &there));
        if !at.workspace.take_written().is_empty() {
            let undone = undo::undo(&mut at.workspace);
            prop_assert!(undone.is_ok(), "{:?}: {:?}", last, undone);
        }
        prop_assert_eq!(seen(&at), tables, "{:?}", last);
    }
}
