//! Certificates: by which body, under which number, for what and until when, with the days on which the body comes back; a
//! certificate of an ISMS cites a version of the Statement of Applicability (R60).

mod commands;
mod events;
mod meaning;
mod projection;
mod queries;
mod refusals;

pub use commands::{CertificateChange, NewCertificate, correct, issue, surveyed, withdraw};
pub use events::{CertificateEvent, Entered};
pub use projection::SCHEMA;
pub use queries::{Certificate, Standing, Surveillance, by_number, list};
pub use refusals::REASONS;
