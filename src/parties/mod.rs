//! Outside parties and suppliers: of which of the three kinds each is (R102), under which lead it works, which systems it
//! serves, and what is on file of it: contract, agreement, criteria, results, effects, risks.

mod commands;
mod events;
mod meaning;
mod model;
mod projection;
mod queries;
mod refusals;

pub use commands::{NewParty, PartyChange, add, correct, note};
pub use events::{Entered, PartyEvent};
pub use model::{Held, PartyFact, PartyKind};
pub use projection::SCHEMA;
pub use queries::{OnFile, Party, by_name, list, names};
pub use refusals::REASONS;
