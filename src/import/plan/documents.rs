//! Documents of a plan: those with files, those known from the list alone, and those from outside.

use std::collections::HashSet;

use super::document_file::DocumentFile;
use super::doubts;
use super::families::Family;
use super::input::{Found, ImportInput};
use super::model::{Doubt, Doubtful, ImportPlan, PlannedDocument, PlannedRevision, RowWords};
use super::revisions::{revisions, said_of_versions};
use super::rows::Rows;
use super::unused;
use crate::documents::DocumentKind;
use crate::import::master::MasterRow;
use crate::import::oddities;
use crate::import::problem::{Problem, Said as Oddity};
use crate::questions::{Reading, Said};
use crate::reading::{
    Control, Weighed, bare_title, document_kind, due, kind_in_words, number_key, stem, title_of, without_version,
};
use crate::text::{fold, nfc};
use crate::words::{State, state};

/// Puts the documents into the plan, by number; what is strange about one goes to the problems.
pub(super) fn plan_documents(
    input: &ImportInput<'_>,
    rows: &Rows<'_>,
    families: &[Family<'_>],
    externals: &[(&Found, Weighed)],
    out: &mut ImportPlan,
) {
    for family in families {
        with_files(input, rows, family, out);
    }
    listed_only(input, rows, families, out);
    let mut codes: HashSet<String> = out.documents.iter().map(|d| d.code.clone()).collect();
    for (found, weighed) in externals {
        let document = external(rows, found, weighed, &codes);
        codes.insert(document.code.clone());
        out.documents.push(document);
    }
    out.documents.sort_by_key(|a| fold(&a.code));
}

/// A document that has files, with what its row of the master list adds.
fn with_files(input: &ImportInput<'_>, rows: &Rows<'_>, family: &Family<'_>, out: &mut ImportPlan) {
    let row = rows.numbered(&family.code);
    let control = family.control().cloned().unwrap_or_default();
    let Some((_, files)) = family.newest() else { return };
    let name = files.first().map(|f| f.name.title.clone()).unwrap_or_default();
    let or = |list: Option<&String>, own: Option<&String>| -> String {
        list.filter(|t| !t.is_empty()).or(own).cloned().unwrap_or_default()
    };
    let own_title = || files.first().and_then(|f| title_of(&f.found.extracted, &f.name));
    let stated = control.title.as_deref().map(|title| without_version(title).to_owned());
    let title = stated.or_else(|| row.map(|r| r.title.clone())).or_else(own_title).unwrap_or(name);
    // A title that stands in for a number, in the list or as it was filed, is no number.
    let number = files.iter().any(|file| file.own_number().is_some())
        || row.is_some_and(|row| fold(&row.number) != fold(&row.title));
    let number = number.then(|| family.beside.as_deref().unwrap_or(&family.code));
    let title = Some(bare_title(&title, number)).filter(|title| title.contains(char::is_alphanumeric));
    // A name that is a number and nothing more: the number is all there is to call it by.
    let title = title.unwrap_or_else(|| family.code.clone());
    let listed = row.map(|r| r.status.as_str()).filter(|s| is_word(s));
    let status = listed.or(control.status.as_deref().filter(|s| is_word(s))).unwrap_or_default();
    let draft = files.iter().any(DocumentFile::draft);
    let retired = files.iter().all(DocumentFile::obsolete) || state(status).is_some_and(State::out_of_use);
    let aside = files.iter().map(DocumentFile::put_aside).collect::<Option<Vec<_>>>().filter(|_| !retired);
    let aside = aside.and_then(|folders| folders.first().copied());
    let struck = row.is_some_and(|r| r.struck);
    let current =
        if family.beside.is_some() || draft || struck || aside.is_some() || state(status) != Some(State::Effective) {
            "draft"
        } else {
            "effective"
        };
    if !status.is_empty() && state(status).is_none() && !draft && !retired {
        let row = row.filter(|_| listed.is_some());
        let path = files.first().map(|f| f.found.path.as_str()).unwrap_or_default();
        let said = oddities::status_not_understood(status, &family.code);
        out.problems.push(not_understood(said, &family.code, row, path));
    }
    let words = row.map(|row| doubts::of_document(input, row));
    let mut open = doubts::document(family, &control, words.as_ref(), row.is_some_and(|row| row.unsure_dots));
    let path = files.first().map(|f| f.found.path.as_str()).unwrap_or_default();
    open.extend(if struck && !retired {
        words.as_ref().and_then(struck_doubt)
    } else if let Some(folder) = aside {
        let list = words.as_ref().and_then(|row| row.get("status")).cloned();
        let said = [Some(Said::file(path, "", folder)), list].into_iter().flatten().collect();
        Some(doubts::status(said, &[Reading::InForce, Reading::Kept, Reading::OutOfUse]))
    } else if family.beside.is_some() && !retired {
        beside_doubt(files, &control)
    } else {
        status_doubt(words.as_ref(), &control, path, (draft, retired))
    });
    let silent = status.is_empty() && !draft && !struck && aside.is_none();
    let (revisions, doubt) = revisions(input, family, row, if retired { "superseded" } else { current }, silent);
    open.extend(doubt.filter(|_| open.iter().all(|known| known.on != Doubtful::Status)));
    said_of_versions(family, row, &revisions, out);
    if let Some(row) = row {
        unused::of_row(row, &revisions, &open, retired, input.today, &mut out.problems);
    }
    if family.newest().is_some_and(|(_, f)| f.iter().all(|f| f.number().is_none())) {
        for file in files {
            out.problems.push(Problem::file(&file.found.path, oddities::no_number()));
        }
    }
    if let Some(number) = &family.beside {
        let said = oddities::number_used_twice(number, &family.code);
        out.problems.push(Problem { doc_no: Some(family.code.clone()), ..Problem::file(path, said) });
    }
    if row.is_none() && !input.master.is_empty() {
        let said = oddities::not_listed(&family.code);
        out.problems.push(Problem { doc_no: Some(family.code.clone()), ..Problem::file(path, said) });
    }
    let listed_kind = row.map(|r| r.kind.as_str()).filter(|k| !k.is_empty());
    let typed = control.kind.clone();
    let own_kind = || typed.as_ref().or_else(|| files.iter().find_map(|f| f.found.extracted.properties.get("subject")));
    let kind = match listed_kind {
        Some(word) => kind_in_words(word),
        None => own_kind().and_then(|word| kind_in_words(word)),
    };
    let scope_files: Vec<String> = revisions.last().map(|r| r.files.clone()).unwrap_or_default();
    out.documents.push(PlannedDocument {
        kind: kind.unwrap_or_else(|| document_kind(&title, scope_files.first().map_or("", String::as_str))),
        title: nfc(&title),
        owner: or(row.map(|r| &r.owner), control.owner.as_ref()),
        approver: or(row.map(|r| &r.approver), control.approver.as_ref()),
        classification: or(row.map(|r| &r.classification), control.classification.as_ref()),
        distribution: row.map(|r| r.distribution.clone()).unwrap_or_default(),
        retention: row.map(|r| r.retention.clone()).unwrap_or_default(),
        review_interval: row.and_then(|r| r.interval),
        next_review: match row {
            Some(row) => row.next_review.clone().and_then(Result::ok),
            None => control.next_review.as_deref().or(control.valid_until.as_deref()).and_then(due),
        },
        withdrawn: retired,
        withdrawn_on: unused::out_of_use_since(status, input.today).filter(|_| retired),
        row: row.map(|r| r.row),
        clauses: row.map(|r| doubts::known(input.known, &r.clauses)).unwrap_or_default(),
        scope: scope_of(rows, &scope_files),
        revisions,
        why: files.first().map(|f| f.why.clone()).unwrap_or_default(),
        // What is out of use needs no decision about its days and its owner.
        doubts: if retired { Vec::new() } else { open },
        listed: words,
        code: nfc(&family.code),
    });
}

/// The documents that only the master list knows. Of two rows with one number the first counts.
fn listed_only(input: &ImportInput<'_>, rows: &Rows<'_>, families: &[Family<'_>], out: &mut ImportPlan) {
    let with_files: HashSet<String> = families.iter().map(|f| number_key(&f.code)).collect();
    for row in input.master {
        let again = rows.numbered(&row.number).is_some_and(|first| first.row != row.row);
        if again || with_files.contains(&number_key(&row.number)) {
            continue;
        }
        if is_word(&row.status) && state(&row.status).is_none() {
            let said = oddities::status_not_understood_listed(&row.status, &row.number);
            out.problems.push(not_understood(said, &row.number, Some(row), ""));
        }
        let words = doubts::of_document(input, row);
        let withdrawn = state(&row.status).is_some_and(State::out_of_use);
        unused::of_row(row, &[], &[], withdrawn, input.today, &mut out.problems);
        out.documents.push(PlannedDocument {
            code: nfc(&row.number),
            title: nfc(&row.title),
            kind: kind_in_words(&row.kind).unwrap_or_else(|| document_kind(&row.title, "")),
            owner: row.owner.clone(),
            approver: row.approver.clone(),
            classification: row.classification.clone(),
            distribution: row.distribution.clone(),
            retention: row.retention.clone(),
            review_interval: row.interval,
            next_review: row.next_review.clone().and_then(Result::ok),
            withdrawn,
            withdrawn_on: unused::out_of_use_since(&row.status, input.today).filter(|_| withdrawn),
            row: Some(row.row),
            clauses: doubts::known(input.known, &row.clauses),
            scope: Vec::new(),
            revisions: Vec::new(),
            why: Vec::new(),
            doubts: listed_doubts(row, &words),
            listed: Some(words),
        });
    }
}

/// What is open about where a document stands: words that nobody understands, and a list that calls in force what the file
/// calls a draft. `marks` says whether the file is marked as a draft, and as out of use.
fn status_doubt(listed: Option<&RowWords>, control: &Control, path: &str, marks: (bool, bool)) -> Option<Doubt> {
    let (draft, retired) = marks;
    let list = listed.and_then(|row| row.get("status")).filter(|said| is_word(&said.words));
    let own = control.status.as_ref().filter(|s| is_word(s)).map(|words| Said::file(path, "", words));
    let words = list.map(|said| said.words.as_str()).or(own.as_ref().map(|said| said.words.as_str()))?;
    let readings: &[Reading] = match state(words) {
        _ if retired => return None,
        None if !draft => &[Reading::InForce, Reading::Kept, Reading::OutOfUse],
        Some(State::Effective) if draft => &[Reading::InForce, Reading::Kept],
        _ => return None,
    };
    let mut said: Vec<Said> = list.cloned().into_iter().chain(own).collect();
    if draft && said.len() < 2 {
        said.push(Said::file(path, "", path.rsplit('/').next().unwrap_or(path)));
    }
    Some(doubts::status(said, readings))
}

/// Whether a text that bears the number of another is a document at all: marked as a copy, or called in force by itself.
fn beside_doubt(files: &[DocumentFile<'_>], control: &Control) -> Option<Doubt> {
    let own = control.status.as_deref().and_then(state) == Some(State::Effective);
    let file = files.first().filter(|file| file.name.copy || own)?;
    let path = file.found.path.as_str();
    let name = Said::file(path, "", path.rsplit('/').next().unwrap_or(path));
    let status = control.status.as_ref().map(|words| Said::file(path, "status", words));
    let said = std::iter::once(name).chain(status).collect();
    Some(doubts::status(said, &[Reading::InForce, Reading::Kept, Reading::OutOfUse]))
}

/// Whether a row that is struck out in the list holds.
fn struck_doubt(words: &RowWords) -> Option<Doubt> {
    let said = words.get("status").or_else(|| words.get("title")).cloned()?;
    Some(doubts::status(vec![said], &[Reading::InForce, Reading::Kept, Reading::OutOfUse]))
}

/// What is open about a document that only the list knows.
fn listed_doubts(row: &MasterRow, words: &RowWords) -> Vec<Doubt> {
    let understood = state(&row.status);
    if understood.is_some_and(State::out_of_use) {
        return Vec::new();
    }
    let mut open: Vec<Doubt> =
        doubts::date("next_review", words.get("next_review").cloned(), None, row.unsure_dots).into_iter().collect();
    if row.struck || (is_word(&row.status) && understood.is_none()) {
        let said = words.get("status").or_else(|| words.get("title"));
        open.extend(said.map(|said| doubts::status(vec![said.clone()], &[Reading::Kept, Reading::OutOfUse])));
    }
    let location = words.get("location").or_else(|| words.get("title")).cloned();
    let readings = [Reading::Kept, Reading::OutOfUse];
    open.push(doubts::missing(row.location.as_deref(), location.into_iter().collect(), &readings));
    open
}

/// A document from outside. It has no number of ours: its name stands in, or its path where two have one name.
fn external(rows: &Rows<'_>, found: &Found, weighed: &Weighed, codes: &HashSet<String>) -> PlannedDocument {
    let stem = stem(&found.path);
    let mut document = PlannedDocument {
        code: format!("EXT {stem}"),
        title: stem,
        kind: DocumentKind::External,
        owner: String::new(),
        approver: String::new(),
        classification: String::new(),
        distribution: String::new(),
        retention: String::new(),
        review_interval: None,
        next_review: None,
        withdrawn: false,
        withdrawn_on: None,
        row: None,
        clauses: Vec::new(),
        scope: scope_of(rows, std::slice::from_ref(&found.path)),
        revisions: vec![PlannedRevision {
            label: String::from("1"),
            state: "effective",
            files: vec![found.path.clone()],
            approver: String::new(),
            approved_on: None,
            effective_from: None,
            label_by: "nobody",
        }],
        why: weighed.why.clone(),
        doubts: Vec::new(),
        listed: None,
    };
    if codes.contains(&document.code) {
        document.code = format!("EXT {}", nfc(&found.path));
    }
    document
}

/// The sites that any of these files belongs to, each once.
fn scope_of(rows: &Rows<'_>, paths: &[String]) -> Vec<String> {
    let mut scope: Vec<String> = paths.iter().flat_map(|path| rows.sites(path)).cloned().collect();
    scope.sort();
    scope.dedup();
    scope
}

/// Whether a cell holds more than a dash.
fn is_word(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// A status that no word is known for: said of the row where the list has it, else of the file.
fn not_understood(said: Oddity, code: &str, row: Option<&MasterRow>, path: &str) -> Problem {
    match row {
        Some(row) => Problem::row("master_list", row.row, Some(code), said),
        None => Problem { doc_no: Some(code.to_owned()), ..Problem::file(path, said) },
    }
}
