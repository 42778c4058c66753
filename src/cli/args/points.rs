//! Arguments for open points.

use clap::{Args as ClapArgs, Subcommand};

use super::day::WhenArgs;
use crate::day::Day;

/// Which points.
#[derive(Debug, ClapArgs)]
pub(crate) struct Named {
    /// Numbers, as OP-027
    #[arg(required = true, value_name = "ID")]
    pub(crate) ids: Vec<String>,
    /// Code of the document or record; may be left out where a point stands at one place only
    #[arg(long)]
    pub(crate) item: Option<String>,
    /// The clause at which they stand, as 9001/5.2.1; likewise
    #[arg(long, value_name = "CLAUSE")]
    pub(crate) at: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum PointCommand {
    /// The points that are open, by clause
    List {
        #[arg(long, value_name = "STD")]
        standard: Option<String>,
        /// Only of this document or record
        #[arg(long)]
        item: Option<String>,
        /// Only at this clause, or at one above or below it
        #[arg(long, value_name = "CLAUSE")]
        at: Option<String>,
        /// Only those that this role sees to; an empty text asks for those that nobody sees to
        #[arg(long)]
        owner: Option<String>,
        /// Only those that are overdue, or coming, or without a day (undated)
        #[arg(long)]
        due: Option<String>,
        /// Those that are open [default]
        #[arg(long, conflicts_with_all = ["settled", "all"])]
        open: bool,
        /// Those that are settled
        #[arg(long, conflicts_with = "all")]
        settled: bool,
        /// Open and settled
        #[arg(long)]
        all: bool,
        /// Those that fire by today's data and were not recorded when the mappings were made
        #[arg(long, conflicts_with_all = ["standard", "at", "owner", "due", "open", "settled", "all"])]
        unrecorded: bool,
        #[command(flatten)]
        when: WhenArgs,
    },
    /// Record what fires by today's data between mappings that are older than that: it is open from then on
    Record {
        /// Codes of documents and records
        #[arg(required = true)]
        items: Vec<String>,
    },
    /// Say what meets points: a document or record that shows them, or why they are met
    Settle {
        #[command(flatten)]
        named: Named,
        /// Code of the document or record that shows them
        #[arg(long, value_name = "ITEM", required_unless_present = "statement")]
        evidence: Option<String>,
        /// Why they are met
        #[arg(long, value_name = "REASON", conflicts_with_all = ["evidence", "reason"])]
        statement: Option<String>,
        /// Where in the evidence
        #[arg(long, default_value = "", hide_default_value = true)]
        reason: String,
    },
    /// Open settled points again
    Reopen {
        #[command(flatten)]
        named: Named,
        #[arg(long)]
        reason: String,
    },
    /// Give points to a role by a day; without both they are nobody's
    Assign {
        #[command(flatten)]
        named: Named,
        #[arg(long, default_value = "", hide_default_value = true)]
        owner: String,
        #[arg(long, value_name = "DAY")]
        due: Option<Day>,
    },
}
