//! RFC 6962 from the reader's side: a root from leaves, and the checking of proofs.

use sha2::{Digest as _, Sha256};

pub(super) type Hash = [u8; 32];

pub(super) fn leaf(bytes: &[u8]) -> Hash {
    let mut h = Sha256::new();
    h.update([0]);
    h.update(bytes);
    h.finalize().into()
}

pub(super) fn inner(left: &Hash, right: &Hash) -> Hash {
    let mut h = Sha256::new();
    h.update([1]);
    h.update(left);
    h.update(right);
    h.finalize().into()
}

/// Adds leaves one by one and tells every node as it comes into being.
#[derive(Default)]
pub(super) struct Tree {
    size: u64,
    stack: Vec<(u32, Hash)>,
}

impl Tree {
    pub(super) fn size(&self) -> u64 {
        self.size
    }

    /// Adds a leaf; the nodes are the leaf and all it completes, in that order.
    pub(super) fn add(&mut self, leaf: Hash) -> Vec<Hash> {
        let mut nodes = vec![leaf];
        let (mut height, mut hash) = (0, leaf);
        while self.stack.last().is_some_and(|(h, _)| *h == height) {
            if let Some((_, left)) = self.stack.pop() {
                hash = inner(&left, &hash);
                height += 1;
                nodes.push(hash);
            }
        }
        self.stack.push((height, hash));
        self.size += 1;
        nodes
    }

    pub(super) fn root(&self) -> Hash {
        let mut hashes = self.stack.iter().rev().map(|(_, h)| *h);
        match hashes.next() {
            None => Sha256::digest(b"").into(),
            Some(first) => hashes.fold(first, |right, left| inner(&left, &right)),
        }
    }
}

/// Whether `path` proves that `leaf` is number `index` of `size` leaves with this root (RFC 9162, 2.1.3.2).
pub(super) fn included(leaf: Hash, index: u64, size: u64, path: &[Hash], root: Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut node, mut last, mut hash) = (index, size - 1, leaf);
    for step in path {
        if last == 0 {
            return false;
        }
        if node & 1 == 1 || node == last {
            hash = inner(step, &hash);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = inner(&hash, step);
        }
        node >>= 1;
        last >>= 1;
    }
    last == 0 && hash == root
}

/// Whether `path` proves that the tree of `old` leaves is the beginning of the tree of `size` (RFC 9162, 2.1.4.2).
pub(super) fn consistent(old: u64, size: u64, path: &[Hash], old_root: Hash, root: Hash) -> bool {
    if old == size {
        return path.is_empty() && old_root == root;
    }
    if old == 0 || old > size {
        return false;
    }
    let mut steps = path.iter().copied();
    let first = if old.is_power_of_two() { Some(old_root) } else { steps.next() };
    let Some(first) = first else { return false };
    let (mut node, mut last) = (old - 1, size - 1);
    while node & 1 == 1 {
        node >>= 1;
        last >>= 1;
    }
    let (mut a, mut b) = (first, first);
    for step in steps {
        if last == 0 {
            return false;
        }
        if node & 1 == 1 || node == last {
            a = inner(&step, &a);
            b = inner(&step, &b);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            b = inner(&b, &step);
        }
        node >>= 1;
        last >>= 1;
    }
    last == 0 && a == old_root && b == root
}
