//! What the clocks of the machines said: entries that were written behind an earlier one, or far ahead, and of which nobody
//! has said the day.

use serde_json::Value;

use super::report::Report;

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;
/// Clocks of two machines may differ by as much.
const APART: i64 = 10 * MINUTE;
/// So much ahead of the checking machine an entry has a day that did not come yet.
const AHEAD: i64 = DAY;

/// A day in UTC, as `2026-03-05`.
pub(super) fn day(at: i64) -> String {
    chrono::DateTime::from_timestamp_millis(at).map(|t| t.format("%Y-%m-%d").to_string()).unwrap_or_default()
}

/// Entries one after the other whose clock was wrong in the same way.
#[derive(Debug)]
struct Wrong {
    ahead: bool,
    first: u64,
    last: u64,
    said_at: i64,
    /// What it is measured by: the entry before, or the checking machine's clock.
    by: i64,
}

/// The entry with the latest time so far, and how far time had come before it.
#[derive(Debug, Clone, Copy)]
struct Latest {
    seq: u64,
    said_at: i64,
    before: Option<i64>,
}

/// What was seen of the clocks.
#[derive(Debug)]
pub(super) struct Clocks {
    now: Option<i64>,
    latest: Option<Latest>,
    wrong: Vec<Wrong>,
    /// Entries of which a person said the day.
    said: Vec<(u64, u64)>,
}

impl Clocks {
    /// `now` is what the checking machine's clock says.
    pub(super) fn new(now: Option<i64>) -> Self {
        Self { now, latest: None, wrong: Vec::new(), said: Vec::new() }
    }

    /// Takes what a clock said when an entry was written.
    pub(super) fn enter(&mut self, seq: u64, said_at: i64) {
        if let Some(now) = self.now.filter(|now| said_at > now + AHEAD) {
            self.note(Wrong { ahead: true, first: seq, last: seq, said_at, by: now });
            return;
        }
        if let Some(latest) = self.latest.filter(|latest| said_at < latest.said_at - APART) {
            // Whichever of the two was wrong: where time goes on from before the other, it was the other.
            match latest.before.filter(|before| latest.said_at > before + DAY && said_at > before - APART) {
                Some(before) => {
                    let (first, last, said_at) = (latest.seq, seq - 1, latest.said_at);
                    self.note(Wrong { ahead: true, first, last, said_at, by: before });
                    self.latest = Some(Latest { seq, said_at: before, before: Some(before) });
                }
                None => {
                    self.note(Wrong { ahead: false, first: seq, last: seq, said_at, by: latest.said_at });
                    return;
                }
            }
        }
        match self.latest {
            Some(latest) if said_at <= latest.said_at => {}
            // Within a day of the one before, it stands with it.
            Some(latest) if said_at <= latest.said_at + DAY => self.latest = Some(Latest { said_at, ..latest }),
            latest => self.latest = Some(Latest { seq, said_at, before: latest.map(|latest| latest.said_at) }),
        }
    }

    fn note(&mut self, wrong: Wrong) {
        match self.wrong.last_mut() {
            Some(last) if last.ahead == wrong.ahead && last.last + 1 == wrong.first => last.last = wrong.last,
            _ => self.wrong.push(wrong),
        }
    }

    /// Takes that a person said the day of entries.
    pub(super) fn say(&mut self, event: &Value) {
        if let (Some(from), Some(to)) = (event["data"]["from"].as_u64(), event["data"]["to"].as_u64()) {
            self.said.push((from, to));
        }
    }

    /// Names what nobody has said the day of.
    pub(super) fn report(&self, report: &mut Report) {
        let known = |seq: u64| self.said.iter().any(|(from, to)| (*from..=*to).contains(&seq));
        for wrong in &self.wrong {
            let Some(first) = (wrong.first..=wrong.last).find(|seq| !known(*seq)) else { continue };
            let apart = wrong.said_at.abs_diff(wrong.by);
            let (days, minutes) = (apart / DAY as u64, apart / MINUTE as u64);
            let far = match (days, minutes) {
                (1, _) => String::from("1 day"),
                (0, 1) => String::from("1 minute"),
                (0, minutes) => format!("{minutes} minutes"),
                (days, _) => format!("{days} days"),
            };
            let which = if first == wrong.last {
                format!("entry {first} was")
            } else {
                format!("entries {first}–{} were", wrong.last)
            };
            let (code, how) = if wrong.ahead { ("clock_ahead", "ahead") } else { ("clock_behind", "behind") };
            report.find(
                code,
                format!("entry {first}"),
                format!(
                    "The clock was {far} {how} when {which} written: it said {}. Say the day: `ledger say-day`",
                    day(wrong.said_at)
                ),
            );
        }
    }
}
