//! Arguments for records.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};

use super::day::WhenArgs;
use super::particulars::Given;
use crate::records;

#[derive(Debug, Subcommand)]
pub(crate) enum RecordCommand {
    /// File a record
    Add(Box<NewRecord>),
    /// The register
    List {
        #[arg(long)]
        kind: Option<String>,
        /// filed, title, valid_until or kind
        #[arg(long, default_value = "filed")]
        sort: String,
        /// Only those whose validity has ended
        #[arg(long)]
        expired: bool,
        #[command(flatten)]
        when: WhenArgs,
    },
    /// One record
    Show {
        record: String,
        #[command(flatten)]
        when: WhenArgs,
    },
}

#[derive(Debug, ClapArgs)]
pub(crate) struct NewRecord {
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) particulars: Given<records::Particulars>,
    /// Clause, as 9001/9.2.2; may be repeated
    #[arg(long = "clause", value_name = "REF")]
    pub(crate) clauses: Vec<String>,
    #[arg(long = "scope", value_name = "ITEM")]
    pub(crate) scope: Vec<String>,
}
