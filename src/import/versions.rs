//! A document's versions against what is filed: only a draft takes files. Other bytes under the version of a revision that
//! was decided on become a draft beside it, and a question.

use std::collections::HashMap;

use super::asking::{self, Asked};
use super::plan::PlannedRevision;
use super::recognised::Recognised;
use crate::documents::{self, Document, NewRevision, Revision, RevisionState};
use crate::error::Result;
use crate::filed::FiledFile;
use crate::questions::{self, About, Matter, NewQuestion, Reading, Said};
use crate::reading::same_version;
use crate::workspace::Tx;

/// The revision that has this version, if one has. What stands beside a revision under a number of its own is none.
pub(super) fn of_version<'r>(there: &'r [Revision], label: &str) -> Option<&'r Revision> {
    let exactly = there.iter().find(|r| r.label.eq_ignore_ascii_case(label));
    exactly.or_else(|| there.iter().find(|r| !beside(&r.label) && same_version(&r.label, label)))
}

/// The revision that holds these very bytes, where no file says which version they are: a list that names one since then,
/// or another, makes no second revision of them.
pub(super) fn holding<'r>(
    there: &'r [Revision],
    planned: &PlannedRevision,
    files: &HashMap<String, FiledFile>,
) -> Option<&'r Revision> {
    let held = |r: &Revision, path: &String| {
        files.get(path).is_some_and(|file| r.files.iter().any(|known| known.digest == file.digest))
    };
    let all = |r: &&Revision| planned.label_by != "file" && planned.files.iter().all(|path| held(r, path));
    there.iter().rev().find(all)
}

/// Whether a label says that it stands beside another: `1.1 (2)`.
fn beside(label: &str) -> bool {
    let number = label.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    number.is_some_and(|(_, number)| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

/// The first free label beside one, from `(2)` on.
fn label_beside(there: &[Revision], label: &str) -> String {
    let taken = |wanted: &str| there.iter().any(|r| r.label.eq_ignore_ascii_case(wanted));
    (2..there.len() + 3).map(|n| format!("{label} ({n})")).find(|wanted| !taken(wanted)).unwrap_or_default()
}

/// The files of a version that are filed already and lay elsewhere.
pub(super) fn elsewhere(
    code: &str,
    known: &Revision,
    planned: &PlannedRevision,
    files: &HashMap<String, FiledFile>,
) -> Vec<Recognised> {
    let of = |path: &String| {
        let file = files.get(path)?;
        if known.files.iter().any(|k| k.path == *path) {
            return None;
        }
        let was = known.files.iter().find(|k| k.digest == file.digest)?;
        Recognised::elsewhere(path, code, &was.path, files)
    };
    planned.files.iter().filter_map(of).collect()
}

/// Files what is new of a version that is filed already; answers how many files that were. An exact copy of what the
/// document holds already is filed nowhere: the import's answer names it among the duplicates.
pub(super) fn more_of(
    tx: &mut Tx<'_>,
    document: &Document,
    known: &Revision,
    planned: &PlannedRevision,
    files: &HashMap<String, FiledFile>,
    out: &mut Asked,
) -> Result<usize> {
    let wanted = planned.files.iter().filter_map(|p| files.get(p));
    if known.state == RevisionState::Draft {
        let new: Vec<FiledFile> =
            wanted.filter(|f| !known.files.iter().any(|k| k.digest == f.digest)).cloned().collect();
        let count = new.len();
        documents::attach_files(tx, known.id, new)?;
        return Ok(count);
    }
    let there = documents::revisions(tx.db(), document.id)?;
    let held = |f: &&FiledFile| there.iter().any(|r| r.files.iter().any(|k| k.digest == f.digest));
    let new: Vec<FiledFile> = wanted.filter(|f| !held(f)).cloned().collect();
    if new.is_empty() || document.state == documents::DocumentState::Withdrawn {
        return Ok(0);
    }
    changed(tx, document, known, new, out)
}

/// Other bytes under the version of a revision that was decided on, unless a person said before that they are not kept.
fn changed(
    tx: &mut Tx<'_>,
    document: &Document,
    known: &Revision,
    new: Vec<FiledFile>,
    out: &mut Asked,
) -> Result<usize> {
    let digests: Vec<_> = new.iter().map(|f| f.digest).collect();
    if questions::asked_of_bytes(tx.db(), document.id, &digests)? {
        return Ok(0);
    }
    // Whoever edits a file twice is asked once: the newest bytes take the place of those nobody has answered for.
    for file in &new {
        questions::close_changed(tx, document.id, known.id, &file.path)?;
    }
    let there = documents::revisions(tx.db(), document.id)?;
    let label = label_beside(&there, &known.label);
    let said = new.iter().map(|f| Said::file(&f.path, "", &f.name)).collect();
    let count = new.len();
    let author = tx.actor().to_owned();
    let new = NewRevision { label: Some(label), summary: String::new(), author, files: new };
    let draft = documents::file_revision(tx, document.id, new)?;
    let question = NewQuestion {
        about: About::Document(document.id),
        matter: Matter::ChangedFile { revision: known.id, draft, digests },
        said,
        readings: vec![Reading::NewRevision { label: None }, Reading::Correction, Reading::NotKept],
    };
    asking::ask(tx, &document.code, question, out)?;
    Ok(count)
}
