//! What a file says of itself: its name, its control table, the dates, versions and clauses in it, and which kind of
//! document it seems to be. Everything here is a function of names and of text that was read before; nothing is looked
//! up or filed, so a whole share and a single dropped file are understood alike.

mod bodies;
mod boundary;
mod cells;
mod claims;
mod clauses;
mod control;
mod counted;
mod dates;
mod days;
mod grid;
mod inline;
mod kinds;
mod named;
mod names;
mod numbers;
mod pairs;
mod periods;
mod places;
mod ranges;
mod running;
mod scheme;
mod signs;
mod standards;
mod terms;
mod titles;
mod values;
mod versions;
mod week;
mod weighed;

pub use cells::{ClauseCell, clause_cell};
pub use clauses::clauses_in_text;
pub use control::control_table;
pub use dates::{dots_put_month_first, due, due_among};
pub use days::{days_in, days_in_name, free_days, labelled, labelled_day, own_date};
pub use kinds::{document_kind, kind_in_words};
pub use named::clauses_named;
pub use names::{FileName, file_name, file_name_in, stem};
pub use numbers::number_key;
pub use pairs::is_of_control;
pub use periods::{Period, period_in_name, period_in_text};
pub use places::named_in;
pub use ranges::joins;
pub use running::without_version;
pub use scheme::Scheme;
pub use signs::{Headings, headings_in};
pub use standards::{NamedStandard, foreign_named, names_standard, says_clause, speaks_of_controls, standard_named};
pub use terms::readings_of_words;
pub use titles::{heading_of, of_another, title_for, title_of, without_number};
pub use values::Control;
pub use versions::{compare_versions, same_version};
pub use weighed::{Seen, Sign, TakenFor, Weighed, bare_title, version_of, weigh};
