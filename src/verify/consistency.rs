//! Checks that one ledger is the beginning of another: what `ledger consistency` printed, as text or JSON, with a checkpoint
//! of the earlier one that somebody holds, and the key that signs.

use serde_json::Value;

use super::Fact;
use super::keys::held_key;
use super::mailed;
use super::merkle::{Hash, consistent};
use super::note;
use super::report::Report;

/// What the file says.
struct Said {
    old: u64,
    new: u64,
    old_root: Hash,
    path: Vec<Hash>,
    checkpoint: String,
}

/// Checks a proof of consistency. `against` is a checkpoint of the earlier ledger, `key` a verifier key that came another
/// way.
pub fn consistency(text: &str, against: Option<&str>, key: Option<&str>) -> Report {
    let mut report = Report { ok: true, ..Report::default() };
    let before = report.findings.len();
    let said = read(text);
    let Some(said) = said else {
        report.find("proof_unreadable", "proof", "This is not what `ledger consistency` prints: copy it whole");
        report.close("proof", before, None);
        return report;
    };
    let Some(now) = note::statement(&said.checkpoint) else {
        report.find("checkpoint_unreadable", "proof", "The checkpoint in it cannot be read");
        report.close("proof", before, None);
        return report;
    };
    if now.size != said.new || !consistent(said.old, said.new, &said.path, said.old_root, now.root) {
        let what =
            format!("The first {} entries of this ledger are not proven to be those of the earlier one", said.old);
        report.find("another_history", "proof", what);
    }
    report.close("proof", before, Fact::Consistent { old: said.old, new: said.new });

    if let Some(held) = against {
        let before = report.findings.len();
        match mailed::checkpoint(held).as_deref().and_then(note::statement) {
            None => {
                report.find("checkpoint_unreadable", "outside checkpoint", "The checkpoint you hold cannot be read");
            }
            Some(held) if held.origin != now.origin => {
                let what = format!("The checkpoint you hold belongs to another workspace ({})", held.origin);
                report.find("checkpoint_foreign", "outside checkpoint", what);
            }
            Some(held) if held.size == said.old && held.root == said.old_root => {}
            Some(held) if held.size == now.size && held.root == now.root => {}
            Some(held) if held.size == said.old || held.size == now.size => {
                let what =
                    format!("The checkpoint you hold speaks of another history: its {} entries are others", held.size);
                report.find("another_history", "outside checkpoint", what);
            }
            Some(held) => {
                let what = format!(
                    "The checkpoint you hold has {} entries, the proof begins at {}: ask for `ledger consistency {}`",
                    held.size, said.old, held.size
                );
                report.find("proof_of_another_size", "outside checkpoint", what);
            }
        }
        report.close("outside", before, Fact::Fits { path: String::from("The checkpoint you hold") });
    } else {
        report.facts.push(Fact::NothingOutside);
    }

    match key.map(held_key) {
        Some(key) => {
            let before = report.findings.len();
            if key.is_none_or(|public| !note::signed_by(&said.checkpoint, &now.origin, &public)) {
                report.find("checkpoint_invalid", "proof", "The new checkpoint is not signed by the key you hold");
            }
            report.close("signature", before, Fact::Signed);
        }
        None => report.facts.push(Fact::CompareKey),
    }
    report
}

/// The name of a ledger and the roots of two of its sizes.
pub(super) struct Shown {
    pub(super) origin: String,
    pub(super) roots: [(u64, Hash); 2],
    /// The later checkpoint.
    pub(super) note: String,
}

/// What a proof of consistency shows; nothing where it shows nothing.
pub(super) fn said(text: &str) -> Option<Shown> {
    let said = read(text)?;
    let now = note::statement(&said.checkpoint)?;
    let holds = now.size == said.new && consistent(said.old, said.new, &said.path, said.old_root, now.root);
    let roots = [(said.old, said.old_root), (now.size, now.root)];
    holds.then_some(Shown { origin: now.origin, roots, note: said.checkpoint })
}

/// What a file says, as text or JSON.
fn read(text: &str) -> Option<Said> {
    match serde_json::from_str::<Value>(text) {
        Ok(value) => from_json(&value),
        Err(_) => from_text(text),
    }
}

fn from_json(value: &Value) -> Option<Said> {
    let text = |name: &str| value[name].as_str();
    let old_root = hex::decode(text("old_root")?).ok()?.try_into().ok()?;
    proof(text("proof")?, old_root, text("checkpoint")?)
}

/// Two lines with sizes and roots, the proof, the checkpoint.
fn from_text(text: &str) -> Option<Said> {
    let text = text.replace("\r\n", "\n");
    let (head, rest) = text.split_once("clausebook/consistency@v1\n")?;
    let old_root = head.lines().find(|line| !line.trim().is_empty())?.rsplit_once("root ")?.1.trim();
    let old_root = hex::decode(old_root).ok()?.try_into().ok()?;
    let (proof_text, checkpoint) = rest.split_once("\n\n").unwrap_or((rest, ""));
    // The checkpoint holds an empty line itself; that before it may have been lost.
    let at = rest.find("clausebook.local/")?;
    let (proof_text, checkpoint) =
        if checkpoint.starts_with("clausebook.local/") { (proof_text, checkpoint) } else { rest.split_at(at) };
    proof(&format!("clausebook/consistency@v1\n{proof_text}"), old_root, &format!("{}\n", checkpoint.trim()))
}

fn proof(text: &str, old_root: Hash, checkpoint: &str) -> Option<Said> {
    let mut lines = text.trim().lines();
    (lines.next()? == "clausebook/consistency@v1").then_some(())?;
    let old = lines.next()?.strip_prefix("old ")?.parse().ok()?;
    let new = lines.next()?.strip_prefix("new ")?.parse().ok()?;
    let path = lines.map(note::hash).collect::<Option<Vec<_>>>()?;
    Some(Said { old, new, old_root, path, checkpoint: checkpoint.to_owned() })
}
