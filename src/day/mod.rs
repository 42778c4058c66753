//! Calendar days, the time zones that say which instants they take in, and due dates.

mod civil;
mod due;
mod refusals;
mod zone;

pub use civil::Day;
pub use due::{Due, Overdue};
pub use refusals::REASONS;
pub use zone::Zone;
