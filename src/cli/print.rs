//! Answers as text for a terminal: aligned tables, plain sentences.

use std::fmt::Write as _;

use crate::api::{
    AuditShown, CheckpointSigned, Consistency, DocumentShown, Hits, Imported, Log, Mapped, Proof, Rebuilt, RecordShown,
    ReviewsDue, ScopesCompared, WorkspaceMade,
};
use crate::audits::Audit;
use crate::coverage::{Coverage, Gap, State};
use crate::day::Overdue;
use crate::documents::{Document, Page as Rows};
use crate::mapping::{Named, Origin, Proposal};
use crate::packs::{Built, Pack};
use crate::people::Person;
use crate::records::Record;
use crate::reviews::Recheck;
use crate::standards::views::{ClauseShow, Correlation, StandardList, StandardShow, TermList};
use crate::standards::{Answer, Origin as ClauseOrigin, Outcome, RequiredKind};
use crate::systems::{ScopeItem, ScopeQuestionAsked, System};
use crate::verify::Report;

/// Text that is being put together.
#[derive(Default)]
pub(super) struct Page(String);

impl Page {
    pub(super) fn text(self) -> String {
        self.0
    }

    fn line(&mut self, text: impl AsRef<str>) {
        self.0.push_str(text.as_ref().trim_end());
        self.0.push('\n');
    }

    /// A table; columns are as wide as their widest cell, the last one is not padded.
    fn table<const N: usize>(&mut self, head: [&str; N], rows: &[[String; N]]) {
        if rows.is_empty() {
            return;
        }
        let wide = |i: usize| rows.iter().map(|r| width(&r[i])).max().unwrap_or(0).max(width(head[i])).min(64);
        let widths: Vec<usize> = (0..N).map(wide).collect();
        let mut put = |cells: [&str; N]| {
            let mut line = String::new();
            for (i, cell) in cells.iter().enumerate() {
                let _ = write!(line, "{cell}{}  ", " ".repeat(widths[i].saturating_sub(width(cell))));
            }
            self.0.push_str(line.trim_end());
            self.0.push('\n');
        };
        if head.iter().any(|h| !h.is_empty()) {
            put(head);
        }
        for row in rows {
            put(std::array::from_fn(|i| row[i].as_str()));
        }
    }
}

/// Columns a text takes in a terminal: letters of East Asian scripts take two.
fn width(text: &str) -> usize {
    text.chars()
        .map(|c| match c {
            '\u{300}'..='\u{36f}' => 0,
            '\u{1100}'..='\u{115f}'
            | '\u{2e80}'..='\u{a4cf}'
            | '\u{ac00}'..='\u{d7a3}'
            | '\u{f900}'..='\u{faff}'
            | '\u{fe30}'..='\u{fe6f}'
            | '\u{ff00}'..='\u{ff60}' => 2,
            _ => 1,
        })
        .sum()
}

/// The name of a value of an enumeration, as answers in JSON have it.
fn word<T: serde::Serialize>(value: T) -> String {
    let text = serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned));
    text.unwrap_or_default()
}

fn opt<T: ToString>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

