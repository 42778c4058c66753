//! What an import is given.

use std::path::PathBuf;

use super::opened::CheckPack;
use crate::lists::ChosenLists;

/// Where the share and its lists lie.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// Folders and files of the share.
    pub paths: Vec<PathBuf>,
    /// Master document list: a workbook, separated text or a Word table.
    pub master_list: Option<PathBuf>,
    /// Evidence index, in any of these forms.
    pub evidence_index: Option<PathBuf>,
    /// What a person decided about their columns.
    pub columns: ChosenLists,
    /// Sites, services and systems, JSON.
    pub scopes: Option<PathBuf>,
    /// Whether what was decided about columns is kept for the next list of the same shape.
    pub remember: bool,
    /// By whom the proofs of a pack among the files are checked; by nobody where none is given, and that is said.
    pub check_pack: Option<CheckPack>,
}
