//! Arguments for audits and packs.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};

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
    /// Correct what was entered about an audit
    Correct(AuditCorrection),
    /// All audits
    List,
    /// One audit with its packs
    Show { code: String },
}

#[derive(Debug, ClapArgs)]
pub(crate) struct AuditCorrection {
    pub(crate) code: String,
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// internal, stage1, stage2, surveillance, recertification or supplier
    #[arg(long = "type", alias = "kind", value_name = "TYPE")]
    pub(crate) kind: Option<String>,
    /// Standards audited; may be repeated
    #[arg(long = "standard", value_name = "STD")]
    pub(crate) standards: Option<Vec<String>>,
    /// Scope item; may be repeated, an empty text means all
    #[arg(long = "scope", value_name = "ITEM")]
    pub(crate) scope: Option<Vec<String>>,
    /// First day of the period from which evidence counts; an empty text clears
    #[arg(long, value_name = "DAY")]
    pub(crate) from: Option<String>,
    /// Last day of the period from which evidence counts; an empty text clears
    #[arg(long, value_name = "DAY")]
    pub(crate) to: Option<String>,
    /// Why
    #[arg(long)]
    pub(crate) reason: String,
}

#[derive(Debug, Subcommand)]
pub(crate) enum PackCommand {
    /// Build and issue a pack
    Build {
        /// The audit's code
        code: String,
        #[arg(long, value_name = "FILE.zip")]
        out: PathBuf,
        /// Write over a file that is there
        #[arg(long)]
        overwrite: bool,
        #[command(flatten)]
        when: WhenArgs,
    },
    /// Check a pack; needs no workspace
    Verify {
        file: PathBuf,
        /// What you hold from elsewhere: a key or its fingerprint (`SHA256:…`), a checkpoint, a proof, another pack, the workspace's folder
        #[arg(long, value_name = "PATH")]
        against: Option<PathBuf>,
    },
    /// Issued packs
    List,
}
