//! Arguments for audits and packs.

use std::path::PathBuf;

use clap::Subcommand;

use super::day::WhenArgs;
use crate::day::Day;

#[derive(Debug, Subcommand)]
pub(crate) enum AuditCommand {
    /// Plan an audit
    Add {
        code: String,
        #[arg(long)]
        title: String,
        /// internal, stage1, stage2, surveillance, recertification or supplier
        #[arg(long)]
        kind: Option<String>,
        #[arg(long = "standard", value_name = "STD", required = true)]
        standards: Vec<String>,
        #[arg(long = "scope", value_name = "ITEM")]
        scope: Vec<String>,
        #[arg(long, value_name = "DAY")]
        from: Option<Day>,
        #[arg(long, value_name = "DAY")]
        to: Option<Day>,
    },
    /// All audits
    List,
    /// One audit with its packs
    Show { code: String },
}

#[derive(Debug, Subcommand)]
pub(crate) enum PackCommand {
    /// Build and issue a pack
    Build {
        code: String,
        #[arg(long, value_name = "FILE.zip")]
        out: PathBuf,
        #[command(flatten)]
        when: WhenArgs,
    },
    /// Check a pack; needs no workspace
    Verify {
        file: PathBuf,
        /// A key or checkpoint you hold from elsewhere
        #[arg(long, value_name = "FILE")]
        against: Option<PathBuf>,
    },
    /// Issued packs
    List,
}
