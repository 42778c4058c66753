//! Approvals, statements, keys and rules.

use super::{Page, Show, plural, word};
use crate::api::{DocumentDecided, PersonKeyed, StatementShown};
use crate::approval::{ApprovalShown, Ended, Part, RuleEffect, Stands, StepShown};
use crate::people::keys::Key;
use crate::rules::{InForce, Rule, Value};
use crate::statements::{Exported, Proof};

impl Show for ApprovalShown {
    fn show(&self, page: &mut Page) {
        let planned = self.planned.map(|day| format!(", planned for {day}")).unwrap_or_default();
        page.line(format!("{} {}, revision {} — {}{planned}", self.code, self.title, self.label, word(self.progress)));
        let order = if self.in_order { ", one after the other" } else { "" };
        let signed = if self.signed { ", signatures are demanded" } else { "" };
        page.line(format!(
            "  handed in on {} by {}; {} to approve{order}{signed}",
            self.day, self.submitter, self.quorum
        ));
        if !self.reason.is_empty() {
            page.line(format!("  {}", self.reason));
        }
        for step in &self.steps {
            page.line(format!("  {}", step_line(step)));
        }
        let asked = |part: Part| self.steps.iter().filter(move |step| step.part == part);
        for both in asked(Part::Review).filter(|one| asked(Part::Approve).any(|other| other.email == one.email)) {
            page.line(format!("  Note: {} is asked to review and to approve it.", both.name));
        }
        if !self.why.is_empty() {
            page.line(format!("  called off: {}", self.why));
        }
        if let Some(part) = self.yours {
            let of = self.yours_for.as_ref().map(|name| format!(" for {name}")).unwrap_or_default();
            page.line(format!("  → yours to {}{of}: clausebook document decide {} --approve", verb(part), self.code));
        }
    }
}

fn verb(part: Part) -> &'static str {
    match part {
        Part::Review => "review",
        Part::Approve => "approve",
    }
}

fn step_line(step: &StepShown) -> String {
    let part = match step.part {
        Part::Review => "reviewer",
        Part::Approve => "approver",
    };
    let said = match (&step.statement, step.stands) {
        (Some(statement), _) => {
            let by = if statement.instead_of.is_empty() { String::new() } else { format!(" by {}", statement.name) };
            let reason = if statement.reason.is_empty() { String::new() } else { format!(": {}", statement.reason) };
            let signed = if statement.signature.is_some() { "signed" } else { "unsigned" };
            format!("{}{by} on {}, {signed}{reason}", word(statement.meaning), statement.day)
        }
        (None, Stands::Turn) => "waits".to_owned(),
        (None, Stands::NotNeeded) => "not asked any more".to_owned(),
        (None, Stands::Later | Stands::Spoke) => "comes later".to_owned(),
    };
    let away = match (step.away_until, &step.deputy) {
        _ if step.statement.is_some() => String::new(),
        (_, Some(successor)) if step.left => format!(", has left, {successor} decides"),
        _ if step.left => ", has left".to_owned(),
        (Some(until), Some(deputy)) => format!(", away until {until}, {deputy} decides"),
        (Some(until), None) => format!(", away until {until}"),
        (None, _) => String::new(),
    };
    format!("{part} {} <{}>: {said}{away}", step.name, step.email)
}

impl Show for Vec<ApprovalShown> {
    fn show(&self, page: &mut Page) {
        for approval in self {
            approval.show(page);
        }
        if self.is_empty() {
            page.line(
                "Nothing is on its way to approval. Hand a draft in: clausebook document submit CODE --approver EMAIL",
            );
        }
    }
}

impl Show for DocumentDecided {
    fn show(&self, page: &mut Page) {
        if let Some(latest) = self.approvals.first() {
            latest.show(page);
        }
        match self.ended {
            Some(Ended::Approved) => page.line("It is approved."),
            Some(Ended::Rejected) => page.line("It was rejected; hand it in anew once it is mended."),
            _ => {}
        }
        for notice in &self.notices {
            notice.show(page);
        }
    }
}

