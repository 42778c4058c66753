//! Arguments for folders that are watched.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(crate) enum WatchCommand {
    /// Watch a folder from now on; it is read, never changed
    Add {
        folder: PathBuf,
        /// How it is called [default: its own name]
        #[arg(long)]
        name: Option<String>,
    },
    /// The folders that are watched
    List,
    /// Look at them: what is new, changed, moved or gone, and which copies are not the approved file
    Run {
        /// At this one alone
        name: Option<String>,
    },
    /// Watch one no longer; what was filed from it stays
    Remove { name: String },
    /// File files of a watched folder, as an import would
    File(Files),
    /// File one as a new version of a document: a draft
    Revise {
        name: String,
        path: String,
        /// The document
        #[arg(long)]
        code: String,
    },
    /// Say that files were moved to where they lie
    Moved(Files),
    /// Leave files as they are, until they change
    Leave(Files),
    /// Have them said again after all
    Ask(Files),
}

#[derive(Debug, Args)]
pub(crate) struct Files {
    /// The watched folder
    pub(crate) name: String,
    /// Their paths in it, as `watch run` writes them
    #[arg(required = true)]
    pub(crate) paths: Vec<String>,
}
