//! What the story tells of a document and of a record.

/// A document.
pub(in crate::demo) struct Doc {
    pub(in crate::demo) code: &'static str,
    pub(in crate::demo) title: &'static str,
    pub(in crate::demo) kind: &'static str,
    pub(in crate::demo) folder: &'static str,
    pub(in crate::demo) owner: &'static str,
    pub(in crate::demo) version: &'static str,
    pub(in crate::demo) age: u64,
    pub(in crate::demo) interval: u32,
    pub(in crate::demo) scope: &'static [&'static str],
    pub(in crate::demo) clauses: &'static [&'static str],
    pub(in crate::demo) text: &'static [&'static str],
    pub(in crate::demo) draft: bool,
    pub(in crate::demo) revised: Option<(u64, &'static str)>,
    pub(in crate::demo) reviewed: Option<u64>,
    pub(in crate::demo) why_confirmed: &'static str,
}

/// A record.
pub(in crate::demo) struct Rec {
    pub(in crate::demo) title: &'static str,
    pub(in crate::demo) kind: &'static str,
    pub(in crate::demo) form: &'static str,
    pub(in crate::demo) age: u64,
    pub(in crate::demo) covers: Option<u64>,
    pub(in crate::demo) valid: Option<u64>,
    pub(in crate::demo) scope: &'static [&'static str],
    pub(in crate::demo) clauses: &'static [&'static str],
    pub(in crate::demo) lines: &'static [&'static str],
}
