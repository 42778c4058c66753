//! Arguments for records.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};

use super::day::WhenArgs;
use super::papers::HistoryPaper;
use super::particulars::{Given, ToCorrect};
use crate::day::Day;
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
        /// Only those whose validity has ended; not what was replaced or taken back
        #[arg(long)]
        expired: bool,
        /// in_date, ended, replaced or taken_back
        #[arg(long)]
        state: Option<String>,
        #[command(flatten)]
        when: WhenArgs,
    },
    /// One record
    Show {
        record: String,
        #[command(flatten)]
        when: WhenArgs,
    },
    /// Correct what was entered about records, several in one step
    Correct(Box<Correction>),
    /// Take back a record that was filed by mistake; it stays shown under its number
    TakeBack {
        record: String,
        #[arg(long)]
        reason: String,
    },
    /// Say that from today on another record stands in the place of one
    Replace {
        record: String,
        /// The record in its place
        #[arg(long, value_name = "RECORD")]
        by: String,
        #[arg(long)]
        reason: String,
    },
    /// Let a record count again that was taken back or replaced
    Reinstate {
        record: String,
        #[arg(long)]
        reason: String,
    },
    /// All that happened to it
    History {
        record: String,
        /// As recorded by the end of this day
        #[arg(long, value_name = "DAY")]
        as_of: Option<Day>,
        #[command(flatten)]
        to: HistoryPaper,
    },
    /// By which rule records are numbered
    Numbering {
        /// Number by this rule from here on, as REC-{year}-{number:3}
        #[arg(long, value_name = "PATTERN")]
        set: Option<String>,
        #[arg(long, default_value = "", requires = "set")]
        reason: String,
    },
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Correction {
    #[arg(required = true, value_name = "CODE")]
    pub(crate) records: Vec<String>,
    #[command(flatten)]
    pub(crate) particulars: ToCorrect<records::Particulars>,
    /// Scope item it belongs to; may be repeated, an empty text means all
    #[arg(long = "scope", value_name = "ITEM")]
    pub(crate) scope: Option<Vec<String>>,
    /// Why
    #[arg(long)]
    pub(crate) reason: String,
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
    /// File it though its content is filed already, for another purpose
    #[arg(long)]
    pub(crate) again: bool,
}
