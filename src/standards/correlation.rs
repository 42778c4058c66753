//! Which clause of one standard corresponds to which of another. The tables know 20000-1 against each of the
//! others; every other question is answered through them, and says so.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::catalogue::{catalogue, list, read_csv};
use super::reference::{ClauseRef, EditionId, compare_clauses};

/// The standard in the middle: the tables compare it with each of the others.
const MIDDLE: &str = "20000-1";

/// How two clauses relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// Both carry the same common text; each may add to it.
    IdenticalHls,
    /// Partly the same subject; a person has to judge.
    Similar,
    /// Same intent, one side markedly wider.
    Aligned,
    /// The source states that there is no counterpart.
    None,
}

impl Relation {
    /// The name used in answers.
    pub fn name(self) -> &'static str {
        match self {
            Relation::IdenticalHls => "identical_hls",
            Relation::Similar => "similar",
            Relation::Aligned => "aligned",
            Relation::None => "none",
        }
    }
}

/// A row of the correlation table.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct CorrelationRow {
    /// Clause of 20000-1.
    pub clause: String,
    /// The other standard.
    pub other: String,
    /// Its clauses, separated by semicolons.
    pub refs: String,
    /// How they relate.
    pub relation: Relation,
    other_adds: String,
    other_omits: String,
    adds: String,
    also: String,
    supporting: String,
    note: String,
    /// Where the statement comes from.
    pub source: String,
}

/// Every row of the table, for those who want to see all of it.
pub fn correlation_rows() -> &'static [CorrelationRow] {
    static ROWS: OnceLock<Vec<CorrelationRow>> = OnceLock::new();
    ROWS.get_or_init(|| read_csv(include_str!("../../schema/standards/correlation.csv")))
}

/// Whether there is a counterpart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// There is.
    Matched,
    /// The source states that there is none.
    None,
    /// The source says nothing about it.
    NotStated,
}

/// A counterpart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Match {
    /// Clause number or control identifier.
    pub clause: String,
    /// Its title.
    pub title: String,
    /// How the two relate.
    pub relation: Relation,
    /// The group, clause or edition through which it was found; none when directly.
    pub through: Option<String>,
    /// What to look at before relying on it.
    pub notes: Vec<String>,
    /// Where the statement comes from.
    pub source: String,
    /// Whether it is only a member of a group that is itself in the answer.
    #[serde(skip)]
    pub expanded: bool,
}

/// The answer for one edition of another standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// Short number of the standard.
    pub standard: String,
    /// Year.
    pub edition: String,
    /// Whether there is a counterpart.
    pub outcome: Outcome,
    /// The counterparts, direct ones first.
    pub matches: Vec<Match>,
}

/// The counterparts of a clause in the editions asked for; its own standard is passed over.
pub fn correlate(from: &ClauseRef, targets: &[EditionId]) -> Vec<Answer> {
    targets.iter().filter(|t| t.standard != from.standard).map(|t| answer(from, t)).collect()
}

fn answer(from: &ClauseRef, to: &EditionId) -> Answer {
    let (outcome, mut matches) = between(from, to);
    let mut seen: Vec<Match> = Vec::new();
    for m in matches.drain(..) {
        match seen.iter_mut().find(|s| s.clause == m.clause && s.relation == m.relation) {
            // The same statement found twice: the direct way counts, the sources stand together.
            Some(known) if known.through == m.through => {
                if !known.source.contains(&m.source) {
                    known.source = format!("{}; {}", known.source, m.source);
                }
                known.notes.extend(m.notes.into_iter().filter(|n| !n.is_empty()));
                known.notes.dedup();
            }
            Some(known) if known.through.is_some() && m.through.is_none() => *known = m,
            Some(_) => {}
            None => seen.push(m),
        }
    }
    seen.sort_by(|a, b| {
        (a.through.is_some(), a.expanded)
            .cmp(&(b.through.is_some(), b.expanded))
            .then_with(|| compare_clauses(&a.clause, &b.clause))
            .then_with(|| a.relation.cmp(&b.relation))
    });
    Answer { standard: to.standard.clone(), edition: to.edition.clone(), outcome, matches: seen }
}

fn between(from: &ClauseRef, to: &EditionId) -> (Outcome, Vec<Match>) {
    // The tables speak of the guidance's own editions; others are reached through the map between editions.
    let base = base_edition(&from.standard);
    if from.edition_id() != base {
        return from_other_edition(from, to);
    }
    let target_base = base_edition(&to.standard);
    if *to != target_base {
        return to_other_edition(from, to, &target_base);
    }
    if from.standard == MIDDLE {
        outward(from, to)
    } else if to.standard == MIDDLE {
        inward(from, to)
    } else {
        across(from, to)
    }
}

