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

/// A decision on what applies.
pub(in crate::demo) struct Ruled {
    pub(in crate::demo) standard: &'static str,
    pub(in crate::demo) on: &'static [&'static str],
    pub(in crate::demo) age: u64,
    pub(in crate::demo) applies: bool,
    pub(in crate::demo) reason: &'static str,
    pub(in crate::demo) grounds: &'static [&'static str],
    pub(in crate::demo) risks: &'static [&'static str],
    /// Empty where nothing is said.
    pub(in crate::demo) in_place: &'static str,
    /// In so many days from today; before it where that is less than none.
    pub(in crate::demo) planned: Option<i64>,
    pub(in crate::demo) reach: &'static [&'static str],
    pub(in crate::demo) owner: &'static str,
}

/// A supplier.
pub(in crate::demo) struct Partner {
    pub(in crate::demo) name: &'static str,
    pub(in crate::demo) age: u64,
    /// What is on file of it, in words.
    pub(in crate::demo) facts: &'static [(&'static str, &'static str)],
}

/// A certificate.
pub(in crate::demo) struct Paper {
    pub(in crate::demo) system: &'static str,
    pub(in crate::demo) number: &'static str,
    pub(in crate::demo) words: &'static str,
    pub(in crate::demo) scope: &'static [&'static str],
    pub(in crate::demo) statement: &'static str,
}
