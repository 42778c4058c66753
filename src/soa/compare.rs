//! Two statements side by side, control by control.

use serde::Serialize;
use ts_rs::TS;

use super::model::SoaControl;
use crate::applicability::Decision;

/// What one statement says otherwise than another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SoaDifference {
    /// Version before.
    pub from: String,
    /// Version after; `now` for what is decided and not issued.
    pub to: String,
    /// The controls that differ, in the order of the later statement.
    pub controls: Vec<SoaChange>,
}

/// How one control differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SoaChange {
    /// Its number or code.
    pub code: String,
    /// Its title in the later statement, or the earlier where it is there no more.
    pub title: String,
    /// What was decided before; none where it was undecided or not there.
    pub before: Option<Decision>,
    /// What is decided after; likewise.
    pub after: Option<Decision>,
    /// Names of what differs: `control`, `title`, `applies`, `reason`, `grounds`, `risks`, `implemented`, `reach`, `owner`.
    pub fields: Vec<&'static str>,
}

/// Compares two lists of controls.
pub(super) fn compare(before: &[SoaControl], after: &[SoaControl]) -> Vec<SoaChange> {
    let find = |all: &'_ [SoaControl], code: &str| all.iter().position(|one| one.code == code);
    let mut out = Vec::new();
    for control in after {
        let earlier = find(before, &control.code).map(|at| &before[at]);
        let fields = differing(earlier, Some(control));
        if !fields.is_empty() {
            let (was, now) = (earlier.and_then(|one| one.decision.clone()), control.decision.clone());
            let (code, title) = (control.code.clone(), control.title.clone());
            out.push(SoaChange { code, title, before: was, after: now, fields });
        }
    }
    for control in before.iter().filter(|one| find(after, &one.code).is_none()) {
        let (code, title) = (control.code.clone(), control.title.clone());
        let fields = differing(Some(control), None);
        out.push(SoaChange { code, title, before: control.decision.clone(), after: None, fields });
    }
    out
}

fn differing(before: Option<&SoaControl>, after: Option<&SoaControl>) -> Vec<&'static str> {
    let (Some(before), Some(after)) = (before, after) else { return vec!["control"] };
    let mut fields = Vec::new();
    if (&before.title, &before.origin) != (&after.title, &after.origin) {
        fields.push("title");
    }
    match (&before.decision, &after.decision) {
        (None, None) => {}
        (Some(a), Some(b)) => {
            for (name, same) in [
                ("applies", a.applies == b.applies),
                ("reason", a.reason == b.reason),
                ("grounds", a.grounds == b.grounds),
                ("risks", a.risks == b.risks),
                ("implemented", a.implemented == b.implemented),
                ("reach", a.reach == b.reach),
                ("owner", a.owner == b.owner),
            ] {
                if !same {
                    fields.push(name);
                }
            }
        }
        _ => fields.push("applies"),
    }
    fields
}
