//! Everyone's dates: what is due of all domains, by span, by day and by page, what needs a person today, and a calendar
//! file for other programs.

mod calendar;
mod due;
mod model;
mod notice;
mod pages;
mod proposals;
mod refusals;
mod sources;
mod today;

pub use calendar::write_calendar;
pub use due::{DueCounts, ReviewsDue, due_between, due_count, due_counts, due_until, list};
pub use model::{CertificateDay, DueControl, DueDay, DueItem, DueKind, DuePoint, Load};
pub use pages::{PageDue, due_days, due_page, load};
pub use proposals::{OfItem, ProposalsWaiting, proposals_waiting};
pub use refusals::REASONS;
pub use today::{Today, today};
