//! What may be done to certificates.

use rusqlite::Connection;

use super::events::{CertificateEvent, Entered};
use super::queries::{self, Certificate};
use super::refusals;
use crate::day::Day;
use crate::error::Result;
use crate::ids::{CertificateId, ScopeItemId};
use crate::systems;
use crate::workspace::Tx;

/// A certificate to be entered.
#[derive(Debug, Clone)]
pub struct NewCertificate<'a> {
    /// Code or standard of the system.
    pub system: &'a str,
    /// What it says.
    pub entered: Entered,
}

/// What is to say something else of a certificate; what is left out stays.
#[derive(Debug, Clone, Default)]
pub struct CertificateChange {
    /// Its number.
    pub number: Option<String>,
    /// The body.
    pub body: Option<String>,
    /// The scope in words.
    pub words: Option<String>,
    /// The scope items.
    pub scope: Option<Vec<ScopeItemId>>,
    /// When it was issued.
    pub issued: Option<Day>,
    /// Its last day.
    pub valid_until: Option<Day>,
    /// The days of surveillance.
    pub surveillance: Option<Vec<Day>>,
    /// The version of the Statement of Applicability that it cites.
    pub statement: Option<String>,
}

/// Enters a certificate.
///
/// # Errors
/// `not_found` for an unknown system; `already_exists` for a number in use; `invalid_value` without number or body, for days in
/// the wrong order, and for an ISMS without the version of the statement that it cites.
pub fn issue(tx: &mut Tx<'_>, new: NewCertificate<'_>) -> Result<CertificateId> {
    let (id, system) = (CertificateId::new(), systems::system(tx.db(), new.system)?);
    let entered = checked(tx.db(), id, &system.edition, new.entered)?;
    tx.append(&CertificateEvent::Issued { id, system: system.id, entered })?;
    Ok(id)
}

/// Corrects what was entered about a certificate. Says nothing when nothing changes.
///
/// # Errors
/// As [`issue`]; `reason_needed` without a reason.
pub fn correct(tx: &mut Tx<'_>, number: &str, change: CertificateChange, reason: &str) -> Result<CertificateId> {
    let certificate = queries::by_number(tx.db(), number)?;
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Err(refusals::certificate_change_without_reason(certificate.number));
    }
    let before = queries::entered(tx.db(), &certificate)?;
    let mut after = before.clone();
    let Entered { number, body, words, scope, issued, valid_until, surveillance, statement } = &mut after;
    set(number, change.number);
    set(body, change.body);
    set(words, change.words);
    set(scope, change.scope);
    set(issued, change.issued);
    set(valid_until, change.valid_until);
    // A day on which the body came is a fact, whatever days are set for others.
    let held = certificate.surveillance.iter().filter(|one| one.held.is_some()).map(|one| one.day);
    set(surveillance, change.surveillance.map(|days| days.into_iter().chain(held).collect()));
    set(statement, change.statement);
    let after = checked(tx.db(), certificate.id, &certificate.edition, after)?;
    if after != before {
        tx.append(&CertificateEvent::Corrected { id: certificate.id, before, after, reason })?;
    }
    Ok(certificate.id)
}

fn set<T>(old: &mut T, new: Option<T>) {
    if let Some(new) = new {
        *old = new;
    }
}

/// What a certificate says, in one form: days in order, each once.
pub(super) fn checked(db: &Connection, id: CertificateId, edition: &str, entered: Entered) -> Result<Entered> {
    let text = |text: String| text.trim().to_owned();
    let Entered { number, body, words, scope, issued, valid_until, mut surveillance, statement } = entered;
    let (number, body, words, statement) = (text(number), text(body), text(words), text(statement));
    if number.is_empty() || body.is_empty() {
        return Err(refusals::certificate_incomplete());
    }
    if queries::find(db, &number)?.is_some_and(|other| other.id != id) {
        return Err(refusals::certificate_taken(number));
    }
    if valid_until <= issued {
        return Err(refusals::certificate_days_reversed(number, issued, valid_until));
    }
    surveillance.sort_unstable();
    surveillance.dedup();
    if let Some(day) = surveillance.iter().find(|day| **day <= issued || **day > valid_until) {
        return Err(refusals::certificate_surveillance_outside(number, day, issued, valid_until));
    }
    let security = edition.split(':').next() == Some("27001");
    if security && statement.is_empty() {
        return Err(refusals::certificate_without_statement(number));
    }
    if !security && !statement.is_empty() {
        return Err(refusals::certificate_cites_no_statement(number, edition));
    }
    Ok(Entered { number, body, words, scope, issued, valid_until, surveillance, statement })
}

/// Says that the body came back, on the day that was set for it or on another.
///
/// # Errors
/// `not_found` for an unknown number, and for a day that was not set; `refused` where it was said already; `invalid_value`
/// for a day before the certificate, and for one to come.
pub fn surveyed(tx: &mut Tx<'_>, number: &str, day: Day, on: Day) -> Result<CertificateId> {
    let Certificate { id, number, surveillance, issued, .. } = queries::by_number(tx.db(), number)?;
    let set = surveillance.iter().find(|one| one.day == day);
    match set.map(|one| one.held) {
        None => Err(refusals::certificate_surveillance_unknown(number, day)),
        Some(Some(held)) => Err(refusals::certificate_surveyed_already(number, day, held)),
        Some(None) if on < issued => Err(refusals::certificate_surveyed_before(number, on, issued)),
        Some(None) if on > tx.today() => Err(refusals::certificate_surveyed_ahead(number, on)),
        Some(None) => {
            tx.append(&CertificateEvent::Surveyed { id, day, on: Some(on) })?;
            Ok(id)
        }
    }
}

/// Says that a certificate is withdrawn from a day on.
///
/// # Errors
/// `not_found`; `reason_needed` without a reason; `refused` where it is withdrawn already.
pub fn withdraw(tx: &mut Tx<'_>, number: &str, on: Day, reason: &str) -> Result<CertificateId> {
    let certificate = queries::by_number(tx.db(), number)?;
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Err(refusals::certificate_change_without_reason(certificate.number));
    }
    if let Some(day) = certificate.withdrawn {
        return Err(refusals::certificate_withdrawn_already(certificate.number, day));
    }
    tx.append(&CertificateEvent::Withdrawn { id: certificate.id, on: Some(on), reason })?;
    Ok(certificate.id)
}
