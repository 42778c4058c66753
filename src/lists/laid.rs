//! A table laid out as a list: where its names stand and what its columns mean.

use super::heading::Heading;
use super::profile::Profile;
use super::propose::Proposed;
use crate::extract::Table;

/// A table with its heading and what its columns mean.
pub(super) struct Laid<'t> {
    pub(super) table: &'t Table,
    pub(super) heading: Heading,
    pub(super) proposed: Vec<Proposed>,
    pub(super) profiles: Vec<Profile>,
    pub(super) names: Vec<String>,
    pub(super) shape: String,
    pub(super) remembered: bool,
}
