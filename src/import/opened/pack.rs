//! An audit pack of this program: its documents and records are evidence of what somebody showed on a day, and nothing more.
//! What the pack says of each is kept as its word; no mapping of another register counts here by itself.

use std::collections::HashMap;

use super::says::{Part, Says, day};
use crate::extract::Held;

/// So many clauses are named in a remark.
const NAMED: usize = 40;

/// What the pack says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pack {
    /// Its folder.
    pub(super) top: String,
    /// Whose it is, for which audit, made on which day.
    pub(super) says: String,
}

/// The files of a pack, with what it says of each; nothing where this is no pack.
pub(super) fn parts(held: &Held) -> Option<(Pack, Vec<Part>)> {
    let (info, tags) = held.iter().find(|(name, _)| name.ends_with("/bag-info.txt"))?;
    let top = info.strip_suffix("/bag-info.txt").filter(|top| !top.contains('/'))?;
    let of = |path: &str| held.iter().find(|(name, _)| name.strip_prefix(top) == Some(path)).map(|(_, bytes)| bytes);
    of("/data/ledger/checkpoint")?;
    let tags = String::from_utf8_lossy(tags).into_owned();
    let tag =
        |name: &str| tags.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).unwrap_or_default();
    let made = tag("Bagging-Date");
    let said = [tag("Source-Organization"), tag("External-Identifier"), made];
    let pack =
        Pack { top: top.to_owned(), says: said.into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(", ") };
    let mut says: HashMap<String, Says> = HashMap::new();
    for list in ["documents", "records"] {
        for row in rows(of(&format!("/data/{list}.csv"))) {
            let at = |column: &str| row.get(column).map(String::as_str).unwrap_or_default();
            let mut note = vec![pack.says.clone(), format!("{} {}", at("code"), at("revision")).trim().to_owned()];
            let approved = [at("approved by"), at("approved on")].into_iter().filter(|said| !said.is_empty());
            note.extend(approved.map(str::to_owned));
            note.extend(Some(at("note")).filter(|note| !note.is_empty()).map(str::to_owned));
            let one = Says {
                title: Some(at("title").to_owned()).filter(|title| !title.is_empty()),
                collected: day(at("collected")).or_else(|| day(made)),
                period_from: day(at("period from")),
                period_to: day(at("period to")),
                valid_until: day(at("valid until")),
                note: note.join("; "),
                ..Says::default()
            };
            says.insert(at("code").to_owned(), one);
        }
    }
    let mut clauses: HashMap<String, Vec<String>> = HashMap::new();
    for row in rows(of("/data/mappings.csv")) {
        let at = |column: &str| row.get(column).map(String::as_str).unwrap_or_default();
        let of_item = clauses.entry(at("code").to_owned()).or_default();
        of_item.push(format!("{} {} {}", at("standard"), at("clause"), at("strength")).trim().to_owned());
    }
    let mut out = Vec::new();
    for row in rows(of("/data/files.csv")) {
        let at = |column: &str| row.get(column).map(String::as_str).unwrap_or_default();
        let path = at("file in this pack").trim_start_matches("data/");
        let Some(content) = of(&format!("/data/{path}")).filter(|_| !path.is_empty()) else { continue };
        let mut one = says.get(at("code")).cloned().unwrap_or_default();
        if let Some(named) = clauses.get(at("code")) {
            let more = if named.len() > NAMED { format!(" +{}", named.len() - NAMED) } else { String::new() };
            let shown: Vec<&str> = named.iter().take(NAMED).map(String::as_str).collect();
            one.note = format!("{}; {}{more}", one.note, shown.join(", "));
        }
        out.push(Part { name: path.to_owned(), content: content.clone(), says: one });
    }
    Some((pack, out))
}

/// The rows of a list, each by its columns; none where it is not there.
fn rows(list: Option<&Vec<u8>>) -> Vec<HashMap<String, String>> {
    let Some(bytes) = list else { return Vec::new() };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    reader.deserialize().filter_map(Result::ok).collect()
}
