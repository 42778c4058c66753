//! The Statement of Applicability: its versions, and what changed.

use super::applicability::{applies, in_part, said};
use super::{Page, Show, plural};
use crate::applicability::{Decision, Implemented};
use crate::claims::Moved;
use crate::soa::{Called, SoaChange, SoaDifference, SoaExported, SoaShown};

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
        if let Some(v) = &self.current {
            page.line(format!(
                "  {} controls in it: {} apply, {} do not, {} undecided",
                v.controls, v.included, v.excluded, v.undecided
            ));
        }
        page.line(format!(
            "As decided now, {} controls: {} apply, {} do not, {} undecided; {} in place{}",
            s.controls,
            s.included,
            s.excluded,
            s.undecided,
            s.in_place,
            in_part(s.in_part)
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
        let first = self.moved_on.map(|day| format!(", the first on {day}")).unwrap_or_default();
        page.line(format!("{} {since}{first}", plural(self.changes.len(), "control", "controls")));
        if self.current.is_some() {
            changes(page, &self.changes);
        }
    }
}

/// Statements that moved on, a line each.
pub(super) fn moved(page: &mut Page, all: &[Moved]) {
    for one in all {
        let Moved { system, edition, version, cites, since, controls, .. } = one;
        match &one.certificate {
            Some(number) => page.line(format!(
                "Certificate {number} cites version {cites} of the Statement of Applicability; a newer one stands since {since}, now {version}: `clausebook certificate show {number}`"
            )),
            None => page.line(format!(
                "{system} {edition}: version {version} of the Statement of Applicability no longer says what is decided, since {since}, on {}: `clausebook soa show`",
                plural(controls.len(), "control", "controls")
            )),
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
    let rows: Vec<[String; 5]> = all
        .iter()
        .map(|c| {
            let before = side(c.called_before.as_ref(), c.before.as_ref(), &c.fields);
            let after = side(c.called_after.as_ref(), c.after.as_ref(), &c.fields);
            let differs = match (&c.called_before, &c.called_after) {
                (None, Some(_)) => String::from("new in the statement"),
                (Some(_), None) => String::from("no more in it"),
                _ => c.fields.join(", "),
            };
            [c.code.clone(), c.title.clone(), before, after, differs]
        })
        .collect();
    if !rows.is_empty() {
        page.table(["", "", "before", "after", "differs in"], &rows);
    }
}

/// What one statement says of a control in what differs; all of it where the other one does not have it.
fn side(called: Option<&Called>, decision: Option<&Decision>, fields: &[&str]) -> String {
    let Some(called) = called else { return String::from("not in it") };
    let quoted = |text: &str| if text.is_empty() { String::from("none") } else { format!("“{text}”") };
    let list = |all: Vec<String>| if all.is_empty() { String::from("none") } else { all.join(", ") };
    let of = |field: &str| match (field, decision) {
        ("title", _) => format!("title {}", quoted(&called.title)),
        ("origin", _) => format!("origin {}", quoted(called.origin.as_deref().unwrap_or_default())),
        ("control", decision) => said(decision),
        ("applies", decision) => format!("applies: {}", applies(decision)),
        (_, None) => String::from("undecided"),
        ("reason", Some(decision)) => format!("reason {}", quoted(&decision.reason)),
        ("grounds", Some(decision)) => {
            format!("grounds: {}", list(decision.grounds.iter().map(ToString::to_string).collect()))
        }
        ("risks", Some(decision)) => format!("risks: {}", list(decision.risks.clone())),
        ("implemented", Some(decision)) => match decision.implemented {
            None => String::from("in place: not said"),
            Some(Implemented::By(day)) => format!("in place by {day}"),
            Some(other) => format!("in place: {other}"),
        },
        ("reach", Some(decision)) => {
            format!("reach: {}", list(decision.reach.iter().map(ToString::to_string).collect()))
        }
        ("owner", Some(decision)) => format!("owner {}", quoted(&decision.owner)),
        (other, Some(_)) => other.to_owned(),
    };
    fields.iter().map(|field| of(field)).collect::<Vec<_>>().join(", ")
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
