//! The check of the documents' control, in the terminal's words, which stand in `checks.csv`.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Page, Show, plural};
use crate::checks::{CheckFinding, Checked};
use crate::print::fill;

/// The words for one kind of finding: places as `{by}` for its values.
#[derive(Deserialize)]
struct Words {
    what: String,
    words: String,
    next: String,
}

// The file is part of the program and a test reads each row, so the empty list never occurs.
static WORDS: LazyLock<Vec<Words>> = LazyLock::new(|| {
    let rows = csv::Reader::from_reader(include_bytes!("../checks.csv").as_slice()).into_deserialize();
    rows.collect::<Result<_, _>>().unwrap_or_default()
});

impl Show for Checked {
    fn show(&self, page: &mut Page) {
        for finding in &self.findings {
            let (says, next) = said(finding);
            let revision = finding.revision.as_ref().map(|label| format!(" {label}")).unwrap_or_default();
            page.line(format!("{}{revision} {}: {says} ({})", finding.code, finding.title, finding.clause));
            page.line(format!("  → {next}"));
        }
        let (documents, statements) = (self.documents, self.statements);
        let looked = format!(
            "{} and {} looked at",
            plural(documents, "document", "documents"),
            plural(statements, "statement", "statements")
        );
        if self.unread > 0 {
            let those = plural(self.unread, "document in force", "documents in force");
            page.line(format!("Of {those} no text is kept, so that what they say was not compared."));
        }
        if self.unread_files > 0 {
            let those = plural(self.unread_files, "file", "files");
            page.line(format!(
                "The bytes of {those} with statements were not read: `clausebook verify --deep` reads all."
            ));
        }
        match self.findings.len() {
            0 => page.line(format!("{looked}; nothing found.")),
            n => page.line(format!("{looked}; {}.", plural(n, "finding", "findings"))),
        }
    }
}

fn said(finding: &CheckFinding) -> (String, String) {
    let Some(words) = WORDS.iter().find(|words| words.what == finding.what.name()) else {
        return (finding.what.name().replace('_', " "), String::new());
    };
    // What stands in `[…]` is left out where a value in it is empty.
    let value = |name: &str| match name {
        "code" => Some(finding.code.clone()),
        "role" | "state" => finding.values.get(name).map(|value| value.replace('_', " ")),
        _ => finding.values.get(name).filter(|value| !value.is_empty()).cloned(),
    };
    (fill(&words.words, &value), fill(&words.next, &value))
}
