//! What is due, as a command.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, When, Who, commands};
use crate::agenda::{self, DueDay, DueKind, PageDue, ReviewsDue};
use crate::day::Day;
use crate::error::Result;
use crate::people::Duty;
use crate::reviews::{self, DocumentShown, ForChange};
use crate::saved::Target;
use crate::systems;
use crate::workspace::{one_state, zone_now};

commands! { ReviewList, ReviewCalendar, ReviewDays, ReviewPage, RevisionCallOff, ReviewRecheck }

/// Lists what is due, soonest first.
#[derive(Debug, Deserialize, TS)]
pub struct ReviewList {
    /// Only what is due until then.
    #[serde(default)]
    pub until: Option<Day>,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
    /// Write it to this calendar file, too.
    #[serde(default)]
    pub ics: Option<PathBuf>,
    /// Whether a file that is there may be written over.
    #[serde(default)]
    pub overwrite: bool,
}

impl Command for ReviewList {
    type Answer = ReviewsDue;
    const NAME: &'static str = "review_list";
    const EFFECT: Effect = Effect::Reads(&[
        Topic::Systems,
        Topic::Documents,
        Topic::Records,
        Topic::Mapping,
        Topic::Reviews,
        Topic::Certificates,
    ]);

    fn written(&self) -> Option<&Path> {
        self.ics.as_deref()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        let now = session.here().clock.now();
        let view = session.view(self.when)?;
        let due = agenda::list(&view, self.until, day)?;
        if let Some(path) = &self.ics {
            let out = Target { path, overwrite: self.overwrite };
            agenda::write_calendar(out, &systems::organisation(&view)?, &due.items, zone_now(&view)?, now)?;
        }
        Ok(due)
    }
}

/// Writes everything that is due to a calendar file.
#[derive(Debug, Deserialize, TS)]
pub struct ReviewCalendar {
    /// The file.
    pub out: PathBuf,
    /// Whether a file that is there may be written over.
    #[serde(default)]
    pub overwrite: bool,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for ReviewCalendar {
    /// How many dates it holds.
    type Answer = usize;
    const NAME: &'static str = "review_calendar";
    const EFFECT: Effect = Effect::Reads(&[
        Topic::Systems,
        Topic::Documents,
        Topic::Records,
        Topic::Mapping,
        Topic::Reviews,
        Topic::Certificates,
    ]);

    fn written(&self) -> Option<&Path> {
        Some(&self.out)
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        let now = session.here().clock.now();
        let view = session.view(self.when)?;
        let items = agenda::due_until(&view, None, day)?;
        let out = Target { path: &self.out, overwrite: self.overwrite };
        agenda::write_calendar(out, &systems::organisation(&view)?, &items, zone_now(&view)?, now)?;
        Ok(items.len())
    }
}

/// Says how much is due on each day of a span.
#[derive(Debug, Deserialize, TS)]
pub struct ReviewDays {
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// So many rows of each day come along.
    #[serde(default)]
    pub first: usize,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

/// How much is due on each day.
#[derive(Debug, Serialize, TS)]
pub struct DaysDue {
    /// The day against which overdue is judged.
    pub day: Day,
    /// The days on which something is due, in order.
    pub days: Vec<DueDay>,
}

impl Command for ReviewDays {
    type Answer = DaysDue;
    const NAME: &'static str = "review_days";
    const EFFECT: Effect = Effect::Reads(&[
        Topic::Systems,
        Topic::Documents,
        Topic::Records,
        Topic::Mapping,
        Topic::Reviews,
        Topic::Certificates,
    ]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        let view = session.view(self.when)?;
        let _state = one_state(&view)?;
        Ok(DaysDue { day, days: agenda::due_days(&view, self.from, self.to, day, self.first)? })
    }
}

/// Reads a page of what is due, soonest first.
#[derive(Debug, Deserialize, TS)]
pub struct ReviewPage {
    /// Only what is due from this day on.
    #[serde(default)]
    pub from: Option<Day>,
    /// Only what is due until then.
    #[serde(default)]
    pub to: Option<Day>,
    /// Only this.
    #[serde(default)]
    pub kind: Option<DueKind>,
    /// The `next` of the page before.
    #[serde(default)]
    pub after: Option<Vec<String>>,
    /// How many at the most.
    #[serde(default = "super::documents::page")]
    pub limit: usize,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for ReviewPage {
    type Answer = PageDue;
    const NAME: &'static str = "review_page";
    const EFFECT: Effect = Effect::Reads(&[
        Topic::Systems,
        Topic::Documents,
        Topic::Records,
        Topic::Mapping,
        Topic::Reviews,
        Topic::Certificates,
    ]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        let view = session.view(self.when)?;
        let _state = one_state(&view)?;
        let [first, last] = [self.from.unwrap_or(Day::MIN), self.to.unwrap_or(Day::MAX)];
        agenda::due_page(&view, self.kind, [first, last], day, self.after.as_deref(), self.limit)
    }
}

/// Calls the revision off that a review of a document asked for.
#[derive(Debug, Deserialize, TS)]
pub struct RevisionCallOff {
    /// Code of the document.
    pub code: String,
    /// Why.
    pub reason: String,
}

impl Command for RevisionCallOff {
    type Answer = DocumentShown;
    const NAME: &'static str = "revision_call_off";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Review);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        workspace.transact(|tx| reviews::call_off_revision(tx, &self.code, &self.reason))?;
        reviews::document_shown(workspace.db(), &self.code)
    }
}

/// Says of documents and records that they were looked at again because a scope changed, and still count; in one step.
#[derive(Debug, Deserialize, TS)]
pub struct ReviewRecheck {
    /// Codes of the documents and records.
    pub items: Vec<String>,
    /// Why they still count.
    pub reason: String,
    /// Only for the scope of this system.
    #[serde(default)]
    pub system: Option<String>,
    /// Only for this scope item.
    #[serde(default)]
    pub scope_item: Option<String>,
    /// Only for the change of that entry.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub entry: Option<u64>,
    /// Only for the mapping to this clause, whose reason names a section that changed.
    #[serde(default)]
    pub reference: Option<String>,
}

/// What was looked at again.
#[derive(Debug, Serialize, TS)]
pub struct ItemsRechecked {
    /// How many documents and records.
    pub items: usize,
    /// How many wait still.
    pub waiting: usize,
}

impl Command for ReviewRecheck {
    type Answer = ItemsRechecked;
    const NAME: &'static str = "review_recheck";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Review);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        let reference = self.reference.as_deref().map(|name| systems::clause(workspace.db(), name)).transpose()?;
        let change = ForChange {
            system: self.system.as_deref(),
            scope_item: self.scope_item.as_deref(),
            entry: self.entry,
            reference: reference.as_ref(),
        };
        workspace.transact(|tx| {
            for item in &self.items {
                reviews::recheck(tx, item, change, &self.reason)?;
            }
            Ok(ItemsRechecked { items: self.items.len(), waiting: reviews::rechecks(tx.db(), 0)?.items })
        })
    }
}
