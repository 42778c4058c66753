//! Tables of Word documents.

use super::model::{Cell, Row, Span, Table, Tables};
use super::xml::{Node, Struck, attribute, part, set, targets, walk};

#[derive(Default)]
struct Open {
    table: Table,
    row: Row,
    place: usize,
    column: usize,
    wide: usize,
    /// The cell goes on from the one above.
    goes_on: bool,
    text: Struck,
    link: String,
    in_cell: bool,
    gone: bool,
    paragraphs: usize,
}

/// Reads all tables, inner ones by themselves. Nothing where the document is damaged.
pub(super) fn read(bytes: &[u8]) -> Option<Tables> {
    let leads = targets(bytes, "word/_rels/document.xml.rels");
    let mut out = Tables::default();
    let mut tables: Vec<Open> = Vec::new();
    let (mut struck, mut deleted, mut in_text, mut row_marks, mut heading) = (false, 0u32, false, false, String::new());
    walk(&part(bytes, "word/document.xml")?, |node| {
        match node {
            Node::Open(e) => match e.local_name().as_ref() {
                "tbl" => tables.push(Open {
                    table: Table { name: std::mem::take(&mut heading), ..Table::default() },
                    ..Open::default()
                }),
                "tr" => {
                    if let Some(open) = tables.last_mut() {
                        open.place += 1;
                        (open.column, open.gone) = (0, false);
                        open.row = Row { place: open.place, ..Row::default() };
                    }
                }
                "trPr" => row_marks = true,
                "del" | "moveFrom" if row_marks => {
                    if let Some(open) = tables.last_mut() {
                        open.gone = true;
                    }
                }
                "del" | "moveFrom" => deleted += 1,
                "tc" => {
                    if let Some(open) = tables.last_mut() {
                        (open.wide, open.goes_on, open.in_cell, open.paragraphs) = (1, false, true, 0);
                        (open.text, open.link) = (Struck::default(), String::new());
                    }
                }
                "gridSpan" => {
                    let wide = attribute(e, "val").and_then(|n| n.parse().ok()).unwrap_or(1);
                    if let Some(open) = tables.last_mut() {
                        open.wide = wide;
                    }
                }
                "vMerge" => {
                    let begins = attribute(e, "val").is_some_and(|val| val == "restart");
                    if let Some(open) = tables.last_mut() {
                        merge_down(open, begins);
                    }
                }
                "p" => {
                    match tables.last_mut() {
                        Some(open) if open.paragraphs > 0 => open.text.push("\n", false),
                        Some(_) => {}
                        None => heading.clear(),
                    }
                    if let Some(open) = tables.last_mut() {
                        open.paragraphs += 1;
                    }
                }
                "r" => struck = false,
                "strike" | "dstrike" => struck = set(e),
                "t" => in_text = true,
                "tab" | "br" | "cr" if in_run(&tables) => {
                    let sign = if e.local_name().as_ref() == "tab" { " " } else { "\n" };
                    if let Some(open) = tables.last_mut() {
                        open.text.push(sign, false);
                    }
                }
                "hyperlink" => {
                    let lead = attribute(e, "id").and_then(|id| leads.get(&id).cloned());
                    if let (Some(open), Some(lead)) = (tables.last_mut(), lead) {
                        open.link = lead;
                    }
                }
                _ => {}
            },
            Node::Text(text) if in_text && deleted == 0 => match tables.last_mut() {
                Some(open) if open.in_cell => open.text.push(text, struck),
                Some(_) => {}
                None => heading.push_str(text),
            },
            Node::Text(_) => {}
            Node::Close(name) => match name {
                "t" => in_text = false,
                "trPr" => row_marks = false,
                "del" | "moveFrom" if !row_marks => deleted = deleted.saturating_sub(1),
                "tc" => {
                    let Some(open) = tables.last_mut() else { return true };
                    return close_cell(open, &mut out);
                }
                "tr" => {
                    if let Some(open) = tables.last_mut() {
                        let row = std::mem::take(&mut open.row);
                        if !row.cells.is_empty() && !open.gone {
                            open.table.rows.push(row);
                        }
                    }
                }
                "tbl" => out.tables.extend(tables.pop().map(|open| open.table)),
                _ => {}
            },
        }
        true
    })?;
    Some(out)
}

fn in_run(tables: &[Open]) -> bool {
    tables.last().is_some_and(|open| open.in_cell && open.paragraphs > 0)
}

/// A cell that is one with those below begins, or goes on.
fn merge_down(open: &mut Open, begins: bool) {
    let (row, column) = (open.place, open.column);
    if begins {
        open.table.merged.push(Span { rows: (row, row), columns: (column, column) });
        return;
    }
    open.goes_on = true;
    let above = open.table.merged.iter_mut().rev().find(|s| s.columns.0 == column && s.rows.1 + 1 >= row);
    if let Some(span) = above {
        span.rows.1 = row;
    }
}

fn close_cell(open: &mut Open, out: &mut Tables) -> bool {
    open.in_cell = false;
    let (text, struck) = std::mem::take(&mut open.text).text();
    let (column, wide) = (open.column, open.wide);
    open.column += wide;
    if wide > 1 && !open.goes_on {
        open.table.merged.push(Span { rows: (open.place, open.place), columns: (column, column + wide - 1) });
    }
    let cell = Cell { link: std::mem::take(&mut open.link), struck, ..Cell::of(text.trim()) };
    out.put(&mut open.row, column, cell)
}
