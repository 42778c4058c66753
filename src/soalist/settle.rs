//! Rows about the same control: repeated, contradicting each other, or become one with the edition. One is taken, the others
//! are said.

use std::collections::{BTreeMap, BTreeSet};

use super::edition::{Counterpart, carried};
use super::model::{Answers, DoubtKind, ListedNote, Outcome};
use super::plan::Planned;
use super::said::doubt;
use crate::applicability::{Change, Decision, Ground};
use crate::standards::{ClauseRef, catalogue};

/// Settles them among each other.
/// `stands` is what is decided already: an answer that was given once is not asked for again.
pub(super) fn settle(rows: &mut [Planned], answers: &Answers, stands: &Standing) {
    settled(rows, stands);
    merged(rows);
    together(rows);
    let mut about: BTreeMap<ClauseRef, Vec<usize>> = BTreeMap::new();
    for (n, row) in rows.iter().enumerate().filter(|(_, row)| row.shown.outcome == Outcome::Decided) {
        for reference in &row.on {
            about.entry(reference.clone()).or_default().push(n);
        }
    }
    for same in about.into_values().filter(|same| same.len() > 1) {
        duplicates(rows, &same, answers, stands);
    }
    contradicted(rows, answers, stands);
}

/// A row decides nothing that another one contradicts, be that only asked: one of another edition, whose control became this one
/// with others, or one on a group.
fn contradicted(rows: &mut [Planned], answers: &Answers, stands: &Standing) {
    let which = [DoubtKind::Merged, DoubtKind::Split, DoubtKind::Group];
    let open = |row: &&Planned| {
        let mut holding = row.shown.doubts.iter().filter(|doubt| doubt.holds && doubt.answer.is_none());
        row.shown.outcome == Outcome::Asked && holding.any(|doubt| which.contains(&doubt.what))
    };
    let asked: Vec<(String, Vec<ClauseRef>, Change)> =
        rows.iter().filter(open).map(|row| (row.shown.key.clone(), row.may_be.clone(), row.change.clone())).collect();
    for row in rows.iter_mut().filter(|row| row.shown.outcome == Outcome::Decided) {
        if stand(&row.change, &row.on, stands) {
            continue;
        }
        let against = |(_, may_be, change): &&(String, Vec<ClauseRef>, Change)| {
            may_be.iter().any(|one| row.on.contains(one)) && contradict(change, &row.change)
        };
        let others: Vec<&str> = asked.iter().filter(against).map(|(key, ..)| key.as_str()).collect();
        if others.is_empty() || row.shown.doubts.iter().any(|doubt| doubt.what == DoubtKind::Duplicate) {
            continue;
        }
        let answered = answers.get(&row.shown.key).map_or(&[][..], Vec::as_slice);
        let asked = doubt(DoubtKind::Duplicate, others.join(", "), &["take", "leave"], answered);
        match asked.answer.as_deref() {
            Some("take") => {}
            Some(_) => {
                row.shown.outcome = Outcome::LeftOut;
                row.shown.why = Some("answered");
            }
            None => row.shown.outcome = Outcome::Asked,
        }
        row.shown.doubts.push(asked);
    }
}

/// Whether two rows say otherwise of whether something applies or is in place.
fn contradict(one: &Change, other: &Change) -> bool {
    fn differ<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
        one.zip(other).is_some_and(|(one, other)| one != other)
    }
    differ(one.applies, other.applies) || differ(one.implemented, other.implemented)
}

/// What is decided already.
pub(super) type Standing = BTreeMap<ClauseRef, Decision>;

/// Whether a row says of all these controls what stands.
fn stand(change: &Change, on: &[ClauseRef], stands: &Standing) -> bool {
    fn same<T: PartialEq>(said: Option<&T>, stands: &T) -> bool {
        said.is_none_or(|said| said == stands)
    }
    let sorted = |grounds: &[Ground]| grounds.iter().copied().collect::<BTreeSet<_>>();
    let one = |reference: &ClauseRef| {
        stands.get(reference).is_some_and(|is| {
            change.applies == Some(is.applies)
                && same(change.reason.as_ref(), &is.reason)
                && change.grounds.as_ref().is_none_or(|said| sorted(said) == sorted(&is.grounds))
                && same(change.risks.as_ref(), &is.risks)
                && change.implemented.is_none_or(|said| Some(said) == is.implemented)
                && same(change.reach.as_ref(), &is.reach)
                && same(change.owner.as_ref(), &is.owner)
        })
    };
    !on.is_empty() && on.iter().all(one)
}

