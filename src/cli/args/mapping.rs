//! Arguments for mappings.

use clap::{Args as ClapArgs, Subcommand};

use super::particulars::ToCorrect;
use crate::mapping;

/// A mapping to be made, or one to be corrected.
#[derive(Debug, ClapArgs)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Map {
    #[command(subcommand)]
    pub(crate) command: Option<MapCommand>,
    /// Code of a document or record
    #[arg(required = true)]
    pub(crate) item: Option<String>,
    /// Clause, as 9001/7.5.3
    #[arg(required = true)]
    pub(crate) reference: Option<String>,
    #[arg(long, default_value = "full")]
    pub(crate) strength: String,
    #[arg(long, default_value = "")]
    pub(crate) reason: String,
    /// What is different for this standard
    #[arg(long, default_value = "")]
    pub(crate) variance: String,
    #[arg(long = "scope", value_name = "ITEM")]
    pub(crate) scope: Vec<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum MapCommand {
    /// Map several documents and records to several clauses in one step
    Several {
        /// Codes of documents or records
        #[arg(required = true, value_name = "ITEM")]
        items: Vec<String>,
        /// Clauses, as 9001/7.5.3; may be repeated
        #[arg(long = "clause", required = true, value_name = "CLAUSE")]
        clauses: Vec<String>,
        #[arg(long, default_value = "full")]
        strength: String,
        #[arg(long, default_value = "")]
        reason: String,
        /// Say what it would change, and change nothing
        #[arg(long)]
        preview: bool,
    },
    /// Correct mappings of one document or record, several in one step
    Correct {
        /// Code of a document or record
        item: String,
        /// Clause, as 9001/7.5.3
        #[arg(required = true)]
        references: Vec<String>,
        #[command(flatten)]
        particulars: ToCorrect<mapping::Particulars>,
        /// Scope item for which it holds; may be repeated, an empty text means those of the item
        #[arg(long = "scope", value_name = "ITEM")]
        scope: Option<Vec<String>>,
        /// Why it is corrected
        #[arg(long)]
        reason: String,
    },
}
