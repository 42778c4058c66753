//! Arguments for taking in a Statement of Applicability that was kept elsewhere.

use std::path::PathBuf;

use clap::Args as ClapArgs;

#[derive(Debug, ClapArgs)]
pub(crate) struct SoaListArgs {
    /// The list
    pub(crate) file: PathBuf,
    /// Standard or code of the system
    #[arg(long, default_value = "27001")]
    pub(crate) standard: String,
    /// The edition of which the list speaks, where its rows do not tell: 2013
    #[arg(long)]
    pub(crate) edition: Option<String>,
    /// Show what the columns of the list mean, in the form that --columns reads; write nothing
    #[arg(long, conflicts_with = "dry_run")]
    pub(crate) show_columns: bool,
    /// What the columns mean, as --show-columns prints it and you changed it; kept for the next list of that shape
    #[arg(long, value_name = "FILE")]
    pub(crate) columns: Option<PathBuf>,
    /// Answers what a row asks: `12=leave`, `People!12=A.5.10`, `12=2026-12-31`; may be repeated
    #[arg(long = "answer", value_name = "ROW=ANSWER")]
    pub(crate) answers: Vec<String>,
    /// Show what each row would decide, write nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
}
