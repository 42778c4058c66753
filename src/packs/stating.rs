//! The statements in a pack: each as a text that stock `ssh-keygen -Y verify` checks, with the entries about the people who
//! made them as far as a signature needs them.

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde_json::Value;
use uuid::Uuid;

use super::caveats::Caveat;
use super::content::Content;
use super::deciding::Issued;
use super::item::PackItem;
use super::names::Names;
use super::stated::Stated;
use crate::error::Result;
use crate::items::ItemId;
use crate::ledger::{self, Entry};
use crate::soa;
use crate::standards::EditionId;
use crate::statements;
use crate::workspace;

/// So much of a statement's name is kept: with `.txt.sig` behind it, it fits below the longest top folder.
const LONGEST: usize = 80;

/// What was said of each of these, oldest first. A name hangs on nothing but its own item, so that it stays where entries about
/// another are withheld.
pub(super) fn state(db: &Connection, items: &mut [PackItem], names: &mut Names) -> Result<()> {
    for item in items {
        for (count, statement) in statements::about(db, item.id())?.into_iter().enumerate() {
            let name = statements::file_name(&statement, count);
            let stem: String = name
                .trim_end_matches(".txt")
                .chars()
                .scan(0, |used, c| {
                    *used += c.len_utf8();
                    (*used <= LONGEST).then_some(c)
                })
                .collect();
            let place = names.typed("approvals", &stem, "statement.txt");
            let retired = statement.key_retired_for(db)?;
            item.stated.push(Stated { place, statement, retired });
        }
    }
    Ok(())
}

/// Statements whose key was retired later for the day on which it signed.
pub(super) fn retired(items: &[PackItem]) -> Option<Caveat> {
    let mut statements = Vec::new();
    for item in items {
        for Stated { statement, .. } in item.stated.iter().filter(|stated| stated.retired) {
            statements.push(format!("{} ({}, {})", item.code(), statement.email, statement.day));
        }
    }
    (!statements.is_empty()).then_some(Caveat::KeysRetired { statements })
}

/// The files: each text, each signature, and the keys of those who signed. `origin` is the name under which the workspace signs.
pub(super) fn files(content: &Content, origin: &str) -> Result<Vec<(String, Vec<u8>)>> {
    let workspace = origin.rsplit('/').next().and_then(|id| Uuid::parse_str(id).ok()).unwrap_or_default();
    let all = || content.items.iter().flat_map(|item| &item.stated);
    let mut out = Vec::new();
    for Stated { place, statement, .. } in all() {
        out.push((place.clone(), statement.text(workspace).into_bytes()));
        if let Some(signature) = &statement.signature {
            out.push((format!("{place}.sig"), signature.clone().into_bytes()));
        }
    }
    let mut signers: BTreeSet<String> =
        statements::signers(all().map(|stated| &stated.statement))?.split_inclusive('\n').map(str::to_owned).collect();
    for Issued { place, edition, version, controls, .. } in &content.issued {
        out.push((place.clone(), version.text(workspace, edition, controls).into_bytes()));
        if let Some(signature) = version.signature() {
            out.push((format!("{place}.sig"), signature.as_bytes().to_vec()));
        }
        signers.extend(version.allowed_signer()?);
    }
    let signers = signers.into_iter().collect::<String>();
    if !signers.is_empty() {
        out.push((String::from("approvals/allowed_signers"), signers.into_bytes()));
    }
    Ok(out)
}

/// The entries before `size` about the people who said something of these: that they are enrolled, under which name and address,
/// and with which keys. When somebody was away, left or was given another role is nothing that an auditor of these is told.
pub(super) fn people(
    db: &Connection,
    from: &Connection,
    items: impl Iterator<Item = ItemId>,
    editions: &[EditionId],
    size: u64,
) -> Result<Vec<u64>> {
    let mut signers = BTreeSet::new();
    for edition in editions {
        signers.extend(soa::issued(db, edition)?.into_iter().filter(|v| v.seq < size).map(|v| v.signer().0));
    }
    for item in items {
        signers.extend(statements::about(db, item)?.into_iter().filter(|s| s.seq < size).map(|s| s.signer.0));
    }
    let mut wanted = Vec::new();
    for seq in workspace::entries_about(db, signers.iter().copied(), size)? {
        let Some(bytes) = ledger::entry_bytes(from, seq)? else { continue };
        if of_a_signer(Entry::parse(&bytes)?.event(), &signers) {
            wanted.push(seq);
        }
    }
    Ok(wanted)
}

/// Whether an event says of one of these people their name, their address or a key, and nothing of anybody else.
fn of_a_signer(event: &str, signers: &BTreeSet<Uuid>) -> bool {
    let Ok(event) = serde_json::from_str::<Value>(event) else { return false };
    let data = &event["data"];
    let theirs = data["id"].as_str().and_then(|id| Uuid::parse_str(id).ok()).is_some_and(|id| signers.contains(&id));
    let names = |changes: &Vec<Value>| changes.iter().all(|change| change["field"] == "name");
    theirs
        && match event["kind"].as_str() {
            Some("person.enrolled" | "person.key_enrolled" | "person.key_retired") => true,
            Some("person.corrected") => data["changes"].as_array().is_some_and(names),
            _ => false,
        }
}
