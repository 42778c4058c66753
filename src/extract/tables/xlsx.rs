//! Excel workbooks, read part by part: each row and cell once, so that two cells at opposite corners take no more than two.

use std::collections::HashMap;

use super::formats::{Format, built_in, of_code};
use super::model::{Cell, Row, Span, Table, Tables};
use super::xml::{Node, Struck, attribute, part, set, targets, walk};

/// What a cell's style says of it.
#[derive(Debug, Clone, Default)]
struct Style {
    struck: bool,
    format: Format,
}

struct Book {
    styles: Vec<Style>,
    strings: Vec<(String, bool)>,
    from_1904: bool,
}

/// Reads all sheets. Nothing where the workbook is damaged.
pub(super) fn read(bytes: &[u8]) -> Option<Tables> {
    let links = targets(bytes, "xl/_rels/workbook.xml.rels");
    let (sheets, from_1904) = sheets(bytes)?;
    let book = Book { styles: styles(bytes), strings: strings(bytes), from_1904 };
    let mut out = Tables::default();
    for (name, id, hidden) in sheets {
        let Some(target) = links.get(&id) else { continue };
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        let Some(xml) = part(bytes, &path) else { continue };
        let (folder, file) = path.rsplit_once('/').unwrap_or(("xl", &path));
        let leads = targets(bytes, &format!("{folder}/_rels/{file}.rels"));
        let mut table = Table { name, hidden, ..Table::default() };
        sheet(&xml, &book, &leads, &mut table, &mut out)?;
        out.tables.push(table);
    }
    Some(out)
}

/// Name, relation and whether it is hidden of each sheet; and whether days count from 1904.
fn sheets(bytes: &[u8]) -> Option<(Vec<(String, String, bool)>, bool)> {
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    walk(&part(bytes, "xl/workbook.xml")?, |node| {
        if let Node::Open(e) = node {
            match e.local_name().as_ref() {
                "sheet" => {
                    let hidden = attribute(e, "state").is_some_and(|state| state != "visible");
                    let name = attribute(e, "name").unwrap_or_default();
                    sheets.push((name, attribute(e, "id").unwrap_or_default(), hidden));
                }
                "workbookPr" => from_1904 = attribute(e, "date1904").is_some_and(|v| v == "1" || v == "true"),
                _ => {}
            }
        }
        true
    })?;
    Some((sheets, from_1904))
}

fn styles(bytes: &[u8]) -> Vec<Style> {
    let Some(xml) = part(bytes, "xl/styles.xml") else { return Vec::new() };
    let (mut codes, mut fonts, mut out) = (HashMap::new(), Vec::new(), Vec::new());
    let (mut in_fonts, mut in_cells) = (false, false);
    let number = |text: Option<String>| text.and_then(|t| t.parse::<u32>().ok()).unwrap_or_default();
    walk(&xml, |node| {
        match node {
            Node::Open(e) => match e.local_name().as_ref() {
                "numFmt" => {
                    codes.insert(number(attribute(e, "numFmtId")), attribute(e, "formatCode").unwrap_or_default());
                }
                "fonts" => in_fonts = true,
                "cellXfs" => in_cells = true,
                "font" if in_fonts => fonts.push(false),
                "strike" if in_fonts => {
                    if let Some(last) = fonts.last_mut() {
                        *last = set(e);
                    }
                }
                "xf" if in_cells => {
                    let id = number(attribute(e, "numFmtId"));
                    let font = number(attribute(e, "fontId")) as usize;
                    let format = codes.get(&id).map_or_else(|| built_in(id), |code| of_code(code));
                    out.push(Style { struck: fonts.get(font).copied().unwrap_or_default(), format });
                }
                _ => {}
            },
            Node::Close("fonts") => in_fonts = false,
            Node::Close("cellXfs") => in_cells = false,
            _ => {}
        }
        true
    });
    out
}

/// Text made of runs, such as a shared string: without what is struck out in it, and without how it is pronounced.
#[derive(Default)]
struct Runs {
    text: Struck,
    run_struck: bool,
    silent: bool,
    in_text: bool,
}

impl Runs {
    fn see(&mut self, node: &Node<'_>) {
        match node {
            Node::Open(e) => match e.local_name().as_ref() {
                "r" => self.run_struck = false,
                "strike" => self.run_struck = set(e),
                "rPh" => self.silent = true,
                "t" => self.in_text = true,
                _ => {}
            },
            Node::Close("rPh") => self.silent = false,
            Node::Close("t") => self.in_text = false,
            Node::Close("r") => self.run_struck = false,
            Node::Text(text) if self.in_text && !self.silent => self.text.push(text, self.run_struck),
            _ => {}
        }
    }
}

fn strings(bytes: &[u8]) -> Vec<(String, bool)> {
    let Some(xml) = part(bytes, "xl/sharedStrings.xml") else { return Vec::new() };
    let (mut out, mut runs) = (Vec::new(), Runs::default());
    walk(&xml, |node| {
        runs.see(&node);
        if let Node::Close("si") = node {
            out.push(std::mem::take(&mut runs).text.text());
        }
        true
    });
    out
}

