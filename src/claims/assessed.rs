//! On which risk assessment a decision rests, as people write it: `IP-01, row 17: data hall`, `Risk register R-0003`. And whether
//! that document or record is another one since.

use rusqlite::Connection;

use crate::day::Day;
use crate::documents::{self, Revision};
use crate::error::{Code, Result};
use crate::items::{self, ItemId};
use crate::records::{self, Exit};
use crate::workspace;

/// More words than this are no reference.
const WORDS: usize = 40;

/// The documents and records of which the codes stand in a text, each as long as it can be.
pub(super) fn named(db: &Connection, text: &str) -> Result<Vec<ItemId>> {
    let words: Vec<&str> = text.split_whitespace().take(WORDS).collect();
    let (mut found, mut from) = (Vec::new(), 0);
    while from < words.len() {
        let mut behind = from + 1;
        for end in (from + 1..=words.len()).rev() {
            if let Some(item) = of_code(db, &words[from..end].join(" "))? {
                if !found.contains(&item) {
                    found.push(item);
                }
                behind = end;
                break;
            }
        }
        from = behind;
    }
    Ok(found)
}

/// What has this code, with or without the signs around it.
fn of_code(db: &Connection, text: &str) -> Result<Option<ItemId>> {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    for code in [text, bare] {
        match items::find(db, code) {
            Ok(item) if crate::text::fold(&items::code(db, item)?) == crate::text::fold(code) => return Ok(Some(item)),
            Ok(_) => {}
            Err(other) if other.code() == Code::NotFound => {}
            Err(other) => return Err(other),
        }
    }
    Ok(None)
}

/// Whether a document has a revision that came into force after a decision, or a record was replaced or taken after it: on a
/// later day up to `today`, or on the same one behind its entry.
pub(super) fn since(db: &Connection, item: ItemId, (on, seq): (Day, u64), today: Day) -> Result<bool> {
    let later = |day: Day| day > on && day <= today;
    match item {
        ItemId::Document(id) => {
            let behind = |revision: &Revision| revision.approved_at.is_some_and(|at| at > seq);
            let newer = |revision: &Revision| {
                revision.effective_from.is_some_and(|from| later(from) || from == on && behind(revision))
            };
            Ok(documents::revisions(db, id)?.iter().any(newer))
        }
        ItemId::Record(id) => {
            let record = records::by_id(db, id)?;
            let about = workspace::entries_about(db, [item.uuid()], i64::MAX as u64)?;
            let (filed, touched) = (about.first().is_some_and(|at| *at > seq), about.iter().any(|at| *at > seq));
            let of = record.collected.unwrap_or(record.filed);
            let replaced = records::exited(db, id)?.into_iter().filter(|exited| exited.exit == Exit::Replaced);
            let mut replaced = replaced.map(|exited| exited.on);
            Ok(later(of) || of == on && filed || replaced.any(|day| later(day) || day == on && touched))
        }
    }
}
