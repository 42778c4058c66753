//! The sheets of OpenDocument spreadsheets: cells at their places, comments and text boxes behind them.

use super::heard::{Form, Heard, heads_comment};
use super::model::MOST_TEXT;
use super::sheet::Grid;
use super::tables::xml::{Node, attribute, walk};
use super::xml::collapsed;

/// Adds the sheets of a `content.xml`. Nothing where it is no XML; what came before is kept.
pub(super) fn sheets(xml: &[u8], out: &mut String) -> Option<()> {
    let (mut aside, mut asides, mut heard) = (String::new(), 0u32, Heard::new(Form::Open));
    let (mut row, mut column, mut rows, mut columns) = (0usize, 0usize, 1usize, 1usize);
    let (mut in_cell, mut cell) = (false, String::new());
    let mut place = None;
    let read = walk(xml, |node| {
        match &node {
            Node::Open(e) => {
                heard.opens(e.local_name().as_ref());
                for said in heard.said(e) {
                    aside.push_str(&said);
                    aside.push('\n');
                }
            }
            Node::Close(name) => heard.closes(name),
            Node::Text(_) => {}
        }
        match node {
            Node::Open(e) => match e.local_name().as_ref() {
                name if heard.aside(name) => asides += 1,
                "table" => {
                    let name = attribute(e, "name").unwrap_or_default();
                    place = Some(Grid::begin(out, &name).place());
                    (row, rows) = (0, 1);
                }
                "table-row" => {
                    rows = repeated(attribute(e, "number-rows-repeated"));
                    column = 0;
                }
                "table-cell" | "covered-table-cell" => {
                    columns = repeated(attribute(e, "number-columns-repeated"));
                    in_cell = true;
                    cell.clear();
                }
                "s" | "tab" | "line-break" => to(asides, in_cell, &mut aside, &mut cell, out).push(' '),
                _ => {}
            },
            Node::Close(name) => match name {
                name if heard.aside(name) => {
                    asides = asides.saturating_sub(1);
                    aside.push('\n');
                }
                name if asides > 0 && heads_comment(name) => aside.push(' '),
                "p" | "h" => to(asides, in_cell, &mut aside, &mut cell, out).push(if in_cell && asides == 0 {
                    ' '
                } else {
                    '\n'
                }),
                "table-cell" | "covered-table-cell" => {
                    let filled = !cell.trim().is_empty();
                    match place {
                        Some(at) if filled => {
                            let mut grid = Grid::at(out, at);
                            grid.put(row, column, cell.trim());
                            place = Some(grid.place());
                        }
                        None if filled => {
                            out.push_str(cell.trim());
                            out.push('\t');
                        }
                        _ => {}
                    }
                    column = column.saturating_add(columns);
                    in_cell = false;
                }
                "table-row" => row = row.saturating_add(rows),
                "table" => {
                    out.push('\n');
                    place = None;
                }
                _ => {}
            },
            Node::Text(text) if heard.text() => collapsed(text, to(asides, in_cell, &mut aside, &mut cell, out)),
            Node::Text(_) => {}
        }
        out.len() <= MOST_TEXT
    });
    // What follows is in no sheet.
    out.push_str("\n\x0b\n");
    out.push_str(&aside);
    read
}

fn repeated(attribute: Option<String>) -> usize {
    attribute.and_then(|number| number.parse().ok()).unwrap_or(1)
}

/// Where some text goes.
fn to<'a>(
    asides: u32,
    in_cell: bool,
    aside: &'a mut String,
    cell: &'a mut String,
    out: &'a mut String,
) -> &'a mut String {
    match (asides, in_cell) {
        (0, true) => cell,
        (0, false) => out,
        _ => aside,
    }
}