/// The cell that is being read.
#[derive(Default)]
struct Reading {
    column: usize,
    kind: String,
    style: usize,
    formula: bool,
    value: String,
    in_value: bool,
    inline: Runs,
}

fn sheet(xml: &[u8], book: &Book, leads: &HashMap<String, String>, table: &mut Table, out: &mut Tables) -> Option<()> {
    let (mut row, mut cell) = (Row::default(), Reading::default());
    let (mut place, mut column) = (0, 0);
    let mut links: Vec<(Span, String)> = Vec::new();
    walk(xml, |node| {
        if cell.kind == "inlineStr" {
            cell.inline.see(&node);
        }
        match node {
            Node::Open(e) => match e.local_name().as_ref() {
                "row" => {
                    place = attribute(e, "r").and_then(|r| r.parse().ok()).unwrap_or(place + 1);
                    column = 0;
                    let hidden = attribute(e, "hidden").is_some_and(|v| v == "1" || v == "true")
                        || attribute(e, "ht").is_some_and(|v| v == "0");
                    row = Row { place, hidden, ..Row::default() };
                }
                "c" => {
                    let at = attribute(e, "r").and_then(|r| reference(&r)).map_or(column, |(_, column)| column);
                    column = at + 1;
                    cell = Reading {
                        column: at,
                        kind: attribute(e, "t").unwrap_or_default(),
                        style: attribute(e, "s").and_then(|s| s.parse().ok()).unwrap_or_default(),
                        ..Reading::default()
                    };
                }
                "f" => cell.formula = true,
                "v" => cell.in_value = true,
                "mergeCell" => table.merged.extend(attribute(e, "ref").and_then(|r| span(&r))),
                "hyperlink" => {
                    let lead = attribute(e, "id").and_then(|id| leads.get(&id).cloned());
                    if let (Some(span), Some(lead)) = (attribute(e, "ref").and_then(|r| span(&r)), lead) {
                        links.push((span, lead));
                    }
                }
                _ => {}
            },
            Node::Text(text) if cell.in_value => cell.value.push_str(text),
            Node::Close("v") => cell.in_value = false,
            Node::Close("c") => {
                let done = std::mem::take(&mut cell);
                let column = done.column;
                return out.put(&mut row, column, shown(done, book));
            }
            Node::Close("row") if !row.cells.is_empty() => table.rows.push(std::mem::take(&mut row)),
            _ => {}
        }
        true
    })?;
    for (span, lead) in links {
        let Ok(at) = table.rows.binary_search_by_key(&span.rows.0, |row| row.place) else { continue };
        if let Some(cell) = table.rows[at].cells.get_mut(span.columns.0) {
            cell.link = lead;
        }
    }
    Some(())
}

fn shown(cell: Reading, book: &Book) -> Cell {
    let style = book.styles.get(cell.style).cloned().unwrap_or_default();
    let uncomputed = cell.formula && cell.value.is_empty();
    let mut out = match cell.kind.as_str() {
        "s" => {
            let (text, struck) =
                cell.value.trim().parse::<usize>().ok().and_then(|n| book.strings.get(n)).cloned().unwrap_or_default();
            Cell { struck, ..Cell::of(text) }
        }
        "inlineStr" => {
            let (text, struck) = cell.inline.text.text();
            Cell { struck, ..Cell::of(text) }
        }
        "e" => Cell { uncomputed: true, ..Cell::default() },
        "b" => Cell::of(if cell.value.trim() == "1" { "true" } else { "false" }),
        "str" | "d" => Cell::of(cell.value),
        _ => match cell.value.trim().parse::<f64>() {
            Ok(number) => Cell {
                day: (style.format == Format::Plain)
                    .then(|| super::formats::day(number, book.from_1904))
                    .flatten()
                    .filter(|_| (20_000.0..80_000.0).contains(&number)),
                ..Cell::of(style.format.show(number, book.from_1904))
            },
            Err(_) => Cell::of(cell.value),
        },
    };
    out.struck |= style.struck;
    out.uncomputed |= uncomputed && out.text.is_empty();
    out
}

/// Row, from 1, and column, from 0, of a reference such as `B12`.
fn reference(text: &str) -> Option<(usize, usize)> {
    let text = text.replace('$', "");
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = text.split_at(letters);
    let column = letters
        .bytes()
        .try_fold(0usize, |sum, b| sum.checked_mul(26)?.checked_add(usize::from(b.to_ascii_uppercase() - b'A') + 1))?;
    Some((digits.parse().ok()?, column.checked_sub(1)?))
}

fn span(text: &str) -> Option<Span> {
    let (from, to) = text.split_once(':').unwrap_or((text, text));
    let ((first, left), (last, right)) = (reference(from)?, reference(to)?);
    Some(Span { rows: (first, last), columns: (left, right) })
}
