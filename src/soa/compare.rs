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
    /// How it was called before; none where it was not in the statement.
    pub called_before: Option<Called>,
    /// How it is called after; none where it is no more in the statement.
    pub called_after: Option<Called>,
    /// What was decided before; none where it was undecided or not there.
    pub before: Option<Decision>,
    /// What is decided after; likewise.
    pub after: Option<Decision>,
    /// Names of what differs: `control`, `title`, `origin`, `applies`, `reason`, `grounds`, `risks`, `implemented`, `reach`,
    /// `owner`.
    pub fields: Vec<&'static str>,
}

/// How a control is called in a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "SoaCalled")]
pub struct Called {
    /// Its title.
    pub title: String,
    /// Where one of the organisation's own comes from.
    pub origin: Option<String>,
}

/// Compares two lists of controls.
pub(super) fn compare(before: &[SoaControl], after: &[SoaControl]) -> Vec<SoaChange> {
    let find = |all: &'_ [SoaControl], code: &str| all.iter().position(|one| one.code == code);
    let there = after.iter().map(|control| (find(before, &control.code).map(|at| &before[at]), Some(control)));
    let gone = before.iter().filter(|one| find(after, &one.code).is_none()).map(|control| (Some(control), None));
    there.chain(gone).filter_map(|(before, after)| change(before, after)).collect()
}

fn change(before: Option<&SoaControl>, after: Option<&SoaControl>) -> Option<SoaChange> {
    let control = after.or(before)?;
    let fields = differing(before, after);
    let called = |one: &SoaControl| Called { title: one.title.clone(), origin: one.origin.clone() };
    (!fields.is_empty()).then(|| SoaChange {
        code: control.code.clone(),
        title: control.title.clone(),
        called_before: before.map(called),
        called_after: after.map(called),
        before: before.and_then(|one| one.decision.clone()),
        after: after.and_then(|one| one.decision.clone()),
        fields,
    })
}

fn differing(before: Option<&SoaControl>, after: Option<&SoaControl>) -> Vec<&'static str> {
    let (Some(before), Some(after)) = (before, after) else { return vec!["control"] };
    let mut fields = Vec::new();
    for (name, same) in [("title", before.title == after.title), ("origin", before.origin == after.origin)] {
        if !same {
            fields.push(name);
        }
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
