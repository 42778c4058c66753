//! What others compared, joined to the report of what was checked from the bytes.

use std::borrow::Cow;

use super::Fact;
use super::differs::Differs;
use super::report::{Finding, Report};

impl Report {
    /// Adds what a comparison found to the check of the tables. What was found already is not said twice.
    pub fn compared(&mut self, tables: usize, rows: u64, differences: Vec<Differs>, more: u64) {
        let mut found = Vec::new();
        for differs in differences {
            let part = differs.how.starts_with("part_");
            if part && self.findings.iter().any(|f| f.code == "schema_foreign" && f.place == differs.table) {
                continue;
            }
            let code = if part { "schema_foreign" } else { "table_differs" };
            let place = if part { differs.table.clone() } else { place(&differs) };
            found.push(Finding {
                code: Cow::Borrowed(code),
                place,
                message: differs.text(),
                owners: Vec::new(),
                differs: Some(differs),
            });
        }
        if more > 0 {
            let message = format!("{more} more differences between the tables and the ledger");
            let code = Cow::Borrowed("table_differs");
            found.push(Finding { code, place: "tables".into(), message, owners: Vec::new(), differs: None });
        }
        self.add("tables", found, Fact::TablesCompared { tables, rows });
    }

    /// Adds what was found of the text that is kept for searching.
    pub fn texts_compared(&mut self, texts: u64, wrong: Vec<String>) {
        let finding = |digest: String| Finding {
            code: Cow::Borrowed("text_differs"),
            message: match digest.as_str() {
                "text.db" => String::from("The search's own file text.db is not as this program makes it"),
                _ => format!("The search reads something else in the file {digest} than the file says"),
            },
            place: digest,
            owners: Vec::new(),
            differs: None,
        };
        self.add("search", wrong.into_iter().map(finding).collect(), Fact::TextsCompared { texts });
    }

    /// Says that the tables could not be compared.
    pub fn not_compared(&mut self, why: &str) {
        let message = format!("The tables could not be compared with the ledger: {why}");
        let code = Cow::Borrowed("tables_not_compared");
        let found = Finding { code, place: "tables".into(), message, owners: Vec::new(), differs: None };
        self.add("tables", vec![found], Fact::TablesFit);
    }
}

fn place(differs: &Differs) -> String {
    let parts = [&differs.table, &differs.item, &differs.field].map(String::as_str);
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
