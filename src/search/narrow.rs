//! What operators let through: by owner, kind, clause and day.

use std::collections::HashSet;

use rusqlite::types::{FromSql, ToSqlOutput, Value};
use rusqlite::{Connection, ToSql, params_from_iter};

use super::query::Only;
use super::refusals;
use crate::documents::DocumentKind;
use crate::error::Result;
use crate::extract::Media;
use crate::ids::{DocumentId, RecordId};
use crate::items::ItemId;
use crate::mapping;
use crate::standards::catalogue;
use crate::systems;
use crate::text::words;
use crate::words::document;

/// Kinds of files by the words that people have for them.
const FILES: &[(&str, &[Media])] = &[
    ("pdf", &[Media::Pdf]),
    ("word", &[Media::Docx, Media::Doc, Media::Odt, Media::Rtf]),
    ("docx", &[Media::Docx]),
    ("doc", &[Media::Doc]),
    ("odt", &[Media::Odt]),
    ("rtf", &[Media::Rtf]),
    ("excel", &[Media::Xlsx, Media::Xls, Media::Ods, Media::Csv]),
    ("xlsx", &[Media::Xlsx]),
    ("xls", &[Media::Xls]),
    ("ods", &[Media::Ods]),
    ("csv", &[Media::Csv]),
    ("powerpoint", &[Media::Pptx, Media::Ppt, Media::Odp]),
    ("pptx", &[Media::Pptx]),
    ("ppt", &[Media::Ppt]),
    ("odp", &[Media::Odp]),
    ("email", &[Media::Email, Media::Msg, Media::Mbox]),
    ("e mail", &[Media::Email, Media::Msg, Media::Mbox]),
    ("msg", &[Media::Msg]),
    ("html", &[Media::Html, Media::Mht]),
    ("picture", &[Media::Image]),
    ("bild", &[Media::Image]),
    ("image", &[Media::Image]),
    ("zip", &[Media::Zip]),
    ("text", &[Media::Text]),
];

/// The documents and records that an operator lets through.
///
/// # Errors
/// `invalid_value` where its value means nothing.
pub(super) fn narrow(db: &Connection, only: &Only) -> Result<HashSet<ItemId>> {
    match only {
        Only::Owner(term) => {
            let names = distinct(db, "SELECT DISTINCT owner FROM document", &term.key())?;
            documents(db, "SELECT id FROM document WHERE owner IN", &names)
        }
        Only::Clause(text) => {
            let reference = catalogue().reference(text, &systems::editions_held(db)?)?;
            Ok(mapping::by_clause(db, &reference)?.into_iter().map(|link| link.item).collect())
        }
        Only::Type(text) => of_type(db, text),
        Only::After(day) => dated(db, ">=", day),
        Only::Before(day) => dated(db, "<", day),
    }
}

/// A document has the day on which the revision it stands with was filed; a record that on which it was collected, or its
/// period ended, or else it was filed.
fn dated(db: &Connection, compare: &str, day: &dyn ToSql) -> Result<HashSet<ItemId>> {
    let of_documents = format!(
        "SELECT d.id FROM document d LEFT JOIN revision r ON r.id = d.current
         WHERE coalesce(r.filed, d.registered) {compare} ?1"
    );
    let of_records = format!("SELECT id FROM record WHERE coalesce(collected, period_to, filed) {compare} ?1");
    let mut found = HashSet::new();
    let mut statement = db.prepare_cached(&of_documents)?;
    for id in statement.query_map([day], |r| r.get::<_, DocumentId>(0))? {
        found.insert(ItemId::Document(id?));
    }
    let mut statement = db.prepare_cached(&of_records)?;
    for id in statement.query_map([day], |r| r.get::<_, RecordId>(0))? {
        found.insert(ItemId::Record(id?));
    }
    Ok(found)
}

fn of_type(db: &Connection, text: &str) -> Result<HashSet<ItemId>> {
    let wanted = words(text).trim().to_owned();
    match wanted.as_str() {
        "document" | "documents" | "dokument" | "dokumente" => return documents(db, "SELECT id FROM document", &[]),
        "record" | "records" | "aufzeichnung" | "aufzeichnungen" | "nachweis" | "nachweise" => {
            return records(db, "SELECT id FROM record", &[]);
        }
        _ => {}
    }
    if let Some((_, kinds)) = FILES.iter().find(|(name, _)| *name == wanted) {
        let kinds: Vec<Value> = kinds.iter().map(column).collect::<Result<_>>()?;
        let of_documents =
            "SELECT d.id FROM document d JOIN revision_file f ON f.revision = d.current WHERE f.media IN";
        let mut found = documents(db, of_documents, &kinds)?;
        found.extend(records(db, "SELECT record FROM record_file WHERE media IN", &kinds)?);
        return Ok(found);
    }
    let kind = DocumentKind::parse(text).ok().or_else(|| DocumentKind::parse(document(text)?).ok());
    let mut found = match kind {
        Some(kind) => documents(db, "SELECT id FROM document WHERE kind IN", &[Value::Text(kind.to_string())])?,
        None => HashSet::new(),
    };
    let of_records = distinct(db, "SELECT DISTINCT kind FROM record", &format!(" {wanted}"))?;
    if kind.is_none() && of_records.is_empty() {
        let known = DocumentKind::NAMES.iter().copied().chain(FILES.iter().map(|(name, _)| *name));
        return Err(refusals::search_type_unknown(text, known.collect::<Vec<_>>().join(", ")));
    }
    found.extend(records(db, "SELECT id FROM record WHERE kind IN", &of_records)?);
    Ok(found)
}

/// A value as it stands in a column.
fn column(value: &impl ToSql) -> Result<Value> {
    Ok(match value.to_sql()? {
        ToSqlOutput::Owned(value) => value,
        _ => Value::Null,
    })
}

/// The texts of a column that have these words.
fn distinct(db: &Connection, sql: &str, key: &str) -> Result<Vec<Value>> {
    let mut statement = db.prepare_cached(sql)?;
    let all = statement.query_map([], |r| r.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(all.into_iter().filter(|text| words(text).contains(key)).map(Value::Text).collect())
}

fn ids<Id: FromSql>(db: &Connection, sql: &str, values: &[Value]) -> Result<Vec<Id>> {
    let list = if sql.ends_with("IN") { format!(" ({})", vec!["?"; values.len()].join(", ")) } else { String::new() };
    let mut statement = db.prepare_cached(&format!("{sql}{list}"))?;
    let rows = statement.query_map(params_from_iter(values), |r| r.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn documents(db: &Connection, sql: &str, values: &[Value]) -> Result<HashSet<ItemId>> {
    Ok(ids::<DocumentId>(db, sql, values)?.into_iter().map(ItemId::Document).collect())
}

fn records(db: &Connection, sql: &str, values: &[Value]) -> Result<HashSet<ItemId>> {
    Ok(ids::<RecordId>(db, sql, values)?.into_iter().map(ItemId::Record).collect())
}
