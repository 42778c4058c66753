//! The versions of a document as revisions: what each is called, and of which of them the list speaks.

use super::document_file::DocumentFile;
use super::doubts;
use super::families::Family;
use super::input::ImportInput;
use super::model::{Doubt, ImportPlan, PlannedRevision};
use super::standing::Claim;
use crate::day::Due;
use crate::import::master::MasterRow;
use crate::import::oddities;
use crate::import::problem::{Problem, Said as Oddity};
use crate::questions::{Reading, Said};
use crate::reading::{Control, due, same_version};
use crate::words::{Header, State, state};

/// The revisions of a document, oldest first, with what has to be asked of its approval. `current` is where its newest stands
/// by list and file; `silent` says that neither says a word of that.
pub(super) fn revisions(
    input: &ImportInput<'_>,
    family: &Family<'_>,
    row: Option<&MasterRow>,
    current: &'static str,
    silent: bool,
) -> (Vec<PlannedRevision>, Option<Doubt>) {
    let newest = family.versions.len().saturating_sub(1);
    let of = spoken_of(family, row);
    let mut doubt = None;
    let mut out: Vec<PlannedRevision> = Vec::new();
    for (place, (label, files)) in family.versions.iter().enumerate() {
        let own = files.iter().find_map(|f| f.control.as_ref());
        let path = files.first().map(|f| f.found.path.as_str()).unwrap_or_default();
        let own_state = own.and_then(|c| c.status.as_deref()).and_then(state);
        let listed = row.filter(|_| of == Some(place));
        let held = row.filter(|_| current == "effective");
        let mut revision = PlannedRevision {
            label: label.clone(),
            state: match place == newest {
                // Of another version than the list speaks of only its file can say that it is in force.
                true if listed.is_none() && held.is_some() && own_state != Some(State::Effective) => "draft",
                true => current,
                false if listed.is_some() && held.is_some() => "effective",
                false if replaced(files, own_state) || current == "superseded" => "superseded",
                // Its own words stay behind what a list says of another version.
                false if row.is_none() && own_state == Some(State::Effective) => "effective",
                // A newer one that is in force replaces it; a newer draft replaces nothing.
                false => "draft",
            },
            files: files.iter().map(|f| f.found.path.clone()).collect(),
            approver: String::new(),
            approved_on: None,
            effective_from: None,
            label_by: label_by(family, row, place),
        };
        let claim = claim(input, listed, own, path);
        let asked = claim.settle(&mut revision, silent && place == newest && (row.is_none() || listed.is_some()));
        if place == newest {
            doubt = asked;
        } else if asked.is_some() {
            revision.state = "draft";
        }
        out.push(revision);
    }
    if let (None, Some(row), Some(last), "effective") = (&doubt, row, out.last(), current)
        && last.state == "draft"
    {
        let path = last.files.first().map(String::as_str).unwrap_or_default();
        let cell = doubts::cell(input, row, Header::Version);
        let said = cell.into_iter().chain([Said::file(path, "version", &last.label)]).collect();
        doubt = Some(doubts::status(said, &[Reading::InForce, Reading::Kept]));
    }
    // Beside versions that are stated, nobody knows how old one is that states none.
    let unstated = out.iter().position(|revision| revision.label_by == "nobody").filter(|_| out.len() > 1);
    if let (Some(place), Some(last), None) = (unstated, out.last_mut(), &doubt)
        && last.state == "effective"
        && row.is_none_or(|row| row.version.is_none())
    {
        last.state = "draft";
        let (label, path) = (last.label.clone(), last.files.first().cloned().unwrap_or_default());
        let without = out.get(place).and_then(|r| r.files.first()).map(String::as_str).unwrap_or_default();
        let name = without.rsplit('/').next().unwrap_or(without);
        let said = vec![Said::file(without, "version", name), Said::file(path, "version", label)];
        doubt = Some(doubts::status(said, &[Reading::InForce, Reading::Kept]));
    }
    // What is in force is in force once, and what is older than it was replaced by it.
    if let Some(held) = out.iter().rposition(|revision| revision.state == "effective") {
        out.iter_mut().take(held).for_each(|revision| revision.state = "superseded");
    }
    (out, doubt)
}

