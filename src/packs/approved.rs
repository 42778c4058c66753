//! How the approval of a revision in a pack is proven: by a person's statement, signed or not; else by nothing but the entry that says
//! so, whose writer and day are named, and the list that it was taken over from.

use super::content::Content;
use super::item::{PackItem, What};
use super::stated::Stated;
use crate::documents::Revision;
use crate::mapping::Origin;
use crate::statements::Meant;

/// In words: `signed by md@example.org on 2026-06-30`, `unsigned, from a list (master list, row 12), entered by …`.
pub(super) fn approval(item: &PackItem, content: &Content) -> String {
    let What::Document(_, revision) = &item.what else { return String::new() };
    let approves = |stated: &&Stated| {
        stated.statement.meaning == Meant::Approved && stated.statement.revision == Some(revision.id)
    };
    let said = item.stated.iter().filter(approves).map(|stated| {
        let how = if stated.statement.key.is_some() { "signed" } else { "unsigned, stated" };
        format!("{how} by {} on {}", stated.statement.email, stated.statement.day)
    });
    let said = said.collect::<Vec<_>>().join("; ");
    if !said.is_empty() {
        return said;
    }
    let Some(entry) = revision.approved_at.and_then(|seq| content.entered(seq)) else { return String::new() };
    let on = entry.at.get(..10).unwrap_or_default();
    let from = list(item, revision).map_or_else(String::new, |list| format!(", from a list ({list})"));
    format!("unsigned, no statement{from}, entered by {} on {on}", entry.actor)
}

/// The same in a word or two, for a line that names who approved.
pub(super) fn short(item: &PackItem, content: &Content) -> String {
    let said = approval(item, content);
    let signed = said.split("; ").filter(|said| said.starts_with("signed")).count();
    match (signed, said.split("; ").count()) {
        _ if said.is_empty() => said,
        (0, _) if said.contains(", from a list (") => String::from("approval unsigned, from a list"),
        (0, _) => String::from("approval unsigned"),
        (signed, all) if signed == all => String::from("approval signed"),
        (signed, all) => format!("approval signed by {signed} of {all}"),
    }
}

/// The list, with its row, from which a revision was taken in together with its approval.
fn list<'a>(item: &'a PackItem, revision: &Revision) -> Option<&'a str> {
    // Taking in writes the approval behind the revision at once; one that is given here comes by itself.
    if revision.approved_at != Some(revision.position + 1) {
        return None;
    }
    item.mappings.iter().find_map(|mapping| match &mapping.origin {
        Origin::Import { source } if source.contains("row ") => Some(source.as_str()),
        _ => None,
    })
}
