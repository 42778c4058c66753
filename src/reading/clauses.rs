//! Clauses in running text, behind the number of their standard.

use super::named::clauses_named;
use crate::standards::{ClauseRef, EditionId};

/// The standard whose number stands in a header or prefix, by its short name.
pub(super) fn standard_in(text: &str) -> Option<&'static str> {
    ["20000-1", "27001", "9001"].into_iter().find(|s| text.contains(s))
}

/// The clauses that a text names together with their standard, each once, of the editions held: of the year that the text
/// says, else of the edition held; those that an edition does not have are left out.
pub fn clauses_in_text(text: &str, held: &[EditionId]) -> Vec<ClauseRef> {
    let mut out: Vec<ClauseRef> = Vec::new();
    for named in clauses_named(text) {
        for reference in named.meant(held) {
            if !out.contains(&reference) {
                out.push(reference);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standards::catalogue;

    #[test]
    fn clauses_are_read_only_where_their_standard_is_named() {
        let held: Vec<EditionId> = catalogue().default_editions().map(|e| e.id.clone()).collect();
        let text =
            "Audit against ISO/IEC 20000-1:2018, clause 9.2.2, and ISO 9001 9.2. Version 4.1 of 2026. 27001 A.99.1";
        let found: Vec<String> = clauses_in_text(text, &held).iter().map(ClauseRef::short).collect();
        assert_eq!(found, ["20000-1 9.2.2", "9001 9.2"]);
    }
}
