//! Mappings to clauses, and those proposed.

use super::points::opened;
use super::standards::{direction, titled};
use super::{Page, Show, plural};
use crate::api::MappingsCorrected;
use crate::mapping::{ControlState, Mapped, Named, Origin, Proposal, ProposalGroup, Proposed, SourceControl, Strength};
use crate::packs::counts_less;
use crate::standards::{ClauseRef, Own, Relation};

/// The mappings of one item, as a table below it.
pub(super) fn mappings(page: &mut Page, mappings: &[Named]) {
    let named = naming(mappings.iter().map(|m| &m.reference));
    let rows: Vec<[String; 4]> = mappings
        .iter()
        .map(|m| {
            let how = match &m.origin {
                Origin::Hand => String::from("by hand"),
                Origin::Import { source } => source.clone(),
                Origin::Correlation { from, relation } => {
                    format!("{} to {}", Relation::words_of(relation), from.short())
                }
                Origin::Text { at } => match at.first() {
                    Some(at) => format!("named in the text, {}", at.in_words()),
                    None => String::from("named in the text"),
                },
            };
            let mut reason = if m.reason.is_empty() { how } else { format!("{how}: {}", m.reason) };
            if !m.variance.is_empty() {
                reason += &format!("; differs: {}", m.variance);
            }
            if !m.scope.is_empty() {
                reason += &format!("; for {}", m.scope.join(", "));
            }
            if let Some(less) = &m.less {
                reason += &format!("; {}", counts_less(less));
            }
            if !m.held {
                reason += &format!("; counts for nothing, {} is not held here", m.reference.edition_id());
            } else if m.nowhere {
                reason += "; counts nowhere, its scope lies outside of that system's";
            }
            [format!("  {}", named(&m.reference)), titled(&m.reference), m.strength.name().to_owned(), reason]
        })
        .collect();
    page.table(["", "", "", ""], &rows);
}

/// How clauses are named beside each other: with the edition where two of one standard are among them, whose numbers are not
/// each other's.
fn naming<'c>(all: impl Iterator<Item = &'c ClauseRef>) -> fn(&ClauseRef) -> String {
    let mut editions: Vec<(&str, &str)> = all.map(|one| (one.standard.as_str(), one.edition.as_str())).collect();
    editions.sort_unstable();
    editions.dedup();
    if editions.windows(2).any(|two| two[0].0 == two[1].0) { ClauseRef::dated } else { ClauseRef::short }
}

impl Show for MappingsCorrected {
    fn show(&self, page: &mut Page) {
        if self.corrected == 0 {
            page.line("That is what stands there already; nothing was written.");
        }
        self.mapped.show(page);
    }
}

impl Show for Mapped {
    fn show(&self, page: &mut Page) {
        page.line(format!("{} {}", self.item.code, self.item.title));
        mappings(page, &self.mappings);
        if self.mappings.is_empty() {
            page.line("  mapped to nothing");
        }
        opened(page, &self.opened);
        for fell in &self.fell {
            let clause = fell.reference.short();
            page.line(match &fell.now {
                Some(now) if now.scope.is_empty() => {
                    format!("{clause} followed from it, and is {} now", now.strength.name())
                }
                Some(now) => {
                    format!(
                        "{clause} followed from it, and is {} for {} now",
                        now.strength.name(),
                        now.scope.join(", ")
                    )
                }
                None => format!("{clause} followed from it, and was taken back with it"),
            });
        }
    }
}

impl Show for Proposed {
    fn show(&self, page: &mut Page) {
        let mut said = Vec::new();
        for group in &self.groups {
            show_group(page, group, &mut said);
        }
        let named = naming(self.proposals.iter().map(|p| &p.reference));
        let shown = |p: &Proposal| self.groups.iter().flat_map(|g| &g.controls).any(|c| c.reference == p.reference);
        for p in self.proposals.iter().filter(|p| !shown(p)) {
            page.line(format!("{} {} — {}", named(&p.reference), titled(&p.reference), how(p)));
            show_notes(page, p, &mut said);
        }
        for source in self.own.iter().filter(|source| !source.proposes) {
            let from = source.reference.short();
            page.line(format!(
                "{from} {} — {}; nothing is proposed from it",
                titled(&source.reference),
                own(source.own)
            ));
        }
        if !self.outside.is_empty() {
            let editions = self.outside.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            page.line(format!(
                "Nothing is proposed for {editions}: it, or all that it is mapped to, lies outside of the scope of that system."
            ));
        }
        for declined in &self.declined {
            let (clause, title) = (declined.reference.short(), titled(&declined.reference));
            page.line(format!("declined: {clause} {title} — {}", declined.reason));
        }
        if !self.declined.is_empty() {
            page.line("→ `clausebook proposal reopen ITEM CLAUSE` takes up what was declined");
        }
        page.line(match self.proposals.len() {
            0 => String::from(
                "Nothing is proposed: the tables name nothing further for it here, or it is mapped, declined or does not apply. \
                 `clausebook correlate CLAUSE` says what they name.",
            ),
            n => format!("{} to decide; none counts before it is accepted.", plural(n, "proposal", "proposals")),
        });
    }
}

