//! The organisation, people, management systems and their scopes.

use super::{Page, Show, word};
use crate::api::Organisation;
use crate::people::Person;
use crate::systems::{ScopeItem, ScopeQuestionAsked, ScopesCompared, System};

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
            let left = p.left_on.map(|day| format!(", {} on {day}", leaving(p))).unwrap_or_default();
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
                        Some(day) => format!("{} on {day}", leaving(p)),
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

impl Show for System {
    fn show(&self, page: &mut Page) {
        page.line(format!("{} {} ({})", self.code, self.name, self.edition));
        page.line(format!(
            "  scope: {}",
            if self.scope.is_empty() { "not divided yet".into() } else { self.scope.join(", ") }
        ));
        for lack in &self.statement_lacks {
            page.line(format!("  the scope statement lacks: {}", lack.text));
        }
    }
}

impl Show for Vec<System> {
    fn show(&self, page: &mut Page) {
        for system in self {
            system.show(page);
        }
    }
}

impl Show for ScopeItem {
    fn show(&self, page: &mut Page) {
        page.line(format!("{} {} ({})", self.code, self.name, self.kind));
    }
}

impl Show for Vec<ScopeItem> {
    fn show(&self, page: &mut Page) {
        let rows: Vec<[String; 5]> = self
            .iter()
            .map(|i| [i.code.clone(), i.kind.to_string(), i.name.clone(), i.at.join(", "), i.systems.join(", ")])
            .collect();
        page.table(["code", "kind", "name", "at", "in scope of"], &rows);
        if rows.is_empty() {
            page.line("No scope items yet: clausebook scope add CODE --kind site --name NAME");
        }
    }
}

impl Show for ScopesCompared {
    fn show(&self, page: &mut Page) {
        for p in &self.pairs {
            page.line(format!("{} and {}", p.a, p.b));
            for (what, items) in
                [("both", &p.both), (&format!("only {}", p.a), &p.only_a), (&format!("only {}", p.b), &p.only_b)]
            {
                if !items.is_empty() {
                    page.line(format!("  {what}: {}", items.join(", ")));
                }
            }
        }
        page.line("");
        self.items.show(page);
    }
}

impl Show for Vec<ScopeQuestionAsked> {
    fn show(&self, page: &mut Page) {
        for asked in self {
            page.line(format!("{} ({})", asked.text, word(asked.question).replace('_', "-")));
            let answer = asked.answer.map_or_else(|| "no answer".to_owned(), word);
            let reason = if asked.reason.is_empty() { String::new() } else { format!(": {}", asked.reason) };
            page.line(format!("  {answer}{reason}"));
            page.line(format!("  {}", asked.follows));
        }
        if self.is_empty() {
            page.line("There are no questions: SMS and ISMS are not held together.");
        }
    }
}
