//! What somebody holds from elsewhere, beside a pack.

use std::path::Path;

use super::Fact;
use super::contents::Contents;
use super::note;
use super::report::Report;
use crate::error::{Error, Result};

/// Something held from elsewhere: it has to name the same key, or be a checkpoint of the same ledger.
pub(super) fn outside(path: &Path, contents: &Contents, report: &mut Report) -> Result<()> {
    let held = std::fs::read_to_string(path).map_err(|e| Error::io(path, e))?;
    let place = path.display().to_string();
    let same = |name: &str| contents.text(name).is_some_and(|t| t.trim() == held.trim());
    if same("data/ledger/allowed_signers") || same("data/ledger/verifier-key") || same("data/ledger/checkpoint") {
        return Ok(());
    }
    let Some(statement) = note::statement(&held) else {
        report.find("key_differs", place, "The pack was not signed by the key you hold");
        return Ok(());
    };
    // The pack's own checkpoint and the one before are what can be compared here; another size needs the workspace.
    let own = ["data/ledger/checkpoint", "data/ledger/previous-checkpoint"];
    for there in own.iter().filter_map(|name| contents.text(name).and_then(note::statement)) {
        if there.origin == statement.origin && there.size == statement.size {
            if there.root != statement.root {
                let what =
                    format!("The checkpoint you hold speaks of another history: its {} entries are others", there.size);
                report.find("another_history", place, what);
            }
            return Ok(());
        }
    }
    let newer = contents
        .text("data/ledger/checkpoint")
        .and_then(note::statement)
        .is_some_and(|there| there.origin == statement.origin && there.size < statement.size);
    let key = contents.text("data/ledger/verifier-key").and_then(note::key);
    if newer {
        report.facts.push(Fact::NewerHeld { entries: statement.size });
    } else if key.is_none_or(|(name, public)| !note::signed_by(&held, &name, &public)) {
        report.find("key_differs", place, "The checkpoint you hold was signed by another key");
    } else {
        report.facts.push(Fact::SameKey { entries: statement.size });
    }
    Ok(())
}
