//! The organisation and people.

use super::{Page, Show, word};
use crate::api::Organisation;
use crate::people::Person;

impl Show for Organisation {
    fn show(&self, page: &mut Page) {
        page.line(&self.name);
        match self.time_zone {
            Some(zone) => page.line(format!("Days count by {zone}; there it is {}.", self.today)),
            None => {
                page.line(format!("No time zone was set: days count by UTC, by which it is {}.", self.today));
                let zone = self.machine_zone;
                page.line(format!("Set one, such as this machine's: clausebook organisation set --time-zone {zone}"));
            }
        }
    }
}

impl Show for Option<Person> {
    fn show(&self, page: &mut Page) {
        if let Some(p) = self {
            let over = p.successor.as_ref().map(|email| format!(", {email} takes over")).unwrap_or_default();
            let left = p.left_on.map(|day| format!(", {} on {day}{over}", leaving(p))).unwrap_or_default();
            page.line(format!("{} <{}>, {}{left}", p.name, p.email, word(p.role)));
        }
    }
}

/// Whether a person has left, or will.
fn leaving(person: &Person) -> &'static str {
    if person.left { "left" } else { "leaves" }
}

impl Show for bool {
    fn show(&self, page: &mut Page) {
        page.line(if *self {
            "Authors may approve what they wrote; such an approval is marked."
        } else {
            "Authors do not approve what they wrote."
        });
    }
}

impl Show for Vec<Person> {
    fn show(&self, page: &mut Page) {
        let rows: Vec<[String; 4]> = self
            .iter()
            .map(|p| {
                [
                    p.name.clone(),
                    p.email.clone(),
                    word(p.role),
                    match p.left_on {
                        Some(day) => match &p.successor {
                            Some(successor) => format!("{} on {day}, {successor} takes over", leaving(p)),
                            None => format!("{} on {day}", leaving(p)),
                        },
                        None if p.key.is_some() => "has a key".into(),
                        None => String::new(),
                    },
                ]
            })
            .collect();
        page.table(["name", "e-mail", "role", ""], &rows);
        if rows.is_empty() {
            page.line("Nobody is enrolled yet: clausebook person add NAME --email E --role R");
        }
    }
}