fn plural(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// An answer that can be shown.
pub(super) trait Show {
    fn show(&self, page: &mut Page);
}

impl Show for WorkspaceMade {
    fn show(&self, page: &mut Page) {
        let standards: Vec<String> = self.standards.iter().map(ToString::to_string).collect();
        page.line(format!("Workspace of {} in {}", self.organisation, self.folder));
        page.line(format!("Standards: {}", standards.join(", ")));
        if standards.iter().any(|s| s == "27001:2013") {
            page.line("Note: certificates to 27001:2013 have lapsed; add the current edition with `clausebook system add 27001:2022`.");
        }
    }
}

impl Show for Rebuilt {
    fn show(&self, page: &mut Page) {
        page.line(format!("All tables filled again from {} entries.", self.entries));
    }
}

impl Show for StandardList {
    fn show(&self, page: &mut Page) {
        let rows: Vec<[String; 5]> = self
            .standards
            .iter()
            .map(|e| {
                let note = e.note.clone().unwrap_or_default();
                [
                    format!("{}:{}", e.standard, e.edition),
                    e.name.clone(),
                    e.clauses.to_string(),
                    e.controls.to_string(),
                    note,
                ]
            })
            .collect();
        page.table(["standard", "name", "clauses", "controls", ""], &rows);
        page.line(self.guidance);
    }
}

impl Show for StandardShow {
    fn show(&self, page: &mut Page) {
        page.line(format!("{} — {} management system", self.standard.name, self.standard.subject));
        if let Some(note) = &self.standard.note {
            page.line(note);
        }
        page.line("");
        for row in &self.clauses {
            let mark = if row.origin == ClauseOrigin::Common { "" } else { "  +" };
            page.line(format!("{}{} {}{mark}", "  ".repeat(usize::from(row.level) - 1), row.clause, row.title));
            if let Some(common) = &row.renamed_from {
                page.line(format!("{}common structure: {common}", "  ".repeat(usize::from(row.level))));
            }
        }
        page.line("");
        page.line("+ not part of the common structure");
        page.line(self.guidance);
    }
}

impl Show for Option<ClauseShow> {
    fn show(&self, page: &mut Page) {
        let Some(view) = self else { return };
        page.line(format!("{}:{} {} — {}", view.standard, view.edition, view.row.clause, view.row.title));
        if let Some(place) = &view.row.place {
            page.line(format!("Place on the common structure: {} {}", place.clause, place.title));
        }
        for note in view.flags.iter().chain(&view.row.note) {
            page.line(note);
        }
        for child in &view.children {
            page.line(format!("  {} {}", child.clause, child.title));
        }
        for r in &view.required {
            let kind = if r.kind == RequiredKind::Maintain { "document" } else { "record" };
            let note = r.note.as_ref().map(|n| format!(" ({n})")).unwrap_or_default();
            page.line(format!("Asks for a {kind}: {}{note}", r.item));
        }
        for (word, others) in [("Became", &view.successors), ("Was", &view.predecessors)] {
            for other in others {
                page.line(format!("{word} {} {}", other.clause, other.title));
            }
        }
        for answer in &view.correlated {
            page.line("");
            let edition = format!("{}:{}", answer.standard, answer.edition);
            match answer.outcome {
                Outcome::None => page.line(format!("{edition}: no counterpart (stated)")),
                Outcome::NotStated => page.line(format!("{edition}: not stated")),
                Outcome::Matched => {
                    page.line(format!("{edition}:"));
                    for m in &answer.matches {
                        let through = m.through.as_ref().map(|t| format!(", through {t}")).unwrap_or_default();
                        page.line(format!("  {} {} — {}{through}", m.clause, m.title, m.relation.as_str()));
                    }
                }
            }
        }
        page.line("");
        page.line(view.guidance);
    }
}

fn show_answer(page: &mut Page, answer: &Answer) {
    page.line("");
    let edition = format!("{}:{}", answer.standard, answer.edition);
    match answer.outcome {
        Outcome::None => page.line(format!("{edition}: no counterpart (stated)")),
        Outcome::NotStated => page.line(format!("{edition}: not stated")),
        Outcome::Matched => page.line(format!("{edition}:")),
    }
    for m in &answer.matches {
        let through = m.through.as_ref().map(|t| format!(", through {t}")).unwrap_or_default();
        page.line(format!("  {} {} — {}{through}", m.clause.clause, m.title, m.relation.as_str()));
        for note in &m.notes {
            page.line(format!("      {note}"));
        }
    }
    for note in &answer.notes {
        page.line(format!("    {note}"));
    }
}

impl Show for Correlation {
    fn show(&self, page: &mut Page) {
        page.line(format!("{}:{} {}", self.from.standard, self.from.edition, self.from.clause));
        for answer in &self.answers {
            show_answer(page, answer);
        }
    }
}

impl Show for TermList {
    fn show(&self, page: &mut Page) {
        for t in &self.terms {
            page.line(format!("{} {} ({} term)", t.term.entry, t.term.term, word(t.term.kind)));
            for n in &t.term.neighbours {
                let relation = word(n.relation).replace('_', " ");
                page.line(format!("  {}: {relation} {} {}", n.vocabulary, n.entries.join(", "), n.terms.join("; ")));
                if !n.see_also.is_empty() {
                    page.line(format!("    see also {}", n.see_also.join("; ")));
                }
            }
            for warning in &t.warnings {
                page.line(format!("  ! {warning}"));
            }
        }
        page.line(format!("{}.", plural(self.terms.len(), "term", "terms")));
        page.line(self.warning);
    }
}

impl Show for Option<Person> {
    fn show(&self, page: &mut Page) {
        if let Some(p) = self {
            page.line(format!("{} <{}>, {}", p.name, p.email, p.role));
        }
    }
}

impl Show for Vec<Person> {
    fn show(&self, page: &mut Page) {
        let rows: Vec<[String; 4]> = self
            .iter()
            .map(|p| {
                [
                    p.name.clone(),
                    p.email.clone(),
                    p.role.clone(),
                    if p.key.is_some() { "has a key".into() } else { String::new() },
                ]
            })
            .collect();
        page.table(["name", "e-mail", "role", ""], &rows);
        if rows.is_empty() {
            page.line("Nobody is enrolled yet: clausebook person add NAME --email E --role R");
        }
    }
}

impl Show for System {
    fn show(&self, page: &mut Page) {
        page.line(format!("{} {} ({})", self.code, self.name, self.edition));
        page.line(format!(
            "  scope: {}",
            if self.scope.is_empty() { "not divided yet".into() } else { self.scope.join(", ") }
        ));
        for lack in &self.statement_lacks {
            page.line(format!("  the scope statement lacks: {lack}"));
        }
    }
}

impl Show for Vec<System> {
    fn show(&self, page: &mut Page) {
        for system in self {
            system.show(page);
        }
    }
}

impl Show for ScopeItem {
    fn show(&self, page: &mut Page) {
        page.line(format!("{} {} ({})", self.code, self.name, self.kind));
    }
}

impl Show for Vec<ScopeItem> {
    fn show(&self, page: &mut Page) {
        let rows: Vec<[String; 5]> = self
            .iter()
            .map(|i| [i.code.clone(), i.kind.clone(), i.name.clone(), i.at.join(", "), i.systems.join(", ")])
            .collect();
        page.table(["code", "kind", "name", "at", "in scope of"], &rows);
        if rows.is_empty() {
            page.line("No scope items yet: clausebook scope add CODE --kind site --name NAME");
        }
    }
}

impl Show for ScopesCompared {
    fn show(&self, page: &mut Page) {
        for p in &self.pairs {
            page.line(format!("{} and {}", p.a, p.b));
            for (what, items) in
                [("both", &p.both), (&format!("only {}", p.a), &p.only_a), (&format!("only {}", p.b), &p.only_b)]
            {
                if !items.is_empty() {
                    page.line(format!("  {what}: {}", items.join(", ")));
                }
            }
        }
        page.line("");
        self.items.show(page);
    }
}

impl Show for Vec<ScopeQuestionAsked> {
    fn show(&self, page: &mut Page) {
        for asked in self {
            page.line(format!("{} ({})", asked.text, word(asked.question).replace('_', "-")));
            let answer = asked.answer.map_or_else(|| "no answer".to_owned(), word);
            let reason = if asked.reason.is_empty() { String::new() } else { format!(": {}", asked.reason) };
            page.line(format!("  {answer}{reason}"));
            page.line(format!("  {}", asked.follows));
        }
        if self.is_empty() {
            page.line("There are no questions: SMS and ISMS are not held together.");
        }
    }
}

impl Show for Vec<Recheck> {
    fn show(&self, page: &mut Page) {
        for r in self {
            page.line(format!("{}: {} {} on {}", r.system, r.scope_item, r.change, r.on));
            page.line(format!("  look again at {}", r.items.join(", ")));
        }
        if self.is_empty() {
            page.line("No scope has changed since evidence was filed.");
        }
    }
}

fn mappings(page: &mut Page, mappings: &[Named]) {
    let rows: Vec<[String; 4]> = mappings
        .iter()
        .map(|m| {
            let how = match &m.origin {
                Origin::Hand => String::from("by hand"),
                Origin::Import { source } => source.clone(),
                Origin::Correlation { from, relation } => format!("{relation} to {}", from.short()),
            };
            let reason = if m.reason.is_empty() { how } else { format!("{how}: {}", m.reason) };
            [format!("  {}", m.reference.short()), m.title.clone(), m.strength.name().to_owned(), reason]
        })
        .collect();
    page.table(["", "", "", ""], &rows);
}

impl Show for DocumentShown {
    fn show(&self, page: &mut Page) {
        let d = &self.document;
        page.line(format!("{} {} — {}, {}", d.code, d.title, d.kind.replace('_', " "), d.state));
        let due = d.next_review.map(|x| x.to_string()).unwrap_or_else(|| "none".into());
        page.line(format!("owner {}; next review {due}", if d.owner.is_empty() { "nobody" } else { &d.owner }));
        if !self.scope.is_empty() {
            page.line(format!("scope {}", self.scope.join(", ")));
        }
        for r in &self.revisions {
            let approved = r.approved_by.as_ref().map(|b| format!(", approved by {b} {}", opt(r.approved_on.as_ref())));
            page.line(format!("revision {} — {}{}", r.label, r.state, approved.unwrap_or_default()));
            for f in &r.files {
                let remark = f.problem.map(|p| format!("  ({p:?})").to_lowercase()).unwrap_or_default();
                page.line(format!("  {}  {} bytes  {}{remark}", f.path, f.size, &f.digest.to_string()[..8]));
            }
        }
        mappings(page, &self.mappings);
        for r in &self.reviews {
            page.line(format!("review {} on {} by {}: {}", r.outcome, r.on, r.reviewer, r.reason));
        }
    }
}

impl Show for Rows<Document> {
    fn show(&self, page: &mut Page) {
        let rows: Vec<[String; 6]> = self
            .rows
            .iter()
            .map(|d| {
                [
                    d.code.clone(),
                    opt(d.revision.as_ref()),
                    d.state.clone(),
                    opt(d.next_review.as_ref()),
                    d.owner.clone(),
                    d.title.clone(),
                ]
            })
            .collect();
        page.table(["code", "rev", "state", "next review", "owner", "title"], &rows);
        page.line(format!("{}.", plural(rows.len(), "document", "documents")));
    }
}

impl Show for RecordShown {
    fn show(&self, page: &mut Page) {
        let r = &self.record;
        page.line(format!("{} {}", r.code, r.title));
        for (name, day) in [
            ("period from", r.period_from),
            ("period to", r.period_to),
            ("collected", r.collected),
            ("filed", Some(r.filed)),
            ("valid until", r.valid_until),
        ] {
            if let Some(day) = day {
                page.line(format!("  {name} {day}"));
            }
        }
        if !self.scope.is_empty() {
            page.line(format!("  scope {}", self.scope.join(", ")));
        }
        if !r.note.is_empty() {
            page.line(format!("  {}", r.note));
        }
        for f in &self.files {
            page.line(format!("  {}  {} bytes  {}", f.path, f.size, &f.digest.to_string()[..8]));
        }
        mappings(page, &self.mappings);
    }
}

impl Show for Rows<Record> {
    fn show(&self, page: &mut Page) {
        let rows: Vec<[String; 5]> = self
            .rows
            .iter()
            .map(|r| {
                [
                    r.code.clone(),
                    r.kind.clone(),
                    opt(r.collected.as_ref()),
                    opt(r.valid_until.as_ref()),
                    r.title.clone(),
                ]
            })
            .collect();
        page.table(["code", "kind", "collected", "valid until", "title"], &rows);
        page.line(format!("{}.", plural(rows.len(), "record", "records")));
    }
}

impl Show for Mapped {
    fn show(&self, page: &mut Page) {
        page.line(format!("{} {}", self.item.code, self.item.title));
        mappings(page, &self.mappings);
        if self.mappings.is_empty() {
            page.line("  mapped to nothing");
        }
    }
}

impl Show for Vec<Proposal> {
    fn show(&self, page: &mut Page) {
        for p in self {
            let through = p.through.as_ref().map(|t| format!(", through {t}")).unwrap_or_default();
            let reason = if p.needs_reason { " (needs a reason)" } else { "" };
            page.line(format!(
                "{} {} — {} to {}{through}{reason}",
                p.reference.short(),
                p.title,
                p.relation,
                p.from.short()
            ));
            for note in &p.notes {
                page.line(format!("    {note}"));
            }
        }
        page.line(match self.len() {
            0 => String::from("Nothing is proposed."),
            n => format!("{} to decide; none counts before it is accepted.", plural(n, "proposal", "proposals")),
        });
    }
}

impl Show for Vec<Coverage> {
    fn show(&self, page: &mut Page) {
        for part in self {
            let at = part.scope.as_ref().map(|s| format!(" at {s}")).unwrap_or_default();
            let s = part.summary;
            page.line(format!(
                "{}{at}, {}: {} of {} clauses covered, {} partly, {} without evidence",
                part.edition, part.day, s.covered, s.clauses, s.partial, s.gap
            ));
            let rows: Vec<[String; 4]> = part
                .rows
                .iter()
                .filter(|r| !r.heading)
                .map(|r| {
                    let state = match r.state {
                        State::Covered => "● covered",
                        State::Partial => "◐ partial",
                        State::Gap => "○ gap",
                        State::OutOfScope => "– out of scope",
                    };
                    [format!("  {}", r.reference.clause), state.into(), r.title.clone(), because(&r.gaps)]
                })
                .collect();
            page.table(["", "", "", ""], &rows);
            page.line("");
        }
    }
}

fn because(gaps: &[Gap]) -> String {
    let words: Vec<String> = gaps
        .iter()
        .filter_map(|g| match g {
            Gap::NothingFiled => None,
            Gap::OnlySupporting => Some("only supporting evidence".into()),
            Gap::NoDocument => Some("no document".into()),
            Gap::NoRecord => Some("no record".into()),
            Gap::OnlyPart => Some("nothing for all of it".into()),
            Gap::NotInDate => Some("draft, overdue or expired".into()),
            Gap::MissingAt { scope } => Some(format!("missing at {}", scope.join(", "))),
        })
        .collect();
    words.join("; ")
}

impl Show for ReviewsDue {
    fn show(&self, page: &mut Page) {
        let rows: Vec<[String; 5]> = self
            .items
            .iter()
            .map(|i| {
                let mark = match i.overdue {
                    Overdue::Yes => "overdue",
                    Overdue::ByOneReading => "overdue by one reading",
                    Overdue::No => "",
                };
                let kind = if i.kind == "document_review" { "review" } else { "expiry" };
                [i.due.to_string(), kind.into(), i.code.clone(), mark.into(), i.title.clone()]
            })
            .collect();
        page.table(["due", "what", "code", "", "title"], &rows);
        page.line(format!(
            "As of {}: {} due, {} overdue, {} unclear.",
            self.day,
            self.items.len(),
            self.overdue,
            self.unclear
        ));
    }
}

impl Show for Hits {
    fn show(&self, page: &mut Page) {
        for h in &self.hits {
            let label = h.revision.as_ref().map(|r| format!(" rev {r}")).unwrap_or_default();
            page.line(format!("{}{label} {}", h.code, h.title));
            page.line(format!("  {}", h.file));
            page.line(format!("  {}", h.snippet));
        }
        page.line(match self.hits.len() {
            0 => String::from("Nothing found. Pictures, locked and damaged files are not searched."),
            n => format!("{}.", plural(n, "hit", "hits")),
        });
    }
}

impl Show for Audit {
    fn show(&self, page: &mut Page) {
        let editions: Vec<String> = self.editions.iter().map(ToString::to_string).collect();
        page.line(format!("{} {} ({})", self.code, self.title, self.kind));
        page.line(format!("  standards {}", editions.join(", ")));
        page.line(format!("  scope {}", if self.scope.is_empty() { "all".into() } else { self.scope.join(", ") }));
        page.line(format!("  period {} – {}", opt(self.period_from.as_ref()), opt(self.period_to.as_ref())));
    }
}

impl Show for Vec<Audit> {
    fn show(&self, page: &mut Page) {
        for audit in self {
            audit.show(page);
        }
        if self.is_empty() {
            page.line("No audits yet: clausebook audit add CODE --title T --standard STD");
        }
    }
}

impl Show for AuditShown {
    fn show(&self, page: &mut Page) {
        self.audit.show(page);
        self.packs.show(page);
    }
}

impl Show for Vec<Pack> {
    fn show(&self, page: &mut Page) {
        let rows: Vec<[String; 4]> = self
            .iter()
            .map(|p| {
                [
                    p.name.clone(),
                    p.day.to_string(),
                    format!("{} files, {} bytes", p.files, p.size),
                    p.sha256.to_string(),
                ]
            })
            .collect();
        page.table(["pack", "as of", "", "sha256"], &rows);
        if rows.is_empty() {
            page.line("No packs issued yet.");
        }
    }
}

impl Show for Built {
    fn show(&self, page: &mut Page) {
        page.line(format!(
            "{}: {} and {}, {} files, {} bytes",
            self.name,
            plural(self.documents, "document", "documents"),
            plural(self.records, "record", "records"),
            self.files,
            self.size
        ));
        for note in &self.notes {
            page.line(format!("  {note}"));
        }
        if self.again {
            page.line("Nothing has changed since this pack was issued: it is the same pack, byte for byte.");
        }
        page.line(format!("sha256 {}", self.sha256));
    }
}

impl Show for Imported {
    fn show(&self, page: &mut Page) {
        page.line(if self.dry_run { "Dry run: nothing was written." } else { "Imported." });
        page.line(format!(
            "{} files: {} with {}, {}, {} from outside, {} known from the list alone; {} system files left out",
            self.files,
            plural(self.documents, "document", "documents"),
            plural(self.revisions, "revision", "revisions"),
            plural(self.records, "record", "records"),
            self.external,
            self.listed_only,
            self.skipped.len()
        ));
        let a = self.added;
        if !self.dry_run {
            page.line(format!(
                "New: {} documents, {} revisions, {} records, {} files",
                a.documents, a.revisions, a.records, a.files
            ));
        }
        if !self.duplicates.is_empty() {
            page.line("");
            page.line(format!("{} of exact copies", plural(self.duplicates.len(), "group", "groups")));
            for group in &self.duplicates {
                page.line(format!("  {}", group.join("\n    = ")));
            }
        }
        if !self.problems.is_empty() {
            page.line("");
            page.line(format!(
                "{} to look at; none stopped the import",
                plural(self.problems.len(), "thing", "things")
            ));
            for p in &self.problems {
                let place = match (p.list, p.row, &p.path) {
                    (Some(list), Some(row), _) => format!("{}, row {row}", list.replace('_', " ")),
                    (_, _, Some(path)) => path.clone(),
                    _ => String::new(),
                };
                page.line(format!("  {place}: {}", p.message));
            }
        }
    }
}

impl Show for Report {
    fn show(&self, page: &mut Page) {
        for c in &self.checks {
            page.line(format!("{} {}: {}", if c.ok { "ok    " } else { "FAILED" }, c.name, c.detail));
        }
        for f in self.findings.iter().skip(1) {
            page.line(format!("       {}", f.message));
        }
        for fact in &self.facts {
            page.line(fact);
        }
        page.line(if self.ok {
            "Everything checked is intact."
        } else {
            "Not everything is intact. Nothing was changed or deleted; bring what is named back from a backup."
        });
    }
}

impl Show for Log {
    fn show(&self, page: &mut Page) {
        for e in &self.entries {
            let event: String = e.event.get().chars().take(140).collect();
            page.line(format!("{:>6}  {}  {}  {event}", e.seq, e.at, e.actor));
        }
        page.line(format!("{} entries, root {}", self.size, self.root));
    }
}

impl Show for CheckpointSigned {
    fn show(&self, page: &mut Page) {
        page.line(&self.checkpoint);
        page.line(format!("Checked with: {}", self.verifier_key));
        page.line("Keep a copy outside of this machine, for example in an e-mail to the auditor.");
    }
}

impl Show for Proof {
    fn show(&self, page: &mut Page) {
        page.line(&self.entry);
        page.line(format!("leaf {}", self.leaf));
        page.line(&self.proof);
    }
}

impl Show for Consistency {
    fn show(&self, page: &mut Page) {
        page.line(format!("{} entries, root {}", self.old, self.old_root));
        page.line(format!("{} entries, root {}", self.new, self.new_root));
        page.line(&self.proof);
        page.line(&self.checkpoint);
    }
}
