//! From scanned files and lists to a plan: which documents with which revisions, which records, what is double,
//! what a person should look at. Pure: nothing is filed here.

mod compare;
mod documents;
mod doubts;
mod families;
mod files;
mod input;
mod kinds;
mod model;
mod records;
mod rows;

pub use input::{Found, ImportInput};
pub use model::{Doubt, Doubtful, ImportPlan, PlannedDocument, PlannedRecord, PlannedRevision, RowWords};

use crate::reading::{control_table, file_name};
use documents::plan_documents;
use families::{DocumentFile, families};
use files::{duplicates, problem_of};
use kinds::{Kind, kind_of};
use records::plan_records;
use rows::Rows;

/// Makes the plan: each file is a document's, a record or from outside; the lists are compared with them.
pub fn plan(input: &ImportInput<'_>) -> ImportPlan {
    let mut out =
        ImportPlan { skipped: input.skipped.clone(), problems: input.problems.clone(), ..ImportPlan::default() };
    out.by_kind.insert("system", input.skipped.len());
    out.duplicates = duplicates(input.files);

    let rows = Rows::of(input);
    let mut documents: Vec<DocumentFile<'_>> = Vec::new();
    let mut records: Vec<&Found> = Vec::new();
    let mut externals: Vec<&Found> = Vec::new();
    for found in input.files {
        let name = file_name(found.path.rsplit('/').next().unwrap_or(&found.path));
        let control = control_table(&found.extracted);
        let count = match kind_of(&found.path, &name, control.as_ref(), &rows) {
            Kind::Document => {
                let own = control.is_some() || name.number.is_some();
                let listed =
                    if own { None } else { rows.row_of(&found.path, &name.title).map(|row| row.number.clone()) };
                documents.push(DocumentFile { found, name, control, listed });
                "document"
            }
            Kind::Record => {
                records.push(found);
                "record"
            }
            Kind::External => {
                externals.push(found);
                "external"
            }
        };
        *out.by_kind.entry(count).or_default() += 1;
        problem_of(found, &mut out.problems);
    }
    let families = families(documents);
    compare::master_list(input, &rows, &families, &mut out.problems);
    plan_documents(input, &rows, &families, &externals, &mut out);
    plan_records(input, &rows, &records, &mut out);
    out.problems.sort();
    out
}
