//! What a search found.

use super::{Page, Show, plural};
use crate::api::Hits;
use crate::records::State;

impl Show for Hits {
    fn show(&self, page: &mut Page) {
        for h in &self.hits {
            let label = h.revision.as_ref().map(|r| format!(" rev {r}")).unwrap_or_default();
            let state = h.state.filter(|state| *state != State::InDate).map(|state| format!(" ({})", state.words()));
            page.line(format!("{}{label} {}{}", h.code, h.title, state.unwrap_or_default()));
            page.line(format!("  {}", h.file));
            page.line(format!("  {}", h.snippet));
        }
        page.line(match self.hits.len() {
            0 => String::from("Nothing found. Pictures, locked and damaged files are not searched."),
            n => format!("{}.", plural(n, "hit", "hits")),
        });
    }
}
