//! The form of every kind of event: what is written today, and that whatever was once written is still read as it
//! stands.

use std::collections::{BTreeMap, BTreeSet};

use clausebook::applicability::ApplicabilityEvent;
use clausebook::approval::ApprovalEvent;
use clausebook::audits::AuditEvent;
use clausebook::certificates::CertificateEvent;
use clausebook::documents::DocumentEvent;
use clausebook::mapping::{MappingEvent, PointEvent};
use clausebook::packs::PackEvent;
use clausebook::parties::PartyEvent;
use clausebook::people::PersonEvent;
use clausebook::questions::QuestionEvent;
use clausebook::rebuild;
use clausebook::records::RecordEvent;
use clausebook::requirements::RequirementEvent;
use clausebook::reviews::ReviewEvent;
use clausebook::rules::RuleEvent;
use clausebook::soa::SoaEvent;
use clausebook::statements::StatementEvent;
use clausebook::systems::SystemEvent;
use clausebook::workspace::{BatchEvent, LedgerEvent, MachineEvent};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::earlier::kinds;
use super::examples;
use super::kept::{Form, check, kept};

fn kind(event: &Value) -> &str {
    event["kind"].as_str().unwrap()
}

/// Reads an event as its room does, and writes it again.
fn again(event: &Value) -> serde_json::Result<Value> {
    fn through<E: Serialize + DeserializeOwned>(event: &Value) -> serde_json::Result<Value> {
        serde_json::to_value(serde_json::from_str::<E>(&event.to_string())?)
    }
    match kind(event).split_once('.').unwrap().0 {
        "batch" => through::<BatchEvent>(event),
        "machine" => through::<MachineEvent>(event),
        "ledger" => through::<LedgerEvent>(event),
        "person" => through::<PersonEvent>(event),
        "soa" => through::<SoaEvent>(event),
        "rule" => through::<RuleEvent>(event),
        "applicability" => through::<ApplicabilityEvent>(event),
        "system" => through::<SystemEvent>(event),
        "party" => through::<PartyEvent>(event),
        "requirement" => through::<RequirementEvent>(event),
        "certificate" => through::<CertificateEvent>(event),
        "document" => through::<DocumentEvent>(event),
        "record" => through::<RecordEvent>(event),
        "statement" => through::<StatementEvent>(event),
        "approval" => through::<ApprovalEvent>(event),
        "mapping" => through::<MappingEvent>(event),
        "point" => through::<PointEvent>(event),
        "review" => through::<ReviewEvent>(event),
        "audit" => through::<AuditEvent>(event),
        "pack" => through::<PackEvent>(event),
        "question" => through::<QuestionEvent>(event),
        room => panic!("the events of {room} are to be read here, too"),
    }
}

/// The way to every value that has a name, outermost first.
fn named(value: &Value, at: &str, ways: &mut Vec<String>) {
    let inside: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(name, inner)| (format!("{at}/{name}"), inner)).collect(),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(i, inner)| named(inner, &format!("{at}/{i}"), ways));
            return;
        }
        _ => return,
    };
    ways.extend(inside.iter().map(|(way, _)| way.clone()));
    inside.iter().for_each(|(way, inner)| named(inner, way, ways));
}

/// An event without whatever may be left out of it, as it is written then.
fn least(event: &Value) -> Value {
    let mut ways = Vec::new();
    named(&event["data"], "/data", &mut ways);
    let mut least = event.clone();
    for way in ways {
        let (parent, name) = way.rsplit_once('/').unwrap();
        let mut less = least.clone();
        let Some(Value::Object(fields)) = less.pointer_mut(parent) else { continue };
        fields.shift_remove(name);
        if again(&less).is_ok() {
            least = less;
        }
    }
    again(&least).unwrap()
}

#[test]
fn an_event_keeps_its_form_unless_the_version_is_raised() {
    let mut examples: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for event in examples::all() {
        examples.entry(kind(&event).to_owned()).or_default().push(event);
    }
    let shown: BTreeSet<String> = examples.keys().cloned().collect();
    assert_eq!(shown, kinds(), "left: kinds that tests/forms/examples.rs shows; right: kinds that there are");
    let least: BTreeMap<String, Value> = examples.iter().map(|(kind, all)| (kind.clone(), least(&all[0]))).collect();
    // What was once written stays among the examples; what is written now comes behind.
    if let Some(kept) = kept("events") {
        for (kind, part) in kept.parts {
            let mut all = part["examples"].as_array().unwrap().clone();
            let now = examples.remove(&kind).unwrap_or_default();
            all.extend(now.into_iter().filter(|event| !part["examples"].as_array().unwrap().contains(event)));
            examples.insert(kind, all);
        }
    }
    let parts = examples
        .into_iter()
        .map(|(kind, all)| {
            let least = &least[&kind];
            (kind, json!({ "examples": all, "least": least }))
        })
        .collect();
    check("events", "VERSION in src/rebuild.rs", &Form { version: rebuild::PROJECTOR.version, parts });
}

#[test]
fn whatever_was_once_written_is_read_and_means_the_same() {
    for (kind, part) in kept("events").unwrap().parts {
        for event in part["examples"].as_array().unwrap() {
            assert!((rebuild::PROJECTOR.read)(&event.to_string()).is_ok(), "{kind} is not read any more: {event}");
            assert_eq!(again(event).unwrap(), *event, "{kind}: a field is lost or changed");
        }
        let least = &part["least"];
        assert_eq!(again(least).unwrap(), *least, "{kind}: what may be left out is left out");
    }
}

#[test]
fn what_may_be_left_out_is_found() {
    let filed = examples::all().into_iter().find(|event| kind(event) == "document.revision_filed").unwrap();
    let least = least(&filed);
    let fields: Vec<&String> = least["data"].as_object().unwrap().keys().collect();
    assert_eq!(fields, ["document", "revision", "label", "files"]);
    assert_eq!(least["data"]["files"][0].get("modified"), None, "inside of a list, too");
}

#[test]
fn no_kind_of_event_holds_where_on_a_disk_a_file_lay() {
    let outside = |value: &Value| value.as_str().is_some_and(|text| text.contains("Mira-Holt"));
    let mut seen = BTreeSet::new();
    for event in examples::all() {
        let mut ways = Vec::new();
        named(&event["data"], "/data", &mut ways);
        let paths = ways.iter().filter(|way| {
            let (parent, name) = way.rsplit_once('/').unwrap();
            let of_file = event.pointer(parent).is_some_and(|file| file.get("digest").is_some());
            name.contains("path") || (of_file && name == "name")
        });
        for way in paths.filter(|way| event.pointer(way).is_some_and(Value::is_string)) {
            let mut other = event.clone();
            *other.pointer_mut(way).unwrap() = json!(r"C:\Users\Mira-Holt\a.txt");
            let written = again(&other).unwrap();
            assert!(!outside(written.pointer(way).unwrap()), "{}: {way} holds it", kind(&event));
            seen.insert(kind(&event).to_owned());
        }
    }
    assert!(seen.contains("question.asked") && seen.contains("document.revision_files_replaced"), "{seen:?}");
}
