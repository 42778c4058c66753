//! The rules of claims, as data. They stand apart from the catalogue of the standards: a rule that is worded anew decides
//! nothing that an event rests on.

use std::sync::LazyLock;

use serde::Deserialize;

use super::model::Effect;

/// The rules as text.
pub const TEXT: &str = include_str!("../../schema/standards/claims-rules.csv");

/// One rule.
#[derive(Debug, Deserialize)]
pub struct Rule {
    /// Its number, as `CL-01`.
    pub id: String,
    /// The standards it is for, as `20000-1;9001`.
    pub standards: String,
    /// What it does.
    pub effect: Effect,
    /// Whether it bears on the claim itself; otherwise on what may not be made of something, such as a certificate that is
    /// no proof elsewhere.
    pub bears: bool,
    /// What it is called.
    pub name: String,
    /// The clauses it rests on.
    pub clauses: String,
    /// What it says, in our own words.
    pub says: String,
    /// Where the guidance speaks of it.
    pub basis: String,
}

impl Rule {
    /// Whether it is for a standard.
    pub fn is_for(&self, standard: &str) -> bool {
        self.standards.split(';').any(|one| one == standard)
    }
}

/// Every rule. The file is part of the program and a test reads each row, so the empty list never occurs.
pub fn rules() -> &'static [Rule] {
    static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
        csv::Reader::from_reader(TEXT.as_bytes()).deserialize().collect::<Result<_, _>>().unwrap_or_default()
    });
    &RULES
}
