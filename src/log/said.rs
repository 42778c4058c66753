//! What an event says, as values by the names they have in the ledger. Identifiers become what people call the thing;
//! nothing here is a sentence. It reads the form of any event, so that a new kind is told without a line here.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::Serialize;
use serde_json::{Map, Value};
use ts_rs::TS;
use uuid::Uuid;

use crate::day::{Day, Due};
use crate::error::{Code, Result};
use crate::ids::{DocumentId, PartyId, PersonId, RecordId, RevisionId, ScopeItemId};
use crate::items::{self, ItemId};
use crate::standards::ClauseRef;
use crate::{documents, mapping, parties, people, systems};

/// What an event says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Said {
    /// Texts by name: `code`, `reason`, `label`, `reference`, `outcome`; `item` is the document or record.
    pub texts: BTreeMap<String, String>,
    /// Days by name, as far as they are known: `from`, `on`, `next_review`.
    pub days: BTreeMap<String, Due>,
    /// What says something else since then.
    pub changes: Vec<Changed>,
}

/// A particular that was corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Changed {
    /// Its name.
    pub field: String,
    /// What it said; empty where there was no value.
    pub before: String,
    /// What it says.
    pub after: String,
}

/// What no reader is told: identifiers of the event's own thing, and what only a check reads.
const INNER: &[&str] = &["id", "sha256", "checkpoint", "signature", "key", "away", "statement"];

/// What an event says, with names as the tables know them. A name that they no longer know is left out.
pub(super) fn said(db: &Connection, event: &str) -> Result<Said> {
    let mut said = Said::default();
    let Value::Object(mut event) = serde_json::from_str(event)? else { return Ok(said) };
    let Some(Value::Object(mut data)) = event.remove("data") else { return Ok(said) };
    if ["before", "after"].iter().any(|name| data.get(*name).is_some_and(Value::is_object)) {
        said.changes = turned(db, &data)?;
    }
    if event.get("kind").is_some_and(|kind| kind == "statement.made") {
        let signed = if data.contains_key("signature") { "signed" } else { "unsigned" };
        said.texts.insert("signature".to_owned(), signed.to_owned());
        // From when on a document is withdrawn says the withdrawal itself; nothing is in force from then.
        if data.get("meaning").is_some_and(|meaning| meaning == "withdrawn") {
            data.remove("effective");
        }
    }
    // How a mapping came about is told by what it came from.
    if let Some(Value::Object(origin)) = data.remove("origin") {
        let more = origin.into_iter().filter(|(name, _)| ["from", "relation", "source"].contains(&name.as_str()));
        data.extend(more.collect::<Map<_, _>>());
    }
    let place = place(db, &data)?;
    for (name, value) in data {
        if INNER.contains(&name.as_str()) {
            continue;
        }
        if name == "changes" {
            said.changes = changes(db, &value)?;
        } else if let Some(due) = due(&value) {
            said.days.insert(name, due);
        } else if let Some(text) = text(db, &name, &value)? {
            let name = if ["document", "record"].contains(&name.as_str()) { "item".to_owned() } else { name };
            said.texts.insert(name, text);
        }
    }
    if let Some(place) = place {
        said.texts.insert("at".to_owned(), place);
    }
    Ok(said)
}

/// Of an event about a point: where that stands in the editions that are mapped to.
fn place(db: &Connection, data: &Map<String, Value>) -> Result<Option<String>> {
    let (Some(item), Some(Value::String(id)), Some(Value::String(at))) =
        (data.get("item"), data.get("point"), data.get("at"))
    else {
        return Ok(None);
    };
    let (item, at): (ItemId, ClauseRef) = (serde_json::from_value(item.clone())?, at.parse()?);
    mapping::point_place(db, item, id, &at).map(Some)
}

/// A time of the ledger as RFC 3339 writes it, in UTC.
pub(super) fn instant(at: i64) -> String {
    chrono::DateTime::from_timestamp_millis(at)
        .map(|t| t.to_rfc3339_opts(chrono::SecondsFormat::Millis, true))
        .unwrap_or_default()
}

/// A day, or a date as far as it is known.
pub(super) fn due(value: &Value) -> Option<Due> {
    match value {
        Value::String(text) if text.len() == 10 => text.parse::<Day>().ok().map(|day| Due::Day { day }),
        Value::Object(fields) if fields.contains_key("precision") => serde_json::from_value(value.clone()).ok(),
        _ => None,
    }
}

