//! A list that is taken in again: what it says now against what the register says. Where nobody changed the register since
//! the list last said it, one clear new value corrects it; whatever else differs is a question.

use super::asking::{self, Asked};
use super::clauses;
use super::plan::{PlannedDocument, PlannedRecord, RowWords};
use super::versions;
use crate::day::Due;
use crate::documents::{self, Document, DocumentState, Revision, RevisionState};
use crate::error::Result;
use crate::items::ItemId;
use crate::named::{List as _, Wanted};
use crate::questions::{self, List, Listed, Matter, NewQuestion, Reading, RowRead, Said};
use crate::reading::{due, kind_in_words};
use crate::records::{self, Record};
use crate::standards::EditionId;
use crate::text::{fold, nfc};
use crate::words::{State, state};
use crate::workspace::Tx;

/// What a row says, as it is noted for the next time.
pub(super) fn row_of(item: ItemId, listed: &RowWords) -> RowRead {
    let said = listed.iter().map(|(name, said)| (name.clone(), said.words.clone())).collect();
    RowRead { item, row: listed.values().find_map(|said| said.row), said: Some(said) }
}

/// What words mean as the value of a particular, as text; nothing where that is not clear.
fn meaning(name: &str, words: &str) -> Option<String> {
    Some(match name {
        "kind" => kind_in_words(words)?.name().to_owned(),
        "review_interval" => {
            let months: u32 = words.parse().ok()?;
            (1..=120).contains(&months).then(|| months.to_string())?
        }
        "next_review" => match due(words)? {
            Due::Ambiguous { .. } => return None,
            exact => exact.to_string(),
        },
        "period_from" | "period_to" | "collected" | "valid_until" => match due(words)? {
            Due::Day { day } => day.to_string(),
            _ => return None,
        },
        _ => nfc(words.trim()),
    })
}

/// The possible answer that sets a particular to a value.
fn reading(name: &str, words: &str, value: &str) -> Reading {
    match name {
        "next_review" | "period_from" | "period_to" | "collected" | "valid_until" => match due(words) {
            Some(due) => Reading::Date(due),
            None => Reading::NoDate,
        },
        _ => Reading::Value(value.to_owned()),
    }
}

/// One list, and what it said the last time.
struct Compared<'a> {
    item: ItemId,
    code: &'a str,
    before: Option<Listed>,
    /// What about it waits for an answer.
    open: Vec<Matter>,
    /// Particulars about which the plan has a doubt: that is asked.
    doubted: Vec<&'a str>,
}

/// Compares the row of a document that was there before. What is noted of the row comes after.
pub(super) fn document(
    tx: &mut Tx<'_>,
    planned: &PlannedDocument,
    source: &str,
    held: &[EditionId],
    out: &mut Asked,
) -> Result<()> {
    let Some(row) = &planned.listed else { return Ok(()) };
    let document = documents::by_code(tx.db(), &planned.code)?;
    let item = ItemId::Document(document.id);
    let compared = Compared {
        item,
        code: &document.code,
        before: questions::listed(tx.db(), List::MasterList, item)?,
        open: questions::open_matters(tx.db(), item)?,
        doubted: planned.doubts.iter().map(|doubt| doubt.on.particular()).collect(),
    };
    compared.close(tx, |matter| matches!(matter, Matter::RowGone { list: List::MasterList, .. }))?;
    for (field, now) in document.particulars.texts() {
        compared.particular(tx, row, field.name, &now, out)?;
    }
    if document.state != DocumentState::Withdrawn {
        let now = document.next_review.map(|due| due.to_string()).unwrap_or_default();
        compared.particular(tx, row, "next_review", &now, out)?;
    }
    compared.clauses(tx, row, source, held, out)?;
    compared.approval(tx, row, &document, planned, out)?;
    compared.status(tx, row, &document, planned.revisions.last().map_or("", |r| r.approver.as_str()), out)
}

