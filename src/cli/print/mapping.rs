//! Mappings to clauses, and those proposed.

use super::points::opened;
use super::{Page, Show, plural};
use crate::api::MappingsCorrected;
use crate::mapping::{Mapped, Named, Origin, Proposal};
use crate::standards::Relation;

/// The mappings of one item, as a table below it.
pub(super) fn mappings(page: &mut Page, mappings: &[Named]) {
    let rows: Vec<[String; 4]> = mappings
        .iter()
        .map(|m| {
            let how = match &m.origin {
                Origin::Hand => String::from("by hand"),
                Origin::Import { source } => source.clone(),
                Origin::Correlation { from, relation } => {
                    format!("{} to {}", Relation::words_of(relation), from.short())
                }
            };
            let mut reason = if m.reason.is_empty() { how } else { format!("{how}: {}", m.reason) };
            if !m.variance.is_empty() {
                reason += &format!("; differs: {}", m.variance);
            }
            if !m.scope.is_empty() {
                reason += &format!("; for {}", m.scope.join(", "));
            }
            [format!("  {}", m.reference.short()), m.title.clone(), m.strength.name().to_owned(), reason]
        })
        .collect();
    page.table(["", "", "", ""], &rows);
}

impl Show for MappingsCorrected {
    fn show(&self, page: &mut Page) {
        if self.corrected == 0 {
            page.line("That is what stands there already; nothing was written.");
        }
        self.mapped.show(page);
    }
}

impl Show for Mapped {
    fn show(&self, page: &mut Page) {
        page.line(format!("{} {}", self.item.code, self.item.title));
        mappings(page, &self.mappings);
        if self.mappings.is_empty() {
            page.line("  mapped to nothing");
        }
        opened(page, &self.opened);
    }
}

impl Show for Vec<Proposal> {
    fn show(&self, page: &mut Page) {
        for p in self {
            let through = p.through.as_ref().map(|t| format!(", through {t}")).unwrap_or_default();
            let reason = if p.needs_reason { " (needs a reason)" } else { "" };
            page.line(format!(
                "{} {} — {} to {}{through}{reason}",
                p.reference.short(),
                p.title,
                Relation::words_of(&p.relation),
                p.from.short()
            ));
            for note in &p.notes {
                page.line(format!("    {note}"));
            }
        }
        page.line(match self.len() {
            0 => String::from("Nothing is proposed."),
            n => format!("{} to decide; none counts before it is accepted.", plural(n, "proposal", "proposals")),
        });
    }
}
