//! The pages of a pack: lists, workbook, index page, and how to check. They are made of tables that hold what the entries in
//! the pack say and nothing else, so that a checker makes them again and compares.

use std::collections::BTreeSet;

use super::columns::all_columns;
use super::content::Content;
use super::pagesform::PAGES;
use super::{matrix, page, text};
use crate::error::Result;
use crate::standards::data_version;

/// By what these pages are made: their form, and the version of the standards' data.
pub fn form() -> String {
    format!("{PAGES} {}", data_version())
}

/// The names of all pages below `data/`.
pub fn page_names() -> Vec<String> {
    let lists: BTreeSet<&str> = all_columns().iter().map(|column| column.list.as_str()).collect();
    let made = ["index.html", "VERIFY.txt", "matrix.xlsx"].map(str::to_owned);
    made.into_iter().chain(lists.into_iter().map(|list| format!("{list}.csv"))).collect()
}

/// What a pack says it is.
pub(super) fn description(content: &Content) -> String {
    format!("{}, as of {}", content.audit.title, content.when())
}

/// The pages: each with its path below `data/`. `origin` is the name under which the workspace signs.
pub(super) fn pages(content: &Content, origin: &str) -> Result<Vec<(String, Vec<u8>)>> {
    let mut out = vec![
        (String::from("index.html"), page::page(content)?.into_bytes()),
        (String::from("VERIFY.txt"), text::verify_txt(content, origin).into_bytes()),
    ];
    out.extend(matrix::lists(content)?);
    Ok(out)
}
