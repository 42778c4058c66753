//! Open points: what stays open where a document or record is mapped to clauses of several standards. A point fires
//! between two mappings, is recorded by the event of the later one, and is settled by evidence or by a statement.

mod alike;
mod commands;
mod events;
mod fired;
mod list;
mod meaning;
mod model;
mod projection;
mod queries;
mod reach;
mod shown;
mod unrecorded;

pub use alike::{place, stands};
pub use commands::{NamedPoint, assign, reopen, settle};
pub use events::PointEvent;
pub(super) use fired::{as_before, fired, fired_anew};
pub use list::{PointChoices, PointCounts, PointFilter, choices, open_sql, opened_since, page};
pub(super) use model::Concerned;
pub use model::{Basis, Opened, PointDue, PointState, SettledBy};
pub(super) use projection::{corrected, linked, unlinked};
pub(super) use queries::of_item;
pub(super) use queries::pairs;
pub use queries::{Point, Settled, evidence, items_settled_by, open_links, open_links_of, open_points_at};
pub(super) use reach::reopen_beyond;
pub use shown::{PointSettled, PointShown, points_again, points_of};
pub use unrecorded::{
    Unrecorded, UnrecordedPoint, asked_for, leave, mapped_across, record, record_at, still_undecided, undecided,
    unrecorded, unrecorded_points,
};
