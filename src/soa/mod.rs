//! The Statement of Applicability: versions of what was decided on each control, issued and signed by a person, compared, and
//! handed to those who ask for it. Only 27001 asks for one (R53 to R55, R59).

mod commands;
mod compare;
mod events;
mod export;
mod meaning;
mod model;
mod papers;
mod projection;
mod queries;
mod refusals;
mod shown;
mod text;

pub use commands::{issue, statement_edition};
pub use compare::{Called, SoaChange, SoaDifference};
pub use events::SoaEvent;
pub use export::{SoaExported, export};
pub use model::SoaControl;
pub use papers::{Shown, print, workbook};
pub use projection::SCHEMA;
pub use queries::{Version, controls_of, issued, version, versions};
pub use refusals::REASONS;
pub use shown::{SoaShown, difference, paper, show};
