//! A review's outcome together with the statement by which whoever held it stands by it.

use super::commands::{ask_revision, conclude};
use super::model::Outcome;
use crate::day::Day;
use crate::documents::{self, Which};
use crate::error::Result;
use crate::people::{self, Duty};
use crate::rules;
use crate::statements::{self, Meant, Said, Signing};
use crate::workspace::Tx;

/// What came of a review.
#[derive(Debug, Clone, Copy)]
pub struct Concluding<'a> {
    /// The outcome.
    pub outcome: Outcome,
    /// Why.
    pub reason: &'a str,
    /// Confirmed: next review; from the review interval where none is said.
    pub next: Option<Day>,
    /// Revise: who is to write the new revision; the document's owner where nobody is said.
    pub owner: Option<&'a str>,
    /// Revise: by when.
    pub revise_by: Option<Day>,
}

/// Concludes a document review today as whoever acts, by a statement about the revision that was looked at.
///
/// # Errors
/// As [`conclude`] and [`ask_revision`]; `key_unusable` as `statements::make`.
pub fn conclude_as<'a>(
    tx: &mut Tx<'_>,
    document: impl Into<Which<'a>>,
    concluding: Concluding<'_>,
    signing: &Signing<'_>,
) -> Result<()> {
    let actor = people::on_duty(tx.db(), tx.actor(), Duty::Review)?;
    let (document, today) = (documents::one(tx.db(), document)?, tx.today());
    // What is said is said of the document as it was looked at, before anything comes of it.
    let subject = statements::document_said(tx.db(), &document)?;
    let Concluding { outcome, reason, next, owner, revise_by } = concluding;
    match outcome {
        Outcome::Revise => ask_revision(tx, document.id, owner, revise_by, reason, today)?,
        Outcome::Confirmed | Outcome::Withdraw => conclude(tx, document.id, outcome, reason, today, next)?,
    };
    let said = Said {
        subject: &subject,
        meaning: match outcome {
            Outcome::Confirmed => Meant::Confirmed,
            Outcome::Revise => Meant::Revise,
            Outcome::Withdraw => Meant::Withdrawn,
        },
        reason,
        effective: None,
        instead_of: None,
        signed: rules::way(tx.db(), document.particulars.kind.name())?.signed,
    };
    statements::make(tx, &actor, said, signing)?;
    Ok(())
}