/// Rows that ask on which controls they decide, and say of some of them what stands: that was answered before.
fn settled(rows: &mut [Planned], stands: &Standing) {
    let which = [DoubtKind::WhichControl, DoubtKind::Merged, DoubtKind::Split, DoubtKind::Group];
    let mut found: Vec<(usize, Vec<ClauseRef>)> = Vec::new();
    for (n, row) in rows.iter().enumerate().filter(|(_, row)| row.shown.outcome == Outcome::Asked) {
        let mut open = row.shown.doubts.iter().filter(|doubt| doubt.holds && doubt.answer.is_none());
        let (Some(only), None) = (open.next(), open.next()) else { continue };
        let there = row.may_be.iter().filter(|one| stand(&row.change, std::slice::from_ref(*one), stands));
        let on: Vec<ClauseRef> = there.cloned().collect();
        let enough = match only.what {
            DoubtKind::Group => on.len() == row.may_be.len(),
            DoubtKind::Split => !on.is_empty(),
            _ => on.len() == 1,
        };
        if which.contains(&only.what) && enough {
            found.push((n, on));
        }
    }
    // Of several rows that became one, all may say what stands: then they agree, and that is settled below.
    let times = |to: &[ClauseRef]| found.iter().filter(|(_, on)| on == to).count();
    let once: Vec<_> = found.iter().filter(|(_, on)| times(on) == 1).cloned().collect();
    for (n, on) in once {
        let row = &mut rows[n];
        for doubt in row.shown.doubts.iter_mut().filter(|doubt| doubt.holds && doubt.answer.is_none()) {
            doubt.answer = Some(if on.len() == 1 { on[0].clause.clone() } else { String::from("each") });
        }
        row.on = on;
        row.shown.outcome = Outcome::Decided;
    }
}

/// Of several controls that became one, one that was answered settles the others.
fn merged(rows: &mut [Planned]) {
    let target = |row: &Planned| {
        let asked = row.shown.doubts.iter().find(|doubt| doubt.what == DoubtKind::Merged)?;
        let taken = row.shown.outcome == Outcome::Decided && asked.answer.is_some();
        Some((row.may_be.first()?.clone(), taken))
    };
    let taken: Vec<ClauseRef> = rows.iter().filter_map(target).filter(|(_, taken)| *taken).map(|(to, _)| to).collect();
    for row in rows.iter_mut().filter(|row| row.shown.outcome == Outcome::Asked) {
        if target(row).is_some_and(|(to, _)| taken.contains(&to)) {
            row.shown.outcome = Outcome::LeftOut;
            row.shown.why = Some("other_row");
        }
    }
}

/// Several controls that became one, whose rows agree, decide together: where each of them has its row and says the same of
/// what applies and is in place, with the reasons, grounds and risks of all. Where they differ, a person says.
fn together(rows: &mut [Planned]) {
    let mut about: BTreeMap<ClauseRef, Vec<usize>> = BTreeMap::new();
    for (n, row) in rows.iter().enumerate().filter(|(_, row)| row.shown.outcome == Outcome::Asked) {
        let only = row.shown.doubts.iter().all(|doubt| doubt.what == DoubtKind::Merged && doubt.answer.is_none());
        if let Some(to) = row.may_be.first().filter(|_| only && !row.shown.doubts.is_empty()) {
            about.entry(to.clone()).or_default().push(n);
        }
    }
    for (to, same) in about {
        let listed: BTreeSet<&ClauseRef> = same.iter().filter_map(|n| rows[*n].shown.listed_as.as_ref()).collect();
        let Some(edition) = listed.first().map(|one| one.edition_id()) else { continue };
        let known = [catalogue().predecessors(&to), catalogue().successors(&to)].concat();
        // One that became several is asked for itself.
        let several = |one: &ClauseRef| matches!(carried(one, &to.edition_id()), Counterpart::Several(_));
        let mut known = known.into_iter().filter(|one| one.edition_id() == edition);
        let whole = known.all(|one| listed.contains(one) || several(one));
        let changes: Vec<&Change> = same.iter().map(|n| &rows[*n].change).collect();
        let Some(change) = joined(&changes).filter(|_| whole) else { continue };
        let numbers: Vec<String> = listed.iter().map(|one| one.dated()).collect();
        for (place, n) in same.iter().enumerate() {
            let row = &mut rows[*n];
            row.shown.doubts.clear();
            if place == 0 {
                let words = numbers.join(", ");
                row.shown.notes.push(ListedNote { what: "became_one", words });
                row.change = change.clone();
                row.on = vec![to.clone()];
                row.shown.outcome = Outcome::Decided;
            } else {
                row.shown.outcome = Outcome::LeftOut;
                row.shown.why = Some("together");
            }
        }
    }
}

