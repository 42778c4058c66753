//! Proofs as text, for others to check: C2SP `tlog-proof` for inclusion, and the same form for consistency.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::digest::Digest;

/// `c2sp.org/tlog-proof@v1`: the index, the path bottom up, the signed checkpoint.
pub fn inclusion_text(index: u64, path: &[Digest], checkpoint: &str) -> String {
    format!("c2sp.org/tlog-proof@v1\nindex {index}\n{}\n{checkpoint}", lines(path))
}

/// Consistency of two sizes: a header, both sizes, the path. See `docs/pack-format.md`.
pub fn consistency_text(old: u64, new: u64, path: &[Digest]) -> String {
    format!("clausebook/consistency@v1\nold {old}\nnew {new}\n{}", lines(path))
}

/// Earlier sizes of a ledger, each with its root and the path that shows it to be the beginning of `new`.
pub fn earlier_text<'p>(new: u64, earlier: impl IntoIterator<Item = (u64, Digest, &'p [Digest])>) -> String {
    let mut text = format!("clausebook/earlier@v1\nnew {new}\n\n");
    for (old, root, path) in earlier {
        text += &format!("old {old}\nroot {}\n{}\n", BASE64.encode(root.as_bytes()), lines(path));
    }
    text
}

fn lines(path: &[Digest]) -> String {
    path.iter().map(|hash| BASE64.encode(hash.as_bytes()) + "\n").collect()
}

/// One path among many: the middle of [`inclusion_text`], without the header and the checkpoint they share.
pub fn path_text(index: u64, path: &[Digest]) -> String {
    format!("index {index}\n{}\n", lines(path))
}
