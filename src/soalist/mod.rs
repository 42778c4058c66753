//! A Statement of Applicability that was kept elsewhere, taken in: what each row of the list would decide, what is doubtful
//! about it and which answers it could have. Nothing is dropped in silence, and nothing that the list leaves open is decided.

mod assemble;
mod dates;
mod edition;
mod model;
mod number;
mod plan;
mod refusals;
mod said;
mod settle;
mod several;
mod sources;
mod take;

pub use model::{Doubt, DoubtKind, Kept, ListedNote, ListedRow, Missing, Outcome, SoaCounts, SoaListed};
pub use refusals::REASONS;
pub use sources::{SoaSources, import, look};
