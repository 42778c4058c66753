//! Paths of hashes as text, as `docs/pack-format.md` has them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::merkle::Hash;
use super::note;

/// Proofs one after the other: `index N`, hashes, an empty line.
pub(super) fn all(text: &str) -> impl Iterator<Item = (u64, Vec<Hash>)> + '_ {
    text.split("\n\n").filter_map(|block| {
        let mut lines = block.trim_matches('\n').lines();
        let index = lines.next()?.strip_prefix("index ")?.parse().ok()?;
        // No ledger has more levels.
        Some((index, lines.take(65).map(note::hash).collect::<Option<Vec<_>>>()?))
    })
}

/// The hashes of a path, one a line.
pub(super) fn lines(path: &[Hash]) -> String {
    path.iter().map(|hash| BASE64.encode(hash) + "\n").collect()
}
