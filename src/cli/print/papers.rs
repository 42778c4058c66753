//! The register as a list, and what was written of it.

use serde::Serialize;

use super::{Page, Show, opt, plural};
use crate::api::PaperSaved;
use crate::day::{Day, Overdue};
use crate::registers::Register;

/// The first day in force, as far as it is known.
fn since(day: Option<Day>, at_latest: bool) -> String {
    let day = opt(day.as_ref());
    if at_latest && !day.is_empty() { format!("at the latest {day}") } else { day }
}

/// The register, or what is obsolete alone.
#[derive(Serialize)]
pub(crate) struct RegisterList {
    #[serde(flatten)]
    pub(crate) register: Register,
    #[serde(skip)]
    pub(crate) obsolete: bool,
}

impl Show for RegisterList {
    fn show(&self, page: &mut Page) {
        if self.obsolete {
            let rows = self.register.obsolete.iter().map(|r| {
                let (code, title) = (r.code.clone(), r.title.clone());
                let (from, until) = (since(r.in_force_from, r.in_force_at_latest), opt(r.until.as_ref()));
                [code, opt(r.revision.as_ref()), r.state.to_string(), from, until, opt(r.replaced_by.as_ref()), title]
            });
            let rows: Vec<_> = rows.collect();
            page.table(["code", "rev", "state", "in force from", "until", "replaced by", "title"], &rows);
            page.line(format!("{} on {}.", plural(rows.len(), "obsolete", "obsolete"), self.register.day));
            return;
        }
        let rows = self.register.documents.iter().map(|r| {
            let mark = match r.overdue {
                Overdue::Yes => " overdue",
                Overdue::ByOneReading => " overdue by one reading",
                Overdue::No => "",
            };
            let due = opt(r.next_review.as_ref()) + mark;
            let (by, on) = (opt(r.approved_by.as_ref()), opt(r.approved_on.as_ref()));
            let from = since(r.in_force_from, r.in_force_at_latest);
            let doubted = if r.doubts.is_empty() { "" } else { " doubted" };
            let (code, state) = (r.code.clone(), format!("{}{doubted}", r.state));
            [code, opt(r.revision.as_ref()), state, by, on, from, due, r.owner.clone(), r.title.clone()]
        });
        let rows: Vec<_> = rows.collect();
        let head = ["code", "rev", "state", "approved by", "on", "in force from", "next review", "owner", "title"];
        page.table(head, &rows);
        for r in &self.register.documents {
            for doubt in &r.doubts {
                let (code, label, by, day) = (&r.code, &doubt.label, &doubt.name, doubt.day);
                page.line(format!("{code} {label}: doubted by {by} on {day}: {}", doubt.reason));
            }
        }
        if self.register.left_out > 0 {
            let those = plural(self.register.left_out, "document", "documents");
            page.line(format!("{those} recorded later, of which nothing is known on this day, left out."));
        }
        let (documents, obsolete) = (plural(rows.len(), "document", "documents"), self.register.obsolete.len());
        page.line(format!("{documents} on {}; {obsolete} obsolete (--obsolete).", self.register.day));
    }
}

impl Show for Vec<PaperSaved> {
    fn show(&self, page: &mut Page) {
        for saved in self {
            let pages = saved.pages.map(|n| format!(", {}", plural(n, "page", "pages"))).unwrap_or_default();
            page.line(format!("Written to {}: {}{pages}.", saved.out, plural(saved.rows, "row", "rows")));
            if !saved.missing.is_empty() {
                let letters: Vec<String> = saved.missing.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect();
                page.line(format!("No font here has {}: printed as their numbers.", letters.join(" ")));
            }
        }
    }
}
