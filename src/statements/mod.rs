//! What a person says of a document or a record and stands by: written, reviewed, approved, rejected, confirmed. One form
//! of text, signed where the person has a key, never changed and never taken away.

mod events;
mod export;
mod making;
mod meaning;
mod model;
mod projection;
mod queries;
mod refusals;
mod sign;
mod text;

pub use events::StatementEvent;
pub use export::{Exported, export, file_name, signers};
pub use making::{Said, document_said, intact, make, revision_said};
pub use model::{Meant, NAMESPACE, Subject};
pub use projection::SCHEMA;
pub use queries::{Proof, Statement, about, all, one};
pub use refusals::REASONS;
pub use sign::{Keys, Signing, public_of};
pub use text::{Text, line};
