//! Of which edition a list speaks, and which control a row means. Numbers alone do not tell: 5.1 is a control of 2022, a group
//! of 2013 and a clause of the text. Titles, neighbours and the whole list vote.

use std::collections::BTreeSet;

use super::number::Number;
use crate::standards::{ClauseRef, EditionId, Kind, catalogue};
use crate::text::fold;

/// From here on a title is that of a control.
const SAME: f32 = 0.6;
/// So much closer a title must be than that of another.
const CLOSER: f32 = 0.2;

/// Whose number a row has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// A control, with what decided where its number alone does not.
    Control(ClauseRef, Option<&'static str>),
    /// A group of controls.
    Group(ClauseRef),
    /// A clause of the standard's text.
    Clause(ClauseRef),
    /// One of several controls.
    Unsure(Vec<ClauseRef>),
    /// A number that no edition has.
    Unknown,
}

/// How alike two titles are, by their words.
pub(super) fn alike(one: &str, other: &str) -> f32 {
    let words = |text: &str| -> BTreeSet<String> {
        let text = fold(text).replace('ß', "ss");
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2).map(str::to_owned).collect()
    };
    let (one, other) = (words(one), words(other));
    if one.is_empty() || other.is_empty() {
        return 0.0;
    }
    one.intersection(&other).count() as f32 * 2.0 / (one.len() + other.len()) as f32
}

fn control(edition: &EditionId, number: &Number) -> Option<ClauseRef> {
    let reference = edition.at(number.control());
    catalogue().clause(&reference).filter(|clause| clause.kind == Kind::Control).map(|_| reference)
}

/// How much a title speaks for a clause or control.
fn titled(reference: &ClauseRef, titles: &[&str]) -> f32 {
    let name = catalogue().title(reference);
    titles.iter().map(|title| alike(title, &name)).fold(0.0, f32::max)
}

/// The editions of a standard.
pub(super) fn editions(of: &EditionId) -> Vec<EditionId> {
    catalogue().editions().iter().map(|known| known.id.clone()).filter(|id| id.standard == of.standard).collect()
}

/// The edition of which most rows speak; where that is open, the one that is held.
pub(super) fn of_list<'a>(
    rows: impl Iterator<Item = (&'a Number, Vec<&'a str>)>,
    named: &[&str],
    held: &EditionId,
) -> EditionId {
    let all = editions(held);
    let mut votes = vec![0.0_f32; all.len()];
    for (number, titles) in rows {
        for (vote, edition) in votes.iter_mut().zip(&all) {
            if number.year.as_deref() == Some(edition.edition.as_str()) {
                *vote += 3.0;
            }
            if let Some(reference) = control(edition, number) {
                *vote += 1.0 + titled(&reference, &titles) * 2.0;
            }
        }
    }
    let most = votes.iter().copied().fold(0.0, f32::max);
    // What the file, its sheets and columns are called counts as much as a fifth of the rows.
    for (vote, edition) in votes.iter_mut().zip(&all) {
        if named.iter().any(|name| name.contains(&edition.edition)) {
            *vote += (most * 0.2).max(1.0);
        }
    }
    let best = votes.iter().copied().fold(0.0, f32::max);
    let first = all.iter().zip(&votes).filter(|(_, vote)| **vote >= best).map(|(edition, _)| edition);
    let of_best: Vec<&EditionId> = first.collect();
    if best == 0.0 || of_best.contains(&held) {
        return held.clone();
    }
    of_best.first().map_or_else(|| held.clone(), |edition| (*edition).clone())
}

/// What is known when a row is looked at.
pub(super) struct Around<'a> {
    /// The edition of the list.
    pub(super) edition: &'a EditionId,
    /// The control of the row before.
    pub(super) before: Option<&'a ClauseRef>,
    /// Whether an earlier row has this control.
    pub(super) had: &'a BTreeSet<ClauseRef>,
}

/// Which control a row means.
pub(super) fn target(number: &Number, titles: &[&str], around: &Around<'_>) -> Target {
    let edition = around.edition;
    let longer = number.longer();
    let both: Vec<ClauseRef> =
        [Some(number), longer.as_ref()].into_iter().flatten().filter_map(|n| control(edition, n)).collect();
    let clause = Some(edition.at(number.clause())).filter(|at| !number.annex && catalogue().clause(at).is_some());
    let of_clause = clause.as_ref().map_or(0.0, |clause| titled(clause, titles));
    let of_controls = both.iter().map(|one| titled(one, titles)).fold(0.0, f32::max);
    if let Some(clause) = clause.clone().filter(|_| of_clause >= SAME && of_clause > of_controls + CLOSER) {
        return Target::Clause(clause);
    }
    match both.as_slice() {
        [] => elsewhere(number, titles, edition, clause),
        [one] => Target::Control(one.clone(), None),
        [one, two, ..] => of_two(one, two, titles, around),
    }
}

