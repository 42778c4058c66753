//! Arguments for what is written as a workbook or printed.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use super::day::WhenArgs;
use crate::print::{Language, PaperSize};

/// The register of documents.
#[derive(Debug, ClapArgs)]
pub(crate) struct RegisterArgs {
    /// Only what is obsolete: superseded revisions, withdrawn documents
    #[arg(long)]
    pub(crate) obsolete: bool,
    /// Write it as a workbook
    #[arg(long, value_name = "FILE")]
    pub(crate) xlsx: Option<PathBuf>,
    /// Print it to a PDF
    #[arg(long, value_name = "FILE")]
    pub(crate) pdf: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) paper: PaperArgs,
    #[command(flatten)]
    pub(crate) when: WhenArgs,
}

/// How something is printed.
#[derive(Debug, Clone, Copy, ClapArgs)]
pub(crate) struct PaperArgs {
    /// For which paper
    #[arg(long, value_enum, default_value = "a4")]
    paper: PaperName,
    /// In which language
    #[arg(long, value_enum, default_value = "en")]
    language: LanguageName,
    /// Write over a file that is there
    #[arg(long)]
    pub(crate) overwrite: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum PaperName {
    A4,
    Letter,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum LanguageName {
    En,
    De,
}

impl PaperArgs {
    pub(crate) fn paper(self) -> PaperSize {
        match self.paper {
            PaperName::A4 => PaperSize::A4,
            PaperName::Letter => PaperSize::Letter,
        }
    }

    pub(crate) fn language(self) -> Language {
        match self.language {
            LanguageName::En => Language::En,
            LanguageName::De => Language::De,
        }
    }
}

/// Where a history is printed.
#[derive(Debug, ClapArgs)]
pub(crate) struct HistoryPaper {
    /// Print it to a PDF
    #[arg(long, value_name = "FILE")]
    pub(crate) pdf: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) paper: PaperArgs,
}
