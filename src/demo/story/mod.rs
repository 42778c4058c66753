//! Who the sample organisation is and what happened there. Ages are days before today.

mod documents;
mod form;
mod records;

pub(super) use documents::DOCUMENTS;
pub(super) use form::{Doc, Rec};
pub(super) use records::RECORDS;

/// The audit a new user finds prepared.
pub(super) const AUDIT: &str = "AUD-2026-1";

/// Name or role title, e-mail address, role.
pub(super) const PEOPLE: &[(&str, &str, &str)] = &[
    ("Quality Manager", "quality@example.org", "quality_manager"),
    ("Managing Director", "director@example.org", "approver"),
    ("Document Author", "author@example.org", "author"),
    ("Internal Auditor", "auditor@example.org", "auditor"),
];
