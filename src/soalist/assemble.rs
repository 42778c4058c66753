//! A list with its rows, as it is answered.

use super::model::{Outcome, SoaCounts, SoaListed};
use super::plan::Plan;
use super::take::missing;
use crate::applicability::Row;
use crate::import::{ListTaken, Taken};
use crate::lists::write_form;

/// What is known of the system and of the call.
pub(super) struct Context {
    pub(super) system: String,
    pub(super) edition: String,
    pub(super) edition_said: bool,
    pub(super) written: bool,
}

/// Puts the answer together.
pub(super) fn assemble(context: Context, taken: Taken, plan: Plan, rows: &[Row]) -> SoaListed {
    let missing = missing(&plan, rows);
    let listed_edition = plan.edition.to_string();
    let rows: Vec<_> = plan.rows.into_iter().map(|row| row.shown).collect();
    let mut counts = SoaCounts { missing: missing.len(), ..SoaCounts::default() };
    for row in &rows {
        match row.outcome {
            Outcome::Decided => {
                counts.decided += 1;
                counts.otherwise += usize::from(row.before.is_some());
            }
            Outcome::Unchanged => counts.unchanged += 1,
            Outcome::Asked => counts.asked += 1,
            Outcome::LeftOut => counts.left_out += 1,
        }
        if row.outcome != Outcome::LeftOut {
            counts.open += row.doubts.iter().filter(|doubt| !doubt.holds && doubt.answer.is_none()).count();
        }
    }
    counts.left_out += taken.read.left_out.len();
    SoaListed {
        system: context.system,
        edition: context.edition,
        listed_edition,
        edition_said: context.edition_said,
        written: context.written,
        counts,
        list: ListTaken::of(&taken, true),
        rows,
        missing,
        form: write_form(&[(taken.name, taken.read)]),
    }
}
