//! What a window shows around every screen: which workspace, who acts, what is due, when it was last checked.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, When, commands};
use crate::agenda::{self, ProposalsWaiting, Today};
use crate::day::{Day, Zone};
use crate::error::Result;
use crate::ledger;
use crate::people::{self, Person};
use crate::systems::{self, System};
use crate::verify::Finding;

commands! { WorkspaceInfo, Pulse, TodayShow, ProposalsOpen }

/// Says what workspace this is.
#[derive(Debug, Deserialize, TS)]
pub struct WorkspaceInfo {}

/// A workspace in a few words.
#[derive(Debug, Serialize, TS)]
pub struct Info {
    /// Whether nothing can be written where its folder lies.
    pub read_only: bool,
    /// Its folder.
    pub folder: String,
    /// Its identity.
    pub id: uuid::Uuid,
    /// The organisation.
    pub organisation: String,
    /// Its time zone; UTC where none was ever set.
    pub time_zone: Zone,
    /// Today, by its time zone.
    pub today: Day,
    /// The day of its first entry, before which nothing was recorded; none where there is no entry yet.
    pub began: Option<Day>,
    /// When another day begins there, in milliseconds since 1970.
    pub next_day_at: i64,
    /// In whose name events are written.
    pub actor: String,
    /// The person behind it, where enrolled.
    pub person: Option<Person>,
    /// Whether authors may approve what they wrote.
    pub author_approves: bool,
    /// The management systems, in the order of the columns.
    pub systems: Vec<System>,
    /// How many entries the ledger has.
    pub entries: u64,
    /// The last check on this machine.
    pub checked: Option<Checked>,
    /// When that was, by the organisation's time zone.
    pub checked_when: Option<Moment>,
}

/// A moment as its day and what a clock showed.
#[derive(Debug, Serialize, TS)]
pub struct Moment {
    /// The day.
    pub day: Day,
    /// The time, as `14:05:09`.
    pub time: String,
}

/// The outcome of the last check.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Checked {
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// Whether every check passed.
    pub ok: bool,
    /// Whether every file was read.
    pub deep: bool,
    /// How many files were looked at.
    pub files: u64,
    /// How many entries were looked at.
    pub entries: u64,
    /// What was found.
    pub findings: Vec<Finding>,
}

impl Command for WorkspaceInfo {
    type Answer = Info;
    const NAME: &'static str = "workspace_info";
    const EFFECT: Effect = Effect::Reads(&[Topic::People, Topic::Systems, Topic::Ledger, Topic::Checks]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let today = session.today();
        let workspace = session.workspace()?;
        let (db, time_zone) = (workspace.db(), workspace.zone()?);
        let checked: Option<Checked> =
            workspace.remembered("checked")?.and_then(|text| serde_json::from_str(&text).ok());
        Ok(Info {
            read_only: workspace.read_only(),
            folder: workspace.root().display().to_string(),
            id: workspace.id(),
            organisation: systems::organisation(db)?,
            time_zone,
            today,
            began: workspace.began()?,
            next_day_at: time_zone.last_instant(today) + 1,
            actor: workspace.actor().to_owned(),
            person: people::by_email(db, workspace.actor())?.filter(|person| !person.left),
            author_approves: people::author_approves(db)?,
            systems: systems::systems(db)?,
            entries: workspace.head()?.size,
            checked_when: checked.as_ref().map(|c| Moment { day: time_zone.day(c.at), time: time_zone.clock(c.at) }),
            checked,
        })
    }
}

/// Says how far the ledger reaches and what became stale: what a window asks now and then to see whether others wrote.
#[derive(Debug, Deserialize, TS)]
pub struct Pulse {
    /// How far it reached when this was asked last.
    #[serde(default)]
    pub since: Option<u64>,
}

/// How far the ledger reaches.
#[derive(Debug, Serialize, TS)]
pub struct Beat {
    /// Its number of entries.
    pub size: u64,
    /// What the entries since then made stale.
    pub stale: Vec<Topic>,
}

/// So many entries are looked at; after more, everything is stale.
const LOOKED_AT: u64 = 1_000;

impl Command for Pulse {
    type Answer = Beat;
    const NAME: &'static str = "pulse";
    const EFFECT: Effect = Effect::Reads(&[Topic::Ledger]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        let size = workspace.head()?.size;
        let since = self.since.unwrap_or(size).min(size);
        if size - since > LOOKED_AT {
            return Ok(Beat { size, stale: Topic::ALL.to_vec() });
        }
        let rooms = ledger::rooms_of(workspace.db(), since..size)?;
        Ok(Beat { size, stale: Topic::stale(rooms.iter().map(String::as_str)) })
    }
}

/// Reads what needs a person: overdue and in the days to come, and the load of the next months.
#[derive(Debug, Deserialize, TS)]
pub struct TodayShow {
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for TodayShow {
    type Answer = Today;
    const NAME: &'static str = "today";
    const EFFECT: Effect = Effect::Reads(&[
        Topic::People,
        Topic::Rules,
        Topic::Systems,
        Topic::Documents,
        Topic::Records,
        Topic::Statements,
        Topic::Mapping,
        Topic::Reviews,
        Topic::Certificates,
    ]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        let view = session.view(self.when)?;
        agenda::today(&view, day)
    }
}

/// Reads for which documents and records a proposal waits to be decided: the first of them.
#[derive(Debug, Deserialize, TS)]
pub struct ProposalsOpen {
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

/// So many are shown.
const PROPOSALS: usize = 12;

impl Command for ProposalsOpen {
    type Answer = ProposalsWaiting;
    const NAME: &'static str = "proposals_open";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let view = session.view(self.when)?;
        let held = systems::editions_held(&view)?;
        agenda::proposals_waiting(&view, &held, PROPOSALS)
    }
}
