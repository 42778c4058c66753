//! What a person decided about the columns of a list: the sheet, the row of names, each column's meaning, each word's.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::questions::List;

/// What to make of a row that is struck out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "StruckRows")]
pub enum Struck {
    /// It is read and does not go into force; whether it holds is asked.
    #[default]
    Ask,
    /// It stays out.
    LeaveOut,
    /// It is a row like the others.
    Read,
}

/// What is made of rows that are hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "HiddenRows")]
pub enum Hidden {
    /// They are read, and it is said.
    #[default]
    Read,
    /// They stay out.
    LeaveOut,
}

/// What was decided about one list; what is not said is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(rename = "ColumnsChosen")]
pub struct Chosen {
    /// The sheet or table: its name, or its number from 1 where it has none.
    pub sheet: Option<String>,
    /// The row of names, as the list's program numbers it; 0 where there is none.
    pub row: Option<usize>,
    /// What columns mean, by their letters: `A` means `number`.
    pub columns: BTreeMap<String, String>,
    /// What words mean, by the particular under which they stand: of `status` the word `OK` means `effective`.
    pub words: BTreeMap<String, BTreeMap<String, String>>,
    /// What to make of rows that are struck out.
    pub struck: Option<Struck>,
    /// Whether rows that are hidden stay out.
    pub leave_hidden: Option<bool>,
}

/// What was decided about the lists of an import.
pub type ChosenLists = BTreeMap<List, Chosen>;

/// The letters of a column, from 0.
pub fn letters(column: usize) -> String {
    let mut out = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = (rest - 1) % 26;
        out.insert(0, char::from(b'A' + digit as u8));
        rest = (rest - 1) / 26;
    }
    out
}
