//! Which document or record satisfies which clause. Nothing found by correlation counts until a person
//! accepts it; similar and aligned matches need that person's reason (R16).

mod cells;
mod commands;
mod corrections;
mod deciding;
mod events;
mod follows;
mod groups;
mod limits;
mod meaning;
mod naming;
mod offers;
mod otherwise;
mod particulars;
mod points;
mod projection;
mod proposals;
mod queries;
mod refusals;
mod scopes;
mod shown;
mod sources;
mod waiting;

pub use cells::{Cell, CellHow, CellMade, map_cells};
pub use commands::{NewLink, link, link_in_full, link_several, reopen, unlink};
pub use corrections::correct;
pub use deciding::{Decided, Decision, accept, accept_proposal, decide, decline, reasons};
pub use events::MappingEvent;
pub use groups::{ControlAt, ControlState, Declined, OwnSource, ProposalGroup, Proposed, controls_of, group, proposed};
pub use limits::{Limits, followed_clauses, following, from_controls, limits, limits_of, may_be_held};
pub use meaning::holds;
pub use otherwise::{Accepted, Otherwise, accepted_as, otherwise};
pub use particulars::Particulars;
pub use points::{
    Basis, NamedPoint, Opened, Point, PointChoices, PointCounts, PointDue, PointEvent, PointFilter, PointSettled,
    PointShown, PointState, Settled, SettledBy, Unrecorded, UnrecordedPoint, asked_for, assign,
    choices as point_choices, evidence, items_settled_by, leave as leave_points, mapped_across, open_links,
    open_links_of, open_points_at, open_sql as open_points_sql, opened_since as points_opened_since,
    page as point_page, place as point_place, points_again, points_of, record as record_points,
    record_at as record_points_at, reopen as reopen_point, settle, stands, still_undecided,
    undecided as undecided_points, unrecorded, unrecorded_points,
};
pub use projection::{SCHEMA, apply};
pub use proposals::{NamedAt, Proposal, Proposer, SourceControl, proposals, propose};
pub use queries::{Counted, Less, Link, Named, at_most, by_clause, for_each, items_of_clause, of_item, stored};
pub use refusals::REASONS;
pub use scopes::{with_scope_of_items, with_scope_of_system, with_scopes_taken_back};
pub use shown::{Fell, KnownPoints, Mapped, RecordShown, known_points, mapped, mapped_since, named, record_shown};
pub use waiting::{mapped_or_naming, waiting_since};

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Result;
use crate::named::{Form, Particular};
use crate::standards::ClauseRef;

/// How much of a clause a document or record satisfies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// All of it.
    Full,
    /// A part of it.
    Partial,
    /// It helps, and satisfies nothing by itself.
    Supporting,
}

impl Strength {
    const ALL: [Self; 3] = [Self::Full, Self::Partial, Self::Supporting];

    /// The name used in events and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Strength::Full => "full",
            Strength::Partial => "partial",
            Strength::Supporting => "supporting",
        }
    }

    /// Reads a strength's name.
    pub fn parse(text: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|strength| strength.name() == text);
        found.ok_or_else(|| refusals::strength_unknown(text, Self::ALL.map(Self::name).join(", ")))
    }
}

impl Particular for Strength {
    const FORM: Form = Form::Word(&["full", "partial", "supporting"]);

    fn read(text: &str) -> Result<Self> {
        Self::parse(text)
    }

    fn text(&self) -> String {
        self.name().to_owned()
    }

    fn is_none(&self) -> bool {
        false
    }
}

impl ToSql for Strength {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(*self as i64))
    }
}

impl FromSql for Strength {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_i64()? {
            0 => Ok(Strength::Full),
            1 => Ok(Strength::Partial),
            2 => Ok(Strength::Supporting),
            other => Err(FromSqlError::OutOfRange(other)),
        }
    }
}

/// How a mapping came about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "by", rename_all = "snake_case")]
#[ts(rename = "MappingOrigin")]
pub enum Origin {
    /// A person set it.
    Hand,
    /// It stood in an imported list.
    Import {
        /// Which list and row.
        source: String,
    },
    /// A person accepted a proposal from the correlation.
    Correlation {
        /// The clause the item was mapped to already.
        from: ClauseRef,
        /// The relation between the two.
        relation: String,
    },
    /// A person accepted a clause that a file's text names.
    Text {
        /// Where.
        at: Vec<NamedAt>,
    },
}
