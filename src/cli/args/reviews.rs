//! Arguments for reviews.

use std::path::PathBuf;

use clap::Subcommand;

use super::day::WhenArgs;
use crate::day::Day;

#[derive(Debug, Subcommand)]
pub(crate) enum ReviewCommand {
    /// Soonest first
    List {
        #[arg(long, value_name = "DAY")]
        until: Option<Day>,
        /// Write a calendar file, too
        #[arg(long, value_name = "FILE")]
        ics: Option<PathBuf>,
        /// Write over a calendar file that is there
        #[arg(long, requires = "ics")]
        overwrite: bool,
        #[command(flatten)]
        when: WhenArgs,
    },
    /// Set the next review of documents without holding one
    Move {
        #[arg(required = true)]
        codes: Vec<String>,
        #[arg(long, value_name = "DAY")]
        to: Day,
        /// Why; needed where a review is overdue
        #[arg(long, default_value = "", hide_default_value = true)]
        reason: String,
    },
    /// What to look at again because a scope changed, or a section it rests on
    Rechecks {
        #[command(flatten)]
        when: WhenArgs,
    },
    /// Say of evidence that it was looked at again and still counts
    Recheck {
        /// Codes of documents and records
        #[arg(required = true)]
        items: Vec<String>,
        #[arg(long)]
        reason: String,
        /// Only for a change of this system's scope
        #[arg(long)]
        system: Option<String>,
        /// Only for this site, service, product, unit or asset
        #[arg(long, value_name = "CODE")]
        scope_item: Option<String>,
        /// Only for the change of that ledger entry
        #[arg(long, value_name = "NUMBER")]
        entry: Option<u64>,
        /// Only for the mapping to this clause, whose reason names a section that changed
        #[arg(long, value_name = "CLAUSE")]
        clause: Option<String>,
    },
    /// Call the revision off that a review asked for
    CallOff {
        code: String,
        #[arg(long)]
        reason: String,
    },
}