/// 5.1, where a program may have shortened 5.10: the title tells, then the order of the rows.
fn of_two(short: &ClauseRef, long: &ClauseRef, titles: &[&str], around: &Around<'_>) -> Target {
    let (of_short, of_long) = (titled(short, titles), titled(long, titles));
    if of_short >= SAME && of_short > of_long + CLOSER {
        return Target::Control(short.clone(), None);
    }
    if of_long >= SAME && of_long > of_short + CLOSER {
        return Target::Control(long.clone(), Some("read_by_title"));
    }
    let place = |reference: &ClauseRef| reference.clause.rsplit('.').next().and_then(|n| n.parse::<u32>().ok());
    let group = |reference: &ClauseRef| reference.clause.rsplit_once('.').map(|(group, _)| group.to_owned());
    let before = around.before.filter(|before| group(before) == group(short)).and_then(place);
    let follows = |reference: &ClauseRef| place(reference) == Some(before.unwrap_or_default() + 1);
    if follows(short) && !around.had.contains(short) {
        Target::Control(short.clone(), None)
    } else if follows(long) && !around.had.contains(long) {
        Target::Control(long.clone(), Some("read_by_order"))
    } else {
        Target::Unsure(vec![short.clone(), long.clone()])
    }
}

/// A number that the list's edition has no control for.
fn elsewhere(number: &Number, titles: &[&str], edition: &EditionId, clause: Option<ClauseRef>) -> Target {
    let group = edition.at(number.control());
    let known = catalogue().clause(&group).is_some();
    // Of a group and a clause with the same number the title decides; without one it is the clause, since groups are headings.
    let of_group = if known { titled(&group, titles) } else { 0.0 };
    match clause {
        Some(clause) if !known || titled(&clause, titles) >= of_group.max(0.01) => return Target::Clause(clause),
        _ if known => return Target::Group(group),
        _ => {}
    }
    let others = editions(edition).into_iter().filter(|other| other != edition);
    let found: Vec<ClauseRef> = others.filter_map(|other| control(&other, number)).collect();
    let groups = editions(edition).into_iter().map(|other| other.at(number.control()));
    match found.as_slice() {
        [one] if number.annex || titled(one, titles) >= SAME || number.parts.len() > 2 => {
            Target::Control(one.clone(), Some("other_edition"))
        }
        [] => groups.into_iter().find(|at| catalogue().clause(at).is_some()).map_or(Target::Unknown, Target::Group),
        all => Target::Unsure(all.to_vec()),
    }
}

/// The controls from one to another in the order of their edition; none where that is no order.
pub(super) fn between(from: &ClauseRef, to: &ClauseRef) -> Vec<ClauseRef> {
    let edition = from.edition_id();
    if edition != to.edition_id() {
        return Vec::new();
    }
    let controls = catalogue().clauses(&edition).filter(|clause| clause.kind == Kind::Control);
    let all: Vec<&ClauseRef> = controls.map(|clause| &clause.reference).collect();
    let place = |wanted: &ClauseRef| all.iter().position(|one| *one == wanted);
    match (place(from), place(to)) {
        (Some(from), Some(to)) if from <= to => all[from..=to].iter().map(|one| (*one).clone()).collect(),
        _ => Vec::new(),
    }
}

/// What a control of another edition is in the one that is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Counterpart {
    /// It is of that edition.
    Same,
    /// One became one.
    One(ClauseRef),
    /// Several became one.
    Merged(ClauseRef),
    /// One became several.
    Several(Vec<ClauseRef>),
    /// It has none.
    Nothing,
}

/// Carries a control over to the edition that is held.
pub(super) fn carried(reference: &ClauseRef, held: &EditionId) -> Counterpart {
    if reference.edition_id() == *held {
        return Counterpart::Same;
    }
    let of = |found: Vec<&ClauseRef>, edition: &EditionId| -> Vec<ClauseRef> {
        found.into_iter().filter(|one| one.edition_id() == *edition).cloned().collect()
    };
    let forth = of(catalogue().successors(reference), held);
    let forward = !forth.is_empty();
    let there = if forward { forth } else { of(catalogue().predecessors(reference), held) };
    match there.as_slice() {
        [] => Counterpart::Nothing,
        [one] => {
            let back = if forward { catalogue().predecessors(one) } else { catalogue().successors(one) };
            let alone = of(back, &reference.edition_id()).len() == 1;
            if alone { Counterpart::One(one.clone()) } else { Counterpart::Merged(one.clone()) }
        }
        _ => Counterpart::Several(there),
    }
}

/// The controls of the edition that is held that a control of any edition is there.
pub(super) fn held_of(reference: &ClauseRef, held: &EditionId) -> Vec<ClauseRef> {
    match carried(reference, held) {
        Counterpart::Same => vec![reference.clone()],
        Counterpart::One(one) | Counterpart::Merged(one) => vec![one],
        Counterpart::Several(all) => all,
        Counterpart::Nothing => Vec::new(),
    }
}