/// What rows say together; none where they differ.
fn joined(changes: &[&Change]) -> Option<Change> {
    let (first, others) = changes.split_first()?;
    let alike = |one: &Change| {
        (one.applies, one.implemented, &one.reach, &one.owner)
            == (first.applies, first.implemented, &first.reach, &first.owner)
    };
    if !others.iter().all(|one| alike(one)) {
        return None;
    }
    let mut reasons: Vec<&str> = Vec::new();
    for reason in changes.iter().filter_map(|one| one.reason.as_deref()) {
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    Some(Change {
        reason: Some(reasons.join("; ")).filter(|reason| !reason.is_empty()),
        grounds: union(changes.iter().filter_map(|one| one.grounds.as_deref())),
        risks: union(changes.iter().filter_map(|one| one.risks.as_deref())),
        ..(*first).clone()
    })
}

fn union<'a, T: Clone + PartialEq + 'a>(lists: impl Iterator<Item = &'a [T]>) -> Option<Vec<T>> {
    let mut all: Vec<T> = Vec::new();
    for one in lists.flatten() {
        if !all.contains(one) {
            all.push(one.clone());
        }
    }
    Some(all).filter(|all| !all.is_empty())
}

fn duplicates(rows: &mut [Planned], same: &[usize], answers: &Answers, stands: &Standing) {
    let Some((first, others)) = same.split_first() else { return };
    if others.iter().all(|n| rows[*n].change == rows[*first].change) {
        for n in others.iter().filter(|n| rows[**n].on == rows[*first].on).copied().collect::<Vec<_>>() {
            let n = &n;
            rows[*n].shown.outcome = Outcome::LeftOut;
            rows[*n].shown.why = Some("repeated");
        }
        return;
    }
    let keys: Vec<String> = same.iter().map(|n| rows[*n].shown.key.clone()).collect();
    let mut taken = Vec::new();
    for n in same {
        let row = &mut rows[*n];
        let answered = answers.get(&row.shown.key).map_or(&[][..], Vec::as_slice);
        let others: Vec<&str> = keys.iter().map(String::as_str).filter(|key| *key != row.shown.key).collect();
        let asked = doubt(DoubtKind::Duplicate, others.join(", "), &["take", "leave"], answered);
        match asked.answer.as_deref() {
            Some("take") => taken.push(*n),
            Some(_) => {
                row.shown.outcome = Outcome::LeftOut;
                row.shown.why = Some("answered");
            }
            None => {}
        }
        if !row.shown.doubts.iter().any(|known| known.what == DoubtKind::Duplicate) {
            row.shown.doubts.push(asked);
        }
    }
    let asked_now = same.iter().all(|n| rows[*n].shown.outcome == Outcome::Decided);
    let standing: Vec<usize> = same.iter().copied().filter(|n| stand(&rows[*n].change, &rows[*n].on, stands)).collect();
    if let ([], true, [one]) = (taken.as_slice(), asked_now, standing.as_slice()) {
        for n in same {
            rows[*n].shown.doubts.retain(|doubt| doubt.what != DoubtKind::Duplicate);
        }
        taken.push(*one);
    }
    let open: Vec<usize> = same.iter().copied().filter(|n| rows[*n].shown.outcome == Outcome::Decided).collect();
    // One that is asked about another control of the same row still contradicts.
    let waits = same.iter().any(|n| rows[*n].shown.outcome == Outcome::Asked);
    match (taken.as_slice(), open.as_slice()) {
        ([one], _) | ([], [one]) if !waits || !taken.is_empty() => {
            for n in open.iter().filter(|n| *n != one) {
                rows[*n].shown.outcome = Outcome::LeftOut;
                rows[*n].shown.why = Some("other_row");
            }
        }
        _ => {
            for n in &open {
                rows[*n].shown.outcome = Outcome::Asked;
            }
        }
    }
}
