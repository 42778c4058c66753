//! The Statement of Applicability: its versions, and what changed.

use super::applicability::{applies, why};
use super::{Page, Show, plural};
use crate::applicability::Decision;
use crate::soa::{SoaChange, SoaDifference, SoaExported, SoaShown};

impl Show for SoaShown {
    fn show(&self, page: &mut Page) {
        let s = self.summary;
        match &self.current {
            Some(version) => {
                page.line(format!(
                    "{}, version {} of {}, by {}",
                    self.edition, version.label, version.day, version.email
                ));
            }
            None => page.line(format!("{}: no version was issued yet", self.edition)),
        }
        page.line(format!(
            "{} controls: {} apply, {} do not, {} undecided; {} in place",
            s.controls, s.included, s.excluded, s.undecided, s.in_place
        ));
        let named = |codes: &[String]| {
            let more = if codes.len() > 12 { ", …" } else { "" };
            format!("{}{more}", codes.iter().take(12).cloned().collect::<Vec<_>>().join(", "))
        };
        if !self.blocks.is_empty() {
            page.line(format!(
                "{} a decision, a reason or whether it is in place, so that only a draft can be issued: {}",
                plural(self.blocks.len(), "control lacks", "controls lack"),
                named(&self.blocks)
            ));
        }
        if !self.without_risk.is_empty() {
            page.line(format!(
                "{} no risk assessment that it rests on: {}",
                plural(self.without_risk.len(), "exclusion names", "exclusions name"),
                named(&self.without_risk)
            ));
        }
        page.line("");
        let rows: Vec<[String; 6]> = self
            .versions
            .iter()
            .map(|v| {
                let signed = v.fingerprint.clone().unwrap_or_else(|| String::from("not signed"));
                let counts = format!("{} in, {} out, {} open", v.included, v.excluded, v.undecided);
                [v.label.clone(), v.day.to_string(), v.email.clone(), counts, signed, v.reason.clone()]
            })
            .collect();
        if !rows.is_empty() {
            page.table(["version", "issued", "by", "controls", "key", ""], &rows);
            page.line("");
        }
        let since = self.current.as_ref().map_or("decided so far", |_| "decided otherwise since that version");
        page.line(format!("{} {since}", plural(self.changes.len(), "control", "controls")));
        if self.current.is_some() {
            changes(page, &self.changes);
        }
    }
}

impl Show for SoaDifference {
    fn show(&self, page: &mut Page) {
        let count = plural(self.controls.len(), "control differs", "controls differ");
        page.line(format!("{} → {}: {count}", self.from, self.to));
        changes(page, &self.controls);
    }
}

fn changes(page: &mut Page, all: &[SoaChange]) {
    let said = |decision: &Option<Decision>| match decision {
        Some(decision) => format!("{}: {}", applies(Some(decision)), why(decision, None)),
        None => String::from("–"),
    };
    let rows: Vec<[String; 5]> = all
        .iter()
        .map(|c| [c.code.clone(), c.title.clone(), said(&c.before), said(&c.after), c.fields.join(", ")])
        .collect();
    if !rows.is_empty() {
        page.table(["", "", "before", "after", "differs in"], &rows);
    }
}

impl Show for SoaExported {
    fn show(&self, page: &mut Page) {
        if self.signed {
            page.line(format!("{}, signed. To check it, in that folder:", self.text));
            page.line(format!("  {}", self.check));
        } else {
            page.line(format!("{}, which nobody signed: whoever issued it has no key", self.text));
        }
    }
}
