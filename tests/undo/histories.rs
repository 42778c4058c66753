//! For any history of two persons: once one of them has taken back all that can be taken back, newest first, the tables are
//! as if that had never been written, or what stands on the next of it is named.

use std::collections::BTreeMap;

use clausebook::day::Due;
use clausebook::documents::{self, DocumentKind, NewDocument};
use clausebook::error::{Code, Result};
use clausebook::items::{self, ItemId};
use clausebook::ledger::{self, Entry};
use clausebook::mapping::{self, MappingEvent, NewLink, Strength};
use clausebook::records;
use clausebook::undo::undo;
use clausebook::workspace::{BatchState, Clock, Tx, batch_with};
use proptest::prelude::*;
use rusqlite::Connection;
use rusqlite::types::Value;
use serde_json::value::RawValue;

use crate::support::organisation::{Organisation, approval, by_hand, clause, record, revision, today};
use crate::support::{day, noon};

const PERSONS: [&str; 2] = ["me@example.org", "other@example.org"];
const CLAUSES: [&str; 3] = ["9001/7.5.3", "9001/8.5.6", "20000-1/8.5.1"];

/// What one person does in one step; numbers choose among what is there.
#[derive(Debug, Clone, Copy)]
struct Step {
    person: usize,
    what: u8,
    which: u8,
    clause: u8,
}

fn step() -> impl Strategy<Value = Step> {
    (0..2_usize, 0..9_u8, any::<u8>(), any::<u8>()).prop_map(|(person, what, which, clause)| Step {
        person,
        what,
        which,
        clause,
    })
}

fn act(tx: &mut Tx<'_>, step: Step, n: usize) -> Result<()> {
    let code = format!("D-{}", step.which % 3);
    let reference = CLAUSES[usize::from(step.clause) % CLAUSES.len()];
    let item = |tx: &Tx<'_>| match step.which % 4 {
        3 => {
            let page = records::list(tx.db(), &records::Filter::default(), records::Sort::Filed, None, 9)?;
            page.rows.first().map_or_else(|| items::find(tx.db(), "R-0"), |row| Ok(ItemId::Record(row.id)))
        }
        _ => items::find(tx.db(), &code),
    };
    match step.what {
        0 => {
            let id = documents::register(tx, NewDocument::new(&code, "T", DocumentKind::Procedure))?;
            documents::file_revision(tx, id, revision(&format!("{n}"))).map(|_| ())
        }
        1 => documents::file_revision(tx, code.as_str(), revision(&format!("{n}"))).map(|_| ()),
        2 => {
            let due = Due::Day { day: day(2027, 1, u32::from(step.clause % 3) + 1) };
            documents::set_next_review(tx, code.as_str(), Some(due))
        }
        3 => {
            let id = records::file(tx, record(&format!("Record {n}")))?;
            mapping::link(tx, by_hand(ItemId::Record(id), reference, Strength::Full)).map(|_| ())
        }
        4 | 5 => {
            let item = item(tx)?;
            mapping::link(tx, by_hand(item, reference, Strength::Full)).map(|_| ())
        }
        6 => {
            let item = item(tx)?;
            mapping::unlink(tx, item, &clause(reference), "wrong")
        }
        7 => {
            let item = item(tx)?;
            mapping::decline(tx, item, &clause(reference), "covered elsewhere")
        }
        _ => documents::approve(tx, code.as_str(), approval(today())).map(|_| ()),
    }
}

/// All that the tables say, but for the history itself and the places of entries in it. What a next review was set to and
/// set back stays among the decisions; how the documents stand by it is compared.
fn said(db: &Connection) -> BTreeMap<String, Vec<String>> {
    let kept = |table: &String| !["history", "batch", "decision", "machine_key"].contains(&table.as_str());
    let mut all = BTreeMap::new();
    for table in clausebook::rebuild::tables(db).unwrap().into_iter().filter(kept) {
        let mut statement = db.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let names: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
        // A mapping that came back has another identifier, and a record is called after its entry.
        let places = |name: &str| match table.as_str() {
            "link" => ["id", "seq"].contains(&name),
            "record" => ["code", "seq"].contains(&name),
            "revision" => name == "position",
            _ => ["seq", "link", "source", "wanted"].contains(&name),
        };
        let rows = statement.query_map([], |row| {
            let columns = names.iter().enumerate().filter(|(_, name)| !places(name));
            columns.map(|(i, _)| row.get::<_, Value>(i)).collect::<rusqlite::Result<Vec<_>>>()
        });
        let mut rows: Vec<String> = rows.unwrap().map(|row| format!("{:?}", row.unwrap())).collect();
        rows.sort();
        all.insert(table, rows);
    }
    all
}