fn base_edition(standard: &str) -> EditionId {
    let editions = catalogue().editions();
    let found = editions.iter().find(|e| e.id.standard == standard && e.default);
    found.map_or_else(|| EditionId { standard: standard.to_owned(), edition: String::new() }, |e| e.id.clone())
}

/// From 20000-1: its own row; else the row of the clause above it; else the rows of the clauses below.
fn outward(from: &ClauseRef, to: &EditionId) -> (Outcome, Vec<Match>) {
    let rows_of = |clause: &str| -> Vec<&'static CorrelationRow> {
        correlation_rows().iter().filter(|r| r.other == to.standard && r.clause == clause).collect()
    };
    let own = rows_of(&from.clause);
    if !own.is_empty() {
        return collect(&own, from, to, None);
    }
    for above in catalogue().ancestors(from) {
        let rows = rows_of(&above.reference.clause);
        if !rows.is_empty() {
            return collect(&rows, from, to, Some(above.reference.short()));
        }
    }
    let mut matches = Vec::new();
    let mut stated = false;
    for below in catalogue().below(from) {
        let rows = rows_of(&below.clause);
        stated |= !rows.is_empty();
        matches.extend(collect(&rows, &below, to, Some(below.short())).1);
    }
    (outcome(&matches, stated), matches)
}

fn outcome(matches: &[Match], stated_none: bool) -> Outcome {
    match (matches.is_empty(), stated_none) {
        (false, _) => Outcome::Matched,
        (true, true) => Outcome::None,
        (true, false) => Outcome::NotStated,
    }
}

