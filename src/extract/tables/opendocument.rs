//! Tables of OpenDocument files: sheets, and the tables of a text.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use super::model::{Cell, Row, Span, Table, Tables};
use super::xml::{Node, Struck, attribute, part, walk};

/// A row that says it is repeated this often at most stands for so many; more is how the rest of an empty sheet is said.
const MOST_REPEATED: usize = 2000;

#[derive(Default)]
struct Walk {
    out: Tables,
    /// Tables within each other, the innermost last.
    tables: Vec<Open>,
    /// Which styles strike out.
    strikes: HashMap<String, bool>,
    style: String,
    spans: Vec<bool>,
}

#[derive(Default)]
struct Open {
    table: Table,
    row: Row,
    rows_above: usize,
    row_repeats: usize,
    column: usize,
    cell: Option<Filled>,
}

struct Filled {
    text: Struck,
    value: Option<String>,
    link: String,
    struck: bool,
    repeats: usize,
    formula: bool,
    silent: u32,
    paragraphs: usize,
}

/// Reads all tables. Nothing where the file is damaged.
pub(super) fn read(bytes: &[u8]) -> Option<Tables> {
    let mut walker = Walk::default();
    // Styles that strike out may stand beside the content.
    if let Some(styles) = part(bytes, "styles.xml") {
        walk(&styles, |node| {
            walker.styles(&node);
            true
        })?;
    }
    walk(&part(bytes, "content.xml")?, |node| walker.see(&node))?;
    Some(walker.out)
}

fn count(e: &BytesStart<'_>, name: &str) -> usize {
    attribute(e, name).and_then(|n| n.parse().ok()).unwrap_or(1).max(1)
}

impl Walk {
    fn styles(&mut self, node: &Node<'_>) {
        let Node::Open(e) = node else { return };
        match e.local_name().as_ref() {
            "style" => self.style = attribute(e, "name").unwrap_or_default(),
            "text-properties" => {
                let line = ["text-line-through-style", "text-line-through-type"];
                let through = line.iter().filter_map(|name| attribute(e, name)).any(|value| value != "none");
                self.strikes.insert(self.style.clone(), through);
            }
            _ => {}
        }
    }

    fn strikes(&self, e: &BytesStart<'_>) -> bool {
        attribute(e, "style-name").and_then(|name| self.strikes.get(&name)).copied().unwrap_or_default()
    }

    fn see(&mut self, node: &Node<'_>) -> bool {
        match node {
            Node::Open(e) => return self.open(e),
            Node::Close(name) => return self.close(name),
            Node::Text(text) => {
                let struck = self.spans.last().copied().unwrap_or_default();
                if let Some(cell) = self.cell().filter(|cell| cell.silent == 0 && cell.paragraphs > 0) {
                    cell.text.push(text, struck);
                }
            }
        }
        true
    }

    fn cell(&mut self) -> Option<&mut Filled> {
        self.tables.last_mut()?.cell.as_mut()
    }

    fn open(&mut self, e: &BytesStart<'_>) -> bool {
        let struck = self.strikes(e);
        match e.local_name().as_ref() {
            "table" => {
                let table = Table { name: attribute(e, "name").unwrap_or_default(), ..Table::default() };
                self.tables.push(Open { table, ..Open::default() });
            }
            "table-row" => {
                if let Some(open) = self.tables.last_mut() {
                    let hidden = attribute(e, "visibility").is_some_and(|v| v == "collapse" || v == "filter");
                    open.row = Row { place: open.rows_above + 1, hidden, ..Row::default() };
                    open.row_repeats = count(e, "number-rows-repeated");
                    open.column = 0;
                }
            }
            "table-cell" | "covered-table-cell" => self.open_cell(e, struck),
            "annotation" | "forms" => {
                if let Some(cell) = self.cell() {
                    cell.silent += 1;
                }
            }
            "p" | "h" => {
                self.spans.push(struck);
                if let Some(cell) = self.cell().filter(|cell| cell.silent == 0) {
                    if cell.paragraphs > 0 {
                        cell.text.push("\n", false);
                    }
                    cell.paragraphs += 1;
                }
            }
            "span" => {
                let above = self.spans.last().copied().unwrap_or_default();
                self.spans.push(struck || above);
            }
            "a" => {
                let link = attribute(e, "href").unwrap_or_default();
                if let Some(cell) = self.cell() {
                    cell.link = link;
                }
            }
            "s" | "tab" | "line-break" => {
                let sign = if e.local_name().as_ref() == "line-break" { "\n" } else { " " };
                if let Some(cell) = self.cell().filter(|cell| cell.silent == 0) {
                    cell.text.push(sign, false);
                }
            }
            _ => self.styles(&Node::Open(e)),
        }
        true
    }

    fn open_cell(&mut self, e: &BytesStart<'_>, struck: bool) {
        let Some(open) = self.tables.last_mut() else { return };
        let repeats = count(e, "number-columns-repeated");
        let (wide, high) = (count(e, "number-columns-spanned"), count(e, "number-rows-spanned"));
        if wide > 1 || high > 1 {
            let (row, column) = (open.row.place, open.column);
            open.table.merged.push(Span { rows: (row, row + high - 1), columns: (column, column + wide - 1) });
        }
        let value = match attribute(e, "value-type").as_deref() {
            Some("date") => attribute(e, "date-value").map(|day| day.trim_end_matches("T00:00:00").to_owned()),
            _ => None,
        };
        let formula = attribute(e, "formula").is_some();
        open.cell = Some(Filled {
            text: Struck::default(),
            value,
            link: String::new(),
            struck,
            repeats,
            formula,
            silent: 0,
            paragraphs: 0,
        });
    }

    fn close(&mut self, name: &str) -> bool {
        match name {
            "p" | "h" | "span" => {
                self.spans.pop();
            }
            "annotation" | "forms" => {
                if let Some(cell) = self.cell() {
                    cell.silent = cell.silent.saturating_sub(1);
                }
            }
            "table-cell" | "covered-table-cell" => {
                let Some(open) = self.tables.last_mut() else { return true };
                let Some(filled) = open.cell.take() else { return true };
                let (text, struck) = filled.text.text();
                let text = filled.value.unwrap_or(text);
                let empty = text.trim().is_empty();
                let cell = Cell {
                    link: filled.link,
                    struck: struck || filled.struck,
                    uncomputed: filled.formula && empty,
                    ..Cell::of(text)
                };
                if !empty || cell.uncomputed {
                    for column in (open.column..).take(filled.repeats) {
                        if !self.out.put(&mut open.row, column, cell.clone()) {
                            return false;
                        }
                    }
                }
                open.column += filled.repeats;
            }
            "table-row" => {
                let Some(open) = self.tables.last_mut() else { return true };
                open.rows_above += open.row_repeats;
                let row = std::mem::take(&mut open.row);
                if !row.cells.is_empty() {
                    for n in 0..open.row_repeats.min(MOST_REPEATED) {
                        open.table.rows.push(Row { place: row.place + n, ..row.clone() });
                    }
                }
            }
            "table" => {
                if let Some(open) = self.tables.pop() {
                    self.out.tables.push(open.table);
                }
            }
            _ => {}
        }
        true
    }
}
