//! What is entered about a mapping: the one list of it.

use super::Strength;
use crate::named::particulars;

particulars! {
    /// What is entered about a mapping.
    #[ts(rename = "MappingParticulars")]
    pub struct Particulars {
        needed {
            /// How much of the clause is satisfied: full, partial or supporting.
            strength: Strength,
        }
        known {
            /// Why it is no more than that.
            reason: String { argument: "reason-text" },
            /// What is different for this standard.
            variance: String,
        }
    }
}
