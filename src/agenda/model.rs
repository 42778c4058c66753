//! What falls due: one thing, a day of them, a month of them.

use serde::Serialize;
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::refusals;
use crate::day::{Day, Due as DueDate, Overdue};
use crate::named::enumeration;
use crate::standards::ClauseRef;

/// What there is to do on a day, in the order in which a day's list shows it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr, EnumString, VariantArray, VariantNames, TS,
)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum DueKind {
    /// A document is to be reviewed.
    DocumentReview,
    /// A new revision of a document was asked for by a review.
    DocumentRevision,
    /// A record's validity ends.
    RecordExpiry,
    /// An open point of a document or record is to be settled.
    OpenPoint,
    /// A body comes back for a certificate, or a certificate ends.
    Certificate,
    /// A control or clause is to be in place.
    Control,
}

enumeration!(DueKind, refusals::due_kind_unknown);

/// Something that needs a person by a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DueItem {
    /// What there is to do.
    pub kind: DueKind,
    /// Code of the document or record; number of the certificate; number of the control.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Role that answers for it.
    pub owner: String,
    /// When, as far as it is known.
    pub due: DueDate,
    /// Whether that day has passed.
    pub overdue: Overdue,
    /// The open point, where it is one.
    pub point: Option<DuePoint>,
    /// What a certificate's day is, where it is one's.
    pub certificate: Option<CertificateDay>,
    /// Where a control stands, where it is one.
    pub control: Option<DueControl>,
    /// Stable identifier, for calendars.
    pub uid: uuid::Uuid,
}

/// A control that is planned to be in place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DueControl {
    /// Code of the system in which it was decided.
    pub system: String,
    /// The control, or the clause; one of the organisation's own by its code.
    pub at: ClauseRef,
}

/// What falls due of a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum CertificateDay {
    /// The body comes back.
    Surveillance,
    /// The certificate ends.
    Expiry,
}

enumeration!(CertificateDay, refusals::due_kind_unknown);

/// An open point that somebody is to see to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DuePoint {
    /// Number of its row, such as `OP-027`.
    pub id: String,
    /// The clause at which it stands open.
    pub at: ClauseRef,
    /// Where that is in the editions that are mapped to: there, or at what took its place.
    pub stands: Vec<ClauseRef>,
    /// What is to be shown or said, in our words.
    pub what: String,
}

/// How much is due on one day. A date known only in part stands on the earliest day it can mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DueDay {
    /// The day.
    pub day: Day,
    /// Documents to be reviewed.
    pub documents: usize,
    /// Of these, overdue by every reading of their date.
    pub documents_late: usize,
    /// Revisions that were asked for.
    pub revisions: usize,
    /// Of these, overdue.
    pub revisions_late: usize,
    /// Records whose validity ends.
    pub records: usize,
    /// Of these, those whose validity has ended.
    pub records_late: usize,
    /// Open points that somebody is to see to.
    pub points: usize,
    /// Of these, overdue.
    pub points_late: usize,
    /// Days of certificates.
    pub certificates: usize,
    /// Of these, those that have passed.
    pub certificates_late: usize,
    /// Controls that are planned to be in place.
    pub controls: usize,
    /// Of these, those whose day has passed.
    pub controls_late: usize,
    /// The first of them.
    pub items: Vec<DueItem>,
}

/// What falls due in one month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Load {
    /// The month's first day.
    pub month: Day,
    /// Document reviews.
    pub documents: usize,
    /// Revisions that were asked for.
    pub revisions: usize,
    /// Records whose validity ends.
    pub records: usize,
    /// Open points that somebody is to see to.
    pub points: usize,
    /// Days of certificates.
    pub certificates: usize,
    /// Controls that are planned to be in place.
    pub controls: usize,
}
