//! Management systems, their scopes and what these can share.

use super::applicability::in_part;
use super::{Page, Show, plural, word};
use crate::api::ScopePreview;
use crate::systems::{
    Grade, Integration, IntegrationWhy, Measure, ScopeItem, ScopeQuestion, ScopeQuestionAsked, ScopesCompared, Sharing,
    StatementDiff, StatementVersion, System,
};

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
        let row = |i: &ScopeItem| {
            let run_by = i.run_by.map_or_else(String::new, word);
            [i.code.clone(), i.kind.to_string(), i.name.clone(), i.at.join(", "), i.systems.join(", "), run_by]
        };
        let rows: Vec<[String; 6]> = self.iter().map(row).collect();
        page.table(["code", "kind", "name", "at", "in scope of", "run by"], &rows);
        if rows.is_empty() {
            page.line("No scope items yet: clausebook scope add CODE --kind site --name NAME");
        }
    }
}

impl Show for ScopesCompared {
    fn show(&self, page: &mut Page) {
        for p in &self.pairs {
            let nothing = p.both.is_empty() && p.only_a.is_empty() && p.only_b.is_empty();
            page.line(format!("{} and {}{}", p.a, p.b, if nothing { ": nothing said yet" } else { "" }));
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
        page.line("");
        page.line("Where two systems can be integrated:");
        for place in &self.places {
            let site = place.site.as_ref().map(|site| format!(" at {site}")).unwrap_or_default();
            for pair in &place.pairs {
                page.line(format!("  {}{site}: {}", place.item, integrated(pair)));
            }
        }
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

/// Whether two systems can be integrated somewhere, and why.
fn integrated(pair: &Integration) -> String {
    let Integration { a, b, why, .. } = pair;
    let said = match why {
        IntegrationWhy::Both => String::from("yes, both take it in"),
        IntegrationWhy::OnlyFirst => format!("no, in {b} there is nothing to correlate with"),
        IntegrationWhy::OnlySecond => format!("no, in {a} there is nothing to correlate with"),
        IntegrationWhy::Neither => String::from("no, neither takes it in"),
        IntegrationWhy::NotDivided => String::from("yes, a scope is not divided and takes in what its statement says"),
        IntegrationWhy::NothingSaid => String::from("open, nothing is said yet of what a system takes in"),
        IntegrationWhy::KindNotNamed => String::from("open, a scope names nothing of this kind"),
    };
    format!("{a} and {b}: {said}")
}

impl Show for StatementVersion {
    fn show(&self, page: &mut Page) {
        page.line(format!("{} version {}, {} by {}", self.system, self.version, self.on, self.by));
        let parts = serde_json::to_value(&self.statement).unwrap_or_default();
        for (part, said) in parts.as_object().into_iter().flatten() {
            let said = match said {
                serde_json::Value::String(text) => text.clone(),
                serde_json::Value::Array(lines) => {
                    lines.iter().filter_map(|line| line.as_str()).collect::<Vec<_>>().join("; ")
                }
                other => yes_no(&other.to_string()),
            };
            page.line(format!("  {}: {said}", part.replace('_', " ")));
        }
        for lack in &self.lacks {
            page.line(format!("  lacks: {}", lack.text));
        }
    }
}

fn yes_no(said: &str) -> String {
    match said {
        "true" => "yes".into(),
        "false" => "no".into(),
        other => other.into(),
    }
}

impl Show for Vec<StatementVersion> {
    fn show(&self, page: &mut Page) {
        let lacks = |one: &StatementVersion| match one.lacks.len() {
            0 => String::from("complete"),
            n => format!("lacks {}", plural(n, "part", "parts")),
        };
        let rows: Vec<[String; 4]> =
            self.iter().map(|v| [v.version.to_string(), v.on.to_string(), v.by.clone(), lacks(v)]).collect();
        page.table(["version", "on", "by", ""], &rows);
        if rows.is_empty() {
            page.line("No statement yet: clausebook system state SYSTEM --boundaries TEXT");
        }
    }
}

impl Show for StatementDiff {
    fn show(&self, page: &mut Page) {
        page.line(format!("{} version {} and {}", self.before.system, self.before.version, self.after.version));
        let said = |lines: &[String]| match lines {
            [] => String::from("–"),
            lines => lines.iter().map(|line| yes_no(line)).collect::<Vec<_>>().join("; "),
        };
        for one in &self.differences {
            page.line(format!("  {}: {} → {}", one.part.replace('_', " "), said(&one.before), said(&one.after)));
        }
        if self.differences.is_empty() {
            page.line("  They say the same.");
        }
    }
}

impl Show for ScopePreview {
    fn show(&self, page: &mut Page) {
        for (what, codes) in [("would come in", &self.added), ("would go out", &self.removed)] {
            if !codes.is_empty() {
                page.line(format!("{what}: {}", codes.join(", ")));
            }
        }
        page.line(match self.count {
            0 => String::from("No evidence would have to be looked at again."),
            n => format!(
                "{} would have to be looked at again:",
                plural(n, "document or record", "documents and records")
            ),
        });
        for change in &self.changes {
            page.line(format!("  {} {}", change.scope_item, change.change));
            for item in &change.items {
                page.line(format!("    {} {}", item.code, item.title));
            }
        }
    }
}

impl Show for Option<Sharing> {
    fn show(&self, page: &mut Page) {
        let Some(sharing) = self else {
            page.line("There is nothing to grade: SMS and ISMS are not held together.");
            return;
        };
        page.line(match sharing.grade {
            Grade::Open => "How much SMS and ISMS can share is open.",
            Grade::Little => "SMS and ISMS can share little.",
            Grade::Some => "SMS and ISMS can share a part.",
            Grade::Much => "SMS and ISMS can share nearly all.",
        });
        for measure in &sharing.measures {
            page.line(match measure {
                Measure::Scope { question, answer, grade } => {
                    let asked = match question {
                        ScopeQuestion::IsmsCoversServices => "the ISMS takes in the services of customers",
                        ScopeQuestion::AssetsAreTheSame => "the assets are the same",
                    };
                    format!("  {asked}: {} ({})", answer.map_or_else(|| "not answered".into(), word), word(*grade))
                }
                Measure::Controls { controls: None, .. } => "  controls: nothing is decided yet (open)".into(),
                Measure::Controls { controls: Some(c), grade } => format!(
                    "  controls: {} of {} in place{}, {} reach the services ({})",
                    c.in_place,
                    c.all,
                    in_part(c.in_part),
                    c.reach_services,
                    word(*grade)
                ),
            });
        }
    }
}
