//! How a workbook shows its numbers and days: people search for what they see, `QP-007`, `42.0%` or `09.03.2026`.

use std::collections::HashMap;

use super::formatted::{Figure, shown};
use super::tables::xml::{Node, attribute, part, targets, walk};

/// The formats of a workbook.
#[derive(Default)]
pub(super) struct Figures {
    /// The format of each style of a cell.
    styles: Vec<Option<String>>,
    /// Where the sheets lie.
    sheets: HashMap<String, String>,
    from_1904: bool,
}

/// Cells by row and column, from 0.
type Cells = HashMap<(usize, usize), Figure>;

impl Figures {
    /// Reads how a workbook shows; one in which nothing is said of it shows all as it is.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut out = Self::default();
        let links = targets(bytes, "xl/_rels/workbook.xml.rels");
        walk(&part(bytes, "xl/workbook.xml").unwrap_or_default(), |node| {
            if let Node::Open(e) = node {
                match e.local_name().as_ref() {
                    "sheet" => {
                        let link = attribute(e, "id").and_then(|id| links.get(&id));
                        if let (Some(name), Some(link)) = (attribute(e, "name"), link) {
                            let path = link.strip_prefix('/').map_or_else(|| format!("xl/{link}"), str::to_owned);
                            out.sheets.insert(name, path);
                        }
                    }
                    "workbookPr" => out.from_1904 = attribute(e, "date1904").is_some_and(|v| v == "1" || v == "true"),
                    _ => {}
                }
            }
            true
        });
        let (mut codes, mut in_cells) = (HashMap::new(), false);
        walk(&part(bytes, "xl/styles.xml").unwrap_or_default(), |node| {
            match node {
                Node::Open(e) => match e.local_name().as_ref() {
                    "numFmt" => {
                        let code = attribute(e, "formatCode").unwrap_or_default();
                        codes.insert(attribute(e, "numFmtId").unwrap_or_default(), code);
                    }
                    "cellXfs" => in_cells = true,
                    "xf" if in_cells => {
                        let id = attribute(e, "numFmtId").unwrap_or_default();
                        out.styles.push(codes.get(&id).cloned().or_else(|| built_in(&id).map(str::to_owned)));
                    }
                    _ => {}
                },
                Node::Close("cellXfs") => in_cells = false,
                _ => {}
            }
            true
        });
        out
    }

    /// Where a sheet lies in the file.
    pub(super) fn path_of(&self, name: &str) -> Option<&str> {
        self.sheets.get(name).map(String::as_str)
    }

    /// The numbers of a sheet that are shown otherwise than they are.
    pub(super) fn of_sheet(&self, bytes: &[u8], name: &str) -> Cells {
        let mut cells = Cells::new();
        if self.styles.iter().all(Option::is_none) {
            return cells;
        }
        let Some(xml) = self.sheets.get(name).and_then(|path| part(bytes, path)) else { return cells };
        let (mut at, mut code, mut value, mut in_value) = (None, None, String::new(), false);
        let _ = walk(&xml, |node| {
            match node {
                Node::Open(e) => match e.local_name().as_ref() {
                    "c" => {
                        let number = attribute(e, "t").is_none_or(|kind| kind == "n");
                        let style = attribute(e, "s").and_then(|s| s.parse::<usize>().ok()).unwrap_or(0);
                        code = self.styles.get(style).and_then(Option::as_deref).filter(|_| number);
                        at = code.and_then(|_| place(&attribute(e, "r")?));
                        value.clear();
                    }
                    "v" => in_value = at.is_some(),
                    _ => {}
                },
                Node::Text(text) if in_value => value.push_str(text),
                Node::Close("v") => in_value = false,
                Node::Close("c") => {
                    let number = value.trim().parse::<f64>().ok();
                    if let (Some(at), Some(code), Some(number)) = (at, code, number) {
                        cells.extend(shown(code, number, self.from_1904).map(|figure| (at, figure)));
                    }
                    at = None;
                }
                _ => {}
            }
            true
        });
        cells
    }
}

/// Row and column, from 0, of `B7`.
pub(super) fn place(reference: &str) -> Option<(usize, usize)> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters.fold(0usize, |n, b| n.saturating_mul(26) + usize::from(b.to_ascii_uppercase() - b'A') + 1);
    let row: usize = reference.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// The formats that Excel keeps under a number of its own. Which order a day has is set in Windows; here the one of most of Europe.
fn built_in(id: &str) -> Option<&'static str> {
    Some(match id {
        "2" => "0.00",
        "3" | "37" | "38" => "#,##0",
        "4" | "39" | "40" => "#,##0.00",
        "9" => "0%",
        "10" => "0.00%",
        "14" => "dd.mm.yyyy",
        "15" => "d-mmm-yy",
        "16" => "d-mmm",
        "17" => "mmm-yy",
        "18" => "h:mm AM/PM",
        "19" => "h:mm:ss AM/PM",
        "20" => "hh:mm",
        "21" => "hh:mm:ss",
        "22" => "dd.mm.yyyy hh:mm",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_told_by_its_column_and_row() {
        assert_eq!([place("B7"), place("AA1"), place("7")], [Some((6, 1)), Some((0, 26)), None]);
    }
}
