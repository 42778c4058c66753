//! The register on paper.

use super::columns::{DOCUMENTS, OBSOLETE};
use super::rows::Register;
use crate::error::Result;
use crate::print::{Made, Part, Printed, pages, say, table, with};

/// Prints the register, or what is obsolete alone.
///
/// # Errors
/// `internal` where the engine refuses.
pub fn print(register: &Register, obsolete_alone: bool, made: &Made) -> Result<Printed> {
    let word = |key| say(made.language, key).into_owned();
    let obsolete = table(OBSOLETE, &register.obsolete, "paper.register.nothingObsolete", made);
    if obsolete_alone {
        return pages(made, word("paper.register.obsoleteTitle"), vec![obsolete]);
    }
    let documents = table(DOCUMENTS, &register.documents, "paper.register.none", made);
    let left_out = left_out(register, made).map(Part::Text);
    let heading = Part::Heading(word("paper.register.obsoleteTitle"));
    pages(
        made,
        word("paper.register.title"),
        [Some(documents), left_out, Some(heading), Some(obsolete)].into_iter().flatten().collect(),
    )
}

/// How many documents are left out, where some are.
pub(super) fn left_out(register: &Register, made: &Made) -> Option<String> {
    let n = register.left_out;
    (n > 0).then(|| with(made.language, "paper.register.leftOut", &[("n", &n.to_string())]))
}
