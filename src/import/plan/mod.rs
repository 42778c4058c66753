//! From scanned files and lists to a plan: which documents with which revisions, which records, what is double,
//! what a person should look at. Pure: nothing is filed here.

mod apart;
mod compare;
mod contents;
mod document_file;
mod documents;
mod doubts;
mod families;
mod files;
mod input;
mod kept_lists;
mod kinds;
mod media;
mod model;
mod records;
mod register;
mod revisions;
mod rows;
mod standing;
mod unused;

pub use input::{Found, ImportInput};
pub use kinds::Sign;
pub use model::{Doubt, Doubtful, ImportPlan, PlannedDocument, PlannedRecord, PlannedRevision, RowWords};
pub use register::Register;

use crate::reading::{Control, FileName, Scheme, control_table, file_name_in, of_another, stem, title_for};
use document_file::DocumentFile;
use documents::plan_documents;
use families::families;
use files::{duplicates, problem_of};
use kept_lists::kept_lists;
use kinds::{Kind, Seen, Weighed, weigh};
use records::plan_records;
use rows::Rows;

/// Makes the plan: each file is a document's, a record or from outside; the lists are compared with them.
pub fn plan(input: &ImportInput<'_>) -> ImportPlan {
    let mut out =
        ImportPlan { skipped: input.skipped.clone(), problems: input.problems.clone(), ..ImportPlan::default() };
    out.by_kind.insert("system", input.skipped.len());
    out.duplicates = duplicates(input.files);

    let rows = Rows::of(input);
    let stems: Vec<String> = input.files.iter().map(|found| stem(&found.path)).collect();
    let scheme = Scheme::of(stems.iter().map(String::as_str));
    let seen: Vec<Seen<'_>> = input.files.iter().map(|found| read(found, &scheme, &rows)).collect();
    let weighed = weigh(&seen, &rows, input.register);
    let mut documents: Vec<DocumentFile<'_>> = Vec::new();
    let mut records: Vec<(&Found, Weighed, FileName)> = Vec::new();
    let mut externals: Vec<(&Found, Weighed)> = Vec::new();
    for (seen, weighed) in seen.into_iter().zip(weighed) {
        let found = seen.found;
        let count = match weighed.kind {
            Kind::Document => {
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
            Kind::Record => {
                records.push((found, weighed, seen.name));
                "record"
            }
            Kind::External => {
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

/// The name of a file without its folders.
fn name_of(found: &Found) -> &str {
    found.path.rsplit('/').next().unwrap_or(&found.path)
}

/// What a file says of itself. A control table that is an example in a text about others is none.
fn read<'a>(found: &'a Found, scheme: &Scheme, rows: &Rows<'_>) -> Seen<'a> {
    let mut name = file_name_in(name_of(found), scheme, |name| rows.begins(name));
    // What all of a folder are called names none of them.
    if let Some(title) = title_for(&found.extracted, &name).filter(|_| name.number.is_none()) {
        name.title = title;
    }
    let example =
        |control: &Control| control.title.as_ref().is_some_and(|title| of_another(title, &found.extracted, &name));
    let control = control_table(&found.extracted).filter(|control| !example(control));
    Seen { found, name, control }
}
