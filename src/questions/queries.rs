//! Questions found: by name, by what they are about, by being alike.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;
use uuid::Uuid;

use super::consequence::Consequence;
use super::kinds::Kind;
use super::model::{Asking, Matter, Reading};
use super::refusals;
use crate::day::Day;
use crate::digest::Digest;
use crate::error::Result;
use crate::ids::{DocumentId, QuestionId};
use crate::items::ItemId;
use crate::named::enumeration;

/// Where a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename = "QuestionState", rename_all = "snake_case")]
pub enum State {
    /// It waits for an answer.
    Open,
    /// It was answered.
    Settled,
    /// Nobody has to answer it any more.
    Closed,
}

enumeration!(State, refusals::question_kind_unknown);

/// A question as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Identifier.
    pub id: QuestionId,
    /// Its name: `Q-57`, after the entry that asked it.
    pub code: String,
    /// Day on which it was asked.
    pub asked: Day,
    /// All that is asked.
    pub asking: Asking,
    /// What hangs on the answer.
    pub(super) consequence: Consequence,
    /// Under which text others are like it.
    pub(super) alike: String,
    /// Where it stands.
    pub state: State,
    /// Whether it is to be answered later.
    pub aside: bool,
    /// The answer.
    pub answer: Option<Reading>,
    /// Who gave it.
    pub settled_by: Option<String>,
    /// When.
    pub settled_on: Option<Day>,
    /// Why.
    pub reason: String,
}

/// How many wait, and how many were answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "QuestionCounts")]
pub struct Counts {
    /// Waiting for an answer.
    pub open: usize,
    /// How many answers that takes, where those that are alike are asked once.
    pub asks: usize,
    /// Answered.
    pub settled: usize,
}

/// Its subject is there: what was taken back closes what was asked about it, and so does another decision on what the data
/// ask about.
const THERE: &str =
    "(overtaken = 0 OR state <> 'open') AND (item IS NULL OR EXISTS (SELECT 1 FROM document WHERE id = item)
     OR EXISTS (SELECT 1 FROM record WHERE id = item AND exit IS NOT 'taken_back'))";

/// The name of the question that an entry asked.
pub(super) fn code(seq: u64) -> String {
    format!("Q-{seq}")
}

fn select(condition: &str) -> String {
    format!(
        "SELECT id, seq, asked, asking, follows, alike, aside, answer, settled_by, settled_on, reason,
             CASE WHEN ({THERE}) THEN state ELSE 'closed' END AS now
         FROM question WHERE {condition}"
    )
}

fn read(row: &Row<'_>) -> rusqlite::Result<Question> {
    let json = |text: String| serde_json::from_str(&text).map_err(|_| rusqlite::Error::InvalidQuery);
    let answer: Option<String> = row.get("answer")?;
    Ok(Question {
        id: row.get("id")?,
        code: code(row.get("seq")?),
        asked: row.get("asked")?,
        asking: json(row.get("asking")?)?,
        consequence: row.get("follows")?,
        alike: row.get("alike")?,
        state: row.get("now")?,
        aside: row.get("aside")?,
        answer: answer
            .map(|text| serde_json::from_str(&text).map_err(|_| rusqlite::Error::InvalidQuery))
            .transpose()?,
        settled_by: row.get("settled_by")?,
        settled_on: row.get("settled_on")?,
        reason: row.get("reason")?,
    })
}

fn many(db: &Connection, condition: &str, values: impl rusqlite::Params) -> Result<Vec<Question>> {
    let mut statement = db.prepare_cached(&select(condition))?;
    Ok(statement.query_map(values, read)?.collect::<rusqlite::Result<_>>()?)
}

/// The question of that name: `Q-57`, or its identifier.
///
/// # Errors
/// `not_found`.
pub fn by_name(db: &Connection, name: &str) -> Result<Question> {
    let seq = name.trim().get(..2).filter(|q| q.eq_ignore_ascii_case("q-")).and_then(|_| name.trim()[2..].parse().ok());
    let found = match (seq, Uuid::parse_str(name)) {
        (Some(seq), _) => by_seq(db, seq)?,
        (None, Ok(id)) => by_id(db, QuestionId(id))?,
        (None, Err(_)) => None,
    };
    found.ok_or_else(|| refusals::question_not_found(name))
}

fn by_seq(db: &Connection, seq: u64) -> Result<Option<Question>> {
    Ok(db.prepare_cached(&select("seq = ?1"))?.query_row([seq], read).optional()?)
}

/// The question with that identifier, if there is one.
pub(super) fn by_id(db: &Connection, id: QuestionId) -> Result<Option<Question>> {
    Ok(db.prepare_cached(&select("id = ?1"))?.query_row([id], read).optional()?)
}

/// The question that was asked under this text, and was not closed since.
pub(super) fn by_key(db: &Connection, key: &str) -> Result<Option<Question>> {
    Ok(many(db, "key = ?1 AND state <> 'closed' ORDER BY seq DESC", [key])?.into_iter().next())
}

/// The open questions like this one, without it, in the order in which they were asked; at most so many.
pub(super) fn like(db: &Connection, question: &Question, most: usize) -> Result<Vec<Question>> {
    let condition = format!("alike = ?1 AND state = 'open' AND id <> ?2 AND {THERE} ORDER BY seq LIMIT ?3");
    many(db, &condition, params![question.alike, question.id, most])
}

