//! What is refused before an import, and its stop. What it says of a file or a row is no refusal.

use crate::error::reasons;

reasons! {
    /// A path of the share that holds the workspace, or lies in it.
    share_holds_workspace(path) = InvalidPath;
    evidence_index_broken(path) = ListUnreadable;
    evidence_index_without_header(path) = ListUnreadable;
    master_list_not_workbook(path) = ListUnreadable;
    master_list_without_header(path) = ListUnreadable;
    /// Nothing stands in it.
    soa_list_empty(path) = ListUnreadable;
    soa_list_unreadable(path) = ListUnreadable;
    scopes_file_unreadable(path, cause) = ListUnreadable;
    import_stopped() = Cancelled;
}