fn collect(
    rows: &[&'static CorrelationRow],
    from: &ClauseRef,
    to: &EditionId,
    through: Option<String>,
) -> (Outcome, Vec<Match>) {
    let mut matches = Vec::new();
    for row in rows.iter().filter(|r| r.relation != Relation::None) {
        for clause in list(&row.refs) {
            let target = at(to, clause);
            matches.push(found(&target, row, from, through.clone(), false));
            // A group reference is followed by the controls in it (R19).
            if clause.starts_with("A.") {
                for member in catalogue().below(&target) {
                    matches.push(found(&member, row, from, Some(clause.to_owned()), true));
                }
            }
        }
    }
    (outcome(&matches, true), matches)
}

fn at(edition: &EditionId, clause: &str) -> ClauseRef {
    ClauseRef { standard: edition.standard.clone(), edition: edition.edition.clone(), clause: clause.to_owned() }
}

fn found(target: &ClauseRef, row: &CorrelationRow, from: &ClauseRef, through: Option<String>, expanded: bool) -> Match {
    Match {
        clause: target.clause.clone(),
        title: title(target),
        relation: row.relation,
        through,
        notes: notes(row, from, target),
        source: row.source.clone(),
        expanded,
    }
}

fn title(reference: &ClauseRef) -> String {
    catalogue().clause(reference).map(|c| c.title.clone()).unwrap_or_default()
}

/// What belongs before the eyes of whoever relies on a match (R15, R22, R29, R140–R146).
fn notes(row: &CorrelationRow, from: &ClauseRef, target: &ClauseRef) -> Vec<String> {
    let mut notes = Vec::new();
    let mut say = |yes: bool, text: String| {
        if yes {
            notes.push(text);
        }
    };
    let other = &row.other;
    say(!row.note.is_empty(), row.note.clone());
    if row.relation == Relation::IdenticalHls {
        say(row.other_adds == "yes", format!("{other} adds to the common text: that part stays open."));
        say(row.adds == "yes", "20000-1 adds to the common text: that part stays open.".to_string());
        say(row.other_omits == "yes", format!("{other} leaves out a part of the common text."));
    } else {
        say(true, String::from("Not equal: a person decides, with a reason."));
    }
    say(!row.also.is_empty(), format!("{other} {} can relate too, for a part of it.", row.also));
    say(!row.supporting.is_empty(), format!("Support only, no equivalent: {}.", row.supporting));
    let refs: Vec<&str> = list(&row.refs).collect();
    say(
        row.refs != target.clause && refs.len() > 1 && !target.clause.starts_with("A."),
        format!("One of {} counterparts of 20000-1 {}: {}.", refs.len(), row.clause, refs.join(", ")),
    );
    let group = catalogue().children(&at(&target.edition_id(), &target.clause)).len();
    say(
        target.clause.starts_with("A.") && group > 0,
        format!("{} is a group: it is wider than the match.", target.clause),
    );
    let twin = ClauseRef { clause: from.clause.clone(), ..target.clone() };
    say(
        twin.clause != target.clause
            && !refs.contains(&twin.clause.as_str())
            && from.standard != target.standard
            && catalogue().clause(&twin).is_some(),
        format!("{} {} shares only the number.", target.standard, twin.clause),
    );
    let both = correlation_rows()
        .iter()
        .filter(|r| r.clause == row.clause && r.other == row.other && list(&r.refs).eq(list(&row.refs)))
        .count();
    say(both > 1, String::from("The source calls this identical in one table and similar in another."));
    say(
        row.source.starts_with("derived"),
        String::from("Derived from other parts of the source, not a table of its own."),
    );
    notes
}

/// To 20000-1: exact hits first, then hits through the control's objective or domain, then, for a group, hits
/// on its members. Nothing is inherited from a clause above in 9001.
fn inward(from: &ClauseRef, to: &EditionId) -> (Outcome, Vec<Match>) {
    let rows: Vec<&'static CorrelationRow> =
        correlation_rows().iter().filter(|r| r.other == from.standard && r.relation != Relation::None).collect();
    let mut matches = Vec::new();
    let mut take = |clause: &str, through: Option<String>| {
        for row in rows.iter().filter(|r| list(&r.refs).any(|c| c == clause)) {
            matches.push(found(&at(to, &row.clause), row, from, through.clone(), false));
        }
    };
    take(&from.clause, None);
    if from.clause.starts_with("A.") {
        for above in catalogue().ancestors(from) {
            take(&above.reference.clause, Some(above.reference.clause.clone()));
        }
    }
    let group = from.clause.starts_with("A.") || !from.clause.contains('.');
    if group {
        for below in catalogue().below(from) {
            take(&below.clause, Some(below.clause.clone()));
        }
    }
    let outcome = if matches.is_empty() { stated(from, &to.standard) } else { Outcome::Matched };
    (outcome, matches)
}

/// Whether the source states that a clause has no counterpart, or says nothing. What it says of a whole, it says
/// of its parts, exceptions aside.
fn stated(from: &ClauseRef, to: &str) -> Outcome {
    let chain: Vec<String> = std::iter::once(from.clause.clone())
        .chain(catalogue().ancestors(from).iter().map(|c| c.reference.clause.clone()))
        .collect();
    for clause in &chain {
        for row in catalogue().specific.iter().filter(|s| s.standard == from.standard && s.clause == *clause) {
            if row.list == "seed_silent" {
                return Outcome::NotStated;
            }
            if list(&row.no_counterpart_in).any(|s| s == to) && !list(&row.exceptions).any(|e| e == from.clause) {
                return Outcome::None;
            }
        }
    }
    Outcome::NotStated
}

/// 9001 ↔ 27001: the link runs through 20000-1 and is as weak as its weaker half (R14).
fn across(from: &ClauseRef, to: &EditionId) -> (Outcome, Vec<Match>) {
    let middle = base_edition(MIDDLE);
    let mut matches = Vec::new();
    for first in inward(from, &middle).1 {
        for second in outward(&at(&middle, &first.clause), to).1 {
            let mut notes = vec![format!("Indirect: the link runs through 20000-1 {}.", first.clause)];
            notes.extend(first.notes.iter().chain(&second.notes).cloned());
            matches.push(Match {
                relation: first.relation.max(second.relation),
                through: Some(format!("{MIDDLE} {}", first.clause)),
                notes,
                source: format!("{}; {}", first.source, second.source),
                ..second
            });
        }
    }
    (outcome(&matches, false), matches)
}

/// From an edition outside the tables: through what the clause was before, or became.
fn from_other_edition(from: &ClauseRef, to: &EditionId) -> (Outcome, Vec<Match>) {
    let mut matches = Vec::new();
    let mut none = false;
    for earlier in catalogue().predecessors(from) {
        let (outcome, found) = between(&earlier, to);
        none |= outcome == Outcome::None;
        matches.extend(found.into_iter().map(|m| Match {
            through: Some(m.through.map_or_else(|| earlier.to_string(), |t| format!("{earlier}, {t}"))),
            ..m
        }));
    }
    (outcome(&matches, none), matches)
}

fn to_other_edition(from: &ClauseRef, to: &EditionId, base: &EditionId) -> (Outcome, Vec<Match>) {
    let (outcome, found) = between(from, base);
    let mut matches = Vec::new();
    for m in found {
        let earlier = at(base, &m.clause);
        for later in catalogue().successors(&earlier).into_iter().filter(|r| r.edition_id() == *to) {
            matches.push(Match {
                title: title(&later),
                clause: later.clause,
                through: Some(earlier.to_string()),
                ..m.clone()
            });
        }
    }
    (if matches.is_empty() && outcome == Outcome::Matched { Outcome::NotStated } else { outcome }, matches)
}
