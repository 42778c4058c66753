//! Who the sample organisation is and what happened there. Ages are days before today.

mod controls;
mod documents;
mod form;
mod records;
mod surroundings;

pub(super) use controls::{RULED_ON, STATEMENT};
pub(super) use documents::DOCUMENTS;
pub(super) use form::{Doc, Paper, Partner, Rec, Ruled};
pub(super) use records::RECORDS;
pub(super) use surroundings::{CERTIFICATES, CERTIFIED, PARTNERS, REQUIRED, REQUIREMENTS};

/// The audit a new user finds prepared.
pub(super) const AUDIT: &str = "AUD-2026-1";

/// Name or role title, e-mail address, role.
pub(super) const PEOPLE: &[(&str, &str, &str)] = &[
    ("Quality Manager", "quality@example.org", "quality_manager"),
    ("Managing Director", "director@example.org", "approver"),
    ("Document Author", "author@example.org", "author"),
    ("Internal Auditor", "auditor@example.org", "auditor"),
];
