//! Comments on cells of a workbook: each stands at its cell, in a block of its sheet behind all sheets.

use std::collections::{BTreeMap, BTreeSet};

use super::figures::place;
use super::slides::absolute;
use super::tables::xml::{Node, attribute, part, targets, walk};

/// Comments by row and column, from 0.
pub(super) type Cells = BTreeMap<(usize, usize), String>;

/// Those of a sheet. The parts of the file that held them are added to `read`.
pub(super) fn of_sheet(bytes: &[u8], path: &str, read: &mut BTreeSet<String>) -> Cells {
    let mut cells = Cells::new();
    let Some((folder, file)) = path.rsplit_once('/') else { return cells };
    let links: BTreeSet<String> = targets(bytes, &format!("{folder}/_rels/{file}.rels")).into_values().collect();
    for link in links {
        let name = absolute(folder, &link);
        let comments = link.ends_with(".xml") && link.to_lowercase().contains("comment");
        if let Some(xml) = part(bytes, &name).filter(|_| comments) {
            see(&xml, &mut cells);
            read.insert(name);
        }
    }
    cells
}

fn see(xml: &[u8], cells: &mut Cells) {
    let (mut at, mut says, mut silent) = (None, 0u32, false);
    walk(xml, |node| {
        match node {
            Node::Open(e) => match e.local_name().as_ref() {
                "comment" | "threadedComment" => at = attribute(e, "ref").and_then(|cell| place(&cell)),
                "text" => says += 1,
                "rPh" => silent = true,
                _ => {}
            },
            Node::Close("text") => says = says.saturating_sub(1),
            Node::Close("rPh") => silent = false,
            Node::Close("comment" | "threadedComment") => {
                // One is parted from the next at the same cell.
                if let Some(said) = at.and_then(|at| cells.get_mut(&at)) {
                    said.push(' ');
                }
            }
            Node::Text(text) if says > 0 && !silent && !(text.trim().is_empty() && text.contains('\n')) => {
                // One that names no cell stands in the first.
                cells.entry(at.unwrap_or_default()).or_default().push_str(text);
            }
            Node::Text(_) | Node::Close(_) => {}
        }
        true
    });
}