/// The same again. A mapping records which points opened with it, which hangs on what else is mapped: it is made anew.
fn again(tx: &mut Tx<'_>, event: &RawValue) -> Result<()> {
    match serde_json::from_str(event.get()) {
        Ok(MappingEvent::Linked { item, reference, strength, reason, variance, scope, origin, basis, .. }) => {
            match mapping::link(tx, NewLink { item, reference, strength, reason, variance, scope, origin, basis }) {
                // What somebody else filed, and took back once nothing hung on it, was never filed here.
                Err(e) if e.code() == Code::NotFound => tx.append(&event).map(|_| ()),
                done => done.map(|_| ()),
            }
        }
        Ok(MappingEvent::Unlinked { item: Some(item), reference: Some(reference), reason, .. }) => {
            match mapping::unlink(tx, item, &reference, &reason) {
                // What somebody else had made was never made here.
                Err(e) if e.code() == Code::NotFound => tx.append(&event).map(|_| ()),
                done => done,
            }
        }
        _ => tx.append(&event).map(|_| ()),
    }
}

/// An organisation in which only what was not taken back was ever written.
fn without_what_was_undone(at: &Organisation) -> Organisation {
    let mut other = Organisation::new();
    let founded = other.workspace.head().unwrap().size;
    // Both found themselves by the same steps, under other identifiers, which nothing here names.
    ledger::for_each_entry(at.db(), founded..at.workspace.head().unwrap().size, |seq, bytes| {
        let batch = batch_with(at.db(), seq)?.unwrap();
        if [BatchState::Undoable, BatchState::Final].contains(&batch.state) {
            let entry = Entry::parse(bytes)?;
            other.workspace.act_as(entry.actor.clone());
            other.workspace.set_clock(Clock::Fixed(noon(today())));
            let event: &RawValue = entry.event;
            other.workspace.transact(|tx| again(tx, event))?;
        }
        Ok(())
    })
    .unwrap();
    other
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_one_person_takes_back_is_as_if_it_had_never_been(steps in proptest::collection::vec(step(), 1..40)) {
        let mut at = Organisation::new();
        for (n, step) in steps.iter().enumerate() {
            at.workspace.act_as(PERSONS[step.person]);
            // What the rules refuse is no step.
            let _ = at.workspace.transact(|tx| act(tx, *step, n));
        }
        at.workspace.act_as(PERSONS[0]);
        let refusal = loop {
            let size = at.workspace.head().unwrap().size;
            if let Err(refusal) = undo(&mut at.workspace) {
                prop_assert_eq!(at.workspace.head().unwrap().size, size, "a refused undo writes nothing");
                break refusal;
            }
        };
        match refusal.reason().name {
            "change_none" => {}
            "change_built_upon" => {
                for named in refusal.value("since").unwrap().split("; ").filter(|named| *named != "…") {
                    let seq: u64 = named.split(' ').next().unwrap().parse().unwrap();
                    let batch = batch_with(at.db(), seq).unwrap().unwrap();
                    prop_assert!([BatchState::Undoable, BatchState::Final].contains(&batch.state), "{named} holds");
                    prop_assert!(named.ends_with(&batch.actor), "{named} says who");
                }
            }
            other => prop_assert!(false, "refused by {other}: {refusal}"),
        }
        // A number that was given is not given again, and the number of a record is that of its filing.
        let other = without_what_was_undone(&at);
        let (now, never) = (said(at.db()), said(other.db()));
        for (table, rows) in never.iter().filter(|(table, _)| !["system", "standing_day", "record_code_spent", "record_number"].contains(&table.as_str())) {
            prop_assert_eq!(&now[table], rows, "{}", table);
        }
        at.rebuilds_the_same();
    }
}
