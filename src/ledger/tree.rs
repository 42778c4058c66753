//! Merkle tree arithmetic (RFC 6962, 9162), pure: hashes come from a reader function.
//!
//! Stored order: leaf n is followed by every inner node it completes, so all hashes of a tree stand in one
//! growing sequence and an append never rewrites one. Level 0 are the leaves.

use sha2::{Digest as _, Sha256};

use crate::digest::Digest;
use crate::error::{Error, Result};

/// Hash of a leaf: SHA-256(0x00 ‖ bytes).
#[inline]
pub fn leaf(bytes: &[u8]) -> Digest {
    let mut hash = Sha256::new();
    hash.update([0x00]);
    hash.update(bytes);
    Digest::from_bytes(hash.finalize().into())
}

/// Hash of a node: SHA-256(0x01 ‖ left ‖ right).
#[inline]
pub fn node(left: &Digest, right: &Digest) -> Digest {
    let mut block = [0u8; 65];
    block[0] = 0x01;
    block[1..33].copy_from_slice(left.as_bytes());
    block[33..].copy_from_slice(right.as_bytes());
    Digest::of(&block)
}

/// Root of the empty tree.
pub fn empty() -> Digest {
    Digest::of(b"")
}

/// How many hashes stand in the stored sequence of a tree with `size` leaves.
pub fn stored_count(size: u64) -> u64 {
    (0..u64::BITS).map(|level| size.checked_shr(level).unwrap_or(0)).sum()
}

/// Where node `index` of `level` stands in the stored sequence.
pub fn stored_position(level: u32, index: u64) -> u64 {
    // The node is written when its last leaf is: after that leaf and the nodes it completed below this level.
    let last_leaf = ((index + 1) << level) - 1;
    stored_count(last_leaf) + u64::from(level)
}

/// The complete subtrees that make up leaves `0..size`, largest first: (level, index).
fn peaks(size: u64) -> impl Iterator<Item = (u32, u64)> {
    (0..u64::BITS).rev().filter(move |level| size >> level & 1 == 1).map(move |level| (level, (size >> level) - 1))
}

/// Reads the hash of one node.
pub type Read<'a> = &'a dyn Fn(u32, u64) -> Result<Digest>;

/// Root of the first `size` leaves.
pub fn root(size: u64, read: Read<'_>) -> Result<Digest> {
    let hashes = peaks(size).map(|(level, index)| read(level, index)).collect::<Result<Vec<_>>>()?;
    Ok(hashes.into_iter().rev().reduce(|right, left| node(&left, &right)).unwrap_or_else(empty))
}

/// Hash of the leaves `begin..end`, where `begin` is a multiple of the smallest power of two not below the length.
fn range(begin: u64, end: u64, read: Read<'_>) -> Result<Digest> {
    let length = end - begin;
    if length.is_power_of_two() && begin.is_multiple_of(length) {
        let level = length.trailing_zeros();
        return read(level, begin >> level);
    }
    let split = begin + length.next_power_of_two() / 2;
    Ok(node(&range(begin, split, read)?, &range(split, end, read)?))
}

/// Proof that leaf `index` is in the tree of `size` leaves, bottom up.
pub fn inclusion(index: u64, size: u64, read: Read<'_>) -> Result<Vec<Digest>> {
    if index >= size {
        return Err(Error::internal(format_args!("no leaf {index} in a tree of {size}")));
    }
    let mut path = Vec::new();
    let (mut begin, mut end) = (0, size);
    while end - begin > 1 {
        let split = begin + (end - begin).next_power_of_two() / 2;
        if index < split {
            path.push(range(split, end, read)?);
            end = split;
        } else {
            path.push(range(begin, split, read)?);
            begin = split;
        }
    }
    path.reverse();
    Ok(path)
}

/// Proof that the tree of `old` leaves is the beginning of the tree of `size` leaves.
pub fn consistency(old: u64, size: u64, read: Read<'_>) -> Result<Vec<Digest>> {
    if old > size {
        return Err(Error::internal(format_args!("a tree of {size} does not begin with one of {old}")));
    }
    if old == 0 || old == size {
        return Ok(Vec::new());
    }
    let mut path = Vec::new();
    let (mut begin, mut end) = (0, size);
    // Whether everything from `begin` on belongs to the old tree's own root, which needs no naming.
    let mut known = true;
    while end != old {
        let split = begin + (end - begin).next_power_of_two() / 2;
        if old <= split {
            path.push(range(split, end, read)?);
            end = split;
        } else {
            path.push(range(begin, split, read)?);
            begin = split;
            known = false;
        }
    }
    if !known {
        path.push(range(begin, end, read)?);
    }
    path.reverse();
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_positions_follow_each_other_without_a_gap() {
        let mut next = 0;
        for n in 0..300u64 {
            let mut level = 0;
            loop {
                assert_eq!(stored_position(level, n >> level), next, "leaf {n}, level {level}");
                next += 1;
                level += 1;
                if (n + 1) & ((1 << level) - 1) != 0 {
                    break;
                }
            }
            assert_eq!(stored_count(n + 1), next);
        }
    }
}
