//! Several documents and records mapped to several clauses: what became of each, and how the clauses stand.

use super::coverage::marked;
use super::{Page, Show, plural};
use crate::api::CellsMapped;
use crate::mapping::CellHow;
use crate::standards::Relation;

impl Show for CellsMapped {
    fn show(&self, page: &mut Page) {
        let mut item = "";
        for cell in &self.cells {
            if item != cell.item {
                page.line(&cell.item);
                item = &cell.item;
            }
            let how = match (cell.how, &cell.relation) {
                (CellHow::Stays, _) => String::from("mapped already"),
                (CellHow::Accepted, Some(relation)) => format!("accepted, {}", Relation::words_of(relation)),
                _ => String::from("mapped by hand"),
            };
            let opens = match cell.opens {
                0 => String::new(),
                n => format!("; {} opened", plural(n, "point", "points")),
            };
            page.line(format!("  {} {how}, {}{opens}", page.clause(&cell.reference), cell.strength.name()));
        }
        page.line("How the clauses stand:");
        for change in &self.clauses {
            let (before, after) = (marked(change.before), marked(change.after));
            let stands = if before == after { format!("{after}, as before") } else { format!("{before} → {after}") };
            page.line(format!("  {} {}: {stands}", page.clause(&change.reference), change.title));
        }
    }
}
