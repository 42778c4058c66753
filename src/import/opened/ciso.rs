//! An export of a domain from CISO Assistant: `data.json` with all its objects, and the files of its evidence.
//!
//! What an assessment found compliant is a clause for which the user's own program held the evidence; whatever else it found
//! is kept as its word.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value;

use super::says::{Part, Says, day};
use crate::extract::Held;

/// The files of the evidence, with what the program says of each; nothing where this is no such export. Beside them the
/// frameworks of which no clause is one of ours.
pub(super) fn parts(held: &Held) -> Option<(Vec<Part>, BTreeSet<String>)> {
    let (_, data) = held.iter().find(|(name, _)| name == "data.json")?;
    let data: Value = serde_json::from_slice(data).ok()?;
    data.get("meta")?.get("media_version")?;
    let objects = data.get("objects")?.as_array()?;
    let of = |model: &'static str| objects.iter().filter(move |object| text(object, "model") == model);
    let evidence: HashMap<&str, &Value> = of("core.evidence").map(|one| (text(one, "id"), &one["fields"])).collect();
    let (found, foreign) = assessed(objects);
    let mut out = Vec::new();
    for revision in of("core.evidencerevision").map(|one| &one["fields"]) {
        let attachment = text(revision, "attachment");
        let base = attachment.rsplit('/').next().unwrap_or_default();
        let id = text(revision, "evidence");
        let Some(fields) = evidence.get(id).filter(|_| !base.is_empty()) else { continue };
        let version = format!("_v{}_", revision["version"]);
        let here = |name: &str| name.rsplit('/').next().is_some_and(|last| last == base || last.ends_with(base));
        let mut there = held.iter().filter(|(name, _)| name.starts_with("attachments/") && here(name));
        let first = there.clone().next();
        // Of two versions with one name that which says its own.
        let Some((name, content)) = there.find(|(name, _)| name.contains(&version)).or(first) else { continue };
        out.push(Part { name: name.clone(), content: content.clone(), says: says(fields, revision, found.get(id)) });
    }
    Some((out, foreign))
}

fn says(evidence: &Value, revision: &Value, found: Option<&BTreeMap<(String, String), String>>) -> Says {
    let mut notes: Vec<String> = Vec::new();
    for (what, of) in [("description", evidence), ("observation", revision), ("link", revision), ("status", evidence)] {
        match text(of, what) {
            "" => {}
            status if what == "status" => notes.push(format!("CISO Assistant: {status}")),
            said => notes.push(said.to_owned()),
        }
    }
    let mut clauses = Vec::new();
    for ((standard, clause), result) in found.into_iter().flatten() {
        if result == "compliant" {
            clauses.push((standard.clone(), clause.clone()));
        } else {
            notes.push(format!("{standard} {clause}: {}", result.replace('_', " ")));
        }
    }
    Says {
        title: Some(text(evidence, "name").to_owned()).filter(|name| !name.is_empty()),
        collected: day(text(revision, "created_at")),
        valid_until: day(text(evidence, "expiry_date")),
        clauses,
        note: notes.join("; "),
        ..Says::default()
    }
}

/// Of each piece of evidence the clauses of ours to which an assessment held it, by itself or under a control, with what it
/// found: of several the worst that was said. Beside them the frameworks that are none of ours.
fn assessed(objects: &[Value]) -> (HashMap<&str, BTreeMap<(String, String), String>>, BTreeSet<String>) {
    let of = |model: &'static str| objects.iter().filter(move |object| text(object, "model") == model);
    let under: HashMap<&str, Vec<&str>> =
        of("core.appliedcontrol").map(|one| (text(one, "id"), names(&one["fields"]["evidences"]))).collect();
    let (mut out, mut foreign) = (HashMap::<&str, BTreeMap<_, String>>::new(), BTreeSet::new());
    for fields in of("core.requirementassessment").map(|one| &one["fields"]) {
        let controls =
            names(&fields["applied_controls"]).into_iter().filter_map(|control| under.get(control)).flatten();
        let evidence: BTreeSet<&str> = names(&fields["evidences"]).into_iter().chain(controls.copied()).collect();
        if evidence.is_empty() {
            continue;
        }
        let Some(clause) = clause_of(text(fields, "requirement")) else {
            foreign.extend(framework(text(fields, "requirement")).map(str::to_owned));
            continue;
        };
        let result = text(fields, "result");
        for id in evidence {
            let known = out.entry(id).or_default().entry(clause.clone()).or_insert_with(|| result.to_owned());
            if known == "compliant" {
                result.clone_into(known);
            }
        }
    }
    (out, foreign)
}

/// The framework in `urn:intuitem:risk:req_node:iso27001-2022:a.5.1`.
fn framework(urn: &str) -> Option<&str> {
    urn.split(':').nth(4).filter(|name| !name.is_empty())
}

/// The clause of ours that a requirement is.
fn clause_of(urn: &str) -> Option<(String, String)> {
    let (standard, year) = framework(urn)?.strip_prefix("iso")?.split_once('-')?;
    let ours = ["27001", "9001", "20000"].contains(&standard) && year.len() == 4;
    let standard = if standard == "20000" { "20000-1" } else { standard };
    let number = urn.split(':').nth(5)?;
    let numbered = number.trim_start_matches("a.").starts_with(|c: char| c.is_ascii_digit());
    (ours && numbered).then(|| (format!("{standard}:{year}"), number.to_uppercase()))
}

fn text<'a>(of: &'a Value, name: &str) -> &'a str {
    of.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn names(of: &Value) -> Vec<&str> {
    of.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}
