//! The text of a version: in the form of a person's statement, then each control with what was decided on it. What is signed is
//! the whole content, so that stock `ssh-keygen` proves every line of it. `docs/integrity.md` documents it.

use uuid::Uuid;

use super::model::SoaControl;
use crate::applicability::Decision;
use crate::day::Day;
use crate::ids::StatementId;
use crate::statements::line;

/// All that a version says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'a> {
    pub(super) workspace: Uuid,
    pub(super) id: StatementId,
    pub(super) edition: &'a str,
    pub(super) label: &'a str,
    pub(super) draft: bool,
    pub(super) organisation: &'a str,
    pub(super) scope: &'a str,
    pub(super) reason: &'a str,
    pub(super) day: Day,
    pub(super) email: &'a str,
    pub(super) controls: &'a [SoaControl],
}

impl Text<'_> {
    /// The bytes that are signed.
    pub(super) fn written(&self) -> String {
        let mut out = String::new();
        line(&mut out, "signer", self.email);
        line(&mut out, "workspace", &self.workspace.to_string());
        line(&mut out, "statement-of-applicability", self.edition);
        line(&mut out, "identifier", &self.id.to_string());
        line(&mut out, "version", self.label);
        line(&mut out, "meaning", if self.draft { "draft" } else { "issued" });
        line(&mut out, "organisation", self.organisation);
        line(&mut out, "scope", self.scope);
        line(&mut out, "reason", self.reason);
        line(&mut out, "day", &self.day.to_string());
        for control in self.controls {
            line(&mut out, "control", &control.code);
            line(&mut out, "title", &control.title);
            if let Some(origin) = &control.origin {
                line(&mut out, "origin", origin);
            }
            match &control.decision {
                None => line(&mut out, "applies", "undecided"),
                Some(decision) => decided(&mut out, decision),
            }
        }
        out
    }
}

fn decided(out: &mut String, decision: &Decision) {
    line(out, "applies", if decision.applies { "yes" } else { "no" });
    line(out, "why", &decision.reason);
    decision.grounds.iter().for_each(|ground| line(out, "ground", ground.name()));
    decision.risks.iter().for_each(|risk| line(out, "risk", risk));
    if let Some(implemented) = decision.implemented {
        line(out, "implemented", &implemented.to_string());
    }
    decision.reach.iter().for_each(|reach| line(out, "reach", reach.name()));
    if !decision.owner.is_empty() {
        line(out, "owner", &decision.owner);
    }
}
