//! Lists of other things than documents and records among the files of a share: of suppliers, risks, assets, or which controls
//! apply. There is no register of these yet; they are kept as files, and that is said.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

use super::input::Found;
use crate::extract::Media;
use crate::import::oddities;
use crate::import::problem::{Problem, Said};
use crate::words::other_list;

/// In so many of its first rows the names of a list stand.
const FIRST_ROWS: usize = 12;

/// So many controls, each in a row of its own, are a statement of applicability and no document that cites some.
const CONTROLS: usize = 30;

static CONTROL: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^A\.?\s?\d{1,2}\.\d{1,2}(?:\.\d{1,2})?$").ok());

/// What is to be said of such lists.
pub(super) fn kept_lists(files: &[Found], out: &mut Vec<Problem>) {
    for found in files {
        out.extend(list_of(found).map(|said| Problem::file(&found.path, said)));
    }
}

fn list_of(found: &Found) -> Option<Said> {
    if !matches!(found.extracted.media, Media::Xlsx | Media::Xls | Media::Ods | Media::Csv) {
        return None;
    }
    let rows = || found.extracted.text.lines().map(cells).filter(|cells| cells.len() >= 3);
    let assessed = |cells: Vec<&str>| cells.contains(&"urn") && cells.contains(&"compliance_result");
    if rows().take(FIRST_ROWS).any(assessed) {
        return Some(oddities::assessment_kept());
    }
    let controls: HashSet<&str> = rows().filter_map(|cells| cells.into_iter().take(3).find(|c| control(c))).collect();
    if controls.len() >= CONTROLS {
        return Some(oddities::statement_kept());
    }
    let kind = rows().take(FIRST_ROWS).find_map(|names| {
        let kinds: Vec<&'static str> = names.iter().filter_map(|name| other_list(name)).collect();
        let first = *kinds.first()?;
        let sure = kinds.iter().filter(|kind| **kind == first).count() >= 2
            || names.first().and_then(|name| other_list(name)) == Some(first);
        sure.then_some(first)
    })?;
    Some(match kind {
        "supplier" => oddities::suppliers_kept(),
        "risk" => oddities::risks_kept(),
        _ => oddities::assets_kept(),
    })
}

fn control(cell: &str) -> bool {
    CONTROL.as_ref().is_some_and(|control| control.is_match(cell))
}

/// The cells of a row, by whatever parts them; those that say nothing are left out.
fn cells(row: &str) -> Vec<&str> {
    let part = ['\t', ';', ','].into_iter().find(|part| row.matches(*part).count() >= 2).unwrap_or('\t');
    row.split(part).map(|cell| cell.trim().trim_matches('"').trim()).filter(|cell| !cell.is_empty()).collect()
}
