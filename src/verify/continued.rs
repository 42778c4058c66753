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

/// So many of them are proven, the last ones.
const MOST_STATES: usize = 1_000;

/// A pack that was issued before, as an entry says.
pub(super) struct Before {
    /// The entry.
    pub(super) seq: u64,
    /// Its folder's name.
    pub(super) name: String,
    /// The signed state that it was issued over.
    pub(super) said: Option<note::Statement>,
}

/// Every pack proves that it goes on from the last one, and that the state of each before is its beginning. So what its own entries
/// say was issued has to be proven; a proof that was taken out is missed.
pub(super) fn issued(contents: &Contents, now: &note::Statement, before: &[Before], report: &mut Report) {
    // Programs of the first forms proved the last pack's state alone.
    if contents.form() < 3 {
        return;
    }
    let said = || before.iter().filter_map(|one| Some((one, one.said.as_ref()?)));
    let roots = proven(contents, now);
    let from = if roots.len() > MOST_STATES { roots.keys().next().copied().unwrap_or_default() } else { 0 };
    for (Before { seq, name, .. }, said) in said().filter(|(_, said)| (from..now.size).contains(&said.size)) {
        let (place, of) = (format!("entry {seq}"), format!("the pack “{name}” was issued over {} entries", said.size));
        match roots.get(&said.size) {
            Some(root) if *root == said.root && said.origin == now.origin => {}
            Some(_) => {
                let what = format!("By entry {seq} {of}, and these are not the beginning of the pack’s ledger");
                report.find("history_broken", place, what);
            }
            None => {
                let what = format!(
                    "By entry {seq} {of}, and the proof that its ledger goes on here was taken out of {EARLIER}"
                );
                report.find("history_unproven", place, what);
            }
        }
    }
    let last = contents.text("data/ledger/previous-checkpoint").and_then(note::statement).map(|last| last.size);
    if let Some((one, said)) = said().max_by_key(|(_, said)| said.size).filter(|(_, said)| last < Some(said.size)) {
        let what =
            format!("By entry {} the pack “{}” was issued before, and its checkpoint is not here", one.seq, one.name);
        if said.size < now.size {
            report.find("history_unproven", "data/ledger/previous-checkpoint", what);
        }
    }
}

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
