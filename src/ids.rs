//! Typed identifiers. All are UUIDs (v7, so they sort by time of making); two machines never hand out the same.

use std::fmt;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident,)+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new identifier.
            #[allow(clippy::new_without_default)]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::Borrowed(ValueRef::Blob(self.0.as_bytes())))
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                Uuid::from_slice(value.as_blob()?).map(Self).map_err(|_| FromSqlError::InvalidType)
            }
        }
    )+};
}

ids! {
    /// A person who acts in the workspace.
    PersonId,
    /// A time in which a person is away.
    AwayId,
    /// A management system.
    SystemId,
    /// A site, service, product or unit that a scope names.
    ScopeItemId,
    /// A document: maintained documented information.
    DocumentId,
    /// One revision of a document.
    RevisionId,
    /// A record: retained documented information.
    RecordId,
    /// One mapping of a document or record to a clause.
    LinkId,
    /// One concluded review.
    ReviewId,
    /// An audit.
    AuditId,
    /// An issued audit pack.
    PackId,
    /// A question that waits for a person.
    QuestionId,
    /// What a person said and signed, or said without a signature.
    StatementId,
    /// A revision on its way to approval.
    ApprovalId,
    /// An outside party, a supplier, or a customer.
    PartyId,
    /// A service requirement, or another one beside them.
    RequirementId,
    /// A certificate.
    CertificateId,
}
