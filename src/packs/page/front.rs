//! The beginning of the page: which audit, how each standard stands, what scopes the systems have.

use super::super::content::Content;
use super::dated::Dated;
use super::marks::{Edition, class_of, name_of, places};
use crate::audits::Audit;
use crate::coverage::{Coverage, Summary};
use crate::systems::System;

/// The audit, and how much there is for it.
pub(super) struct Front<'a> {
    pub(super) organisation: &'a str,
    pub(super) kind: &'a str,
    pub(super) code: &'a str,
    pub(super) title: &'a str,
    /// For which day, and by what was known when.
    pub(super) when: Dated,
    pub(super) period: Dated,
    pub(super) scope: String,
    pub(super) documents: usize,
    pub(super) records: usize,
}

impl<'a> Front<'a> {
    pub(super) fn of(content: &'a Content) -> Self {
        let audit = &content.audit;
        let count = |kind: &str| content.items.iter().filter(|i| i.kind() == kind).count();
        Self {
            organisation: &content.organisation,
            kind: audit.kind.name(),
            code: &audit.code,
            title: &audit.title,
            when: Dated::of(&content.when()),
            period: Dated::of(&period(audit)),
            scope: places(&audit.scope, content, "all"),
            documents: count("document"),
            records: count("record"),
        }
    }
}

fn period(audit: &Audit) -> String {
    match (audit.period_from, audit.period_to) {
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("from {from}"),
        (None, Some(to)) => format!("until {to}"),
        (None, None) => String::from("not limited"),
    }
}

/// How one standard stands.
pub(super) struct Sum<'a> {
    pub(super) name: &'a str,
    pub(super) class: &'static str,
    pub(super) counts: Summary,
    /// Width of the bar's part, in per cent.
    pub(super) covered: String,
    pub(super) partial: String,
}

impl<'a> Sum<'a> {
    pub(super) fn of(part: &'a Coverage) -> Self {
        let counts = part.summary;
        let share = |n: usize| {
            let share = if counts.clauses == 0 { 0.0 } else { n as f64 * 100.0 / counts.clauses as f64 };
            format!("{share:.1}")
        };
        Self {
            name: name_of(&part.edition),
            class: class_of(&part.edition),
            counts,
            covered: share(counts.covered),
            partial: share(counts.partial),
        }
    }
}

/// What a system says of its scope.
pub(super) struct Scope<'a> {
    pub(super) system: &'a str,
    pub(super) edition: Edition<'a>,
    pub(super) inside: String,
    /// The statement; where there is none yet, the boundaries.
    pub(super) statement: &'a str,
    /// What does not apply, each with its reason, as it was stated.
    pub(super) not_applicable: &'a [String],
}

impl<'a> Scope<'a> {
    pub(super) fn of(system: &'a System, content: &Content) -> Self {
        let said = &system.statement;
        Self {
            system: &system.code,
            edition: Edition::of(&system.edition),
            inside: places(&system.scope, content, "not divided"),
            not_applicable: &said.not_applicable,
            statement: if said.text.is_empty() { &said.boundaries } else { &said.text },
        }
    }
}