fn text(db: &Connection, name: &str, value: &Value) -> Result<Option<String>> {
    Ok(match value {
        Value::String(text) if text.is_empty() => None,
        Value::String(text) => match Uuid::parse_str(text) {
            Ok(id) => called(db, name, id)?,
            Err(_) => Some(text.clone()),
        },
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(yes) => Some(yes.to_string()),
        Value::Array(several) => {
            let texts = several.iter().map(|one| text(db, name, one)).collect::<Result<Vec<_>>>()?;
            let mut texts: Vec<String> = texts.into_iter().flatten().collect();
            // A point that opened between several pairs of mappings is one.
            texts.dedup();
            Some(texts.join(", ")).filter(|text| !text.is_empty())
        }
        Value::Object(fields) => of_object(db, name, fields)?,
        Value::Null => None,
    })
}

/// A file by its name, a document or record by its code; of a pack's contents the ledger alone keeps the list.
fn of_object(db: &Connection, name: &str, fields: &Map<String, Value>) -> Result<Option<String>> {
    if let Some(Value::String(file)) = fields.get("name") {
        return Ok(Some(file.clone()));
    }
    if let (Some(Value::String(point)), "points") = (fields.get("id"), name) {
        return Ok(Some(point.clone()));
    }
    match fields.iter().next() {
        Some((kind, value)) if fields.len() == 1 && name != "items" => text(db, kind, value),
        _ => Ok(None),
    }
}

/// What people call the thing with that identifier, which stands under that name.
fn called(db: &Connection, name: &str, id: Uuid) -> Result<Option<String>> {
    let code = |item| Ok(Some(items::code(db, item)?).filter(|code| !code.is_empty()));
    match name {
        "revision" => documents::label(db, RevisionId(id)),
        "document" => code(ItemId::Document(DocumentId(id))),
        "record" => code(ItemId::Record(RecordId(id))),
        "scope" | "scope_item" | "at" | "items" => match systems::scope_item_codes(db, &[ScopeItemId(id)]) {
            Err(e) if e.code() == Code::NotFound => Ok(None),
            codes => Ok(codes?.pop()),
        },
        "person" | "signer" | "deputy" | "successor" | "reviewers" | "approvers" => {
            Ok(people::by_id(db, PersonId(id))?.map(|person| person.name))
        }
        "party" | "parties" | "lead" => Ok(parties::names(db, &[PartyId(id)])?.pop()),
        "system" => Ok(systems::systems(db)?.into_iter().find(|s| s.id.0 == id).map(|s| s.code)),
        _ => match code(ItemId::Document(DocumentId(id)))? {
            None => code(ItemId::Record(RecordId(id))),
            there => Ok(there),
        },
    }
}

/// What a thing said before as a whole and says after, particular by particular.
fn turned(db: &Connection, data: &Map<String, Value>) -> Result<Vec<Changed>> {
    let none = Map::new();
    let part = |name: &str| data.get(name).and_then(Value::as_object).unwrap_or(&none);
    let (before, after) = (part("before"), part("after"));
    let mut fields: Vec<&String> = before.keys().chain(after.keys()).collect();
    fields.sort();
    fields.dedup();
    let mut out = Vec::new();
    for field in fields {
        let says = |part: &Map<String, Value>| -> Result<String> {
            let said = part.get(field).map(|value| text(db, field, value)).transpose()?.flatten();
            Ok(said.unwrap_or_default())
        };
        let (before, after) = (says(before)?, says(after)?);
        if before != after {
            out.push(Changed { field: field.clone(), before, after });
        }
    }
    Ok(out)
}

fn changes(db: &Connection, value: &Value) -> Result<Vec<Changed>> {
    let Value::Array(several) = value else { return Ok(Vec::new()) };
    let mut out = Vec::new();
    for one in several {
        let Some(field) = one["field"].as_str().map(str::to_owned) else { continue };
        let says = |value: &Value| -> Result<String> { Ok(text(db, &field, value)?.unwrap_or_default()) };
        out.push(Changed { before: says(&one["before"])?, after: says(&one["after"])?, field });
    }
    Ok(out)
}
