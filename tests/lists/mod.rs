//! Lists of other programs: how their columns are understood, which rows are read, what is said of the rest.

mod columns;
mod controls;
mod decided;
mod signs;
mod workbooks;

use std::collections::BTreeMap;

use clausebook::contained::Containment;
use clausebook::extract::tables;
use clausebook::lists::{Chosen, Known, Memory, ShareNames, Understood, understand};
use clausebook::questions::List;
use clausebook::words::Header;

use crate::support::day;

/// Looks at a list with nothing known of it but the files of a share.
fn look(bytes: &[u8], list: List, files: &[&str]) -> Understood {
    decided(bytes, list, files, &Chosen::default())
}

fn decided(bytes: &[u8], list: List, files: &[&str], chosen: &Chosen) -> Understood {
    let share = ShareNames::of(files.iter().copied());
    let known = Known { share: &share, memory: &Memory::default(), today: Some(day(2026, 1, 15)) };
    understand(&tables(bytes, &Containment::here()).unwrap(), list, &known, chosen)
}

fn master(bytes: &[u8]) -> Understood {
    look(bytes, List::MasterList, &[])
}

/// What its columns mean, those not used left out.
fn meanings(list: &Understood) -> BTreeMap<&str, &str> {
    let used = list.columns.iter().filter(|column| column.meaning != "not_used");
    used.map(|column| (column.letters.as_str(), column.meaning.as_str())).collect()
}

/// What stands under a header in each row that is read.
fn values(list: &Understood, header: Header) -> Vec<String> {
    list.rows.iter().map(|row| row.text(header).unwrap_or_default()).collect()
}

/// Standard and clause of each row.
fn clauses(list: &Understood) -> Vec<String> {
    let one = |(standard, clause): &(String, String)| format!("{standard} {clause}");
    list.rows.iter().map(|row| row.clauses.clauses.iter().map(one).collect::<Vec<_>>().join(", ")).collect()
}