/// Compares the row of a record that was there before.
pub(super) fn record(
    tx: &mut Tx<'_>,
    planned: &PlannedRecord,
    record: &Record,
    source: &str,
    held: &[EditionId],
    out: &mut Asked,
) -> Result<()> {
    let Some(row) = &planned.listed else { return Ok(()) };
    let item = ItemId::Record(record.id);
    let compared = Compared {
        item,
        code: &record.code,
        before: questions::listed(tx.db(), List::EvidenceIndex, item)?,
        open: questions::open_matters(tx.db(), item)?,
        doubted: planned.doubts.iter().map(|doubt| doubt.on.particular()).collect(),
    };
    compared.close(tx, |matter| matches!(matter, Matter::RowGone { list: List::EvidenceIndex, .. }))?;
    for (field, now) in record.particulars.texts() {
        // A copy's note says of what it is one.
        if field.name != "note" || planned.copy_of.is_none() {
            compared.particular(tx, row, field.name, &now, out)?;
        }
    }
    compared.clauses(tx, row, source, held, out)
}

impl Compared<'_> {
    fn particular(&self, tx: &mut Tx<'_>, row: &RowWords, name: &str, now: &str, out: &mut Asked) -> Result<()> {
        let Some(said) = row.get(name).filter(|_| !self.doubted.contains(&name)) else { return Ok(()) };
        let Some(new) = meaning(name, &said.words) else { return Ok(()) };
        let about_this = |matter: &Matter| matter.particular() == name;
        if fold(&new) == fold(now) {
            return self.close(tx, about_this);
        }
        // A cell that was empty said that there is nothing.
        let old = self.before.as_ref().map(|before| before.said.get(name).map_or("", String::as_str));
        let held = old.and_then(|words| if words.is_empty() { Some(String::new()) } else { held_of(name, words) });
        if old != Some(said.words.as_str()) && held.is_some_and(|held| fold(&held) == fold(now)) {
            self.close(tx, about_this)?;
            return self.correct(tx, said, name, new);
        }
        let register = if name == "next_review" { due_of(tx, self.item)? } else { None };
        let kept = match (name, register) {
            ("next_review", Some(due)) => Reading::Date(due),
            ("next_review", None) => Reading::NoDate,
            _ if now.is_empty() && matches!(reading(name, &said.words, &new), Reading::Date(_)) => Reading::NoDate,
            _ => reading(name, now, now),
        };
        let matter = match reading(name, &said.words, &new) {
            Reading::Date(_) => Matter::Date { particular: name.to_owned() },
            _ => Matter::Particular { particular: name.to_owned() },
        };
        let new = NewQuestion {
            about: self.item.into(),
            matter,
            said: vec![said.clone(), Said::register(now)],
            readings: vec![reading(name, &said.words, &new), kept],
        };
        asking::ask(tx, self.code, new, out)
    }

    fn clauses(
        &self,
        tx: &mut Tx<'_>,
        row: &RowWords,
        source: &str,
        held: &[EditionId],
        out: &mut Asked,
    ) -> Result<()> {
        let (item, code, before) = (self.item, self.code, self.before.as_ref());
        clauses::Compared { item, code, before, source, held }.clauses(tx, row, out)
    }

    /// The day on which the list says that what stands was approved. An approval is corrected by nobody but a person.
    fn approval(
        &self,
        tx: &mut Tx<'_>,
        row: &RowWords,
        document: &Document,
        planned: &PlannedDocument,
        out: &mut Asked,
    ) -> Result<()> {
        let Some(said) = row.get("approved_on").filter(|_| !self.doubted.contains(&"approved_on")) else {
            return Ok(());
        };
        let Some((last, day)) = planned.revisions.last().and_then(|last| Some((last, last.approved_on?))) else {
            return Ok(());
        };
        let there = documents::revisions(tx.db(), document.id)?;
        let stands = |r: &&Revision| matches!(r.state, RevisionState::Approved | RevisionState::Effective);
        let Some(revision) = versions::of_version(&there, &last.label).filter(stands) else { return Ok(()) };
        let agrees = |known: Due| day.earliest() <= known.latest() && known.earliest() <= day.latest();
        if revision.approved_on.is_some_and(agrees) {
            return self.close(tx, |matter| matches!(matter, Matter::ApprovalDay { .. }));
        }
        let by = if last.approver.is_empty() {
            revision.approved_by.clone().unwrap_or_default()
        } else {
            last.approver.clone()
        };
        let register = revision.approved_on.map(|known| known.to_string()).unwrap_or_default();
        let new = NewQuestion {
            about: self.item.into(),
            matter: Matter::ApprovalDay { revision: revision.id, by },
            said: vec![said.clone(), Said::register(register)],
            readings: vec![Reading::Date(day), Reading::Kept],
        };
        asking::ask(tx, self.code, new, out)
    }

    /// Closes what the list has become clear about.
    fn close(&self, tx: &mut Tx<'_>, moot: impl Fn(&Matter) -> bool) -> Result<()> {
        if self.open.iter().any(&moot) { questions::close_about(tx, self.item, moot) } else { Ok(()) }
    }

    /// Corrects what came from the list, since the list says something else now.
    fn correct(&self, tx: &mut Tx<'_>, said: &Said, name: &str, value: String) -> Result<()> {
        let place = said.row.map(|row| format!("{}, row {row}", said.name)).unwrap_or_else(|| said.name.clone());
        let wanted = Wanted::from([(name.to_owned(), value)]);
        match self.item {
            ItemId::Document(id) if name == "next_review" => documents::set_next_review(tx, id, due(&said.words)),
            ItemId::Document(id) => documents::correct(tx, id, &wanted, None, &place).map(|_| ()),
            ItemId::Record(id) => records::correct(tx, id, &wanted, None, &place).map(|_| ()),
        }
    }

    /// Where the list says the document stands.
    fn status(
        &self,
        tx: &mut Tx<'_>,
        row: &RowWords,
        document: &Document,
        approver: &str,
        out: &mut Asked,
    ) -> Result<()> {
        let waits = ["status", "approved_on"].iter().any(|name| self.doubted.contains(name))
            || self.open.iter().any(|matter| matches!(matter, Matter::ApprovalDay { .. }));
        let Some(said) = row.get("status").filter(|_| !waits) else { return Ok(()) };
        let Some(listed) = state(&said.words) else { return Ok(()) };
        let drafts = documents::revisions(tx.db(), document.id)?.iter().any(|r| r.state == RevisionState::Draft);
        let agrees = match document.state {
            DocumentState::Withdrawn => listed.out_of_use(),
            // Known from the list alone: what it says holds, but for an end.
            DocumentState::Listed => !listed.out_of_use(),
            DocumentState::Draft => listed == State::Draft,
            _ => listed == State::Effective || (listed == State::Draft && drafts),
        };
        if agrees {
            return self.close(tx, |matter| matches!(matter, Matter::Status { .. }));
        }
        let readings = match listed {
            // What was never approved cannot be put in force again.
            State::Effective
                if document.state == DocumentState::Withdrawn && !questions::once_approved(tx.db(), document.id)? =>
            {
                vec![Reading::Kept]
            }
            State::Effective => vec![Reading::InForce, Reading::Kept],
            _ if listed.out_of_use() => vec![Reading::OutOfUse, Reading::Kept],
            _ => vec![Reading::Kept, Reading::OutOfUse],
        };
        let new = NewQuestion {
            about: self.item.into(),
            matter: Matter::Status { by: approver.to_owned() },
            said: vec![said.clone(), Said::register(document.state.name())],
            readings,
        };
        asking::ask(tx, self.code, new, out)
    }
}

/// What the register held of the list's words: an unclear next review as both its readings, no other unclear date.
fn held_of(name: &str, words: &str) -> Option<String> {
    match name {
        "next_review" => Some(due(words).map(|due| due.to_string()).unwrap_or_default()),
        "period_from" | "period_to" | "collected" | "valid_until" => Some(meaning(name, words).unwrap_or_default()),
        _ => meaning(name, words),
    }
}

fn due_of(tx: &Tx<'_>, item: ItemId) -> Result<Option<Due>> {
    match item {
        ItemId::Document(id) => Ok(documents::by_id(tx.db(), id)?.next_review),
        ItemId::Record(_) => Ok(None),
    }
}