impl Show for Vec<StatementShown> {
    fn show(&self, page: &mut Page) {
        for shown in self {
            let (s, proof) = (&shown.statement, shown.proof);
            let proof = match proof {
                Proof::Signed => format!("signed with {}", s.fingerprint.as_deref().unwrap_or_default()),
                Proof::Unsigned => "unsigned".to_owned(),
                Proof::Broken => "THE SIGNATURE IS NOT OF THIS TEXT".to_owned(),
                Proof::KeyNotTheirs => "SIGNED WITH A KEY THAT WAS NOT THEIRS THAT DAY".to_owned(),
            };
            let instead = if s.instead_of.is_empty() { String::new() } else { format!(" for {}", s.instead_of) };
            let label = if s.label.is_empty() { String::new() } else { format!(" {}", s.label) };
            page.line(format!("{} {}{label}: {} by {} <{}>{instead}", s.day, s.code, word(s.meaning), s.name, s.email));
            page.line(format!("  entry {}, {proof}", s.seq));
            if !s.reason.is_empty() {
                page.line(format!("  {}", s.reason));
            }
        }
        if self.is_empty() {
            page.line("Nothing was said of it.");
        }
    }
}

impl Show for Exported {
    fn show(&self, page: &mut Page) {
        page.line(format!(
            "{} statements written, {} of them signed, by {} keys",
            self.texts.len(),
            self.signed,
            self.keys
        ));
        if let Some(first) = self.texts.first().filter(|_| self.signed > 0) {
            page.line(format!(
                "check: ssh-keygen -Y verify -f allowed_signers -I EMAIL -n clausebook-statement -s {first}.sig < {first}"
            ));
        }
    }
}

impl Show for PersonKeyed {
    fn show(&self, page: &mut Page) {
        self.person.show(page);
        if let Some(fingerprint) = self.person.as_ref().and_then(|p| p.fingerprint.as_ref()) {
            page.line(format!("  signs with {fingerprint}"));
        }
        if let Some(file) = &self.file {
            page.line(format!("  the private key lies in {}; nobody can replace it or its passphrase", file.display()));
        }
    }
}

impl Show for Vec<Key> {
    fn show(&self, page: &mut Page) {
        let rows: Vec<[String; 4]> = self
            .iter()
            .map(|k| {
                let until = k.until.map(|day| day.to_string()).unwrap_or_default();
                [k.since.to_string(), until, k.key.clone(), k.why.clone()]
            })
            .collect();
        page.table(["from", "until", "key", ""], &rows);
        if rows.is_empty() {
            page.line("No key was ever enrolled: clausebook person key EMAIL --generate");
        }
    }
}

/// What a rule says; no months between reviews are none.
fn value(rule: Rule, value: &Value) -> String {
    match value {
        Value::Number(0) if rule == Rule::Interval => "none".into(),
        Value::Text(text) if text.is_empty() => "none".into(),
        Value::Text(text) => text.clone(),
        Value::YesNo(true) => "yes".into(),
        Value::YesNo(false) => "no".into(),
        Value::Number(n) => n.to_string(),
    }
}

impl Show for Vec<InForce> {
    fn show(&self, page: &mut Page) {
        let rows: Vec<[String; 4]> = self
            .iter()
            .map(|r| {
                let kind = if r.kind.is_empty() { "all".to_owned() } else { r.kind.replace('_', " ") };
                let whose = if r.said { "the organisation's" } else { "the program's own" };
                [r.rule.name().replace('_', "-"), kind, value(r.rule, &r.value), whose.to_owned()]
            })
            .collect();
        page.table(["rule", "type", "says", ""], &rows);
    }
}

impl Show for RuleEffect {
    fn show(&self, page: &mut Page) {
        page.line(format!(
            "Now {}, then {}. It is for {}.",
            value(self.rule, &self.now),
            value(self.rule, &self.then),
            plural(self.documents, "document", "documents")
        ));
        if self.rule == Rule::Interval {
            page.line(format!("  without a review interval of their own: {}", self.without_interval));
        }
        if let Some([before, after]) = self.announced {
            page.line(format!("  reviews announced today: {before} before, {after} after"));
        }
        if let Some([before, after]) = &self.next {
            let said = |code: &Option<String>| code.clone().unwrap_or_else(|| "given by hand".to_owned());
            page.line(format!("  the next code: {} before, {} after", said(before), said(after)));
        }
        if self.rule.of_approval() || self.rule == Rule::Interval {
            page.line(format!(
                "  {} on the way to approval, under the rules they began with",
                plural(self.under_way, "document", "documents")
            ));
        }
        if !self.codes.is_empty() {
            let more = if self.documents > self.codes.len() { ", …" } else { "" };
            page.line(format!("  {}{more}", self.codes.join(", ")));
        }
    }
}
