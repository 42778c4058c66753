//! Arguments for the Statement of Applicability.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};

use super::approval::SignArgs;
use super::day::WhenArgs;
use super::papers::PaperArgs;
use super::soalist::SoaListArgs;

#[derive(Debug, Subcommand)]
pub(crate) enum SoaCommand {
    /// Its versions, and what was decided since the last one
    Show {
        #[command(flatten)]
        of: Standard,
        #[command(flatten)]
        when: WhenArgs,
    },
    /// Issue the next version, signed where you have a key
    Issue {
        #[command(flatten)]
        of: Standard,
        /// As a draft, marked as one, which may hold controls that are not decided
        #[arg(long)]
        draft: bool,
        /// What this version is for
        #[arg(long)]
        reason: Option<String>,
        #[command(flatten)]
        sign: SignArgs,
    },
    /// Compare two versions; `now` is what is decided and not issued
    Diff {
        from: String,
        to: String,
        #[command(flatten)]
        of: Standard,
    },
    /// Take in a statement that was kept elsewhere: a workbook, CSV or a Word table
    Import(SoaListArgs),
    /// Write it to files, as customers get it
    Export(SoaExportArgs),
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Standard {
    /// Standard or code of the system
    #[arg(long, value_name = "STD", default_value = "27001")]
    pub(crate) standard: String,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct SoaExportArgs {
    #[command(flatten)]
    pub(crate) of: Standard,
    /// Which version; `now` is what is decided and not issued [default: the last one]
    #[arg(long)]
    pub(crate) version: Option<String>,
    /// To a workbook
    #[arg(long, value_name = "FILE", required_unless_present_any = ["pdf", "signed"])]
    pub(crate) xlsx: Option<PathBuf>,
    /// To pages
    #[arg(long, value_name = "FILE")]
    pub(crate) pdf: Option<PathBuf>,
    /// Its text with the signature, into a folder, for `ssh-keygen -Y verify`
    #[arg(long, value_name = "DIR")]
    pub(crate) signed: Option<PathBuf>,
    /// Also who answers, on which risk a decision rests, and what a control reaches
    #[arg(long)]
    pub(crate) inside: bool,
    #[command(flatten)]
    pub(crate) paper: PaperArgs,
    #[command(flatten)]
    pub(crate) when: WhenArgs,
}
