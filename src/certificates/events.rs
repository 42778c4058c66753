//! What can happen to certificates.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::ids::{CertificateId, ScopeItemId, SystemId};

/// What a certificate says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entered {
    /// Its number.
    pub number: String,
    /// The body that issued it.
    pub body: String,
    /// The scope in the certificate's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// The scope items it names; none means the whole scope of the system.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scope: Vec<ScopeItemId>,
    /// When it was issued.
    pub issued: Day,
    /// Its last day.
    pub valid_until: Day,
    /// The days on which the body comes back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub surveillance: Vec<Day>,
    /// The version of the Statement of Applicability that it cites, as it names it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub statement: String,
}

/// An event about a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum CertificateEvent {
    /// A certificate was entered.
    #[serde(rename = "certificate.issued")]
    Issued {
        /// The certificate.
        id: CertificateId,
        /// The system that it is for.
        system: SystemId,
        /// What it says.
        #[serde(flatten)]
        entered: Entered,
    },
    /// Something that was entered was wrong.
    #[serde(rename = "certificate.corrected")]
    Corrected {
        /// The certificate.
        id: CertificateId,
        /// What it said.
        before: Entered,
        /// What it says.
        after: Entered,
        /// Why; empty where it was undone.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// The body came back.
    #[serde(rename = "certificate.surveyed")]
    Surveyed {
        /// The certificate.
        id: CertificateId,
        /// The day that was set for it.
        day: Day,
        /// When it was; none where it was not after all.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on: Option<Day>,
    },
    /// It was entered by mistake, and entering it was undone.
    #[serde(rename = "certificate.taken_back")]
    TakenBack {
        /// The certificate.
        id: CertificateId,
    },
    /// It is withdrawn from a day on.
    #[serde(rename = "certificate.withdrawn")]
    Withdrawn {
        /// The certificate.
        id: CertificateId,
        /// The first day on which it speaks no more; none where it was not withdrawn after all.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on: Option<Day>,
        /// Why; empty where it was undone.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
}
