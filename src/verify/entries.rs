//! One entry: its envelope has to say what the columns say, and the ledger's time has to follow from what the clocks said.

use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;

use super::batches::Written;
use super::report::Report;
use crate::error::Result;

/// What an envelope says, as far as a check needs it.
pub(super) struct Envelope {
    /// 1 or 2.
    pub(super) form: u64,
    /// What the clock said: UTC, milliseconds since 1970.
    pub(super) said_at: i64,
    /// By whom, where and when it was written.
    pub(super) written: Written,
    pub(super) event: Value,
}

/// How far the ledger's time has come.
pub(super) struct Time {
    last: i64,
}

impl Default for Time {
    fn default() -> Self {
        Self { last: i64::MIN }
    }
}

/// Reads and checks an entry; nothing where it cannot be read.
pub(super) fn check(
    db: &Connection,
    seq: u64,
    id: &[u8],
    at: i64,
    bytes: &[u8],
    time: &mut Time,
    report: &mut Report,
) -> Result<Option<Envelope>> {
    let place = format!("entry {seq}");
    let Ok(mut value) = serde_json::from_slice::<Value>(bytes) else {
        report.find("entry_altered", place, format!("Entry {seq} cannot be read"));
        return Ok(None);
    };
    let id_fits = value["id"].as_str().and_then(|t| uuid::Uuid::parse_str(t).ok()).is_some_and(|u| u.as_bytes() == id);
    let form = value["v"].as_u64().unwrap_or(0);
    let said_at = match form {
        1 => value["at"].as_i64().filter(|_| value["seq"].as_u64() == Some(seq)),
        2 => value["said_at"].as_i64().filter(|_| value.get("seq").is_none()),
        _ => None,
    };
    let event = value["event"].take();
    // What a person said of a wrong clock lets time go on from before it.
    if form == 2
        && event["kind"] == "ledger.day_said"
        && let Some(from) = event["data"]["from"].as_u64().filter(|from| *from < seq)
    {
        let sql = "SELECT at FROM entry WHERE seq = ?1 - 1";
        time.last = db.prepare_cached(sql)?.query_row([from], |r| r.get(0)).optional()?.unwrap_or(i64::MIN);
    }
    let fits = said_at.is_some_and(|said| if form == 1 { said == at } else { said.max(time.last.max(0)) == at });
    if !id_fits || !fits {
        report.find(
            "entry_moved",
            place.clone(),
            format!("Entry {seq} does not fit its place: entries were exchanged or altered"),
        );
    }
    if at < time.last {
        report.find("time_backwards", place, format!("Entry {seq} is older than the one before it"));
    }
    time.last = at.max(time.last);
    let (said_at, text) = (said_at.unwrap_or(at), |name: &str| value[name].as_str().unwrap_or_default().to_owned());
    let written = Written { site: text("site"), actor: text("actor"), said_at };
    Ok(Some(Envelope { form, said_at, written, event }))
}
