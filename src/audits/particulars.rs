//! What is entered about an audit: the one list of it.

use super::model::{AuditKind, Editions};
use crate::day::Day;
use crate::named::particulars;

particulars! {
    /// What is entered about an audit besides its number.
    #[ts(rename = "AuditParticulars")]
    pub struct Particulars {
        needed {
            /// Title.
            title: String,
            /// What kind of audit it is.
            kind: AuditKind,
            /// The editions audited, together.
            editions: Editions,
        }
        known {
            /// First day of the period under audit.
            period_from: Option<Day>,
            /// Last day of the period under audit.
            period_to: Option<Day>,
        }
    }
}
