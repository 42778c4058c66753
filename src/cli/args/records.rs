//! Arguments for records.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};

use crate::day::Day;

#[derive(Debug, Subcommand)]
pub(crate) enum RecordCommand {
    /// File a record
    Add(Box<NewRecord>),
    /// The register
    List {
        #[arg(long)]
        kind: Option<String>,
        /// filed, title or valid_until
        #[arg(long, default_value = "filed")]
        sort: String,
        /// Only those whose validity has ended
        #[arg(long)]
        expired: bool,
        #[arg(long, value_name = "DAY")]
        as_of: Option<Day>,
    },
    /// One record
    Show {
        record: String,
        #[arg(long, value_name = "DAY")]
        as_of: Option<Day>,
    },
}

#[derive(Debug, ClapArgs)]
pub(crate) struct NewRecord {
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) title: String,
    #[arg(long, default_value = "")]
    pub(crate) kind: String,
    /// Clause, as 9001/9.2.2; may be repeated
    #[arg(long = "clause", value_name = "REF")]
    pub(crate) clauses: Vec<String>,
    #[arg(long, value_name = "DAY")]
    pub(crate) from: Option<Day>,
    #[arg(long, value_name = "DAY")]
    pub(crate) to: Option<Day>,
    #[arg(long, value_name = "DAY")]
    pub(crate) collected: Option<Day>,
    #[arg(long, value_name = "DAY")]
    pub(crate) valid_until: Option<Day>,
    #[arg(long = "scope", value_name = "ITEM")]
    pub(crate) scope: Vec<String>,
    #[arg(long, default_value = "")]
    pub(crate) retention: String,
    #[arg(long, default_value = "")]
    pub(crate) note: String,
}
