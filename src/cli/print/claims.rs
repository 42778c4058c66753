//! Claims: what may be said of a system, what stands against it, what must be asked.

use super::{Page, Show, word};
use crate::claims::{Claim, Finding, Lacks, ScopeWord, Sense, Verdict};

impl Show for Claim {
    fn show(&self, page: &mut Page) {
        page.line(format!("{} ({})", self.system, self.edition));
        page.line(match self.verdict {
            Verdict::Blocked => "No conformity can be claimed.",
            Verdict::Open => "Conformity cannot be claimed yet.",
            Verdict::Clear => "Nothing of what is known here stands against a claim of conformity.",
        });
        missing(page, &self.lacks);
        for (head, findings) in [
            ("Stands against it:", &self.against),
            ("Must be asked:", &self.ask),
            ("To be heeded:", &self.heed),
            ("May be said:", &self.may),
        ] {
            if !findings.is_empty() {
                page.line("");
                page.line(head);
                for finding in findings {
                    show(page, finding);
                }
            }
        }
    }
}

/// What is missing of the system itself.
fn missing(page: &mut Page, lacks: &Lacks) {
    let statement: Vec<&str> = lacks.statement.iter().map(|one| one.text).collect();
    let lines = [
        (statement.len(), format!("in the scope statement: {}", statement.join("; "))),
        (lacks.runners.len(), format!("who runs it: {}", lacks.runners.join(", "))),
        (lacks.gaps, format!("clauses without evidence: {}", lacks.gaps)),
        (lacks.partial, format!("clauses covered in part: {}", lacks.partial)),
        (
            lacks.in_place_unsaid,
            format!("controls of which nobody said whether they are in place: {}", lacks.in_place_unsaid),
        ),
        (lacks.not_in_place, format!("controls not in place yet: {}", lacks.not_in_place)),
        (
            lacks.otherwise_stated.len(),
            format!("decided otherwise than the scope statement says: {}", lacks.otherwise_stated.join(", ")),
        ),
    ];
    if !lacks.nothing() {
        page.line("");
        page.line("Missing:");
    }
    lines.iter().filter(|(count, _)| *count > 0).for_each(|(_, line)| page.line(format!("  {line}")));
}

fn show(page: &mut Page, finding: &Finding) {
    page.line(format!("  {} {}: {}", finding.rule, word(finding.effect), finding.says));
    for about in &finding.about {
        let version = if finding.rule == "CL-28" { "version " } else { "" };
        let with: Vec<String> = about.with.iter().map(|one| format!("{version}{}", one.replace('_', " "))).collect();
        let with = if with.is_empty() { String::new() } else { format!(": {}", with.join(", ")) };
        page.line(format!("    {}{with}", about.name));
    }
}

impl Show for Vec<ScopeWord> {
    fn show(&self, page: &mut Page) {
        for one in self {
            page.line(format!("{}: {}", word(one.word).replace('_', " "), sense(one.sense)));
            if !one.names.is_empty() {
                page.line(format!("  {}", one.names.join(", ")));
            }
        }
    }
}

fn sense(sense: Sense) -> &'static str {
    match sense {
        Sense::PartInScope => "the part in this scope; the rest of the company is outside",
        Sense::WholeOrganisation => "the organisation as a whole",
        Sense::ServicesInScope => "a service in this scope; evidence for others shows nothing here",
        Sense::ServicesOffered => "what is offered, beside products",
        Sense::NoOwnMeaning => "the standard gives it no meaning of its own",
        Sense::OutsideLargerOrganisation => {
            "outside of the larger organisation; a lead supplier counts, not those that work for it"
        }
        Sense::OutsideOrganisation => "outside of the organisation",
        Sense::OutsideSistersOpen => {
            "outside of the organisation; whether a sister company is, the guidance leaves open"
        }
        Sense::ThreeKinds => "external, internal, or a customer in that role",
        Sense::OneNotion => {
            "an outside party; where systems are integrated it may stand for all three kinds of 20000-1"
        }
        Sense::WithinLargerOrganisation => {
            "a part of the larger organisation outside of this scope; by a documented agreement"
        }
        Sense::AsAnOption => "no notion of its own; what 20000-1 holds for them may be used here, and need not",
        Sense::StaysInside => "it stays inside; the party that performs it is outside",
        Sense::DirectsThePart => "those who direct the part in scope",
        Sense::DirectsTheOrganisation => "those who direct the organisation",
        Sense::WrittenAndAgreed => "written down and agreed, never implied; what law asks for stands beside it",
    }
}