/// A group: what is common to its controls once, then each control as it stands.
fn show_group(page: &mut Page, group: &ProposalGroup, said: &mut Vec<String>) {
    let name = group
        .group
        .parse::<ClauseRef>()
        .map_or_else(|_| group.group.clone(), |g| format!("{}:{} {}", g.standard, g.edition, g.clause));
    let from = group.from.as_ref().map(|from| format!(" to {}", from.short())).unwrap_or_default();
    let relation = group.relation.as_deref().map(|r| format!("{}{from}, ", Relation::words_of(r))).unwrap_or_default();
    page.line(format!("{name} {} — {relation}decided control by control", group.title));
    for note in &group.notes {
        once(page, note, said);
    }
    for control in &group.controls {
        let state = match (control.state, &control.proposal) {
            (ControlState::Proposed, Some(p)) => {
                conditions(p).map_or("to decide".to_owned(), |c| format!("to decide{c}"))
            }
            (ControlState::Accepted, _) => {
                let strength = control.strength.map_or("", Strength::name);
                let open = match control.open_points {
                    0 => String::new(),
                    n => format!(", {} open", plural(n, "point", "points")),
                };
                told([&format!("accepted, {strength}{open}"), &control.reason])
            }
            (ControlState::Declined, _) => told(["declined", &control.reason]),
            (ControlState::Proposed | ControlState::NotProposed, _) => String::from("not proposed"),
        };
        page.line(format!("  {} {} — {state}", control.reference.short(), titled(&control.reference)));
        if let Some(p) = &control.proposal {
            show_notes(page, p, said);
        }
    }
}

fn told<const N: usize>(parts: [&str; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
}

/// How a proposal came about, and on which conditions it is accepted.
fn how(p: &Proposal) -> String {
    let Some(from) = &p.from else { return String::from("named in the text") };
    let limited = if p.limited { "limited match, " } else { "" };
    let through = p.through.as_ref().map(|t| format!(", through {}", t.replace('/', " "))).unwrap_or_default();
    let by = p.own.map(|added| format!("; {} is {}", from.short(), own(added))).unwrap_or_default();
    let conditions = conditions(p).unwrap_or_default();
    format!("{limited}{} to {}{through}{by}{conditions}", Relation::words_of(&p.relation), from.short())
}

fn own(own: Own) -> &'static str {
    match own {
        Own::AddedByStandard => "added by this standard",
        Own::NewInEdition => "new in this edition",
        Own::SpecificToEach => "specific to each standard",
    }
}

fn conditions(p: &Proposal) -> Option<String> {
    let mut parts = Vec::new();
    if p.at_most != Strength::Full {
        parts.push(format!("at most {}", p.at_most.name()));
    }
    if p.needs_reason {
        parts.push(String::from("needs a reason"));
    }
    if !p.scope.is_empty() {
        parts.push(format!("for {} only", p.scope.join(", ")));
    }
    (!parts.is_empty()).then(|| format!(" ({})", parts.join("; ")))
}

/// What is to be known of it, and where the text names it; what was said above is not said again.
fn show_notes(page: &mut Page, p: &Proposal, said: &mut Vec<String>) {
    // The tables' own remark on the direction says more than the direction alone.
    let remarked = p.notes.iter().any(|note| note.starts_with("Evidence "));
    let way = direction(p.direction).filter(|_| !remarked);
    for note in way.into_iter().chain(p.notes.iter().map(String::as_str)) {
        once(page, note, said);
    }
    if let (Some(control), Some(from)) = (p.control, &p.from) {
        once(page, &of_control(control, &from.short()), said);
    }
    if !p.source.is_empty() {
        once(page, &format!("Source: {}", p.source), said);
    }
    for at in &p.named {
        page.line(format!("    named in the text: {}", at.in_words()));
    }
}

/// What is to be known of the control it follows from, before it counts for anything.
fn of_control(control: SourceControl, from: &str) -> String {
    match control {
        SourceControl::Excluded => format!("It counts for nothing: {from} does not apply."),
        SourceControl::NotInPlace => format!("It does not count before {from} is in place."),
        SourceControl::InPart => format!("{from} is in place in part: no more than a part."),
        SourceControl::OwnAssets => format!("{from} does not reach the services: no more than a part."),
        SourceControl::ReachUnsaid => format!("Nobody said whether {from} reaches the services."),
    }
}

fn once(page: &mut Page, note: &str, said: &mut Vec<String>) {
    if !said.iter().any(|known| known == note) {
        said.push(note.to_owned());
        page.line(format!("    {note}"));
    }
}
