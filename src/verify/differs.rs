//! What a comparison of the tables with the ledger found, as a report has it. Who compares knows the domains; this does not.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One difference between a table and the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "TableDiffers")]
pub struct Differs {
    /// `field_changed`, `row_added`, `row_missing`, `index_wrong`, `part_changed`, `part_added`, `part_missing`;
    /// of a pack's pages `page_field`, `page_added`, `page_missing`, `page_other`; of what a pack leaves out `entry_left_out`,
    /// `item_left_out`.
    pub how: Cow<'static, str>,
    /// The table; or the name of a table, index, trigger or view that differs itself.
    pub table: String,
    /// `document`, `record`, `person` and so on; empty where it is about none.
    pub kind: String,
    /// Its code or name.
    pub item: String,
    /// The column.
    pub field: String,
    /// What the ledger says.
    pub ledger: String,
    /// What the table says.
    pub shown: String,
}

impl Differs {
    /// In words.
    pub fn text(&self) -> String {
        let Self { how, table, kind, item, field, ledger, shown } = self;
        let about = match (kind.as_str(), item.as_str()) {
            ("", _) | (_, "") => format!("Table {table}"),
            (kind, item) => format!("{} {item}", kind.replace('_', " ")),
        };
        match how.as_ref() {
            "field_changed" => format!("{about}: {field} is “{shown}”, by the ledger “{ledger}” (table {table})"),
            "row_added" => format!("{about}: a row of {table} does not come of the ledger: {shown}"),
            "row_missing" => format!("{about}: a row of {table} is gone that comes of the ledger: {ledger}"),
            "index_wrong" => format!("{about}: its index leads elsewhere: {shown}"),
            "entry_left_out" => format!("Entry {item} ({ledger}) is about what is in the pack, and is not in it"),
            "entry_kept_back" => {
                format!("Entry {item} ({ledger}) is withheld, and holds no path of a disk, or files something else")
            }
            "item_left_out" => format!("{item} belongs in the pack by the workspace's ledger, and is not in it"),
            "part_added" => format!("“{table}” in the database is none that this program makes"),
            "part_missing" => format!("“{table}” is gone from the database"),
            _ => format!("“{table}” in the database is not as this program makes it"),
        }
    }
}
