//! The lists of a pack and their columns, each with where it comes from: what a checker can make again from the entries in the
//! pack alone, and what hangs on the program besides. `docs/pack-format.md` shows the same table.

use std::sync::LazyLock;

use serde::Deserialize;

/// Where what stands in a column comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum From {
    /// Entries say it.
    Entries,
    /// It is worked out from what they say.
    Counted,
    /// The standards' data say it.
    Data,
}

/// A column of a list.
#[derive(Debug, Deserialize)]
pub struct Column {
    /// The list, as `documents` for `documents.csv`.
    pub list: String,
    /// What stands above it.
    #[serde(rename = "column")]
    pub name: String,
    /// Where it comes from.
    pub from: From,
    /// The kinds of entries it is read from, as `document.approved mapping.*`.
    pub entries: String,
}

static COLUMNS: LazyLock<Vec<Column>> = LazyLock::new(|| {
    let rows = csv::Reader::from_reader(include_bytes!("columns.csv").as_slice()).into_deserialize();
    // Part of the program, and read by a test.
    rows.filter_map(Result::ok).collect()
});

/// The columns of a list, in order.
pub(super) fn columns(list: &str) -> impl Iterator<Item = &'static Column> {
    COLUMNS.iter().filter(move |column| column.list == list)
}

/// All columns, list by list.
pub fn all_columns() -> &'static [Column] {
    &COLUMNS
}
