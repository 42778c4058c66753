//! A document or record in a pack, with its files.

use rusqlite::Connection;

use super::stated::Stated;
use crate::day::{Day, Due, Overdue};
use crate::documents::{Communicated, Document, DocumentKind, Reinstated, Revision};
use crate::error::Result;
use crate::filed::FiledFile;
use crate::items::ItemId;
use crate::mapping::{Named, PointShown};
use crate::records::{self, Exit, Exited, Record, State};
use crate::reviews::{self, Moved, Task};

/// What stands before the first day in force.
pub(super) const IN_FORCE_SINCE: &str = "in force since";
/// The same where nobody knows that day.
pub(super) const IN_FORCE_AT_LATEST: &str = "in force since a day not known, at the latest";

/// A document or record in the pack.
pub(super) struct PackItem {
    pub(super) what: What,
    /// Codes of the scope items it is for; empty for all.
    pub(super) scope: Vec<String>,
    /// Its mappings to audited editions.
    pub(super) mappings: Vec<Named>,
    /// Each content once.
    pub(super) files: Vec<PackFile>,
    /// What people said of it, oldest first.
    pub(super) stated: Vec<Stated>,
    /// Its points at audited editions, open and settled.
    pub(super) points: Vec<PointShown>,
    /// The move that gave its next review, where no review did.
    pub(super) moved: Option<Moved>,
    /// The revision that was asked for and is not there yet.
    pub(super) asked: Option<Task>,
    /// Which record stands in its place, why and who said so.
    pub(super) replaced: Option<Exited>,
}

/// What it is; of a document, the revision in force.
pub(super) enum What {
    Document(Box<Document>, Box<Revision>),
    Record(Box<Record>),
}

/// A file with its place in the pack.
pub(super) struct PackFile {
    pub(super) filed: FiledFile,
    /// Path below `data/`.
    pub(super) place: String,
}

/// Whether a day has two readings.
fn two_readings(due: Option<Due>) -> bool {
    matches!(due, Some(Due::Ambiguous { .. }))
}

impl PackItem {
    /// Without its files, which are placed when all that belongs to the pack is known.
    pub(super) fn new(what: What, scope: Vec<String>, mappings: Vec<Named>) -> Self {
        let (files, stated, points) = (Vec::new(), Vec::new(), Vec::new());
        Self { what, scope, mappings, files, stated, points, moved: None, asked: None, replaced: None }
    }

    pub(super) fn id(&self) -> ItemId {
        match &self.what {
            What::Document(d, _) => ItemId::Document(d.id),
            What::Record(r) => ItemId::Record(r.id),
        }
    }

    pub(super) fn code(&self) -> &str {
        match &self.what {
            What::Document(d, _) => &d.code,
            What::Record(r) => &r.code,
        }
    }

    pub(super) fn title(&self) -> &str {
        match &self.what {
            What::Document(d, _) => &d.title,
            What::Record(r) => &r.title,
        }
    }

