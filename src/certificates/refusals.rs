//! What is refused about certificates.

use crate::error::reasons;

reasons! {
    certificate_incomplete() = InvalidValue;
    certificate_taken(number) = AlreadyExists;
    certificate_not_found(number) = NotFound;
    certificate_days_reversed(number, issued, until) = InvalidValue;
    certificate_surveillance_outside(number, day, issued, until) = InvalidValue;
    certificate_surveillance_unknown(number, day) = NotFound;
    certificate_surveyed_already(number, day, on) = Refused;
    /// The body came after it issued the certificate.
    certificate_surveyed_before(number, on, issued) = InvalidValue;
    /// Nobody knows yet whether it will come.
    certificate_surveyed_ahead(number, on) = InvalidValue;
    /// A certificate of an ISMS cites a version of the Statement of Applicability.
    certificate_without_statement(number) = InvalidValue;
    /// Only that of an ISMS does.
    certificate_cites_no_statement(number, edition) = InvalidValue;
    certificate_change_without_reason(number) = ReasonNeeded;
    certificate_withdrawn_already(number, day) = Refused;
}
