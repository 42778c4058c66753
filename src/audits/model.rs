//! What an audit may be.

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::refusals;
use crate::named::enumeration;

/// What kind of audit it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum AuditKind {
    /// By the organisation itself.
    Internal,
    /// First stage of a certification.
    #[strum(to_string = "stage1", serialize = "stage_1")]
    Stage1,
    /// Second stage of a certification.
    #[strum(to_string = "stage2", serialize = "stage_2")]
    Stage2,
    /// Between two certifications.
    Surveillance,
    /// At the end of a certificate's validity.
    Recertification,
    /// At a supplier.
    Supplier,
}

enumeration!(AuditKind, refusals::audit_kind_unknown);
