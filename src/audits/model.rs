//! What an audit may be.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::refusals;
use crate::error::Result;
use crate::named::{Form, Particular, enumeration};
use crate::standards::EditionId;

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

/// Editions of standards; as text `9001:2015, 27001:2013`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct Editions(pub Vec<EditionId>);

impl Particular for Editions {
    const FORM: Form = Form::Text;

    fn read(text: &str) -> Result<Self> {
        text.split(',').map(str::trim).filter(|t| !t.is_empty()).map(str::parse).collect::<Result<_>>().map(Self)
    }

    fn text(&self) -> String {
        self.0.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    }

    fn is_none(&self) -> bool {
        self.0.is_empty()
    }
}

impl ToSql for Editions {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        serde_json::to_string(self)
            .map(ToSqlOutput::from)
            .map_err(|e| rusqlite::Error::ToSqlConversionFailure(e.into()))
    }
}

impl FromSql for Editions {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?).map_err(|e| FromSqlError::Other(e.into()))
    }
}
