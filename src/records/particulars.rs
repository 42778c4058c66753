//! What is entered about a record: the one list of it.

use crate::day::Day;
use crate::named::particulars;

particulars! {
    /// What is entered about a record. A new particular is a line here and a column in `schema/projections/records.sql`.
    #[derive(Default)]
    #[ts(rename = "RecordParticulars")]
    pub struct Particulars {
        needed {
            /// What it shows.
            title: String,
        }
        known {
            /// The organisation's own word for its kind.
            kind: String { event: "record_kind" },
            /// First day of the period it speaks of.
            period_from: Option<Day> { argument: "from" },
            /// Last day of the period it speaks of.
            period_to: Option<Day> { argument: "to" },
            /// Day on which it was collected.
            collected: Option<Day>,
            /// Last day on which it counts as evidence.
            valid_until: Option<Day> { argument: "valid-until" },
            /// How long it is kept, in the organisation's words.
            retention: String,
            /// A remark.
            note: String,
        }
    }
}