/// Whether files say that they are out of use, or lie where such lie.
fn replaced(files: &[DocumentFile<'_>], own: Option<State>) -> bool {
    own.is_some_and(State::out_of_use) || files.iter().all(|file| file.obsolete() || file.put_aside().is_some())
}

/// The place of the version of which the list speaks: the newest where it names none.
fn spoken_of(family: &Family<'_>, row: Option<&MasterRow>) -> Option<usize> {
    match row?.version.as_deref() {
        Some(version) => family.versions.iter().position(|(label, _)| same_version(label, version)),
        None => family.versions.len().checked_sub(1),
    }
}

/// Who says how a version is called.
fn label_by(family: &Family<'_>, row: Option<&MasterRow>, place: usize) -> &'static str {
    let Some((label, files)) = family.versions.get(place) else { return "nobody" };
    let listed = row.and_then(|row| row.version.as_deref()).is_some_and(|version| same_version(version, label));
    match files.iter().any(|file| file.version().is_some()) {
        true => "file",
        false if listed => "list",
        false => "nobody",
    }
}

/// What the list, or else the file, says of the approval of a version.
fn claim(input: &ImportInput<'_>, listed: Option<&MasterRow>, own: Option<&Control>, path: &str) -> Claim {
    let cell = |header| listed.and_then(|row| doubts::cell(input, row, header));
    let said = |words: Option<&String>, what: &str| words.map(|words| Said::file(path, what, words));
    let of = |field: fn(&Control) -> Option<&String>, what| own.and_then(|own| said(field(own), what));
    let past = |due: Due| due.earliest() <= input.today;
    let date = || of(|c| c.date.as_ref(), "date").filter(|said| due(&said.words).is_some_and(past));
    let approved = || of(|c| c.approved_on.as_ref(), "approved_on");
    // A version's own day is that of its approval where nothing else is said, but no reason to ask.
    let own_day = || approved().or_else(date);
    let approver = cell(Header::Approver).or_else(|| of(|c| c.approver.as_ref(), "approver"));
    Claim {
        approver: approver.filter(|said| said.words.contains(char::is_alphanumeric)),
        day: cell(Header::ApprovedOn).or_else(own_day),
        day_missing: listed.is_some_and(|row| row.approved_on.as_deref() == Some("")),
        since: cell(Header::ValidFrom).or_else(|| of(|c| c.valid_from.as_ref(), "valid_from")),
        until: of(|c| c.valid_until.as_ref(), "valid_until"),
        status: cell(Header::Status).or_else(|| of(|c| c.status.as_ref(), "status")),
        unsure: listed.is_some_and(|row| row.unsure_dots),
        today: Some(input.today),
    }
}

/// What is strange about versions and approvals, without being a question.
pub(super) fn said_of_versions(
    family: &Family<'_>,
    row: Option<&MasterRow>,
    revisions: &[PlannedRevision],
    out: &mut ImportPlan,
) {
    let mut say = |path: &str, said: Oddity| {
        out.problems.push(match row {
            Some(row) => Problem::row("master_list", row.row, Some(&family.code), said),
            None => Problem { doc_no: Some(family.code.clone()), ..Problem::file(path, said) },
        });
    };
    for revision in revisions {
        let path = revision.files.first().map(String::as_str).unwrap_or_default();
        let (label, code) = (&revision.label, &family.code);
        if revision.label_by == "list" {
            say(path, oddities::version_from_list(code, label));
        } else if revision.label_by == "nobody" && revisions.len() > 1 {
            say(path, oddities::version_not_stated(code, label));
        }
        if revision.state == "effective" {
            match (revision.approver.is_empty(), revision.approved_on.is_none()) {
                (true, true) => say(path, oddities::approval_not_known(code, label)),
                (true, false) => say(path, oddities::approver_not_known(code, label)),
                (false, true) => say(path, oddities::approval_day_not_known(code, label)),
                (false, false) => {}
            }
        }
    }
}
