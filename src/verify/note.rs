//! Signed notes from the reader's side.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest as _, Sha256};

use super::merkle::Hash;

/// What a checkpoint says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Statement {
    pub(super) origin: String,
    pub(super) size: u64,
    pub(super) root: Hash,
}

/// Reads a checkpoint; nothing where it is none.
pub(super) fn statement(note: &str) -> Option<Statement> {
    let (text, signatures) = note.split_once("\n\n")?;
    if !signatures.starts_with('\u{2014}') {
        return None;
    }
    let mut lines = text.split('\n');
    let (origin, size, root) = (lines.next()?, lines.next()?, lines.next()?);
    if origin.is_empty() || (size.len() > 1 && size.starts_with('0')) {
        return None;
    }
    Some(Statement { origin: origin.to_owned(), size: size.parse().ok()?, root: hash(root)? })
}

/// The identifier of the key that signed a note first.
pub(super) fn signer(text: &str) -> Option<[u8; 4]> {
    let (_, signatures) = text.split_once("\n\n")?;
    let (_, encoded) = signatures.lines().next()?.rsplit_once(' ')?;
    BASE64.decode(encoded).ok()?.first_chunk().copied()
}

/// A hash in base64.
pub(super) fn hash(text: &str) -> Option<Hash> {
    BASE64.decode(text).ok()?.try_into().ok()
}

/// A verifier key `name+id+key`: its name and public key.
pub(super) fn key(text: &str) -> Option<(String, [u8; 32])> {
    let text = text.trim();
    let (rest, encoded) = text.split_once('+').and_then(|(name, rest)| {
        let (id, key) = rest.split_once('+')?;
        Some(((name, id), key))
    })?;
    let (name, id) = rest;
    let bytes = BASE64.decode(encoded).ok()?;
    let (algorithm, public) = bytes.split_first()?;
    let public: [u8; 32] = public.try_into().ok()?;
    if *algorithm != 1 || hex::encode(key_id(name, &public)) != id {
        return None;
    }
    Some((name.to_owned(), public))
}

fn key_id(name: &str, public: &[u8; 32]) -> [u8; 4] {
    let mut h = Sha256::new();
    h.update(name);
    h.update(b"\n\x01");
    h.update(public);
    let full: Hash = h.finalize().into();
    [full[0], full[1], full[2], full[3]]
}

/// Whether this key signed the note.
pub(super) fn signed_by(note: &str, name: &str, public: &[u8; 32]) -> bool {
    let Some((text, signatures)) = note.split_once("\n\n") else { return false };
    let Ok(key) = VerifyingKey::from_bytes(public) else { return false };
    let signed = format!("{text}\n");
    signatures.lines().any(|line| {
        let Some(rest) = line.strip_prefix("\u{2014} ") else { return false };
        let Some((signer, encoded)) = rest.rsplit_once(' ') else { return false };
        let Ok(bytes) = BASE64.decode(encoded) else { return false };
        signer == name
            && bytes.len() == 68
            && bytes[..4] == key_id(name, public)
            && Signature::from_slice(&bytes[4..]).is_ok_and(|s| key.verify_strict(signed.as_bytes(), &s).is_ok())
    })
}
