//! How a pack continues the one before.

use super::Fact;
use super::contents::Contents;
use super::keys::Keys;
use super::merkle::consistent;
use super::note;
use super::report::Report;

/// A checkpoint of the last pack without the proof that its ledger goes on here, or the other way round, shows nothing.
pub(super) fn halves(contents: &Contents, report: &mut Report) {
    let both = ["data/ledger/previous-checkpoint", "data/ledger/consistency"];
    if let [(there, true), (missing, false)] | [(missing, false), (there, true)] =
        both.map(|name| (name, contents.hashes.contains_key(name)))
    {
        report.find("history_unproven", missing, format!("{missing} is missing, without which {there} proves nothing"));
    }
}

/// The last pack's checkpoint, and the proof that its ledger is the beginning of this one.
pub(super) fn previous(
    contents: &Contents,
    key: &(String, [u8; 32]),
    keys: &Keys,
    now: &note::Statement,
    report: &mut Report,
) {
    let (Some(note), Some(proof)) =
        (contents.text("data/ledger/previous-checkpoint"), contents.text("data/ledger/consistency"))
    else {
        return;
    };
    let good = || {
        let before = note::statement(note)?;
        let mut lines = proof.lines();
        (lines.next()? == "clausebook/consistency@v1").then_some(())?;
        let old: u64 = lines.next()?.strip_prefix("old ")?.parse().ok()?;
        let new: u64 = lines.next()?.strip_prefix("new ")?.parse().ok()?;
        let path = lines.map(note::hash).collect::<Option<Vec<_>>>()?;
        let fits = old == before.size
            && new == now.size
            && before.origin == now.origin
            && (note::signed_by(note, &key.0, &key.1) || keys.signed(note, now.size).is_some())
            && consistent(old, new, &path, before.root, now.root);
        fits.then_some(before.size)
    };
    match good() {
        Some(size) => report.facts.push(Fact::Continues { entry: size }),
        None => report.find(
            "history_broken",
            "data/ledger/consistency",
            "The ledger of the last pack is not the beginning of this one's",
        ),
    }
}
