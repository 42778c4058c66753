//! Parties and what is on file of them.

use super::{Page, Show, word};
use crate::api::PartyShown;
use crate::parties::{Party, PartyKind};

fn kind(party: &Party) -> String {
    let within = if party.within_larger_organisation { ", within the larger organisation" } else { "" };
    format!("{}{within}", party.kind.map_or("no kind said", PartyKind::name))
}

impl Show for Party {
    fn show(&self, page: &mut Page) {
        page.line(format!("{} ({})", self.name, kind(self)));
        if !self.lead_name.is_empty() {
            page.line(format!("  works for {}", self.lead_name));
        }
        for one in &self.on_file {
            let held = [one.held.document.as_str(), &one.held.words];
            let held = held.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            page.line(format!("  {}: {held} ({})", word(one.fact).replace('_', " "), one.on));
        }
    }
}

impl Show for Vec<Party> {
    fn show(&self, page: &mut Page) {
        let row = |p: &Party| [p.name.clone(), kind(p), p.lead_name.clone(), p.serves().join(", ")];
        let rows: Vec<[String; 4]> = self.iter().map(row).collect();
        page.table(["name", "kind", "works for", "serves"], &rows);
        if rows.is_empty() {
            page.line("No parties yet: clausebook party add NAME --kind external");
        }
    }
}

impl Show for PartyShown {
    fn show(&self, page: &mut Page) {
        self.party.show(page);
        for item in &self.runs {
            page.line(format!("  runs {} {} ({})", item.code, item.name, item.run_by.map_or_else(String::new, word)));
        }
        if !self.under_it.is_empty() {
            page.line(format!("  works with {}", self.under_it.join(", ")));
        }
    }
}
