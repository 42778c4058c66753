//! The ledger and its anchors.

use std::path::PathBuf;

use clap::Subcommand;

use crate::day::Day;

#[derive(Debug, Subcommand)]
pub(crate) enum LedgerCommand {
    /// Entries, newest first
    Log {
        #[arg(long)]
        before: Option<u64>,
        #[arg(long, default_value_t = 50)]
        limit: u64,
    },
    /// Sign the ledger as it stands
    Checkpoint,
    /// Prove that an entry is in the ledger
    Proof { id: String },
    /// Prove that the ledger of an earlier size is the beginning of today's
    Consistency { size: u64 },
    /// Check what `ledger consistency` printed; needs no workspace
    CheckConsistency {
        file: PathBuf,
        /// A checkpoint of the earlier ledger, or a pack
        #[arg(long, value_name = "FILE")]
        against: Option<PathBuf>,
        /// The verifier key of whoever signs, which came another way
        #[arg(long, value_name = "KEY")]
        key: Option<String>,
    },
    /// The keys that sign, and how the folder stands to the head this machine kept
    Trust,
    /// Take a folder that is behind or beside the kept head for the right one: a backup; or entries that nobody had signed
    Accept {
        #[arg(long)]
        reason: String,
    },
    /// Show this machine and its key in one word, for the machine that is to vouch for it
    Key,
    /// Vouch for another machine's key: prints a line which that machine takes
    Vouch { key: String },
    /// Enrol this machine's key, with a voucher or a reason why there is none
    Enrol {
        #[arg(long, value_name = "LINE")]
        voucher: Option<String>,
        #[arg(long, default_value = "", hide_default_value = true)]
        reason: String,
    },
    /// Say on which day entries were written that a wrong clock wrote
    SayDay {
        from: u64,
        /// The last of them [default: the first]
        #[arg(long, value_name = "NUMBER")]
        to: Option<u64>,
        #[arg(long, value_name = "DAY")]
        day: Day,
        #[arg(long)]
        reason: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum AnchorCommand {
    /// Write today's checkpoint and the request for a time stamp (RFC 3161) over it
    Export {
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Keep what the time-stamp authority answered
    Import { file: PathBuf },
    /// The answers that are kept
    List,
}
