//! The beginning of the page: which audit, how each standard stands, what scopes the systems have.

use super::super::caveats::period;
use super::super::content::Content;
use super::dated::Dated;
use super::marks::{Edition, class_of, name_of, places};
use crate::coverage::{Coverage, Row, State, Summary, Why};
use crate::systems::{ScopeStatement, System};

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
            period: Dated::of(&period(audit.period_from, audit.period_to)),
            scope: places(&audit.scope, content, "all"),
            documents: count("document"),
            records: count("record"),
        }
    }
}

/// How one standard stands.
pub(super) struct Sum<'a> {
    pub(super) name: &'a str,
    pub(super) class: &'static str,
    pub(super) counts: Summary,
    /// How many of the gaps are without any evidence.
    pub(super) nothing: usize,
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
            nothing: part
                .rows
                .iter()
                .filter(|row| !row.heading && row.state == State::Gap && without_evidence(row))
                .count(),
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
    /// The statement in words; empty where there is none yet.
    pub(super) statement: &'a str,
    /// What was said of it besides: boundaries, who provides, all or a part, other parties.
    pub(super) said: Vec<String>,
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
            statement: &said.text,
            said: besides(said),
        }
    }
}

/// What a scope statement says besides its words, each with its name; what nobody said is left out.
fn besides(said: &ScopeStatement) -> Vec<String> {
    let mut out = Vec::new();
    let mut say = |name: &str, what: String| {
        if !what.is_empty() {
            out.push(format!("{name}: {what}"));
        }
    };
    let which = |all: Option<bool>| match all {
        Some(true) => " (all)",
        Some(false) => " (some)",
        None => "",
    };
    let named = |names: &[String], all: Option<bool>| {
        if names.is_empty() {
            all.map(|all| if all { "all" } else { "some" }.to_owned()).unwrap_or_default()
        } else {
            format!("{}{}", names.join(", "), which(all))
        }
    };
    say("Boundaries", said.boundaries.clone());
    let part = said.whole_organisation.map(|all| if all { "all of it" } else { "a part of it" });
    say("Of the organisation", part.unwrap_or_default().to_owned());
    say("Who manages and delivers the services", said.provider.clone());
    say("Services", named(&said.services, said.all_services));
    say("Products and services", named(&said.offerings, said.all_offerings));
    say("Activities", named(&said.activities, said.all_activities));
    say("Other parties", said.other_parties.clone());
    out
}

/// Whether there is nothing at all for a clause, whatever else is said of it.
fn without_evidence(row: &Row) -> bool {
    row.shown.is_none() && row.gaps.iter().any(|gap| gap.why == Why::NothingFiled)
}
