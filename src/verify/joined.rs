//! What others compared, joined to the report of what was checked from the bytes.

use std::borrow::Cow;

use super::Fact;
use super::differs::Differs;
use super::report::{Finding, MOST, Report};

/// What a workspace has and a pack leaves out.
#[derive(Debug, Default)]
pub struct LeftOut {
    /// Entries, each with its place and what it is.
    pub entries: Vec<(u64, String)>,
    /// Codes of documents and records.
    pub items: Vec<String>,
    /// Codes of those that another program may have left out by its own choice.
    pub besides: Vec<String>,
    /// Entries that it withholds and may not.
    pub kept_back: Vec<(u64, String)>,
}

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

    /// Adds that the tables say a later program made them, so that every command refuses them.
    pub fn tables_of_later(&mut self, version: &str) {
        let shown: String = version.chars().filter(|c| !c.is_control()).take(20).collect();
        let message = format!(
            "The tables say that a later program made them (version “{shown}”), so they were not compared and nothing can be \
             opened: install the newer program. Where nobody has one, the number was changed: `rebuild` makes the tables again"
        );
        let (code, place) = (Cow::Borrowed("tables_of_later"), String::from("tables"));
        let found = Finding { code, place, message, owners: Vec::new(), differs: None };
        self.add("tables", vec![found], Fact::TablesFit);
    }

    /// Adds what was found of the text that is kept for searching: of how many files it was compared, and of how many not.
    pub fn texts_compared(&mut self, (texts, not): (u64, u64), wrong: Vec<String>) {
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
        if not > 0 {
            self.unmet("search", Fact::TextsNotCompared { texts: not });
        }
    }

    /// Adds what came of making a pack's pages again: how many there are and how many files of evidence, where they say something
    /// else than its entries, and what was not compared.
    pub fn pages_compared(&mut self, pages: usize, files: usize, differences: Vec<Differs>, more: u64, not: &[String]) {
        let mut found: Vec<Finding> = differences.into_iter().map(page_differs).collect();
        if more > 0 {
            let message = format!("{more} more differences between the pages and the entries");
            let code = Cow::Borrowed("page_differs");
            found.push(Finding { code, place: "pages".into(), message, owners: Vec::new(), differs: None });
        }
        self.add("pages", found, Fact::PagesCompared { pages, files });
        if !not.is_empty() {
            self.unmet("pages", Fact::PagesNotCompared { names: not.join(", ") });
        }
    }

    /// Says that the pages are this program's, whatever form the pack says they are of.
    pub fn pages_are_ours(&mut self, said: &str) {
        let what = format!("Pack-Pages says “{said}”, an earlier form; all pages are as this program makes them today");
        self.warn("pages_say_otherwise", "bag-info.txt", what);
    }

    /// Names pages, or parts of them, that only entries say which a pack withholds.
    pub fn pages_withheld(&mut self, names: &[String]) {
        if !names.is_empty() {
            self.unmet("pages", Fact::PagesOfWithheld { names: names.join("; ") });
        }
    }

    /// Adds what came of looking in the workspace itself for entries that the pack should have: how many it has, about how many
    /// things; what is missing.
    pub fn complete(&mut self, entries: usize, items: usize, out: LeftOut) {
        let found = |code: &'static str, place: String, item: String, ledger: String| {
            let (table, empty) = (String::new(), String::new());
            let how = Cow::Borrowed(code);
            let differs = Differs { how, table, kind: String::new(), item, field: empty.clone(), ledger, shown: empty };
            let code = Cow::Borrowed(code);
            Finding { code, place, message: differs.text(), owners: Vec::new(), differs: Some(differs) }
        };
        let entry = |code: &'static str| {
            move |(seq, what): (u64, String)| found(code, format!("entry {seq}"), seq.to_string(), what)
        };
        let things = out.items.into_iter().map(|code| found("item_left_out", code.clone(), code, String::new()));
        let (left_out, kept_back) = (entry("entry_left_out"), entry("entry_kept_back"));
        let all = things.chain(out.entries.into_iter().map(left_out)).chain(out.kept_back.into_iter().map(kept_back));
        let found: Vec<Finding> = all.take(MOST).collect();
        self.add("complete", found, Fact::Complete { entries, items });
        if !out.besides.is_empty() {
            let names = out.besides.join(", ");
            let what = format!("This program would put into such a pack what an earlier one left out of it: {names}");
            self.warn("item_besides", "documents and records", what);
        }
    }

    /// Says, where nothing of it was compared, that a pack over `size` entries may leave out what is about its documents and records.
    pub fn omissions(&mut self, size: u64) {
        let all =
            |fact: &Fact| matches!(fact, Fact::EntriesAlike { items, of, entries } if items == of && *entries == size);
        if !self.checks.iter().any(|check| check.name == "complete") && !self.facts.iter().any(all) {
            self.facts.push(Fact::OmissionsNotCompared);
        }
    }

    /// Says that it was not worked out whether entries are missing in a pack.
    pub fn not_comparable(&mut self) {
        self.unmet("complete", Fact::NotComparable);
    }

    /// Says that a pack's entries are no history of which its pages could be made again.
    pub fn pages_unreadable(&mut self, why: &str) {
        let message = format!("The pages could not be made again from the entries in the pack: {why}");
        let code = Cow::Borrowed("pages_unreadable");
        let found = Finding { code, place: "ledger/entries.jsonl".into(), message, owners: Vec::new(), differs: None };
        self.add("pages", vec![found], Fact::PagesCompared { pages: 0, files: 0 });
    }

    /// Says that making a pack's pages again took more memory or time than any honest pack's.
    pub fn pages_too_costly(&mut self) {
        let message = String::from(
            "Making the pages again from the entries takes more memory or time than any pack's; they were not compared",
        );
        let code = Cow::Borrowed("pages_too_costly");
        let found = Finding { code, place: "ledger/entries.jsonl".into(), message, owners: Vec::new(), differs: None };
        self.add("pages", vec![found], Fact::PagesCompared { pages: 0, files: 0 });
    }

    /// Says that a pack is of a form whose pages cannot be made again.
    pub fn pages_of_earlier_form(&mut self) {
        self.unmet("pages", Fact::PagesOfEarlierForm);
    }

    /// Says that the tables could not be compared.
    pub fn not_compared(&mut self, why: &str) {
        let message = format!("The tables could not be compared with the ledger: {why}");
        let code = Cow::Borrowed("tables_not_compared");
        let found = Finding { code, place: "tables".into(), message, owners: Vec::new(), differs: None };
        self.add("tables", vec![found], Fact::TablesFit);
    }
}

fn page_differs(differs: Differs) -> Finding {
    let Differs { table: page, item, field, ledger, shown, .. } = &differs;
    let message = match (item.as_str(), field.as_str()) {
        ("", "") if shown.is_empty() => format!("{page} is missing, which the entries make"),
        ("", "") if ledger.is_empty() => format!("{page} is there, which no entry makes"),
        _ if ledger.is_empty() => format!("{page} {item} {field}: there is “{shown}”, which no entry says"),
        _ if shown.is_empty() => format!("{page} {item} {field}: “{ledger}” is missing, which the entries say"),
        ("", "") => format!("{page} is not what the entries make of it"),
        _ => format!("{page} {item}: {field} is “{shown}”, by the entries “{ledger}”"),
    };
    let code = Cow::Borrowed("page_differs");
    Finding { code, place: place(&differs), message, owners: Vec::new(), differs: Some(differs) }
}

fn place(differs: &Differs) -> String {
    let parts = [&differs.table, &differs.item, &differs.field].map(String::as_str);
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