    pub(super) fn kind(&self) -> &'static str {
        match &self.what {
            What::Document(..) => "document",
            What::Record(_) => "record",
        }
    }

    /// Reads what was asked for of it, and what stands in its place on a day.
    pub(super) fn follow(&mut self, db: &Connection, day: Day) -> Result<()> {
        match &self.what {
            What::Document(document, _) => {
                let open = |task: &Task| task.asked <= day && task.ended.is_none_or(|ended| ended > day);
                self.asked = reviews::tasks_of(db, document.id)?.into_iter().rev().find(open);
            }
            What::Record(record) => {
                let replaced = |exited: &Exited| exited.exit == Exit::Replaced && exited.on <= day;
                self.replaced = records::exited(db, record.id)?.into_iter().find(replaced);
            }
        }
        Ok(())
    }

    /// The revision that was asked for: by when, who writes it, who asked, and why.
    pub(super) fn asked_for(&self) -> String {
        let Some(task) = &self.asked else { return String::new() };
        let owner = if task.owner.is_empty() { String::new() } else { format!(" from {}", task.owner) };
        format!("new revision by {}{owner}, asked for on {} by {}: {}", task.due, task.asked, task.who, task.reason)
    }

    /// Which record stands in its place, since when, who said so and why.
    pub(super) fn replaced_by(&self) -> String {
        let Some(exited) = &self.replaced else { return String::new() };
        let by = exited.by.as_ref().map_or_else(String::new, |by| format!(" by {} {}", by.code, by.title));
        format!("replaced{by} on {}, as {} said: {}", exited.on, exited.who, exited.reason)
    }

    /// How a record stands on a day, in words; of one that is collected or filed only later, that it does not count yet.
    pub(super) fn record_state(&self, day: Day) -> String {
        match &self.what {
            What::Record(r) if r.collected.unwrap_or(r.filed) > day => String::from("counts later"),
            What::Record(r) => r.state(day).words(),
            What::Document(..) => String::new(),
        }
    }

    /// How its next review was moved, in words; empty where a review or the interval gave it.
    pub(super) fn moved(&self) -> String {
        let Some(moved) = &self.moved else { return String::new() };
        let before = moved.before.map_or_else(String::new, |due| format!(" from {due}"));
        format!("moved on {}{before}: {}", moved.on, moved.reason)
    }

    /// Who put a withdrawn document in force again, when and why; empty where nobody did.
    pub(super) fn in_force_again(&self) -> String {
        let What::Document(_, revision) = &self.what else { return String::new() };
        let told = |again: &Reinstated| {
            let Reinstated { by, on, from, reason } = again;
            format!("put in force again from {from} by {by} on {on}: {reason}")
        };
        revision.reinstatements.iter().map(told).collect::<Vec<_>>().join("; ")
    }

    /// Whom the revision was communicated to, when and how; of a policy it is said where that is nobody.
    pub(super) fn communicated(&self) -> String {
        let What::Document(document, revision) = &self.what else { return String::new() };
        let told = |told: &Communicated| {
            let how = if told.how.is_empty() { String::new() } else { format!(" ({})", told.how) };
            format!("{} on {}{how}", told.to, told.on)
        };
        match revision.communications.as_slice() {
            [] if document.kind == DocumentKind::Policy => String::from("nobody yet"),
            all => all.iter().map(told).collect::<Vec<_>>().join("; "),
        }
    }

    /// How it stands in few words: a document's revision, who approved it and when, since when it is in force; of when a record is.
    pub(super) fn stands(&self, day: Day) -> String {
        let on = |what: &str, day: Option<String>| day.map(|day| format!("{what} {day}"));
        let parts = match &self.what {
            What::Document(_, r) => vec![
                on("rev", Some(r.label.clone()).filter(|label| !label.is_empty())),
                match (self.approver(), &r.approved_on) {
                    (by, Some(on)) if !by.is_empty() => Some(format!("approved by {by} on {on}")),
                    (by, None) if !by.is_empty() => Some(format!("approved by {by}")),
                    (_, Some(on)) => Some(format!("approved on {on}, by whom is not known")),
                    _ => Some(String::from("by whom approved is not known")),
                },
                on(
                    if r.effective_at_latest { IN_FORCE_AT_LATEST } else { IN_FORCE_SINCE },
                    r.effective_from.map(|day| day.to_string()),
                ),
            ],
            What::Record(r) => vec![
                match (r.period_from, r.period_to) {
                    (Some(from), Some(to)) => Some(format!("{from} to {to}")),
                    (from, to) => from.or(to).map(|day| day.to_string()),
                },
                on("collected", r.collected.map(|day| day.to_string())),
                on("filed", Some(r.filed.to_string()).filter(|_| r.collected.is_none())),
                on("valid until", r.valid_until.map(|day| day.to_string())),
                Some(r.state(day).words()),
            ],
        };
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// Who approved its revision; where that was its own author it is said.
    pub(super) fn approver(&self) -> String {
        let What::Document(_, revision) = &self.what else { return String::new() };
        let by = revision.approved_by.clone().unwrap_or_default();
        if revision.approved_by_author { format!("{by} (its author)") } else { by }
    }

    /// Stable name of its place in the index page.
    pub(super) fn anchor(&self) -> String {
        let id = match &self.what {
            What::Document(d, _) => d.id.to_string(),
            What::Record(r) => r.id.to_string(),
        };
        format!("item-{id}")
    }

    /// Whether its day of approval is written so that it can be read in two ways.
    pub(super) fn approval_unclear(&self) -> bool {
        matches!(&self.what, What::Document(_, revision) if two_readings(revision.approved_on))
    }

    /// Whether a day of its own is.
    pub(super) fn unclear(&self) -> bool {
        self.approval_unclear()
            || matches!(&self.what, What::Document(document, _) if two_readings(document.next_review))
    }

    /// What an auditor should notice: overdue, ended, replaced, unclear; empty when all is well.
    pub(super) fn warning(&self, day: Day) -> String {
        match &self.what {
            What::Document(d, _) => {
                let review = match d.next_review.map(|due| (due, due.overdue(day))) {
                    Some((due, Overdue::Yes)) => Some(format!("review overdue since {due}")),
                    Some((due, _)) if two_readings(Some(due)) => Some(format!("review date unclear: {due}")),
                    _ => None,
                };
                let approval =
                    Some(()).filter(|()| self.approval_unclear()).map(|()| String::from("day of approval unclear"));
                let asked = self.asked.as_ref().filter(|task| task.due < day);
                let asked = asked.map(|task| format!("new revision overdue since {}", task.due));
                [review, approval, asked, self.retired()].into_iter().flatten().collect::<Vec<_>>().join("; ")
            }
            What::Record(r) => {
                let stands = Some(r.state(day)).filter(|state| *state != State::InDate).map(|state| {
                    r.standing().since(day).map_or_else(|| state.words(), |on| format!("{} on {on}", state.words()))
                });
                [stands, self.retired()].into_iter().flatten().collect::<Vec<_>>().join("; ")
            }
        }
    }

    /// That statements about it are signed with keys that were retired later for their day.
    fn retired(&self) -> Option<String> {
        match self.stated.iter().filter(|stated| stated.retired).count() {
            0 => None,
            1 => Some(String::from("1 statement signed with a key retired for that day later")),
            n => Some(format!("{n} statements signed with keys retired for their day later")),
        }
    }
}
