//! What is refused about the Statement of Applicability.

use crate::error::reasons;

reasons! {
    /// Only a standard with controls has one (CL-25).
    soa_elsewhere(system) = Refused;
    /// Controls wait for a decision (CL-14).
    soa_undecided(count, controls) = Refused;
    /// Decisions without a reason (CL-15).
    soa_without_reason(count, controls) = Refused;
    /// Controls that apply do not say whether they are in place.
    soa_in_place_unsaid(count, controls) = Refused;
    /// Nothing was decided otherwise since the last version.
    soa_unchanged(version) = Refused;
    soa_version_unknown(version, known) = NotFound;
    /// What is decided and not issued has no signature.
    soa_now_unsigned() = NotFound;
    /// Nothing was issued yet.
    soa_not_issued() = NotFound;
}
