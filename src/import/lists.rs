//! The lists beside a share.

/// The lists that a plan was made with, by the names of their files; none where there is no such list.
#[derive(Debug, Clone, Default)]
pub(super) struct Lists {
    pub(super) master: Option<String>,
    pub(super) index: Option<String>,
}