/// How many open questions are like this one, without it.
pub(super) fn count_like(db: &Connection, question: &Question) -> Result<usize> {
    let sql = format!("SELECT count(*) FROM question WHERE alike = ?1 AND state = 'open' AND id <> ?2 AND {THERE}");
    Ok(db.prepare_cached(&sql)?.query_row(params![question.alike, question.id], |r| r.get(0))?)
}

/// The open questions about a document or record.
pub(super) fn open_about(db: &Connection, item: ItemId) -> Result<Vec<Question>> {
    many(db, "item = ?1 AND state = 'open' ORDER BY seq", [item.uuid().as_bytes()])
}

/// What was asked because of the data, about one document or record or about all.
pub(super) fn of_data(db: &Connection, item: Option<ItemId>) -> Result<Vec<Question>> {
    let [points, relation] = Kind::of_data_names();
    match item {
        Some(item) => many(db, "item = ?1 AND kind IN (?2, ?3)", params![item.uuid().as_bytes(), points, relation]),
        None => many(db, "kind IN (?1, ?2)", params![points, relation]),
    }
}

/// What about a document or record waits for an answer.
pub fn open_matters(db: &Connection, item: ItemId) -> Result<Vec<Matter>> {
    Ok(open_about(db, item)?.into_iter().map(|question| question.asking.matter).collect())
}

/// Whether it was asked before what becomes of a document whose file is not there, and not closed since.
pub fn asked_of_missing(db: &Connection, document: DocumentId) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM question WHERE item = ?1 AND kind = 'missing_file' AND state <> 'closed')";
    Ok(db.prepare_cached(sql)?.query_row([document], |r| r.get(0))?)
}

/// Whether it was asked before what becomes of these bytes of a document, and not closed since.
pub fn asked_of_bytes(db: &Connection, document: DocumentId, digests: &[Digest]) -> Result<bool> {
    let about = many(db, "item = ?1 AND kind = 'changed_file' AND state <> 'closed'", [document])?;
    Ok(about.iter().any(|q| matches!(&q.asking.matter, Matter::ChangedFile { digests: d, .. } if d == digests)))
}

/// The open questions about files that are not filed.
pub(super) fn open_about_paths(db: &Connection) -> Result<Vec<Question>> {
    many(db, "item IS NULL AND state = 'open' ORDER BY seq", [])
}

/// Open questions of one consequence, in the order in which they are to be answered.
#[derive(Debug, Default)]
pub(super) struct Ordered {
    /// How many there are.
    pub(super) count: usize,
    /// How many are to be answered, where those that are alike are asked once.
    pub(super) asks: usize,
    /// The first of them, each with how many others it stands for.
    pub(super) first: Vec<(QuestionId, usize)>,
}

/// The open questions of one consequence: those put off come last, the earliest day first. Unless `each` is wanted by itself
/// the first of those that are asked once stands for the others.
pub(super) fn ordered(
    db: &Connection,
    consequence: Consequence,
    kind: Option<Kind>,
    each: bool,
    limit: usize,
) -> Result<Ordered> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT id, kind, alike, aside FROM question
         WHERE state = 'open' AND follows = ?1 AND (?2 IS NULL OR kind = ?2) AND {THERE}
         ORDER BY aside, due IS NULL, due, seq"
    ))?;
    let mut rows = statement.query(params![consequence, kind])?;
    let mut out = Ordered::default();
    let mut places: HashMap<(String, bool), usize> = HashMap::new();
    while let Some(row) = rows.next()? {
        out.count += 1;
        if !each && row.get::<_, Kind>(1)?.asked_once() {
            match places.entry((row.get(2)?, row.get(3)?)) {
                Entry::Occupied(known) => {
                    if let Some((_, others)) = out.first.get_mut(*known.get()) {
                        *others += 1;
                    }
                    continue;
                }
                Entry::Vacant(new) => drop(new.insert(out.asks)),
            }
        }
        if out.asks < limit {
            out.first.push((row.get(0)?, 0));
        }
        out.asks += 1;
    }
    Ok(out)
}

/// Those that were answered, the last first.
pub(super) fn answered(db: &Connection, kind: Option<Kind>, limit: usize) -> Result<Vec<Question>> {
    let condition = format!(
        "state = 'settled' AND (?1 IS NULL OR kind = ?1) AND {THERE} ORDER BY settled_on DESC, seq DESC LIMIT ?2"
    );
    many(db, &condition, params![kind, limit])
}

/// The question that was asked last, whatever became of it.
pub(super) fn newest(db: &Connection) -> Result<Option<Question>> {
    Ok(many(db, "state <> 'closed' ORDER BY seq DESC LIMIT 1", [])?.into_iter().next())
}

/// How many wait, and how many were answered.
pub fn counts(db: &Connection) -> Result<Counts> {
    let settled = format!("SELECT count(*) FROM question WHERE state = 'settled' AND {THERE}");
    let settled = db.prepare_cached(&settled)?.query_row([], |r| r.get(0))?;
    let mut counts = Counts { settled, ..Counts::default() };
    for consequence in Consequence::ALL {
        let of = ordered(db, *consequence, None, false, 0)?;
        counts.open += of.count;
        counts.asks += of.asks;
    }
    Ok(counts)
}
