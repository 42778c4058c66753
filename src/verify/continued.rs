//! How a pack continues the one before.

use std::collections::BTreeMap;

use super::Fact;
use super::contents::Contents;
use super::keys::Keys;
use super::merkle::{Hash, consistent};
use super::note;
use super::report::Report;

/// Where the earlier states are proven.
const EARLIER: &str = "data/ledger/earlier";

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

/// The sizes of the pack's ledger of which the roots are known: its own, and those that proofs in it show to be its beginning.
pub(super) fn proven(contents: &Contents, now: &note::Statement) -> BTreeMap<u64, Hash> {
    let mut roots: BTreeMap<u64, Hash> = BTreeMap::from([(now.size, now.root)]);
    roots.extend(earlier(contents, now).unwrap_or_default());
    if let (Some(before), Some(proof)) = (
        contents.text("data/ledger/previous-checkpoint").and_then(note::statement),
        contents.text("data/ledger/consistency"),
    ) {
        let path = proof.lines().skip(3).map(note::hash).collect::<Option<Vec<_>>>();
        if path.is_some_and(|path| consistent(before.size, now.size, &path, before.root, now.root)) {
            roots.insert(before.size, before.root);
        }
    }
    roots
}

/// The earlier states in `earlier`, each proven; nothing where one of them is not.
fn earlier(contents: &Contents, now: &note::Statement) -> Option<BTreeMap<u64, Hash>> {
    let Some(text) = contents.text(EARLIER) else { return Some(BTreeMap::new()) };
    let mut blocks = text.split("\n\n").filter(|block| !block.trim().is_empty());
    (blocks.next()? == format!("clausebook/earlier@v1\nnew {}", now.size)).then_some(())?;
    let mut roots = BTreeMap::new();
    for block in blocks {
        let mut lines = block.trim_matches('\n').lines();
        let old: u64 = lines.next()?.strip_prefix("old ")?.parse().ok()?;
        let root = note::hash(lines.next()?.strip_prefix("root ")?)?;
        let path = lines.take(130).map(note::hash).collect::<Option<Vec<_>>>()?;
        (old < now.size && consistent(old, now.size, &path, root, now.root)).then_some(())?;
        roots.insert(old, root);
    }
    Some(roots)
}

/// Where a pack proves earlier states, all of them have to be its ledger's beginning.
pub(super) fn check_earlier(contents: &Contents, now: &note::Statement, report: &mut Report) {
    match earlier(contents, now) {
        Some(roots) if roots.is_empty() && contents.form() < 3 => report.unmet("ledger", Fact::StatesNotShown),
        Some(roots) if roots.is_empty() => {}
        Some(roots) => report.facts.push(Fact::ContinuesAll { states: roots.len() }),
        None => {
            report.find("history_broken", EARLIER, "An earlier state in it is not the beginning of the pack's ledger");
        }
    }
}
