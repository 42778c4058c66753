//! Questions that last: whatever the program could not decide, with what was read and its possible readings. A person
//! answers now or later; the answer is an event, and what follows from it is done by the domain's own commands in the same
//! transaction. No reading is preferred.

mod approving;
mod columns;
mod commands;
mod consequence;
mod correct;
mod data;
mod events;
mod follows;
mod kinds;
mod lists;
mod meaning;
mod model;
mod projection;
mod queries;
mod refusals;
mod settle;
mod shown;
mod standing;

pub use approving::approves;
pub use columns::{all_columns, keep_columns};
pub use commands::{Asked, NewQuestion, ask, close_about, close_paths, put_off};
pub use consequence::Consequence;
pub use data::{ask_of_data, compare, stand, stand_all};
pub use events::{ColumnRead, ColumnsRead, QuestionEvent, RowRead, WordRead};
pub use follows::{Effect, Follows};
pub use kinds::{CLAUSES, Kind, List, Source};
pub use lists::{Listed, all_listed, listed, note_rows};
pub use model::{About, Asking, Cell, Matter, Reading, Said};
pub use projection::{SCHEMA, apply};
pub use queries::{Counts, Question, State, asked_of_bytes, asked_of_missing, by_name, counts, open_matters};
pub use refusals::REASONS;
pub(crate) use refusals::question_answer_needed;
pub use settle::{Answer, Left, Settled, close_changed, duty, settle};
pub use shown::{AskedPoint, Differs, Group, LeftBy, QuestionShown, Questions, Wanted, list, shown};
pub use standing::{clauses_text, once_approved};
