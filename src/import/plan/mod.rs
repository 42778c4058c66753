//! From scanned files and lists to a plan: which documents with which revisions, which records, what is double,
//! what a person should look at. Pure: nothing is filed here.

mod apart;
mod compare;
mod document_file;
mod documents;
mod doubts;
mod families;
mod files;
mod input;
mod kept_lists;
mod kinds;
mod mail;
mod model;
mod records;
mod register;
mod revisions;
mod rows;
mod standing;
mod unused;

pub use crate::reading::Sign;
pub use input::{Found, ImportInput};
pub use model::{Doubt, Doubtful, ImportPlan, PlannedDocument, PlannedRecord, PlannedRevision, RowWords};
pub use register::Register;

use crate::reading::{FileName, Scheme, Seen, TakenFor, Weighed, stem};
use document_file::DocumentFile;
use documents::plan_documents;
use families::families;
use files::{duplicates, problem_of};
use kept_lists::kept_lists;
use kinds::weigh;
use records::plan_records;
use rows::Rows;

/// Makes the plan: each file is a document's, a record or from outside; the lists are compared with them.
pub fn plan<'a>(input: &ImportInput<'a>) -> ImportPlan {
    let mut out =
        ImportPlan { skipped: input.skipped.clone(), problems: input.problems.clone(), ..ImportPlan::default() };
    out.by_kind.insert("system", input.skipped.len());
    out.duplicates = duplicates(input.files);

    let rows = Rows::of(input);
    let stems: Vec<String> = input.files.iter().map(|found| stem(&found.path)).collect();
    let scheme = Scheme::of(stems.iter().map(String::as_str));
    let read =
        |found: &'a Found| Seen::of(&found.path, &found.folders, &found.extracted, &scheme, |name| rows.begins(name));
    let seen: Vec<Seen<'_>> = input.files.iter().map(read).collect();
    let weighed = weigh(input.files, &seen, &rows, input.register);
    let mut documents: Vec<DocumentFile<'_>> = Vec::new();
    let mut records: Vec<(&Found, Weighed, FileName)> = Vec::new();
    let mut externals: Vec<(&Found, Weighed)> = Vec::new();
    for ((found, seen), weighed) in input.files.iter().zip(seen).zip(weighed) {
        let count = match weighed.kind {
            TakenFor::Document => {
                let listed = |name: &FileName| rows.row_of(&found.path, &name.title).map(|row| row.number.clone());
                let filed = || input.register.document(&found.path, &found.digest).map(str::to_owned);
                let filed = filed();
                let Seen { mut name, control, .. } = seen;
                // What is filed stays what it is, whatever forms of numbers the names beside it teach since.
                if name.learnt && filed.is_some() && control.as_ref().is_none_or(|c| c.number.is_none()) {
                    name.number = None;
                }
                let own = name.number.is_some() || control.as_ref().is_some_and(|c| c.number.is_some());
                let listed = if own { None } else { listed(&name).or(filed) };
                documents.push(DocumentFile { found, name, control, listed, twin: false, why: weighed.why });
                "document"
            }
            TakenFor::Record => {
                records.push((found, weighed, seen.name));
                "record"
            }
            TakenFor::External => {
                externals.push((found, weighed));
                "external"
            }
        };
        *out.by_kind.entry(count).or_default() += 1;
        problem_of(found, &mut out.problems);
    }
    let families = families(documents, &rows, input.register);
    compare::master_list(input, &rows, &families, &mut out.problems);
    plan_documents(input, &rows, &families, &externals, &mut out);
    plan_records(input, &rows, &records, &mut out);
    kept_lists(input.files, &mut out.problems);
    out.problems.sort();
    out
}
